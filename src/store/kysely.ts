import {
  Kysely,
  SqliteAdapter,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/**
 * Kysely over a connection that is already open, and inside whatever transaction is open on it. The transaction itself
 * belongs to library.ts: Kysely's own driver would begin it deferred, and a deferred transaction that comes to write while
 * another process does fails at once instead of waiting.
 */
export function kyselyOver(db: Connection): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new OpenDriver(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: () => {
        throw new TypeError('the schema is in schema.ts');
      },
    },
  });
}

class OpenDriver implements Driver {
  readonly #connection: OpenConnection;

  constructor(db: Connection) {
    this.#connection = new OpenConnection(db);
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new TypeError('transactions are begun by library.ts'));
  }

  commitTransaction(): Promise<void> {
    return Promise.reject(new TypeError('transactions are ended by library.ts'));
  }

  rollbackTransaction(): Promise<void> {
    return Promise.reject(new TypeError('transactions are ended by library.ts'));
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return Promise.resolve();
  }
}

class OpenConnection implements DatabaseConnection {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const rows = this.#db.prepare<unknown[], R>(query.sql).all(...query.parameters);
    return Promise.resolve({ rows });
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.#db.prepare<unknown[], R>(query.sql).iterate(...query.parameters)) {
      yield { rows: [row] };
    }
  }
}
