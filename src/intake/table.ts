import headings from '../../data/headings.json' with { type: 'json' };
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { readDay, type Day } from '../domain/day.ts';
import { refuse, type RowFault, type RowFaultCode } from '../domain/failure.ts';
import { fold } from '../domain/name.ts';
import { readAmount, thousandsOf, type Thousands } from './amount.ts';
import { isTotalLabel, isWordsLabel } from './labels.ts';
import { isBlank, isDay, isFormula, textOf, type Cell, type Grid, type GridRow } from './cell.ts';

export type FieldName = keyof typeof headings;

/** How far down a heading may stand. */
const PREAMBLE_ROWS = 40;

/** How many bad rows are carried in a failure; the rest are counted. */
const FAULTS_MAX = 1000;

/** A list's heading row and the rows below it that hold data. */
export interface Table {
  readonly file: string;
  readonly heading: GridRow;
  readonly rows: readonly GridRow[];
  /** Rows that hold a printed total; checked, never data. */
  readonly totals: readonly GridRow[];
  /** Where each field stands; fields that the list does not have are absent. */
  readonly columns: ReadonlyMap<FieldName, number>;
  /** Columns of amounts that are headed by a given code: what each fund pays. */
  readonly byHeading: ReadonlyMap<string, number>;
}

/**
 * Finds the heading row: the first of the first 40 rows that has every needed field. `anyOf` lists alternatives, one of
 * which must be there. Rows after it are data until the list ends, but for blank rows, totals, amounts in words, and
 * what stands below the last total without an amount (signatures, places and dates).
 */
export function findTable(
  grid: Grid,
  wanted: readonly FieldName[],
  anyOf: readonly (readonly FieldName[])[],
  amountHeadings: readonly string[] = [],
): Table {
  let nearest: { row: GridRow; columns: Map<FieldName, number> } | undefined;
  for (const row of grid.rows.slice(0, PREAMBLE_ROWS)) {
    const columns = columnsOf(row, ['ordinal', ...wanted]);
    if (anyOf.every((fields) => fields.some((field) => columns.has(field))))
      return tableBelow(grid, row, columns, amountHeadings);
    if (columns.size > (nearest?.columns.size ?? 0)) nearest = { row, columns };
  }
  const missing = anyOf.filter((fields) => !fields.some((field) => nearest?.columns.has(field)));
  return refuse('input.heading', {
    file: grid.file,
    missing: missing.map((fields) => fields[0] ?? ''),
    // Only words that are known as headings: what is none may be somebody's name.
    found: (nearest?.row.cells ?? [])
      .map(textOf)
      .filter((text) => [...FOLDED.values()].some((names) => names.has(fold(text)))),
  });
}

const FOLDED = new Map(
  Object.entries(headings).map(([field, names]) => [field as FieldName, new Set(names.map(fold))]),
);

/** Two columns of amounts, or two of days, are two readings of the list: neither is chosen. */
function mustBeOne(file: string, heading: GridRow): void {
  for (const field of ['amount', 'day'] as const) {
    const names = FOLDED.get(field);
    const columns = heading.cells.map(textOf).filter((cell) => names?.has(fold(cell)) === true);
    if (columns.length > 1) refuse('input.columns', { file, field, columns });
  }
}

function columnsOf(row: GridRow, wanted: readonly FieldName[]): Map<FieldName, number> {
  const columns = new Map<FieldName, number>();
  const taken = new Set<number>();
  const cells = row.cells.map((cell) => fold(textOf(cell)));
  for (const field of wanted) {
    const names = FOLDED.get(field);
    const at = cells.findIndex(
      (cell, index) => !taken.has(index) && cell !== '' && names?.has(cell) === true,
    );
    if (at >= 0) {
      columns.set(field, at);
      taken.add(at);
    }
  }
  return columns;
}

/** Figures, with at most a currency word after them; a date in words is none. */
const AMOUNT = /^[^\p{L}]*\d[^\p{L}]*\p{L}{0,4}\.?$/u;

function tableBelow(
  grid: Grid,
  heading: GridRow,
  columns: Map<FieldName, number>,
  amountHeadings: readonly string[],
): Table {
  mustBeOne(grid.file, heading);
  const byHeading = new Map<string, number>();
  for (const [at, cell] of heading.cells.entries()) {
    const code = amountHeadings.find((each) => each.toUpperCase() === textOf(cell).toUpperCase());
    if (code !== undefined && !byHeading.has(code)) byHeading.set(code, at);
  }
  const amountAt = columns.get('amount');
  const amountsAt = [...(amountAt === undefined ? [] : [amountAt]), ...byHeading.values()];
  const at = (field: FieldName, row: GridRow) => textOf(row.cells[columns.get(field) ?? -1]);
  // A donor may be called "Total": a row with a number, day or code of its own is data, whatever it says.
  const isOwn = (row: GridRow) =>
    /^\d+\.?$/.test(at('ordinal', row)) ||
    /\d/.test(at('day', row)) ||
    (/^\S+$/.test(at('code', row)) && !isTotalLabel(at('code', row)));
  const hasAmount = (row: GridRow) =>
    amountsAt.some((place) => AMOUNT.test(textOf(row.cells[place])) || isFormula(row.cells[place]));
  // Below a total, a row with neither is a signature, a place and date, or a note; in a roll, one without a unit.
  const isFooter = (row: GridRow) =>
    !isOwn(row) && (amountsAt.length > 0 ? !hasAmount(row) : at('unit', row) === '');
  let below = false;
  const rows: GridRow[] = [];
  const totals: GridRow[] = [];
  for (const row of grid.rows) {
    if (row.row <= heading.row || row.cells.every(isBlank)) continue;
    if (row.cells.some(isWordsLabel) && !hasAmount(row) && !isOwn(row)) continue;
    if (row.cells.some(isTotalLabel) && !isOwn(row)) {
      below = true;
      if (hasAmount(row)) totals.push(row);
    } else if (!below || !isFooter(row)) rows.push(row);
  }
  if (rows.length === 0) refuse('input.empty', { file: grid.file });
  return { file: grid.file, heading, rows, totals, columns, byHeading };
}

