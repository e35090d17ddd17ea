import { readDay } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import type { Cell, GridRow } from './cell.ts';
import { COLUMNS_MAX } from './columns.ts';
import { fromFont } from './legacy-font.ts';
import { dayOfSerial, wholeOf } from './number-format.ts';
import { StringItem, tooLong, unescaped, type Run, type SharedStrings } from './shared-strings.ts';
import { isOldFont, type CellStyle, type Styles } from './workbook-styles.ts';
import type { Attributes, XmlHandler } from './workbook-xml.ts';

/** A sheet has no more rows, in any version of Excel. */
export const ROWS_MAX = 1_048_576;

/** Cells given in all, blanks between them included: a value in the last column of each row would make 17 thousand million. */
export const AREA_MAX = 128 * 1024 * 1024;

/** Text of a `v` or `f` element. */
const VALUE_MAX = 32_767;

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** What the cells of a workbook point into. */
export interface SheetContext {
  readonly file: string;
  readonly styles: Styles;
  readonly strings: SharedStrings | undefined;
  readonly from1904: boolean;
}

/** What was met in the rows read so far. */
export interface SheetTally {
  hiddenRows: number;
  /** Hidden columns that hold a value, the first being 0. */
  readonly hiddenColumns: Set<number>;
  oldFonts: number;
}

/** A row before its blanks are filled in. */
interface SparseRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly columns: number[];
  readonly values: Cell[];
  width: number;
}

/** Gathers the rows of a sheet's part as it is parsed. Rows that hold no value are left out. */
export class SheetRows implements XmlHandler {
  readonly #context: SheetContext;
  readonly #tally: SheetTally;
  readonly #item: StringItem;
  readonly #hidden = new Set<number>();
  #ready: SparseRow[] = [];
  #section = '';
  #row: SparseRow = emptyRow(0, false);
  #column = -1;
  #attributes: Attributes = {};
  #into: 'v' | 'f' | 'is' | undefined;
  #v: string | undefined;
  #f: string | undefined;
  #hasItem = false;
  #area = 0;
  /** True when no more rows can come. */
  done = false;

