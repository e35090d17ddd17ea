import type { ProgrammeKind, Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { add, negate, sum, ZERO, type Dong } from '../domain/dong.ts';
import type { EntryKind } from '../domain/entry.ts';
import type { Fund } from '../domain/fund.ts';
import type { Role } from '../domain/account.ts';
import { inOrder } from '../domain/order.ts';
import {
  givenAwards,
  giftsBetween,
  type Gift,
  type PrintedAward,
  type PrintedVoucher,
} from './papers/given.ts';

/** What a figure of a term report counts. `care`: gifts, hardship support and visits together. */
export type TermKind = 'care' | 'round' | ProgrammeKind | 'contribution' | 'allocation' | 'remittance';

/** Days, both included. */
export interface TermDays {
  readonly from: Day;
  readonly to: Day;
}

/** Who paid of a figure: a fund of the union's, somebody whose money it holds, or somebody outside. In đồng. */
export interface TermSource {
  readonly section: 'own' | 'held' | 'outside';
  /** Empty of own money, and where nobody is named. */
  readonly name: string;
  readonly amount: Dong;
}

/** What lies behind a figure, by voucher; of programmes put together, by programme. */
export interface TermLine {
  readonly kind: TermKind;
  /** The day of payment; of what others gave, of the decision. */
  readonly day?: Day | undefined;
  /** Empty of what never passed through the book, whose decision is named, and of a programme, which has several. */
  readonly voucher: string;
  readonly vouchers?: readonly string[] | undefined;
  readonly decision: string;
  readonly entries: readonly number[];
  readonly awards: readonly string[];
  readonly count: number;
  readonly amount: Dong;
}

/** One figure of a term report, with its own days and everything it is made of. */
export interface TermFigure extends TermDays {
  /** `care`, `gift`, `gift:tet-2024`, `contribution:MAIAM`, … */
  readonly key: string;
  readonly kind: TermKind;
  readonly round?: Round | undefined;
  readonly fund?: Fund | undefined;
  /** Awards (houses, visits) given, or gifts, allocations and remittances booked, less those taken back. */
  readonly count: number;
  readonly amount: Dong;
  readonly sources: readonly TermSource[];
  readonly lines: readonly TermLine[];
  /** Everything behind the lines, in order. */
  readonly vouchers: readonly string[];
  readonly entries: readonly number[];
  readonly awards: readonly string[];
  /** The same of the period before; undefined where the book has none of it, or nobody asked. */
  readonly before?: (TermDays & { readonly count: number; readonly amount: Dong }) | undefined;
}

/** An entry as figures are made of it. */
interface TermEntry {
  readonly id: number;
  readonly kind: EntryKind;
  readonly bookedOn: Day;
  readonly voucher?: { readonly code: string } | undefined;
  readonly postings: readonly {
    readonly fund: Fund;
    readonly role: Role;
    readonly side: 'debit' | 'credit';
    readonly amount: Dong;
    readonly part?: { readonly award: { readonly id: number }; readonly line: number } | undefined;
  }[];
}

/** What the book has of some days: awards the day before them and on the last of them, and what was booked in them. */
export interface TermBook extends TermDays {
  readonly rounds: readonly Round[];
  readonly funds: readonly Fund[];
  readonly vouchers: readonly PrintedVoucher[];
  readonly awardsBefore: readonly PrintedAward[];
  readonly awardsNow: readonly PrintedAward[];
  /** Gone through once: a term may have as many as its book. */
  readonly entries: Iterable<TermEntry>;
}

/** Programmes that are told together as care; houses are told apart. */
const CARE: readonly ProgrammeKind[] = ['gift', 'hardship', 'visit'];
const KINDS: readonly ProgrammeKind[] = [...CARE, 'home'];
const FLOWS = ['contribution', 'allocation', 'remittance'] as const;

/** Every figure that the book can give of some days, in the order of the report; what comes to nothing is left out. */
export function termFigures(book: TermBook): TermFigure[] {
  const [before, now] = [givenAwards(book.awardsBefore), givenAwards(book.awardsNow)];
  const gifts = giftsBetween(book.awardsBefore, book.awardsNow, book.funds, book.vouchers).map((gift) => ({
    ...gift,
    counts: Number(now.has(gift.award.id)) - Number(before.has(gift.award.id)),
  }));
  const kindOf = new Map(book.rounds.map((round) => [round.id, round.kind]));
  const ofKind = (kind: ProgrammeKind) => gifts.filter(({ award }) => kindOf.get(award.round) === kind);
  const { paid, flows: booked } = bookedOf(book.entries);
  const days = { from: book.from, to: book.to };
  const kinds = KINDS.map((kind) => programme({ key: kind, kind, ...days }, ofKind(kind), paid));
  const rounds = book.rounds
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id))
    .filter(({ kind }) => kind === 'gift')
    .map((round) =>
      programme(
        { key: `gift:${round.code}`, kind: 'round' as const, round, ...days },
        gifts.filter(({ award }) => award.round === round.id),
        paid,
      ),
    );
  const flows = FLOWS.flatMap((role) =>
    book.funds.map((fund) => flow(role, fund, book, booked.get(`${role} ${fund.id}`) ?? [])),
  );
  const [gift, ...others] = kinds;
  return [together(kinds, days), gift, ...rounds, ...others, ...flows].flatMap((figure) =>
    figure === undefined || (figure.count === 0 && figure.amount === 0) ? [] : [figure],
  );
}