/** Reads the rows of a table field by field, gathering every fault instead of stopping at the first. */
export class RowReader {
  readonly table: Table;
  readonly #faults: RowFault[] = [];
  readonly #badRows = new Set<number>();
  readonly #marks = new Map<number, Thousands>();
  #faultCount = 0;

  constructor(table: Table) {
    this.table = table;
    const width = table.heading.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
    for (const row of table.rows) {
      // An amount with commas and no quotes runs over into cells that no column has.
      if (row.cells.slice(width).some((cell) => !isBlank(cell))) this.faultAt(row, '', 'row.wide');
    }
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

  /** Faults at a field's column, named by the list's own heading. */
  fault(row: GridRow, field: FieldName, code: RowFaultCode, detail?: string): void {
    const at = this.table.columns.get(field);
    this.faultAt(row, at === undefined ? field : textOf(this.table.heading.cells[at]), code, detail);
  }

  faultAt(row: GridRow, column: string, code: RowFaultCode, detail?: string): void {
    this.#faultCount += 1;
    this.#badRows.add(row.row);
    if (this.#faults.length < FAULTS_MAX) {
      this.#faults.push({ row: row.row, column, code, ...(detail === undefined ? {} : { detail }) });
    }
  }

  day(row: GridRow, field: FieldName): Day | undefined {
    const cell = this.cell(row, field);
    if (isBlank(cell)) {
      this.fault(row, field, 'day.missing');
      return undefined;
    }
    const day = isDay(cell) ? cell.day : readDay(textOf(cell).replace(CLOCK, ''));
    if (day === undefined) this.fault(row, field, 'day.unreadable');
    return day;
  }

  amount(row: GridRow, at: number): Dong | undefined {
    const read = readAmount(row.cells[at], this.#mark(at));
    if ('amount' in read) return read.amount;
    this.faultAt(row, textOf(this.table.heading.cells[at]), read.fault);
    return undefined;
  }

  /** Compares each total printed in a column with the rows above it: since the start, or since the last printed total. */
  checkTotals(at: number | undefined, amounts: ReadonlyMap<number, Dong>): void {
    if (at === undefined) return;
    const pending = [...amounts];
    let next = 0;
    let all: Dong = ZERO;
    let part: Dong = ZERO;
    for (const total of this.table.totals) {
      for (; (pending[next]?.[0] ?? Infinity) < total.row; next++) {
        all = add(all, pending[next]?.[1] ?? ZERO);
        part = add(part, pending[next]?.[1] ?? ZERO);
      }
      // A sum that the sheet itself would compute proves nothing about the rows.
      const silent: boolean = isFormula(total.cells[at]) || isBlank(total.cells[at]);
      const printed: Dong | undefined = silent ? undefined : this.amount(total, at);
      if (printed !== undefined && printed !== all && printed !== part) {
        refuse('input.total', { file: this.table.file, row: total.row, printed, sum: all });
      }
      part = ZERO;
    }
  }

  /** Refuses the list where any row had a fault: every one is named, nothing is taken. */
  finish(): void {
    if (this.#faultCount === 0) return;
    const rows = this.#faults.toSorted((a, b) => a.row - b.row);
    refuse('input.rows', { file: this.table.file, rows, more: this.#faultCount - rows.length });
  }

  get rejected(): number {
    return this.#badRows.size;
  }

  #mark(at: number): Thousands {
    let mark = this.#marks.get(at);
    if (mark === undefined) {
      const decided = thousandsOf(column(this.table, at));
      if (!('mark' in decided)) {
        const heading = textOf(this.table.heading.cells[at]);
        return refuse('input.separator', { file: this.table.file, column: heading, ...decided });
      }
      mark = decided.mark;
      this.#marks.set(at, mark);
    }
    return mark;
  }
}

const CLOCK = /[ T]+\d{1,2}:\d{2}(:\d{2})?$/;

function* column(table: Table, at: number): Iterable<Cell> {
  for (const row of table.rows) yield row.cells[at] ?? '';
  for (const row of table.totals) yield row.cells[at] ?? '';
}
