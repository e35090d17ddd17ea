import type { Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { fold, tidy } from '../domain/name.ts';
import { Prints } from '../domain/overlap.ts';
import type { Field } from '../domain/form.ts';
import type { GridRow } from './cell.ts';
import { readMemo, type LineKind } from './memo.ts';
import { NormalForm } from './normal.ts';
import type { OpenedList } from './open.ts';
import { RowReader } from './reader.ts';
import { StatementReader, type StatementLine } from './statement.ts';

/** One gift as a list states it. */
export interface ContributionRow {
  readonly row: number;
  readonly day: Day | undefined;
  /** Empty where the list names nobody. */
  readonly donor: string;
  /** The unit that the list writes beside a person's name. */
  readonly unit: string;
  readonly memo: string;
  readonly reference: string;
  readonly amount: Dong;
  /** 16 bytes over day, amount, folded name and reference (accounting.md 16): a note that changed makes no new gift. */
  readonly print: Uint8Array;
}

/** The latest day a gift may have, and the first the book knows. */
export interface DayLimits {
  readonly first: Day;
  readonly today: Day;
}

/** A donor list that was read through and found good; its rows are read anew from the file. */
export interface ContributionList {
  readonly reader: RowReader;
  readonly amounts: readonly Dong[];
  /** Of each gift, its day, print and row of the sheet. */
  readonly days: readonly (Day | undefined)[];
  readonly prints: Prints;
  readonly rowNumbers: readonly number[];
  readonly total: Dong;
  /** The same list as CSV or workbook, in any order, has the same. */
  readonly normalDigest: Buffer;
  /** Lines of a statement that are no gifts, by kind; never taken. */
  readonly leftOut: ReadonlyMap<LineKind, number>;
  rows(): AsyncIterable<readonly ContributionRow[]>;
}

/**
 * Reads a donor list: an amount, a name or a memo, and a day unless the whole list was received on one day. A bank's
 * statement is one too: its money in, but for interest, refunds and what else is no gift; its balances are proved first.
 * Faulty rows are gathered and refused together; printed totals are checked against the rows.
 */
export async function readContributions(
  list: OpenedList,
  limits: DayLimits,
  oneDay: Day | undefined,
  acceptBreaks: ReadonlySet<number> = new Set(),
): Promise<ContributionList> {
  const reader = await RowReader.over(list, {
    fields: [
      'amount',
      'debit',
      'credit',
      'side',
      'balance',
      'day',
      'clock',
      'name',
      'family',
      'unit',
      'memo',
      'counter',
      'reference',
    ],
    anyOf: [
      ['amount', 'credit'],
      ['name', 'unit', 'memo', 'counter'],
      ...(oneDay === undefined ? [['day'] as const] : []),
    ],
  });
  return (['credit', 'side', 'balance'] as const).some((field) => reader.has(field))
    ? fromStatement(reader, limits, oneDay, acceptBreaks)
    : fromList(reader, limits, oneDay);
}

async function fromList(
  reader: RowReader,
  limits: DayLimits,
  oneDay: Day | undefined,
): Promise<ContributionList> {
  const amountAt = reader.table.columns.get('amount') ?? -1;
  const rowOf = (row: GridRow, printOf: Printing): ContributionRow | undefined => {
    const amount = reader.amount(row, amountAt);
    const day = reader.has('day') ? reader.day(row, 'day') : undefined;
    if (day !== undefined) judgeDay(reader, row, day, limits, oneDay);
    if (amount === undefined || reader.isBad(row)) return undefined;
    reader.count(amountAt, amount);
    // Who gave, and what else the row says of it: a person's unit, the bank's or the cashier's words.
    const fields = (['name', 'unit', 'memo'] as const).filter((field) => reader.has(field));
    const [who = '', ...rest] = fields.map((field) =>
      field === 'name' ? reader.name(row) : reader.text(row, field),
    );
    const reference = reader.text(row, 'reference');
    const print = printOf(() => [day ?? oneDay, amount, fold(who), fold(reference)]);
    const said = fields[0] === 'memo' ? readMemo(reader.raw(row, 'memo')) : undefined;
    return {
      row: row.row,
      day,
      donor: said?.payer ?? who,
      unit: fields[0] === 'name' ? reader.text(row, 'unit') : '',
      memo: said === undefined ? rest.filter((text) => text !== '').join(' · ') : tidy(said.masked),
      reference,
      amount,
      print,
    };
  };
  const rows = async function* (printOf: Printing): AsyncIterable<readonly ContributionRow[]> {
    for await (const lines of reader.lines()) {
      const batch: ContributionRow[] = [];
      for (const line of lines) {
        if (line.kind === 'row') {
          const row = rowOf(line.row, printOf);
          if (row !== undefined) batch.push(row);
        } else reader.prove(line, [amountAt]);
      }
      yield batch;
    }
  };
  return gathered(reader, rows, new Map());
}

async function fromStatement(
  reader: RowReader,
  limits: DayLimits,
  oneDay: Day | undefined,
  acceptBreaks: ReadonlySet<number>,
): Promise<ContributionList> {
  const statement = StatementReader.of(reader);
  await statement.prove(limits, acceptBreaks);
  const leftOut = new Map<LineKind, number>();
  const rows = async function* (printOf: Printing): AsyncIterable<readonly ContributionRow[]> {
    leftOut.clear();
    for await (const lines of statement.lines()) {
      yield lines.flatMap((line) => {
        judgeDay(reader, line, line.day, limits, oneDay);
        if (reader.isBad(line)) return [];
        if (line.kind === 'contribution' && line.amount > 0) return [giftOf(line, printOf)];
        leftOut.set(line.kind, (leftOut.get(line.kind) ?? 0) + 1);
        return [];
      });
    }
  };
  return gathered(reader, rows, leftOut);
}

function giftOf(line: StatementLine, printOf: Printing): ContributionRow {
  const said = readMemo(line.memo, line.counter);
  const { row, day, amount, reference, clock } = line;
  // A balance tells two equal gifts apart, and is the same in every export of the account.
  const print = printOf(() => [day, amount, clock, line.balance, fold(line.memo), fold(reference)]);
  return { row, day, donor: said.payer, unit: '', memo: tidy(said.masked), reference, amount, print };
}

/** Gives the print of the next row; what it is made of is asked for the first time only. */
type Printing = (fields: () => readonly Field[]) => Uint8Array;

/** Reads all of it once: what the decision needs is kept, a few bytes a row; the rows themselves are not. */
async function gathered(
  reader: RowReader,
  rows: (printOf: Printing) => AsyncIterable<readonly ContributionRow[]>,
  leftOut: ReadonlyMap<LineKind, number>,
): Promise<ContributionList> {
  const normal = new NormalForm();
  const amounts: Dong[] = [];
  const days: (Day | undefined)[] = [];
  const prints = new Prints();
  const rowNumbers: number[] = [];
  let total: Dong = ZERO;
  for await (const batch of rows((fields) => normal.add(fields()))) {
    for (const { amount, day, print, row } of batch) {
      amounts.push(amount);
      days.push(day);
      prints.push(print);
      rowNumbers.push(row);
      total = add(total, amount);
    }
  }
  reader.finish();
  return {
    reader,
    amounts,
    days,
    prints,
    rowNumbers,
    total,
    normalDigest: normal.digest(),
    leftOut,
    rows: () => {
      let row = 0;
      return rows(() => prints.at(row++));
    },
  };
}

function judgeDay(
  reader: RowReader,
  row: { readonly row: number },
  day: Day,
  limits: DayLimits,
  oneDay: Day | undefined,
): void {
  const column = reader.table.headings[reader.table.columns.get('day') ?? -1] ?? '';
  if (day > limits.today) reader.faultAt(row, column, 'day.future', day);
  if (day < limits.first && oneDay === undefined) reader.faultAt(row, column, 'day.before-book', day);
}
