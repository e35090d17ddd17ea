import Database from 'better-sqlite3';

/**
 * Makes a book so many times as long: each gift of its donor lists stands there that often, in the same vouchers and on
 * the same days, and the day balances follow. Its digests are not true and its guards are gone: for commands that read a
 * book without proving it, at a length that would take an hour to import.
 */
export function multiplyBook(path: string, times: number): void {
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
