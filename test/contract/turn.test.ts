import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OLDEST_SCHEMA } from '../../src/store/codes.ts';
import { sqliteLibrary } from '../../src/store/library.ts';
import { Stage, wordsOf } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

// What takes a turn at the book without being an operation of it: a migration and a restore.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const BACKUP = 'phucloi-2024-11-30-120000.backup.db';
let stage: Stage;
let path: string;
const at = (name: string) => join(stage.folder, name);
const files = () => readdirSync(stage.folder).toSorted();

beforeEach(async () => {
  stage = new Stage();
  path = at('phucloi.db');
  for (const line of SMALL_BOOK) await stage.data(line);
});

afterEach(() => {
  stage.strike();
});

const header = (command: string) => ({
  command,
  actor: 'Trần Thị Hòa',
  recordedAt: '2024-11-30T12:00:00+07:00',
  dryRun: false,
});

/** Makes the book one of the oldest schema. */
function age(book = path): void {
  const db = new Database(book);
  db.exec(
    `drop table vault; drop table collected; drop table ending; drop table departure; drop table succession; drop table placement; pragma user_version = ${OLDEST_SCHEMA}`,
  );
  db.close();
}

const noted = (): unknown => JSON.parse(readFileSync(`${path}-writer`, 'utf8'));

test('a migration and a restore say beside the book who writes, and nothing of it stays', async () => {
  await stage.data('backup');
  const seen: unknown[] = [];
  const keep = () => {
    seen.push(noted());
    return at('cu.replaced.db');
  };
  await sqliteLibrary.restore(path, { path: at(BACKUP), otherBook: false, keep }, header('restore'));
  age();
  const backup = () => {
    seen.push(noted());
    return Promise.resolve({ path: at('cu.v4.backup.db') });
  };
  await sqliteLibrary.migrate(path, { backup }, header('migrate'));
  expect(seen).toMatchObject([
    { actor: 'Trần Thị Hòa', command: 'restore' },
    { actor: 'Trần Thị Hòa', command: 'migrate' },
  ]);
  expect(existsSync(`${path}-writer`)).toBe(false);
});

test.each(['migrate', `restore ${BACKUP}`])(
  'a book that was put in the place of another while %s waited is left alone (book.replaced)',
  async (line) => {
    await stage.data('backup');
    if (line === 'migrate') age();
    copyFileSync(path, at('khac.db'));
    const other = new Database(path);
    other.exec('begin immediate');
    const waiting = stage.play([...wordsOf(`${line} --lock-timeout 30`), '--json']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    renameSync(at('khac.db'), path);
    const before = files().filter((name) => !name.endsWith('.tmp'));
    other.exec('rollback');
    other.close();
    const { exit, stdout } = await waiting;
    expect([exit, (JSON.parse(stdout) as { error: { code: string } }).error.code]).toEqual([
      6,
      'book.replaced',
    ]);
    expect(files()).toEqual(before);
    await stage.data(line);
  },
);

test('a migration whose copy is of another book leaves none', async () => {
  await stage.data('init --name "Công đoàn khác" --from 2024-01 --book khac.db');
  for (const book of [path, at('khac.db')]) age(book);
  const before = files();
  const backup = () => {
    renameSync(path, at('cat.db'));
    renameSync(at('khac.db'), path);
    return Promise.resolve({ path: at('cu.v4.backup.db') });
  };
  await expect(sqliteLibrary.migrate(path, { backup }, header('migrate'))).rejects.toThrow('book.replaced');
  expect(files()).toEqual(before.map((name) => (name === 'khac.db' ? 'cat.db' : name)).toSorted());
});

test('a restore says how many accesses to private values the book no longer tells of, and which file does', async () => {
  await stage.data('member show M1 --reveal "Đối chiếu"');
  const { head } = await stage.data<{ head: string }>('backup');
  expect(await stage.data(`restore ${BACKUP} --dry-run`)).toMatchObject({ lost: 0, accesses: 0 });
  for (const member of ['M1', 'M2']) await stage.data(`member show ${member} --reveal "Hỏi thăm"`);
  const accesses = async (book: string) =>
    (await stage.data<{ accesses: unknown[] }>(`access list --book ${book}`)).accesses.length;
  const said = await stage.run(['restore', BACKUP, '--dry-run']);
  expect(said.stdout).toContain('Trong đó có 2 lần xem hoặc đưa ra thông tin riêng');
  const restored = await stage.data<{ kept: string }>(`restore ${BACKUP}`);
  // The very head of the backup: it may stand in minutes that were signed.
  expect(restored).toMatchObject({ head, lost: 2, accesses: 2 });
  expect([await accesses('phucloi.db'), await accesses(restored.kept)]).toEqual([1, 3]);
});

test('a commit that the disk refuses leaves no note of who writes, and the book as it was', async () => {
  // The book is longer than a file may be: what the commit writes behind that is refused.
  const line = 'contribution add --fund TET --amount 1.000 --on 10/01/2024 --json';
  const { status, stdout } = spawnSync(
    'bash',
    ['-c', 'ulimit -f 100; exec "$0" "$@"', process.execPath, program, ...wordsOf(line)],
    { cwd: stage.folder, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: at('.cache') } },
  );
  expect([status, (JSON.parse(stdout) as { error: { code: string } }).error.code]).toEqual([
    7,
    'book.unwritten',
  ]);
  stage.remove('.cache');
  expect(existsSync(`${path}-writer`)).toBe(false);
  // Not even the taking back could be written: whoever opens the book next does it.
  const book = await sqliteLibrary.open(path);
  expect(await book.verify()).toMatchObject({ ok: true, operations: SMALL_BOOK.length });
  book.close();
});
