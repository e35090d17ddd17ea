import { expect, test } from 'vitest';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';
import { load, onlySheet, textOf } from './read.ts';

test('the list of recipients says under its table to which unit it adds a person', async () => {
  const stage = new Stage();
  try {
    for (const line of SMALL_BOOK) await stage.data(line);
    await stage.data('report recipients --period 2024 -o nguoi-nhan.xlsx');
    const paper = textOf(onlySheet(await load(stage.read('nguoi-nhan.xlsx'))));
    expect(paper).toContain('Mỗi người đứng một lần, cộng vào đơn vị của lần chi sau cùng.');
  } finally {
    stage.strike();
  }
});
