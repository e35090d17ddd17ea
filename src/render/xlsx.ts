import ExcelJS from 'exceljs';
import type { Day } from '../domain/day.ts';
import type {
  Block,
  Figures,
  Form,
  Head,
  Note,
  Paper,
  PaperColumn,
  PaperRow,
  PaperSheet,
  PaperTable,
  PaperValue,
  Signatures,
  Title,
} from '../report/papers/paper.ts';
import type { PaperTexts } from './paper-text.ts';
import {
  columnWidths,
  lineCount,
  measure,
  PAGE_WIDTH,
  sentence,
  shown,
  spread,
  widthOf,
} from './xlsx-layout.ts';
import { stampArchive } from './xlsx-stamp.ts';

const FACE = 'Times New Roman';
const LINE_HEIGHT = 15.5;
const AMOUNT = '#,##0';
const FORMATS: { readonly [T in PaperColumn['type']]: string } = {
  dong: AMOUNT,
  count: '0',
  day: 'dd/mm/yyyy',
  text: '@',
  code: '@',
  person: '@',
};
const GRID: readonly number[] = Array.from({ length: 12 }, () => PAGE_WIDTH.tall / 12);
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** A sheet being written: its columns, the next free row, and the cells that later formulas refer to. */
interface Pen {
  readonly sheet: ExcelJS.Worksheet;
  readonly texts: PaperTexts;
  readonly widths: readonly number[];
  /** The column in which amounts below the table stand. */
  readonly amountAt: number;
  readonly cells: Map<string, string>;
  row: number;
}

type Span = readonly [first: number, last: number];
type Style = {
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  align?: 'left' | 'center' | 'right';
};

/** A paper as an Excel workbook. Nothing in it comes from the clock: the same paper gives the same bytes. */
export async function renderWorkbook(paper: Paper, texts: PaperTexts): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const date = dateOf(paper.date);
  Object.assign(workbook, { creator: 'phucloi', lastModifiedBy: 'phucloi', created: date, modified: date });
  const taken = new Set<string>();
  for (const sheet of paper.sheets) putSheet(workbook, sheet, sheetName(sheet.name, taken), texts);
  if (paper.sheets.length === 0) workbook.addWorksheet(paper.name);
  return stampArchive(new Uint8Array(await workbook.xlsx.writeBuffer()), paper.date);
}

/** A name that Excel takes: 31 letters at most, none of []:*?/\, no two alike whatever their case. */
export function sheetName(wished: string, taken: Set<string>): string {
  const legal = wished
    .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^['\s]+|['\s]+$/gu, '');
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : ` (${number})`;
    const name = `${(legal === '' ? '1' : legal).slice(0, 31 - tail.length).trimEnd()}${tail}`;
    if (name.toLowerCase() === 'history' || taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function putSheet(workbook: ExcelJS.Workbook, paper: PaperSheet, name: string, texts: PaperTexts): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: paper.wide ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: paper.onePage ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
    },
    views: [{ showGridLines: false }],
  });
  sheet.headerFooter.oddFooter = `&C&"${FACE},Regular"&10${texts.page('&P', '&N')}`;
  const table = paper.blocks.find((block) => block.kind === 'table');
  const widths =
    table === undefined ? GRID : columnWidths(table, texts, paper.wide ? PAGE_WIDTH.wide : PAGE_WIDTH.tall);
  sheet.columns = widths.map((width) => ({ width: Math.round(width * 100) / 100 }));
  const amountAt =
    table === undefined ? 9 : table.columns.findIndex((column) => column.key === table.sums.at(-1)) + 1;
  const pen: Pen = { sheet, texts, widths, amountAt, cells: new Map(), row: 1 };
  for (const block of paper.blocks) putBlock(pen, block);
}

function putBlock(pen: Pen, block: Block): void {
  switch (block.kind) {
    case 'head':
      return putHead(pen, block);
    case 'title':
      return putTitle(pen, block);
    case 'note':
      return putNote(pen, block);
    case 'table':
      return putTable(pen, block);
    case 'form':
      return putForm(pen, block);
    case 'figures':
      return putFigures(pen, block);
    case 'signatures':
      return putSignatures(pen, block);
  }
}

