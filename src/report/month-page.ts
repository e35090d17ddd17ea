import { isOurCash, isOurs, keptOf, type ProgrammeKind } from '../domain/award.ts';
import type { Day, Month } from '../domain/day.ts';
import { add, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import type { JudgedFinding } from '../domain/finding.ts';
import type { Fund, FundKind, Place } from '../domain/fund.ts';
import { inOrder } from '../domain/order.ts';
import { fundLines, type FundLine } from '../domain/reconcile.ts';
import type { BalanceReport } from './balance.ts';
import { giftsBetween, type Gift, type PrintedAward } from './papers/given.ts';
import type { ReconciliationReport } from './reconciliation.ts';
import type { stageReport } from './home-stages.ts';

/** Debits and credits of some days, as the store sums them. */
export interface Turnover {
  readonly fund: number;
  readonly role: Parameters<typeof fundLines>[1][number]['role'];
  readonly place: number;
  readonly debit: Dong;
  readonly credit: Dong;
}

/** A fund over one month, in đồng. */
export interface FundMonth {
  readonly code: string;
  readonly kind: FundKind;
  readonly opening: Dong;
  readonly in: Dong;
  readonly out: Dong;
  readonly closing: Dong;
}

/** What was given in the month, less what was taken back: our money, our goods, what others gave. In đồng. */
interface Given {
  readonly people: number;
  readonly cash: Dong;
  readonly goods: Dong;
  readonly outside: Dong;
  readonly total: Dong;
}

/** Awards counted, and their đồng. */
export interface Pending {
  readonly awards: number;
  readonly amount: Dong;
}

export interface MonthPage {
  readonly month: Month;
  readonly asOf: Day;
  /** The month's head as the minutes have it, where it is closed. */
  readonly head?: string | undefined;
  /** As `balance --as-of` the month's last day says it: from the year's beginning. */
  readonly balance: BalanceReport;
  readonly reconciliation: Omit<ReconciliationReport, 'findings'>;
  /** Names of funds by code. */
  readonly names: ReadonlyMap<string, string>;
  /** Up to twelve months, this one the last. */
  readonly months: readonly { readonly month: Month; readonly funds: readonly FundMonth[] }[];
  readonly places: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: Place['kind'];
    readonly opening: Dong;
    readonly in: Dong;
    readonly out: Dong;
    readonly closing: Dong;
  }[];
  readonly rounds: readonly (Given & {
    readonly code: string;
    readonly name: string;
    readonly kind: ProgrammeKind;
  })[];
  readonly units: readonly (Given & { readonly code: string; readonly name: string })[];
  readonly homes: ReturnType<typeof stageReport>['stages'];
  /** Decided and not paid; with a distributor; paid and not signed for. By round, rounds with nothing left out. */
  readonly pending: readonly {
    readonly code: string;
    readonly name: string;
    readonly unpaid: Pending;
    readonly handed: Pending;
    readonly unsigned: Pending;
  }[];
  readonly advances: readonly {
    readonly voucher: string;
    readonly fund: string;
    readonly day: Day;
    readonly due?: Day | undefined;
    readonly amount: Dong;
    readonly open: Dong;
  }[];
  readonly findings: readonly JudgedFinding[];
}

/** What the page says of several lines together, in đồng; people are in none, as one may stand in two lines. */
export interface MonthTotals {
  readonly committed: Dong;
  readonly available: Dong;
  readonly places: Sums<'opening' | 'in' | 'out' | 'closing'>;
  readonly rounds: Sums<GivenKey>;
  readonly units: Sums<GivenKey>;
  readonly homes: { readonly houses: number } & Sums<'paid' | 'open'>;
  /** In and out of all own and of all held funds, month by month, and over all months. */
  readonly flows: { readonly [K in FundKind]: { readonly months: readonly Flow[]; readonly all: Flow } };
}

type GivenKey = 'cash' | 'goods' | 'outside' | 'total';
type Sums<K extends string> = { readonly [key in K]: Dong };
type Flow = Sums<'in' | 'out'>;

const GIVEN_KEYS = ['cash', 'goods', 'outside', 'total'] as const;

/** One column of several lines, in đồng. */
export function sumsOf<K extends string>(
  lines: readonly { readonly [key in K]: Dong }[],
  keys: readonly K[],
): Sums<K> {
  return Object.fromEntries(keys.map((key) => [key, sum(lines.map((line) => line[key]))])) as Sums<K>;
}

/** All that the page adds up. */
export function monthTotals(page: MonthPage): MonthTotals {
  const { balance, homes } = page;
  const flows = (kind: FundKind) => {
    const months = page.months.map(({ funds }) =>
      sumsOf(
        funds.filter((fund) => fund.kind === kind),
        ['in', 'out'],
      ),
    );
    return { months, all: sumsOf(months, ['in', 'out']) };
  };
  return {
    committed: sum(balance.funds.map(({ committed }) => committed)),
    available: sum(balance.funds.filter(({ kind }) => kind === 'own').map(({ available }) => available)),
    places: sumsOf(page.places, ['opening', 'in', 'out', 'closing']),
    rounds: sumsOf(page.rounds, GIVEN_KEYS),
    units: sumsOf(page.units, GIVEN_KEYS),
    homes: {
      houses: homes.reduce((all, { houses }) => all + houses, 0),
      ...sumsOf(homes, ['paid', 'open']),
    },
    flows: { own: flows('own'), held: flows('held') },
  };
}

