import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { writeDonorList } from './lists.ts';
import type { Case, Command } from './pairs.ts';
import type { Room } from './room.ts';

/**
 * Makes a book so many times as long: each gift of its donor lists stands there that often, in the same vouchers and on
 * the same days, and the day balances follow. Its digests are not true and its guards are gone: for commands that read a
 * book without proving it, at a length that would take an hour to import.
 */
function multiplyBook(path: string, times: number): void {
  const book = new Database(path);
  book.exec(
    'pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -256000; pragma foreign_keys = off',
  );
  const triggers = book.prepare<[], string>("select name from sqlite_schema where type = 'trigger'").pluck();
  for (const name of triggers.all()) book.exec(`drop trigger "${name}"`);
  const length = Number(
    book.prepare('select max(max(e.id), (select max(id) from wording)) from entry e').pluck().get(),
  );
  book.exec('begin');
  for (let copy = 1; copy < times; copy++) {
    const by = copy * length;
    // In the order of the tables that were there first: each new key is the greatest.
    insertCopy(book, 'wording', { id: `id + ${by}` }, `id <= ${length}`);
    insertCopy(book, 'entry', { id: `id + ${by}`, wording: `wording + ${by}` }, `id <= ${length}`);
    insertCopy(book, 'posting', { entry: `entry + ${by}` }, `entry <= ${length}`);
  }
  book.exec(`update balance_day set debit = debit * ${times}, credit = credit * ${times}; commit; analyze`);
  book.close();
}

/** Inserts rows of a table again, some of their columns made anew. */
function insertCopy(
  book: Database.Database,
  table: string,
  anew: Readonly<Record<string, string>>,
  which: string,
): void {
  const columns = book.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table);
  const values = columns.map((column) => anew[column] ?? `"${column}"`);
  const names = columns.map((column) => `"${column}"`).join(', ');
  book.exec(`insert into "${table}" (${names}) select ${values.join(', ')} from "${table}" where ${which}`);
}

/** Gifts of the books: two postings each. */
const SIZES = [5_000, 50_000, 500_000];
/** Above this no book is imported: the one before it is multiplied. */
const IMPORTED_MAX = 500_000;
const TEN_MILLION = 5_000_000;

/** Bounds of design.md 7: a large book's balance beside a small one's, growth of the time a posting, verify beside its floor. */
const [FLAT, GROWTH, VERIFY] = [1.2, 1.3, 1.5];

/** What goes through the book, or through a month of it. */
const READS: Readonly<Record<string, readonly string[]>> = {
  'ledger fund, a month': ['ledger', 'fund', 'XHTT', '--period', '2024-06'],
  'ledger fund, the year': ['ledger', 'fund', 'XHTT', '--period', '2024'],
  'ledger journal --ndjson': ['ledger', 'journal', '--period', '2024', '--ndjson'],
  'contribution list --ndjson': ['contribution', 'list', '--document', 'D1', '--ndjson'],
  'entry list --ndjson': ['entry', 'list', '--period', '2024', '--ndjson'],
  'reconcile, a month': ['reconcile', '--period', '2024-06'],
  check: ['check'],
  'close --dry-run': ['close', '2024-01', '--dry-run'],
  backup: ['backup', '--to', '.', '--keep', '1'],
  'export --format csv': ['export', '--format', 'csv', '-o', 'journal.csv', '--purpose', 'bench'],
  'export --format json': ['export', '--format', 'json', '-o', 'book.json', '--purpose', 'bench'],
};

/** Commands that read large books, beside the same on a tenth of it, `balance` beside the sample's, `verify` beside its floor. */
export function* books(room: Room): Generator<Case> {
  const floor = join(import.meta.dirname, 'floor/verify.cjs');
  let before: { readonly gifts: number; readonly folder: string } | undefined;
  for (const gifts of [...SIZES, TEN_MILLION].filter((each) => each <= room.largest)) {
    const folder = room.folder(`book-${gifts}`);
    const book = join(folder, 'phucloi.db');
    copyFileSync(
      before !== undefined && gifts > IMPORTED_MAX ? join(before.folder, 'phucloi.db') : room.emptyBook(),
      book,
    );
    if (gifts > IMPORTED_MAX) multiplyBook(book, gifts / (before?.gifts ?? 1));
    else {
      writeDonorList(join(folder, 'gifts.csv'), gifts);
      const words = ['contribution', 'import', 'gifts.csv', '--fund', 'XHTT', '--to', 'bank'];
      room.play(folder, [...words, '--yes', '--no-backup', '-q']);
    }
    const postings = 2 * gifts;
    yield {
      name: `balance, ${postings} postings`,
      beside: "the sample's book",
      bound: FLAT,
      ours: room.phucloi(['balance', '--book', book]),
      theirs: room.phucloi(['balance', '--book', room.sampleBook()]),
    };
    if (gifts <= IMPORTED_MAX)
      yield {
        name: `verify, ${postings} postings`,
        beside: 'reading and hashing as much',
        bound: VERIFY,
        ours: room.phucloi(['verify', '--book', book]),
        theirs: { words: [process.execPath, floor, book] },
      };
    for (const [name, words] of before === undefined ? [] : Object.entries(READS)) {
      const at = (place: string): Command => ({
        ...room.phucloi([...words, '--today', '2025-01-31']),
        cwd: place,
        exits: [0, 1],
        before: () => {
          for (const file of ['journal.csv', 'book.json']) rmSync(join(place, file), { force: true });
        },
      });
      yield {
        name: `${name}, ${postings} postings: time a posting`,
        beside: `at ${2 * (before?.gifts ?? 1)}`,
        bound: GROWTH,
        rows: [gifts, before?.gifts ?? 1],
        ours: at(folder),
        theirs: at(before?.folder ?? folder),
      };
    }
    before = { gifts, folder };
  }
}
