import { refuse } from '../../domain/failure.ts';
import type { Book, BookSheet } from './book.ts';
import { cellKey, Reckoner } from './evaluate.ts';
import { cellXml, runsXml, spoken, type CellStyle, type Filling } from './filling.ts';
import { movedFormula, SheetsAtOnce, type Growths } from './formula.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import type { Content, Source } from './plan.ts';
import { columnLetters, movedRow, ROWS_MAX, type Copy, type Growth } from './reference.ts';
import { besidesCells } from './sheet-parts.ts';
import { attributeEdit, childOf, edited, escapeXml } from './xml.ts';

/** What a sheet is written anew with. */
export interface SheetWork {
  readonly sheet: BookSheet;
  readonly grid: Grid;
  readonly contents: ReadonlyMap<string, Content>;
  /** The lines that take the place of a row, by that row. */
  readonly lines: ReadonlyMap<number, readonly ReadonlyMap<string, Filling>[]>;
  readonly growths: Growths;
  readonly language: 'vi' | 'en';
  /** Values that were stored with formulas are no longer right. */
  readonly stale: boolean;
}

/** A formula whose value is put in once all cells are there. */
interface Waiting {
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** A sheet's part with its cells filled and its rows repeated; the same text where nothing of it changes. */
export function writtenSheet(book: Book, work: SheetWork): string {
  return new SheetWriter(book, work).write();
}

class SheetWriter {
  readonly #book: Book;
  readonly #work: SheetWork;
  readonly #own: string;
  readonly #grown: readonly Growth[];
  readonly #style: CellStyle;
  readonly #numbers = new Map<string, number>();
  readonly #formulas = new Map<string, string>();
  readonly #pieces: (string | Waiting)[] = [];

  constructor(book: Book, work: SheetWork) {
    this.#book = book;
    this.#work = work;
    this.#own = work.sheet.name.toLowerCase();
    this.#grown = work.growths.get(this.#own) ?? [];
    const { tag } = work.sheet.part.root;
    const prefix = tag.slice(0, tag.indexOf(':') + 1);
    this.#style = { prefix, dated: book.dated, from1904: book.from1904 };
  }

  write(): string {
    const { sheet, grid } = this.#work;
    const { source } = sheet.part;
    const edits = besidesCells(
      sheet.part,
      this.#grown,
      (formula) => this.#moved(formula, ''),
      (area) => this.#problem(`${columnLetters(area.left)}${area.top}`, 'merged'),
    );
    if (grid.data !== undefined) {
      this.#rows();
      const { start, opened, closing, end, tag } = grid.data;
      const open = end > opened ? source.slice(start, opened) : `<${tag}>`;
      const close = end > opened ? source.slice(closing, end) : `</${tag}>`;
      edits.push({ from: start, to: end, text: `${open}${this.#joined()}${close}` });
    }
    return edited(source, edits);
  }

  /** Rows in order; those that only the filling needs are made where they belong. */
  #rows(): void {
    const { grid, contents, lines } = this.#work;
    const there = new Set(grid.rows.map(({ row }) => row));
    const wanted = new Set([...[...contents.keys()].map(rowOf), ...lines.keys()]);
    const missing = [...wanted].filter((row) => !there.has(row)).map((row) => ({ row, made: true as const }));
    for (const row of [...grid.rows, ...missing].toSorted((one, other) => one.row - other.row)) {
      const repeated = lines.get(row.row);
      if (repeated === undefined) this.#row(row, movedRow(row.row, this.#grown));
      else {
        const first = movedRow(row.row, this.#grown);
        if (first + repeated.length > ROWS_MAX) this.#problem(`A${row.row}`, 'full');
        const copies: readonly (ReadonlyMap<string, Filling> | undefined)[] =
          repeated.length === 0 ? [undefined] : repeated;
        for (const [index, line] of copies.entries())
          this.#row(row, first + index, { row: row.row, index }, line ?? new Map());
      }
    }
  }

  #row(
    row: GridRow | { readonly row: number; readonly made: true },
    to: number,
    copy?: Copy,
    line?: ReadonlyMap<string, Filling>,
  ): void {
    const { contents, sheet } = this.#work;
    const { source } = sheet.part;
    const { prefix: p } = this.#style;
    const cells: readonly GridCell[] = 'made' in row ? [] : row.cells;
    const there = new Set(cells.map(({ column }) => column));
    const more = [...contents.keys()]
      .filter((key) => rowOf(key) === row.row)
      .map(columnOf)
      .filter((column) => !there.has(column))
      .map((column) => ({ column }));
    if ('made' in row) this.#pieces.push(`<${p}row r="${to}">`);
    else {
      const edits = [...(to === row.row ? [] : attributeEdit(source, row.node, 'r', String(to)))];
      const open = edited(source, edits, row.node.start, row.node.opened);
      this.#pieces.push(open.endsWith('/>') ? `${open.slice(0, -2).trimEnd()}>` : open);
    }
    for (const cell of [...cells, ...more].toSorted((one, other) => one.column - other.column))
      this.#cell(cell, row.row, to, copy, line);
    this.#pieces.push(`</${'made' in row ? `${p}row` : row.node.tag}>`);
  }