/** The funds of each month: `before` sums all days before the first, `within` the days of each. */
export function fundMonths(
  funds: readonly Fund[],
  before: readonly Turnover[],
  within: readonly { readonly month: Month; readonly turnovers: readonly Turnover[] }[],
): MonthPage['months'] {
  let past = before;
  return within.map(({ month, turnovers }) => {
    const lines = fundLines(funds, past, turnovers);
    past = [...past, ...turnovers];
    return { month, funds: lines.map(fundMonth) };
  });
}

function fundMonth(line: FundLine): FundMonth {
  const { fund, opening, closing } = line;
  return {
    code: fund.code,
    kind: fund.kind,
    opening,
    in: sum([line.contributions, line.allocations, line.transfersIn, line.otherIn]),
    out: sum([line.disbursements, line.remittances, line.transfersOut, line.otherOut]),
    closing,
  };
}

/** What lay in each place at the month's beginning and end, and what came in and went out between. */
export function placeMonths(
  places: readonly Place[],
  before: readonly Turnover[],
  within: readonly Turnover[],
): MonthPage['places'] {
  return places.map(({ id, code, name, kind }) => {
    const of = (rows: readonly Turnover[], side: 'debit' | 'credit') =>
      sum(rows.filter(({ place }) => place === id).map((row) => row[side]));
    const opening = subtract(of(before, 'debit'), of(before, 'credit'));
    const [into, out] = [of(within, 'debit'), of(within, 'credit')];
    return { code, name, kind, opening, in: into, out, closing: subtract(add(opening, into), out) };
  });
}

interface Named {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** What was given between two days, by round and by unit, the larger first; nobody is named. */
export function givenBy(
  before: readonly PrintedAward[],
  now: readonly PrintedAward[],
  rounds: readonly (Named & { readonly kind: ProgrammeKind })[],
  units: readonly Named[],
): Pick<MonthPage, 'rounds' | 'units'> {
  const gifts = giftsBetween(before, now, [], []);
  const byRound = Map.groupBy(gifts, ({ award }) => award.round);
  const byUnit = Map.groupBy(gifts, ({ award }) => award.unit.id);
  const larger = (a: Given & Named, b: Given & Named) => b.total - a.total || inOrder(a.code, b.code);
  const sums = <N extends Named>(all: readonly N[], of: ReadonlyMap<number, readonly Gift[]>) =>
    all
      .flatMap((each) => {
        const some = of.get(each.id);
        return some === undefined ? [] : [{ ...each, ...givenSums(some) }];
      })
      .toSorted(larger);
  return {
    rounds: sums(rounds, byRound).map(({ code, name, kind, ...rest }) => ({
      code,
      name,
      kind,
      ...figures(rest),
    })),
    units: sums(units, byUnit).map(({ code, name, ...rest }) => ({ code, name, ...figures(rest) })),
  };
}

function figures({ people, cash, goods, outside, total }: Given): Given {
  return { people, cash, goods, outside, total };
}

function givenSums(gifts: readonly Gift[]): Given {
  const of = (what: (gift: Gift) => boolean) => sum(gifts.filter(what).map(({ amount }) => amount));
  const given = gifts.filter(({ amount }) => amount > 0);
  return {
    people: new Set(given.map(({ award }) => award.beneficiary.id)).size,
    cash: of(({ part }) => isOurs(part) && part.form === 'cash'),
    goods: of(({ part }) => isOurs(part) && part.form === 'goods'),
    outside: of(({ part }) => !isOurs(part)),
    total: of(() => true),
  };
}

/** How far each round is from being paid and signed for; its awards as they stood on a day. */
export function pendingBy(awards: readonly PrintedAward[], rounds: readonly Named[]): MonthPage['pending'] {
  const byRound = Map.groupBy(
    awards.filter(({ state }) => state === 'approved'),
    ({ round }) => round,
  );
  return rounds.flatMap(({ id, code, name }) => {
    const of = byRound.get(id) ?? [];
    const line = {
      code,
      name,
      unpaid: pending(of, (part) => isOurCash(part) && part.paid === undefined && part.handed === undefined),
      handed: pending(of, (part) => part.paid === undefined && part.handed !== undefined),
      unsigned: pending(of, (part) => isOurs(part) && part.paid !== undefined && part.signedOn === undefined),
    };
    const none = line.unpaid.awards + line.handed.awards + line.unsigned.awards === 0;
    return none ? [] : [line];
  });
}

function pending(
  awards: readonly PrintedAward[],
  is: (part: PrintedAward['parts'][number]) => boolean,
): Pending {
  const those = awards.map(({ parts }) => parts.filter(is)).filter((parts) => parts.length > 0);
  return { awards: those.length, amount: those.flat().reduce((all, part) => add(all, keptOf(part)), ZERO) };
}
