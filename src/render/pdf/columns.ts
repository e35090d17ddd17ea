import { add, type Dong, ZERO } from '../../domain/dong.ts';
import type { PaperColumn, PaperKey, PaperTable, PaperValue } from '../../report/papers/paper.ts';
import { columnWidths, PAGE_WIDTH, shown } from '../papers/layout.ts';
import { headingOf, type PaperTexts } from '../papers/texts.ts';
import type { Align } from './canvas.ts';
import { printable, widthOfText, type Face, type Weight } from './face.ts';

/** A spreadsheet's unit of width, in points: 7 pixels of 96 an inch. */
const UNIT = (7 / 96) * 72;
/** Between a cell's text and its borders, in points. */
export const PAD = 3;
/** A table's letters, where it is as wide as the page. */
const SIZE = 11;
/** A longer word is broken rather than that it pushes the other columns together. */
const WORD_MOST = 130;

export interface Columns {
  readonly columns: readonly {
    readonly column: PaperColumn;
    readonly heading: string;
    readonly x: number;
    readonly width: number;
    readonly align: Align;
  }[];
  /** Letters are so large, and all else in proportion to them. */
  readonly size: number;
  readonly scale: number;
  /** Whether rows say themselves where pages end: then nothing is carried over between them. */
  readonly paged: boolean;
}

/** Places a table's columns across the page: as its workbook has them, and none narrower than its figures and words. */
export async function placeColumns(
  table: PaperTable,
  texts: PaperTexts,
  face: (weight: Weight) => Face,
  { left, width, wide }: { readonly left: number; readonly width: number; readonly wide: boolean },
): Promise<Columns> {
  const natural = await columnWidths(table, texts, PAGE_WIDTH[wide ? 'wide' : 'tall']);
  const { least, paged } = await needed(table, texts, face);
  const wished = natural.map((units, at) => Math.max(units * UNIT, least[at] ?? 0));
  const slack = wished.reduce((sum, each, at) => sum + each - (least[at] ?? 0), 0);
  const room = Math.max(
    width,
    natural.reduce((sum, units) => sum + units * UNIT, 0),
  );
  const over = wished.reduce((sum, each) => sum + each, 0) - room;
  const cut = over <= 0 || slack <= 0 ? 0 : Math.min(1, over / slack);
  const shared = wished.map((each, at) => each - (each - (least[at] ?? 0)) * cut);
  const whole = shared.reduce((sum, each) => sum + each, 0);
  const fit = width / whole;
  const scale = Math.min(1, fit);
  let x = left;
  const columns = table.columns.map((column, at) => {
    const placed = {
      column,
      heading: headingOf(column, texts),
      x,
      width: (shared[at] ?? 0) * fit,
      align: alignOf(column),
    };
    x += placed.width;
    return placed;
  });
  return { columns, size: SIZE * scale, scale, paged };
}

/** The narrowest that each column may be, in points at full size, by the font's own widths. */
async function needed(table: PaperTable, texts: PaperTexts, face: (weight: Weight) => Face) {
  const [regular, bold] = [face('regular'), face('bold')];
  const width = (own: Face, text: string) => widthOfText(own, SIZE, text);
  const words = (own: Face, text: string) =>
    Math.min(WORD_MOST, Math.max(0, ...text.split(/[ \n]/).map((word) => width(own, word))));
  const least = table.columns.map((column) => words(bold, printable(headingOf(column, texts))));
  const sums = new Map<PaperKey, Dong>(table.sums.map((key) => [key, ZERO]));
  const seen: { paged: boolean } = { paged: false };
  for await (const { kind, cells, pageEnd } of table.rows) {
    if (pageEnd === true) seen.paged = true;
    const own = kind === 'line' ? regular : bold;
    table.columns.forEach((column, at) => {
      const value = cells[column.key];
      if (value === undefined) return;
      if (kind === 'line') addUp(sums, column.key, value);
      const text = printable(shown(value, column, texts));
      least[at] = Math.max(
        least[at] ?? 0,
        isFigures(column) || column.type === 'day' ? width(own, text) : words(own, text),
      );
    });
  }
  table.columns.forEach((column, at) => {
    const sum = sums.get(column.key);
    if (sum !== undefined) least[at] = Math.max(least[at] ?? 0, width(bold, shown(sum, column, texts)));
  });
  return { least: least.map((each) => each + 2 * PAD + 0.5), paged: seen.paged };
}

/** Adds a line's figure to the sums so far, where its column is summed. */
export function addUp(sums: Map<PaperKey, Dong>, key: PaperKey, value: PaperValue): void {
  const sum = sums.get(key);
  if (sum !== undefined && typeof value === 'number') sums.set(key, add(sum, value as Dong));
}

function isFigures({ type, key }: PaperColumn): boolean {
  return type === 'dong' || (type === 'count' && key !== 'number' && key !== 'rank');
}

function alignOf(column: PaperColumn): Align {
  if (isFigures(column)) return 'right';
  return ['day', 'code'].includes(column.type) || ['number', 'decision', 'rank'].includes(column.key)
    ? 'center'
    : 'left';
}
