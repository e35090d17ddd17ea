import type { Block, Paper, PaperSheet } from '../../report/papers/paper.ts';
import type { PaperTexts } from '../papers/texts.ts';
import { PAGE_WIDTH, partsClosing, sentence, surveyTable, widthsOf } from '../papers/layout.ts';
import { putFigures, putForm, putHead, putNote, putParagraph, putSignatures, putTitle } from './blocks.ts';
import { Pen, type Span } from './pen.ts';
import { provenanceFoot, provenanceSheet } from './provenance.ts';
import { FACE } from './styles.ts';
import { putTable } from './table.ts';
import { workbookBytes, type Workbook } from './workbook.ts';
import { ROWS_MAX, type SheetShape } from './worksheet.ts';

/** Papers without a table stand on these columns. */
const GRID: readonly number[] = Array.from({ length: 12 }, () => PAGE_WIDTH.tall / 12);
const GRID_AMOUNTS: Span = [8, 12];
/** The format takes no longer a foot. */
const FOOT_LONGEST = 255;

/**
 * A paper as an Excel workbook, piece by piece: rows of a table go out as they come. Nothing in it comes from the clock:
 * the same paper gives the same bytes. A table of more rows than `limit` goes on on a further sheet.
 */
export function renderWorkbook(
  paper: Paper,
  texts: PaperTexts,
  limit = ROWS_MAX,
): AsyncGenerator<Uint8Array> {
  const foot = provenanceFoot(paper.provenance, texts);
  const last = provenanceSheet(paper, texts);
  return workbookBytes(
    async (book) => {
      for (const sheet of [...paper.sheets, ...(last === undefined ? [] : [last])])
        await putSheet({ book, texts, foot, limit }, sheet);
    },
    paper.date,
    texts.workbook.styles,
  );
}

interface Setting {
  readonly book: Workbook;
  readonly texts: PaperTexts;
  readonly foot: string | undefined;
  readonly limit: number;
}

async function putSheet({ book, texts, foot, limit }: Setting, paper: PaperSheet): Promise<void> {
  const table = paper.blocks.find((block) => block.kind === 'table');
  const page = paper.wide ? PAGE_WIDTH.wide : PAGE_WIDTH.tall;
  const survey = table === undefined ? undefined : await surveyTable(table, texts);
  const wished = table === undefined || survey === undefined ? GRID : widthsOf(table, texts, page, survey);
  const widths = wished.map((width) => Math.round(width * 100) / 100);
  const last = table?.columns.findIndex((column) => column.key === table.sums.at(-1)) ?? -1;
  const amounts: Span = table === undefined ? GRID_AMOUNTS : [last + 1, last + 1];
  const shape: SheetShape = {
    widths,
    page: { wide: paper.wide, onePage: paper.onePage, footer: footer(paper, texts, foot) },
    outlined: survey?.grouped,
  };
  const name = typeof paper.name === 'string' ? paper.name : sentence(paper.name, texts);
  const turn = async () => {
    await pen.sheet.end();
    return book.sheet(name, shape);
  };
  const pen: Pen = new Pen(
    { styles: book.styles, texts, widths, amounts, limit, turn },
    book.sheet(name, shape),
  );
  for (const [at, block] of paper.blocks.entries()) {
    // A table does not stick to the words above it.
    if (block.kind === 'table' && paper.blocks[at - 1]?.kind === 'paragraph') pen.skip(6);
    await putBlock(pen, block);
  }
  keepClosing(pen, paper);
  await pen.sheet.end();
}

/** Puts one block of a paper below the last. */
async function putBlock(pen: Pen, block: Block): Promise<void> {
  switch (block.kind) {
    case 'head':
      return putHead(pen, block);
    case 'title':
      return putTitle(pen, block);
    case 'note':
      return putNote(pen, block);
    case 'paragraph':
      return putParagraph(pen, block);
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

/** The sheet's own foot at the left, the page's number in the middle, where the figures come from at the right. */
function footer(paper: PaperSheet, texts: PaperTexts, foot: string | undefined): string {
  const middle = footPart('C', texts.page('&P', '&N'));
  const right = foot === undefined ? '' : footPart('R', plain(foot));
  const said = paper.footer === undefined ? '' : plain(sentence(paper.footer, texts));
  const room = FOOT_LONGEST - middle.length - right.length - footPart('L', '').length - 1;
  // A cut between the two signs that stand for one would begin an order of the format.
  const cut = said.slice(0, room).replace(/(?<!&)((?:&&)*)&$/, '$1');
  return (said === '' ? '' : footPart('L', cut)) + middle + right;
}

/** A part of a foot in its font; a digit right after the size would be read with it. */
function footPart(place: 'L' | 'C' | 'R', text: string): string {
  return `&${place}&"${FACE},Regular"&10${/^\d/.test(text) ? ' ' : ''}${text}`;
}

function plain(text: string): string {
  return text.replaceAll('&', '&&');
}

/** How small a sheet may be printed so that its closing does not take a page of its own. */
const CLOSER = 0.8;

/** Total, words and signatures stay on one page; on the only one where that can be. */
function keepClosing(pen: Pen, paper: PaperSheet): void {
  const { heading, total, broken } = pen;
  if (paper.onePage) return;
  const all = pen.heights.all();
  const across = pen.widths.reduce((sum, each) => sum + each, 0);
  const shape = { wide: paper.wide, width: across };
  if (
    broken === undefined &&
    !partsClosing(
      all.map((height) => height * CLOSER),
      1,
      0,
      shape,
    )
  ) {
    pen.sheet.onePage = true;
    return;
  }
  if (heading === undefined || total === undefined) return;
  // All rows of the heading are repeated: together they are as tall as they are on each page.
  const repeated = all.subarray(heading[0] - 1, heading[1]).reduce((sum, height) => sum + height, 0);
  all.fill(0, heading[0] - 1, heading[1]);
  all[heading[1] - 1] = repeated;
  // After a page that a row ended, the last page begins with the heading repeated.
  if (broken !== undefined) all[broken - 1] = repeated;
  const heights = broken === undefined ? all : all.subarray(broken - 1);
  const [from, closing] = broken === undefined ? [heading[1], total] : [1, total - broken + 1];
  if (total > heading[1] + 1 && partsClosing(heights, from, closing, shape)) pen.sheet.breakAfter(total - 1);
}
