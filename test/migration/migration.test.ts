import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { OLDEST_SCHEMA, SCHEMA_VERSION } from '../../src/store/codes.ts';
import { everyCommand } from '../support/command-line.ts';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/small-book.ts';
import { wordsOf } from '../support/words.ts';
import { facts, questions, TODAY, type FrozenAnswer } from './answers.ts';

const FROZEN = Array.from({ length: SCHEMA_VERSION - OLDEST_SCHEMA }, (_, index) => OLDEST_SCHEMA + index);

/** On a busy machine a book takes its time. */
const LONG_MS = 240_000;

let stage: Stage;
/** The small book as the oldest version would have it. */
let old: Buffer;

beforeAll(async () => {
  stage = new Stage();
  for (const line of SMALL_BOOK) await stage.data(line);
  within((db) =>
    db.exec(
      `drop table vault; drop table collected; drop table ending; drop table departure; drop table succession; drop table placement; pragma user_version = ${OLDEST_SCHEMA}`,
    ),
  );
  old = stage.read('phucloi.db');
  stage.strike();
}, LONG_MS);

beforeEach(() => {
  stage = new Stage();
});

afterEach(() => {
  stage.strike();
});

function frozen(schema: number, ending: string): Buffer {
  const bytes = readFileSync(join(import.meta.dirname, `schema-${schema}.${ending}`));
  return ending.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

function within<T>(fn: (db: Database.Database) => T): T {
  const db = new Database(join(stage.folder, 'phucloi.db'));
  try {
    return fn(db);
  } finally {
    db.close();
  }
}

/** Every file of the folder with its bytes and times: what was touched shows. */
function everything(): unknown {
  return readdirSync(stage.folder)
    .toSorted()
    .map((name) => {
      const { mtimeNs, ino, size } = statSync(join(stage.folder, name), { bigint: true });
      const bytes = size > 0 && !statSync(join(stage.folder, name)).isDirectory() ? stage.read(name) : '';
      return [name, mtimeNs, ino, createHash('sha256').update(bytes).digest('hex')];
    });
}

async function codeOf(line: string): Promise<string | undefined> {
  const { stdout } = await stage.run([...wordsOf(line), '--json']);
  return (JSON.parse(stdout) as { error?: { code: string } }).error?.code;
}

test.each(FROZEN)(
  'a frozen book of schema %i says after its migration what it said before',
  async (schema) => {
    stage.write('phucloi.db', frozen(schema, 'db.gz'));
    const before = createHash('sha256').update(stage.read('phucloi.db')).digest('hex');
    await stage.data('migrate --dry-run');
    expect(createHash('sha256').update(stage.read('phucloi.db')).digest('hex')).toBe(before);
    const done = await stage.data<{ from: number; to: number; head: string; backup: string }>('migrate');
    expect(done).toMatchObject({ from: schema, to: SCHEMA_VERSION });
    const answers = JSON.parse(frozen(schema, 'json.gz').toString()) as readonly FrozenAnswer[];
    expect(answers.map(({ line }) => line)).toEqual(questions().data);
    for (const { line, exit, data } of answers) {
      const played = await stage.run([...line.split(' '), '--today', TODAY, '--json']);
      expect([line, played.exit]).toEqual([line, exit]);
      // A later version may say more of a thing, and nothing else of what was said.
      expect(facts(played.stdout)).toMatchObject(data as object);
    }
    const said: string[] = [];
    for (const line of questions().text) {
      const { stdout } = await stage.run([...line.split(' '), '--today', TODAY]);
      said.push(`$ phucloi ${line}\n${stdout}`);
    }
    expect(said.join('\n')).toBe(frozen(schema, 'txt').toString());
    // What was kept is a book of its own schema, with the same head.
    const kept = new Database(join(stage.folder, done.backup), { readonly: true });
    expect(kept.pragma('user_version', { simple: true })).toBe(schema);
    const head = 'select lower(hex(digest)) from operation order by id desc limit 1';
    expect(kept.prepare(head).pluck().get()).toBe(done.head);
    kept.close();
    expect(await stage.data('migrate')).toEqual({ from: SCHEMA_VERSION, to: SCHEMA_VERSION });
  },
  LONG_MS,
);

test.each(FROZEN)(
  'a migrated book of schema %i has the tables of a new one, to the letter',
  async (schema) => {
    const tables = (db: Database.Database) => [
      db
        .prepare(
          "select type, name, tbl_name, sql from sqlite_schema where name <> 'sqlite_stat1' order by 1, 2",
        )
        .all(),
      db.prepare('select * from sqlite_stat1 order by 1, 2').all(),
      db.pragma('user_version'),
    ];
    await stage.data(SMALL_BOOK[0] ?? '');
    const fresh = within(tables);
    stage.remove('phucloi.db');
    stage.write('phucloi.db', frozen(schema, 'db.gz'));
    await stage.data('migrate');
    expect(within(tables)).toEqual(fresh);
  },
);

/** Commands that work without a book, or make one. */
const BOOKLESS = /^(?:init|demo|import-book|migrate|doctor|completion|config \w+)$/;

test(
  'every command refuses an older book (book.older), and touches nothing',
  { timeout: LONG_MS },
  async () => {
    stage.write('phucloi.db', old);
    const before = everything();
    const told: Record<string, string> = {};
    for (const { command } of await everyCommand()) {
      if (BOOKLESS.test(command.name)) continue;
      const [example = ''] = command.examples.toSorted((a, b) => a.length - b.length);
      told[example] = (await codeOf(`${example} --yes --no-input`)) ?? 'none';
    }
    const others = Object.entries(told).filter(([, code]) => code !== 'book.older');
    // Only a file that the command reads first, or an answer that nobody gave, may come before the book.
    expect(others.filter(([, code]) => !/^(?:file\.missing|usage\.(?:missing|lines))$/.test(code))).toEqual(
      [],
    );
    expect(Object.keys(told).length - others.length).toBeGreaterThan(100);
    expect(everything()).toEqual(before);
  },
);

test.each([SCHEMA_VERSION + 1, OLDEST_SCHEMA - 1, 0, -1])(
  'a book of schema %i is refused (book.version) by whatever opens it, and not touched',
  async (schema) => {
    for (const line of SMALL_BOOK.slice(0, 2)) await stage.data(line);
    // As another version might keep it: with a log beside it instead of a journal.
    within((db) => db.exec(`pragma journal_mode = wal; pragma user_version = ${schema}`));
    const before = everything();
    for (const line of [
      'balance',
      'expense add --fund TET --amount 1 --on 1/1/2024 --note x',
      'verify',
      'migrate',
      'migrate --dry-run',
    ])
      expect([line, await codeOf(line)]).toEqual([line, 'book.version']);
    const doctor = await stage.data<{ findings: { code: string }[] }>('doctor').catch(() => undefined);
    expect(doctor?.findings.map(({ code }) => code)).toContain('book.version');
    expect(everything()).toEqual(before);
  },
);

test('a database of another program is refused (book.foreign) and not touched', async () => {
  within((db) => db.exec('pragma journal_mode = wal; create table bookmark (id integer primary key)'));
  const before = everything();
  for (const line of ['balance', 'migrate', 'verify']) expect(await codeOf(line)).toBe('book.foreign');
  expect(everything()).toEqual(before);
});

test('no migration without a backup: where none can be made, nothing is done; none that is there is written over', async () => {
  // The book's own name is as long as a name may be; its copy's would be longer.
  const long = `${'x'.repeat(230)}.db`;
  stage.write(long, old);
  const before = everything();
  expect(await codeOf(`migrate --book ${long}`)).toBe('file.unwritable');
  expect(everything()).toEqual(before);
  stage.write('phucloi.db', old);
  const [first, second] = ['', '-2'].map(
    (tail) => `phucloi-2024-11-30-120000${tail}.v${OLDEST_SCHEMA}.backup.db`,
  );
  stage.write(first ?? '', 'của người khác');
  const { backup } = await stage.data<{ backup: string }>('migrate');
  expect(backup).toBe(second);
  expect(stage.read(first ?? '').toString()).toBe('của người khác');
});

test.each([
  ['a posting raised', 'update posting set amount = amount + 1 where entry = 1', 'book.altered'],
  ['an operation gone', 'delete from operation where id = 3', 'book.altered'],
  ['a reference to nothing', 'update fund set id = 99 where id = 1', 'book.damaged'],
  ['a table that its version cannot have', 'create table vault (entity integer)', 'book.damaged'],
])('a book that is not whole is not migrated: %s', async (_, sql, code) => {
  stage.write('phucloi.db', old);
  within((db) => {
    db.pragma('foreign_keys = off');
    for (const name of db
      .prepare<[], string>("select name from sqlite_schema where type = 'trigger'")
      .pluck()
      .all())
      db.exec(`drop trigger "${name}"`);
    db.exec(sql);
  });
  const before = everything();
  expect(await codeOf('migrate --dry-run')).toBe(code);
  expect(await codeOf('migrate')).toBe(code);
  expect(everything()).toEqual(before);
});

test('a book that was exported by an older version is rebuilt, of one that nobody knows is not', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.data('export --format json --private -o so.json --purpose "Bàn giao"');
  const [header = '', ...rest] = stage.read('so.json').toString().trimEnd().split('\n').slice(0, -1);
  const as = (schema: number) => {
    const body = [header.replace(`"schema":${SCHEMA_VERSION}`, `"schema":${schema}`), ...rest, ''].join('\n');
    const sha256 = createHash('sha256').update(body).digest('hex');
    stage.write('cu.json', `${body}${JSON.stringify({ end: { rows: rest.length, sha256 } })}\n`);
    return codeOf(`import-book cu.json --book so-${schema}.db`);
  };
  expect(await as(OLDEST_SCHEMA)).toBeUndefined();
  const { head } = await stage.data<{ head: string }>(`verify --book so-${OLDEST_SCHEMA}.db`);
  expect(header).toContain(head);
  expect(await as(OLDEST_SCHEMA - 1)).toBe('input.newer');
  expect(await as(SCHEMA_VERSION + 1)).toBe('input.newer');
});
