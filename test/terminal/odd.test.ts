import { afterEach, beforeEach, expect, test } from 'vitest';
import { Terminal } from '../support/terminal.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

// What nobody plans for, typed at the menu and at the month's end.
const MENU = 'Hôm nay làm gì?';
const GLOBALS = ['--today', '2024-01-26'];

let terminal: Terminal;

beforeEach(async () => {
  terminal = new Terminal(GLOBALS);
  for (const line of SMALL_BOOK) await terminal.stage.data(line);
});

afterEach(() => {
  terminal.strike();
});

const entries = async () => (await terminal.stage.data<{ entries: number }>('verify')).entries;

test('an answer is never an option of the command', async () => {
  await terminal.run();
  await terminal.waitFor(MENU);
  await terminal.pick('Thu tiền');
  await terminal.pick('Một khoản ủng hộ');
  await terminal.pick('Quỹ xã hội từ thiện');
  await terminal.answer('1 triệu');
  await terminal.press('enter');
  await terminal.pick('Két tiền mặt');
  await terminal.press('enter');
  await terminal.answer('--dry-run');
  await terminal.waitFor('--note=--dry-run');
  await terminal.waitFor('Ghi vào sổ?');
  await terminal.answer('c');
  await terminal.waitFor('Enter để về');
  await terminal.press('stop');
  await terminal.ends();
  expect(await entries()).toBe(2);
});

test('help stands in the menu', async () => {
  await terminal.run('--no-pager');
  await terminal.waitFor(MENU);
  await terminal.pick('Trợ giúp');
  await terminal.waitFor('Enter để về');
  await terminal.press('enter');
  await terminal.waitFor(MENU);
  await terminal.press('stop');
  expect(await terminal.ends()).toBe(130);
});

test('a round that is no Tet has a day', async () => {
  await terminal.run();
  await terminal.waitFor(MENU);
  await terminal.pick('Quà tặng theo đợt');
  await terminal.pick('Mở đợt quà');
  await terminal.answer('trung-thu');
  await terminal.answer('Trung thu');
  await terminal.press('enter');
  await terminal.waitFor('Ngày nào?');
  await terminal.answer('17/9/2024');
  for (let rest = 0; rest < 4; rest++) await terminal.press('enter');
  await terminal.waitFor('Ghi vào sổ?');
  await terminal.answer('c');
  await terminal.waitFor('Đã thêm đợt trung-thu');
  await terminal.press('stop');
  expect(await terminal.ends()).toBe(130);
});

test('in a window of ten lines the choice that is pointed at is seen', async () => {
  const low = new Terminal(GLOBALS, [40, 10]);
  try {
    for (const line of SMALL_BOOK) await low.stage.data(line);
    await low.run();
    await low.waitFor(MENU);
    for (let step = 0; step < 16; step++) {
      expect(low.screen()).toContain('❯');
      await low.press('down');
    }
    await low.press('stop');
    expect(await low.ends()).toBe(130);
  } finally {
    low.strike();
  }
});

test('the month’s end may be tried, and nothing is written', async () => {
  await terminal.run('month-end --dry-run');
  await terminal.pick('Ghi một khoản ủng hộ');
  await terminal.answer('Ông Ba');
  await terminal.answer('1 triệu');
  await terminal.press('enter');
  await terminal.pick('XHTT');
  await terminal.pick('cash');
  await terminal.waitFor('Chạy thử');
  await terminal.press('stop');
  await terminal.ends();
  expect(await entries()).toBe(1);
});

test('the menu of what is no book ends as any command does', async () => {
  terminal.stage.write('la.db', 'không phải sổ');
  await terminal.run('--book la.db');
  expect(await terminal.ends()).toBe(7);
  expect(terminal.screen()).toContain('không phải là sổ');
});
