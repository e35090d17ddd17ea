import { maskedText } from '../../domain/mask.ts';
import { monthOf, type Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Fund, Place } from '../../domain/fund.ts';
import type { TrialReport } from '../ledger-accounts.ts';
import {
  withMonths,
  type JournalReport,
  type LedgerReport,
  type MonthSum,
  type ReportLine,
} from '../ledger.ts';
import { say, type Line } from './line.ts';
import { note } from './note.ts';
import { signersOf } from './officers.ts';
import type {
  Block,
  Letterhead,
  OfficeHolder,
  Paper,
  PaperColumn,
  PaperKey,
  PaperRow,
  PaperTable,
} from './paper.ts';

/** What every account book is headed and signed by. */
export interface BookFacts {
  readonly letterhead: Letterhead;
  /** The day it speaks for: its last, or today where that is earlier. */
  readonly date: Day;
  readonly officers: readonly OfficeHolder[];
  /** When the year's book was opened. */
  readonly opened: Day;
}

/** Columns of amounts: what came in, what went out, and what is left after every line. */
interface Amounts {
  readonly in: PaperKey;
  readonly out: PaperKey;
  readonly left: PaperKey;
}

const CASH: Amounts = { in: 'in', out: 'out', left: 'left' };
const BANK: Amounts = { in: 'paidIn', out: 'takenOut', left: 'bankLeft' };

/** A cash book in the columns of S11, or a bank book in those of S12; of several funds with a column that says which. */
export function moneyBook(
  facts: BookFacts,
  report: LedgerReport,
  { place, fund }: { readonly place: Place; readonly fund?: Fund | undefined },
): Paper {
  const cash = place.kind === 'cash';
  const amounts = cash ? CASH : BANK;
  const several = fund === undefined && new Set(report.lines.map((line) => line.fund)).size > 1;
  const columns: PaperColumn[] = [
    ...(cash ? cashColumns() : bankColumns()),
    ...(several ? [{ key: 'fund', type: 'code' } as const] : []),
    ...amountColumns(amounts, cash),
    { key: 'note', type: 'text', ...(cash ? { mark: 'G' } : {}) },
  ];
  const line = (each: ReportLine): PaperRow['cells'] => ({
    bookedOn: each.day,
    voucherDay: each.ownDay,
    ...(cash ? { [each.in === 0 ? 'paymentNo' : 'receiptNo']: each.voucher } : { voucherNo: each.voucher }),
    explained: maskedText(each.content),
    fund: each.fund,
  });
  const purse = fund === undefined ? undefined : `${fund.name} (${fund.code})`;
  return bookPaper(facts, {
    name: cash ? 'cash-book' : 'bank-book',
    titles: [say('moneyBook', { cash }), say('bookPurse', { fund: purse, place: place.name }), days(report)],
    table: balanceTable(columns, report, amounts, line),
    below: [
      note(say('closingWords', { amount: report.closing })),
      note(say('bookPages', {})),
      note(say('bookOpened', { day: facts.opened })),
    ],
  });
}

/** Why a fund grew or shrank, voucher by voucher. */
export function fundBook(facts: BookFacts, report: LedgerReport, { code, name }: Fund): Paper {
  const columns: PaperColumn[] = [
    { key: 'bookedOn', type: 'day' },
    { key: 'voucherNo', type: 'code' },
    { key: 'party', type: 'person' },
    { key: 'explained', type: 'text' },
    ...amountColumns(CASH, false),
    { key: 'note', type: 'text' },
  ];
  return bookPaper(facts, {
    name: 'fund-ledger',
    titles: [say('fundBook', {}), say('bookFund', { code, name }), days(report)],
    table: balanceTable(columns, report, CASH, (each) => ({
      bookedOn: each.day,
      voucherNo: each.voucher,
      party: each.party,
      explained: maskedText(each.content),
    })),
    below: [note(say('closingWords', { amount: report.closing }))],
  });
}

export function journalBook(facts: BookFacts, report: JournalReport): Paper {
  const some = (amount: Dong) => (amount === 0 ? undefined : amount);
  const { debit, credit } = report;
  return bookPaper(facts, {
    name: 'journal',
    titles: [say('journalBook', {}), days(report)],
    table: {
      kind: 'table',
      columns: [
        { key: 'bookedOn', type: 'day' },
        { key: 'entry', type: 'count' },
        { key: 'voucherNo', type: 'code' },
        { key: 'explained', type: 'text' },
        { key: 'account', type: 'code' },
        { key: 'fund', type: 'code' },
        { key: 'place', type: 'code' },
        { key: 'debit', type: 'dong' },
        { key: 'credit', type: 'dong' },
      ],
      sums: ['debit', 'credit'],
      tall: false,
      carried: true,
      rows: [
        ...report.lines.map((line): PaperRow => ({
          kind: 'line',
          cells: {
            bookedOn: line.day,
            entry: line.entry,
            voucherNo: line.voucher,
            explained: maskedText(line.content),
            account: line.account,
            fund: line.fund,
            place: line.place,
            debit: some(line.debit),
            credit: some(line.credit),
          },
        })),
        { kind: 'total', label: say('sheetsTotal', {}), cells: { debit, credit } },
      ],
    },
    below: [],
  });
}

const SIDES = ['openingDebit', 'openingCredit', 'debit', 'credit', 'closingDebit', 'closingCredit'] as const;
const OVER = [say('openingSides', {}), say('turnoverSides', {}), say('closingSides', {})];

