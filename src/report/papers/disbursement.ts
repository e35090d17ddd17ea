import { isOurs, totalOf, type Round } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import { add, sum, ZERO, type Dong } from '../../domain/dong.ts';
import type { Fund } from '../../domain/fund.ts';
import { inOrder } from '../../domain/order.ts';
import { tracesOf, type Gift, type PrintedAward, type PrintedUnit } from './given.ts';
import { say, type Line } from './line.ts';
import { note } from './note.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Figure, Letterhead, OfficeHolder, Paper, PaperColumn, PaperKey, PaperRow } from './paper.ts';

export interface DisbursementFacts {
  readonly letterhead: Letterhead;
  readonly date: Day;
  readonly round: Round | undefined;
  /** The label of the span reported on. */
  readonly month: string | undefined;
  /** What the report is cut down to. */
  readonly only?: readonly Line[] | undefined;
  readonly gifts: readonly Gift[];
  /** Awards as they stand on the day: what of them is open. */
  readonly now: readonly PrintedAward[];
  readonly units: readonly PrintedUnit[];
  /** Kinds of goods that are vouchers with a value printed on them. */
  readonly faced: ReadonlySet<number>;
  readonly officers: readonly OfficeHolder[];
}

/** Decisions named in the title; more than these are named row by row only. */
const DECISIONS_SHOWN = 4;

/** Totals of a report on disbursements, in đồng. */
interface DisbursementTotals {
  readonly own: Dong;
  readonly held: Dong;
  readonly outside: Dong;
  readonly all: Dong;
  readonly people: number;
  readonly awards: number;
  readonly signed: number;
}

/** One award as programs are told of it: codes, and đồng by source. */
interface DisbursedAward {
  readonly award: string;
  readonly person: string;
  readonly unit: string;
  readonly own: Dong;
  readonly held: Dong;
  readonly outside: Dong;
  readonly sum: Dong;
}

export interface DisbursementReport {
  readonly paper: Paper;
  readonly totals: DisbursementTotals;
  readonly awards: () => DisbursedAward[];
}

/** Who got what from whom, paid by which voucher and signed for when: one row for each award, by unit. */
export function disbursementReport(facts: DisbursementFacts): DisbursementReport {
  const { letterhead, date, round, month, gifts } = facts;
  const awards = byAward(gifts);
  const all = sum(gifts.map((gift) => gift.amount));
  const people = new Set(awards.map(([gift]) => gift.award.beneficiary.id)).size;
  const signed = awards.filter((group) => tracesOf(group).signedOn !== undefined).length;
  const unpaid = facts.now.filter((award) => open(award) > 0);
  const handed = facts.now.filter((award) => carried(award) > 0);
  const scope: Line[] = [
    ...(round === undefined ? [] : [say('round', { name: round.name, code: round.code })]),
    ...(month === undefined ? [] : [say('month', { month })]),
    ...(facts.only ?? []),
    ...decisionsOf(awards),
  ];
  const notes: Line[] = [
    say('people', { people, awards: awards.length, signed }),
    ...(unpaid.length === 0 ? [] : [say('unpaid', { awards: unpaid.length, amount: sum(unpaid.map(open)) })]),
    ...(handed.length === 0
      ? []
      : [say('handed', { awards: handed.length, amount: sum(handed.map(carried)) })]),
    ...(gifts.some((gift) => gift.amount < 0) ? [say('takenBack', {})] : []),
  ];
  const grid = gridOf(gifts, facts.faced);
  const sorted = sortedByUnit(awards, facts.units);
  const paper: Paper = {
    name: 'disbursements',
    language: letterhead.language,
    date,
    sheets: [
      {
        name: round?.code ?? month ?? date,
        wide: true,
        onePage: false,
        blocks: [
          mottoHead(letterhead),
          { kind: 'title', lines: [say('disbursements', { kind: round?.kind }), ...scope] },
          { kind: 'note', line: say('currency', {}), at: 'right' },
          {
            kind: 'table',
            columns: columnsOf(grid),
            sums: [...grid.amounts.map(({ key }) => key), 'sum'],
            tall: false,
            filter: true,
            // A row is made when it is read: of a hundred thousand none is kept.
            rows: { [Symbol.iterator]: () => rowsOf(sorted, grid, people) },
          },
          { kind: 'note', line: say('sumInWords', { amount: all }), at: 'left' },
          { kind: 'figures', figures: figuresOf(gifts) },
          ...notes.map((line) => note(line)),
          {
            kind: 'signatures',
            dateline: say('dateline', { town: letterhead.town, day: date }),
            signers: signersOf(['preparer', 'accountant', 'committee'], facts.officers),
          },
        ],
      },
    ],
  };
  const totals = { ...bySource(gifts), all, people, awards: awards.length, signed };
  const told = () =>
    sorted.flatMap(({ groups }) =>
      groups.map((group): DisbursedAward => {
        const { award } = group[0];
        const { code, beneficiary, unit } = award;
        const amounts = bySource(group);
        return {
          award: code,
          person: beneficiary.code,
          unit: unit.code,
          ...amounts,
          sum: sum(group.map(({ amount }) => amount)),
        };
      }),
    );
  return { paper, totals, awards: told };
}

