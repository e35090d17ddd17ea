import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { Stage } from '../support/play.ts';

// What nobody foresaw, by the built program; `npm test` builds it first.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const stage = new Stage();
const state = join(stage.folder, 'state');

beforeAll(async () => {
  await stage.data('init --name "Công đoàn Suối Nguồn" --from 2024-01 --no-input');
  copyFileSync(join(stage.folder, 'phucloi.db'), join(stage.folder, 'hong.db'));
  // A book that no release has written: a table of its schema is gone.
  const sqlite = new Sqlite(join(stage.folder, 'hong.db'));
  sqlite.exec('drop table donor');
  sqlite.close();
});
afterAll(() => {
  stage.strike();
});

function phucloi(...words: string[]) {
  const cache = join(stage.folder, 'cache');
  const env = { ...process.env, XDG_CACHE_HOME: cache, XDG_STATE_HOME: state, LANG: 'C.UTF-8' };
  const played = spawnSync(process.execPath, [program, ...words], {
    cwd: stage.folder,
    env,
    encoding: 'utf8',
  });
  return { exit: played.status, stdout: played.stdout, stderr: played.stderr };
}

const LINE = ['donor', 'add', '--book', 'hong.db', '--code', 'BIMAT', '--name=Nguyễn Thị Kín', '-y'];

test('a defect tells what, where and with which options, and nothing of anybody', () => {
  const { exit, stderr } = phucloi(...LINE);
  expect(exit).toBe(70);
  expect(stderr).toContain(`phucloi ${manifest.version} · Node ${process.versions.node}`);
  expect(stderr).toContain('phucloi donor add --book --code --name -y');
  expect(stderr).toMatch(/SqliteError SQLITE_ERROR [\w.-]+:\d+:\d+/);
  expect(stderr).not.toMatch(/BIMAT|Kín|hong\.db|no such table|\n\s+at /);
  const [name = ''] = readdirSync(join(state, 'phucloi'));
  const kept = readFileSync(join(state, 'phucloi', name), 'utf8');
  expect(stderr).toContain(join(state, 'phucloi', name));
  expect(kept).not.toMatch(/BIMAT|Kín|hong\.db|no such table/);
});

test('--verbose alone shows the error itself; --json has the report', () => {
  expect(phucloi(...LINE, '--verbose').stderr).toContain('no such table');
  const { exit, stdout } = phucloi(...LINE, '--json');
  const { error } = JSON.parse(stdout) as { error: { code: string; facts: { report: string } } };
  expect([exit, error.code, error.facts.report.split('\n')[1]]).toEqual([
    70,
    'defect',
    'phucloi donor add --book --code --name -y --json',
  ]);
});

test('the last few reports are kept', () => {
  for (let turn = 0; turn < 4; turn += 1) phucloi(...LINE);
  expect(readdirSync(join(state, 'phucloi')).length).toBe(5);
});

test('whoever closes the pipe gets no stack', async () => {
  const child = spawn(process.execPath, [program, '--help'], { cwd: stage.folder });
  child.stdout.destroy();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  const exit = await new Promise((resolve) => child.on('close', resolve));
  expect(said).toBe('');
  expect([0, 3]).toContain(exit);
});

// A program that runs cannot be written to: what Windows says of a workbook that is open in Excel, Linux says of this.
test.skipIf(process.platform !== 'linux')('file.held: a file that another program holds', () => {
  const held = join(stage.folder, 'ra.xlsx');
  copyFileSync('/bin/sleep', held);
  const sleeper = spawn(held, ['60']);
  try {
    stage.write('~$ra.xlsx', '');
    const played = phucloi(
      'contribution',
      'import',
      'a.csv',
      '--fund',
      'TET',
      '--save-as',
      'ra.xlsx',
      '--json',
    );
    expect(played).toMatchObject({ exit: 6, stdout: expect.stringContaining('"file.held"') as unknown });
    expect(played.stdout).toContain('~$ra.xlsx');
  } finally {
    sleeper.kill();
  }
  expect(existsSync(held)).toBe(true);
});
