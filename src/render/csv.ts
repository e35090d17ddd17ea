import type { Table } from '../report/table.ts';

/** A text that a spreadsheet would run as a formula is given an apostrophe, so that it stays text. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as CSV for programs and spreadsheets: keys as headings, whole numbers, ISO days, lines only. */
export function renderCsv(table: Table): string {
  const lines = [table.columns.map((column) => column.key).join(',')];
  for (const row of table.rows) {
    if (row.kind !== 'line') continue;
    lines.push(table.columns.map((column) => csvCell(row.cells[column.key])).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** One cell: quoted where it must be, never a formula. */
export function csvCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
