import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_BOOK } from '../support/transcript.ts';
import { Stage, wordsOf } from '../support/play.ts';

// The built program as a process of its own; `npm test` builds it first.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const stage = new Stage();

interface Proof {
  readonly head: string;
  readonly found?: { readonly operation: number; readonly command: string; readonly month?: string };
}

afterAll(() => {
  stage.strike();
});

/** Runs a command line in an environment that has only what is given. */
function phucloi(line: string, env: Readonly<Record<string, string>>, folder = stage.folder) {
  const played = spawnSync(process.execPath, [program, ...wordsOf(line), '--json'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: stage.folder,
      XDG_CACHE_HOME: join(stage.folder, 'cache'),
      ...env,
    },
    encoding: 'utf8',
  });
  return JSON.parse(played.stdout) as { ok: boolean; data: Proof & { head: string; backup: string } };
}

let closed: string;

beforeAll(async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.data(
    'contribution add --fund MAIAM --to bank --amount 5.000.000 --on 31/01/2024 --donor "Ông Đỗ"',
  );
  await stage.data('cash count --on 31/01/2024 --total 7.000.000 --by "Trần Thị Hòa"');
  closed = phucloi('close 2024-01', { TZ: 'America/Los_Angeles', LANG: 'C' }).data.head;
});

const WORLDS: readonly [name: string, env: Readonly<Record<string, string>>][] = [
  ['Los Angeles', { TZ: 'America/Los_Angeles' }],
  ['Kiritimati', { TZ: 'Pacific/Kiritimati', LANG: 'vi_VN.UTF-8' }],
  ['the C locale', { LANG: 'C', LC_ALL: 'C' }],
  ['Turkish', { LC_ALL: 'tr_TR.UTF-8', TZ: 'Europe/Istanbul' }],
];

test.each(WORLDS)('one head in %s, here and in a copy elsewhere', (_, env) => {
  const head = phucloi('verify', { TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8' }).data.head;
  expect(head).toMatch(/^[0-9a-f]{64}$/);
  expect(phucloi('verify', env).data.head).toBe(head);
  const folder = join(stage.folder, 'nơi khác');
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(stage.folder, 'phucloi.db'), join(folder, 'bản sao.db'));
  expect(phucloi('verify --book "bản sao.db"', env, folder).data.head).toBe(head);
});

test('the head of the minutes is found where the month was closed, and is the head of the backup', () => {
  const proof = phucloi(`verify --head "${closed.toUpperCase()}"`, { LANG: 'C' }).data;
  expect(proof.found).toMatchObject({ command: 'cash count', month: '2024-01' });
  const backup = phucloi('verify --book phucloi-2024-01.backup.db', { TZ: 'UTC' }).data;
  expect(backup.head.startsWith(closed.replaceAll(' ', ''))).toBe(true);
  expect(backup.head).not.toBe(proof.head);
  expect(phucloi(`verify --head ${backup.head}`, {}).data.found?.month).toBe('2024-01');
});

test('backup and minutes are for their owner only', () => {
  for (const name of ['phucloi.db', 'phucloi-2024-01.backup.db', 'bien-ban-khoa-so-2024-01.xlsx']) {
    expect(statSync(join(stage.folder, name)).mode & 0o777, name).toBe(0o600);
  }
});
