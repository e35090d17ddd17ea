import { ZERO, type Dong } from '../domain/dong.ts';
import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import type { Objection } from '../domain/objection.ts';
import type { RowFault, RowFaultCode } from '../domain/row-fault.ts';
import { readAmount, type AmountReading } from './amount.ts';
import { isBlank, isFormula, textOf, type Cell, type GridRow } from './cell.ts';
import { readDayCell, type DayReading, type ReadDayCell } from './day-cell.ts';
import type { OpenedList, Reading, SourceReading } from './open.ts';
import { Proofs } from './proofs.ts';
import type { Skipped, TableLine } from './line-sorter.ts';
import { surveyed, type Survey } from './survey.ts';
import { findTable, type FieldName, type Table, type Wanted } from './table.ts';
import { readWords } from './words.ts';

/** What was decided about a list and by what evidence: shown before anything is written, kept in `--json`. */
export interface ListReading {
  readonly source: SourceReading;
  readonly sheet: string;
  readonly heading: { readonly row: number; readonly columns: Readonly<Record<string, string>> };
  readonly amounts: readonly ({ readonly column: string } & AmountReading)[];
  readonly days: readonly ({ readonly column: string } & Pick<DayReading, 'swapped' | 'why' | 'span'>)[];
  readonly skipped: Skipped;
  readonly hiddenRows: number;
  readonly hiddenColumns: readonly string[];
  readonly oldFonts: number;
  /** Printed totals and amounts in words that equal what was read. */
  readonly proofs: number;
}

/** How many bad cells a failure carries; the rest are counted. */
const FAULTS_MAX = 1000;

/** How many a file of rejects can hold. */
const REJECTS_MAX = 100_000;

const NO_DAY = { field: 'day', cell: undefined, read: { fault: 'day.missing' } } as const;

/** Lines whose amount must be a figure. */
const SUMS: ReadonlySet<string> = new Set(['total', 'maybe', 'group']);

/**
 * Reads the rows of a table field by field. The first pass over the list decides each column's mark and days; faults are
 * gathered, instead of stopping at the first; printed totals are held against the rows above them.
 */
export class RowReader {
  readonly table: Table;
  /** Lines that are no data: totals, amounts in words, opening and closing balances. */
  readonly marginal: readonly TableLine[];
  readonly #how: Reading;
  readonly #amounts: ReadonlyMap<number, AmountReading>;
  readonly #days: ReadonlyMap<FieldName, DayReading>;
  readonly #width: number;
  #faults: RowFault[] = [];
  #badRows = new Set<number>();
  #faultCount = 0;
  #proofs = new Proofs();
  #rows = 0;
  #lastDay: { field: FieldName; cell: Cell | undefined; read: ReadDayCell } = NO_DAY;

  private constructor(table: Table, { marginal, amounts, days }: Survey) {
    this.table = table;
    this.marginal = marginal;
    this.#how = table.list.how;
    this.#amounts = amounts;
    this.#days = days;
    this.#width = table.headings.findLastIndex((text) => text !== '') + 1;
  }

  /** Finds the table and decides its columns; `dayFields` are held against the list's period. */
  static async over(
    list: OpenedList,
    wanted: Wanted,
    dayFields: readonly FieldName[] = ['day'],
  ): Promise<RowReader> {
    const table = await findTable(list, wanted);
    return new RowReader(table, await surveyed(table, dayFields));
  }

