import type { Day } from '../domain/day.ts';
import { tidy } from '../domain/name.ts';

/**
 * What a cell of a list holds: text as written; a number as a workbook stores it (its digits, never a float); a day
 * where the workbook keeps one; or a formula that nobody computed.
 */
export type Cell =
  string | { readonly number: string } | { readonly day: Day } | { readonly formula: string };

/** One row of a sheet; `row` counts as a spreadsheet does, the first row being 1. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** One sheet of a list. Its rows come in batches, from the file, as often as they are asked for; none are held. */
export interface Sheet {
  /** The workbook's name of it; absent in a text file. */
  readonly name?: string | undefined;
  rows(): AsyncIterable<readonly GridRow[]>;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** A cell as text on one line, blanks folded. Days as YYYY-MM-DD. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return tidy(cell);
  if ('number' in cell) return cell.number;
  return 'day' in cell ? cell.day : '';
}

export function isDay(cell: Cell | undefined): cell is { readonly day: Day } {
  return typeof cell === 'object' && 'day' in cell;
}

export function isNumber(cell: Cell | undefined): cell is { readonly number: string } {
  return typeof cell === 'object' && 'number' in cell;
}

export function isFormula(cell: Cell | undefined): cell is { readonly formula: string } {
  return typeof cell === 'object' && 'formula' in cell;
}
