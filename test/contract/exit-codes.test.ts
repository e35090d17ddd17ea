import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { EXIT } from '../../src/domain/failure.ts';
import { EXITS } from '../../src/render/help.ts';
import { Stage } from '../support/play.ts';

/** The codes that scripts are promised; docs and help say what each is. */
const DOCUMENTED: readonly number[] = EXITS;
/** What only a signal brings: test/contract/stopped.test.ts sends one. */
const SIGNALLED = 143;

// The built program as a process of its own: a code is what the system hands on.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const stage = new Stage();

beforeAll(async () => {
  await stage.data('init --name CĐCS --from 2024-01 --no-input --opening TET:cash=1000000');
  await stage.data('unit add --code A --name "CĐCS A"');
  stage.write('rong.csv', '');
  stage.write('la.db', 'no book');
  stage.write('a.csv', 'Mã,Tên\nB,CĐCS B\n');
  stage.write('hong.cjs', "require('node:crypto').createHash = () => { throw new TypeError('Ánh'); };");
});

afterAll(() => {
  stage.strike();
});

function phucloi(words: readonly string[], { script = program, env = {}, input = '' } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    cwd: stage.folder,
    env: { ...process.env, HOME: stage.folder, XDG_CONFIG_HOME: '', ...env },
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('every failure leaves with a code that is documented', () => {
  const codes: readonly number[] = Object.values(EXIT);
  expect(codes.filter((code) => !DOCUMENTED.includes(code))).toEqual([]);
});

test('every documented code comes when it should', () => {
  const asTerminal = join(import.meta.dirname, '../support/as-terminal.ts');
  const seen: (number | null)[] = [];
  const comes = (code: number, played: { readonly status: number | null; readonly stdout: string }) => {
    expect([code, played.status, played.stdout]).toEqual([code, code, played.stdout]);
    seen.push(played.status);
  };
  comes(0, phucloi(['fund', 'list']));
  comes(1, phucloi(['check', '--period', '2024-01']));
  comes(2, phucloi(['fund', 'lend']));
  comes(3, phucloi(['unit', 'add', '--code', 'A', '--name', 'CĐCS A']));
  comes(4, phucloi(['unit', 'import', 'rong.csv']));
  comes(5, phucloi(['balance', '--book', 'khong-co.db']));
  const held = new Sqlite(join(stage.folder, 'phucloi.db'));
  held.exec('BEGIN EXCLUSIVE');
  comes(6, phucloi(['unit', 'add', '--code', 'C', '--name', 'CĐCS C']));
  held.close();
  comes(7, phucloi(['balance', '--book', 'la.db']));
  const broken = { env: { NODE_OPTIONS: `--require ${join(stage.folder, 'hong.cjs')}` } };
  comes(70, phucloi(['unit', 'import', 'a.csv'], broken));
  comes(130, phucloi(['unit', 'import', 'a.csv'], { script: asTerminal, input: 'n\n' }));
  expect([...seen, SIGNALLED]).toEqual(DOCUMENTED);
});

test('a defect is one document for programs, with nothing of a row and no stack', () => {
  const broken = { env: { NODE_OPTIONS: `--require ${join(stage.folder, 'hong.cjs')}` } };
  const { stdout, stderr } = phucloi(['unit', 'import', 'a.csv', '--ndjson'], broken);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'defect' } });
  expect([stdout.includes('Ánh'), stdout.includes('    at '), stderr]).toEqual([false, false, '']);
});

test('every command answers programs with one document, help and refusals too', async () => {
  const empty = new Stage();
  for (const { name } of COMMANDS.filter(({ name }) => name !== 'demo')) {
    for (const more of [['--json'], ['--ndjson'], ['--help', '--json'], ['--no-such-option', '--json']]) {
      const { stdout, stderr, exit } = await empty.run([...name.split(' '), ...more]);
      const lines = stdout.trimEnd().split('\n');
      const { ok } = JSON.parse(lines.at(-1) ?? '') as { ok: boolean };
      expect([name, more, stderr, lines.length === 1 || ok]).toEqual([name, more, '', true]);
      expect([name, DOCUMENTED.includes(exit), ok]).toEqual([name, true, exit <= 1]);
    }
  }
  const general = [
    '',
    'help',
    'help gift',
    'help gift list',
    'gift --help',
    '--help',
    '--version',
    '-V',
    'fund',
    'nope',
  ];
  for (const words of general) {
    const { stdout, stderr } = await empty.run([...words.split(' ').filter(Boolean), '--json']);
    const { ok } = JSON.parse(stdout) as { ok: boolean };
    expect([words, stderr, ok]).toEqual([words, '', words !== 'fund' && words !== 'nope']);
  }
  empty.strike();
});
