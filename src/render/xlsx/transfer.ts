import type { TransferSheet } from '../../report/transfer-list.ts';
import { csvCell } from '../csv.ts';
import { gathered } from './archive.ts';
import { inline } from './pen.ts';
import { TEXT } from './styles.ts';
import { workbookBytes } from './workbook.ts';
import { letters } from './xml.ts';

const WIDTH = 22;

/** A list of transfers as CSV with its marks: UTF-8 with a byte order mark. */
export function transferCsv({ headings, rows }: TransferSheet): Uint8Array {
  const lines = [headings, ...rows].map((cells) => cells.map(csvCell).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

/** The same as a workbook: amounts are numbers, everything else text, so that an account keeps its zeros. */
export function transferBytes({ headings, rows }: TransferSheet): Promise<Uint8Array> {
  const pieces = workbookBytes(async (book) => {
    const sheet = book.sheet('Sheet1', { widths: headings.map(() => WIDTH) });
    const text = book.styles.id({ format: TEXT });
    for (const [at, values] of [headings, ...rows].entries()) {
      const cells = values.map((value, column) => {
        const cell = `<c r="${letters(column + 1)}${at + 1}"`;
        return typeof value === 'string'
          ? `${cell} s="${text}"${inline(value)}`
          : `${cell}><v>${value}</v></c>`;
      });
      sheet.row(at + 1, cells.join(''));
      await sheet.drain();
    }
    await sheet.end();
  });
  return gathered(pieces);
}
