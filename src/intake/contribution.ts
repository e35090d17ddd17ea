import { createHash } from 'node:crypto';
import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { canonical } from '../domain/form.ts';
import { refuse } from '../domain/failure.ts';
import { fold } from '../domain/name.ts';
import type { Grid } from './cell.ts';
import { findTable, RowReader } from './table.ts';

/** One gift as a list states it. */
export interface ContributionRow {
  readonly row: number;
  readonly day: Day | undefined;
  /** Empty where the list names nobody. */
  readonly donor: string;
  readonly memo: string;
  readonly reference: string;
  readonly amount: Dong;
  /** 16 bytes over day, amount, folded name and reference (accounting.md 16): a note that changed makes no new gift. */
  readonly fingerprint: Buffer;
}

export interface ContributionList {
  readonly rows: readonly ContributionRow[];
  /** SHA-256 over the rows in order: the same list as CSV or workbook has the same. */
  readonly normalDigest: Buffer;
}

/** The latest day a gift may have, and the first the book knows. */
export interface DayLimits {
  readonly first: Day;
  readonly today: Day;
}

/**
 * Reads a donor list: an amount, a name or a memo, and a day unless the whole list was received on one day. Faulty rows
 * are gathered and refused together; printed totals are checked against the rows.
 */
export function readContributions(grid: Grid, limits: DayLimits, oneDay: Day | undefined): ContributionList {
  const table = findTable(
    grid,
    ['amount', 'day', 'name', 'unit', 'memo', 'reference'],
    [['amount'], ['name', 'unit', 'memo'], ...(oneDay === undefined ? [['day'] as const] : [])],
  );
  const reader = new RowReader(table);
  const amountAt = table.columns.get('amount');
  if (amountAt === undefined)
    return refuse('input.heading', { file: grid.file, missing: ['amount'], found: [] });
  const rows: ContributionRow[] = [];
  const amounts = new Map<number, Dong>();
  for (const row of table.rows) {
    const amount = reader.amount(row, amountAt);
    const day = reader.has('day') ? reader.day(row, 'day') : undefined;
    if (day !== undefined && day > limits.today) reader.fault(row, 'day', 'day.future', day);
    if (day !== undefined && day < limits.first && oneDay === undefined) {
      reader.fault(row, 'day', 'day.before-book', day);
    }
    if (amount === undefined) continue;
    amounts.set(row.row, amount);
    // Who gave, and what else the row says of it: a person's unit, the bank's or the cashier's words.
    const [donor = '', ...rest] = (['name', 'unit', 'memo'] as const)
      .filter((field) => reader.has(field))
      .map((field) => reader.text(row, field));
    const memo = rest.filter((text) => text !== '').join(' · ');
    const reference = reader.text(row, 'reference');
    const fingerprint = fingerprintOf(day ?? oneDay, amount, donor, reference);
    rows.push({ row: row.row, day, donor, memo, reference, amount, fingerprint });
  }
  // A row that cannot be read is the cause where a total differs: it is named first.
  reader.finish();
  reader.checkTotals(amountAt, amounts);
  reader.finish();
  const normal = createHash('sha256');
  for (const row of rows) normal.update(row.fingerprint);
  return { rows, normalDigest: normal.digest() };
}

function fingerprintOf(day: Day | undefined, amount: Dong, donor: string, reference: string): Buffer {
  const text = canonical('row', [day, amount, fold(donor), fold(reference)]);
  return createHash('sha256').update(text).digest().subarray(0, 16);
}
