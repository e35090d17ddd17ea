import type { PaperColumn, PaperTable, PaperValue } from '../report/papers/paper.ts';
import { formatDay, formatDong } from './figures.ts';
import type { PaperTexts } from './paper-text.ts';

/** Widths are in a spreadsheet's units: digits of its standard font, 7 pixels each. These fill A4 between its margins. */
export const PAGE_WIDTH = { wide: 145, tall: 98 } as const;

/** How wide Times New Roman letters are at 11 points, in those units. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[\p{Lu}\p{N}…%&@—]/u, 1.3],
  [/[\p{Ll}]/u, 0.95],
  [/[\s.,:;'’|!ijlt()[\]/-]/u, 0.6],
];
const DIGIT = 1.05;

/** The width of a text in one line, at so many points. */
export function measure(text: string, points = 11): number {
  let width = 0;
  for (const letter of text) {
    if (letter >= '0' && letter <= '9') width += DIGIT;
    else width += LETTERS.find(([pattern]) => pattern.test(letter))?.[1] ?? 1;
  }
  return (width * points) / 11;
}

/** How many lines a text takes in a cell so wide, broken between words and at its own line ends. */
export function lineCount(text: string, width: number, points = 11): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const needed = measure(word, points);
      if (used > 0 && used + 0.6 + needed > width - 1) {
        lines += 1;
        used = 0;
      }
      // A word wider than the cell is broken inside.
      lines += Math.max(0, Math.ceil(needed / Math.max(1, width - 1)) - 1);
      used += (used > 0 ? 0.6 : 0) + needed;
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

/** Columns that take up what is left of the page, and how wide their content may make them. */
const LIMITS: { readonly [T in PaperColumn['type']]: readonly [least: number, most: number] } = {
  count: [5, 8],
  code: [8, 20],
  day: [11.5, 12],
  dong: [12, 26],
  person: [20, 30],
  text: [9, 20],
};
const SIGNATURE = 18;

/** Wide enough for every figure and every word; what is left of the page goes to people, texts and signatures. */
export function columnWidths(table: PaperTable, texts: PaperTexts, page: number): number[] {
  const widths = table.columns.map((column) => {
    const [least, most] = LIMITS[column.type];
    if (column.key === 'signature') return SIGNATURE;
    const cells = table.rows.map((row) => shown(row.cells[column.key], column, texts));
    const whole = Math.max(0, ...cells.map((text) => measure(text)));
    const words = [texts.columns[column.key], ...cells].flatMap((text) => text.split(' '));
    const word = Math.max(0, ...words.map((text) => measure(text)));
    if (column.type === 'dong' || column.type === 'count')
      return Math.max(least, whole * 1.08 + 2, word + 1.5);
    return Math.min(Math.max(least, whole + 2), Math.max(most, word + 2));
  });
  const left = page - widths.reduce((sum, width) => sum + width, 0);
  if (left <= 0) return widths;
  const grows = table.columns.map((column) =>
    column.type === 'person' ? 2 : column.type === 'text' ? 1 : 0,
  );
  const all = grows.reduce<number>((sum, each) => sum + each, 0);
  return widths.map(
    (width, at) => width + (all === 0 ? left / widths.length : (left * (grows[at] ?? 0)) / all),
  );
}
