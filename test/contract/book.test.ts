import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBook } from '../../src/store/sqlite.ts';
import { writeWhole } from '../../src/files/write.ts';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

let stage: Stage;
let path: string;

beforeEach(async () => {
  stage = new Stage();
  path = join(stage.folder, 'phucloi.db');
  for (const line of SMALL_BOOK) await stage.data(line);
});

afterEach(() => {
  stage.strike();
});

function digest(): string {
  return createHash('sha256').update(stage.read('phucloi.db')).digest('hex');
}

async function codeOf(line: readonly string[]): Promise<[exit: number, code: string]> {
  const played = await stage.run([...line, '--json']);
  return [played.exit, (JSON.parse(played.stdout) as { error: { code: string } }).error.code];
}

test('a refused command and a dry run leave the bytes of the book as they were', async () => {
  const before = digest();
  stage.write('sai.csv', 'Ngày,Tên,Số tiền\n24/9/202024,Một,1.000.000\n');
  stage.write('dung.csv', 'Ngày,Tên,Số tiền\n24/01/2024,Một,1.000.000\n');
  expect((await stage.run(['contribution', 'import', 'sai.csv', '--fund', 'XHTT'])).exit).toBe(4);
  const rehearsed = await stage.data<{ accepted: number; dryRun: boolean }>(
    'contribution import dung.csv --fund XHTT --dry-run',
  );
  expect(rehearsed).toMatchObject({ accepted: 1, dryRun: true });
  const spend = 'expense add --fund TET --amount 9.000.000 --on 10/01/2024 --note x --dry-run';
  expect((await stage.run(spend.split(' '))).exit).toBe(3);
  expect(digest()).toBe(before);
});

test('a dry run of init leaves nothing behind', async () => {
  const names = readdirSync(stage.folder);
  await stage.data('init --book khac.db --name "Công đoàn khác" --from 2024-01 --dry-run');
  expect(readdirSync(stage.folder)).toEqual(names);
});

test('a book that another command writes to is busy (book.busy), and safe to try again', async () => {
  const other = new Database(path);
  other.exec('begin immediate');
  const line = ['contribution', 'add', '--fund', 'TET', '--amount', '1000', '--on', '10/01/2024'];
  expect(await codeOf([...line, '--lock-timeout', '0'])).toEqual([6, 'book.busy']);
  other.exec('rollback');
  other.close();
  expect((await stage.run(line)).exit).toBe(0);
});

test('a book of another schema is refused (book.version) and not touched', async () => {
  const db = new Database(path);
  db.pragma('user_version = 99');
  db.close();
  const before = digest();
  expect(await codeOf(['balance'])).toEqual([7, 'book.version']);
  expect(digest()).toBe(before);
});

test('a book cut short is refused (book.damaged)', async () => {
  truncateSync(path, 40_000);
  const [exit, code] = await codeOf(['verify']);
  expect([exit, code]).toEqual([7, 'book.damaged']);
});

test.each([
  ['a check that calls what is not there', "replace(sql, 'length(digest)', 'lengtx(digest)')", 'operation'],
  ['an index of other rows', "replace(sql, 'booked_on', 'own_day')", 'entry_day'],
  ['a column of another name', "replace(sql, 'booked_on', 'booked_in')", 'entry'],
])('a book whose tables are not what they were is refused (book.damaged): %s', async (_, sql, name) => {
  const db = new Database(path);
  db.unsafeMode();
  db.exec(`pragma writable_schema = on; update sqlite_schema set sql = ${sql} where name = '${name}'`);
  db.close();
  expect(await codeOf(['verify'])).toEqual([7, 'book.damaged']);
  const { exit } = await stage.run(['doctor']);
  expect(exit).toBe(1);
});

test('a path that cannot be written is refused (file.unwritable) and leaves nothing', () => {
  mkdirSync(join(stage.folder, 'bao-cao.xlsx'));
  expect(() => writeWhole(join(stage.folder, 'bao-cao.xlsx'), Buffer.from('x'))).toThrow('file.unwritable');
  expect(readdirSync(stage.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('the book keeps foreign keys, STRICT tables and its own pragmas', () => {
  const db = openBook(path);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(db.pragma('journal_mode', { simple: true })).toBe('delete');
  expect(db.pragma('synchronous', { simple: true })).toBe(3);
  const loose = db
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
    )
    .all();
  expect(loose).toEqual([]);
  db.close();
});

test('a book in a folder that is not there is refused', async () => {
  const line = ['init', '--book', 'khong/co/so.db', '--name', 'X', '--from', '2024-01'];
  expect(await codeOf(line)).toEqual([5, 'file.missing']);
});