  /** The lines of the list, from its beginning; faults, sums and proofs begin anew. */
  async *lines(): AsyncIterable<readonly TableLine[]> {
    this.#faults = [];
    this.#badRows = new Set();
    this.#faultCount = 0;
    this.#proofs = new Proofs();
    this.#rows = 0;
    for await (const lines of this.table.lines()) {
      for (const { kind, row } of lines) {
        if (kind !== 'words' && kind !== 'opening' && kind !== 'closing') this.#rows += 1;
        if (kind === 'row' && this.#isWide(row)) this.faultAt(row, '', 'row.wide');
        if (kind === 'unclear')
          this.faultAt(row, this.#over(this.table.columns.get('ordinal') ?? -1), 'row.unclear');
      }
      yield lines;
    }
  }

  /** An amount with commas and no quotes runs over into the next cell: into none that a column has, or as `500`, `000`. */
  #isWide(row: GridRow): boolean {
    if (row.cells.slice(this.#width).some((cell) => !isBlank(cell))) return true;
    if (this.table.list.source.dialect?.delimiter !== 'comma') return false;
    return [...this.#amounts.keys()].some(
      (at) =>
        !this.#amounts.has(at + 1) &&
        /^\d{1,3}$/.test(textOf(row.cells[at])) &&
        /^\d{3}$/.test(textOf(row.cells[at + 1])),
    );
  }

  has(field: FieldName): boolean {
    return this.table.columns.has(field);
  }

  cell(row: GridRow, field: FieldName): Cell | undefined {
    const at = this.table.columns.get(field);
    return at === undefined ? undefined : row.cells[at];
  }

  text(row: GridRow, field: FieldName): string {
    return textOf(this.cell(row, field));
  }

  /** A person's name, whole: lists part it in two columns, or write it across two under one heading. */
  name(row: GridRow): string {
    const at = this.table.columns.get('name');
    if (at === undefined) return '';
    const more = this.table.headings[at + 1] === '' ? textOf(row.cells[at + 1]) : '';
    return [this.text(row, 'family'), textOf(row.cells[at]), more].filter(Boolean).join(' ');
  }

  /** The cell as it is written, line breaks and all: a bank breaks a memo inside words. */
  raw(row: GridRow, field: FieldName): string {
    const cell = this.cell(row, field);
    return typeof cell === 'string' ? cell : textOf(cell);
  }

  /** Faults at a field's column, named by the list's own heading. */
  fault(row: GridRow, field: FieldName, code: RowFaultCode, detail?: string): void {
    const at = this.table.columns.get(field);
    this.faultAt(row, at === undefined ? '' : this.#over(at), code, detail);
  }

  /** A row that a rule stops, with the rule's figures. */
  stop(row: GridRow, field: FieldName, { rule, subject, allowed, found }: Objection): void {
    const at = this.table.columns.get(field);
    const against = { subject, allowed, found };
    this.#add({
      row: row.row,
      column: at === undefined ? '' : this.#over(at),
      code: 'rule.broken',
      detail: rule,
      against,
    });
  }

  faultAt(row: { readonly row: number }, column: string, code: RowFaultCode, detail?: string): void {
    this.#add({
      row: row.row,
      column,
      code,
      ...(detail === undefined ? {} : { detail: code.startsWith('code.') ? masked(detail) : detail }),
    });
  }

  #add(fault: RowFault): void {
    this.#faultCount += 1;
    this.#badRows.add(fault.row);
    if (this.#faults.length < REJECTS_MAX) this.#faults.push(fault);
  }

  isBad(row: { readonly row: number }): boolean {
    return this.#badRows.has(row.row);
  }

  /** A column's day and, where the cell has one, its time of day. */
  dayTime(row: GridRow, field: FieldName): { readonly day: Day; readonly clock?: string } | undefined {
    const reading = this.#days.get(field);
    if (reading === undefined) return undefined;
    const cell = this.cell(row, field);
    // A list has few days and many rows of each.
    if (cell !== this.#lastDay.cell || field !== this.#lastDay.field)
      this.#lastDay = { field, cell, read: readDayCell(cell, reading) };
    const { read } = this.#lastDay;
    if ('day' in read) return read;
    this.fault(row, field, read.fault, read.detail);
    return undefined;
  }

  /** A column's day where it can be read; no fault where it cannot. */
  peekDay(row: GridRow, field: FieldName): Day | undefined {
    const reading = this.#days.get(field);
    const read = reading === undefined ? undefined : readDayCell(this.cell(row, field), reading);
    return read !== undefined && 'day' in read ? read.day : undefined;
  }

  day(row: GridRow, field: FieldName): Day | undefined {
    return this.dayTime(row, field)?.day;
  }

  /** An exact amount in a column of amounts, above zero unless `signed`; anything else is a fault of the row. */
  amount(row: GridRow, at: number, signed = false): Dong | undefined {
    const read = this.#read(row.cells[at], at, signed);
    const fault = 'fault' in read ? read.fault : read.approximate === true ? 'amount.approximate' : undefined;
    if (fault === undefined && 'amount' in read) return read.amount;
    this.faultAt(row, this.table.headings[at] ?? '', fault ?? 'amount.unreadable');
    return undefined;
  }

  /** The amount of a cell that may be empty, or nothing (`0`, `-`): undefined for both. */
  optionalAmount(row: GridRow, at: number | undefined): Dong | undefined {
    return at === undefined || isNothing(row.cells[at]) ? undefined : this.amount(row, at, true);
  }

  /** As `optionalAmount`, with the sign it has; what cannot be read gives the fault, for the caller to name. */
  tryAmount(row: GridRow, at: number): Dong | RowFaultCode | undefined {
    const cell = row.cells[at];
    if (isNothing(cell)) return undefined;
    const read = this.#read(cell, at, true);
    if ('fault' in read) return read.fault;
    return read.approximate === true ? 'amount.approximate' : read.amount;
  }

  /** A figure outside the data (a printed total, a balance): undefined where it cannot be read; no fault. */
  figure(cell: Cell | undefined, at: number): Dong | undefined {
    const read = this.#read(cell, at, true);
    if ('amount' in read) return read.amount;
    return /^0+([.,]0+)?$/.test(textOf(cell)) ? ZERO : undefined;
  }

  #read(cell: Cell | undefined, at: number, signed: boolean): ReturnType<typeof readAmount> {
    const reading = this.#amounts.get(at);
    if (reading === undefined) throw new TypeError('a column that was not seen');
    return readAmount(cell, reading, signed);
  }

