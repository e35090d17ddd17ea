import { afterAll, expect, test } from 'vitest';
import { SMALL_BOOK } from '../support/transcript.ts';
import { Stage } from '../support/play.ts';
import { formulas, load, onlySheet, recalculated } from './read.ts';

const stage = new Stage();

afterAll(() => {
  stage.strike();
});

test('a register as a workbook: text stays text, sums are formulas that give what they show', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.data('member add --code M5 --name "=HYPERLINK(1)" --unit TTB');
  for (const [at, member] of ['M1', 'M2', 'M3', 'M5'].entries())
    await stage.data(`gift open --round tet --member ${member} --amount ${at + 1}00.000 --payer TET`);
  await stage.data('gift reject --case tet/0002 --reason "Trùng"');
  for (const file of ['mot.xlsx', 'hai.xlsx']) await stage.data(`gift list --by-unit -o ${file}`);
  expect(stage.read('mot.xlsx').equals(stage.read('hai.xlsx'))).toBe(true);
  const sheet = onlySheet(await load(stage.read('mot.xlsx')));
  const rows = Array.from({ length: sheet.rowCount }, (_, at) => sheet.getRow(at + 1));
  const named = rows.find((row) => row.getCell(4).text === '=HYPERLINK(1)');
  expect(named?.getCell(4).value).toBe('=HYPERLINK(1)');
  expect(named?.getCell(12).value).toBe(400_000);
  const found = formulas(sheet);
  // Two units and the total, in two columns; what was turned down is a figure of its own.
  expect(found.filter(({ cell }) => cell.startsWith('L')).map(({ result }) => result)).toEqual([
    300_000, 700_000, 1_000_000,
  ]);
  for (const { cell, result } of found) expect(recalculated(sheet, cell), cell).toBe(result);
  expect(rows.findLast((row) => row.getCell(12).value !== null)?.getCell(12).value).toBe(200_000);
});

test('a register as CSV opens with its marks; as JSON it is the answer', async () => {
  await stage.data('gift list -o quà.csv');
  expect(stage.read('quà.csv').toString('utf8')).toMatch(/^\ufeffcode,round,/);
  expect(stage.read('quà.csv').toString('utf8')).toContain("'=HYPERLINK(1)");
  await stage.data('gift list -o qua.json');
  const { path: _, ...answer } = await stage.data<{ path?: string }>('gift list');
  expect(JSON.parse(stage.read('qua.json').toString('utf8'))).toEqual(answer);
});
