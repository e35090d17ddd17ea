import { refuse } from '../domain/failure.ts';
import type { Book, Library, OperationHeader, Verification } from '../usecase/book.ts';
import type { BackedUp, Cipher } from '../usecase/port/backup.ts';
import type * as Port from '../usecase/port/ports.ts';
import { UNWATCHED } from '../usecase/port/work.ts';
import { EntityBook } from './entity-book.ts';
import { patiently, waitingFor, type Waiting } from './patience.ts';
import { connect, isSound, openBook, storeFailure, versionOf, type Sqlite } from './sqlite.ts';
import { rollBack } from './statements.ts';
import { markOf, Turn } from './turn.ts';

/** Books as SQLite files: one file, one entity. Making one, writing and proving load their own code. */
export const sqliteLibrary: Library = {
  async create(path, entity, header, fn) {
    const { createInFile } = await import('./create.ts');
    return createInFile(path, entity, header, fn);
  },

  async rebuild(path, written, dryRun, work = UNWATCHED) {
    const { rebuildInFile } = await import('./import-book.ts');
    return rebuildInFile(path, written, dryRun, work);
  },

  async prove(candidate, place, work = UNWATCHED) {
    const { proveFile } = await import('./restore.ts');
    return proveFile(candidate, place, work);
  },

  async restore(path, request, header, access = {}) {
    const { restoreInFile } = await import('./restore.ts');
    return restoreInFile(path, request, header, waitingFor(path, access));
  },

  async collection(path, access = {}) {
    const { FolderCollection } = await import('./collection.ts');
    return new FolderCollection(path, access, (copy, how) => sqliteLibrary.open(copy, how));
  },

  async migrate(path, request, header, access = {}) {
    const { migrateInFile } = await import('./migrations.ts');
    return migrateInFile(path, request, header, waitingFor(path, access));
  },

  async open(path, access = {}) {
    const { readOnly = false } = access;
    const waiting = waitingFor(path, access);
    try {
      return await patiently(() => {
        // Taken first: a file that takes the other's place in between is another one to whoever writes.
        const mark = readOnly ? undefined : markOf(path);
        return new SqliteBook(openBook(path, { readOnly }), waiting, mark);
      }, waiting);
    } catch (error) {
      throw storeFailure(error, path);
    }
  },
};

class SqliteBook extends EntityBook<Sqlite> implements Book {
  readonly #path: string;
  readonly #waiting: Waiting;
  /** The file that is open, to be written; undefined where it is only read. */
  readonly #mark: string | undefined;

  constructor(sqlite: Sqlite, waiting: Waiting, mark: string | undefined) {
    super(sqlite, waiting.work);
    this.#path = waiting.path;
    this.#waiting = waiting;
    this.#mark = mark;
  }

  async withEntity<T>(header: OperationHeader, fn: (writer: Port.Writer) => Promise<T>): Promise<T> {
    if (this.#mark === undefined) return refuse('book.read-only', { path: this.#path, cause: 'asked' });
    const { EntityWriter } = await import('./writer.ts');
    const turn = new Turn(this.db, this.#waiting, this.#mark);
    // What a single statement would take back: once one statement's share went to a file, SQLite writes that of every
    // later one there too, which was a third of a long list's time.
    this.db.pragma('temp_store = memory');
    try {
      await turn.begin(header);
      const writer = new EntityWriter(this.db, this.work, this.key);
      const previous = await writer.head();
      const result = await fn(writer);
      if (writer.seal(header, previous) && !header.dryRun) {
        await turn.commit();
        this.work.written();
      }
      return result;
    } catch (error) {
      // First of all: to look at why, the file may be opened and closed, and with that the system lets go of its locks.
      turn.end();
      throw storeFailure(error, this.#path);
    } finally {
      turn.end();
      this.db.pragma('temp_store = default');
    }
  }

  /** Everything that `fn` reads is of one moment. A book that is being written is waited for here, and nowhere later. */
  protected reading<T>(fn: () => Promise<T>): Promise<T> {
    return guarded(
      this.db,
      this.#path,
      () => this.db.exec('begin'),
      async () => {
        await patiently(() => this.db.pragma('schema_version'), this.#waiting);
        return fn();
      },
    );
  }

  async verify(): Promise<Verification> {
    const { verifyBook } = await import('./verify.ts');
    return this.reading(() => verifyBook(this.db, this.#path, this.work));
  }

  health(): Promise<{ sound: boolean; schema: number }> {
    return this.reading(() =>
      Promise.resolve({
        sound: isSound(this.db),
        schema: versionOf(this.db),
      }),
    );
  }

  /** By a connection of its own: a command that is in the middle of its write has yet written nothing of the copy. */
  async backup(path: string, cipher?: Cipher): Promise<BackedUp> {
    const { backUp } = await import('./backup.ts');
    const waiting = this.#waiting;
    // Not by its bytes: a file that is opened and closed loses the locks that this process has on it.
    const sqlite = await patiently(() => connect(this.#path, this.#mark === undefined), waiting);
    try {
      return await backUp(sqlite, path, waiting, cipher);
    } finally {
      sqlite.close();
    }
  }

  close(): void {
    this.db.close();
  }
}

/** Runs `fn` in a transaction that is rolled back unless `fn` has committed it. */
export async function guarded<T>(
  sqlite: Sqlite,
  path: string,
  begin: () => unknown,
  fn: () => Promise<T>,
): Promise<T> {
  try {
    await begin();
    return await fn();
  } catch (error) {
    // First of all: to look at why, the file may be opened and closed, and with that the system lets go of its locks.
    rollBack(sqlite);
    throw storeFailure(error, path);
  } finally {
    rollBack(sqlite);
  }
}