  /** Adds a row's amount to its column's sums, against which printed totals are held. */
  count(at: number, amount: Dong): void {
    this.#proofs.count(at, amount);
  }

  /** Holds a line that is no data against the rows' sums; one that is none of them is a fault of its row. */
  prove(line: TableLine, columns: Iterable<number>): void {
    for (const at of columns) {
      const cell = line.row.cells[at];
      // A sum that the sheet itself would compute proves nothing about the rows.
      const silent = isFormula(cell) || isBlank(cell);
      const printed = line.kind === 'words' ? wordsIn(line.row) : silent ? undefined : this.figure(cell, at);
      const unread = !silent && printed === undefined && SUMS.has(line.kind);
      const unclear = this.#proofs.hold(line, at, printed, this.text(line.row, 'ordinal'));
      if (unread) this.faultAt(line.row, this.#over(at), 'amount.unreadable');
      // Where rows above cannot be read no sum can fit: they are the cause, and named.
      if (this.#badRows.size > 0 && this.#how.acceptGood !== true) continue;
      for (const row of unclear) this.faultAt({ row }, this.#over(at), 'row.unclear');
    }
  }

  #over(at: number): string {
    return this.table.headings[at] ?? '';
  }

  /**
   * Refuses the list where any row has a fault, every one named, or where a printed total is not what the rows add up
   * to. With `acceptGood` bad rows are left out, and totals that counted them prove nothing.
   */
  finish(): void {
    for (const { at, row } of this.#proofs.end()) this.faultAt({ row }, this.#over(at), 'row.unclear');
    const faults = this.#faults.toSorted((a, b) => a.row - b.row);
    const { headingRow, headings } = this.table;
    const swapped = [...this.#days].flatMap(([field, days]) =>
      days.swapped ? (this.table.columns.get(field) ?? []) : [],
    );
    if (this.#how.returned !== undefined)
      Object.assign(this.#how.returned, { faults, headingRow, headings, swapped });
    const { file } = this.table.list;
    // With nothing good in it there is nothing to accept.
    if (this.#faultCount > 0 && (this.#how.acceptGood !== true || this.#rows <= this.#badRows.size)) {
      refuse('input.rows', {
        file,
        sheet: this.table.list.name,
        rows: faults.slice(0, FAULTS_MAX),
        more: this.#faultCount - Math.min(faults.length, FAULTS_MAX),
      });
    }
    // A row that cannot be read is the cause where a total differs: it is named first.
    const { mismatch } = this.#proofs;
    if (mismatch !== undefined && this.#faultCount === 0) refuse('input.total', { file, ...mismatch });
  }

  get rejected(): number {
    return this.#badRows.size;
  }

  /** What was decided, for the preview; whole after the list was read through. */
  reading(): ListReading {
    const { list, headings, headingRow, columns, skipped } = this.table;
    const over = (at: number) => headings[at] ?? '';
    return {
      source: list.source,
      sheet: list.name ?? '',
      heading: {
        row: headingRow,
        columns: Object.fromEntries(
          [...columns].sort(([, a], [, b]) => a - b).map(([field, at]) => [field, over(at)]),
        ),
      },
      amounts: [...this.#amounts].map(([at, reading]) => ({ column: over(at), ...reading })),
      days: [...this.#days].map(([field, { swapped, why, span }]) => ({
        column: over(columns.get(field) ?? -1),
        swapped,
        why,
        span,
      })),
      skipped: { ...skipped },
      hiddenRows: list.notes?.().hiddenRows ?? 0,
      hiddenColumns: list.notes?.().hiddenColumns ?? [],
      oldFonts: list.notes?.().oldFonts ?? 0,
      proofs: this.#proofs.proved,
    };
  }
}

/** A code may be somebody's number: long runs of digits are not repeated. */
function masked(detail: string): string {
  return detail.replace(/\d{9,}/g, '***');
}

/** Empty, or a zero as lists write it: `0`, `0.00`, `-`. */
function isNothing(cell: Cell | undefined): boolean {
  return cell === undefined || (!isFormula(cell) && /^[-0.,\s]*$/.test(textOf(cell)));
}

function wordsIn(row: GridRow): Dong | undefined {
  const texts = row.cells.map(textOf).filter((text) => text !== '');
  return readWords(
    texts.length > 1 && !/:\s*\S/.test(texts[0] ?? '') ? `:${texts.slice(1).join(' ')}` : texts.join(' '),
  );
}
