import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuse } from '../domain/failure.ts';
import type * as Port from '../usecase/ports.ts';
import { GENESIS, saltSource } from './chain.ts';
import { SqliteReader } from './reader.ts';
import { createBook, inserter, openBook, storeFailure, type Sqlite } from './sqlite.ts';
import { REGISTERS, type Register } from './schema.ts';
import type { Tables } from './tables.ts';

/** Books as SQLite files: one file, one entity. */
export const sqliteLibrary: Port.Library = {
  /** Makes the book under another name and gives it its own only when whole, so that no half-made book is ever seen. */
  async create(path, entity, header, fn) {
    if (existsSync(path)) refuse('book.exists', { path });
    if (!existsSync(dirname(path))) refuse('file.missing', { path: dirname(path) });
    const draft = `${path}.${randomUUID()}.tmp`;
    try {
      // Nobody but its owner reads a book, from the first byte on.
      closeSync(openSync(draft, 'wx', 0o600));
      const sqlite = createBook(draft);
      const book = new SqliteBook(sqlite, path);
      let result;
      try {
        result = await book.write(header, GENESIS, fn, () => {
          plant(sqlite, entity, header);
        });
      } finally {
        book.close();
      }
      if (!header.dryRun) publish(draft, path);
      return result;
    } catch (error) {
      throw storeFailure(error, path);
    } finally {
      rmSync(draft, { force: true });
    }
  },

  open(path) {
    const sqlite = openBook(path);
    return Promise.resolve(new SqliteBook(sqlite, path));
  },
};

/** A hard link fails where the name has been taken meanwhile; a rename would overwrite it. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch {
    if (existsSync(path)) refuse('book.exists', { path });
    refuse('file.unwritable', { path, reason: 'link' });
  }
}

class SqliteBook implements Port.Book {
  readonly #sqlite: Sqlite;
  readonly #path: string;

  constructor(sqlite: Sqlite, path: string) {
    this.#sqlite = sqlite;
    this.#path = path;
  }

  async read<T>(fn: (reader: Port.Reader) => Promise<T>): Promise<T> {
    return this.#guarded('begin', () => fn(new SqliteReader(this.#sqlite)));
  }

  async withEntity<T>(header: Port.OperationHeader, fn: (writer: Port.Writer) => Promise<T>): Promise<T> {
    return this.write(header, undefined, fn);
  }

  /** `plant` makes the entity itself, before the first writer can be made. */
  async write<T>(
    header: Port.OperationHeader,
    genesis: Uint8Array | undefined,
    fn: (writer: Port.Writer) => Promise<T>,
    plant?: () => void,
  ): Promise<T> {
    const { SqliteWriter } = await import('./writer.ts');
    return this.#guarded('begin immediate', async () => {
      plant?.();
      const writer = new SqliteWriter(this.#sqlite);
      const previous = genesis ?? (await writer.head());
      if (genesis !== undefined) writer.adopt(REGISTERS);
      const result = await fn(writer);
      if (writer.seal(header, previous) && !header.dryRun) this.#sqlite.exec('commit');
      return result;
    });
  }

  async verify(): Promise<Port.Verification> {
    const { verifyChain } = await import('./verify.ts');
    return this.#guarded('begin', () => {
      const { uuid, entity } = new SqliteReader(this.#sqlite);
      return Promise.resolve(verifyChain(this.#sqlite, entity.id, [uuid, entity.code]));
    });
  }

  close(): void {
    this.#sqlite.close();
  }

  /** Runs `fn` in a transaction that is rolled back unless `fn` has committed it. */
  async #guarded<T>(begin: string, fn: () => Promise<T>): Promise<T> {
    try {
      this.#sqlite.exec(begin);
      return await fn();
    } catch (error) {
      throw storeFailure(error, this.#path);
    } finally {
      if (this.#sqlite.inTransaction) this.#sqlite.exec('rollback');
    }
  }
}

/** The book's own row, the entity, its chart and settings: what a writer needs to stand on. */
function plant(sqlite: Sqlite, draft: Port.EntityDraft, header: Port.OperationHeader): void {
  const salt = saltSource();
  sqlite
    .prepare('insert into book (id, uuid, key, created_at) values (1, ?, ?, ?)')
    .run(randomUUID(), randomBytes(32), header.recordedAt);
  const insert = <R extends Register>(register: R, row: Omit<Tables[R], 'salt'>): void => {
    const whole = { ...row, salt: salt() } as unknown as Tables[R];
    inserter(sqlite, register, Object.keys(whole) as (keyof Tables[R] & string)[])(whole);
  };
  insert('entity', {
    entity: 1,
    id: 1,
    code: draft.code,
    name: draft.name,
    above: draft.above,
    town: draft.town,
    language: draft.language,
    first_month: draft.firstMonth,
    series: draft.series,
  });
  draft.accounts.forEach((account, index) => {
    const { role, held, number, name } = account;
    insert('account', { entity: 1, id: index + 1, role, held: held ? 1 : 0, number, name });
  });
  [...draft.nextNumbers].forEach(([series, next], index) => {
    insert('setting', { entity: 1, id: index + 1, name: `next ${series}`, value: String(next) });
  });
}
