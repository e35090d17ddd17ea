import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { refuse } from '../domain/failure.ts';
import { refuseHeld } from '../files/held.ts';
import { roomOn } from '../files/room.ts';
import { APPLICATION_ID, OLDEST_SCHEMA, SCHEMA_VERSION } from './codes.ts';
import { isBusy, sqliteCode } from './patience.ts';

export type Sqlite = Database.Database;

/**
 * Opens a book that exists; refuses a file that is none, or of a schema outside the window, before SQLite has touched
 * it: merely opened, another program's file would be given this program's journal.
 */
export function openBook(path: string, { oldest = SCHEMA_VERSION, readOnly = false } = {}): Sqlite {
  if (!existsSync(path)) refuse('book.missing', { path });
  const seen = stampOf(path);
  if (seen !== undefined) mustBeRead(path, seen, oldest);
  const sqlite = connect(path, readOnly);
  try {
    mustBeRead(path, stampIn(sqlite), oldest);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** What the first page of a file says it is. */
interface Stamp {
  readonly application: number;
  readonly version: number;
}

function mustBeRead(path: string, { application, version }: Stamp, oldest: number): void {
  if (application !== APPLICATION_ID) refuse('book.foreign', { path });
  if (version > SCHEMA_VERSION || version < OLDEST_SCHEMA)
    refuse('book.version', { path, found: version, known: SCHEMA_VERSION });
  if (version < oldest) refuse('book.older', { path, found: version, known: SCHEMA_VERSION });
}

/** Refuses a book of this program's that an older or a newer one wrote, each in its own words. */
export function mustBeOfSchema(path: string, sqlite: Sqlite): void {
  mustBeRead(path, stampIn(sqlite), SCHEMA_VERSION);
}

function stampIn(sqlite: Sqlite): Stamp {
  return {
    application: Number(sqlite.pragma('application_id', { simple: true })),
    version: versionOf(sqlite),
  };
}

export function versionOf(sqlite: Sqlite): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

/** Where SQLite's file format keeps the two numbers in the first hundred bytes. */
const HEADER = { bytes: 100, magic: 'SQLite format 3\0', version: 60, application: 68 };

/**
 * The stamp as the bytes have it; undefined where only SQLite can say: a journal beside the file may take its first page
 * back, and a file that cannot be read is refused with what SQLite says of it.
 */
function stampOf(path: string): Stamp | undefined {
  const bytes = firstBytes(path);
  if (bytes === undefined || existsSync(`${path}-journal`)) return undefined;
  if (bytes.length < HEADER.bytes || bytes.toString('latin1', 0, HEADER.magic.length) !== HEADER.magic)
    refuse('book.foreign', { path });
  return {
    application: bytes.readUInt32BE(HEADER.application),
    version: bytes.readInt32BE(HEADER.version),
  };
}

function firstBytes(path: string): Buffer | undefined {
  // A pipe of that name would be waited for.
  if (!statSync(path).isFile()) return undefined;
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(HEADER.bytes);
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/**
 * A rollback journal with synchronous=EXTRA: treasurers copy the file to a stick, so the book must be one file, and a
 * power cut must not lose the last commit. What is erased leaves no bytes behind (secure_delete). SQLite itself never
 * waits for another process (patience.ts does), and opened to be read only it refuses every write. A book may come from
 * anybody: what its tables and triggers call may have no effect outside them (trusted_schema).
 */
export function connect(path: string, readOnly = false): Sqlite {
  const sqlite = opened(path, readOnly);
  try {
    sqlite.exec(
      'pragma trusted_schema = off; pragma foreign_keys = on; pragma journal_mode = delete; pragma synchronous = extra; pragma secure_delete = on; pragma cache_size = -32000',
    );
    return sqlite;
  } catch (error) {
    sqlite.close();
    // No statement of this program's has run yet: what SQLite cannot make out is the file.
    if (sqliteCode(error) === 'SQLITE_ERROR') refuse('book.damaged', { path, detail: 'SQLITE_ERROR' });
    throw isBusy(error) ? error : storeFailure(error, path);
  }
}

function opened(path: string, readOnly: boolean): Sqlite {
  try {
    return new Database(path, { timeout: 0, readonly: readOnly, ...nativeBinding() });
  } catch (error) {
    // Where the folder is gone the library speaks for itself, with no code of SQLite's.
    if (!existsSync(dirname(path))) refuse('book.missing', { path });
    throw storeFailure(error, path);
  }
}

/** An empty database that lies in no file. */
export function inMemory(): Sqlite {
  return new Database(':memory:', nativeBinding());
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
  const code = sqliteCode(error);
  if (code === undefined) return error;
  try {
    if (isBusy(error)) refuse('book.busy', { path });
    if (code === 'SQLITE_READONLY_ROLLBACK') refuse('book.unfinished', { path });
    if (code === 'SQLITE_NOTADB') refuse('book.foreign', { path });
    if (code === 'SQLITE_FULL') refuse('book.full', { path, room: roomOn(dirname(path))?.free });
    if (code.startsWith('SQLITE_CANTOPEN')) refuseUnopened(path);
    if (/^SQLITE_(CORRUPT|IOERR|FULL|READONLY|CANTOPEN)/.test(code)) {
      // Somebody took it away, or pulled out the stick; a book that is being made is not there yet.
      if (!UNWRITTEN.test(code) && !existsSync(path)) refuse('book.missing', { path });
      // A backup program or virus scanner may hold the file for a moment.
      refuseHeld(path, 'r+');
      if (UNWRITTEN.test(code)) refuseUnwritten(path, code);
      refuse('book.damaged', { path, detail: code });
    }
    return error;
  } catch (failure) {
    return failure;
  }
}

/** What the system refuses of a write; of a read, the file itself is short or its pages are. */
const UNWRITTEN =
  /^SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|DELETE|CLOSE|LOCK|RDLOCK|UNLOCK|BEGIN_ATOMIC|COMMIT_ATOMIC)$/;
/** Less than a large transaction needs. */
const ROOM_MIN = 1 << 20;

/** Where a file cannot be opened, and it is the file's own doing: a folder is no book, and a book may be closed to others. */
function refuseUnopened(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isFile()) refuse('book.foreign', { path });
  try {
    accessSync(path, constants.R_OK);
  } catch {
    refuse('book.unreadable', { path });
  }
}

/** A disk may run full in a way that SQLite does not tell from another error: its quota, or a late write. */
function refuseUnwritten(path: string, detail: string): never {
  const room = roomOn(dirname(path))?.free;
  return room !== undefined && room < ROOM_MIN
    ? refuse('book.full', { path, room })
    : refuse('book.unwritten', { path, detail });
}

/** Whether every page, row and index holds together; a check that cannot even be made out does not. */
export function isSound(sqlite: Sqlite): boolean {
  try {
    return sqlite.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') return false;
    throw error;
  }
}
