import { expect, test } from 'vitest';
import { Stage } from '../support/play.ts';
import { SMALL_YEAR, yearOf } from '../support/year.ts';

interface Balance {
  readonly funds: readonly { readonly code: string; readonly closing: number }[];
}

test(`a generated year (seed ${SMALL_YEAR.seed}) closes month by month, and comes back whole out of its export`, async () => {
  const stage = new Stage();
  const year = yearOf(SMALL_YEAR);
  const play = async (words: readonly string[]) => {
    const { exit, stdout, stderr } = await stage.run([...words, '--lang', 'en']);
    expect(exit, `${words.join(' ')}\n${stdout}${stderr}`).toBe(0);
  };
  const closings = async (month: string, book = 'phucloi.db') => {
    const [start = 0, number = 0] = month.split('-').map(Number);
    const day = new Date(Date.UTC(start, number, 0)).toISOString().slice(0, 10);
    const { funds } = await stage.data<Balance>(`balance --as-of ${day} --today 2024-12-31 --book ${book}`);
    return Object.fromEntries(funds.map(({ code, closing }) => [code, closing]));
  };
  try {
    for (const [name, text] of year.files) stage.write(name, text);
    for (const words of year.setUp) await play(words);
    for (const { month, files, lines, closings: expected } of year.months) {
      for (const [name, text] of files) stage.write(name, text);
      for (const words of lines) await play(words);
      expect(await closings(month), month).toMatchObject(Object.fromEntries(expected));
    }
    await play(['export', '--format', 'json', '-o', 'nam.json', '--today', '2024-12-31']);
    await play(['import-book', 'nam.json', '--book', 'moi.db']);
    expect(await stage.data('verify --book moi.db')).toEqual(await stage.data('verify'));
    for (const { month } of year.months)
      expect(await closings(month, 'moi.db')).toEqual(await closings(month));
  } finally {
    stage.strike();
  }
});

test('the same seed makes the same year, another seed another one', () => {
  const printed = (seed: number) =>
    JSON.stringify(yearOf({ ...SMALL_YEAR, seed }).months.map(({ lines }) => lines));
  expect(printed(7)).toBe(printed(7));
  expect(printed(8)).not.toBe(printed(7));
});
