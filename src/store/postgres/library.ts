import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuse } from '../../domain/failure.ts';
import type { Access, Book, Library, OperationHeader, Verification } from '../../usecase/book.ts';
import type { BackedUp, Cipher } from '../../usecase/port/backup.ts';
import type * as Port from '../../usecase/port/ports.ts';
import { UNWATCHED } from '../../usecase/port/work.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../codes.ts';
import { EntityBook } from '../entity-book.ts';
import { patiently, waitingFor, type Waiting } from '../patience.ts';
import { PostgresConnection } from './connection.ts';
import { ServerRoles } from './server-roles.ts';
import type { Roles } from '../../usecase/port/roles.ts';
import { isLost, serverFailure } from './failures.ts';
import { targetOf, type Env, type Target } from './target.ts';

/** Books on a PostgreSQL server: one namespace, as many entities as there are units that share it. */
export const postgresLibrary = (env: Env): Library => ({
  async create(path, entity, header, fn) {
    const { createOnServer } = await import('./create.ts');
    return createOnServer(targetOf(path, env), entity, header, fn);
  },

  async rebuild(path, written, dryRun, work = UNWATCHED) {
    const { rebuildOnServer } = await import('./create.ts');
    return rebuildOnServer(targetOf(path, env), written, dryRun, work);
  },

  async prove(candidate, place, work = UNWATCHED) {
    const { proveFile } = await import('../restore.ts');
    return proveFile(candidate, place, work);
  },

  restore: (path) => refuse('book.engine', { path }),

  migrate: (path) => {
    const target = targetOf(path, env);
    const db = connectTo(target);
    try {
      db.transact('begin', true);
      mustBeBook(db, target);
      return Promise.resolve({ from: SCHEMA_VERSION, to: SCHEMA_VERSION });
    } catch (error) {
      throw serverFailure(error, path);
    } finally {
      db.close();
    }
  },

  open: (path, access = {}) => Promise.resolve(openOnServer(targetOf(path, env), access)),

  async collection(path, access = {}) {
    const { ServerCollection } = await import('./collection.ts');
    return new ServerCollection(targetOf(path, env), access);
  },
});

/** Opens an entity of a book on a server. */
export function openOnServer(target: Target, access: Access): PostgresBook {
  const { path } = target;
  const db = connectTo(target);
  try {
    db.transact('begin read only', true);
    mustBeBook(db, target);
    db.entity = entityOf(db, target);
    const login = boundLogin(db);
    db.copies = login === undefined;
    db.transact('rollback', false);
    return new PostgresBook(db, target, waitingFor(path, access), access.readOnly !== true, login);
  } catch (error) {
    db.close();
    throw serverFailure(error, path);
  }
}

export function connectTo({ settings, anyName, path }: Target): PostgresConnection {
  try {
    return new PostgresConnection(settings, anyName);
  } catch (error) {
    throw serverFailure(error, path);
  }
}

/** Refuses a namespace that is not there, is somebody else's, or of another schema. */
export function mustBeBook(db: PostgresConnection, { schema, path }: Target): void {
  const state = stateOf(db, schema);
  if (state === 'none') refuse('book.missing', { path });
  if (state === 'foreign') refuse('book.foreign', { path });
  const { version } = state;
  if (version > SCHEMA_VERSION) refuse('book.version', { path, found: version, known: SCHEMA_VERSION });
  if (version < SCHEMA_VERSION) refuse('book.older', { path, found: version, known: SCHEMA_VERSION });
}

/** What lies in a namespace: nothing, something that this program did not make, or a book of some version. */
export function stateOf(db: PostgresConnection, schema: string): 'none' | 'foreign' | { version: number } {
  const found = db
    .prepare<[string], { stamp: string | null; tables: number }>(
      `select to_regclass(quote_ident(n.nspname) || '.stamp')::text as stamp,
              (select count(*) from pg_class c where c.relnamespace = n.oid) as tables
         from pg_namespace n where n.nspname = ?`,
    )
    .get(schema);
  if (found === undefined || found.tables === 0) return 'none';
  if (found.stamp === null) return 'foreign';
  const stamp = db.prepare<[], { application: number; version: number }>('select * from stamp').get();
  return stamp?.application === APPLICATION_ID ? { version: stamp.version } : 'foreign';
}

/** The login, where it is bound by what it was given; the owner of the tables is not. */
function boundLogin(db: PostgresConnection): string | undefined {
  const row = db
    .prepare<[], { login: string; owner: number }>('select session_user::text as login, may_give(0) as owner')
    .get();
  return row === undefined || row.owner === 1 ? undefined : row.login;
}

/** The entity that the address names; or the only one that this login keeps, or may see. */
function entityOf(db: PostgresConnection, { entity }: Target): number {
  const rows = db
    .prepare<[], { entity: number; code: string; kept: number }>(
      'select entity, code, entity in (select kept()) as kept from entity order by code',
    )
    .all();
  const own = rows.filter(({ kept }) => kept === 1);
  const unsaid = own.length === 1 ? own : rows;
  const [first, second] = entity === undefined ? unsaid : rows.filter(({ code }) => code === entity);
  const codes = rows.map(({ code }) => code);
  if (first === undefined) return refuse('entity.unknown', { entity: entity ?? '', codes });
  if (second !== undefined) return refuse('entity.unsaid', { codes });
  return first.entity;
}

class PostgresBook extends EntityBook<PostgresConnection> implements Book {
  readonly #target: Target;
  readonly #waiting: Waiting;
  readonly #writable: boolean;
  readonly roles: Roles;

