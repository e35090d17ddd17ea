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
  const script = join(import.meta.dirname, '../support/as-terminal.ts');
  const played = spawnSync(process.execPath, [script, ...line], {
    cwd: stage.folder,
    input: answers.map((answer) => `${answer}\n`).join(''),
    encoding: 'utf8',
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
