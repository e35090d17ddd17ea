import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMonth, type Month } from '../../src/domain/day.ts';
import { en as enInit } from '../../src/render/guide/en-init.ts';
import { en as enTasks } from '../../src/render/guide/en-tasks.ts';
import { vi as viInit } from '../../src/render/guide/vi-init.ts';
import { vi as viTasks } from '../../src/render/guide/vi-tasks.ts';
import type { InitTexts } from '../../src/render/guide/init-texts.ts';
import type { TaskTexts } from '../../src/render/guide/task-texts.ts';
import { enMonth } from '../../src/render/guide/en-month.ts';
import { formatDong } from '../../src/render/figures.ts';
import type { MonthTexts } from '../../src/render/guide/month-texts.ts';
import { viMonth } from '../../src/render/guide/vi-month.ts';
import { Terminal } from '../support/terminal.ts';

const golden = (name: string) => join(import.meta.dirname, `${name}.txt`);
const DONORS =
  'Ngày,Tên,Số tiền\n05/01/2024,Mạnh thường quân,2.000.000\n12/01/2024,Công ty Ánh Dương,3.500.000\n';
const PEOPLE = 'Mã,Họ và tên,Số tiền\nM1,Nguyễn Thị Ánh,500.000\nM2,Trần Văn Bình,500.000\n';

const month = readMonth('2024-01') as Month;

/** The words of one language that the script looks for on the screen. */
interface Words {
  readonly language: 'vi' | 'en';
  readonly t: MonthTexts;
  readonly init: InitTexts;
  readonly tasks: TaskTexts;
  readonly write: string;
  readonly yes: string;
  readonly no: string;
  readonly slip: string;
}

const VI: Words = {
  language: 'vi',
  t: viMonth,
  init: viInit,
  tasks: viTasks,
  write: 'Ghi vào sổ?',
  yes: 'c',
  no: 'k',
  slip: 'Gõ chưa đúng',
};
const EN: Words = {
  language: 'en',
  t: enMonth,
  init: enInit,
  tasks: enTasks,
  write: 'Write it?',
  yes: 'y',
  no: 'n',
  slip: 'That is not it',
};

/** Answers questions one by one, each once it stands on the screen. */
async function answers(
  terminal: Terminal,
  ...pairs: readonly (readonly [question: string, answer: string])[]
) {
  for (const [question, answer] of pairs) {
    await terminal.asked(question);
    await terminal.answer(answer);
  }
}

async function picks(terminal: Terminal, question: string, choice: string) {
  await terminal.waitFor(question);
  await terminal.pick(choice);
}

/** Back to the first screen, and something chosen there. */
async function fromMenu(terminal: Terminal, tasks: TaskTexts, choice: string) {
  await terminal.waitFor(tasks.goOn);
  await terminal.press('enter');
  await picks(terminal, tasks.whatToDo, choice);
}

/** `phucloi` alone in an empty folder: a new book with what it opens with, its units and its members. */
async function newBook(terminal: Terminal, { init, tasks, write, yes, no }: Words): Promise<void> {
  const { stage } = terminal;
  stage.write('don-vi.csv', 'Mã,Tên đơn vị\nBVA,CĐCS Bệnh viện A\n');
  stage.write('doan-vien.csv', 'Mã,Họ và tên,Đơn vị\nM1,Nguyễn Thị Ánh,BVA\nM2,Trần Văn Bình,BVA\n');
  await terminal.run();
  await picks(terminal, tasks.menus.noBook, tasks.makeBook);
  await answers(
    terminal,
    [init.name.ask, 'Công đoàn ngành Y tế tỉnh Nam Sơn'],
    [init.above.ask, 'Liên đoàn Lao động tỉnh Nam Sơn'],
    [init.town.ask, 'Nam Sơn'],
    [init.from.ask, '01/2024'],
    [init.chair, 'Nguyễn Văn An'],
    [init.accountant, 'Phạm Thị Cúc'],
    [init.cashier, 'Trần Thị Hòa'],
  );
  // The Union Home fund at the bank, the Tet fund in cash; the other three funds are empty.
  for (const [cash, bank] of [
    ['', '36.590.000'],
    ['', ''],
    ['5.000.000', ''],
    ['', ''],
    ['', ''],
  ] as const)
    await answers(terminal, [init.cash.trim(), cash], [init.bank.trim(), bank]);
  await answers(terminal, [write, yes], [init.another, no]);
  await fromMenu(terminal, tasks, tasks.menus.people);
  await picks(terminal, `${tasks.menus.people}:`, tasks.tasks.unitImport);
  await picks(terminal, tasks.questions.file, 'don-vi.csv');
  await answers(terminal, [write, yes]);
  await fromMenu(terminal, tasks, tasks.menus.people);
  await picks(terminal, `${tasks.menus.people}:`, tasks.tasks.memberImport);
  await picks(terminal, tasks.questions.file, 'doan-vien.csv');
  await answers(terminal, [write, yes]);
  await fromMenu(terminal, tasks, tasks.tasks.monthEnd);
}

