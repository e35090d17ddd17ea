import type { Connection, Statement } from './connection.ts';
import type { Tables } from './tables.ts';

/** What a connection has compiled: whoever asks the same again, in a menu or a long list, need not wait for it again. */
const compiled = new WeakMap<Connection, Map<string, Statement>>();

/** A statement that this connection compiles once. */
export function prepared<R>(db: Connection, sql: string): Statement<unknown[], R> {
  const known = compiled.get(db) ?? new Map<string, Statement>();
  compiled.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement as Statement<unknown[], R>;
}

/**
 * How many rows go in together: to be able to take back each statement costs SQLite as much as a row; a server is told
 * many at once.
 */
export const atOnce = (db: Connection): number => (db.insertRows === undefined ? 32 : 1000);

/** Inserts rows of the same columns in their order, many by one statement; a column that none of them fills is not named. */
export function insertRows<T extends keyof Tables>(
  db: Connection,
  table: T,
  rows: readonly Tables[T][],
): void {
  const size = atOnce(db);
  for (let at = 0; at < rows.length; at += size) {
    const together = rows.slice(at, at + size);
    const columns = Object.keys(together[0] ?? {}) as (keyof Tables[T] & string)[];
    const filled = columns.filter((column) => together.some((row) => row[column] !== null));
    if (db.insertRows !== undefined) {
      db.insertRows(
        table,
        filled,
        together.map((row) => filled.map((column) => row[column])),
      );
      continue;
    }
    const marks = `(${filled.map(() => '?').join(', ')})`;
    const values: unknown[] = [];
    for (const row of together) for (const column of filled) values.push(row[column]);
    prepared(
      db,
      `insert into "${table}" ("${filled.join('", "')}") values ${together.map(() => marks).join(', ')}`,
    ).run(values);
  }
}

/** A disk that takes nothing more may refuse this too: then whoever opens the book next does it, by the journal. */
export function rollBack(db: Connection): void {
  try {
    if (db.inTransaction) db.exec('rollback');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
