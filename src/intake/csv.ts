import { CsvError, parse } from 'csv-parse/sync';
import { refuse } from '../domain/failure.ts';
import type { Grid, GridRow } from './cell.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** How many lines decide the delimiter, and how many characters are looked through for them. */
const SAMPLE_LINES = 50;
const SAMPLE_CHARACTERS = 100_000;

/**
 * Reads delimited text. The delimiter is the one that gives the most lines of one width, the widest where two give as
 * many (`500,000` in each line of a semicolon list).
 */
export function readCsv(file: string, text: string): Grid {
  const delimiter = delimiterOf(text);
  try {
    // One kind of line end: csv-parse would take the first it sees and run other lines together.
    const records: string[][] = parse(text.replace(/\r\n?/g, '\n'), {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
    });
    const rows = records.map((cells, index): GridRow => ({ row: index + 1, cells }));
    return { file, format: `csv, ${NAMES[delimiter] ?? delimiter}`, rows };
  } catch (error) {
    if (error instanceof CsvError)
      return refuse('input.delimiter', { file, line: Number(error['lines'] ?? 0) });
    throw error;
  }
}

function delimiterOf(text: string): string {
  const lines = outsideQuotes(text.slice(0, SAMPLE_CHARACTERS)).split(/\r\n|\r|\n/, SAMPLE_LINES);
  let best: { delimiter: string; lines: number; width: number } = { delimiter: ',', lines: 0, width: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>();
    for (const line of lines) {
      const width = line.split(delimiter).length;
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    for (const [width, count] of widths) {
      if (count > best.lines || (count === best.lines && width > best.width))
        best = { delimiter, lines: count, width };
    }
  }
  return best.delimiter;
}

/** Quotes go first, lines after: a quoted cell may hold delimiters and line ends. */
function outsideQuotes(text: string): string {
  return text.replace(/"[^"]*("|$)/g, '');
}
