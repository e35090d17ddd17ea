import type { Row, Table } from '../report/table.ts';

/** A text that a spreadsheet would run as a formula is given an apostrophe, so that it stays text. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** Control characters that are no part of any text, and would act on a terminal that shows the file. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cs}]/gu;

/** Files are opened by spreadsheets, which want the first; what stands behind a pipe wants the second. */
type LineEnd = '\r\n' | '\n';

/** A table as CSV for programs and spreadsheets: keys as headings, whole numbers, ISO days, lines only. */
export function renderCsv(table: Table, lineEnd: LineEnd): string {
  const lines = [csvHead(table.columns)];
  for (const row of table.rows) {
    if (row.kind !== 'line') continue;
    lines.push(csvLine(table.columns, row.cells));
  }
  return `${lines.join(lineEnd)}${lineEnd}`;
}

/** The heading of a file of lines: the columns' keys. */
export function csvHead(columns: Table['columns']): string {
  return columns.map((column) => column.key).join(',');
}

/** One line under it. */
export function csvLine(columns: Table['columns'], cells: Row['cells']): string {
  return columns.map((column) => csvCell(cells[column.key])).join(',');
}

/** One cell: quoted where it must be, never a formula. */
export function csvCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = value.replace(CONTROL, '');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
