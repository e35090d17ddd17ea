import ExcelJS from 'exceljs';
import type {
  Block,
  Figures,
  Form,
  Head,
  Note,
  Paper,
  PaperSheet,
  Signatures,
  Title,
} from '../report/papers/paper.ts';
import type { PaperTexts } from './paper-text.ts';
import {
  columnWidths,
  lineCount,
  measure,
  PAGE_WIDTH,
  partsClosing,
  sentence,
  shown,
  spread,
  widthOf,
} from './xlsx-layout.ts';
import {
  address,
  AMOUNT,
  dateOf,
  FACE,
  heighten,
  merged,
  putRuns,
  putText,
  skip,
  whole,
  type Pen,
  type Span,
} from './xlsx-pen.ts';
import { stampArchive } from './xlsx-stamp.ts';
import { putTable } from './xlsx-table.ts';

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
  for (const sheet of paper.sheets) putSheet(workbook, sheet, sheetName(sheet.name, taken), texts);
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

function putSheet(workbook: ExcelJS.Workbook, paper: PaperSheet, name: string, texts: PaperTexts): void {
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
  sheet.headerFooter.oddFooter = `&C&"${FACE},Regular"&10${texts.page('&P', '&N')}`;
  const table = paper.blocks.find((block) => block.kind === 'table');
  const page = paper.wide ? PAGE_WIDTH.wide : PAGE_WIDTH.tall;
  const widths = (table === undefined ? GRID : columnWidths(table, texts, page)).map(
    (width) => Math.round(width * 100) / 100,
  );
  sheet.columns = widths.map((width) => ({ width }));
  const last = table?.columns.findIndex((column) => column.key === table.sums.at(-1)) ?? -1;
  const amounts: Span = table === undefined ? GRID_AMOUNTS : [last + 1, last + 1];
  const pen: Pen = { sheet, texts, widths, amounts, cells: new Map(), row: 1 };
  for (const block of paper.blocks) putBlock(pen, block);
  keepClosing(pen, paper);
}

