import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

let stage: Stage;

beforeEach(() => {
  stage = new Stage();
});

afterEach(() => {
  stage.strike();
});

/** A command line at a terminal, with the lines that are typed at its questions. */
function typed(line: string[], ...answers: string[]) {
  return atTerminal(line, answers, {});
}

function atTerminal(line: string[], answers: string[], env: Readonly<Record<string, string>>) {
  const script = join(import.meta.dirname, '../support/as-terminal.ts');
  const played = spawnSync(process.execPath, [script, ...line], {
    cwd: stage.folder,
    input: answers.map((answer) => `${answer}\n`).join(''),
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { exit: played.status, stdout: played.stdout, stderr: played.stderr };
}

test('a person’s no stops an import (cancelled), and nothing is written', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  stage.write('a.csv', 'Ngày,Tên,Số tiền\n24/01/2024,Một,1.000.000\n');
  const refused = typed(['contribution', 'import', 'a.csv', '--fund', 'XHTT'], 'n');
  expect(refused.exit).toBe(130);
  expect(refused.stderr).toContain('Chưa có gì được ghi');
  expect((await stage.data<{ entries: number }>('verify')).entries).toBe(1);
  const taken = typed(['contribution', 'import', 'a.csv', '--fund', 'XHTT'], 'y');
  expect(taken.exit).toBe(0);
  // What was shown went elsewhere, not onto the terminal: the answer is whole.
  expect(refused.stderr).toContain('1.000.000 đ');
  expect(taken.stdout).toContain('1.000.000 đ');
  expect((await stage.data<{ entries: number }>('verify')).entries).toBe(2);
});

test('a close asks for the month typed', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.data('cash count --on 31/01/2024 --total 7.000.000');
  expect(typed(['close', '2024-01'], '02/2024').exit).toBe(130);
  expect(typed(['close', '2024-01'], '01/2024').exit).toBe(0);
});

test('without a terminal nothing is ever asked', async () => {
  const played = await stage.run(['init', '--name', 'Công đoàn']);
  expect(played.exit).toBe(2);
  expect(played.stderr).toContain('--from');
});

test('a long answer is turned page by page; --no-pager, cat and a missing pager print it', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  // Stands for a pager: says that it was asked, and shows what it was given.
  stage.write('pager.cjs', "console.log('PAGER'); process.stdin.pipe(process.stdout);");
  const pager = `${process.execPath} ${join(stage.folder, 'pager.cjs')}`;
  const line = ['member', 'list'];
  const plain = typed([...line, '--no-pager']).stdout;
  const long = { ROWS: '5', PAGER: pager };
  expect(atTerminal(line, [], long).stdout).toBe(`PAGER\n${plain}`);
  expect(atTerminal([...line, '--no-pager'], [], long).stdout).toBe(plain);
  expect(atTerminal(line, [], { ROWS: '500', PAGER: pager }).stdout).toBe(plain);
  for (const none of ['', 'cat', 'khong-co-lenh-nay'])
    expect(atTerminal(line, [], { ROWS: '5', PAGER: none }).stdout).toBe(plain);
});

test('a terminal that does not know its size gets lines as a usual one, and no pager', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  const shown = atTerminal(['fund', 'list'], [], { ROWS: '0', COLUMNS: '0', PAGER: 'false' });
  expect(shown.stdout).toBe(atTerminal(['fund', 'list', '--no-pager'], [], { COLUMNS: '80' }).stdout);
  expect(shown.stdout).toContain('Quỹ xã hội từ thiện');
});

test('a pager that is closed early is no error', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  stage.write('quit.cjs', "process.stdin.once('data', () => process.exit(0));");
  const env = { ROWS: '5', PAGER: `${process.execPath} ${join(stage.folder, 'quit.cjs')}` };
  expect(atTerminal(['ledger', 'trial-balance', '--period', '2024-01'], [], env).exit).toBe(0);
});

test('a workbook is not printed on a screen', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  const refused = typed(['balance', '--format', 'xlsx']);
  expect(refused.exit).toBe(2);
  expect(refused.stderr).toContain('--output');
});

test('where a book is already, nobody is asked for another', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  const refused = typed(['init']);
  expect(refused.exit).toBe(3);
  expect(refused.stdout).not.toContain('Tên công đoàn');
});
