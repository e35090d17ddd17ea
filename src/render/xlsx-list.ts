import ExcelJS, { type Cell } from 'exceljs';
import type { Day } from '../domain/day.ts';
import type { Column, Row, Table } from '../report/table.ts';
import type { Messages } from './messages.ts';
import { widthOf } from './width.ts';
import { sheetName } from './xlsx.ts';
import { address, dateOf, FACE, FORMATS, TEXT } from './xlsx-pen.ts';
import { stampArchive } from './xlsx-stamp.ts';

const WIDEST = 40;
const HEADING = 3;

/**
 * A table of the screen as a workbook to work on: headings kept in sight and filtered by, text always text, sums as
 * formulas with their values. The same table of the same day gives the same bytes.
 */
export async function renderListWorkbook(table: Table, m: Messages, day: Day): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const date = dateOf(day);
  Object.assign(workbook, { creator: 'phucloi', lastModifiedBy: 'phucloi', created: date, modified: date });
  const title = m.title(table.name, table.facts);
  const sheet = workbook.addWorksheet(sheetName(title, new Set()));
  sheet.views = [{ state: 'frozen', ySplit: HEADING }];
  Object.assign(sheet.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 });
  sheet.pageSetup.printTitlesRow = `${HEADING}:${HEADING}`;
  putText(sheet.getCell(1, 1), title, true);
  const heads = table.columns.map(({ key }) => m.columns[key] ?? key);
  heads.forEach((head, at) => {
    putText(sheet.getCell(HEADING, at + 1), head, true);
  });
  const first = HEADING + 1;
  let since = first;
  table.rows.forEach((row, index) => {
    const at = first + index;
    const labelled = table.columns.findIndex(({ type }) => type === 'text' || type === 'person');
    table.columns.forEach((column, place) => {
      const cell = sheet.getCell(at, place + 1);
      if (row.label !== undefined && place === Math.max(0, labelled))
        putText(cell, m.labels[row.label], true);
      else putCell(cell, column, row, range(row, place + 1, { first, since, at }));
    });
    if (row.kind === 'subtotal') since = at + 1;
  });
  table.columns.forEach(({ key, type }, at) => {
    const cells = table.rows.map((row) => String(row.cells[key] ?? ''));
    const width = Math.max(...[heads[at] ?? '', ...cells].map(widthOf)) + (type === 'dong' ? 6 : 2);
    sheet.getColumn(at + 1).width = Math.min(WIDEST, Math.max(12, width));
  });
  const lines = table.rows.findLastIndex(({ kind }) => kind === 'line' || kind === 'subtotal');
  if (lines >= 0)
    sheet.autoFilter = { from: address(HEADING, 1), to: address(first + lines, table.columns.length) };
  return stampArchive(new Uint8Array(await workbook.xlsx.writeBuffer()), day);
}

/** The rows that a sum is over; none for a line, and for a sum that is not over what stands above it. */
function range(
  row: Row,
  column: number,
  { first, since, at }: { first: number; since: number; at: number },
): string | undefined {
  if (row.label !== 'total' && row.label !== 'subtotal') return undefined;
  const from = row.kind === 'subtotal' ? since : first;
  return from < at ? `${address(from, column)}:${address(at - 1, column)}` : undefined;
}

function putText(cell: Cell, text: string, bold: boolean): void {
  cell.value = text;
  cell.numFmt = TEXT;
  cell.font = { name: FACE, size: 11, bold };
}

function putCell(cell: Cell, column: Column, row: Row, over: string | undefined): void {
  const value = row.cells[column.key];
  cell.font = { name: FACE, size: 11, bold: row.kind !== 'line' };
  cell.numFmt = FORMATS[column.type];
  if (value === undefined) return;
  if (typeof value === 'string') cell.value = column.type === 'day' ? dateOf(value as Day) : value;
  // SUBTOTAL leaves out the subtotals in its range, so a total may span them.
  else cell.value = over === undefined ? value : { formula: `SUBTOTAL(9,${over})`, result: value };
}
