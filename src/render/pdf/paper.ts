import Document from 'pdfkit';
import { shortHead } from '../../domain/form.ts';
import { say } from '../../report/papers/line.ts';
import type { Block, Paper, PaperSheet, Title } from '../../report/papers/paper.ts';
import { sentence } from '../papers/layout.ts';
import type { PaperTexts } from '../papers/texts.ts';
import { piecesOf, type PlainBlock } from './blocks.ts';
import { fontPath, openFaces, printable } from './face.ts';
import { flowOn, type Piece } from './flow.ts';
import { ROOM, type Frame } from './frame.ts';
import { leafOf, openPages, type Leaf } from './page.ts';
import { tablePieces } from './table.ts';

/** How small a sheet that must stand on one page may be printed, in percent; past that it takes a second page. */
const SMALLEST = 50;
/** How small a sheet that is but a little longer than a page, so that its signatures need no page of their own. */
const SMALLER = 80;
/** More rows than these are not a little longer than a page. */
const SHORT_ROWS = 60;
const STEP = 5;

/**
 * A paper as a PDF file on A4, page by page: none is held once it is written. Nothing in it comes from the clock: the same
 * paper gives the same bytes.
 */
export async function* renderPdf(paper: Paper, texts: PaperTexts): AsyncGenerator<Uint8Array> {
  const document = new Document({
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: texts.language === 'vi' ? 'vi-VN' : 'en',
    displayTitle: true,
    font: fontPath('regular'),
    info: infoOf(paper, texts),
  });
  const face = openFaces(document);
  const pages = openPages(document, face, texts);
  for (const sheet of paper.sheets) {
    const foot = { left: sheet.footer && sentence(sheet.footer, texts), right: chainFoot(paper, texts) };
    const name = printable(typeof sheet.name === 'string' ? sheet.name : sentence(sheet.name, texts));
    const fitted = await fittedOf(sheet, face, texts);
    const { scale, room, one } = fitted ?? (sheet.onePage ? LAST_RESORT : AS_LONG_AS_IT_TAKES);
    const leaf = pages.begin({ wide: sheet.wide, scale, foot, apart: sheet.apart === true });
    if (paper.sheets.length > 1) document.outline.addItem(name);
    const flow = flowOn({ canvas: pages.canvas, top: leaf.top, bottom: leaf.bottom, turn: leaf.turn });
    for await (const piece of sheetPieces({ ...sheet, onePage: one }, leaf, { face, texts, room })) {
      flow.put(piece);
      yield* written(document);
    }
    flow.finish();
  }
  pages.finish();
  document.end();
  yield* written(document);
}

function* written(document: PDFKit.PDFDocument): Generator<Uint8Array> {
  if (document.readableLength > 0) {
    const bytes = document.read() as Uint8Array | null;
    if (bytes !== null) yield bytes;
  }
}

/** How a sheet is printed: its scale, the room for a signature, and whether all of it stands on one page. */
interface Fitted {
  readonly scale: number;
  readonly room: number;
  readonly one: boolean;
}
const LAST_RESORT: Fitted = { scale: SMALLEST / 100, room: ROOM.small, one: true };
const AS_LONG_AS_IT_TAKES: Fitted = { scale: 1, room: ROOM.full, one: false };

/** The largest scale at which all of a sheet stands on one page, if it is one that should. */
async function fittedOf(
  sheet: PaperSheet,
  face: Frame['face'],
  texts: PaperTexts,
): Promise<Fitted | undefined> {
  const least = sheet.onePage ? SMALLEST : SMALLER;
  if (!sheet.onePage && !(await isShort(sheet))) return undefined;
  const stands = async (percent: number, room: number) => {
    const leaf = leafOf(sheet.wide, percent / 100);
    let top = leaf.top;
    for await (const { height } of sheetPieces({ ...sheet, onePage: true }, leaf, { face, texts, room })) {
      top += height;
      if (top > leaf.bottom) return false;
    }
    return true;
  };
  if (await stands(100, ROOM.full)) return { scale: 1, room: ROOM.full, one: true };
  for (let percent = 100; percent >= least; percent -= STEP) {
    const room = percent < SMALLER ? ROOM.small : ROOM.short;
    if (await stands(percent, room)) return { scale: percent / 100, room, one: true };
  }
  return undefined;
}

