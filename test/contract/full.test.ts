import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { Stage, wordsOf } from '../support/play.ts';

// A full disk needs root to be made; SQLite's own limit of pages needs nobody. The built program is told by SQLite that
// there is no room, at seeded points of several writes.
const SEED = Number(process.env['SEED'] ?? 20_241_130);
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const hook = join(import.meta.dirname, '../crash/full.cjs');

const stage = new Stage();
const root = mkdtempSync(join(tmpdir(), 'phucloi-full-'));

const rows = Array.from(
  { length: 400 },
  (_, at) => `0${1 + (at % 9)}/01/2024;Người ủng hộ thứ ${at};${100 + at}.000`,
);
const people = Array.from({ length: 300 }, (_, at) => `M${at};Đoàn viên ${at};CDN`);
const COMMANDS = [
  'contribution import ung-ho.csv --fund MAIAM',
  'member import danh-sach.csv',
  'operation undo 3 --reason "Nhập nhầm danh sách"',
];

beforeAll(async () => {
  await stage.data('init --name "Công đoàn" --from 2024-01 --opening TET:cash=7.000.000');
  stage.write('dau.csv', `Ngày;Họ và tên;Số tiền\n${rows.slice(0, 90).join('\n')}\n`);
  await stage.data('unit add --code CDN --name "Công đoàn ngành"');
  await stage.data('contribution import dau.csv --fund XHTT');
  stage.write('ung-ho.csv', `Ngày;Họ và tên;Số tiền\n${rows.join('\n')}\n`);
  stage.write('danh-sach.csv', `Mã;Họ tên;Đơn vị\n${people.join('\n')}\n`);
});
afterAll(() => {
  stage.strike();
  rmSync(root, { recursive: true, force: true });
});

/** Runs the built program in a folder; with `room`, the book may grow by so many pages. */
function runIn(folder: string, line: string, room?: number): { exit: number | null; stdout: string } {
  const hooked = room === undefined ? [] : ['--require', hook];
  // A book's own length, in its header.
  const pages = readFileSync(join(folder, 'phucloi.db')).readUInt32BE(28) + (room ?? 0);
  const { status, stdout } = spawnSync(
    process.execPath,
    [...hooked, program, ...wordsOf(line), '--yes', '--no-input', '--json', '--today', '2024-11-30'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, HOME: folder, TZ: 'UTC', PAGES: String(pages) } },
  );
  return { exit: status, stdout };
}

test.each(COMMANDS)(
  `a book that may not grow is told as full, and nothing is half done (SEED=${SEED}): %s`,
  (line) => {
    const random = chance(SEED);
    const bookIn = (folder: string) => readFileSync(join(folder, 'phucloi.db'));
    const before = bookIn(stage.folder);
    let refused = 0;
    for (const room of [0, 1, 2 + Math.floor(random() * 6), 8 + Math.floor(random() * 20)]) {
      const folder = join(root, `${room}-${line.slice(0, 8).replaceAll(/\W/g, '')}`);
      cpSync(stage.folder, folder, { recursive: true });
      const { exit, stdout } = runIn(folder, line, room);
      expect(stdout).not.toBe('');
      if (exit === 0) {
        expect(bookIn(folder).equals(before)).toBe(false);
      } else {
        refused += 1;
        expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'book.full' } });
        expect(exit).toBe(7);
        expect(bookIn(folder).equals(before)).toBe(true);
        // There is room again: the same words do it.
        expect(runIn(folder, line)).toMatchObject({ exit: 0 });
      }
      expect(JSON.parse(runIn(folder, 'verify').stdout)).toMatchObject({ ok: true, data: { broken: null } });
      rmSync(folder, { recursive: true });
    }
    expect(refused).toBeGreaterThan(0);
  },
  120_000,
);
