import type { Fill } from 'exceljs';
import type { ReturnedList, ReturnedRow } from '../../report/returned.ts';
import { formatDay } from '../figures.ts';

const BAD: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE08A' } };

/** The list as CSV that Excel opens with its marks: UTF-8 with a byte order mark, reasons in a column of their own. */
export async function returnedCsv(list: ReturnedList): Promise<Uint8Array> {
  const lines: string[] = [];
  for await (const row of rowsOf(list)) {
    const cells = textsOf(row, list);
    lines.push(
      cells
        .map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(list.delimiter),
    );
  }
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

/** The list as a workbook: bad cells marked, the reason beside the row. Cells are text, never formulas. */
export async function returnedWorkbook(list: ReturnedList): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(list.sheet === '' ? 'Sheet1' : list.sheet);
  for await (const row of rowsOf(list)) {
    const target = sheet.getRow(row.row);
    for (const [at, text] of textsOf(row, list).entries()) {
      const cell = target.getCell(at + 1);
      if (text !== '') cell.value = text;
      cell.numFmt = '@';
      if (row.bad.includes(at)) cell.fill = BAD;
    }
    if (row.reason !== '') target.getCell(list.width + 1).font = { color: { argb: 'FFB00020' } };
  }
  for (let at = 1; at <= list.width; at++) sheet.getColumn(at).width = 18;
  sheet.getColumn(list.width + 1).width = 60;
  sheet.views = [{ state: 'frozen', ySplit: list.heading.row }];
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function* rowsOf(list: ReturnedList): AsyncIterable<ReturnedRow> {
  for await (const rows of list.rows()) yield* rows;
}

/** A row's cells as text, with the reason in the column after the list's own. */
function textsOf(row: ReturnedRow, { width, heading }: ReturnedList): string[] {
  const cells = Array.from({ length: width }, (_, at) => {
    const cell = row.cells[at] ?? '';
    return typeof cell === 'string' ? cell : formatDay(cell.day);
  });
  return [...cells, row.row === heading.row ? heading.text : row.reason];
}
