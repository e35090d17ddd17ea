import type { Role } from '../domain/account.ts';
import type { Day } from '../domain/day.ts';
import { add, subtract, ZERO, type Dong } from '../domain/dong.ts';
import type { Fund, Place } from '../domain/fund.ts';
import type { Row, Table } from './table.ts';

/** One line as the store gives it: a voucher's effect, or one posting of the journal. */
export interface LedgerLine {
  readonly day: Day;
  readonly voucher: string;
  readonly entry: number;
  readonly kind: string;
  readonly party: string;
  readonly content: string;
  readonly fund: number;
  readonly place: number;
  readonly role: Role;
  readonly entries: number;
  readonly debit: Dong;
  readonly credit: Dong;
}

export interface LedgerReport {
  readonly from: Day;
  readonly to: Day;
  readonly subject: string;
  readonly opening: Dong;
  readonly in: Dong;
  readonly out: Dong;
  readonly closing: Dong;
  readonly lines: readonly {
    readonly day: Day;
    readonly voucher: string;
    readonly entry: number;
    readonly party: string;
    readonly content: string;
    readonly in: Dong;
    readonly out: Dong;
    readonly balance: Dong;
  }[];
}

/**
 * A ledger with its running balance. Money grows by debits; reasons grow by credits, so `grows` says which side is in.
 */
export function ledgerReport(
  range: { from: Day; to: Day; subject: string },
  grows: 'debit' | 'credit',
  opening: Dong,
  rows: readonly LedgerLine[],
): LedgerReport {
  let balance = opening;
  let into: Dong = ZERO;
  let out: Dong = ZERO;
  const lines = rows.map((row) => {
    const [plus, minus] = grows === 'debit' ? [row.debit, row.credit] : [row.credit, row.debit];
    balance = subtract(add(balance, plus), minus);
    into = add(into, plus);
    out = add(out, minus);
    const { day, voucher, entry, party, content } = row;
    return { day, voucher, entry, party, content, in: plus, out: minus, balance };
  });
  return { ...range, opening, in: into, out, closing: balance, lines };
}

export function ledgerTable(name: string, report: LedgerReport): Table {
  const { from, to, subject, opening, closing } = report;
  return {
    name,
    facts: { from, to, subject },
    columns: [
      { key: 'day', type: 'day' },
      { key: 'voucher', type: 'code' },
      { key: 'party', type: 'person' },
      { key: 'content', type: 'text' },
      { key: 'in', type: 'dong' },
      { key: 'out', type: 'dong' },
      { key: 'balance', type: 'dong' },
    ],
    rows: [
      { kind: 'group', label: 'opening', cells: { balance: opening } },
      ...report.lines.map((line): Row => ({
        kind: 'line',
        cells: {
          ...line,
          in: line.in === 0 ? undefined : line.in,
          out: line.out === 0 ? undefined : line.out,
        },
      })),
      { kind: 'total', label: 'turnover', cells: { in: report.in, out: report.out, balance: closing } },
    ],
  };
}

export interface JournalReport {
  readonly from: Day;
  readonly to: Day;
  readonly debit: Dong;
  readonly credit: Dong;
  readonly lines: readonly {
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
  }[];
}

/** Every posting of a period, with the chart's account numbers. */
export function journalReport(
  range: { from: Day; to: Day },
  rows: readonly LedgerLine[],
  names: { funds: readonly Fund[]; places: readonly Place[]; account: (role: Role, held: boolean) => string },
): JournalReport {
  let debit: Dong = ZERO;
  let credit: Dong = ZERO;
  const lines = rows.map((row) => {
    debit = add(debit, row.debit);
    credit = add(credit, row.credit);
    const fund = names.funds.find((each) => each.id === row.fund);
    const place = names.places.find((each) => each.id === row.place);
    return {
      day: row.day,
      entry: row.entry,
      voucher: row.voucher,
      kind: row.kind,
      content: row.content,
      account: names.account(row.role, fund?.kind === 'held'),
      fund: fund?.code ?? '',
      place: place?.code ?? '',
      debit: row.debit,
      credit: row.credit,
    };
  });
  return { ...range, debit, credit, lines };
}

export function journalTable(report: JournalReport): Table {
  return {
    name: 'journal',
    facts: { from: report.from, to: report.to },
    columns: [
      { key: 'day', type: 'day' },
      { key: 'entry', type: 'count' },
      { key: 'voucher', type: 'code' },
      { key: 'content', type: 'text' },
      { key: 'account', type: 'code' },
      { key: 'fund', type: 'code' },
      { key: 'place', type: 'code' },
      { key: 'debit', type: 'dong' },
      { key: 'credit', type: 'dong' },
    ],
    rows: [
      ...report.lines.map((line): Row => ({
        kind: 'line',
        cells: {
          ...line,
          debit: line.debit === 0 ? undefined : line.debit,
          credit: line.credit === 0 ? undefined : line.credit,
        },
      })),
      { kind: 'total', label: 'total', cells: { debit: report.debit, credit: report.credit } },
    ],
  };
}
