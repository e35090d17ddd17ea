import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { readSaidDay, readSaidMonth } from '../../src/cli/guide/days.ts';
import { askFor, BLANK_ASKS, MISSING } from '../../src/cli/guide/blanks.ts';
import { dueTask } from '../../src/cli/guide/due.ts';
import { MENUS } from '../../src/cli/guide/menus.ts';
import { Finder } from '../../src/cli/guide/search.ts';
import { TASKS } from '../../src/cli/guide/tasks.ts';
import type { Day } from '../../src/domain/day.ts';
import { en } from '../../src/render/guide/en-tasks.ts';
import type { TaskName } from '../../src/render/guide/task-texts.ts';
import { vi } from '../../src/render/guide/vi-tasks.ts';

const TODAY = '2024-03-05' as Day;

describe('who is looked for by typing', () => {
  const people = new Finder([
    { code: 'DV0001', name: 'Nguyễn Thị Ánh', detail: 'BVDK' },
    { code: 'DV0002', name: 'Nguyễn Thị Anh', detail: 'BVPS' },
    { code: 'DV0003', name: 'Trần Văn Đạo', detail: 'BVDK' },
    { code: 'DV0010', name: 'Hoàng Anh Thy', detail: 'TTYT03' },
  ]);
  const found = (typed: string) => people.find(typed).map(({ code }) => code);

  test.each([
    ['nguyen thi anh', ['DV0001', 'DV0002']],
    ['Nguyễn Thị Ánh', ['DV0001', 'DV0002']],
    ['Nguyễn Thị Anh', ['DV0002', 'DV0001']],
    ['dao', ['DV0003']],
    ['ĐẠO', ['DV0003']],
    ['anh ngu', ['DV0001', 'DV0002']],
    ['bvdk', ['DV0001', 'DV0003']],
    ['anh bvps', ['DV0002']],
    ['dv0010', ['DV0010']],
    ['guyen', ['DV0001', 'DV0002']],
    ['khong ai', []],
  ])('%s', (typed, codes) => {
    expect(found(typed)).toEqual(codes);
  });

  test('letters in pieces are letters', () => {
    expect(found('Trần Văn Đạo'.normalize('NFD'))).toEqual(['DV0003']);
  });

  test('nothing typed shows the first of all', () => {
    expect(found('')).toHaveLength(4);
  });
});

test.each([
  ['hôm nay', '2024-03-05'],
  ['hom qua', '2024-03-04'],
  ['yesterday', '2024-03-04'],
  ['4', '2024-03-04'],
  ['29', '2024-02-29'],
  ['24/12', '2023-12-24'],
  ['5/3', '2024-03-05'],
  ['05.03.2024', '2024-03-05'],
  ['31/02', undefined],
  ['mai', undefined],
])('a day said as %s', (typed, day) => {
  expect(readSaidDay(typed, TODAY)).toBe(day);
});

test.each([
  ['10', '2024-03-10'],
  ['4', '2024-04-04'],
  ['15/1', '2025-01-15'],
  ['5/3', '2024-03-05'],
])('a day to come said as %s', (typed, day) => {
  expect(readSaidDay(typed, TODAY, true)).toBe(day);
});

test.each([
  ['3', '2024-03'],
  ['12', '2023-12'],
  ['1/2024', '2024-01'],
  ['tháng 1/2024', '2024-01'],
  ['Thang 12', '2023-12'],
  ['13', undefined],
])('a month said as %s', (typed, month) => {
  expect(readSaidMonth(typed, TODAY)).toBe(month);
});

describe.each(Object.entries(TASKS))('the task %s', (_, { command: words, asks, with: fixed = [] }) => {
  test('asks what its command knows, and all that it needs', async () => {
    const entry = COMMANDS.find(({ name }) => name === words);
    if (words === 'help') return;
    const command = (await entry?.load())?.commandFor(words.split(' ')[0] ?? '');
    const asked = asks.map(({ option }) => option);
    const args = (command?.args ?? []).map((name) => name.replace('?', ''));
    const options = Object.keys(command?.options ?? {});
    // A way that gives flags itself stands under one of them.
    expect([...args, ...options]).toEqual(expect.arrayContaining(asked));
    const needed = [
      ...(command?.args ?? []).filter((name) => !name.endsWith('?')),
      ...Object.entries(command?.options ?? {}).flatMap(([key, { required }]) => (required ? [key] : [])),
    ];
    const answered = [
      ...asks.filter(({ optional }) => !optional).map(({ option }) => option),
      ...fixed.map((word) => word.replace(/^--/, '')),
    ];
    expect(answered).toEqual(expect.arrayContaining(needed));
  });
});

test('every task stands in a menu, and no menu below the first is longer than twelve lines', () => {
  const { main: _, ...below } = MENUS;
  for (const items of Object.values(below)) expect(items.length + 1).toBeLessThanOrEqual(12);
  const shown = Object.values(MENUS).flatMap((items) =>
    items.flatMap((item) => ('task' in item ? [item.task] : [])),
  );
  expect([...new Set(shown)].toSorted()).toEqual((Object.keys(TASKS) as TaskName[]).toSorted());
});

test('every question of the catalogue is asked by a task, or for a blank', () => {
  const asks = [...Object.values(TASKS).flatMap((each) => each.asks), ...BLANK_ASKS];
  const asked = new Set([...asks.map(({ question }) => question), MISSING]);
  expect(Object.keys(vi.questions).filter((name) => !asked.has(name as never))).toEqual([]);
});

test('a question leaves room for its answer', () => {
  for (const { questions, optional } of [vi, en])
    for (const question of Object.values(questions))
      expect(`? ${question} ${optional}`.length, question).toBeLessThanOrEqual(66);
});

test('both languages name every answer to choose', () => {
  expect(Object.keys(en.answers)).toEqual(Object.keys(vi.answers));
});

describe('what is due is settled by', () => {
  test('its task, with its figures filled in', () => {
    const found = dueTask('phucloi gift pay --round tet-2024 --from … --on 2024-01-26');
    expect(found).toEqual({ task: TASKS.giftPay, given: new Map([['round', 'tet-2024']]) });
  });

  test('a remittance to a name of several words', () => {
    const found = dueTask(
      'phucloi remit --fund XHTT --amount 2000000 --on 2024-05-30 --to "Liên đoàn Lao động"',
    );
    expect('given' in found && [...found.given]).toEqual([
      ['fund', 'XHTT'],
      ['amount', '2000000'],
      ['to', 'Liên đoàn Lao động'],
    ]);
  });

  test('the month’s end, where a month is to be closed', () => {
    expect(dueTask('phucloi close 2024-01')).toEqual({ task: TASKS.monthEnd, given: new Map() });
  });

  test('a question for what only the person knows', () => {
    const found = dueTask('phucloi hardship paper commune --case kk/0001 --on 2024-03-05 --no …');
    expect(found).toEqual({
      words: ['hardship', 'paper', 'commune', '--case', 'kk/0001', '--on', '2024-03-05', '--no', '…'],
    });
    expect(askFor('hardship paper', 'no').question).toBe('paperNo');
    // As the command's own task asks it, though there it may be skipped.
    expect(askFor('gift pay', 'handedTo')).toMatchObject({ question: 'handedTo', optional: false });
    expect(askFor('loan repay', 'nobodyKnows').question).toBe(MISSING);
  });

  test('its line as it is, where no task asks for it', () => {
    expect(dueTask('phucloi loan list')).toEqual({ words: ['loan', 'list'] });
  });
});
