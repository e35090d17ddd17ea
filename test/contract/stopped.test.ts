import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

// Real processes that are told to stop at moments of a seed; `npm test` builds the program first.
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const ROWS = 8_000;
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const stage = new Stage();
const kept = join(stage.folder, 'kept.db');
const book = join(stage.folder, 'phucloi.db');

beforeAll(async () => {
  await stage.data('init --name "Công đoàn" --from 2024-01 --opening TET:bank=1.000.000 --no-input');
  const rows = Array.from(
    { length: ROWS },
    (_, row) => `${(row % 28) + 1}/01/2024,Nhà hảo tâm ${row},${(row % 900) + 100}.000`,
  );
  stage.write('lon.csv', `Ngày,Tên,Số tiền\n${rows.join('\n')}\n`);
  copyFileSync(book, kept);
  await stage.data('contribution import lon.csv --fund XHTT --to bank --today 2024-02-01');
  copyFileSync(book, join(stage.folder, 'full.db'));
});
afterAll(() => {
  stage.strike();
});

/** Runs a command line as a process of its own and, after so long, sends it a signal; gives what the shell would, and whether the program said it itself. */
function told(line: string, after?: number, signal: NodeJS.Signals = 'SIGINT') {
  const env = { ...process.env, XDG_CACHE_HOME: join(stage.folder, 'cache'), LANG: 'C.UTF-8' };
  const child = spawn(process.execPath, [program, ...line.split(' ')], { cwd: stage.folder, env });
  const begun = performance.now();
  return new Promise<{ exit: number; said: boolean; stderr: string; took: number }>((resolve, reject) => {
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
    child.stdout.resume();
    const timer = after === undefined ? undefined : setTimeout(() => child.kill(signal), after);
    child.on('error', reject).on('close', (code, by) => {
      clearTimeout(timer);
      const exit =
        code ?? { SIGINT: 130, SIGTERM: 143, SIGKILL: 137 }[by as 'SIGINT' | 'SIGTERM' | 'SIGKILL'];
      resolve({ exit, said: code !== null, stderr, took: performance.now() - begun });
    });
  });
}

/** What a process left lying about. */
const drafts = () =>
  readdirSync(stage.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(tmp|old)\b|-journal$/.test(name),
  );

/** A file of ours that has its end. */
function isWhole(path: string): boolean {
  const text = readFileSync(path, 'latin1');
  if (path.endsWith('.json')) return typeof JSON.parse(text) === 'object';
  return /^PK\x05\x06|%%EOF\s*$/.test(text.slice(-22));
}

/** A share of one, by the seed. */
const chance = (turn: number): number => Math.abs(Math.sin(SEED + turn * 7919)) * 0.9;

const LONG = [
  ['kept.db', 'contribution import lon.csv --fund XHTT --to bank --today 2024-02-01'],
  ['full.db', 'entry list --period 2024-01 -o ra.xlsx'],
  ['full.db', 'ledger fund XHTT --period 2024-01 -o ra.pdf'],
  ['full.db', 'report month-end --period 2024-01 -o ho-so --today 2024-02-01'],
  ['full.db', 'export --format json --purpose x -o ra.json'],
  ['full.db', 'close 2024-01 --today 2024-02-01'],
  ['full.db', 'verify'],
] as const;

test.each(LONG)('%s: %s is stopped at any moment (SEED)', { timeout: 300_000 }, async (from, line) => {
  const clean = () => {
    for (const name of readdirSync(stage.folder))
      if (/^(ra\.|ho-so|phucloi-2024|bien-ban)/.test(name)) stage.remove(name);
    copyFileSync(join(stage.folder, from), book);
  };
  clean();
  const { took } = await told(line);
  for (const [turn, signal] of (['SIGINT', 'SIGTERM'] as const).entries()) {
    clean();
    const { exit, said, stderr } = await told(line, took * chance(turn + line.length), signal);
    // `stopped` and `terminated`.
    expect([0, 1, signal === 'SIGINT' ? 130 : 143], stderr).toContain(exit);
    expect(drafts(), `SEED=${SEED} ${line}`).toEqual([]);
    expect((await stage.run(['verify'])).exit, `SEED=${SEED} ${line}`).toBe(0);
    const output = / -o (\S+)/.exec(line)?.[1];
    const path = output === undefined ? undefined : join(stage.folder, output);
    if (exit <= 1 || path === undefined || !existsSync(path)) continue;
    // All was done, and the process was leaving: Node hears no signal while it does.
    expect([said, isWhole(path)], `SEED=${SEED} ${line}`).toEqual([false, true]);
  }
});

test('what is stopped says so, and takes nothing half', async () => {
  cpSync(kept, book);
  const line = LONG[0][1];
  const { took } = await told(`${line} --dry-run`);
  // Other tests make it sooner or later over, or begun: then it is told at another moment.
  const said = 'Sổ không bị ghi dở, không tệp nào viết dở.';
  let heard = { exit: 0, stderr: '' };
  for (const share of [0.8, 0.65, 0.5, 0.95, 0.35]) {
    if (heard.stderr.includes(said)) break;
    cpSync(kept, book);
    heard = await told(line, took * share);
  }
  const { exit, stderr } = heard;
  expect(exit).toBe(130);
  expect(stderr).toContain(said);
  expect((await stage.data<{ total: number }>('balance')).total).toBe(1_000_000);
});

test('what a kill left behind is cleared when the same file is written again', async () => {
  const left = ['ra.xlsx.999999999.0b0e7e3c-4d6e-4c1b-9e58-6f0a9a0f4a11.tmp', 'khac.xlsx'];
  for (const name of left) stage.write(name, 'x');
  expect((await told('balance -o ra.xlsx')).exit).toBe(0);
  expect(left.map((name) => existsSync(join(stage.folder, name)))).toEqual([false, true]);
});
