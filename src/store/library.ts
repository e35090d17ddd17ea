import type { OperationHeader, Verification, Book, Library } from '../usecase/book.ts';
import type * as Port from '../usecase/port/ports.ts';
import { UNWATCHED, type Work } from '../usecase/port/work.ts';
import { SqliteReader } from './reader.ts';
import { openBook, storeFailure, type Sqlite } from './sqlite.ts';

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

  open(path, work = UNWATCHED) {
    try {
      return Promise.resolve(new SqliteBook(openBook(path), path, work));
    } catch (error) {
      throw storeFailure(error, path);
    }
  },
};

class SqliteBook implements Book {
  readonly #sqlite: Sqlite;
  readonly #path: string;
  readonly #work: Work;

  constructor(sqlite: Sqlite, path: string, work: Work) {
    this.#sqlite = sqlite;
    this.#path = path;
    this.#work = work;
  }

  read<T>(fn: (reader: Port.Reader) => Promise<T>): Promise<T> {
    return guarded(this.#sqlite, this.#path, 'begin', () => fn(new SqliteReader(this.#sqlite, this.#work)));
  }

  async withEntity<T>(header: OperationHeader, fn: (writer: Port.Writer) => Promise<T>): Promise<T> {
    const { SqliteWriter } = await import('./writer.ts');
    return guarded(this.#sqlite, this.#path, 'begin immediate', async () => {
      const writer = new SqliteWriter(this.#sqlite, this.#work);
      const previous = await writer.head();
      const result = await fn(writer);
      if (writer.seal(header, previous) && !header.dryRun) {
        this.#sqlite.exec('commit');
        this.#work.written();
      }
      return result;
    });
  }

  async verify(): Promise<Verification> {
    const { verifyChain } = await import('./verify.ts');
    return guarded(this.#sqlite, this.#path, 'begin', () => {
      const { uuid, entity } = new SqliteReader(this.#sqlite);
      return verifyChain(this.#sqlite, entity.id, [uuid, entity.code], this.#work);
    });
  }

  health(): Promise<{ sound: boolean; schema: number }> {
    return guarded(this.#sqlite, this.#path, 'begin', () =>
      Promise.resolve({
        sound: this.#sqlite.pragma('quick_check(1)', { simple: true }) === 'ok',
        schema: Number(this.#sqlite.pragma('user_version', { simple: true })),
      }),
    );
  }

  async backup(path: string): Promise<string> {
    const { backUp } = await import('./backup.ts');
    return backUp(this.#sqlite, path);
  }

  close(): void {
    this.#sqlite.close();
  }
}

/** Runs `fn` in a transaction that is rolled back unless `fn` has committed it. */
export async function guarded<T>(
  sqlite: Sqlite,
  path: string,
  begin: string,
  fn: () => Promise<T>,
): Promise<T> {
  try {
    sqlite.exec(begin);
    return await fn();
  } catch (error) {
    throw storeFailure(error, path);
  } finally {
    if (sqlite.inTransaction) sqlite.exec('rollback');
  }
}
