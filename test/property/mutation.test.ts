import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_BOOK } from '../support/transcript.ts';
import { Stage, wordsOf } from '../support/play.ts';

/** A month that was kept well: nothing in it differs, and every table that a month fills has rows. */
const MONTH: readonly string[] = [
  'contribution import ung-ho.csv --fund MAIAM',
  'contribution add --fund TET --to bank --amount 700.000 --on 09/01/2024 --donor "Công ty Ánh Dương" --document 7/PT --item 22.01',
  'allocation --fund TINH --to cash --amount 1.500.000 --on 10/01/2024 --from "LĐLĐ tỉnh" --document 05/QĐ-LĐLĐ',
  'expense add --fund TET --from bank --amount 22.000 --on 11/01/2024 --note "Phí chuyển tiền"',
  'gift open --round tet --member M1 --category HCKK --payer TET --on 12/01/2024',
  'gift open --round tet --member M2 --category ĐBKK --payer TINH --outside "Công ty Ánh Dương=500.000" --on 12/01/2024',
  'gift open --round tet --member M3 --category HCKK --payer TET --on 12/01/2024',
  'gift approve --round tet --decision 12/QĐ-CĐYT --on 15/01/2024 --by "Nguyễn Văn An"',
  'gift pay --round tet --from TET:cash --on 20/01/2024',
  'gift pay --round tet --from TINH:cash --on 20/01/2024 --handed-to "Lê Bình" --due 31/01/2024',
  'gift sign --round tet --all',
  'entry reverse 5 --reason "Ghi nhầm"',
  'statement import sao-ke.csv --account bank',
  'setting set check.R12.limit 50.000.000',
  'cash count --on 31/01/2024 --total 5.500.000 --by "Trần Thị Hòa"',
];

const SEEDS = 200;

/** Not facts: the file's own settings, and what lies apart to be erased. A row's key joins rows inside one book and is no fact either. */
const APART = new Set(['book', 'private', 'sqlite_sequence']);

const stage = new Stage();
const today = ['--today', '31/01/2024', '--no-input'];
const caught = new Map<string, number>();
/** The triggers that were taken out of the way: put back, so that only the altered fact is there to be found. */
let guards = '';

beforeAll(async () => {
  stage.write(
    'ung-ho.csv',
    'Ngày,Họ tên,Số tiền\n05/01/2024,Nguyễn Thị Ánh,200.000\n05/01/2024,Trần Văn Bình,300.000\n',
  );
  stage.write(
    'sao-ke.csv',
    'Số dư đầu kỳ: 100.000.000\nNgày,Nội dung,Nợ,Có,Số dư\n09/01/2024,Ung ho tet,,700.000,100.700.000\n',
  );
  for (const line of [...SMALL_BOOK, ...MONTH]) {
    await stage.data(`${line} --today 31/01/2024`);
  }
  // Nothing stands in the way of what the seeds do; dropping is done once, for each drop writes to the disk.
  copyFileSync(join(stage.folder, 'phucloi.db'), join(stage.folder, 'bare.db'));
  const sqlite = new Sqlite(join(stage.folder, 'bare.db'));
  sqlite.pragma('synchronous = off');
  const triggers = sqlite
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
    .all();
  guards = `begin; ${triggers.map(({ sql }) => `${sql};`).join('\n')} commit`;
  sqlite.exec(`begin; ${triggers.map(({ name }) => `drop trigger "${name}";`).join('')} commit`);
  sqlite.close();
});
afterAll(() => stage.strike());

