import Sqlite from 'better-sqlite3';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { GLOBALS } from '../../src/cli/globals.ts';
import { kebab } from '../../src/cli/options.ts';
import { variedBook } from '../support/varied-book.ts';
import { Stage } from '../support/play.ts';
import type { Case, Fuzzed } from './harness.ts';
import { mutants } from './mutate.ts';
import { mustBeSound } from './told.ts';
import { JSON_TOKENS, TEXT_TOKENS } from './words.ts';
import { worldAt } from './world.ts';

/** What is read by whole commands only: a book's own file, an exported book, standard input, the words at a Tab key. */

const CODES = new Set([0, 1, 2, 3, 4, 5, 6, 7]);

/** A book with some of everything, its export, and a folder in which copies of them are changed; made when first asked for. */
class Shop {
  readonly folder = mkdtempSync(join(tmpdir(), 'phucloi-fuzz-'));
  readonly book: Buffer;
  readonly exported: Buffer;

  private constructor(book: Buffer, exported: Buffer) {
    this.book = book;
    this.exported = exported;
    writeFileSync(this.path('good.db'), book);
  }

  static async opened(): Promise<Shop> {
    const stage = new Stage();
    try {
      await variedBook(stage);
      await stage.data('export --format json -o so.json');
      return new Shop(stage.read('phucloi.db'), stage.read('so.json'));
    } finally {
      stage.strike();
    }
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Runs a command line; it ends with a documented code and says nothing that acts on a terminal. */
  async run(words: readonly string[], input?: Buffer): Promise<{ exit: number; said: string }> {
    const said: string[] = [];
    const exit = await run(
      words,
      worldAt(this.folder, (text) => said.push(text), input),
    );
    const text = said.join('');
    if (!CODES.has(exit)) throw new Error(`${words.join(' ')}: exit ${exit}: ${text}`);
    return { exit, said: text };
  }
}

/** The book and the folder that whole commands are played on. */
export const shop = await Shop.opened();

export function strikeShop(): void {
  rmSync(shop.folder, { recursive: true, force: true });
}

const ASKED: readonly (readonly string[])[] = [
  ['balance'],
  ['verify'],
  ['check'],
  ['entry', 'list'],
  ['member', 'list'],
  ['ledger', 'fund', 'TET'],
  ['status'],
  ['doctor'],
  ['gift', 'list'],
  ['unit', 'list'],
  ['donor', 'list'],
  ['report', 'disbursements', '--period', '2024-01'],
  [
    'contribution',
    'add',
    '--fund',
    'XHTT',
    '--amount',
    '5.000',
    '--on',
    '01/03/2024',
    '--to',
    'bank',
    '--donor',
    'D1',
  ],
  ['complete', '--', 'fund', 'set', ''],
];

const SQLITE_TOKENS: readonly (string | Buffer)[] = [
  'SQLite format 3\0',
  'create table',
  'CREATE TRIGGER',
  'create view',
  'sqlite_master',
  'text',
  'integer',
  ' primary key',
  'without rowid',
  "'",
  '"',
  '(',
  ')',
  ';',
  '--',
  'null',
  '2024-01-05',
  'TET',
  'cash',
  '\u001b[2J',
  '\u202e',
  '\0',
  Buffer.of(0x0d),
  Buffer.of(0x05),
  Buffer.of(0x0a),
  Buffer.of(0x02),
  Buffer.alloc(2, 0xff),
  Buffer.alloc(4),
  Buffer.alloc(9, 0xff),
  Buffer.alloc(4096),
  Buffer.of(2, 2),
  Buffer.of(0, 0, 0, 5),
];

/** A book's file whose bytes were changed: every command ends, and what it says is text. */
async function book({ how, bytes }: Case): Promise<unknown> {
  const path = shop.path('so.db');
  writeFileSync(path, bytes);
  rmSync(`${path}-journal`, { force: true });
  // A journal that lies beside it, as a crash leaves one, or a foe.
  if (how % 16 === 1) writeFileSync(`${path}-journal`, bytes.subarray(0, 2000));
  const words = [
    ...(ASKED[how % ASKED.length] ?? []),
    '--book',
    path,
    ...((how >>> 4) % 2 === 0 && how % ASKED.length < 13 ? ['--json'] : []),
  ];
  const { exit, said } = await shop.run(words);
  // The same file asked twice: a write changes it.
  const acting = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/u.exec(said);
  if (acting !== null) throw new Error(`${words.join(' ')} acts on a terminal: ${JSON.stringify(acting[0])}`);
  return exit;
}

/** An exported book is made into a book that is whole, or into none. */
async function importBook({ how, bytes }: Case): Promise<unknown> {
  const path = shop.path('moi.db');
  rmSync(path, { force: true });
  writeFileSync(shop.path('so.json'), bytes);
  const { exit, said } = await shop.run(
    ['import-book', how % 3 === 0 ? '-' : 'so.json', '--book', path, '--json'],
    bytes,
  );
  if (exit !== 0) return mustBeSound('import-book', said);
  const { exit: whole } = await shop.run(['verify', '--book', path]);
  if (whole !== 0) throw new Error('a book that does not hold together was made');
  return exit;
}

/** Another trigger, index, table or balance than the program makes: no row of the chain tells of it. */
function reshaped(how: number): string {
  const path = shop.path('luu.db');
  copyFileSync(shop.path('good.db'), path);
  const db = new Sqlite(path);
  const names = (type: string) =>
    db
      .prepare<[string], string>('select name from sqlite_schema where type = ? and sql is not null')
      .pluck()
      .all(type);
  const one = (all: readonly string[]) => all[(how >>> 3) % all.length] ?? '';
  const table = one(names('table').filter((name) => !name.startsWith('sqlite_')));
  const made = [
    () => `drop trigger "${one(names('trigger'))}"`,
    () =>
      names('trigger')
        .map((name) => `drop trigger "${name}";`)
        .join(''),
    () => `create trigger evil after insert on "${table}" begin delete from private; end`,
    () => `create trigger "evil ' \u001b[2J" before delete on "${table}" begin select 1; end`,
    () => `drop index "${one(names('index'))}"`,
    () => `create view evil as select * from "${table}"`,
    () => `alter table "${table}" add column evil text`,
    () => 'update balance_day set credit = credit + 1',
  ][how % 8];
  const sql = made?.() ?? '';
  db.exec(sql);
  db.close();
  return sql;
}

/** A backup whose bytes or tables were changed takes a book's place whole, or leaves the book as it was. */
async function restore({ how, bytes }: Case): Promise<unknown> {
  const path = shop.path('so.db');
  copyFileSync(shop.path('good.db'), path);
  const sql = (how >>> 16) % 4 === 0 ? reshaped(how) : undefined;
  if (sql === undefined) writeFileSync(shop.path('luu.db'), bytes);
  const { exit, said } = await shop.run(['restore', 'luu.db', '--book', path, '--yes', '--json']);
  mustBeSound('restore', said);
  if (sql !== undefined && exit !== 4) throw new Error(`restore ended with ${exit} after: ${sql}`);
  const { exit: whole } = await shop.run(['verify', '--book', path]);
  if (whole !== 0) throw new Error(`restore ended with ${exit}, and the book does not hold together`);
  for (const name of readdirSync(shop.folder))
    if (/^so\..+\.db$/.test(name)) rmSync(shop.path(name), { force: true });
  return exit;
}

/** A list through standard input, and its rows sent back: no person of it is named where it is refused. */
async function stdin({ how, bytes }: Case): Promise<unknown> {
  const path = shop.path('so.db');
  copyFileSync(shop.path('good.db'), path);
  const lines = [
    ['contribution', 'import', '-', '--fund', 'XHTT'],
    ['statement', 'import', '-', '--account', 'bank'],
    ['member', 'import', '-'],
    ['unit', 'import', '-'],
    ['gift', 'import', '-', '--round', 'tet'],
  ];
  const { exit, said } = await shop.run(
    [...(lines[how % lines.length] ?? []), '--book', path, '--json', '--dry-run'],
    bytes,
  );
  if (exit > 1) mustBeSound('stdin', said);
  return exit;
}

const WORDS = [
  ...COMMANDS.flatMap(({ name, alias }) => [...name.split(' '), alias]),
  ...Object.keys(GLOBALS).map(kebab),
  '--',
  '-',
  '',
  '=',
  '--book=',
  '--fund',
  'TET',
  'M1',
  '\u001b[2J',
  '\0',
  '../..',
  '--json',
  '""',
  "'",
  '$(x)',
  '`x`',
  '\ud800',
  'ấ',
  '--__proto__',
  '__proto__',
  'constructor',
];

/** What is offered at the Tab key is one suggestion a line, and never an error. */
async function complete({ bytes }: Case): Promise<unknown> {
  const words = bytes.toString('utf8').split('\n');
  const { exit, said } = await shop.run(['complete', '--', ...words]);
  if (exit !== 0) throw new Error(`exit ${exit} at the Tab key: ${said}`);
  mustBeSound('complete', said.replaceAll('\t', ' '));
  return said;
}

const LISTS = [
  'Ngày;Họ và tên;Số tiền\n5/3/2024;Nguyễn Thị Quỳnh Giao;1.500.000\n',
  'Ngày;Nội dung;Ghi có;Ghi nợ;Số dư\n05/03/2024;QUYNH GIAO ung ho;500.000;;100.500.000\n',
  'Mã;Họ tên;Đơn vị;CCCD;Điện thoại\nM8;Trần Phương Nhi;BVA;079085004321;0912345678\n',
  'Mã;Tên đơn vị;Trực thuộc\nTTC;CĐCS Trung tâm C;BVA\n',
  'Mã;Họ tên;Đơn vị;Đối tượng\nM1;Nguyễn Thị Ánh;BVA;HCKK\n',
].map((text) => Buffer.from(text));

export const COMMAND_READERS: readonly Fuzzed[] = [
  {
    name: 'restore',
    quick: 20,
    bound: 8000,
    chunk: 100,
    begin: mutants([shop.book], SQLITE_TOKENS),
    read: restore,
  },
  {
    name: 'book',
    quick: 60,
    bound: 5000,
    chunk: 200,
    begin: mutants([shop.book], SQLITE_TOKENS),
    read: book,
  },
  {
    name: 'import-book',
    quick: 12,
    bound: 8000,
    chunk: 100,
    begin: mutants([shop.exported], JSON_TOKENS),
    read: importBook,
  },
  { name: 'stdin', quick: 40, bound: 5000, chunk: 200, begin: mutants(LISTS, TEXT_TOKENS), read: stdin },
  {
    name: 'complete',
    quick: 60,
    bound: 5000,
    chunk: 1000,
    begin: () => (random) =>
      Buffer.from(Array.from({ length: 1 + random.below(6) }, () => random.one(WORDS)).join('\n')),
    read: complete,
  },
];
