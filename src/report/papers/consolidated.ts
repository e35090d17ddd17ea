import type { Day, Month } from '../../domain/day.ts';
import { add, negate, subtract, sum, ZERO, type Dong } from '../../domain/dong.ts';
import type { FundKind } from '../../domain/fund.ts';
import { FUND_FIGURES, type FundLine } from '../../domain/reconcile.ts';
import { say, type Line } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Letterhead, OfficeHolder, Paper, PaperRow, PaperSheet } from './paper.ts';

/** A fund's identity (accounting.md 6) with what was passed down to units told apart from other spending. */
const UNION_FIGURES = [
  'opening',
  'contributions',
  'allocations',
  'transfersIn',
  'otherIn',
  'disbursements',
  'remittances',
  'transfersOut',
  'allocationsOut',
  'otherOut',
  'closing',
] as const;
type UnionFigure = (typeof UNION_FIGURES)[number];
export type UnionSums = Readonly<Record<UnionFigure, Dong>>;

/** One union over the days: its funds of one kind together, as far as its book is closed. */
export interface UnionLine {
  readonly union: string;
  readonly name: string;
  /** The last month that is closed; empty where none is. */
  readonly month: Month | '';
  readonly upTo: Day;
  readonly own: UnionSums;
  readonly held: UnionSums;
}

/** What one of two unions gave and the other took, both among the figures above: it left neither. */
export interface Elimination {
  readonly what: 'grants' | 'remittances';
  readonly kind: FundKind;
  readonly sums: UnionSums;
}

export interface ConsolidatedFacts {
  readonly letterhead: Letterhead;
  readonly from: Day;
  readonly to: Day;
  readonly lines: readonly UnionLine[];
  readonly eliminations: readonly Elimination[];
  /** Units whose figures are not here, by why. */
  readonly absent: readonly { readonly union: string; readonly state: string }[];
  /** Money that only one of two books has. */
  readonly unmatched: Dong;
  readonly officers: readonly OfficeHolder[];
}

const NOTHING: UnionSums = {
  opening: ZERO,
  contributions: ZERO,
  allocations: ZERO,
  transfersIn: ZERO,
  otherIn: ZERO,
  disbursements: ZERO,
  remittances: ZERO,
  transfersOut: ZERO,
  allocationsOut: ZERO,
  otherOut: ZERO,
  closing: ZERO,
};

/** Funds of one kind as one line; `passed` is what of their other spending was passed down to units. */
export function unionSums(funds: readonly FundLine[], kind: FundKind, passed: Dong): UnionSums {
  const of = funds.filter(({ fund }) => fund.kind === kind);
  const figures = Object.fromEntries(FUND_FIGURES.map((key) => [key, sum(of.map((line) => line[key]))]));
  const otherOut = subtract(figures['otherOut'] ?? ZERO, passed);
  return { ...NOTHING, ...figures, allocationsOut: passed, otherOut };
}

/** A row that takes the same amount off what came in and what went out: no balance is touched by it. */
export function elimination(figures: Partial<UnionSums>): UnionSums {
  return {
    ...NOTHING,
    ...Object.fromEntries(Object.entries(figures).map(([key, amount]) => [key, negate(amount)])),
  };
}

function totalSums(all: readonly UnionSums[]): UnionSums {
  return Object.fromEntries(
    UNION_FIGURES.map((key) => [key, all.reduce<Dong>((total, each) => add(total, each[key]), ZERO)]),
  ) as UnionSums;
}

/** The sector and its units side by side, what they passed to each other, and all of them as one. */
export function consolidatedReport(facts: ConsolidatedFacts): {
  readonly paper: Paper;
  readonly own: UnionSums;
  readonly held: UnionSums;
} {
  const { letterhead, to } = facts;
  const totalOf = (kind: FundKind) =>
    totalSums([
      ...facts.lines.map((line) => line[kind]),
      ...facts.eliminations.filter((each) => each.kind === kind).map(({ sums }) => sums),
    ]);
  const [own, held] = [totalOf('own'), totalOf('held')];
  const hasHeld = facts.lines.some((line) => holds(line.held));
  const paper: Paper = {
    name: 'consolidated',
    language: letterhead.language,
    date: to,
    sheets: [sheetOf(facts, 'own', own), ...(hasHeld ? [sheetOf(facts, 'held', held)] : [])],
  };
  return { paper, own, held };
}

