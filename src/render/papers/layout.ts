import type { PaperColumn, PaperTable, PaperValue } from '../../report/papers/paper.ts';
import { formatDay, formatDong } from '../figures.ts';
import { headingOf, type PaperTexts } from './texts.ts';

/** Widths are in a spreadsheet's units: digits of its standard font, 7 pixels each. These fill A4 between its margins. */
export const PAGE_WIDTH = { wide: 145, tall: 98 } as const;

/** Advance widths of Times New Roman in thousandths of its size, by the letter without its marks. */
const LETTERS = new Map(
  (
    [
      [250, ' .,'],
      [278, 'ijlt/:;\u00a0'],
      [333, 'frI()[]-!'],
      [389, 'sJ'],
      [444, 'aceyzv'],
      [600, 'EFLPSTZ'],
      [722, 'ABCDGHKNOQRUVXYĐw'],
      [778, 'm'],
      [930, 'MW%&'],
      [1000, '…—@\u2003'],
    ] as const
  ).flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width] as const)),
);
/** Digits, most small letters, and anything unknown that is not very wide. */
const USUAL = 500;
/** A text's size in points, in units: 96 pixels an inch, 72 points an inch, 7 pixels a unit. */
const UNITS_A_POINT = 96 / 72 / 7;
/** How much wider bold letters are. */
export const BOLD = 1.06;

/** Widths by letter as they are met: lists of a hundred thousand rows are measured twice. */
const MET = new Uint16Array(0x1_0000);

function advance(code: number): number {
  const met = MET[code] ?? 0;
  if (met > 0) return met - 1;
  const letter = String.fromCharCode(code);
  // Marks stand on the letter before them; the second half of a letter is counted with the first.
  const none = /\p{M}/u.test(letter) || (code >= 0xdc00 && code <= 0xdfff);
  const width = none ? 0 : (LETTERS.get(letter) ?? LETTERS.get(letter.normalize('NFD').charAt(0)) ?? USUAL);
  MET[code] = width + 1;
  return width;
}

/** The width of a text in one line, at so many points. */
export function measure(text: string, points = 11): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += advance(text.charCodeAt(at));
  return (width / 1000) * points * UNITS_A_POINT;
}

/** How many lines a text takes in a cell so wide, broken between words and at its own line ends. */
export function lineCount(text: string, width: number, points = 11): number {
  // Most cells hold one line; a blank between words is counted narrower below than here.
  if (points >= 10.5 && !text.includes('\n') && measure(text, points) <= width - 1) return 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const needed = measure(word, points);
      if (used > 0 && used + 0.5 + needed > width - 1) {
        lines += 1;
        used = 0;
      }
      // A word wider than the cell is broken inside.
      lines += Math.max(0, Math.ceil(needed / Math.max(1, width - 1)) - 1);
      used += (used > 0 ? 0.5 : 0) + needed;
    }
  }
  return lines;
}

/**
 * Shares the columns of a grid, in order, among blocks side by side: each as wide as it needs where that can be, then
 * each near its share. 1-based first and last column of each; there are never more blocks than columns.
 */
export function spread(widths: readonly number[], blocks: readonly Beside[]): (readonly [number, number])[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const shares = blocks.reduce((sum, block) => sum + block.share, 0);
  const best = (first: number, at: number): { cost: number; spans: (readonly [number, number])[] } => {
    const block = blocks[at];
    if (block === undefined) return { cost: 0, spans: [] };
    let found = { cost: Infinity, spans: [] as (readonly [number, number])[] };
    const furthest = widths.length - (blocks.length - 1 - at);
    for (let last = at === blocks.length - 1 ? widths.length : first; last <= furthest; last++) {
      const width = widthOf(widths, [first, last]);
      const short = Math.max(0, block.needs - width);
      const rest = best(last + 1, at + 1);
      const cost =
        short * short * (block.whole === true ? 100 * SHORTNESS : SHORTNESS) +
        (width - (whole * block.share) / shares) ** 2 +
        rest.cost;
      if (cost < found.cost) found = { cost, spans: [[first, last], ...rest.spans] };
    }
    return found;
  };
  return best(1, 0).spans;
}
/** A block beside others: its share of the width, what it needs, and whether it must not be broken into lines. */
export interface Beside {
  readonly share: number;
  readonly needs: number;
  readonly whole?: boolean;
}

