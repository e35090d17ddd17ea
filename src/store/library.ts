import { refuse } from '../domain/failure.ts';
import type {
  Book,
  BookKey,
  Library,
  NewVault,
  OperationHeader,
  VaultSecrets,
  Verification,
} from '../usecase/book.ts';
import type { BackedUp, Cipher } from '../usecase/port/backup.ts';
import type * as Port from '../usecase/port/ports.ts';
import { UNWATCHED, type Work } from '../usecase/port/work.ts';
import { EntityReader } from './reader.ts';
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

class SqliteBook implements Book {
  readonly #sqlite: Sqlite;
  readonly #path: string;
  readonly #work: Work;
  readonly #waiting: Waiting;
  /** The file that is open, to be written; undefined where it is only read. */
  readonly #mark: string | undefined;
  #key: BookKey | undefined;

  constructor(sqlite: Sqlite, waiting: Waiting, mark: string | undefined) {
    this.#sqlite = sqlite;
    this.#path = waiting.path;
    this.#work = waiting.work;
    this.#waiting = waiting;
    this.#mark = mark;
  }

  read<T>(fn: (reader: Port.Reader) => Promise<T>): Promise<T> {
    return this.#reading(() => fn(new EntityReader(this.#sqlite, this.#work, this.#key)));
  }

  async withEntity<T>(header: OperationHeader, fn: (writer: Port.Writer) => Promise<T>): Promise<T> {
    if (this.#mark === undefined) return refuse('book.read-only', { path: this.#path, cause: 'asked' });
    const { EntityWriter } = await import('./writer.ts');
    const turn = new Turn(this.#sqlite, this.#waiting, this.#mark);
    // What a single statement would take back: once one statement's share went to a file, SQLite writes that of every
    // later one there too, which was a third of a long list's time.
    this.#sqlite.pragma('temp_store = memory');
    try {
      await turn.begin(header);
      const writer = new EntityWriter(this.#sqlite, this.#work, this.#key);
      const previous = await writer.head();
      const result = await fn(writer);
      if (writer.seal(header, previous) && !header.dryRun) {
        await turn.commit();
        this.#work.written();
      }
      return result;
    } catch (error) {
      // First of all: to look at why, the file may be opened and closed, and with that the system lets go of its locks.
      turn.end();
      throw storeFailure(error, this.#path);
    } finally {
      turn.end();
      this.#sqlite.pragma('temp_store = default');
    }
  }

  /** Everything that `fn` reads is of one moment. A book that is being written is waited for here, and nowhere later. */
  #reading<T>(fn: () => Promise<T>): Promise<T> {
    return guarded(
      this.#sqlite,
      this.#path,
      () => this.#sqlite.exec('begin'),
      async () => {
        await patiently(() => this.#sqlite.pragma('schema_version'), this.#waiting);
        return fn();
      },
    );
  }

  async verify(): Promise<Verification> {
    const { verifyBook } = await import('./verify.ts');
    return this.#reading(() => verifyBook(this.#sqlite, this.#path, this.#work));
  }

  health(): Promise<{ sound: boolean; schema: number }> {
    return this.#reading(() =>
      Promise.resolve({
        sound: isSound(this.#sqlite),
        schema: versionOf(this.#sqlite),
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

  sealed(): Promise<boolean> {
    return this.#reading(() =>
      Promise.resolve(this.#sqlite.prepare('select 1 from vault limit 1').get() !== undefined),
    );
  }

  async unlock(by: string | BookKey): Promise<BookKey> {
    const { openVault } = await import('./vault.ts');
    this.#key =
      typeof by === 'string'
        ? await this.#reading(() => openVault(this.#sqlite, new EntityReader(this.#sqlite).entity.id, by))
        : by;
    return this.#key;
  }

  async newVault(secrets: VaultSecrets): Promise<NewVault> {
    const { newVault } = await import('./vault.ts');
    const { id } = await this.#reading(() => Promise.resolve(new EntityReader(this.#sqlite).entity));
    return newVault(id, secrets);
  }

  close(): void {
    this.#sqlite.close();
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
