import lists from '../../data/lists.json' with { type: 'json' };
import type { Day } from '../domain/day.ts';
import { add, negate, sum, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { RowFaultCode } from '../domain/row-fault.ts';
import { fold } from '../domain/name.ts';
import { RunningBalance, type Break, type Walked } from '../domain/running-balance.ts';
import { controlsIn, layoutOf, type Controls } from './bank.ts';
import { isBlank, textOf, type GridRow } from './cell.ts';
import { lineKind, type LineKind } from './memo.ts';
import { NormalForm } from './normal.ts';
import type { OpenedList } from './open.ts';
import { RowReader } from './reader.ts';
import type { FieldName, Wanted } from './table.ts';

/** One line of a bank's statement. */
export interface StatementLine {
  readonly row: number;
  readonly day: Day;
  /** HH:MM:SS where the bank prints it, else empty. */
  readonly clock: string;
  /** Đồng; money in above zero, money out below. */
  readonly amount: Dong;
  readonly balance: Dong | undefined;
  readonly reference: string;
  readonly memo: string;
  /** The other account's holder, where the statement has such a column. */
  readonly counter: string;
  readonly kind: LineKind;
  readonly print: Buffer;
}

/** What a statement says of itself, and how far it is proved. */
export interface StatementFacts {
  readonly bank: string;
  readonly rows: number;
  readonly opening: Dong | undefined;
  readonly closing: Dong | undefined;
  /** Đồng in and out over all lines. */
  readonly credits: Dong;
  readonly debits: Dong;
  readonly from: Day;
  readonly to: Day;
  /** Balances that follow from the lines before them; 0 where the bank prints none. */
  readonly checked: number;
  readonly breaks: readonly Break[];
  readonly normalDigest: Buffer;
}

const FIELDS: readonly FieldName[] = [
  'day',
  'clock',
  'reference',
  'debit',
  'credit',
  'side',
  'balance',
  'amount',
  'memo',
  'counter',
];

const STATEMENT: Wanted = {
  fields: FIELDS,
  anyOf: [['day'], ['credit', 'amount'], ['memo', 'counter']],
};

/** Reads a statement's lines, and proves them by its balances, counts and sums. */
export class StatementReader {
  readonly reader: RowReader;
  readonly #bank: string;
  readonly #printed: Controls;
  /** Rows in which debit and credit say nothing, with how they failed; a balance may prove their amount. */
  readonly #gaps = new Map<number, RowFaultCode>();

  private constructor(reader: RowReader, bank: string, printed: Controls) {
    this.reader = reader;
    this.#bank = bank;
    this.#printed = printed;
  }

  static async over(list: OpenedList): Promise<StatementReader> {
    return StatementReader.of(await RowReader.over(list, STATEMENT));
  }

  /** A table that turned out to be a statement. */
  static of(reader: RowReader): StatementReader {
    const layout = layoutOf(reader.table.headings);
    const beside = [...reader.table.preamble, ...reader.marginal.map(({ row }) => row)];
    const printed = controlsIn(layout, beside);
    return new StatementReader(reader, layout.bank, { ...printed, ...balancesBeside(reader) });
  }

  /** The good lines, in the order of the file. A bad one is a fault of the reader. */
  async *lines(): AsyncIterable<readonly StatementLine[]> {
    this.#gaps.clear();
    const normal = new NormalForm();
    for await (const lines of this.reader.lines()) {
      yield lines.flatMap(({ kind, row }) => {
        const line = kind === 'row' ? this.#line(row, normal) : undefined;
        if (line === undefined || this.reader.isBad(row)) return [];
        return [{ ...line, kind: lineKind(line.memo, line.amount > 0 ? 'credit' : 'debit') }];
      });
    }
  }

  /**
   * Reads the whole statement once and proves it. Refuses lines that cannot be read, with the amount that the balances
   * prove where they do; a break that is not among `accepted` rows; a printed count or sum that is not the lines'.
   */
  async prove(limits: { readonly today: Day }, accepted: ReadonlySet<number>): Promise<StatementFacts> {
    const normal = new NormalForm();
    const walk = new RunningBalance(this.#printed.opening, this.#printed.closing);
    this.#gaps.clear();
    const sides = this.#sides(ZERO).map(([at]) => at);
    let [rows, ins, outs, rising, falling, last] = [0, 0, 0, 0, 0, 0];
    let [credits, debits]: [Dong, Dong] = [ZERO, ZERO];
    let [from, to, before]: [Day | undefined, Day | undefined, Day | undefined] = [
      undefined,
      undefined,
      undefined,
    ];
    for await (const lines of this.reader.lines()) {
      for (const { kind, row } of lines) {
        if (kind !== 'row') {
          if (kind === 'total') this.reader.prove({ kind, row }, sides);
          continue;
        }
        last = row.row;
        const line = this.#line(row, normal);
        const balance = this.#balanceOf(row);
        if (balance === undefined && this.#saysBalance(row))
          this.reader.fault(row, 'balance', 'amount.unreadable');
        walk.see(row.row, line?.amount ?? this.#amountOf(row, false), balance);
        // A line without an amount has its day too: days tell which end is first.
        const day = line?.day ?? this.reader.peekDay(row, 'day');
        if (before !== undefined && day !== undefined && day !== before) {
          if (day > before) rising += 1;
          else falling += 1;
        }
        before = day ?? before;
        if (line === undefined) continue;
        if (line.day > limits.today) this.reader.fault(row, 'day', 'day.future', line.day);
        rows += 1;
        if (line.amount > 0) [credits, ins] = [add(credits, line.amount), ins + 1];
        else [debits, outs] = [add(debits, negate(line.amount)), outs + 1];
        for (const [at, amount] of this.#sides(line.amount)) this.reader.count(at, amount);
        if (from === undefined || line.day < from) from = line.day;
        if (to === undefined || line.day > to) to = line.day;
      }
    }
    const walked = walk.end(last, falling === rising ? undefined : falling > rising);
    this.#faultGaps(walked);
    this.reader.finish();
    if (from === undefined || to === undefined)
      return refuse('input.empty', { file: this.reader.table.list.file });
    this.#refuseBreaks(walked, accepted);
    this.#holdControls({ debits, credits, ins, outs }, walked, accepted.size > 0);
    return {
      bank: this.#bank,
      rows,
      opening: walked.opening ?? this.#printed.opening,
      closing: walked.closing ?? this.#printed.closing,
      credits,
      debits,
      from,
      to,
      checked: walked.checked,
      breaks: walked.breaks,
      normalDigest: normal.digest(),
    };
  }

  /** What a line adds to the column of money out and to that of money in. */
  #sides(amount: Dong): [at: number, amount: Dong][] {
    const { columns } = this.reader.table;
    const [debit, credit] = [columns.get('debit'), columns.get('credit')];
    return [
      ...(debit === undefined ? [] : [[debit, amount < 0 ? negate(amount) : ZERO] as [number, Dong]]),
      ...(credit === undefined ? [] : [[credit, amount > 0 ? amount : ZERO] as [number, Dong]]),
    ];
  }

  #line(row: GridRow, normal: NormalForm): Omit<StatementLine, 'kind'> | undefined {
    const { reader } = this;
    const when = reader.dayTime(row, 'day');
    const amount = this.#amountOf(row, true);
    if (when === undefined || amount === undefined) return undefined;
    const [memo, counter] = [reader.raw(row, 'memo'), reader.text(row, 'counter')];
    const written = reader.text(row, 'clock');
    const clock = CLOCK.test(written) ? written : (when.clock ?? '');
    const [balance, reference] = [this.#balanceOf(row), reader.text(row, 'reference')];
    return {
      row: row.row,
      day: when.day,
      clock,
      amount,
      balance,
      reference,
      memo,
      counter,
      print: normal.add([when.day, clock, amount, balance, fold(reference), tight(memo), fold(counter)]),
    };
  }

  /** What came in or went out; undefined where the row does not say, which `fault` notes for the balances to judge. */
  #amountOf(row: GridRow, fault: boolean): Dong | undefined {
    const { columns } = this.reader.table;
    const [debitAt, creditAt, amountAt] = [
      columns.get('debit'),
      columns.get('credit'),
      columns.get('amount'),
    ];
    const read =
      creditAt !== undefined ? this.#twoSides(row, debitAt, creditAt) : this.#oneSide(row, amountAt ?? -1);
    if (typeof read === 'number') return read;
    if (fault) this.#gaps.set(row.row, read);
    return undefined;
  }

  #twoSides(row: GridRow, debitAt: number | undefined, creditAt: number): Dong | RowFaultCode {
    const [debit, credit] = [debitAt, creditAt].map((at) =>
      at === undefined ? undefined : this.reader.tryAmount(row, at),
    );
    if (typeof debit === 'string') return debit;
    if (typeof credit === 'string') return credit;
    if (debit !== undefined && credit !== undefined) return 'amount.two';
    if (credit !== undefined) return credit > 0 ? credit : 'amount.negative';
    // Some banks print money out with a minus in its own column.
    if (debit !== undefined) return debit > 0 ? negate(debit) : debit;
    return 'amount.missing';
  }

  #oneSide(row: GridRow, at: number): Dong | RowFaultCode {
    const amount = this.reader.tryAmount(row, at);
    if (amount === undefined) return 'amount.missing';
    if (typeof amount === 'string' || !this.reader.has('side')) return amount;
    const side = this.reader.text(row, 'side').toLowerCase();
    if (CREDIT.has(side)) return amount;
    return DEBIT.has(side) ? negate(amount) : 'side.unclear';
  }

  #saysBalance(row: GridRow): boolean {
    const text = this.reader.text(row, 'balance');
    return text !== '' && text !== '-';
  }

  #balanceOf(row: GridRow): Dong | undefined {
    const at = this.reader.table.columns.get('balance');
    const cell = at === undefined ? undefined : row.cells[at];
    return at === undefined || isBlank(cell) || textOf(cell) === '-'
      ? undefined
      : this.reader.figure(cell, at);
  }

  #faultGaps({ proved }: Walked): void {
    const { columns, headings } = this.reader.table;
    for (const [row, code] of this.#gaps) {
      const amount = proved.get(row);
      const at =
        (amount !== undefined && amount < 0 ? columns.get('debit') : columns.get('credit')) ??
        columns.get('amount');
      const column = headings[at ?? -1] ?? '';
      if (amount === undefined) this.reader.faultAt({ row }, column, code);
      else if (amount === 0) this.reader.faultAt({ row }, column, code);
      else this.reader.faultAt({ row }, column, 'amount.proved', String(Math.abs(amount)));
    }
  }

  #refuseBreaks({ breaks, count }: Walked, accepted: ReadonlySet<number>): void {
    const open = breaks.filter(({ row }) => !accepted.has(row));
    if (open.length > 0)
      refuse('input.breaks', {
        file: this.reader.table.list.file,
        breaks: open,
        more: count - breaks.length,
      });
  }

  /** Counts and sums as the bank prints them; with breaks accepted, sums that counted them prove nothing. */
  #holdControls(
    found: { debits: Dong; credits: Dong; ins: number; outs: number },
    walked: Walked,
    broken: boolean,
  ): void {
    const { file } = this.reader.table.list;
    const { debits, credits, opening, closing } = this.#printed;
    const hold = (what: string, printed: number | undefined, is: number | undefined) => {
      if (printed !== undefined && is !== undefined && printed !== is && !broken)
        refuse('input.control', { file, what, printed, found: is });
    };
    hold('debitCount', debits?.count, found.outs);
    hold('creditCount', credits?.count, found.ins);
    hold('debits', debits?.amount, found.debits);
    hold('credits', credits?.amount, found.credits);
    if (opening !== undefined) hold('closing', closing, sum([opening, found.credits, negate(found.debits)]));
    hold('opening', opening, walked.opening);
  }
}

/** Opening and closing rows among the lines, with their balance in its own column. */
function balancesBeside(reader: RowReader): Pick<Controls, 'opening' | 'closing'> {
  const at = reader.table.columns.get('balance');
  const balances: { opening?: Dong; closing?: Dong } = {};
  if (at === undefined) return balances;
  for (const { kind, row } of reader.marginal) {
    if (kind !== 'opening' && kind !== 'closing') continue;
    const figure = isBlank(row.cells[at]) ? undefined : reader.figure(row.cells[at], at);
    // The first opening and the last closing: a page may carry its own.
    if (figure !== undefined && (kind === 'closing' || balances.opening === undefined))
      balances[kind] = figure;
  }
  return balances;
}

/** Memos that PDF conversion broke differently are one: no blanks, no marks. */
function tight(memo: string): string {
  return fold(memo).replaceAll(' ', '');
}

const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?$/;

const CREDIT = new Set(lists.credits);
const DEBIT = new Set(lists.debits);