/** What one entry did to a fund for one reason. */
interface Flowed {
  readonly id: number;
  readonly voucher: string;
  readonly day: Day;
  readonly amount: Dong;
  readonly count: number;
}

/** What entries are told for: those that paid, by award and part; and what they did, by reason and fund. */
interface Booked {
  readonly paid: ReadonlyMap<string, readonly number[]>;
  readonly flows: ReadonlyMap<string, readonly Flowed[]>;
}

function bookedOf(entries: Iterable<TermEntry>): Booked {
  const paid = new Map<string, number[]>();
  const flows = new Map<string, Flowed[]>();
  for (const entry of entries) {
    for (const { role, part } of entry.postings) {
      if (role !== 'disbursement' || part === undefined) continue;
      const name = `${part.award.id}/${part.line}`;
      const some = paid.get(name);
      if (some === undefined) paid.set(name, [entry.id]);
      else if (some.at(-1) !== entry.id) some.push(entry.id);
    }
    const { id, kind, bookedOn: day, voucher } = entry;
    const told = entry.postings.filter(({ role }) => (FLOWS as readonly Role[]).includes(role));
    for (const [key, some] of Map.groupBy(told, ({ role, fund }) => `${role} ${fund.id}`)) {
      const grown = sum(some.map(({ side, amount }) => (side === 'credit' ? amount : negate(amount))));
      const amount = some[0]?.role === 'remittance' ? negate(grown) : grown;
      // What is given back is no gift less; what is taken back is.
      const count =
        kind === 'refund' || kind === 'return' ? 0 : kind === 'reversal' ? Math.min(0, Math.sign(amount)) : 1;
      const flowed = flows.get(key) ?? [];
      flowed.push({ id, voucher: voucher?.code ?? '', day, amount, count });
      flows.set(key, flowed);
    }
  }
  return { paid, flows };
}

/** A gift with what its award adds to the number of awards given: 1, 0, or -1 where all of it was taken back. */
interface Counted extends Gift {
  readonly counts: number;
}

type Named = Pick<TermFigure, 'key' | 'kind' | 'round' | 'fund'> & TermDays;

/** What was given of a programme: an award counts with its first payment, and no more once all of it is taken back. */
function programme(
  named: Named,
  gifts: readonly Counted[],
  paid: ReadonlyMap<string, readonly number[]>,
): TermFigure {
  const counted = new Set<number>();
  const lines = [...Map.groupBy(gifts, (gift) => lineName(gift))].map(([, some]): TermLine => {
    const [first] = some;
    const news = new Map(
      some.flatMap(({ award, counts }) =>
        counts === 0 || counted.has(award.id) ? [] : [[award.id, counts] as const],
      ),
    );
    for (const award of news.keys()) counted.add(award);
    return {
      kind: named.kind,
      day: first?.paidOn ?? first?.award.decidedOn,
      voucher: first?.voucher ?? '',
      decision: first?.voucher === '' ? (first.award.decisionNo ?? '') : '',
      entries: ordered(some.flatMap(({ award, part }) => paid.get(`${award.id}/${part.line}`) ?? [])),
      awards: [...new Set(some.map(({ award }) => award.code))].toSorted(),
      count: [...news.values()].reduce((all, each) => all + each, 0),
      amount: sum(some.map(({ amount }) => amount)),
    };
  });
  lines.sort((a, b) => inOrder(a.day ?? '', b.day ?? '') || inOrder(a.voucher, b.voucher));
  return made(named, lines, sourcesOf(gifts));
}