/** From the first question of the month's end to the pack. */
async function monthEnd(terminal: Terminal, { t, tasks, write, yes, slip, language }: Words): Promise<void> {
  const round = 'tet-2024';
  const ask = tasks.questions;
  await picks(terminal, t.purposes.in, t.does.importList);
  await picks(terminal, ask.file, 'ung-ho.csv');
  await picks(terminal, ask.fund, 'XHTT');
  await picks(terminal, ask.toPlace, 'cash');
  await answers(terminal, [write, yes]);
  await picks(terminal, formatDong(5_500_000, language), t.next);
  await picks(terminal, t.purposes.bank, t.does.confirm({ place: 'bank' }));
  await answers(terminal, [ask.balance, '36.590.000']);
  await picks(terminal, ask.confirmedBy, tasks.answers['other'] ?? '');
  await answers(terminal, [ask.confirmedBy, 'Ngân hàng Nam Sơn'], [ask.paperNo, 'XN-01'], [write, yes]);
  await picks(terminal, t.purposes.benefits, t.does.newRound);
  await answers(
    terminal,
    [ask.roundCode, round],
    [ask.roundName, 'Tết Giáp Thìn 2024'],
    [ask.happenedOn, '10/02/2024'],
    [write, yes],
  );
  await picks(terminal, t.what, t.does.people({ round }));
  await picks(terminal, ask.file, 'tet.csv');
  await picks(terminal, ask.payer, 'TET');
  await answers(terminal, [write, yes]);
  await picks(terminal, t.what, t.does.approve({ round, count: 2 }));
  await answers(terminal, [ask.decision, '12/QĐ-CĐYT'], [ask.decidedOn, '15/01/2024']);
  await picks(terminal, ask.by, 'Nguyễn Văn An');
  await answers(terminal, [write, yes]);
  await picks(terminal, t.what, t.does.pay({ round, count: 2 }));
  await picks(terminal, ask['from.fund'], 'TET');
  await picks(terminal, ask.fromPlace, 'cash');
  await answers(terminal, [ask.paidOn, '20/01/2024'], [write, yes]);
  await picks(terminal, t.what, t.does.signMost({ round }));
  await answers(terminal, [ask.except, 'M2'], [write, yes]);
  await picks(terminal, t.what, t.next);
  await picks(terminal, t.purposes.cash, t.does.count({ place: 'cash' }));
  await picks(terminal, ask.notes, tasks.byTotal);
  await answers(terminal, [tasks.total, '9.500.000']);
  await picks(terminal, ask.countedBy, 'Trần Thị Hòa');
  await answers(terminal, [write, yes]);
  await terminal.waitFor(t.purposes.findings);
  await terminal.press('enter');
  await picks(terminal, t.does.accept, t.does.mend);
  await answers(terminal, [write, yes]);
  await picks(terminal, t.purposes.papers, t.next);
  await picks(terminal, t.purposes.close, t.does.close({ month }));
  await answers(terminal, [month, '02/2024']);
  await terminal.waitFor(slip);
  await terminal.press(...Array.from('02/2024', () => 'erase' as const), 'enter');
  await picks(terminal, t.what, t.does.close({ month }));
  await answers(terminal, [month, '01/2024']);
  await picks(terminal, t.what, t.does.pack);
  await fromMenu(terminal, tasks, tasks.quit);
  expect(await terminal.ends()).toBe(0);
}

/** What a whole month left on the screen, and what it should have. */
async function monthOf(words: Words, name: string, language: string) {
  const terminal = new Terminal(['--today', '2024-02-05', '--lang', language]);
  try {
    const { stage } = terminal;
    stage.write('ung-ho.csv', DONORS);
    stage.write('tet.csv', PEOPLE);
    await newBook(terminal, words);
    await monthEnd(terminal, words);
    return { cut: terminal.cut(), record: terminal.record(), golden: terminal.golden(golden(name)) };
  } finally {
    terminal.strike();
  }
}

test('a month in Vietnamese', async () => {
  const { cut, record, golden } = await monthOf(VI, 'month-vi', 'vi');
  expect(cut).toEqual([]);
  expect(record).toBe(golden);
}, 150_000);

test('a month in English', async () => {
  const { cut, record, golden } = await monthOf(EN, 'month-en', 'en');
  expect(cut).toEqual([]);
  expect(record).toBe(golden);
}, 150_000);

test('a month is left in the middle and taken up again; a no at a preview leaves it open', async () => {
  const { t, tasks, write } = VI;
  const terminal = new Terminal(['--today', '2024-02-05']);
  try {
    await terminal.stage.data(
      'init --name "Công đoàn" --from 2024-01 --no-input --opening TET:cash=5.000.000',
    );
    await terminal.run('month-end');
    await picks(terminal, t.purposes.in, t.does.receipt);
    await terminal.waitFor(tasks.questions.note);
    await terminal.press('stop');
    expect(await terminal.ends()).toBe(130);
    await terminal.run('cuoithang');
    await picks(terminal, t.purposes.in, t.next);
    await picks(terminal, t.purposes.benefits, t.next);
    await picks(terminal, t.purposes.cash, t.does.count({ place: 'cash' }));
    await picks(terminal, tasks.questions.notes, tasks.byTotal);
    await answers(
      terminal,
      [tasks.total, '4.000.000'],
      [tasks.questions.countedBy, 'Trần Thị Hòa'],
      [write, 'k'],
    );
    await picks(terminal, t.purposes.cash, t.does.count({ place: 'cash' }));
    await picks(terminal, tasks.questions.notes, tasks.byTotal);
    await answers(
      terminal,
      [tasks.total, '5.000.000'],
      [tasks.questions.countedBy, 'Trần Thị Hòa'],
      [write, 'c'],
    );
    await picks(terminal, t.purposes.papers, t.leave);
    expect(await terminal.ends()).toBe(0);
    await terminal.run('month-end');
    await picks(terminal, t.purposes.in, t.leave);
    expect(await terminal.ends()).toBe(0);
    expect(terminal.cut()).toEqual([]);
    expect(terminal.record()).toBe(terminal.golden(golden('month-left')));
  } finally {
    terminal.strike();
  }
});
