import { maskedText } from '../domain/mask.ts';
import type { Role } from '../domain/account.ts';
import { monthOf, nextMonth, type Day, type Month } from '../domain/day.ts';
import { add, subtract, ZERO, type Dong } from '../domain/dong.ts';
import type { Fund, Place } from '../domain/fund.ts';
import type { Column, Row, Table } from './table.ts';

/** One line as the store gives it: a voucher's effect, or one posting of the journal. */
export interface LedgerLine {
  readonly day: Day;
  readonly ownDay: Day;
  readonly voucher: string;
  readonly paperNo?: string | undefined;
  readonly cancelled: boolean;
  readonly entry: number;
  readonly kind: string;
  readonly party: string;
  readonly content: string;
  readonly fund: number;
  readonly place: number;
  readonly role: Role;
  readonly award?: string | undefined;
  readonly entries: number;
  readonly debit: Dong;
  readonly credit: Dong;
}

/** What a ledger was narrowed to, as it was typed: some of its lines stand there, and no balance after them. */
export interface LedgerFilter {
  readonly unit?: string;
  readonly kind?: string;
  readonly text?: string;
  /** In đồng. */
  readonly min?: Dong;
  readonly max?: Dong;
}

/** A ledger's figures before and within its days, all lines counted whether shown or not. In đồng. */
export interface LedgerSums {
  readonly opening: Dong;
  readonly in: Dong;
  readonly out: Dong;
  /** From 1 January to the day before the first. */
  readonly yearIn: Dong;
  readonly yearOut: Dong;
}

/** A month's turnover, what is left after it, and what came and went since 1 January. */
export interface MonthSum {
  readonly month: Month;
  readonly in: Dong;
  readonly out: Dong;
  readonly balance: Dong;
  readonly yearIn: Dong;
  readonly yearOut: Dong;
}

export interface ReportLine {
  readonly day: Day;
  readonly ownDay: Day;
  readonly voucher: string;
  readonly paperNo?: string;
  readonly cancelled: boolean;
  readonly entry: number;
  readonly fund: string;
  readonly party: string;
  readonly content: string;
  readonly award?: string;
  readonly in: Dong;
  readonly out: Dong;
  /** After the line; none where lines are left out. */
  readonly balance?: Dong;
}

export interface LedgerReport {
  readonly from: Day;
  readonly to: Day;
  readonly subject: string;
  readonly opening: Dong;
  readonly in: Dong;
  readonly out: Dong;
  readonly closing: Dong;
  readonly filter?: LedgerFilter;
  /** What the lines that are shown add up to. */
  readonly shown?: { readonly in: Dong; readonly out: Dong };
  /** Of a period of several months. */
  readonly months?: readonly MonthSum[];
  readonly lines: readonly ReportLine[];
}

/**
 * A ledger with its running balance. Money grows by debits; reasons grow by credits, so `grows` says which side is in. A
 * filtered ledger keeps the true opening, turnover and closing, and shows no balance after its lines.
 */
export function ledgerReport(
  range: { from: Day; to: Day; subject: string },
  grows: 'debit' | 'credit',
  sums: LedgerSums,
  rows: readonly LedgerLine[],
  funds: readonly Pick<Fund, 'id' | 'code'>[],
  filter?: LedgerFilter,
): LedgerReport {
  const codes = new Map(funds.map(({ id, code }) => [id, code]));
  let balance = sums.opening;
  let shown = { in: ZERO, out: ZERO };
  const lines = rows.map((row): ReportLine => {
    const [plus, minus] = grows === 'debit' ? [row.debit, row.credit] : [row.credit, row.debit];
    balance = subtract(add(balance, plus), minus);
    shown = { in: add(shown.in, plus), out: add(shown.out, minus) };
    const { day, ownDay, voucher, paperNo, cancelled, entry, party, content, award } = row;
    return {
      day,
      ownDay,
      voucher,
      ...(paperNo === undefined ? {} : { paperNo }),
      cancelled,
      entry,
      fund: codes.get(row.fund) ?? '',
      party: maskedText(party),
      content: maskedText(content),
      ...(award === undefined ? {} : { award }),
      in: plus,
      out: minus,
      ...(filter === undefined ? { balance } : {}),
    };
  });
  const { opening, in: into, out } = sums;
  const report = { ...range, opening, in: into, out, closing: subtract(add(opening, into), out), lines };
  if (filter !== undefined) return { ...report, filter, shown };
  return monthOf(range.from) === monthOf(range.to)
    ? report
    : { ...report, months: monthSums(range, sums, lines) };
}

