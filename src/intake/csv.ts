import { refuse } from '../domain/failure.ts';
import type { GridRow } from './cell.ts';
import { COLUMNS_MAX } from './columns.ts';
import { CsvScanner, QuoteFault } from './csv-scanner.ts';
import { DELIMITERS, type Delimiter } from './names.ts';

/** What parts the cells of a text list, and how it is known. */
export interface Dialect {
  readonly delimiter: Delimiter;
  readonly why: 'sep' | 'lines' | 'given';
  /** How many cells most lines have. */
  readonly width: number;
}

/** How many lines decide the delimiter. */
const SAMPLE_LINES = 50;

/** A row longer than this is a quote that nobody closed; a longer cell is nobody's name or memo (Excel's own limit). */
const ROW_CHARACTERS_MAX = 1024 * 1024;
const CELL_CHARACTERS_MAX = 32_767;

/** Rows of a text list; more than this is no list of people. */
const ROWS_MAX = 5_000_000;

/** `sep=;` as Excel writes and reads it on the first line. */
const SEP = /^sep=([,;|\t])\s*$/i;

/**
 * Tells the delimiter from the beginning of a list: a `sep=` line says it; else the one that gives the most lines of
 * one width, the widest where two give as many (`500,000` in each line of a semicolon list).
 */
export function dialectOf(sample: string, given: Delimiter | undefined): Dialect {
  const [first = ''] = sample.split(/\r\n?|\n/, 1);
  const said = Object.entries(DELIMITERS).find(([, mark]) => mark === SEP.exec(first)?.[1]);
  const known = given ?? (said?.[0] as Delimiter | undefined);
  const lines = outsideQuotes(sample).split(/\r\n|\r|\n/, SAMPLE_LINES);
  let best: { delimiter: Delimiter; lines: number; width: number } = {
    delimiter: 'comma',
    lines: 0,
    width: 0,
  };
  for (const [delimiter, mark] of Object.entries(DELIMITERS)) {
    if (known !== undefined && delimiter !== known) continue;
    const widths = new Map<number, number>();
    for (const line of lines) {
      const width = line.split(mark).length;
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    for (const [width, count] of widths) {
      if (count > best.lines || (count === best.lines && width > best.width))
        best = { delimiter: delimiter as Delimiter, lines: count, width };
    }
  }
  const why = given !== undefined ? 'given' : said !== undefined ? 'sep' : 'lines';
  return { delimiter: known ?? best.delimiter, why, width: Math.max(best.width, 1) };
}

/** Quotes go first, lines after: a quoted cell may hold delimiters and line ends. */
function outsideQuotes(text: string): string {
  return text.replace(/"[^"]*("|$)/g, '');
}

/** Reads delimited text as it comes; gives rows in batches. Refuses a quote that is not closed, naming its line. */
export async function* readCsv(
  file: string,
  pieces: AsyncIterable<string>,
  { delimiter }: Dialect,
): AsyncIterable<readonly GridRow[]> {
  let batch: GridRow[] = [];
  let rows = 0;
  const scanner = new CsvScanner(DELIMITERS[delimiter], ROW_CHARACTERS_MAX, (cells) => {
    rows += 1;
    if (rows > ROWS_MAX || cells.length > COLUMNS_MAX) refuse('input.hostile', { file, what: 'rows' });
    for (const cell of cells)
      if (cell.length > CELL_CHARACTERS_MAX) refuse('input.hostile', { file, what: 'cell' });
    batch.push({ row: rows, cells });
  });
  const scanned = (scan: () => void): readonly GridRow[] => {
    batch = [];
    try {
      scan();
    } catch (error) {
      if (error instanceof QuoteFault) refuse('input.delimiter', { file, line: error.line });
      throw error;
    }
    return batch;
  };
  for await (const piece of lineFeeds(pieces)) yield scanned(() => scanner.write(piece));
  yield scanned(() => scanner.end());
}

/** One kind of line end, and no `sep=` line's text. */
async function* lineFeeds(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let held = '';
  let first = true;
  for await (const piece of pieces) {
    let text = held + piece;
    // Half of a line end waits for its other half, and a first line for its end: it may be `sep=;`.
    const waits = first && text.length < 8 && !/[\r\n]/.test(text);
    held = waits ? text : text.endsWith('\r') ? '\r' : '';
    if (waits) continue;
    text = text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
    // The line stays, empty, so that rows keep their numbers.
    yield first ? text.replace(/^sep=[,;|\t][^\n]*/i, '') : text;
    first = false;
  }
  yield held.replace('\r', '\n');
}