  constructor(
    db: PostgresConnection,
    target: Target,
    waiting: Waiting,
    writable: boolean,
    login: string | undefined,
  ) {
    super(db, waiting.work);
    this.roles = new ServerRoles(db, login, (begin, fn, keep) => this.#within(begin, fn, keep));
    this.#target = target;
    this.#waiting = waiting;
    this.#writable = writable;
  }

  async withEntity<T>(header: OperationHeader, fn: (writer: Port.Writer) => Promise<T>): Promise<T> {
    const { path } = this.#waiting;
    if (!this.#writable) return refuse('book.read-only', { path, cause: 'asked' });
    const { EntityWriter } = await import('../writer.ts');
    try {
      await patiently(() => {
        this.#begin();
      }, this.#waiting);
      const writer = new EntityWriter(this.db, this.work, this.key);
      const previous = await writer.head();
      const result = await fn(writer);
      if (writer.seal(header, previous) && !header.dryRun) {
        const sealed = await writer.head();
        this.#commit(sealed);
        this.work.written();
      }
      return result;
    } catch (error) {
      throw serverFailure(error, path);
    } finally {
      this.#rollBack();
    }
  }

  /** Whose turn it is, the entity's own row says: it is locked until the end, and others look again and again. */
  #begin(): void {
    this.db.transact('begin isolation level read committed', true);
    try {
      const mine = this.db
        .prepare('select entity from entity where entity = ? for no key update nowait')
        .get(this.db.entity);
      if (mine === undefined) refuse('book.denied', { path: this.#waiting.path });
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /**
   * Where the connection breaks in the middle of it, another one looks whether the operation stands: a command that is
   * told to have failed is run again.
   */
  #commit(head: Uint8Array): void {
    try {
      this.db.transact('commit', false);
    } catch (error) {
      if (!isLost(error)) throw error;
      const found = 'select 1 from operation where entity = ? and digest = ?';
      const stands = stoodThrough(this.#target, (again) => {
        // As long as the server holds the row for the one that was cut off, nothing is decided.
        again.prepare('select entity from entity where entity = ? for no key update').all(this.db.entity);
        return again.prepare(found).get(this.db.entity, head) !== undefined;
      });
      if (!stands) throw error;
    }
  }

  #rollBack(): void {
    rollBackOn(this.db);
  }

  /** Of a change of permissions nothing tells afterwards whose it was. */
  #endRoles(): void {
    try {
      this.db.transact('commit', false);
    } catch (error) {
      if (isLost(error)) refuse('book.unsure', { path: this.#waiting.path });
      throw error;
    }
  }

  /** A transaction about nobody's money: of it stands all, or nothing. */
  #within<T>(begin: string, fn: () => T, keep: boolean): T {
    try {
      this.db.transact(begin, true);
      const result = fn();
      if (keep) this.#endRoles();
      return result;
    } catch (error) {
      throw serverFailure(error, this.#waiting.path);
    } finally {
      this.#rollBack();
    }
  }

  protected async reading<T>(fn: () => Promise<T>): Promise<T> {
    try {
      this.db.transact('begin isolation level repeatable read read only', true);
      return await fn();
    } catch (error) {
      throw serverFailure(error, this.#waiting.path);
    } finally {
      this.#rollBack();
    }
  }

  async verify(): Promise<Verification> {
    const { verifyOnServer } = await import('./verify.ts');
    return this.reading(() => verifyOnServer(this.db, this.work));
  }

  health(): Promise<{ sound: boolean; schema: number }> {
    return this.reading(() => Promise.resolve({ sound: true, schema: SCHEMA_VERSION }));
  }

  /**
   * The entity as a file of its own: an SQLite book, proved against the same head. By a connection of its own: a command
   * that is in the middle of its write has yet written nothing of the copy.
   */
  async backup(path: string, cipher?: Cipher): Promise<BackedUp> {
    const [{ rebuildInFile }, { backUp }, { connect }, { ExchangeQueries }] = await Promise.all([
      import('../import-book.ts'),
      import('../backup.ts'),
      import('../sqlite.ts'),
      import('../export.ts'),
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'phucloi-'));
    try {
      const plain = join(folder, 'phucloi.db');
      const db = connectTo(this.#target);
      try {
        db.entity = this.db.entity;
        db.transact('begin isolation level repeatable read read only', true);
        const whole = new ExchangeQueries(db, db.entity).kept(this.#waiting.path);
        await rebuildInFile(plain, whole, false, this.work);
      } catch (error) {
        throw serverFailure(error, this.#waiting.path);
      } finally {
        db.close();
      }
      const sqlite = connect(plain);
      try {
        return await backUp(sqlite, path, { ...this.#waiting, path: plain }, cipher);
      } finally {
        sqlite.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  close(): void {
    this.db.close();
  }
}

export type { PostgresBook };

/** Whether what a broken connection was about to commit stands; refused where nobody can tell. */
export function stoodThrough(target: Target, look: (again: PostgresConnection) => boolean): boolean {
  try {
    const again = connectTo(target);
    try {
      again.transact('begin', true);
      return look(again);
    } finally {
      again.close();
    }
  } catch {
    return refuse('book.unsure', { path: target.path });
  }
}

/** Takes back what was not committed; a connection that is gone has nothing to take back. */
export function rollBackOn(db: PostgresConnection): void {
  if (!db.inTransaction) return;
  try {
    db.transact('rollback', false);
  } catch (error) {
    if (!isLost(error)) throw error;
  }
}