function monthSums(
  { from, to }: { from: Day; to: Day },
  sums: LedgerSums,
  lines: readonly ReportLine[],
): MonthSum[] {
  const byMonth = Map.groupBy(lines, ({ day }) => monthOf(day));
  const months: MonthSum[] = [];
  let { opening: balance, yearIn, yearOut } = sums;
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) {
    if (month.endsWith('-01')) [yearIn, yearOut] = [ZERO, ZERO];
    let [into, out]: [Dong, Dong] = [ZERO, ZERO];
    for (const line of byMonth.get(month) ?? []) [into, out] = [add(into, line.in), add(out, line.out)];
    [yearIn, yearOut] = [add(yearIn, into), add(yearOut, out)];
    balance = subtract(add(balance, into), out);
    months.push({ month, in: into, out, balance, yearIn, yearOut });
  }
  return months;
}

/** A ledger's lines with what stands below each month; `line` makes a row of a line, `below` the rows of a month. */
export function withMonths<R>(
  report: Pick<LedgerReport, 'lines' | 'months'>,
  line: (line: ReportLine) => R,
  below: (month: MonthSum) => readonly R[],
): R[] {
  if (report.months === undefined) return report.lines.map(line);
  const byMonth = Map.groupBy(report.lines, ({ day }) => monthOf(day));
  return report.months.flatMap((month) => [...(byMonth.get(month.month) ?? []).map(line), ...below(month)]);
}

/** How a ledger is laid out: a book of money has the numbers of receipts and payments apart, and the day of the paper. */
export type LedgerForm = 'plain' | 'cash' | 'bank';

/** `cancelled` is what a line of a cancelled voucher is marked with. */
export function ledgerTable(
  name: string,
  report: LedgerReport,
  form: LedgerForm = 'plain',
  cancelled = '',
): Table {
  const { from, to, subject, opening, closing, filter, shown } = report;
  const several = new Set(report.lines.map(({ fund }) => fund)).size > 1;
  const marked = report.lines.some((line) => line.cancelled || line.paperNo !== undefined);
  const amount = (value: Dong) => (value === 0 ? undefined : value);
  const rows = withMonths<Row>(
    report,
    (line) => ({
      kind: 'line',
      cells: {
        day: line.day,
        ownDay: line.ownDay,
        voucher: line.voucher,
        receipt: line.in === 0 ? undefined : line.voucher,
        payment: line.in === 0 ? line.voucher : undefined,
        entry: line.entry,
        fund: line.fund,
        party: line.party,
        content: line.content,
        award: line.award,
        in: amount(line.in),
        out: amount(line.out),
        balance: line.balance,
        note: noteOf(line, cancelled),
      },
    }),
    (month) => [
      {
        kind: 'subtotal',
        label: 'monthTurnover',
        cells: { day: month.month, in: month.in, out: month.out, balance: month.balance },
      },
      {
        kind: 'group',
        label: 'yearToDate',
        cells: { day: month.month, in: month.yearIn, out: month.yearOut },
      },
    ],
  );
  return {
    name,
    facts: { from, to, subject, ...filter },
    columns: [
      ...columnsOf(form),
      ...(report.lines.some(({ award }) => award !== undefined) && form === 'plain' && name === 'memberLedger'
        ? [{ key: 'award', type: 'code' } as const]
        : []),
      ...(several ? [{ key: 'fund', type: 'code' } as const] : []),
      { key: 'in', type: 'dong' },
      { key: 'out', type: 'dong' },
      ...(filter === undefined ? [{ key: 'balance', type: 'dong' } as const] : []),
      ...(marked ? [{ key: 'note', type: 'text' } as const] : []),
    ],
    rows:
      filter === undefined
        ? [
            { kind: 'group', label: 'opening', cells: { balance: opening } },
            ...rows,
            { kind: 'total', label: 'turnover', cells: { in: report.in, out: report.out, balance: closing } },
          ]
        : [...rows, { kind: 'total', label: 'shown', cells: { ...shown } }],
  };
}

