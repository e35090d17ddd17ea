import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sqliteLibrary } from '../../src/store/library.ts';
import { Stage, wordsOf } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

let stage: Stage;
let path: string;
let note: string;

beforeEach(async () => {
  stage = new Stage();
  path = join(stage.folder, 'phucloi.db');
  note = `${path}-writer`;
  for (const line of SMALL_BOOK) await stage.data(line);
});

afterEach(() => {
  stage.strike();
});

const GIFT = 'contribution add --fund TET --amount 1.000 --on 10/01/2024';
const HEADER = {
  command: 'contribution import',
  actor: 'Trần Thị Hòa',
  recordedAt: '2024-11-30T12:00:00+07:00',
  dryRun: false,
};

interface Refused {
  readonly code: string;
  readonly facts: {
    readonly how?: string;
    readonly writer?: { actor: string; command: string };
    path: string;
  };
}

/** Runs a line that must be refused, and gives why. */
async function refused(line: string, exit = 6): Promise<Refused> {
  const played = await stage.run([...wordsOf(line), '--json']);
  expect(played.exit, played.stdout).toBe(exit);
  return (JSON.parse(played.stdout) as { error: Refused }).error;
}

/** A book that another command writes to, or reads, until it is let go. */
async function held(how: 'writes' | 'reads'): Promise<() => Promise<void>> {
  const book = await sqliteLibrary.open(path);
  const [begun, over] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const hold = (): Promise<undefined> => {
    begun.resolve(undefined);
    return over.promise;
  };
  const done = how === 'writes' ? book.withEntity(HEADER, hold) : book.read(hold);
  await begun.promise;
  return async () => {
    over.resolve(undefined);
    await done;
    book.close();
  };
}

const sums = async (book = 'phucloi.db') =>
  (await stage.data<{ total: number }>(`balance --book ${book}`)).total;

test('who is busy with the book is named, and nothing of it stays beside the book', async () => {
  const letGo = await held('writes');
  expect(lstatSync(note).mode & 0o777).toBe(0o600);
  const { code, facts } = await refused(`${GIFT} --lock-timeout 0`);
  expect([code, facts.how]).toEqual(['book.busy', 'writing']);
  expect(facts.writer).toMatchObject({ actor: 'Trần Thị Hòa', command: 'contribution import' });
  const said = await stage.run(wordsOf(`${GIFT} --lock-timeout 0`));
  expect(said.stderr).toMatch(
    /đang có Trần Thị Hòa \(phucloi contribution import, từ \d\d:\d\d:\d\d\) ghi\./u,
  );
  expect(said.stderr).toContain('--lock-timeout 60');
  // Reading does not wait for a command that only gathers what it is going to write.
  await stage.data('balance --lock-timeout 0');
  await letGo();
  expect(readdirSync(stage.folder).filter((name) => name.startsWith('phucloi.db'))).toEqual(['phucloi.db']);
  await stage.data(GIFT);
});