/** Text in cells merged into one; returns the lines it takes. */
function putText(pen: Pen, row: number, span: Span, text: string, style: Style = {}): number {
  const cell = merged(pen, row, span);
  cell.value = text;
  cell.numFmt = '@';
  const { size = 12, bold = false, italic = false, underline = false, align = 'left' } = style;
  cell.font = { name: FACE, size, bold, italic, underline };
  cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true };
  return lineCount(text, widthOf(pen.widths, span) / (bold ? 1.08 : 1), size);
}

function merged(pen: Pen, row: number, [first, last]: Span): ExcelJS.Cell {
  if (last > first) pen.sheet.mergeCells(row, first, row, last);
  return pen.sheet.getCell(row, first);
}

function heighten(pen: Pen, row: number, lines: number, points = 12, least = 0): void {
  const height = Math.max(least, lines * LINE_HEIGHT * (points / 11.5) + 2);
  pen.sheet.getRow(row).height = Math.min(409, Math.max(pen.sheet.getRow(row).height ?? 0, height));
}

function skip(pen: Pen, height = 8): void {
  pen.sheet.getRow(pen.row).height = height;
  pen.row += 1;
}

function whole(pen: Pen): Span {
  return [1, pen.widths.length];
}

function putHead(pen: Pen, head: Head): void {
  const [left = whole(pen), right = whole(pen)] = spread(pen.widths, [42, 58]);
  const lefts = head.above === '' ? [head.name] : [head.above, head.name];
  const rights = head.right.map((line) => sentence(line, pen.texts));
  for (let at = 0; at < Math.max(lefts.length, rights.length); at++) {
    const own = at === lefts.length - 1;
    const style = { bold: own, underline: own, align: 'center' } as const;
    const lines = putText(pen, pen.row, left, lefts[at] ?? '', style);
    const motto = { bold: rights.length > 1, underline: at === 1, align: 'center' } as const;
    const others = putText(pen, pen.row, right, rights[at] ?? '', motto);
    heighten(pen, pen.row, Math.max(lines, others));
    pen.row += 1;
  }
  skip(pen);
}

function putTitle(pen: Pen, title: Title): void {
  const lines = title.lines.map((line) => sentence(line, pen.texts));
  const side = (title.side ?? []).map((line) => sentence(line, pen.texts));
  const [, middle = whole(pen), right] = side.length === 0 ? [] : spread(pen.widths, [30, 40, 30]);
  for (let at = 0; at < Math.max(lines.length, side.length); at++) {
    const style = at === 0 ? { size: 15, bold: true } : { italic: true };
    const taken = putText(pen, pen.row, middle, lines[at] ?? '', { ...style, align: 'center' });
    const beside = right === undefined ? 0 : putText(pen, pen.row, right, side[at] ?? '', { size: 11 });
    heighten(pen, pen.row, taken, at === 0 ? 15 : 12);
    heighten(pen, pen.row, beside);
    pen.row += 1;
  }
  if (title.stamp !== undefined) {
    putText(pen, pen.row, whole(pen), sentence(title.stamp, pen.texts), {
      size: 28,
      bold: true,
      align: 'center',
    });
    const cell = pen.sheet.getCell(pen.row, 1);
    cell.font = { ...cell.font, color: { argb: 'FFC00000' } };
    heighten(pen, pen.row, 1, 28);
    pen.row += 1;
  }
  skip(pen);
}

function putNote(pen: Pen, note: Note): void {
  const text = sentence(note.line, pen.texts);
  const lines = putText(pen, pen.row, whole(pen), text, { italic: true, align: note.at });
  heighten(pen, pen.row, lines);
  pen.row += 1;
}

