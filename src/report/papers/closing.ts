import type { Day, Month } from '../../domain/day.ts';
import { sum, type Dong } from '../../domain/dong.ts';
import type { Place } from '../../domain/fund.ts';
import { FUND_FIGURES, type FundLine } from '../../domain/reconcile.ts';
import { say, type Line } from './line.ts';
import { note } from './note.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Block, Letterhead, OfficeHolder, Paper, PaperColumn, PaperRow, PaperSheet } from './paper.ts';

/** An entry booked in a month after it was closed before; its amount in đồng is negative in a reversal. */
export interface Change {
  readonly entry: number;
  readonly voucher: string;
  readonly kind: 'added' | 'reversed';
  readonly content: string;
  readonly amount: Dong;
  readonly bookedOn: Day;
  readonly reverses?: number | undefined;
}

/** An entry whose own day lies in a month that had closed. */
interface LateEntry {
  readonly entry: number;
  readonly voucher: string;
  readonly content: string;
  readonly amount: Dong;
  readonly bookedOn: Day;
  readonly ownDay?: Day | undefined;
}

/** The close that was signed before, why the month was opened again, and what changed since. */
export interface EarlierClose {
  readonly day: Day;
  readonly shortHead: string;
  readonly reason: string;
  readonly reopenedBy: string;
  readonly changes: readonly Change[];
}

/** What a place holds by the book at the month's end, and by a count or its bank on the day of that. In đồng. */
export interface ClosingPlace {
  readonly place: Place;
  readonly book: Dong;
  readonly word:
    | {
        readonly source: 'count' | 'statement' | 'confirmation';
        readonly day: Day;
        readonly balance: Dong;
        /** Against the book on that day. */
        readonly difference: Dong;
        readonly paper: string;
        readonly by: string;
      }
    | undefined;
}

export interface ClosingFacts {
  readonly letterhead: Letterhead;
  readonly month: Month;
  /** The day on which the month was closed. */
  readonly day: Day;
  readonly by: string;
  readonly funds: readonly FundLine[];
  readonly places: readonly ClosingPlace[];
  readonly accepted: readonly {
    readonly text: string;
    readonly reason: string;
    readonly by: string;
    readonly until: Day;
  }[];
  readonly late: readonly LateEntry[];
  readonly earlier: EarlierClose | undefined;
  readonly head: string;
  readonly shortHead: string;
  readonly officers: readonly OfficeHolder[];
}

/** More findings than this do not stand on one page with their signatures. */
const ON_ONE_PAGE = 8;

/** The minutes that the committee signs when a month is closed; lists of late and of changed entries on sheets behind. */
export function closingPaper(facts: ClosingFacts): Paper {
  const { letterhead, month, day, late, earlier } = facts;
  const blocks: Block[] = [
    mottoHead(letterhead),
    { kind: 'title', lines: [say('closing', { month }), say('closedOn', { day, by: facts.by })] },
    heading(1),
    fundTable(facts.funds),
    heading(2),
    ...facts.places.map((each) => note(placeLine(each))),
    heading(3),
    ...items(facts.accepted.map((each) => say('acceptedItem', each))),
    heading(4),
    ...items(
      late.length === 0
        ? []
        : [say('lateItems', { entries: late.length, amount: sum(late.map((each) => each.amount)) })],
    ),
    ...(earlier === undefined ? [] : [heading(5), ...changeNotes(earlier)]),
    note(say('headShort', { head: facts.shortHead }), true),
    note(say('headFull', { head: facts.head })),
    {
      kind: 'signatures',
      dateline: say('dateline', { town: letterhead.town, day }),
      signers: signersOf(['cashier', 'accountant', 'committee'], facts.officers),
    },
  ];
  const onePage = facts.accepted.length <= ON_ONE_PAGE;
  const sheets: PaperSheet[] = [{ name: month, wide: true, onePage, blocks }];
  if (late.length > 0) {
    const total: PaperRow = {
      kind: 'total',
      label: say('sheetsTotal', {}),
      cells: { amount: sum(late.map((each) => each.amount)) },
    };
    sheets.push(listSheet(month, say('lateList', { month }), LATE, [...late.map(lateRow), total]));
  }
  if (earlier !== undefined && earlier.changes.length > 0) {
    const title = say('changeList', { month, day: earlier.day });
    sheets.push(listSheet(month, title, CHANGES, earlier.changes.map(changeRow)));
  }
  return { name: 'closing', language: letterhead.language, date: day, sheets };
}

