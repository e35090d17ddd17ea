import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { draftBeside } from '../files/draft.ts';
import type { OperationHeader, EntityDraft } from '../usecase/book.ts';
import type * as Port from '../usecase/port/ports.ts';
import { saltSource } from './chain.ts';
import { APPLICATION_ID, GENESIS, SCHEMA_VERSION } from './codes.ts';
import { guarded } from './library.ts';
import { REGISTERS, TABLES, type Register } from './schema.ts';
import { connect, inserter, storeFailure, type Sqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';
import { TRIGGERS } from './triggers.ts';
import { SqliteWriter } from './writer.ts';

export function createInFile<T>(
  path: string,
  entity: EntityDraft,
  header: OperationHeader,
  fn: (writer: Port.Writer) => Promise<T>,
): Promise<T> {
  return makeBook(path, header.dryRun, async (sqlite) => {
    plant(sqlite, entity, header);
    const writer = new SqliteWriter(sqlite);
    writer.adopt(REGISTERS);
    const made = await fn(writer);
    if (writer.seal(header, GENESIS)) sqlite.exec('commit');
    return made;
  });
}

/** Fills the book under another name and gives it its own only when whole, so that no half-made book is ever seen. */
export async function makeBook<T>(
  path: string,
  dryRun: boolean,
  fill: (sqlite: Sqlite) => Promise<T>,
): Promise<T> {
  if (existsSync(path)) refuse('book.exists', { path, option: '--book' });
  if (!existsSync(dirname(path))) refuse('file.missing', { path: dirname(path) });
  const draft = draftBeside(path);
  try {
    // Nobody but its owner reads a book, from the first byte on.
    closeSync(openSync(draft, 'wx', 0o600));
    const sqlite = createBook(draft);
    let result: T;
    try {
      result = await guarded(sqlite, path, 'begin immediate', () => fill(sqlite));
    } finally {
      sqlite.close();
    }
    if (!dryRun) publish(draft, path);
    return result;
  } catch (error) {
    throw storeFailure(error, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * A hard link fails where the name has been taken meanwhile; a rename would overwrite it. A stick's file system knows no
 * links: there the name is taken first, by a file that is ours, and that is what the rename overwrites.
 */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch {
    if (existsSync(path)) refuse('book.exists', { path, option: '--book' });
    try {
      closeSync(openSync(path, 'wx', 0o600));
      renameSync(draft, path);
    } catch {
      refuse('file.unwritable', { path, reason: 'rename' });
    }
  }
}

/** The book's own row, the entity, its chart and settings: what a writer needs to stand on. */
function plant(sqlite: Sqlite, draft: EntityDraft, header: OperationHeader): void {
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

/** Makes an empty book's tables in a file that does not exist yet. */
function createBook(path: string): Sqlite {
  const sqlite = connect(path);
  sqlite.exec('begin immediate');
  sqlite.exec(TABLES);
  sqlite.exec(TRIGGERS);
  planStatistics(sqlite);
  sqlite.pragma(`application_id = ${APPLICATION_ID}`);
  sqlite.pragma(`user_version = ${SCHEMA_VERSION}`);
  sqlite.exec('commit');
  return sqlite;
}

/** Rows of a table as the query planner is told them. */
const ROWS = 1_000_000;

/**
 * Tells the query planner what it cannot see in a new book: that the entity, with which every key begins, picks out all
 * rows, and that what follows picks out few. Without it a lookup by award walks through every payment of the entity.
 */
function planStatistics(sqlite: Sqlite): void {
  sqlite.exec('analyze');
  const insert = sqlite.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)');
  const indexes = sqlite
    .prepare<[], { tbl: string; idx: string; origin: string; uniq: number; width: number }>(
      `select m.name as tbl, i.name as idx, i.origin, i."unique" as uniq,
              (select count(*) from pragma_index_info(i.name)) as width
         from sqlite_schema m join pragma_index_list(m.name) i where m.type = 'table'`,
    )
    .all();
  for (const { tbl, idx, origin, uniq, width } of indexes) {
    const few = Array.from({ length: width - 1 }, (_, at) => (uniq === 1 && at === width - 2 ? 1 : 10));
    // The primary key of a table without rowid goes by the table's name.
    insert.run(tbl, origin === 'pk' ? tbl : idx, [ROWS, ROWS, ...few].join(' '));
  }
  // Read now: this connection goes on to fill the book, and would plan by what `analyze` found in empty tables.
  sqlite.exec('analyze sqlite_schema');
}
