import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { refuse } from '../domain/failure.ts';
import { refuseHeld } from '../files/held.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './codes.ts';
import type { Tables } from './tables.ts';

export type Sqlite = Database.Database;

/** How long a command waits for another one that is writing, in milliseconds. */
const BUSY_MS = 5000;

/** Opens a book that exists; refuses a file that is none, or of another schema version, before touching it. */
export function openBook(path: string): Sqlite {
  if (!existsSync(path)) refuse('book.missing', { path });
  const sqlite = connect(path);
  const application = sqlite.pragma('application_id', { simple: true });
  if (application !== APPLICATION_ID) {
    sqlite.close();
    refuse('book.foreign', { path });
  }
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  if (version !== SCHEMA_VERSION) {
    sqlite.close();
    refuse('book.version', { path, found: version, known: SCHEMA_VERSION });
  }
  return sqlite;
}

/**
 * A rollback journal with synchronous=EXTRA: treasurers copy the file to a stick, so the book must be one file, and a
 * power cut must not lose the last commit. What is erased leaves no bytes behind (secure_delete).
 */
export function connect(path: string): Sqlite {
  try {
    const sqlite = new Database(path, { timeout: BUSY_MS, ...nativeBinding() });
    sqlite.exec(
      'pragma foreign_keys = on; pragma journal_mode = delete; pragma synchronous = extra; pragma secure_delete = on; pragma cache_size = -32000',
    );
    return sqlite;
  } catch (error) {
    throw storeFailure(error, path);
  }
}

/**
 * The binary that better-sqlite3 brings for this machine, named outright: its own search reads the process's memory map
 * to tell one C library from another. Where the name is not the right one, that search is left to do its work.
 */
function nativeBinding(): { nativeBinding?: string } {
  const name = join('better-sqlite3', 'prebuilds', `${process.platform}-${process.arch}.node`);
  const folders = createRequire(import.meta.filename).resolve.paths('better-sqlite3') ?? [];
  const path = folders.map((folder) => join(folder, name)).find((each) => existsSync(each));
  const musl = process.platform === 'linux' && existsSync('/etc/alpine-release');
  return path === undefined || musl ? {} : { nativeBinding: path };
}

/** Turns what SQLite throws into a failure with an exit code; anything else goes on as it is. */
export function storeFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  try {
    if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) {
      refuse('book.busy', { path });
    }
    if (error.code === 'SQLITE_NOTADB') refuse('book.foreign', { path });
    if (/^SQLITE_(CORRUPT|IOERR|FULL|READONLY|CANTOPEN)/.test(error.code)) {
      // A backup program or virus scanner may hold the file for a moment.
      refuseHeld(path, 'r+');
      refuse('book.damaged', { path, detail: error.code });
    }
    return error;
  } catch (failure) {
    return failure;
  }
}

/** A prepared `insert` into a table: the row's columns in the order given, run once per row. */
export function inserter<T extends keyof Tables>(
  sqlite: Sqlite,
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
): (row: Tables[T]) => void {
  const marks = columns.map(() => '?').join(', ');
  const statement = sqlite.prepare(
    `insert into "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) values (${marks})`,
  );
  return (row) => {
    statement.run(columns.map((column) => row[column]));
  };
}