/** How much worse it is for a block to be too narrow than to be off its share. */
const SHORTNESS = 100;

export function widthOf(widths: readonly number[], [first, last]: readonly [number, number]): number {
  return widths.slice(first - 1, last).reduce((sum, width) => sum + width, 0);
}

/** What a cell shows, as text. */
export function shown(
  value: PaperValue,
  column: Pick<PaperColumn, 'type'> & { readonly key?: PaperColumn['key'] },
  texts: PaperTexts,
): string {
  if (value === undefined) return '';
  if (typeof value === 'number')
    return column.type === 'dong' ? formatDong(value, texts.language) : String(value);
  if (typeof value === 'object') return sentence(value, texts);
  return column.type === 'day' ? formatDay(value) : worded(value, column, texts);
}

/** Text as it is; what is kept by a code by its words. */
export function worded(
  text: string,
  { key }: { readonly key?: PaperColumn['key'] },
  texts: PaperTexts,
): string {
  return (key === 'category' ? texts.categories[text] : undefined) ?? text;
}

export function sentence(line: Exclude<PaperValue, string | number | undefined>, texts: PaperTexts): string {
  const text = texts.lines[line.line] as (facts: typeof line.facts) => string;
  return text(line.facts);
}

/** How narrow a column may be, and how wide its content may make it. */
const LIMITS: { readonly [T in PaperColumn['type']]: readonly [least: number, most: number] } = {
  count: [5, 8],
  code: [8, 20],
  day: [11, 12],
  dong: [11, 26],
  person: [20, 30],
  text: [9, 20],
};
/** Columns of sentences beside many columns of figures, where their sentences are as long. */
const LEAST: { readonly [key: string]: number } = { bookText: 24, explained: 28 };
/** Columns to be written in by hand. */
const BY_HAND: { readonly [key: string]: number } = {
  signature: 18,
  proxy: 16,
  relation: 10,
  proxyPaper: 10,
};
/** On an upright page, where the first signer stands under number and code. */
const WIDE_CODE = 13;
/** How much wider than the page a table may be before its texts are broken into lines: it is then printed smaller. */
const SHRINK = 1.12;
/** How columns share what is left of the page. */
const GROWTH: { readonly [T in PaperColumn['type']]: number } = {
  count: 0.4,
  code: 0.5,
  day: 0,
  dong: 0.7,
  person: 2,
  text: 1.2,
};

/** Wide enough for every figure and every word, and together as wide as the page where that can be. */
export async function columnWidths(table: PaperTable, texts: PaperTexts, page: number): Promise<number[]> {
  return widthsOf(table, texts, page, await surveyTable(table, texts));
}

/** What a table's rows need, read once. */
export interface Survey {
  /** Of each column, in units: its widest cell, and its widest word. */
  readonly contents: readonly { readonly whole: number; readonly word: number }[];
  /** Whether some rows stand below the heading of a group. */
  readonly grouped: boolean;
}

/** Reads a table through once. Figures are measured by the greatest and the least of a column, all else one by one. */
export async function surveyTable({ columns, rows }: PaperTable, texts: PaperTexts): Promise<Survey> {
  const met = columns.map(() => ({ whole: 0, word: 0, most: -Infinity, least: Infinity, last: '' }));
  let grouped = false;
  for await (const row of rows) {
    if (row.kind === 'group') grouped = true;
    for (let at = 0; at < columns.length; at++) {
      const [column, content] = [columns[at], met[at]];
      if (column === undefined || content === undefined) continue;
      const value = row.cells[column.key];
      if (value === undefined) continue;
      if (typeof value === 'number') {
        if (value > content.most) content.most = value;
        if (value < content.least) content.least = value;
      } else if (value !== content.last) {
        // Rows side by side often have the same.
        content.last = typeof value === 'string' ? value : '';
        widen(content, shown(value, column, texts));
      }
    }
  }
  const contents = met.map((content, at) => {
    const column = columns[at];
    for (const value of [content.most, content.least])
      if (column !== undefined && Number.isFinite(value)) widen(content, shown(value, column, texts));
    return { whole: content.whole, word: content.word };
  });
  return { contents, grouped };
}

