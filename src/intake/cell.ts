import type { Day } from '../domain/day.ts';

/** What a cell of a list holds: text as typed, a number or a day as Excel stored it, or a formula nobody computed. */
export type Cell = string | number | { readonly day: Day } | { readonly formula: string };

/** One row of a sheet; `row` counts as a spreadsheet does, the first row being 1. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A list's cells with where they come from. */
export interface Grid {
  readonly file: string;
  readonly sheet?: string | undefined;
  /** How the file was read: `csv` with its delimiter, or `xlsx`. Shown in previews. */
  readonly format: string;
  readonly rows: readonly GridRow[];
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** A cell as text on one line, blanks folded. Days as YYYY-MM-DD. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (typeof cell === 'number') return String(cell);
  return 'day' in cell ? cell.day : '';
}

export function isDay(cell: Cell | undefined): cell is { readonly day: Day } {
  return typeof cell === 'object' && 'day' in cell;
}

export function isFormula(cell: Cell | undefined): boolean {
  return typeof cell === 'object' && 'formula' in cell;
}
