import ExcelJS from 'exceljs';
import type { Paper, PaperSheet } from '../../report/papers/paper.ts';
import type { PaperTexts } from '../papers/texts.ts';
import { putBlock } from './blocks.ts';
import { columnWidths, PAGE_WIDTH, partsClosing, sentence } from '../papers/layout.ts';
import { dateOf, FACE, type Pen, type Span } from './pen.ts';
import { stampArchive } from './stamp.ts';

const A4 = 9;
/** Papers without a table stand on these columns. */
const GRID: readonly number[] = Array.from({ length: 12 }, () => PAGE_WIDTH.tall / 12);
const GRID_AMOUNTS: Span = [8, 12];

/** A paper as an Excel workbook. Nothing in it comes from the clock: the same paper gives the same bytes. */
export async function renderWorkbook(paper: Paper, texts: PaperTexts): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const date = dateOf(paper.date);
  Object.assign(workbook, { creator: 'phucloi', lastModifiedBy: 'phucloi', created: date, modified: date });
  const taken = new Set<string>();
  for (const sheet of paper.sheets) {
    const wished = typeof sheet.name === 'string' ? sheet.name : sentence(sheet.name, texts);
    await putSheet(workbook, sheet, sheetName(wished, taken), texts);
  }
  return stampArchive(new Uint8Array(await workbook.xlsx.writeBuffer()), paper.date);
}

/** A name that Excel takes: 31 letters at most, none of []:*?/\, no two alike whatever their case. */
export function sheetName(wished: string, taken: Set<string>): string {
  const legal = wished.replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ').replace(/\s+/gu, ' ');
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : ` (${number})`;
    const name = `${legal.slice(0, 31 - tail.length).replace(/^['\s]+|['\s]+$/gu, '') || '1'}${tail}`;
    if (name.toLowerCase() === 'history' || taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

async function putSheet(
  workbook: ExcelJS.Workbook,
  paper: PaperSheet,
  name: string,
  texts: PaperTexts,
): Promise<void> {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: A4,
      orientation: paper.wide ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: paper.onePage ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
    },
    views: [{ showGridLines: false }],
  });
  const font = `&"${FACE},Regular"&10`;
  const foot =
    paper.footer === undefined ? '' : `&L${font}${sentence(paper.footer, texts).replaceAll('&', '&&')}`;
  sheet.headerFooter.oddFooter = `${foot}&C${font}${texts.page('&P', '&N')}`;
  const table = paper.blocks.find((block) => block.kind === 'table');
  const page = paper.wide ? PAGE_WIDTH.wide : PAGE_WIDTH.tall;
  const widths = (table === undefined ? GRID : await columnWidths(table, texts, page)).map(
    (width) => Math.round(width * 100) / 100,
  );
  sheet.columns = widths.map((width) => ({ width }));
  const last = table?.columns.findIndex((column) => column.key === table.sums.at(-1)) ?? -1;
  const amounts: Span = table === undefined ? GRID_AMOUNTS : [last + 1, last + 1];
  const pen: Pen = { sheet, texts, widths, amounts, cells: new Map(), styles: new Map(), row: 1 };
  for (const block of paper.blocks) await putBlock(pen, block);
  keepClosing(pen, paper);
}

/** Total, words and signatures stay on one page. */
function keepClosing(pen: Pen, paper: PaperSheet): void {
  const { heading, total } = pen;
  if (heading === undefined || total === undefined || paper.onePage) return;
  const all = Array.from({ length: pen.row - 1 }, (_, at) => pen.sheet.getRow(at + 1).height ?? 0);
  // After a page that a row ended, the last page begins with the heading repeated.
  const heights = pen.broken === undefined ? all : [all[heading - 1] ?? 0, ...all.slice(pen.broken)];
  const [from, closing] = pen.broken === undefined ? [heading, total] : [1, total - pen.broken + 1];
  const width = pen.widths.reduce((sum, each) => sum + each, 0);
  if (total > heading + 1 && partsClosing(heights, from, closing, { wide: paper.wide, width })) {
    pen.sheet.getRow(total - 1).addPageBreak();
  }
}
