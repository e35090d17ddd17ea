import type { TransferSheet } from '../../report/transfer-list.ts';
import { csvCell } from '../csv.ts';

/** A list of transfers as CSV with its marks: UTF-8 with a byte order mark. */
export function transferCsv({ headings, rows }: TransferSheet): Uint8Array {
  const lines = [headings, ...rows].map((cells) => cells.map(csvCell).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

/** The same as a workbook: amounts are numbers, everything else text, so that an account keeps its zeros. */
export async function transferWorkbook({ headings, rows }: TransferSheet): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  for (const [at, cells] of [headings, ...rows].entries()) {
    const row = sheet.getRow(at + 1);
    for (const [column, value] of cells.entries()) {
      const cell = row.getCell(column + 1);
      cell.value = value;
      if (typeof value === 'string') cell.numFmt = '@';
    }
  }
  for (const [at] of headings.entries()) sheet.getColumn(at + 1).width = 22;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