function columnsOf(form: LedgerForm): Column[] {
  if (form === 'plain')
    return [
      { key: 'day', type: 'day' },
      { key: 'voucher', type: 'code' },
      { key: 'party', type: 'person' },
      { key: 'content', type: 'text' },
    ];
  return [
    { key: 'day', type: 'day' },
    { key: 'ownDay', type: 'day', room: 'wide' },
    ...(form === 'cash'
      ? ([
          { key: 'receipt', type: 'code', room: 'wide' },
          { key: 'payment', type: 'code', room: 'wide' },
          { key: 'voucher', type: 'code', room: 'narrow' },
        ] as const)
      : ([{ key: 'voucher', type: 'code' }] as const)),
    { key: 'party', type: 'person', room: 'wide' },
    { key: 'content', type: 'text' },
  ];
}

/** What is written beside a line: that its voucher is void, and the number on its paper. */
function noteOf(line: Pick<ReportLine, 'cancelled' | 'paperNo'>, cancelled: string): string | undefined {
  const said = [
    ...(line.cancelled ? [cancelled] : []),
    ...(line.paperNo === undefined ? [] : [line.paperNo]),
  ];
  return said.length === 0 ? undefined : said.join('; ');
}

export interface JournalReport {
  readonly from: Day;
  readonly to: Day;
  readonly debit: Dong;
  readonly credit: Dong;
  readonly filter?: LedgerFilter;
  readonly lines: readonly JournalLine[];
}

export interface JournalLine {
  readonly day: Day;
  readonly entry: number;
  readonly voucher: string;
  readonly kind: string;
  readonly content: string;
  readonly account: string;
  readonly fund: string;
  readonly place: string;
  readonly debit: Dong;
  readonly credit: Dong;
}

/** What the journal's lines call what postings have by key. */
export interface JournalNames {
  readonly funds: readonly Fund[];
  readonly places: readonly Place[];
  readonly account: (role: Role, held: boolean) => string;
}

/** A posting as a line of the journal, with the chart's account numbers. */
export function journalLiner(names: JournalNames): (row: LedgerLine) => JournalLine {
  const funds = new Map(names.funds.map((fund) => [fund.id, fund]));
  const places = new Map(names.places.map(({ id, code }) => [id, code]));
  return (row) => {
    const fund = funds.get(row.fund);
    return {
      day: row.day,
      entry: row.entry,
      voucher: row.voucher,
      kind: row.kind,
      content: maskedText(row.content),
      account: names.account(row.role, fund?.kind === 'held'),
      fund: fund?.code ?? '',
      place: places.get(row.place) ?? '',
      debit: row.debit,
      credit: row.credit,
    };
  };
}

/** Every posting of a period. */
export function journalReport(
  range: { from: Day; to: Day },
  lines: readonly JournalLine[],
  filter?: LedgerFilter,
): JournalReport {
  let debit: Dong = ZERO;
  let credit: Dong = ZERO;
  for (const line of lines) [debit, credit] = [add(debit, line.debit), add(credit, line.credit)];
  return { ...range, debit, credit, ...(filter === undefined ? {} : { filter }), lines };
}

export const JOURNAL_COLUMNS: Table['columns'] = [
  { key: 'day', type: 'day' },
  { key: 'entry', type: 'count' },
  { key: 'voucher', type: 'code' },
  { key: 'content', type: 'text' },
  { key: 'account', type: 'code' },
  { key: 'fund', type: 'code' },
  { key: 'place', type: 'code' },
  { key: 'debit', type: 'dong' },
  { key: 'credit', type: 'dong' },
];

/** A line's cells: the side that it is not on is empty. */
export function journalCells(line: JournalLine): Row['cells'] {
  return {
    ...line,
    debit: line.debit === 0 ? undefined : line.debit,
    credit: line.credit === 0 ? undefined : line.credit,
  };
}

export function journalTable(report: JournalReport): Table {
  const { from, to, debit, credit, filter } = report;
  return {
    name: 'journal',
    facts: { from, to, ...filter },
    columns: JOURNAL_COLUMNS,
    rows: [
      ...report.lines.map((line): Row => ({ kind: 'line', cells: journalCells(line) })),
      { kind: 'total', label: filter === undefined ? 'total' : 'shown', cells: { debit, credit } },
    ],
  };
}