const heading = (number: 1 | 2 | 3 | 4 | 5): Block => note(say('closingPart', { number }), true);

function items(lines: readonly Line[]): Block[] {
  return (lines.length === 0 ? [say('none', {})] : lines).map((line) => note(line));
}

/** The columns that say anything this month; own funds first, held money apart. */
function fundTable(funds: readonly FundLine[]): Block {
  const shown = FUND_FIGURES.filter(
    (key) => key === 'opening' || key === 'closing' || funds.some((fund) => fund[key] !== 0),
  );
  const part = (kind: 'own' | 'held', title: Line, total: Line): PaperRow[] => {
    const of = funds.filter(({ fund }) => fund.kind === kind);
    if (of.length === 0) return [];
    const figures = (line: FundLine) => Object.fromEntries(shown.map((key) => [key, line[key]]));
    const totals = Object.fromEntries(shown.map((key) => [key, sum(of.map((line) => line[key]))]));
    return [
      { kind: 'group', label: title, cells: {} },
      ...of.map((line) => ({
        kind: 'line' as const,
        cells: { code: line.fund.code, fund: line.fund.name, ...figures(line) },
      })),
      { kind: 'subtotal', label: total, cells: totals },
    ];
  };
  return {
    kind: 'table',
    columns: [
      { key: 'code', type: 'code' },
      { key: 'fund', type: 'text' },
      ...shown.map((key) => ({ key, type: 'dong' as const })),
    ],
    sums: shown,
    tall: false,
    rows: [
      ...part('own', say('ownFunds', {}), say('ownSum', {})),
      ...part('held', say('heldFunds', {}), say('heldSum', {})),
    ],
  };
}

function placeLine({ place, book, word }: ClosingPlace): Line {
  const { name } = place;
  if (word === undefined) return say('placeBare', { name, book, cash: place.kind === 'cash' });
  const { day, balance, difference, paper, by } = word;
  if (word.source === 'count') return say('placeCounted', { name, book, day, balance, difference, by });
  if (word.source === 'statement') return say('placeStated', { name, book, day, balance, difference, paper });
  return say('placeConfirmed', { name, book, day, balance, difference, paper, by });
}

function changeNotes({ day, shortHead, reason, reopenedBy, changes }: EarlierClose): Block[] {
  return [
    note(say('reopened', { day, head: shortHead, reason, by: reopenedBy })),
    note(
      say('changedItems', {
        entries: changes.length,
        reversed: changes.filter((change) => change.kind === 'reversed').length,
      }),
    ),
  ];
}

const LATE: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'entry', type: 'count' },
  { key: 'voucher', type: 'code' },
  { key: 'ownDay', type: 'day' },
  { key: 'bookedOn', type: 'day' },
  { key: 'content', type: 'text' },
  { key: 'amount', type: 'dong' },
];

const CHANGES: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'entry', type: 'count' },
  { key: 'voucher', type: 'code' },
  { key: 'bookedOn', type: 'day' },
  { key: 'change', type: 'text' },
  { key: 'content', type: 'text' },
  { key: 'amount', type: 'dong' },
];

function lateRow({ entry, voucher, ownDay, bookedOn, content, amount }: LateEntry, at: number): PaperRow {
  return { kind: 'line', cells: { number: at + 1, entry, voucher, ownDay, bookedOn, content, amount } };
}

function changeRow(change: Change, at: number): PaperRow {
  const { entry, voucher, bookedOn, content, amount, reverses } = change;
  const what = reverses === undefined ? say('added', {}) : say('reversedEntry', { entry: reverses });
  return {
    kind: 'line',
    cells: { number: at + 1, entry, voucher, bookedOn, change: what, content, amount },
  };
}

function listSheet(
  name: string,
  title: Line,
  columns: readonly PaperColumn[],
  rows: readonly PaperRow[],
): PaperSheet {
  return {
    name,
    wide: true,
    onePage: false,
    blocks: [
      { kind: 'title', lines: [title] },
      { kind: 'note', line: say('currency', {}), at: 'right' },
      { kind: 'table', columns, sums: ['amount'], tall: false, rows },
    ],
  };
}