const lineName = ({ voucher, award }: Gift): string => `${voucher}|${voucher === '' ? award.decisionNo : ''}`;

function sourcesOf(gifts: readonly Gift[]): TermSource[] {
  const by = Map.groupBy(gifts, ({ fund, part }) =>
    fund === undefined
      ? `outside ${part.outside ?? ''}`
      : fund.kind === 'own'
        ? 'own '
        : `held ${fund.owner}`,
  );
  return (['own', 'held', 'outside'] as const).flatMap((section) =>
    [...by]
      .filter(([name]) => name.startsWith(`${section} `))
      .toSorted(([a], [b]) => inOrder(a, b))
      .map(([name, some]) => ({
        section,
        name: name.slice(section.length + 1).replace(/^\*$/, ''),
        amount: sum(some.map(({ amount }) => amount)),
      }))
      .filter(({ amount }) => amount !== 0),
  );
}

/** Several programmes as one figure; what lies behind it is each of them. */
function together(kinds: readonly TermFigure[], days: TermDays): TermFigure {
  const some = kinds.filter(({ kind }) => (CARE as readonly string[]).includes(kind));
  const lines = some
    .filter(({ count, amount }) => count !== 0 || amount !== 0)
    .map(({ kind, vouchers, entries, awards, count, amount }): TermLine => ({
      kind,
      voucher: '',
      vouchers,
      decision: '',
      entries,
      awards,
      count,
      amount,
    }));
  const sources = new Map<string, TermSource>();
  for (const source of some.flatMap((each) => each.sources)) {
    const name = `${source.section} ${source.name}`;
    sources.set(name, { ...source, amount: add(source.amount, sources.get(name)?.amount ?? ZERO) });
  }
  const order = { own: 0, held: 1, outside: 2 } as const;
  return made(
    { key: 'care', kind: 'care', ...days },
    lines,
    [...sources.values()].sort((a, b) => order[a.section] - order[b.section]),
  );
}

/** What came into a fund or left it for one reason, by voucher: net of refunds and reversals. */
function flow(role: (typeof FLOWS)[number], fund: Fund, book: TermDays, rows: readonly Flowed[]): TermFigure {
  const lines = [...Map.groupBy(rows, ({ voucher, id }) => (voucher === '' ? `#${id}` : voucher))].map(
    ([, some]): TermLine => ({
      kind: role,
      day: some[0]?.day,
      voucher: some[0]?.voucher ?? '',
      decision: '',
      entries: some.map(({ id }) => id),
      awards: [],
      count: some.reduce((all, { count }) => all + count, 0),
      amount: sum(some.map(({ amount }) => amount)),
    }),
  );
  const section = fund.kind === 'own' ? 'own' : 'held';
  const amount = sum(lines.map((line) => line.amount));
  const sources: TermSource[] =
    amount === 0 ? [] : [{ section, name: section === 'own' ? '' : fund.owner, amount }];
  const { from, to } = book;
  return made({ key: `${role}:${fund.code}`, kind: role, fund, from, to }, lines, sources);
}

function made(named: Named, lines: readonly TermLine[], sources: readonly TermSource[]): TermFigure {
  return {
    ...named,
    count: lines.reduce((all, { count }) => all + count, 0),
    amount: sum(lines.map(({ amount }) => amount)),
    sources,
    lines,
    vouchers: [
      ...new Set(lines.flatMap(({ voucher, vouchers }) => vouchers ?? (voucher === '' ? [] : [voucher]))),
    ],
    entries: ordered(lines.flatMap(({ entries }) => entries)),
    awards: [...new Set(lines.flatMap(({ awards }) => awards))].toSorted(),
  };
}

const ordered = (keys: readonly number[]): number[] => [...new Set(keys)].sort((a, b) => a - b);