/** Whether a sheet has a table so short, and one that is signed, that it may stand on one page. */
async function isShort({ blocks }: PaperSheet): Promise<boolean> {
  const table = blocks.find((block) => block.kind === 'table');
  if (table === undefined || !blocks.some(({ kind }) => kind === 'signatures')) return false;
  let count = 0;
  for await (const { pageEnd } of table.rows) {
    count += 1;
    if (count > SHORT_ROWS || pageEnd === true) return false;
  }
  return true;
}

/** A sheet's pieces from top to bottom; what closes it (total, words, signatures) stays on one page. */
async function* sheetPieces(
  sheet: PaperSheet,
  leaf: Leaf,
  means: Pick<Frame, 'face' | 'texts' | 'room'>,
): AsyncGenerator<Piece> {
  const frame = { left: leaf.left, width: leaf.width, wide: sheet.wide, ...means };
  const at = sheet.blocks.findIndex(({ kind }) => kind === 'table');
  const table = sheet.blocks[at];
  if (table?.kind !== 'table') {
    yield* keptSigned(plain(sheet.blocks), frame);
    return;
  }
  for (const block of plain(sheet.blocks.slice(0, at))) yield* piecesOf(block, frame);
  const after = plain(sheet.blocks.slice(at + 1));
  const signed = after.findLastIndex(({ kind }) => kind === 'signatures');
  const depth = leaf.bottom - leaf.top;
  const rows = tablePieces(table, { ...frame, depth, pages: !sheet.onePage });
  for await (const piece of rows) yield piece.ends === true && signed >= 0 ? { ...piece, keep: true } : piece;
  for (const [index, block] of after.entries()) {
    const pieces = piecesOf(block, frame);
    for (const [number, piece] of pieces.entries()) {
      const closing = index < signed || (index === signed && number < pieces.length - 1);
      yield closing ? { ...piece, keep: true } : piece;
    }
  }
}

/** Text and the last two pieces of it before each signature on the signature's page. */
function* keptSigned(blocks: readonly PlainBlock[], frame: Frame): Generator<Piece> {
  const pieces = blocks.map((block) => piecesOf(block, frame));
  for (const [at, own] of pieces.entries()) {
    const kept = blocks[at + 1]?.kind === 'signatures' ? own.length - 2 : own.length;
    for (const [number, piece] of own.entries()) yield number >= kept ? { ...piece, keep: true } : piece;
  }
}

function plain(blocks: readonly Block[]): PlainBlock[] {
  return blocks.filter((block) => block.kind !== 'table');
}

/** The closed month's head as it stands in its minutes, else the book's as it was. */
function chainFoot({ provenance }: Paper, texts: PaperTexts): string | undefined {
  if (provenance === undefined) return undefined;
  const { sealed, head } = provenance;
  return sentence(
    sealed === undefined ? say('headShort', { head: shortHead(head) }) : say('sealedFoot', sealed),
    texts,
  );
}

/** What the file says of itself; its day is the paper's, midnight. */
function infoOf(paper: Paper, texts: PaperTexts): Record<string, string | Date> {
  const titles = paper.sheets.flatMap(({ blocks }) =>
    blocks.filter((block): block is Title => block.kind === 'title'),
  );
  const [line] = titles[0]?.lines ?? [];
  const { provenance } = paper;
  return {
    Title: attribute(line === undefined ? paper.name : sentence(line, texts)),
    Creator: attribute(provenance === undefined ? 'phucloi' : `phucloi ${provenance.version}`),
    CreationDate: new Date(`${paper.date}T00:00:00Z`),
    ...(provenance === undefined
      ? {}
      : {
          Author: attribute(provenance.name),
          Subject: attribute(provenance.query),
          Keywords: attribute(`${provenance.book} ${provenance.head}`),
        }),
  };
}

/** The library writes these into XML as they are. */
function attribute(text: string): string {
  return printable(text).replaceAll('\n', ' ').replaceAll('&', '+').replaceAll('<', '‹').replaceAll('>', '›');
}
