import type { Cell, Style, Worksheet } from 'exceljs';
import type { Day } from '../../domain/day.ts';
import type { PaperTexts } from '../papers/texts.ts';
import { BOLD, lineCount, widthOf } from '../papers/layout.ts';

/** A sheet being written: its columns, the next free row, and the cells that later formulas refer to. */
export interface Pen {
  readonly sheet: Worksheet;
  readonly texts: PaperTexts;
  readonly widths: readonly number[];
  /** The columns in which amounts below a table stand. */
  readonly amounts: Span;
  readonly cells: Map<string, string>;
  readonly styles: Map<string, Partial<Style>>;
  row: number;
  /** The rows of the table's heading and of its total. */
  heading?: number;
  total?: number;
  /** The last row that ends its page by itself. */
  broken?: number;
}

export type Span = readonly [first: number, last: number];

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

export const FACE = 'Times New Roman';
export const TEXT = '@';
export const AMOUNT = '#,##0';
/** How each type of column is shown. */
export const FORMATS = {
  dong: AMOUNT,
  count: '0',
  day: 'dd/mm/yyyy',
  text: TEXT,
  code: TEXT,
  person: TEXT,
} as const;
/** Excel's tallest row, in points. */
const TALLEST = 409;

/** Text in cells merged into one, never a formula; returns the lines it takes. */
export function putText(pen: Pen, row: number, span: Span, text: string, style: TextStyle = {}): number {
  const { size = 12, bold = false, italic = false, align = 'left' } = style;
  const cell = merged(pen, row, span);
  cell.value = text;
  cell.numFmt = TEXT;
  cell.font = { name: FACE, size, bold, italic };
  cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true };
  return lineCount(text, widthOf(pen.widths, span) / (bold ? BOLD : 1), size);
}

/** Runs of text of different weight in one cell. */
export function putRuns(
  pen: Pen,
  span: Span,
  runs: readonly {
    readonly text: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
  }[],
): void {
  const cell = merged(pen, pen.row, span);
  cell.value = {
    richText: runs.map(({ text, ...style }) => ({ font: { name: FACE, size: 12, ...style }, text })),
  };
  cell.font = { name: FACE, size: 12 };
  cell.alignment = { horizontal: 'center', vertical: 'top', wrapText: true };
}

export function merged(pen: Pen, row: number, [first, last]: Span): Cell {
  if (last > first) pen.sheet.mergeCells(row, first, row, last);
  return pen.sheet.getCell(row, first);
}

/** Makes a row at least tall enough for so many lines, in points. */
export function heighten(pen: Pen, row: number, lines: number, size = 12, least = 0): void {
  const height = Math.max(least, lines * size * 1.26 + 3, pen.sheet.getRow(row).height ?? 0);
  pen.sheet.getRow(row).height = Math.min(TALLEST, Math.round(height * 4) / 4);
}

export function skip(pen: Pen, height = 8): void {
  pen.sheet.getRow(pen.row).height = height;
  pen.row += 1;
}

export function whole(pen: Pen): Span {
  return [1, pen.widths.length];
}

export function address(row: number, column: number): string {
  return `${String.fromCharCode(64 + column)}${row}`;
}

/** Excel's days have no zone: midnight UTC is the day itself. */
export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