export function trialBook(facts: BookFacts, report: TrialReport, fund: Fund | undefined): Paper {
  const some = (amount: Dong) => (amount === 0 ? undefined : amount);
  return bookPaper(facts, {
    name: 'trial-balance',
    titles: [
      say('trialBook', {}),
      ...(fund === undefined ? [] : [say('bookFund', { code: fund.code, name: fund.name })]),
      days(report),
    ],
    table: {
      kind: 'table',
      columns: [
        { key: 'account', type: 'code' },
        { key: 'accountName', type: 'text' },
        ...SIDES.map((key, at): PaperColumn => ({ key, type: 'dong', over: OVER[Math.floor(at / 2)] })),
      ],
      sums: SIDES,
      tall: false,
      rows: [
        ...report.accounts.map((line): PaperRow => ({
          kind: 'line',
          cells: {
            account: line.account,
            accountName: line.name,
            ...Object.fromEntries(SIDES.map((key) => [key, some(line[key])])),
          },
        })),
        { kind: 'total', label: say('sheetsTotal', {}), cells: report.total },
      ],
    },
    below: [],
  });
}

function cashColumns(): PaperColumn[] {
  const over = say('voucherNumbers', {});
  return [
    { key: 'bookedOn', type: 'day', mark: 'A' },
    { key: 'voucherDay', type: 'day', mark: 'B' },
    { key: 'receiptNo', type: 'code', over, mark: 'C' },
    { key: 'paymentNo', type: 'code', over, mark: 'D' },
    { key: 'explained', type: 'text', mark: 'E' },
  ];
}

function bankColumns(): PaperColumn[] {
  return [
    { key: 'bookedOn', type: 'day' },
    { key: 'voucherDay', type: 'day' },
    { key: 'voucherNo', type: 'code' },
    { key: 'explained', type: 'text' },
  ];
}

function amountColumns(amounts: Amounts, marked: boolean): PaperColumn[] {
  const mark = (at: number) => (marked ? { mark: String(at) } : {});
  return [
    { key: amounts.in, type: 'dong', ...mark(1) },
    { key: amounts.out, type: 'dong', ...mark(2) },
    { key: amounts.left, type: 'dong', running: [amounts.in, amounts.out], ...mark(3) },
  ];
}

function balanceTable(
  columns: readonly PaperColumn[],
  report: LedgerReport,
  amounts: Amounts,
  line: (line: ReportLine) => PaperRow['cells'],
): PaperTable {
  const some = (amount: Dong) => (amount === 0 ? undefined : amount);
  const rows = withMonths<PaperRow>(
    report,
    (each) => ({
      kind: 'line',
      cells: {
        ...line(each),
        [amounts.in]: some(each.in),
        [amounts.out]: some(each.out),
        [amounts.left]: each.balance,
        ...(each.cancelled || each.paperNo !== undefined
          ? { note: say('voucherNote', { cancelled: each.cancelled, paperNo: each.paperNo }) }
          : {}),
      },
    }),
    (month) => monthRows(month, report, amounts),
  );
  return {
    kind: 'table',
    columns,
    sums: [amounts.in, amounts.out],
    tall: false,
    filter: false,
    carried: true,
    rows: [
      { kind: 'stated', label: say('openingBalance', {}), cells: { [amounts.left]: report.opening } },
      ...rows,
      {
        kind: 'total',
        label: say('periodTurnover', {}),
        cells: { [amounts.in]: report.in, [amounts.out]: report.out },
      },
      { kind: 'stated', label: say('closingBalance', {}), cells: { [amounts.left]: report.closing } },
    ],
  };
}

/** Below a month: its turnover, and what came and went since 1 January. A month without lines has nothing to add up. */
function monthRows(sum: MonthSum, { lines }: LedgerReport, amounts: Amounts): PaperRow[] {
  const { month } = sum;
  return [
    {
      kind: lines.some(({ day }) => monthOf(day) === month) ? 'subtotal' : 'stated',
      label: say('monthTurnover', { month }),
      cells: { [amounts.in]: sum.in, [amounts.out]: sum.out },
    },
    {
      kind: 'stated',
      label: say('yearToDate', { month }),
      cells: { [amounts.in]: sum.yearIn, [amounts.out]: sum.yearOut, [amounts.left]: sum.balance },
    },
  ];
}

function bookPaper(
  { letterhead, date, officers }: BookFacts,
  book: {
    readonly name: string;
    readonly titles: readonly Line[];
    readonly table: PaperTable;
    readonly below: readonly Block[];
  },
): Paper {
  const { above, name, town, language } = letterhead;
  const [title] = book.titles;
  return {
    name: book.name,
    language,
    date,
    sheets: [
      {
        name: title ?? book.name,
        wide: true,
        onePage: false,
        blocks: [
          { kind: 'head', above, name, right: [] },
          { kind: 'title', lines: book.titles },
          { kind: 'note', line: say('currency', {}), at: 'right' },
          book.table,
          ...book.below,
          {
            kind: 'signatures',
            dateline: say('dateline', { town, day: date }),
            signers: signersOf(['cashier', 'accountant', 'chair'], officers),
          },
        ],
      },
    ],
  };
}

function days({ from, to }: { readonly from: Day; readonly to: Day }): Line {
  return say('bookDays', { from, to });
}
