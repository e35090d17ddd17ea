import type { PaperTexts } from '../papers/texts.ts';
import { BOLD, lineCount, widthOf } from '../papers/layout.ts';
import { AMOUNT, COUNT, DAY, FACE, TEXT, type Look, type Styles } from './styles.ts';
import { Heights } from './heights.ts';
import { quoted, type Worksheet } from './worksheet.ts';
import { address, escapeText, letters, textElement } from './xml.ts';

export type Span = readonly [first: number, last: number];

/** A cell of the workbook, for later formulas. */
export interface Ref {
  readonly sheet: string;
  readonly cell: string;
}

/** A run of text inside a cell. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
}

/** How each type of column is shown. */
export const FORMATS = {
  dong: AMOUNT,
  count: COUNT,
  day: DAY,
  text: TEXT,
  code: TEXT,
  person: TEXT,
} as const;

export interface Desk {
  readonly styles: Styles;
  readonly texts: PaperTexts;
  readonly widths: readonly number[];
  /** The columns in which amounts below a table stand. */
  readonly amounts: Span;
  /** The most rows of a sheet. */
  readonly limit: number;
  /** Ends a sheet and begins the next. */
  readonly turn: () => Promise<Worksheet>;
}

/** A sheet being written: the row at hand, and the cells that later formulas refer to. */
export class Pen {
  readonly texts: PaperTexts;
  readonly styles: Styles;
  readonly widths: readonly number[];
  readonly amounts: Span;
  readonly cells = new Map<string, Ref>();
  readonly #desk: Desk;
  sheet: Worksheet;
  /** The row at hand, and how tall it must be. */
  row = 1;
  #height = 0;
  #cells: string[] = [];
  /** Of the rows above on this sheet. */
  heights = new Heights();
  /** The first and last row of the table's heading, and the row of its total. */
  heading: Span | undefined;
  total: number | undefined;
  /** The last row that ends its page by itself. */
  broken: number | undefined;

  constructor(desk: Desk, sheet: Worksheet) {
    this.#desk = desk;
    this.sheet = sheet;
    this.texts = desk.texts;
    this.styles = desk.styles;
    this.widths = desk.widths;
    this.amounts = desk.amounts;
  }

  get whole(): Span {
    return [1, this.widths.length];
  }

  /** Whether fewer rows are left than these. */
  full(rows: number): boolean {
    return this.row + rows - 1 > this.#desk.limit;
  }

  /** Turns to a further sheet where fewer rows are left than these. */
  async room(rows: number): Promise<void> {
    if (!this.full(rows)) return;
    this.sheet = await this.#desk.turn();
    this.row = 1;
    this.heights = new Heights();
    [this.heading, this.total, this.broken] = [undefined, undefined, undefined];
  }

  /** Text in cells merged into one, never a formula; returns the lines it takes. */
  text(span: Span, text: string, look: Look): number {
    const { size = 12, bold = false } = look;
    this.#put(span, look, text === '' ? '' : inline(text));
    return lineCount(text, widthOf(this.widths, span) / (bold ? BOLD : 1), size);
  }

  /** Runs of text of different weight in one cell. */
  runs(span: Span, runs: readonly Run[], look: Look): void {
    const said = runs
      .filter(({ text }) => text !== '')
      .map(({ text, bold, italic, underline, size = 12 }) => {
        const marks = `${bold === true ? '<b/>' : ''}${italic === true ? '<i/>' : ''}${underline === true ? '<u/>' : ''}`;
        return `<r><rPr>${marks}<sz val="${size}"/><rFont val="${FACE}"/></rPr>${textElement(text)}</r>`;
      });
    this.#put(span, look, ` t="inlineStr"><is>${said.join('')}</is></c>`);
  }

  /** A number, worked out by a formula where there is one. */
  number(span: Span, value: number | undefined, look: Look, formula?: string): void {
    const made = formula === undefined ? '' : `<f>${escapeText(formula)}</f>`;
    this.#put(span, look, value === undefined ? '' : `>${made}<v>${value}</v></c>`);
  }

  blank(span: Span, look: Look): void {
    this.#put(span, look, '');
  }

  /** Makes the row at hand tall enough for so many lines, in points. */
  heighten(lines: number, size = 12, least = 0): void {
    const height = Math.max(least, lines * size * 1.26 + 3, this.#height);
    this.#height = Math.min(TALLEST, Math.round(height * 4) / 4);
  }

  /** Puts the row at hand down. */
  next(): void {
    this.put(this.#cells.join(''), this.#height === 0 ? undefined : this.#height);
    this.#cells = [];
    this.#height = 0;
  }

  skip(height = 8): void {
    this.put('', height);
  }

  /** A row of cells that are already written. */
  put(cells: string, height: number | undefined, level = 0): void {
    this.sheet.row(this.row, cells, height, level);
    this.heights.add(height ?? STANDARD);
    this.row += 1;
  }

  ref(row: number, column: number): Ref {
    return { sheet: this.sheet.name, cell: address(row, column) };
  }

  /** How a formula of this sheet names a cell or range. */
  at({ sheet, cell }: Ref): string {
    return sheet === this.sheet.name ? cell : `${quoted(sheet)}!${cell}`;
  }

  merge(firstRow: number, first: number, lastRow: number, last: number): void {
    this.sheet.merge(address(firstRow, first), address(lastRow, last));
  }

  #put([first, last]: Span, look: Look, content: string): void {
    const style = this.styles.id(look);
    for (let column = first; column <= last; column++) {
      const cell = `<c r="${letters(column)}${this.row}" s="${style}"`;
      this.#cells[column - 1] = cell + (column === first && content !== '' ? content : '/>');
    }
    // Merged cells without a value trouble some readers.
    if (last > first && content !== '') this.merge(this.row, first, this.row, last);
  }
}

/** Excel's tallest row, and one of no height of its own, in points. */
const TALLEST = 409;
const STANDARD = 15;

/** A text as the content of a cell. */
export function inline(text: string): string {
  return ` t="inlineStr"><is>${textElement(text)}</is></c>`;
}
