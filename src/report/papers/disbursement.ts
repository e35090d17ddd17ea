import { isOurs, totalOf, type Round } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import { add, sum, type Dong } from '../../domain/dong.ts';
import type { Fund } from '../../domain/fund.ts';
import {
  giftsBetween,
  type Gift,
  type PrintedAward,
  type PrintedUnit,
  type PrintedVoucher,
} from './given.ts';
import { say, type Line } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Figure, Letterhead, OfficeHolder, Paper, PaperColumn, PaperRow } from './paper.ts';

export interface DisbursementFacts {
  readonly letterhead: Letterhead;
  readonly date: Day;
  readonly round: Round | undefined;
  /** The label of the span reported on. */
  readonly month: string | undefined;
  /** Awards as they stood the day before the period; none for a whole round. */
  readonly before: readonly PrintedAward[];
  readonly now: readonly PrintedAward[];
  readonly units: readonly PrintedUnit[];
  readonly funds: readonly Fund[];
  readonly vouchers: readonly PrintedVoucher[];
  readonly officers: readonly OfficeHolder[];
}

const COLUMNS: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'code', type: 'code' },
  { key: 'person', type: 'person' },
  { key: 'unit', type: 'code' },
  { key: 'category', type: 'text' },
  { key: 'payer', type: 'text' },
  { key: 'cash', type: 'dong' },
  { key: 'goods', type: 'dong' },
  { key: 'sum', type: 'dong' },
  { key: 'decision', type: 'text' },
  { key: 'voucher', type: 'code' },
  { key: 'paidOn', type: 'day' },
  { key: 'signedOn', type: 'day' },
];

/** Decisions named in the title; more than these are named row by row only. */
const DECISIONS_SHOWN = 4;

/** Who got what from whom, paid by which voucher and signed for when: one row for each award, by unit. */
export function disbursementReport(facts: DisbursementFacts): Paper {
  const { letterhead, date, round, month } = facts;
  const gifts = giftsBetween(facts.before, facts.now, facts.funds, facts.vouchers);
  const awards = byAward(gifts);
  const total = sum(gifts.map((gift) => gift.amount));
  const people = new Set(awards.map(([gift]) => gift.award.beneficiary.id)).size;
  const signed = awards.filter((group) => signedOn(group) !== undefined).length;
  const unpaid = facts.now.filter((award) => open(award) > 0);
  const handed = facts.now.filter((award) => carried(award) > 0);
  const scope: Line[] = [
    ...(round === undefined ? [] : [say('round', { name: round.name, code: round.code })]),
    ...(month === undefined ? [] : [say('month', { month })]),
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
  return {
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
            columns: COLUMNS,
            sums: ['cash', 'goods', 'sum'],
            tall: false,
            rows: rowsOf(awards, facts.units, people),
          },
          { kind: 'note', line: say('sumInWords', { amount: total }), at: 'left' },
          { kind: 'figures', figures: figuresOf(gifts) },
          ...notes.map((line) => ({ kind: 'note' as const, line, at: 'left' as const })),
          {
            kind: 'signatures',
            dateline: say('dateline', { town: letterhead.town, day: date }),
            signers: signersOf(['preparer', 'accountant', 'committee'], facts.officers),
          },
        ],
      },
    ],
  };
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

/** By unit code, then by people's sort key; each unit under its name and above its subtotal. */
function rowsOf(groups: readonly Group[], units: DisbursementFacts['units'], people: number): PaperRow[] {
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const byUnit = new Map<number, Group[]>();
  for (const group of groups) {
    const { id } = group[0].award.unit;
    const list = byUnit.get(id);
    if (list === undefined) byUnit.set(id, [group]);
    else list.push(group);
  }
  const rows: PaperRow[] = [];
  let number = 0;
  for (const list of [...byUnit.values()].toSorted(([a], [b]) => compare(unitOf(a), unitOf(b)))) {
    const code = unitOf(list[0]);
    const name = names.get(list[0]?.[0].award.unit.id ?? 0) ?? code;
    rows.push({ kind: 'group', label: say('unit', { code, name }), cells: {} });
    for (const group of list.toSorted(byName)) rows.push(rowOf(group, ++number));
    rows.push({ kind: 'subtotal', label: say('subtotal', { name }), cells: sums(list.flat()) });
  }
  rows.push({ kind: 'total', label: say('total', { people }), cells: sums(groups.flat()) });
  return rows;
}

function unitOf(group: Group | undefined): string {
  return group?.[0].award.unit.code ?? '';
}

function byName([{ award: a }]: Group, [{ award: b }]: Group): number {
  return compare(a.sortKey, b.sortKey) || a.id - b.id;
}

function rowOf(group: Group, number: number): PaperRow {
  const { award } = group[0];
  const outside = group.flatMap(({ part }) => (part.outside === undefined ? [] : [part.outside]));
  const names = [...group.flatMap(({ fund }) => (fund === undefined ? [] : [fund.code])), ...outside];
  const { cash, goods, sum: all } = sums(group);
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
      cash: cash === 0 ? undefined : cash,
      goods: goods === 0 ? undefined : goods,
      sum: all,
      decision: award.decisionNo ?? '',
      // One under another: a voucher's code is not to be broken.
      voucher: unique(group.map((gift) => gift.voucher)).join('\n'),
      paidOn:
        group
          .map((gift) => gift.paidOn ?? '')
          .toSorted()
          .at(-1) || undefined,
      signedOn: signedOn(group),
    },
  };
}

function sums(gifts: readonly Gift[]): { cash: Dong; goods: Dong; sum: Dong } {
  const of = (form: 'cash' | 'goods') =>
    sum(gifts.filter(({ part }) => part.form === form).map(({ amount }) => amount));
  const [cash, goods] = [of('cash'), of('goods')];
  return { cash, goods, sum: add(cash, goods) };
}

/** The last day somebody signed, once all that was paid of the award is signed for. */
function signedOn(group: Group): Day | undefined {
  const ours = group.filter(({ part, amount }) => isOurs(part) && amount > 0);
  const days = ours.flatMap(({ part }) => part.signedOn ?? []);
  return days.length < ours.length ? undefined : days.toSorted().at(-1);
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
  decisions.sort((a, b) => compare(a.day, b.day) || compare(a.number, b.number));
  return decisions.length === 0 || decisions.length > DECISIONS_SHOWN
    ? []
    : [say('decisions', { decisions })];
}

/** Own money, held money and what others gave, each apart, and all sources together. */
function figuresOf(gifts: readonly Gift[]): Figure[] {
  const sections = (['own', 'held', 'outside'] as const).flatMap((section): Figure[] => {
    const here = gifts.filter(({ fund }) => (fund?.kind ?? 'outside') === section);
    if (here.length === 0 && section !== 'own') return [];
    const payers = unique(here.map((gift) => gift.fund?.code ?? gift.part.outside ?? '*')).toSorted(compare);
    const parts = payers.map((payer): Figure => {
      const from = here.filter((gift) => (gift.fund?.code ?? gift.part.outside ?? '*') === payer);
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
