import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMonth, type Month } from '../../src/domain/day.ts';
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
  readonly write: string;
  readonly yes: string;
  readonly no: string;
}

const VI: Words = { language: 'vi', t: viMonth, write: 'Ghi vào sổ?', yes: 'c', no: 'k' };
const EN: Words = { language: 'en', t: enMonth, write: 'Write it?', yes: 'y', no: 'n' };

/** Answers questions one by one, each once it stands on the screen. */
async function answers(
  terminal: Terminal,
  ...pairs: readonly (readonly [question: string, answer: string])[]
) {
  for (const [question, answer] of pairs) {
    await terminal.waitFor(question);
    await terminal.answer(answer);
  }
}

async function picks(terminal: Terminal, question: string, choice: string) {
  await terminal.waitFor(question);
  await terminal.pick(choice);
}

/** From the first question of the month's end to the pack. */
async function monthEnd(terminal: Terminal, { t, write, yes, language }: Words): Promise<void> {
  const round = 'tet-2024';
  const { asks } = t;
  const ask = (key: string) => asks[key] ?? key;
  await picks(terminal, t.purposes.in, t.does.importList);
  await answers(terminal, [ask('file'), 'ung-ho.csv']);
  await picks(terminal, ask('fund'), 'XHTT');
  await picks(terminal, ask('into'), 'cash');
  await answers(terminal, [write, yes]);
  await picks(terminal, formatDong(5_500_000, language), t.next);
  await picks(terminal, t.purposes.bank, t.does.confirm({ place: 'bank' }));
  await answers(
    terminal,
    [ask('balance'), '36.590.000'],
    [ask('by'), 'Ngân hàng Nam Sơn'],
    [ask('paper'), 'XN-01'],
    [write, yes],
  );
  await picks(terminal, t.purposes.benefits, t.does.newRound);
  await answers(
    terminal,
    [ask('code'), round],
    [ask('name'), 'Tết Giáp Thìn 2024'],
    [ask('on'), '10/02/2024'],
    [write, yes],
  );
  await picks(terminal, t.what, t.does.people({ round }));
  await answers(terminal, [ask('file'), 'tet.csv']);
  await picks(terminal, ask('payer'), 'TET');
  await answers(terminal, [write, yes]);
  await picks(terminal, t.what, t.does.approve({ round, count: 2 }));
  await answers(
    terminal,
    [ask('decision'), '12/QĐ-CĐYT'],
    [ask('on'), '15/01/2024'],
    [ask('by'), 'Nguyễn Văn An'],
    [write, yes],
  );
  await picks(terminal, t.what, t.does.pay({ round, count: 2 }));
  await picks(terminal, ask('payer'), 'TET');
  await picks(terminal, ask('outOf'), 'cash');
  await answers(terminal, [ask('on'), '20/01/2024'], [write, yes]);
  await picks(terminal, t.what, t.does.signMost({ round }));
  await answers(terminal, [ask('except'), 'M2'], [write, yes]);
  await picks(terminal, t.what, t.next);
  await picks(terminal, t.purposes.cash, t.does.count({ place: 'cash' }));
  await answers(terminal, [ask('total'), '9.500.000'], [ask('by'), 'Trần Thị Hòa'], [write, yes]);
  await terminal.waitFor(t.purposes.findings);
  await terminal.press('enter');
  await picks(terminal, t.does.accept, t.does.mend);
  await answers(terminal, [write, yes]);
  await picks(terminal, t.purposes.papers, t.next);
  await picks(terminal, t.purposes.close, t.does.close({ month }));
  await answers(terminal, ['01/2024', '02/2024']);
  await picks(terminal, t.what, t.does.close({ month }));
  await answers(terminal, ['01/2024', '01/2024']);
  await picks(terminal, t.closed({ month }), t.does.pack);
  expect(await terminal.ends()).toBe(0);
}

async function monthOf(words: Words, name: string, language: string): Promise<void> {
  const terminal = new Terminal(['--today', '2024-02-05', '--lang', language]);
  try {
    const { stage } = terminal;
    stage.write('ung-ho.csv', DONORS);
    stage.write('tet.csv', PEOPLE);
    await stage.data(
      'init --name "Công đoàn ngành Y tế" --from 2024-01 --no-input --opening TET:cash=5.000.000 MAIAM:bank=36.590.000',
    );
    await stage.data('unit add --code BVA --name "CĐCS Bệnh viện A"');
    await stage.data('member add --code M1 --name "Nguyễn Thị Ánh" --unit BVA');
    await stage.data('member add --code M2 --name "Trần Văn Bình" --unit BVA');
    await terminal.run('month-end');
    await monthEnd(terminal, words);
    expect(terminal.cut()).toEqual([]);
    expect(terminal.record()).toBe(terminal.golden(golden(name)));
  } finally {
    terminal.strike();
  }
}

test('a month in Vietnamese', async () => {
  await monthOf(VI, 'month-vi', 'vi');
});

test('a month in English', async () => {
  await monthOf(EN, 'month-en', 'en');
});

test('a month is left in the middle and taken up again; a no at a preview leaves it open', async () => {
  const { t, write } = VI;
  const terminal = new Terminal(['--today', '2024-02-05']);
  try {
    await terminal.stage.data(
      'init --name "Công đoàn" --from 2024-01 --no-input --opening TET:cash=5.000.000',
    );
    await terminal.run('month-end');
    await picks(terminal, t.purposes.in, t.does.receipt);
    await terminal.waitFor(t.asks['note'] ?? '');
    await terminal.press('stop');
    expect(await terminal.ends()).toBe(130);
    await terminal.run('cuoithang');
    await picks(terminal, t.purposes.in, t.next);
    await picks(terminal, t.purposes.benefits, t.next);
    await picks(terminal, t.purposes.cash, t.does.count({ place: 'cash' }));
    await answers(terminal, ['đếm được:', '4.000.000'], ['người kiểm:', 'Trần Thị Hòa'], [write, 'k']);
    await picks(terminal, t.purposes.cash, t.does.count({ place: 'cash' }));
    await answers(terminal, ['đếm được:', '5.000.000'], ['người kiểm:', 'Trần Thị Hòa'], [write, 'c']);
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