function putTable(pen: Pen, table: PaperTable): void {
  const headingRow = pen.row;
  table.columns.forEach((column, at) => {
    const cell = pen.sheet.getCell(pen.row, at + 1);
    cell.value = pen.texts.columns[column.key];
    cell.font = { name: FACE, size: 11, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = BORDER;
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } };
    heighten(pen, pen.row, lineCount(pen.texts.columns[column.key], (pen.widths[at] ?? 0) / 1.08), 11, 24);
  });
  pen.row += 1;
  pen.sheet.pageSetup.printTitlesRow = `${headingRow}:${headingRow}`;
  pen.sheet.views = [{ state: 'frozen', ySplit: headingRow, showGridLines: false }];
  let since = pen.row;
  for (const row of table.rows) {
    if (row.kind === 'group') since = pen.row + 1;
    const from = row.kind === 'total' ? headingRow + 1 : since;
    if (row.kind === 'line') putLine(pen, table, row);
    else putSum(pen, table, row, from);
    if (row.kind === 'subtotal') since = pen.row + 1;
    pen.row += 1;
  }
  skip(pen, 6);
}

function putLine(pen: Pen, table: PaperTable, row: PaperRow): void {
  let lines = 1;
  table.columns.forEach((column, at) => {
    const value = row.cells[column.key];
    const cell = pen.sheet.getCell(pen.row, at + 1);
    cell.value = cellValue(pen, table, column, value);
    dress(cell, column, false);
    lines = Math.max(lines, lineCount(shown(value, column, pen.texts), pen.widths[at] ?? 0));
  });
  heighten(pen, pen.row, lines, 11, table.tall ? 34 : 18);
}

/** A text stays a text whatever it begins with; only products are formulas, each with its value. */
function cellValue(pen: Pen, table: PaperTable, column: PaperColumn, value: PaperValue): ExcelJS.CellValue {
  if (value === undefined) return null;
  if (typeof value === 'object') return sentence(value, pen.texts);
  if (typeof value === 'string') return column.type === 'day' ? dateOf(value as Day) : value;
  if (column.product === undefined) return value;
  const factors = column.product.map((key) => {
    return address(pen.row, table.columns.findIndex((each) => each.key === key) + 1);
  });
  return { formula: factors.join('*'), result: value };
}

/** A heading, subtotal or total: its label over the columns before the sums, each sum a formula with its value. */
function putSum(pen: Pen, table: PaperTable, row: PaperRow, from: number): void {
  const summed = row.kind !== 'group';
  const firstSum = table.columns.findIndex((column) => table.sums.includes(column.key));
  const span: Span = summed ? [1, Math.max(1, firstSum)] : whole(pen);
  const label = row.label === undefined ? '' : sentence(row.label, pen.texts);
  const lines = putText(pen, pen.row, span, label, { size: 11, bold: true });
  heighten(pen, pen.row, lines, 11, 20);
  table.columns.forEach((column, at) => {
    const cell = pen.sheet.getCell(pen.row, at + 1);
    cell.border = BORDER;
    if (at < span[1]) return;
    dress(cell, column, true);
    const value = row.cells[column.key];
    if (!table.sums.includes(column.key) || typeof value !== 'number') return;
    const range = `${address(from, at + 1)}:${address(pen.row - 1, at + 1)}`;
    cell.value = pen.row > from ? { formula: `SUBTOTAL(9,${range})`, result: value } : value;
    if (row.kind === 'total') pen.cells.set('table', address(pen.row, at + 1));
  });
}

function dress(cell: ExcelJS.Cell, column: PaperColumn, bold: boolean): void {
  const figures = column.type === 'dong' || (column.type === 'count' && column.key !== 'number');
  const centred = column.type === 'day' || column.key === 'number';
  cell.font = { name: FACE, size: 11, bold };
  cell.border = BORDER;
  cell.numFmt = FORMATS[column.type];
  cell.alignment = {
    horizontal: figures ? 'right' : centred ? 'center' : 'left',
    vertical: 'middle',
    wrapText: !figures && column.type !== 'day',
  };
}

