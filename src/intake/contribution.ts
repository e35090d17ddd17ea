import type { Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { fold, tidy } from '../domain/name.ts';
import { Prints } from '../domain/overlap.ts';
import type { GridRow } from './cell.ts';
import { readMemo, type LineKind } from './memo.ts';
import { NormalForm } from './normal.ts';
import type { OpenedList } from './open.ts';
import { RowReader } from './reader.ts';
import { StatementReader, type StatementLine } from './statement.ts';

/** What is judged of a gift. */
interface Gift {
  readonly row: number;
  readonly day: Day | undefined;
  readonly amount: Dong;
  /** 16 bytes over day, amount, folded name and reference (accounting.md 16): a note that changed makes no new gift. */
  readonly print: Uint8Array;
}

/** What a list says of a gift. */
interface Words {
  /** Empty where the list names nobody. */
  readonly donor: string;
  /** The unit that the list writes beside a person's name. */
  readonly unit: string;
  readonly memo: string;
  readonly reference: string;
}

/** One gift as a list states it. */
export interface ContributionRow extends Gift, Words {}

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
  /** How many rows were left out because something in them is at fault. */
  readonly rejected: number;
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
  // Who gave, and what else the row says of it: a person's unit, the bank's or the cashier's words.
  const fields = (['name', 'unit', 'memo'] as const).filter((field) => reader.has(field));
  const whoIn = (row: GridRow) =>
    fields[0] === 'name' ? reader.name(row) : reader.text(row, fields[0] ?? 'memo');
  const wordsOf = (row: GridRow): Words => {
    const rest = fields.slice(1).map((field) => reader.text(row, field));
    const said = fields[0] === 'memo' ? readMemo(reader.raw(row, 'memo')) : undefined;
    return {
      donor: said?.payer ?? whoIn(row),
      unit: fields[0] === 'name' ? reader.text(row, 'unit') : '',
      memo: said === undefined ? rest.filter((text) => text !== '').join(' · ') : tidy(said.masked),
      reference: reader.text(row, 'reference'),
    };
  };
  const giftOf = (row: GridRow, normal: NormalForm): Gift | undefined => {
    const amount = reader.amount(row, amountAt);
    const day = reader.has('day') ? reader.day(row, 'day') : undefined;
    if (day !== undefined) judgeDay(reader, row, day, limits, oneDay);
    if (amount === undefined || reader.isBad(row)) return undefined;
    reader.count(amountAt, amount);
    const reference = reader.text(row, 'reference');
    return {
      row: row.row,
      day,
      amount,
      print: normal.add([day ?? oneDay, amount, fold(whoIn(row)), fold(reference)]),
    };
  };
  const gathering = new Gathering(reader);
  for await (const lines of reader.lines()) {
    for (const line of lines) {
      const gift = line.kind === 'row' ? giftOf(line.row, gathering.normal) : undefined;
      if (gift !== undefined) gathering.take(gift);
      if (line.kind !== 'row') reader.prove(line, [amountAt]);
    }
  }
  return gathering.end(new Map(), async function* (gifts) {
    // What was judged is known; only the words are read anew, from the rows that were found good.
    let at = 0;
    for await (const rows of reader.table.list.rows()) {
      const batch: ContributionRow[] = [];
      for (const row of rows) {
        if (row.row !== gifts.rowNumbers[at]) continue;
        batch.push({ ...gifts.gift(at), ...wordsOf(row) });
        at += 1;
      }
      yield batch;
    }
  });
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
  const gathering = new Gathering(reader);
  for await (const lines of statement.lines()) {
    for (const line of lines) {
      judgeDay(reader, line, line.day, limits, oneDay);
      if (reader.isBad(line)) continue;
      if (isGift(line)) gathering.take(giftOf(line, gathering.normal));
      else leftOut.set(line.kind, (leftOut.get(line.kind) ?? 0) + 1);
    }
  }
  return gathering.end(leftOut, async function* (gifts) {
    let at = 0;
    for await (const lines of statement.lines()) {
      const batch: ContributionRow[] = [];
      for (const line of lines) {
        if (line.row !== gifts.rowNumbers[at]) continue;
        const { payer, masked } = readMemo(line.memo, line.counter);
        const { reference } = line;
        batch.push({ ...gifts.gift(at), donor: payer, unit: '', memo: tidy(masked), reference });
        at += 1;
      }
      yield batch;
    }
  });
}

function isGift({ kind, amount }: StatementLine): boolean {
  return kind === 'contribution' && amount > 0;
}

function giftOf(
  { row, day, amount, clock, balance, memo, reference }: StatementLine,
  normal: NormalForm,
): Gift {
  // A balance tells two equal gifts apart, and is the same in every export of the account.
  return { row, day, amount, print: normal.add([day, amount, clock, balance, fold(memo), fold(reference)]) };
}

/** Gathers what the decision on a list needs, some fifty bytes a gift; its words are read once more when they are posted. */
class Gathering {
  readonly normal = new NormalForm();
  readonly rowNumbers: number[] = [];
  readonly #reader: RowReader;
  readonly #amounts: Dong[] = [];
  readonly #days: (Day | undefined)[] = [];
  readonly #prints = new Prints();
  #total: Dong = ZERO;

  constructor(reader: RowReader) {
    this.#reader = reader;
  }

  take({ row, day, amount, print }: Gift): void {
    this.rowNumbers.push(row);
    this.#amounts.push(amount);
    this.#days.push(day);
    this.#prints.push(print);
    this.#total = add(this.#total, amount);
  }

  gift(at: number): Gift {
    const [row = 0, day, amount = ZERO] = [this.rowNumbers[at], this.#days[at], this.#amounts[at]];
    return { row, day, amount, print: this.#prints.at(at) };
  }

  /** Refuses the list where anything in it is at fault; `rows` reads what was gathered once more, with its words. */
  end(
    leftOut: ReadonlyMap<LineKind, number>,
    rows: (gifts: Gathering) => AsyncIterable<readonly ContributionRow[]>,
  ): ContributionList {
    this.#reader.finish();
    return {
      reader: this.#reader,
      amounts: this.#amounts,
      days: this.#days,
      prints: this.#prints,
      rowNumbers: this.rowNumbers,
      total: this.#total,
      rejected: this.#reader.rejected,
      normalDigest: this.normal.digest(),
      leftOut,
      rows: () => rows(this),
    };
  }
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