function bySource(gifts: readonly Gift[]) {
  const of = (source: 'own' | 'held' | 'outside') =>
    sum(gifts.flatMap(({ fund, amount }) => ((fund?.kind ?? 'outside') === source ? [amount] : [])));
  return { own: of('own'), held: of('held'), outside: of('outside') };
}

/** The columns of amounts: cash by payer where there is more than one, goods and vouchers apart. */
interface Grid {
  readonly apart: boolean;
  readonly amounts: readonly PaperColumn[];
  readonly keyOf: (gift: Gift) => PaperKey;
}

function gridOf(gifts: readonly Gift[], faced: ReadonlySet<number>): Grid {
  const payers = new Map<number, Fund>();
  let [outside, goods, vouchers] = [false, false, false];
  for (const { fund, part } of gifts) {
    if (part.form === 'goods') {
      if (faced.has(part.item ?? 0)) vouchers = true;
      else goods = true;
    } else if (fund === undefined) outside = true;
    else payers.set(fund.id, fund);
  }
  const apart = payers.size + Number(outside) > 1;
  const funds = [...payers.values()].toSorted((a, b) => inOrder(a.kind, b.kind) * -1 || a.id - b.id);
  const dong = (key: PaperKey, title?: string): PaperColumn => ({ key, type: 'dong', title });
  return {
    apart,
    amounts: [
      ...(apart ? funds.map(({ id, code }) => dong(`fund:${id}`, code)) : [dong('cash')]),
      ...(apart && outside ? [dong('cashOutside')] : []),
      ...(goods ? [dong('goods')] : []),
      ...(vouchers ? [dong('vouchersGiven')] : []),
    ],
    keyOf: ({ fund, part }) => {
      if (part.form === 'goods') return faced.has(part.item ?? 0) ? 'vouchersGiven' : 'goods';
      if (!apart) return 'cash';
      return fund === undefined ? 'cashOutside' : `fund:${fund.id}`;
    },
  };
}

function columnsOf({ apart, amounts }: Grid): PaperColumn[] {
  return [
    { key: 'number', type: 'count' },
    { key: 'code', type: 'code' },
    { key: 'person', type: 'person' },
    { key: 'unit', type: 'code' },
    { key: 'category', type: 'text' },
    ...(apart ? [] : [{ key: 'payer', type: 'text' } as const]),
    ...amounts,
    { key: 'sum', type: 'dong' },
    { key: 'decision', type: 'text' },
    { key: 'voucher', type: 'code' },
    { key: 'paidOn', type: 'day' },
    { key: 'signedOn', type: 'day' },
  ];
}

type Group = readonly [Gift, ...Gift[]];

function byAward(gifts: readonly Gift[]): Group[] {
  const groups = new Map<number, [Gift, ...Gift[]]>();
  for (const gift of gifts) {
    const group = groups.get(gift.award.id);
    if (group === undefined) groups.set(gift.award.id, [gift]);
    else group.push(gift);
  }
  return [...groups.values()];
}

interface UnitGroups {
  readonly code: string;
  readonly name: string;
  readonly groups: readonly Group[];
}

/** By unit code, then by people's sort key. */
function sortedByUnit(groups: readonly Group[], units: DisbursementFacts['units']): UnitGroups[] {
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return [...Map.groupBy(groups, ([{ award }]) => award.unit.id)]
    .map(([id, each]) => {
      const code = unitOf(each[0]);
      return { code, name: names.get(id) ?? code, groups: each.toSorted(byName) };
    })
    .toSorted((a, b) => inOrder(a.code, b.code));
}

