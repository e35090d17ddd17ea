import { Parser } from 'htmlparser2';
import { refuse } from '../domain/failure.ts';
import type { Cell, GridRow, Sheet } from './cell.ts';
import { COLUMNS_MAX } from './columns.ts';
import { wholeOf } from './number-format.ts';
import { CELL_MAX, tooLong } from './shared-strings.ts';
import { AREA_MAX, ROWS_MAX } from './sheet-xml.ts';

const BATCH_ROWS = 500;
/** From so many rows of two cells on, a second table is a list of its own. */
const LIST_ROWS_MIN = 2;
/** Elements open in one another. The parser's work grows with it. */
const DEPTH_MAX = 1000;
/** One tag or comment; a picture may stand in an attribute. */
const MARKUP_MAX = 16 * 1024 * 1024;
/** HTML itself cuts spans there. */
const COLSPAN_MAX = 1000;
const ROWSPAN_MAX = 65_534;

/** Elements that end a line of a cell's text. */
const LINES = new Set(['br', 'p', 'div', 'li']);
const UNSHOWN = new Set(['script', 'style', 'title']);

/**
 * The table of a bank's `.xls` that is HTML: the one with the most rows of two cells or more, the first of several. Its
 * rows count from 1; a cell that spans several has its text in the first and blanks in the others. What stands in a
 * table inside a cell is no part of that cell. Refuses input.format html where there is no such table or it is cut off,
 * input.hostile {what: cell, rows}.
 */
