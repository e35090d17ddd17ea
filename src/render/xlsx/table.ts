import type { Cell, CellValue, Style } from 'exceljs';
import type { Day } from '../../domain/day.ts';
import type { PaperColumn, PaperRow, PaperTable, PaperValue } from '../../report/papers/paper.ts';
import { headingOf } from '../papers/texts.ts';
import { lineCount, sentence, shown, worded } from '../papers/layout.ts';
import {
  address,
  dateOf,
  FACE,
  FORMATS,
  heighten,
  putText,
  skip,
  whole,
  type Pen,
  type Span,
} from './pen.ts';

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const GREY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const;
/** Room for a signature, in points. */
const TALL = 30;
const PLAIN = 18;

export async function putTable(pen: Pen, table: PaperTable): Promise<void> {
  putHeading(pen, table);
  let since = pen.row;
  const first = pen.row;
  for await (const row of table.rows) {
    if (row.kind === 'group') since = pen.row + 1;
    if (row.kind === 'total') pen.total = pen.row;
    if (row.kind === 'line') putLine(pen, table, row);
    else putSum(pen, table, row, row.kind === 'total' ? first : since);
    if (row.kind === 'subtotal') since = pen.row + 1;
    if (row.pageEnd === true) {
      pen.sheet.getRow(pen.row).addPageBreak();
      pen.broken = pen.row;
    }
    pen.row += 1;
  }
  skip(pen, 6);
}

/** Repeated on every page and kept in sight. */
function putHeading(pen: Pen, table: PaperTable): void {
  table.columns.forEach((column, at) => {
    const text = headingOf(column, pen.texts);
    const lines = putText(pen, pen.row, [at + 1, at + 1], text, { size: 11, bold: true, align: 'center' });
    const cell = pen.sheet.getCell(pen.row, at + 1);
    cell.border = BORDER;
    cell.fill = GREY;
    heighten(pen, pen.row, lines, 11, 24);
  });
  pen.heading = pen.row;
  pen.sheet.pageSetup.printTitlesRow = `${pen.row}:${pen.row}`;
  pen.sheet.views = [{ state: 'frozen', ySplit: pen.row, showGridLines: false }];
  pen.row += 1;
}

function putLine(pen: Pen, table: PaperTable, row: PaperRow): void {
  let lines = 1;
  table.columns.forEach((column, at) => {
    const value = row.cells[column.key];
    const cell = pen.sheet.getCell(pen.row, at + 1);
    cell.value = cellValue(pen, table, column, value);
    dress(pen, cell, column, false);
    lines = Math.max(lines, lineCount(shown(value, column, pen.texts), pen.widths[at] ?? 0));
  });
  heighten(pen, pen.row, lines, 11, table.tall ? TALL : PLAIN);
}

/** A text stays a text whatever it begins with; only products are formulas, each with its value. */
function cellValue(pen: Pen, table: PaperTable, column: PaperColumn, value: PaperValue): CellValue {
  if (value === undefined) return null;
  if (typeof value === 'object') return sentence(value, pen.texts);
  if (typeof value === 'string')
    return column.type === 'day' ? dateOf(value as Day) : worded(value, column, pen.texts);
  if (column.product === undefined) return value;
  const factors = column.product.map((key) => {
    const at = table.columns.findIndex((each) => each.key === key);
    return address(pen.row, at + 1);
  });
  return { formula: factors.join('*'), result: value };
}

/** A heading, subtotal or total: its label over the columns before the sums, each sum a formula with its value. */
function putSum(pen: Pen, table: PaperTable, row: PaperRow, from: number): void {
  const firstSum = table.columns.findIndex((column) => table.sums.includes(column.key));
  const span: Span = row.kind === 'group' ? whole(pen) : [1, Math.max(1, firstSum)];
  const label = row.label === undefined ? '' : sentence(row.label, pen.texts);
  const lines = putText(pen, pen.row, span, label, { size: 11, bold: true });
  heighten(pen, pen.row, lines, 11, 20);
  table.columns.forEach((column, at) => {
    const cell = pen.sheet.getCell(pen.row, at + 1);
    cell.border = BORDER;
    if (at < span[1]) return;
    dress(pen, cell, column, true);
    const value = row.cells[column.key];
    if (row.kind === 'stated' && value !== undefined) cell.value = cellValue(pen, table, column, value);
    if (row.kind === 'stated' || !table.sums.includes(column.key) || typeof value !== 'number') return;
    const range = `${address(from, at + 1)}:${address(pen.row - 1, at + 1)}`;
    // SUBTOTAL leaves out the subtotals in its range, so a total may span them.
    cell.value = pen.row > from ? { formula: `SUBTOTAL(9,${range})`, result: value } : value;
    if (row.kind === 'total') pen.cells.set('table', address(pen.row, at + 1));
  });
}

/** Cells of one column share one style: the library then writes it once. */
function dress(pen: Pen, cell: Cell, column: PaperColumn, bold: boolean): void {
  const name = `${column.key} ${bold}`;
  let style = pen.styles.get(name);
  if (style === undefined) {
    style = styleOf(column, bold);
    pen.styles.set(name, style);
  }
  cell.style = style;
}

function styleOf(column: PaperColumn, bold: boolean): Partial<Style> {
  const figures = column.type === 'dong' || (column.type === 'count' && column.key !== 'number');
  const centred = ['day', 'code'].includes(column.type) || ['number', 'decision'].includes(column.key);
  return {
    font: { name: FACE, size: 11, bold },
    border: BORDER,
    numFmt: FORMATS[column.type],
    alignment: {
      horizontal: figures ? 'right' : centred ? 'center' : 'left',
      vertical: 'middle',
      wrapText: !figures && column.type !== 'day',
    },
  };
}
