import type { Statement } from 'better-sqlite3';
import type { Sqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** What a connection has compiled: whoever asks the same again, in a menu or a long list, need not wait for it again. */
const compiled = new WeakMap<Sqlite, Map<string, Statement>>();

/** A statement that this connection compiles once. */
export function prepared<R>(sqlite: Sqlite, sql: string): Statement<unknown[], R> {
  const known = compiled.get(sqlite) ?? new Map<string, Statement>();
  compiled.set(sqlite, known);
  const statement = known.get(sql) ?? sqlite.prepare(sql);
  known.set(sql, statement);
  return statement as Statement<unknown[], R>;
}

/** A prepared `insert` into a table: the row's columns in the order given, run once per row. */
export function inserter<T extends keyof Tables>(
  sqlite: Sqlite,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
): (row: Tables[T]) => void {
  const marks = columns.map(() => '?').join(', ');
  const statement = prepared(
    sqlite,
    `insert into "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) values (${marks})`,
  );
  return (row) => {
    statement.run(columns.map((column) => row[column]));
  };
}

/** A disk that takes nothing more may refuse this too: then whoever opens the book next does it, by the journal. */
export function rollBack(sqlite: Sqlite): void {
  try {
    if (sqlite.inTransaction) sqlite.exec('rollback');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