  constructor(context: SheetContext, tally: SheetTally) {
    this.#context = context;
    this.#tally = tally;
    this.#item = new StringItem(context.file);
  }

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === 4) {
      if (name === 'c' && this.#section === 'row') this.#openCell(attributes);
    } else if (depth === 5) {
      if (this.#section !== 'c') return;
      if (name === 'v' || name === 'f') {
        this.#into = name;
        if (name === 'v') this.#v = '';
        else this.#f = '';
      } else if (name === 'is') {
        this.#into = 'is';
        this.#hasItem = true;
      }
    } else if (depth > 5) {
      if (this.#into === 'is') this.#item.open(name, attributes);
    } else if (depth === 3) {
      if (name === 'row' && this.#section === 'sheetData') this.#openRow(attributes);
      else if (name === 'col' && this.#section === 'cols') this.#openColumns(attributes);
    } else if (depth === 2) this.#section = name;
    else if (name !== 'worksheet') this.#damaged();
  }

  text(text: string): void {
    if (this.#into === 'is') this.#item.text(text);
    else if (this.#into === 'v') this.#v = this.#joined(this.#v, text);
    else if (this.#into === 'f') this.#f = this.#joined(this.#f, text);
  }

  close(name: string, depth: number): void {
    if (depth > 5) {
      if (this.#into === 'is') this.#item.close(name);
    } else if (depth === 5) this.#into = undefined;
    else if (depth === 4) {
      if (this.#section === 'c') {
        this.#section = 'row';
        this.#closeCell();
      }
    } else if (depth === 3) {
      if (this.#section === 'row') {
        this.#section = 'sheetData';
        this.#closeRow();
      }
    } else if (depth === 1 || name === 'sheetData') this.done = true;
  }

  /** At most `limit` of the rows gathered, in order; fewer where they are wide. */
  take(limit: number, cells: number): readonly GridRow[] {
    let count = 0;
    let area = 0;
    while (count < limit && count < this.#ready.length && area < cells) {
      area += this.#ready[count]?.width ?? 0;
      count += 1;
    }
    const rows = this.#ready.slice(0, count).map((sparse) => this.#filled(sparse));
    this.#ready = this.#ready.slice(count);
    return rows;
  }

  get gathered(): number {
    return this.#ready.length;
  }

  #openRow(attributes: Attributes): void {
    const given = attributes['r'];
    const row = given === undefined ? this.#row.row + 1 : this.#number(given);
    if (row > ROWS_MAX) this.#tooMany();
    if (row <= this.#row.row) this.#damaged();
    this.#row = emptyRow(row, isTrue(attributes['hidden']));
    this.#column = -1;
    this.#section = 'row';
  }

  #closeRow(): void {
    const row = this.#row;
    if (row.width === 0) return;
    if (row.hidden) this.#tally.hiddenRows += 1;
    this.#area += row.width;
    if (this.#area > AREA_MAX) this.#tooMany();
    this.#ready.push(row);
  }

  #openColumns(attributes: Attributes): void {
    if (!isTrue(attributes['hidden'])) return;
    const first = this.#number(attributes['min'] ?? '');
    const last = this.#number(attributes['max'] ?? '');
    if (last > COLUMNS_MAX) this.#tooMany();
    for (let column = first - 1; column < last && !this.#hidden.has(column); column++)
      this.#hidden.add(column);
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes['r'];
    this.#column = reference === undefined ? this.#column + 1 : this.#columnOf(reference);
    if (this.#column >= COLUMNS_MAX) this.#tooMany();
    this.#attributes = attributes;
    this.#v = undefined;
    this.#f = undefined;
    this.#hasItem = false;
    this.#section = 'c';
  }

  /** The column of `C5` as 2; the row it names must be the one it stands in. */
  #columnOf(reference: string): number {
    let at = 0;
    let column = 0;
    for (; at < reference.length; at++) {
      const letter = reference.charCodeAt(at) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
      if (column > COLUMNS_MAX) this.#tooMany();
    }
    if (at === 0 || wholeOf(reference.slice(at)) !== this.#row.row) this.#damaged();
    return column - 1;
  }

  #closeCell(): void {
    const value = this.#value();
    if (value === '') return;
    const row = this.#row;
    row.columns.push(this.#column);
    row.values.push(value);
    row.width = Math.max(row.width, this.#column + 1);
    if (this.#hidden.has(this.#column)) this.#tally.hiddenColumns.add(this.#column);
  }

  #value(): Cell {
    const value = this.#v;
    const type = this.#attributes['t'] ?? 'n';
    if (this.#hasItem) return this.#text(this.#item.take());
    // A formula's stored text may be empty; a stored number may not.
    if (value === undefined || (value.trim() === '' && type !== 'str')) {
      return this.#f === undefined ? '' : { formula: this.#f };
    }
    switch (type) {
      case 'n':
        return this.#numeric(value.trim());
      case 's': {
        const runs = this.#context.strings?.get(wholeOf(value.trim()) ?? Infinity);
        return runs === undefined ? this.#damaged() : this.#text(runs);
      }
      case 'str':
      case 'inlineStr':
        return this.#text([{ text: unescaped(value) }]);
      case 'b':
        return isTrue(value.trim()) ? 'x' : '';
      case 'e':
        return value.trim();
      case 'd': {
        const day = readDay(value.trim().slice(0, 10));
        return day === undefined ? value.trim() : { day };
      }
      default:
        return this.#damaged();
    }
  }

  #numeric(text: string): Cell {
    if (!NUMBER.test(text)) return text;
    const day = this.#style().isDay ? dayOfSerial(text, this.#context.from1904) : undefined;
    return day === undefined ? { number: text } : { day };
  }

  /** Runs joined, each read by its font or else by the cell's. */
  #text(runs: readonly Run[]): string {
    const { oldFont } = this.#style();
    let joined = '';
    let converted = false;
    for (const run of runs) {
      const font = run.font ?? oldFont;
      const text = isOldFont(font) ? fromFont(run.text, font) : run.text;
      converted ||= text !== run.text;
      joined += text;
    }
    if (converted) this.#tally.oldFonts += 1;
    return joined;
  }

  #style(): CellStyle {
    return this.#context.styles.of(wholeOf(this.#attributes['s']) ?? 0);
  }

  #filled(sparse: SparseRow): GridRow {
    const cells: Cell[] = [];
    cells.length = sparse.width;
    cells.fill('');
    for (const [index, column] of sparse.columns.entries()) {
      // Two values for one cell: which one counts would depend on the reader.
      if (cells[column] !== '') this.#damaged();
      cells[column] = sparse.values[index] ?? '';
    }
    return { row: sparse.row, cells };
  }

  #joined(text: string | undefined, more: string): string {
    const joined = (text ?? '') + more;
    if (joined.length > VALUE_MAX) tooLong(this.#context.file);
    return joined;
  }

  #number(text: string): number {
    if (/^\d{10,}$/.test(text)) this.#tooMany();
    const value = wholeOf(text);
    return value === undefined || value === 0 ? this.#damaged() : value;
  }

  #tooMany(): never {
    return refuse('input.hostile', { file: this.#context.file, what: 'rows' });
  }

  #damaged(): never {
    return refuse('input.format', { file: this.#context.file, found: 'xlsx' });
  }
}

function emptyRow(row: number, hidden: boolean): SparseRow {
  return { row, hidden, columns: [], values: [], width: 0 };
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