/** Each unit under its name and above its subtotal. */
function* rowsOf(units: readonly UnitGroups[], grid: Grid, people: number): Generator<PaperRow> {
  let number = 0;
  for (const { code, name, groups } of units) {
    yield { kind: 'group', label: say('unit', { code, name }), cells: {} };
    for (const group of groups) yield rowOf(group, ++number, grid);
    yield { kind: 'subtotal', label: say('subtotal', { name }), cells: sums(groups.flat(), grid) };
  }
  const all = units.flatMap(({ groups }) => groups.flat());
  yield { kind: 'total', label: say('total', { people }), cells: sums(all, grid) };
}

function unitOf(group: Group | undefined): string {
  return group?.[0].award.unit.code ?? '';
}

function byName([{ award: a }]: Group, [{ award: b }]: Group): number {
  return inOrder(a.sortKey, b.sortKey) || a.id - b.id;
}

function rowOf(group: Group, number: number, grid: Grid): PaperRow {
  const { award } = group[0];
  const outside = group.flatMap(({ part }) => (part.outside === undefined ? [] : [part.outside]));
  const names = [...group.flatMap(({ fund }) => (fund === undefined ? [] : [fund.code])), ...outside];
  return {
    kind: 'line',
    cells: {
      number,
      code: award.beneficiary.code,
      person: award.beneficiaryName,
      unit: award.unit.code,
      category: award.category,
      payer: say('payers', {
        names: unique(names.filter((name) => name !== '*')),
        unnamed: outside.includes('*'),
      }),
      ...sums(group, grid),
      decision: award.decisionNo ?? '',
      ...tracesOf(group),
    },
  };
}

function sums(gifts: readonly Gift[], { amounts, keyOf }: Grid): PaperRow['cells'] {
  const found = new Map<PaperKey, Dong>();
  let all = ZERO;
  for (const gift of gifts) {
    const key = keyOf(gift);
    found.set(key, add(found.get(key) ?? ZERO, gift.amount));
    all = add(all, gift.amount);
  }
  const shown = amounts.flatMap(({ key }) => {
    const amount = found.get(key) ?? ZERO;
    return amount === 0 ? [] : [[key, amount] as const];
  });
  return { ...Object.fromEntries(shown), sum: all };
}

/** Approved and neither paid nor handed out, in đồng. */
function open(award: PrintedAward): Dong {
  return totalOf(award.parts.filter((part) => part.approved && isOurs(part) && !part.paid && !part.handed));
}

/** In a distributor's hands and not yet signed for, in đồng. */
function carried(award: PrintedAward): Dong {
  return totalOf(award.parts.filter((part) => part.handed !== undefined && part.paid === undefined));
}

function decisionsOf(groups: readonly Group[]): Line[] {
  const days = new Map<string, Day>();
  for (const [{ award }] of groups) {
    if (award.decisionNo !== undefined && award.decidedOn !== undefined)
      days.set(award.decisionNo, award.decidedOn);
  }
  const decisions = [...days].map(([number, day]) => ({ number, day }));
  decisions.sort((a, b) => inOrder(a.day, b.day) || inOrder(a.number, b.number));
  return decisions.length === 0 || decisions.length > DECISIONS_SHOWN
    ? []
    : [say('decisions', { decisions })];
}

/** Own money, held money and what others gave, each apart, and all sources together. */
function figuresOf(gifts: readonly Gift[]): Figure[] {
  const sections = (['own', 'held', 'outside'] as const).flatMap((section): Figure[] => {
    const here = gifts.filter(({ fund }) => (fund?.kind ?? 'outside') === section);
    if (here.length === 0 && section !== 'own') return [];
    const byPayer = Map.groupBy(here, ({ fund, part }) => fund?.code ?? part.outside ?? '*');
    const payers = [...byPayer].toSorted(([one], [other]) => inOrder(one, other));
    const parts = payers.map(([payer, from]): Figure => {
      const fund = from[0]?.fund;
      const label =
        fund === undefined
          ? say('donor', { name: payer })
          : say('fund', { code: fund.code, name: fund.name });
      return {
        name: `${section}:${payer}`,
        label,
        amount: sum(from.map((gift) => gift.amount)),
        strong: false,
      };
    });
    const amount = sum(here.map((gift) => gift.amount));
    const plus = parts.length === 0 ? undefined : parts.map((part) => part.name);
    return [{ name: section, label: say(section, {}), amount, plus, strong: true }, ...parts];
  });
  const plus = sections.filter((figure) => figure.strong).map((figure) => figure.name);
  const amount = sum(gifts.map((gift) => gift.amount));
  return [...sections, { name: 'all', label: say('all', {}), amount, plus, strong: true }];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}