export async function openHtml(file: string, text: () => AsyncIterable<string>): Promise<Sheet> {
  const counts = new Map<number, number>();
  for await (const found of tablesOf(file, text())) {
    for (const { table, row } of found) {
      if (row.cells.filter((cell) => cell !== '').length > 1) counts.set(table, (counts.get(table) ?? 0) + 1);
    }
  }
  const [chosen, second] = [...counts].toSorted(([a, m], [b, n]) => n - m || a - b);
  if (chosen === undefined) return refuse('input.format', { file, found: 'html' });
  // A small table beside it says what bank and account it is; one of many rows is another list.
  if (second !== undefined && second[1] >= LIST_ROWS_MIN) {
    refuse('input.sheets', { file, sheets: [...counts].map((_, at) => `${at + 1}`) });
  }
  return {
    async *rows() {
      let batch: GridRow[] = [];
      for await (const found of tablesOf(file, text())) {
        for (const { table, row } of found) {
          if (table === chosen[0]) batch.push(row);
          if (batch.length < BATCH_ROWS) continue;
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
    },
  };
}

interface FoundRow {
  readonly table: number;
  readonly row: GridRow;
}

async function* tablesOf(file: string, text: AsyncIterable<string>): AsyncGenerator<readonly FoundRow[]> {
  const tables = new HtmlTables(file);
  for await (const piece of text) {
    tables.write(piece);
    yield tables.take();
  }
  tables.end();
  yield tables.take();
}

/** A table that is open: where it stands among all, its row and cell that are open, and what spans down into it. */
interface OpenTable {
  readonly table: number;
  row: number;
  area: number;
  cells: Cell[] | undefined;
  text: string | undefined;
  colspan: number;
  rowspan: number;
  /** For each column, how many rows below the present one are still covered. */
  readonly covered: Map<number, number>;
  closesRows: boolean;
}

class HtmlTables {
  readonly #file: string;
  readonly #parser: Parser;
  readonly #open: OpenTable[] = [];
  #count = 0;
  #depth = 0;
  #unshown = 0;
  #silent = 0;
  #ended = false;
  #rows: FoundRow[] = [];

  constructor(file: string) {
    this.#file = file;
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#opened(name, attributes),
      onclosetag: (name, implied) => this.#closed(name, implied),
      ontext: (text) => this.#text(text),
      oncomment: () => {
        this.#silent = 0;
      },
    });
  }

  write(text: string): void {
    this.#parser.write(text);
    this.#silent += text.length;
    if (this.#silent > MARKUP_MAX) tooLong(this.#file);
  }

  end(): void {
    this.#ended = true;
    this.#parser.end();
  }

  take(): readonly FoundRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#silent = 0;
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) refuse('input.format', { file: this.#file, found: 'html' });
    if (UNSHOWN.has(name)) this.#unshown += 1;
    if (name === 'table') this.#openTable();
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (name === 'tr') {
      this.#closeRow(table);
      table.row += 1;
      if (table.row > ROWS_MAX) this.#tooMany();
      table.cells = [];
    } else if ((name === 'td' || name === 'th') && table.cells !== undefined) {
      this.#closeCell(table);
      table.text = '';
      table.colspan = Math.min(wholeOf(attributes['colspan']?.trim()) || 1, COLSPAN_MAX);
      table.rowspan = Math.min(wholeOf(attributes['rowspan']?.trim()) || 1, ROWSPAN_MAX);
    }
  }

  #closed(name: string, implied: boolean): void {
    this.#silent = 0;
    this.#depth -= 1;
    if (UNSHOWN.has(name)) this.#unshown -= 1;
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (LINES.has(name)) this.#add(table, '\n');
    else if (name === 'td' || name === 'th') this.#closeCell(table);
    else if (name === 'tr') {
      // A list that closes its rows and ends inside one was cut off on its way.
      if (this.#ended && table.closesRows) refuse('input.format', { file: this.#file, found: 'html' });
      table.closesRows ||= !implied;
      this.#closeRow(table);
    } else if (name === 'table') {
      this.#closeRow(table);
      this.#open.pop();
    }
  }

  #text(text: string): void {
    this.#silent = 0;
    const table = this.#open.at(-1);
    if (table !== undefined && this.#unshown === 0) this.#add(table, text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  #add(table: OpenTable, text: string): void {
    if (table.text === undefined) return;
    table.text += text;
    if (table.text.length > CELL_MAX) tooLong(this.#file);
  }

  #openTable(): void {
    this.#open.push({
      table: this.#count,
      row: 0,
      area: 0,
      cells: undefined,
      text: undefined,
      colspan: 1,
      rowspan: 1,
      covered: new Map(),
      closesRows: false,
    });
    this.#count += 1;
  }

  #closeCell(table: OpenTable): void {
    const { cells, text } = table;
    if (cells === undefined || text === undefined) return;
    table.text = undefined;
    while ((table.covered.get(cells.length) ?? 0) > 0) cells.push('');
    for (let column = cells.length; column < cells.length + table.colspan; column++) {
      // The row itself is taken off when it ends.
      if (table.rowspan > 1) table.covered.set(column, table.rowspan);
    }
    // Blanks of the file's own layout fold; a no-break space is a character of the text.
    const shown = text.replace(/ *\n[ \n]*/g, '\n').replace(/ {2,}/g, ' ');
    cells.push(shown.replace(/^[ \n]+/, '').replace(/[ \n]+$/, ''));
    for (let more = 1; more < table.colspan; more++) cells.push('');
    if (cells.length > COLUMNS_MAX) this.#tooMany();
  }

  #closeRow(table: OpenTable): void {
    this.#closeCell(table);
    const { cells } = table;
    if (cells === undefined) return;
    table.cells = undefined;
    table.area += cells.length + table.covered.size;
    if (table.area > AREA_MAX) this.#tooMany();
    for (const [column, rows] of table.covered) {
      if (rows > 1) table.covered.set(column, rows - 1);
      else table.covered.delete(column);
    }
    const width = cells.findLastIndex((cell) => cell !== '') + 1;
    if (width === 0) return;
    this.#rows.push({
      table: table.table,
      row: { row: table.row, cells: cells.slice(0, width) },
    });
  }

  #tooMany(): never {
    return refuse('input.hostile', { file: this.#file, what: 'rows' });
  }
}