const BLANK = ' '.charCodeAt(0);
const LINE_END = '\n'.charCodeAt(0);

/** As `measure` of each line and of each word, in one go through the text. */
function widen(content: { whole: number; word: number }, text: string): void {
  let [line, word] = [0, 0];
  const points = (11 * UNITS_A_POINT) / 1000;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? LINE_END : text.charCodeAt(at);
    if (code === BLANK || code === LINE_END) {
      content.word = Math.max(content.word, word * points);
      word = 0;
      if (code === BLANK) line += advance(code);
      else {
        content.whole = Math.max(content.whole, line * points);
        line = 0;
      }
    } else {
      const width = advance(code);
      line += width;
      word += width;
    }
  }
}

/** The widths of a table's columns, from what its rows need. */
export function widthsOf(table: PaperTable, texts: PaperTexts, page: number, { contents }: Survey): number[] {
  const columns = table.columns.map((column, at) => {
    const [least, most] = LIMITS[column.type];
    const { whole, word } = contents[at] ?? { whole: 0, word: 0 };
    const own = Math.max(least, Math.min(LEAST[column.key] ?? least, whole + 2));
    const room = page === PAGE_WIDTH.tall && column.type === 'code' ? WIDE_CODE : own;
    const heading = headingOf(column, texts);
    const headed = Math.max(...heading.split(' ').map((text) => measure(text))) * BOLD;
    const figures = column.type === 'dong' || column.type === 'count';
    // Bold totals are a little wider than plain figures.
    const narrow = Math.max(
      room,
      (figures ? whole * 1.1 : Math.max(headed, word)) + 2,
      measure(heading) / 2 + 2,
    );
    const natural = BY_HAND[column.key] ?? Math.min(whole + 2, most);
    return {
      narrow,
      natural: Math.max(narrow, natural),
      // What more it takes until none of its texts is broken.
      wanting:
        figures || BY_HAND[column.key] !== undefined ? 0 : Math.max(0, whole + 2 - Math.max(narrow, natural)),
      growth: column.key === 'number' ? 0 : GROWTH[column.type],
    };
  });
  const natural = columns.reduce((sum, column) => sum + column.natural, 0);
  const slack = columns.reduce((sum, column) => sum + column.natural - column.narrow, 0);
  const growth = columns.reduce((sum, column) => sum + column.growth, 0);
  const [over, left] = [Math.max(0, natural - page * SHRINK), Math.max(0, page - natural)];
  const cut = slack === 0 ? 0 : Math.min(1, over / slack);
  const wanting = columns.reduce((sum, column) => sum + column.wanting, 0);
  // Broken texts have what is left before columns that need no more.
  const filled = wanting === 0 ? 0 : Math.min(1, left / wanting);
  const spare = left - wanting * filled;
  return columns.map((column) => {
    const width = column.natural - (column.natural - column.narrow) * cut + column.wanting * filled;
    return width + (growth === 0 ? 0 : (spare * column.growth) / growth);
  });
}

/** A4's height between the margins, in points, either way up. */
const PAGE_HEIGHT = { wide: 516, tall: 762 } as const;
/** Programs and printers differ in how many rows they put on a page. */
const TOLERANCE = [0.97, 1, 1.05] as const;

/**
 * Whether the rows from `closing` on (1-based: the total, the words, the signatures) could be parted by a page's end, as
 * the sheet fits one page across. Then they go to a page of their own under the repeated heading.
 */
export function partsClosing(
  heights: ArrayLike<number>,
  heading: number,
  closing: number,
  shape: { readonly wide: boolean; readonly width: number },
): boolean {
  const [full, page] = shape.wide ? [PAGE_WIDTH.wide, PAGE_HEIGHT.wide] : [PAGE_WIDTH.tall, PAGE_HEIGHT.tall];
  const nominal = page * Math.max(1, shape.width / full);
  return TOLERANCE.some((factor) => {
    let used = 0;
    for (let at = 0; at < heights.length; at++) {
      const height = heights[at] ?? 0;
      used += height;
      if (used <= nominal * factor) continue;
      used = height + (heights[heading - 1] ?? 0);
      if (at + 1 > closing) return true;
    }
    return false;
  });
}