  #cell(
    cell: GridCell | { readonly column: number },
    from: number,
    to: number,
    copy: Copy | undefined,
    line: ReadonlyMap<string, Filling> | undefined,
  ): void {
    const at = `${columnLetters(cell.column)}${to}`;
    const style = 'node' in cell ? cell.style : undefined;
    const content = this.#work.contents.get(cellKey(from, cell.column));
    if (content !== undefined)
      this.#pieces.push(this.#filled(content, at, style, cellKey(to, cell.column), line));
    else if ('node' in cell) {
      if (cell.formula === undefined) this.#kept(cell, at, to, from);
      else this.#formula(cell, cell.formula, at, from, to, copy);
    }
  }

  #filled(
    content: Content,
    at: string,
    style: string | undefined,
    key: string,
    line: ReadonlyMap<string, Filling> | undefined,
  ): string {
    if (content.kind === 'source') {
      const filling = fillingOf(content.source, line);
      if (filling.kind === 'number') this.#numbers.set(key, filling.number);
      return cellXml(at, style, filling, this.#style);
    }
    const runs = content.pieces.map((piece) =>
      'text' in piece
        ? piece
        : { looks: piece.looks, text: spoken(fillingOf(piece.source, line), this.#work.language) },
    );
    return runsXml(at, style, runs, this.#style);
  }

  /** A cell that stays as it is, wherever its row goes. */
  #kept({ node, source, type, column }: GridCell, at: string, to: number, from: number): void {
    const value = childOf(node, 'v')?.text ?? '';
    if (type === 'n' && /^-?\d{1,15}$/.test(value)) this.#numbers.set(cellKey(to, column), Number(value));
    const edits =
      to === from && node.attributes['r'] !== undefined ? [] : attributeEdit(source, node, 'r', at);
    this.#pieces.push(edited(source, edits, node.start, node.end));
  }

  #formula(
    cell: GridCell,
    formula: string,
    at: string,
    from: number,
    to: number,
    copy: Copy | undefined,
  ): void {
    const { node, source, formulaKind, formulaArea, column, wasShared } = cell;
    if (formulaKind === 'dataTable' && this.#grown.length > 0) this.#problem(at, 'array');
    const moved = this.#moved(formula, this.#own, copy, at);
    const key = cellKey(to, column);
    if (!this.#work.stale && moved === formula && to === from) {
      this.#pieces.push(source.slice(node.start, node.end));
      return;
    }
    const f = childOf(node, 'f');
    if (f === undefined) return;
    let attributes = '';
    if (formulaKind === 'array') {
      const area = formulaArea ?? { top: from, bottom: from, left: column, right: column };
      const grown = this.#grown.some(({ row, rows }) => rows > 1 && row >= area.top && row <= area.bottom);
      if (grown && area.top !== area.bottom) this.#problem(at, 'array');
      const bottom = to + area.bottom - area.top;
      attributes = ` t="array" ref="${at}:${columnLetters(area.right)}${bottom}"`;
    } else if (formulaKind !== undefined || (wasShared && f.text === '' && formula === '')) {
      this.#pieces.push(edited(source, attributeEdit(source, node, 'r', at), node.start, node.end));
      return;
    } else this.#formulas.set(key, moved);
    const { tag } = node;
    const keep = cell.style === undefined ? '' : ` s="${cell.style}"`;
    this.#pieces.push({
      key,
      before: `<${tag} r="${at}"${keep}><${f.tag}${attributes}>${escapeXml(moved)}</${f.tag}>`,
      after: `</${tag}>`,
    });
  }

  #joined(): string {
    const reckoner = new Reckoner({ numbers: this.#numbers, formulas: this.#formulas });
    const { prefix: p } = this.#style;
    return this.#pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const value = reckoner.valueAt(piece.key);
        return `${piece.before}${value === undefined ? '' : `<${p}v>${value}</${p}v>`}${piece.after}`;
      })
      .join('');
  }

  #moved(formula: string, own: string, copy?: Copy, at = ''): string {
    try {
      return movedFormula(formula, own === '' ? this.#own : own, this.#work.growths, copy);
    } catch (error) {
      if (error instanceof SheetsAtOnce) return this.#problem(at, 'sheets');
      throw error;
    }
  }

  #problem(cell: string, problem: string): never {
    const { name } = this.#work.sheet;
    return refuse('template.cell', { file: this.#book.file, name: '', sheet: name, cell, problem });
  }
}

/** A line has what its table has; what it leaves out is blank. */
function fillingOf(source: Source, line: ReadonlyMap<string, Filling> | undefined): Filling {
  if ('fact' in source) return source.fact.filling();
  return line?.get(source.column) ?? { kind: 'blank' };
}

function rowOf(key: string): number {
  return Number(key.slice(0, key.indexOf(':')));
}

function columnOf(key: string): number {
  return Number(key.slice(key.indexOf(':') + 1));
}