/** Total, words and signatures stay on one page. */
function keepClosing(pen: Pen, paper: PaperSheet): void {
  const { heading, total } = pen;
  if (heading === undefined || total === undefined || paper.onePage) return;
  const heights = Array.from({ length: pen.row - 1 }, (_, at) => pen.sheet.getRow(at + 1).height ?? 0);
  const width = pen.widths.reduce((sum, each) => sum + each, 0);
  if (total > heading + 1 && partsClosing(heights, heading, total, { wide: paper.wide, width })) {
    pen.sheet.getRow(total - 1).addPageBreak();
  }
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

/** Both halves in one row, so that a long name on the left does not pull the motto apart. */
function putHead(pen: Pen, head: Head): void {
  const [left = whole(pen), right = whole(pen)] = spread(pen.widths, [46, 54]);
  const above = head.above === '' ? '' : `${head.above}\n`;
  const [first = '', second] = head.right.map((line) => sentence(line, pen.texts));
  const lines = lineCount(above + head.name, widthOf(pen.widths, left) / 1.08, 12);
  const others = lineCount([first, second ?? ''].join('\n'), widthOf(pen.widths, right) / 1.08, 12);
  putRuns(pen, left, [
    ...(above === '' ? [] : [{ text: above }]),
    { text: head.name, bold: true, underline: true },
  ]);
  if (second !== undefined) {
    putRuns(pen, right, [
      { text: `${first}\n`, bold: true },
      { text: second, bold: true, underline: true },
    ]);
  } else if (first !== '') putRuns(pen, right, [{ text: first }]);
  heighten(pen, pen.row, Math.max(lines, others));
  pen.row += 1;
  skip(pen);
}

function putTitle(pen: Pen, title: Title): void {
  const lines = title.lines.map((line) => sentence(line, pen.texts));
  const side = (title.side ?? []).map((line) => sentence(line, pen.texts));
  const [, middle = whole(pen), right] = side.length === 0 ? [] : spread(pen.widths, [33, 34, 33]);
  for (let at = 0; at < Math.max(lines.length, side.length); at++) {
    const size = at === 0 ? 15 : 12;
    const style = { size, bold: at === 0, italic: at > 0, align: 'center' } as const;
    const text = lines[at] ?? '';
    heighten(pen, pen.row, putText(pen, pen.row, middle, text, style), size);
    if (right !== undefined)
      heighten(pen, pen.row, putText(pen, pen.row, right, side[at] ?? '', { size: 11 }), 11);
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
  heighten(pen, pen.row, putText(pen, pen.row, whole(pen), text, { italic: true, align: note.at }));
  pen.row += 1;
}

function putForm(pen: Pen, form: Form): void {
  const [left = whole(pen), right = whole(pen)] = spread(pen.widths, [30, 70]);
  for (const field of form.fields) {
    const label = sentence(field.label, pen.texts);
    if (label === '') continue;
    const money = typeof field.value === 'number';
    const lines = putText(pen, pen.row, left, label);
    const taken = putText(pen, pen.row, right, shown(field.value, field, pen.texts), { bold: money });
    if (money) {
      const cell = pen.sheet.getCell(pen.row, right[0]);
      cell.value = field.value;
      cell.numFmt = `${AMOUNT} "${pen.texts.currency}"`;
    }
    underline(pen, right);
    heighten(pen, pen.row, Math.max(lines, taken), 12, 21);
    pen.row += 1;
  }
  skip(pen);
}

function putFigures(pen: Pen, { figures }: Figures): void {
  const [first, last] = pen.amounts;
  for (const figure of figures) {
    const lines = putText(pen, pen.row, [1, first - 1], sentence(figure.label, pen.texts), {
      bold: figure.strong,
    });
    merged(pen, pen.row, pen.amounts);
    pen.cells.set(figure.name, address(pen.row, first));
    underline(pen, [1, last]);
    heighten(pen, pen.row, lines);
    pen.row += 1;
  }
  for (const figure of figures) {
    const cell = pen.sheet.getCell(pen.cells.get(figure.name) ?? '');
    const cells = (names: readonly string[] = []) => names.map((name) => pen.cells.get(name) ?? '0');
    const formula = [cells(figure.plus).join('+'), ...cells(figure.minus)].join('-');
    const made = figure.plus !== undefined && figure.amount !== undefined;
    cell.value = made ? { formula, result: figure.amount } : (figure.amount ?? null);
    cell.numFmt = AMOUNT;
    cell.font = { name: FACE, size: 12, bold: figure.strong };
    cell.alignment = { horizontal: 'right', vertical: 'middle' };
  }
  skip(pen, 6);
}

function underline(pen: Pen, [first, last]: Span): void {
  for (let at = first; at <= last; at++)
    pen.sheet.getCell(pen.row, at).border = { bottom: { style: 'hair' } };
}

/** Blank lines between the office and the name. */
const ROOM = 4;
/** Of three or more signers the last has more of the width: the date stands over it. */
const LAST_SHARE = 36;

/** The whole block in one row, which no page's end can part. */
function putSignatures(pen: Pen, { dateline, signers }: Signatures): void {
  const wider = signers.length > 2 ? (100 - LAST_SHARE) / (signers.length - 1) : LAST_SHARE;
  const spans = spread(
    pen.widths,
    signers.map((_, at) => (at === signers.length - 1 ? LAST_SHARE : wider)),
  );
  const date = dateline === undefined ? '' : sentence(dateline, pen.texts);
  const room = widthOf(pen.widths, spans.at(-1) ?? whole(pen)) - 1;
  const dated = measure(date, 12) <= room ? date : date.replace(', ', ',\n');
  const dateLines = date === '' ? 0 : dated.split('\n').length;
  const offices = signers.map((signer) => pen.texts.signers[signer.role]);
  const rows = Math.max(...offices.map(({ office }) => office.length)) + 1;
  skip(pen);
  signers.forEach((signer, at) => {
    const { office = [], hint = '' } = offices[at] ?? {};
    const above = at === signers.length - 1 ? dated : '\n'.repeat(Math.max(0, dateLines - 1));
    putRuns(pen, spans[at] ?? whole(pen), [
      ...(dateLines === 0 ? [] : [{ text: `${above}\n`, italic: true }]),
      { text: `${office.join('\n')}\n`, bold: true },
      { text: `${hint}\n${'\n'.repeat(rows - office.length - 1 + ROOM)}`, italic: true },
      { text: signer.name === '' ? ' ' : signer.name, bold: true },
    ]);
  });
  heighten(pen, pen.row, dateLines + rows + ROOM + 1);
  pen.row += 1;
  skip(pen);
}