test('a command waits for another one, says for whom at a terminal, and then writes', async () => {
  const letGo = await held('writes');
  const seen: string[] = [];
  const watched = stage.play(wordsOf(`${GIFT} --lock-timeout 30`), undefined, {
    stderrIsTerminal: true,
    stderr: (text) => seen.push(text),
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await letGo();
  expect((await watched).exit).toBe(0);
  expect(seen.join('')).toMatch(
    /\rĐang đợi Trần Thị Hòa \(phucloi contribution import, từ [\d:]{8}\) ghi xong: 1 giây/u,
  );
});

test('without a terminal, with -q or --json a command waits in silence', async () => {
  const letGo = await held('writes');
  const lines = [GIFT, `${GIFT} -q`, `${GIFT} --json`].map((line, at) =>
    stage.play(wordsOf(line), undefined, { stderrIsTerminal: at > 0 }),
  );
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  await letGo();
  for (const { exit, stderr } of await Promise.all(lines)) expect([exit, stderr]).toEqual([0, '']);
});

test('Ctrl-C is heard while a command waits', async () => {
  const letGo = await held('writes');
  const stops = { turn: () => Promise.resolve('SIGINT' as const) };
  const begun = performance.now();
  expect((await stage.play(wordsOf(`${GIFT} --lock-timeout 30`), undefined, stops)).exit).toBe(130);
  expect(performance.now() - begun).toBeLessThan(5_000);
  await letGo();
});

test('a write that finds readers waits for them with its commit; out of patience it leaves nothing', async () => {
  const before = await sums();
  const letGo = await held('reads');
  const { code, facts } = await refused(`${GIFT} --lock-timeout 0`);
  expect([code, facts.how, facts.writer]).toEqual(['book.busy', 'reading', undefined]);
  const patient = stage.play(wordsOf(`${GIFT} --lock-timeout 30`));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await letGo();
  expect((await patient).exit).toBe(0);
  expect((await sums()) - before).toBe(1_000);
  expect(existsSync(note)).toBe(false);
});

test('a reader waits for a write that has the whole book, and no longer than it was told', async () => {
  const other = new Database(path);
  other.exec('begin exclusive');
  const begun = performance.now();
  const { code } = await refused('balance --lock-timeout 1');
  expect(code).toBe('book.busy');
  expect(performance.now() - begun).toBeGreaterThan(900);
  expect(performance.now() - begun).toBeLessThan(5_000);
  const reading = stage.play(wordsOf('balance'));
  other.exec('rollback');
  other.close();
  expect((await reading).exit).toBe(0);
});

test('a backup waits too', async () => {
  const other = new Database(path);
  other.exec('begin exclusive');
  const book = sqliteLibrary.open(path, { patience: 0 });
  await expect(book).rejects.toThrow('book.busy');
  other.exec('rollback');
  const opened = await sqliteLibrary.open(path, { patience: 0 });
  other.exec('begin exclusive');
  await expect(opened.backup(join(stage.folder, 'b.db'))).rejects.toThrow('book.busy');
  other.exec('rollback');
  other.close();
  await opened.backup(join(stage.folder, 'b.db'));
  opened.close();
});

test('a backup in the middle of a write keeps the lock: nobody else begins to write', async () => {
  const book = await sqliteLibrary.open(path);
  const tries = `try { new (require('better-sqlite3'))(${JSON.stringify(path)}, { timeout: 0 }).exec('begin immediate'); console.log('begun'); } catch (error) { console.log(error.code); }`;
  const cwd = join(import.meta.dirname, '../..');
  await book.withEntity(HEADER, async () => {
    await book.backup(join(stage.folder, 'giua.db'));
    expect(spawnSync(process.execPath, ['-e', tries], { cwd, encoding: 'utf8' }).stdout).toBe(
      'SQLITE_BUSY\n',
    );
  });
  book.close();
});

test('a book that was put in the place of another meanwhile is not written to by who opened that one (book.replaced)', async () => {
  copyFileSync(path, join(stage.folder, 'khac.db'));
  const other = new Database(path);
  other.exec('begin immediate');
  const writing = stage.play([...wordsOf(`${GIFT} --lock-timeout 30`), '--json']);
  await new Promise((resolve) => setTimeout(resolve, 300));
  renameSync(join(stage.folder, 'khac.db'), path);
  other.exec('rollback');
  other.close();
  const { exit, stdout } = await writing;
  expect([exit, (JSON.parse(stdout) as { error: Refused }).error.code]).toEqual([6, 'book.replaced']);
  const before = await sums();
  await stage.data(GIFT);
  expect((await sums()) - before).toBe(1_000);
});

test('a note of a process that has ended is not believed, nor what stands in a note that anybody wrote', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const other = new Database(path);
  other.exec('begin immediate');
  const said = async (more: object | string) => {
    const sound = {
      ...HEADER,
      since: '2024-11-30T12:00:00+07:00',
      machine: hostname(),
      process: process.pid,
    };
    stage.write('phucloi.db-writer', typeof more === 'string' ? more : JSON.stringify({ ...sound, ...more }));
    return (await refused(`${GIFT} --lock-timeout 0`)).facts.writer;
  };
  expect(await said({})).toMatchObject({ actor: 'Trần Thị Hòa' });
  expect(await said({ process: pid })).toBeUndefined();
  expect(await said({ process: pid, machine: 'may-2' })).toMatchObject({ machine: 'may-2' });
  expect(await said({ since: '\u001b[2J' })).toBeUndefined();
  expect(await said({ actor: '\u001b[31m\u202e' })).toMatchObject({ actor: '31m' });
  expect(await said({ actor: 'Hòa'.repeat(5000) })).toBeUndefined();
  expect(await said({ actor: 'Hòa'.repeat(500) })).toMatchObject({ actor: 'Hòa'.repeat(20) });
  for (const wrong of ['', 'null', '[]', '{', '7']) expect(await said(wrong)).toBeUndefined();
  other.exec('rollback');
  other.close();
});

test('a note is never written through a link, and where none can be left the write goes on', async () => {
  stage.write('quan-trong.txt', 'giữ');
  symlinkSync(join(stage.folder, 'quan-trong.txt'), note);
  await stage.data(GIFT);
  expect(stage.read('quan-trong.txt').toString()).toBe('giữ');
  mkdirSync(note);
  await stage.data(GIFT);
  expect(lstatSync(note).isDirectory()).toBe(true);
});

test('with --read-only SQLite itself refuses to write, whatever asks it to', async () => {
  const bytes = readFileSync(path);
  const book = await sqliteLibrary.open(path, { readOnly: true });
  await expect(book.withEntity(HEADER, () => Promise.resolve())).rejects.toThrow('book.read-only');
  await book.read(() => Promise.resolve());
  book.close();
  const { openBook } = await import('../../src/store/sqlite.ts');
  const sqlite = openBook(path, { readOnly: true });
  expect(() => sqlite.exec('delete from posting')).toThrow(/readonly/);
  expect(() => sqlite.exec('pragma user_version = 1')).toThrow(/readonly/);
  sqlite.close();
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('what a killed command left half-written is told under --read-only (book.unfinished), and taken back without it', async () => {
  const before = await sums();
  const killed = new Database(path);
  killed.exec('pragma cache_size = 1; begin immediate; create table x (a); pragma cache_spill = 1');
  const insert = killed.prepare('insert into x values (?)');
  for (let row = 0; row < 200; row++) insert.run('x'.repeat(4_000));
  for (const tail of ['', '-journal']) copyFileSync(`${path}${tail}`, join(stage.folder, `cat.db${tail}`));
  killed.exec('rollback');
  killed.close();
  const { code } = await refused('balance --book cat.db --read-only', 7);
  expect(code).toBe('book.unfinished');
  const mended = await sqliteLibrary.open(join(stage.folder, 'cat.db'));
  expect((await mended.health()).sound).toBe(true);
  mended.close();
  expect(existsSync(join(stage.folder, 'cat.db-journal'))).toBe(false);
  expect(await sums('cat.db')).toBe(before);
  await stage.data('verify --book cat.db --read-only');
});
