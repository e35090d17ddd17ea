import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvScanner, QuoteFault } from '../../src/intake/csv-scanner.ts';

const MARKS = [',', ';', '\t', '|'] as const;

/** Rows as the scanner gives them when the text comes in these pieces; `fault` where it refuses. */
function scanned(pieces: readonly string[], delimiter: string): string[][] | 'fault' {
  const rows: string[][] = [];
  const scanner = new CsvScanner(delimiter, 1 << 20, (cells) => rows.push(cells));
  try {
    for (const piece of pieces) scanner.write(piece);
    scanner.end();
    return rows;
  } catch (error) {
    if (error instanceof QuoteFault) return 'fault';
    throw error;
  }
}

function parsed(text: string, delimiter: string): string[][] | 'fault' {
  try {
    return parse(text, { delimiter, relax_column_count: true, record_delimiter: '\n' });
  } catch {
    return 'fault';
  }
}

const texts = fc
  .array(fc.constantFrom('"', '""', '\n', ',', ';', '\t', '|', 'a', 'Đỗ Thị', ' ', '1.000', '𝒳'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
/** Text with whole quoted cells, which random marks seldom make. */
const lists = fc
  .array(
    fc.array(fc.record({ quoted: fc.boolean(), cell: fc.constantFrom('', 'a', 'a,b', 'a\nb', 'a"b', 'Võ') })),
    {
      maxLength: 8,
    },
  )
  .map((rows) =>
    rows
      .map((cells) =>
        cells
          .map(({ quoted, cell }) =>
            quoted || /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
          )
          .join(','),
      )
      .join('\n'),
  );

test('reads what csv-parse reads and refuses what it refuses, in whatever pieces the text comes', () => {
  fc.assert(
    fc.property(
      fc.oneof(texts, lists),
      fc.constantFrom(...MARKS),
      fc.array(fc.nat(60), { maxLength: 4 }),
      (text, delimiter, cuts) => {
        const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, place) => text.slice(at[place], end));
        expect(scanned(pieces, delimiter)).toEqual(parsed(text, delimiter));
      },
    ),
    { numRuns: 20_000 },
  );
});

test.each([
  ['a,b\nc,d"e\n', 2],
  ['a,"b\nc"d,e\n', 2],
  ['a,b\n"c\nd,e\n', 2],
])('names the line: %j', (text, line) => {
  const scanner = new CsvScanner(',', 1 << 20, () => undefined);
  const scan = () => {
    scanner.write(text);
    scanner.end();
  };
  expect(scan).toThrow(expect.objectContaining({ line }) as Error);
});
