import type { ReturnedList, ReturnedRow } from '../../report/returned.ts';
import { formatDay } from '../figures.ts';
import { inline } from './pen.ts';
import { TEXT } from './styles.ts';
import { workbookBytes } from './workbook.ts';
import { letters } from './xml.ts';

const BAD = 'FFE08A';
const REASON = 'B00020';
const WIDTH = 18;
const REASON_WIDTH = 60;

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
export function returnedWorkbook(list: ReturnedList): AsyncGenerator<Uint8Array> {
  return workbookBytes(async (book) => {
    const widths = [...Array.from({ length: list.width }, () => WIDTH), REASON_WIDTH];
    const sheet = book.sheet(list.sheet === '' ? 'Sheet1' : list.sheet, { widths });
    sheet.frozen = list.heading.row;
    const good = book.styles.id({ format: TEXT });
    const bad = book.styles.id({ format: TEXT, fill: BAD });
    const reason = book.styles.id({ format: TEXT, color: REASON });
    for await (const row of rowsOf(list)) {
      const cells = textsOf(row, list).map((text, at) => {
        const style = row.bad.includes(at) ? bad : at === list.width && row.reason !== '' ? reason : good;
        return `<c r="${letters(at + 1)}${row.row}" s="${style}"${text === '' ? '/>' : inline(text)}`;
      });
      sheet.row(row.row, cells.join(''));
      await sheet.drain();
    }
    await sheet.end();
  });
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