const holds = (sums: UnionSums): boolean => UNION_FIGURES.some((key) => sums[key] !== 0);

function sheetOf(facts: ConsolidatedFacts, kind: FundKind, total: UnionSums): PaperSheet {
  const { letterhead, from, to } = facts;
  // Few unions hold money for others: only they stand on its sheet.
  const lines = kind === 'own' ? facts.lines : facts.lines.filter(({ held }) => holds(held));
  const eliminations = facts.eliminations.filter((each) => each.kind === kind);
  const said = [...lines.map((line) => line[kind]), ...eliminations.map(({ sums }) => sums)];
  const shown = UNION_FIGURES.filter(
    (key) => key === 'opening' || key === 'closing' || said.some((sums) => sums[key] !== 0),
  );
  const cellsOf = (sums: UnionSums): PaperRow['cells'] =>
    Object.fromEntries(
      shown.map((key) => [
        key,
        sums[key] === 0 && key !== 'opening' && key !== 'closing' ? undefined : sums[key],
      ]),
    );
  const rows: PaperRow[] = [
    ...lines.map(({ union, name, month, ...line }, at): PaperRow => ({
      kind: 'line',
      cells: {
        number: at + 1,
        code: union,
        unitName: name,
        closedTo: month === '' ? say('openBook', {}) : say('text', { text: monthText(month) }),
        ...cellsOf(line[kind]),
      },
    })),
    ...eliminations.map(({ what, sums }): PaperRow => ({
      kind: 'line',
      cells: {
        unitName: say('eliminated', { what }),
        ...cellsOf(sums),
        opening: undefined,
        closing: undefined,
      },
    })),
    { kind: 'total', label: say('consolidatedTotal', {}), cells: cellsOf(total) },
  ];
  return {
    name: say('consolidatedSheet', { kind }),
    wide: true,
    onePage: false,
    blocks: [
      mottoHead(letterhead),
      {
        kind: 'title',
        lines: [
          say('consolidatedReport', {}),
          say('consolidatedSheet', { kind }),
          say('reportDays', { from, to }),
        ],
      },
      { kind: 'note', line: say('currency', {}), at: 'right' },
      {
        kind: 'table',
        columns: [
          { key: 'number', type: 'count' },
          { key: 'code', type: 'code' },
          { key: 'unitName', type: 'text' },
          { key: 'closedTo', type: 'text' },
          ...shown.map((key) => ({ key, type: 'dong' }) as const),
        ],
        sums: shown,
        tall: false,
        rows,
      },
      ...notesOf(facts, kind).map((line) => ({ kind: 'note', line, at: 'left' }) as const),
      {
        kind: 'signatures',
        dateline: say('dateline', { town: letterhead.town, day: to }),
        signers: signersOf(['preparer', 'accountant', 'committee'], facts.officers),
      },
    ],
  };
}

function notesOf({ absent, unmatched, lines, to }: ConsolidatedFacts, kind: FundKind): Line[] {
  const behind = lines.filter(({ upTo }) => upTo < to);
  return [
    say('consolidatedIdentity', { kind }),
    ...(absent.length === 0 ? [] : [say('absentUnits', { units: absent.map(({ union }) => union) })]),
    ...(behind.length === 0 ? [] : [say('behindUnits', { units: behind.map(({ union }) => union) })]),
    ...(unmatched === ZERO || kind === 'held' ? [] : [say('unmatchedPassed', { amount: unmatched })]),
  ];
}

/** A month as papers of this country write it. */
function monthText(month: Month): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}
