import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBytes } from '../../src/files/read.ts';
import { openBookFile } from '../../src/intake/book-file.ts';
import { openSheets } from '../../src/intake/open.ts';
import { readProfile } from '../../src/intake/profile.ts';
import { bookOf, zipOf } from '../support/zip.ts';
import { ended } from './told.ts';

// Limits of docs/limits.md at the limit and one beyond it, where that is cheap; larger ones: test/intake/workbook.test.ts, xlsx.test.ts.

const folder = mkdtempSync(join(tmpdir(), 'phucloi-limits-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(text: string): string {
  const path = join(folder, 'x');
  writeFileSync(path, text);
  return path;
}

/** The refusal of bytes read as a list to its end, or `read`. */
function readTo(bytes: Buffer | string): Promise<string> {
  return ended(async () => {
    for (const list of await openSheets({ name: 'x', bytes: Buffer.from(bytes) }, {}))
      for await (const _ of list.rows());
    return 'read';
  });
}

const sheets = (count: number) =>
  zipOf(
    bookOf({ sheets: Array.from({ length: count }, () => ({ xml: '<sheetData/>' })) }).map((entry) => ({
      ...entry,
      stored: true,
    })),
  );

test.each([
  ['columns of a text', `${'a;'.repeat(16_383)}a\n`, `${'a;'.repeat(16_384)}a\n`, 'input.hostile'],
  ['characters of a cell', `b;${'a'.repeat(32_767)}\n`, `b;${'a'.repeat(32_768)}\n`, 'input.hostile'],
  [
    'characters of a row',
    `${'a'.repeat(30_000)};`.repeat(34),
    `${'a'.repeat(30_000)};`.repeat(36),
    'input.delimiter',
  ],
  ['an open quote', `a;"${'b\n'.repeat(9)}"`, `a;"${'b\n'.repeat(600_000)}`, 'input.delimiter'],
  [
    'columns of a page',
    `<table><tr>${'<td>a'.repeat(16_384)}</table>`,
    `<table><tr>${'<td>a'.repeat(16_385)}</table>`,
    'input.hostile',
  ],
  [
    'elements in one another',
    `<table><tr><td>a<td>${'<b>'.repeat(990)}b</table>`,
    `<table><tr><td>a<td>${'<b>'.repeat(1001)}b</table>`,
    'input.format',
  ],
])('%s', async (_, within, beyond, code) => {
  expect([await readTo(within), await readTo(beyond)]).toEqual(['read', code]);
});

test('sheets of a workbook', async () => {
  // No sheet of these holds a value.
  expect([await readTo(sheets(1000)), await readTo(sheets(1001))]).toEqual(['input.empty', 'input.format']);
});

test('a profile, a file, a line of an exported book', async () => {
  const profile = JSON.stringify({ profile: 1, headings: ['A'], columns: { name: 'A' } });
  const beyond = async (text: string) => ended(() => readProfile(put(text), 'x').name);
  expect([await beyond(profile.padEnd(65_536)), await beyond(profile.padEnd(65_537))]).toEqual([
    'x',
    'input.size',
  ]);
  expect(await beyond('['.repeat(60_000))).toBe('profile.unfit');
  expect(await ended(() => readBytes(put('abc'), 2).length)).toBe('input.size');
  const line = Buffer.from('['.repeat(4 * 1024 * 1024 + 1));
  expect(await ended(() => openBookFile({ name: 'x', bytes: line }, 'x').header)).toBe('input.foreign');
});
