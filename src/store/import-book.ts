import Database from 'better-sqlite3';
import { refuse } from '../domain/failure.ts';
import type { Rebuilt, WrittenBook } from '../usecase/port/exchange.ts';
import type { Work } from '../usecase/port/work.ts';
import { SOLE_ENTITY } from './codes.ts';
import { makeBook } from './create.ts';
import { fillBook, mustBeReadable } from './fill-book.ts';

/** Makes an SQLite book out of the rows of another one. */
export function rebuildInFile(
  path: string,
  written: WrittenBook,
  dryRun: boolean,
  work: Work,
): Promise<Rebuilt> {
  mustBeReadable(written);
  return makeBook(path, dryRun, async (sqlite) => {
    // Rows of registers may name rows after them; every reference is held at the commit.
    sqlite.pragma('defer_foreign_keys = on');
    const refused = (error: unknown) =>
      error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
    const rebuilt = await fillBook(sqlite, SOLE_ENTITY, written, work, refused);
    if (sqlite.pragma('foreign_key_check', { simple: true }) !== undefined)
      refuse('input.altered', { file: written.file, line: 1 });
    if (!dryRun) sqlite.exec('commit');
    return rebuilt;
  });
}