function putForm(pen: Pen, form: Form): void {
  const [left = whole(pen), right = whole(pen)] = spread(pen.widths, [30, 70]);
  for (const field of form.fields) {
    const label = sentence(field.label, pen.texts);
    if (label === '') continue;
    const lines = putText(pen, pen.row, left, label);
    const money = typeof field.value === 'number';
    const text = shown(field.value, field, pen.texts);
    const taken = putText(pen, pen.row, right, text, { bold: money });
    const cell = pen.sheet.getCell(pen.row, right[0]);
    if (money) {
      cell.value = field.value;
      cell.numFmt = `${AMOUNT} "${pen.texts.currency}"`;
    }
    for (let at = right[0]; at <= right[1]; at++) {
      pen.sheet.getCell(pen.row, at).border = { bottom: { style: 'dotted' } };
    }
    heighten(pen, pen.row, Math.max(lines, taken), 12, 21);
    pen.row += 1;
  }
  skip(pen);
}

function putFigures(pen: Pen, { figures }: Figures): void {
  for (const figure of figures) {
    const style = { bold: figure.strong };
    const lines = putText(pen, pen.row, [1, pen.amountAt - 1], sentence(figure.label, pen.texts), style);
    const span: Span = [pen.amountAt, pen.widths === GRID ? GRID.length : pen.amountAt];
    merged(pen, pen.row, span);
    pen.cells.set(figure.name, address(pen.row, pen.amountAt));
    heighten(pen, pen.row, lines);
    pen.row += 1;
  }
  for (const figure of figures) {
    const cell = pen.sheet.getCell(pen.cells.get(figure.name) ?? '');
    const terms = (names: readonly string[] = []) => names.map((name) => pen.cells.get(name) ?? '0');
    const formula = [terms(figure.plus).join('+'), ...terms(figure.minus)].join('-');
    const made = figure.plus !== undefined && figure.amount !== undefined;
    cell.value = made ? { formula, result: figure.amount } : (figure.amount ?? null);
    cell.numFmt = AMOUNT;
    cell.font = { name: FACE, size: 12, bold: figure.strong };
    cell.alignment = { horizontal: 'right', vertical: 'middle' };
  }
  skip(pen, 6);
}

/** Blank lines between the office and the name. */
const ROOM = 4;

/** The whole block in one row, which no page break can part. The last signer's column is wider and bears the date. */
function putSignatures(pen: Pen, { dateline, signers }: Signatures): void {
  const shares = signers.map((_, at) =>
    at === signers.length - 1 ? 36 : 64 / Math.max(1, signers.length - 1),
  );
  const spans = spread(pen.widths, shares);
  const date = dateline === undefined ? '' : sentence(dateline, pen.texts);
  const last = widthOf(pen.widths, spans.at(-1) ?? whole(pen));
  const dated = measure(date, 12) <= last - 1 ? date : date.replace(', ', ',\n');
  const dateLines = date === '' ? 0 : dated.split('\n').length;
  const offices = signers.map((signer) => pen.texts.signers[signer.role]);
  const rows = Math.max(...offices.map(({ office }) => office.length)) + 1;
  signers.forEach((signer, at) => {
    const { office = [], hint = '' } = offices[at] ?? {};
    const cell = merged(pen, pen.row, spans[at] ?? whole(pen));
    const top = at === signers.length - 1 ? dated : '\n'.repeat(Math.max(0, dateLines - 1));
    const room = '\n'.repeat(rows - office.length - 1 + ROOM);
    const run = (text: string, style: { bold?: boolean; italic?: boolean }) => ({
      font: { name: FACE, size: 12, ...style },
      text,
    });
    cell.value = {
      richText: [
        ...(dateLines === 0 ? [] : [run(`${top}\n`, { italic: true })]),
        run(`${office.join('\n')}\n`, { bold: true }),
        run(`${hint}\n${room}`, { italic: true }),
        run(signer.name === '' ? ' ' : signer.name, { bold: true }),
      ],
    };
    cell.font = { name: FACE, size: 12 };
    cell.alignment = { horizontal: 'center', vertical: 'top', wrapText: true };
  });
  heighten(pen, pen.row, dateLines + rows + ROOM + 1);
  pen.row += 1;
  skip(pen);
}

function address(row: number, column: number): string {
  return `${String.fromCharCode(64 + column)}${row}`;
}
