import type { PaperColumn, PaperTable, PaperValue } from '../report/papers/paper.ts';
import { formatDay, formatDong } from './figures.ts';
import type { PaperTexts } from './paper-text.ts';

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
      [1000, '…—@'],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);
/** Digits, most small letters, and anything unknown that is not very wide. */
const USUAL = 500;
/** A text's size in points, in units: 96 pixels an inch, 72 points an inch, 7 pixels a unit. */
const UNITS_A_POINT = 96 / 72 / 7;

/** The width of a text in one line, at so many points. */
export function measure(text: string, points = 11): number {
  let width = 0;
  for (const letter of text)
    width += LETTERS.get(letter) ?? LETTERS.get(letter.normalize('NFD').charAt(0)) ?? USUAL;
  return (width / 1000) * points * UNITS_A_POINT;
}

/** How many lines a text takes in a cell so wide, broken between words and at its own line ends. */
export function lineCount(text: string, width: number, points = 11): number {
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

/** Shares the columns of a grid, in order, among blocks side by side; 1-based first and last column of each. */
export function spread(widths: readonly number[], shares: readonly number[]): (readonly [number, number])[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const parts = shares.reduce((sum, share) => sum + share, 0);
  const spans: (readonly [number, number])[] = [];
  let column = 1;
  let passed = 0;
  let border = 0;
  for (const [at, share] of shares.entries()) {
    border += (whole * share) / parts;
    const first = column;
    const last = widths.length - (shares.length - 1 - at);
    passed += widths[column - 1] ?? 0;
    column += 1;
    // Takes the next column while most of it lies before the border.
    while (column <= last && (at === shares.length - 1 || passed + (widths[column - 1] ?? 0) / 2 <= border)) {
      passed += widths[column - 1] ?? 0;
      column += 1;
    }
    spans.push([first, column - 1]);
  }
  return spans;
}

export function widthOf(widths: readonly number[], [first, last]: readonly [number, number]): number {
  return widths.slice(first - 1, last).reduce((sum, width) => sum + width, 0);
}

/** What a cell shows, as text. */
export function shown(value: PaperValue, column: Pick<PaperColumn, 'type'>, texts: PaperTexts): string {
  if (value === undefined) return '';
  if (typeof value === 'number')
    return column.type === 'dong' ? formatDong(value, texts.language) : String(value);
  if (typeof value === 'object') return sentence(value, texts);
  return column.type === 'day' ? formatDay(value) : value;
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
const SIGNATURE = 18;
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
export function columnWidths(table: PaperTable, texts: PaperTexts, page: number): number[] {
  const columns = table.columns.map((column) => {
    const [least, most] = LIMITS[column.type];
    const cells = table.rows.map((row) => shown(row.cells[column.key], column, texts));
    const heading = texts.columns[column.key];
    const word = Math.max(
      ...[...cells, heading].flatMap((text) => text.split(/[ \n]/)).map((text) => measure(text)),
    );
    const whole = Math.max(0, ...cells.flatMap((text) => text.split('\n')).map((text) => measure(text)));
    const figures = column.type === 'dong' || column.type === 'count';
    // Bold totals are a little wider than plain figures.
    const narrow = Math.max(least, (figures ? whole * 1.1 : word) + 2, measure(heading) / 2 + 2);
    const natural = column.key === 'signature' ? SIGNATURE : Math.min(whole + 2, most);
    return {
      narrow,
      natural: Math.max(narrow, natural),
      growth: column.key === 'number' ? 0 : GROWTH[column.type],
    };
  });
  const natural = columns.reduce((sum, column) => sum + column.natural, 0);
  const slack = columns.reduce((sum, column) => sum + column.natural - column.narrow, 0);
  const growth = columns.reduce((sum, column) => sum + column.growth, 0);
  const [over, left] = [Math.max(0, natural - page * SHRINK), Math.max(0, page - natural)];
  const cut = slack === 0 ? 0 : Math.min(1, over / slack);
  return columns.map((column) => {
    const width = column.natural - (column.natural - column.narrow) * cut;
    return width + (growth === 0 ? 0 : (left * column.growth) / growth);
  });
}

/** A4's height between the margins, in points, either way up; a little less, as printers differ. */
const PAGE_HEIGHT = { wide: 500, tall: 745 } as const;

/**
 * Whether the rows from `closing` on (1-based: the total, the words, the signatures) would be parted by a page's end, as
 * the sheet fits one page across. Then they go to a page of their own under the repeated heading.
 */
export function partsClosing(
  heights: readonly number[],
  heading: number,
  closing: number,
  shape: { readonly wide: boolean; readonly width: number },
): boolean {
  const [full, page] = shape.wide ? [PAGE_WIDTH.wide, PAGE_HEIGHT.wide] : [PAGE_WIDTH.tall, PAGE_HEIGHT.tall];
  const room = page * Math.max(1, shape.width / full);
  let used = 0;
  let parted = false;
  heights.forEach((height, at) => {
    used += height;
    if (used <= room) return;
    used = height + (heights[heading - 1] ?? 0);
    parted ||= at + 1 > closing;
  });
  return parted;
}