/** A small generator, so that a seed gives the same change everywhere. */
function chooser(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

type Cell = string | number | bigint | Uint8Array | null;

/** Another value of the same type. */
function another(value: Cell, type: string, pick: (below: number) => number): Cell {
  if (value === null) return type === 'INTEGER' ? 1 : type === 'BLOB' ? Buffer.from([7]) : '2024-01-02';
  if (typeof value === 'number') return value + [1, -1, 1000, 7][pick(4)]!;
  if (typeof value === 'bigint') return value + 1n;
  if (typeof value !== 'string') {
    const bytes = Buffer.from(value);
    if (bytes.length === 0) return Buffer.from([1]);
    const at = pick(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? value.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
    : `${value}x`;
}

/** Alters one cell of one row past the program; tells which. */
function alter(path: string, seed: number): string {
  const pick = chooser(seed);
  const sqlite = new Sqlite(path);
  try {
    sqlite.pragma('synchronous = off');
    sqlite.pragma('foreign_keys = off');
    sqlite.pragma('ignore_check_constraints = on');
    const names = sqlite
      .prepare<[], string>("select name from sqlite_schema where type = 'table' order by name")
      .pluck();
    const tables = names.all().filter((table) => {
      if (APART.has(table)) return false;
      return sqlite.prepare(`select 1 from "${table}" limit 1`).get() !== undefined;
    });
    for (;;) {
      const table = tables[pick(tables.length)] ?? '';
      const columns = sqlite.prepare(`pragma table_info("${table}")`).all() as {
        name: string;
        type: string;
        pk: number;
      }[];
      const free = columns.filter(({ name }) => name !== 'entity' && name !== 'id');
      const column = free[pick(free.length)]!;
      const rows = sqlite.prepare(`select * from "${table}"`).all() as Record<string, Cell>[];
      const row = rows[pick(rows.length)]!;
      const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
      const before = row[column.name]!;
      const after = another(before, column.type, pick);
      try {
        sqlite
          .prepare(
            `update "${table}" set "${column.name}" = ? where ${keys.map((key) => `"${key}" = ?`).join(' and ')}`,
          )
          .run(after, ...keys.map((key) => row[key]!));
        sqlite.exec(guards);
        return `${table}.${column.name}`;
      } catch {
        // Taken or not null: the store itself refuses it; choose again.
      }
    }
  } finally {
    sqlite.close();
  }
}

test('the book that is altered is sound', async () => {
  for (const words of [['verify'], ['check'], ['reconcile', '--period', '2024-01']]) {
    const played = await stage.run([...words, ...today]);
    expect(played.exit === 0 ? '' : played.stdout, words.join(' ')).toBe('');
  }
});

test.each(Array.from({ length: SEEDS }, (_, at) => at + 1))(
  'seed %i: one altered fact is caught',
  async (seed) => {
    const path = join(stage.folder, 'altered.db');
    copyFileSync(join(stage.folder, 'bare.db'), path);
    const cell = alter(path, seed);
    for (const words of [['verify'], ['check'], ['reconcile', '--period', '2024-01']]) {
      const { exit } = await stage.run([...words, ...today, '--book', path]);
      expect(exit, `${cell}: ${words.join(' ')} ended as a defect`).not.toBe(70);
      if (exit === 0) continue;
      caught.set(words[0] ?? '', (caught.get(words[0] ?? '') ?? 0) + 1);
      return;
    }
    expect.fail(`seed ${seed}: ${cell} was altered and nothing said so`);
  },
);

test('R25 names what the chain proves, R26 what only day balances do', async () => {
  const path = join(stage.folder, 'altered.db');
  const looked = async (sql: string, rule: string) => {
    copyFileSync(join(stage.folder, 'bare.db'), path);
    const sqlite = new Sqlite(path);
    sqlite.exec(sql);
    sqlite.exec(guards);
    sqlite.close();
    return (await stage.run(wordsOf(`check --rule ${rule} --today 31/01/2024 --book ${path}`))).stdout;
  };
  const altered = 'update posting set amount = amount + 1 where entry = 1';
  expect(await looked(altered, 'R25')).toContain(' · R25 · ');
  expect(await looked('update balance_day set debit = debit + 1', 'R26')).toContain(' · R26 · ');
  expect(await looked('select 1', 'R25')).not.toContain('R25');
  expect(await looked('select 1', 'R26')).not.toContain('R26');
});
