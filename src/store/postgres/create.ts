import { refuse } from '../../domain/failure.ts';
import type { EntityDraft, OperationHeader } from '../../usecase/book.ts';
import type { Rebuilt, WrittenBook } from '../../usecase/port/exchange.ts';
import type * as Port from '../../usecase/port/ports.ts';
import type { Work } from '../../usecase/port/work.ts';
import { GENESIS } from '../codes.ts';
import { fillBook, mustBeReadable } from '../fill-book.ts';
import { codeOf } from '../patience.ts';
import { plant } from '../plant.ts';
import { REGISTERS } from '../schema.ts';
import { EntityWriter } from '../writer.ts';
import type { PostgresConnection } from './connection.ts';
import { isLost, serverFailure } from './failures.ts';
import { connectTo, mustBeBook, rollBackOn, stateOf, stoodThrough } from './library.ts';
import { BOOK_SCHEMA } from './schema.ts';
import type { Target } from './target.ts';

/** Makes an entity's book in a namespace that is empty, or among the others that are there. */
export function createOnServer<T>(
  target: Target,
  draft: EntityDraft,
  header: OperationHeader,
  fn: (writer: Port.Writer) => Promise<T>,
): Promise<T> {
  return withRoom(target, draft.code, header.dryRun, async (db, entity) => {
    plant(db, entity, draft, header);
    const writer = new EntityWriter(db);
    writer.adopt(REGISTERS);
    const made = await fn(writer);
    writer.seal(header, GENESIS);
    return made;
  });
}

/** Makes an entity's book out of the rows of another one. */
export function rebuildOnServer(
  target: Target,
  written: WrittenBook,
  dryRun: boolean,
  work: Work,
): Promise<Rebuilt> {
  mustBeReadable(written);
  return withRoom(target, written.header.entity, dryRun, (db, entity) => {
    db.exec('set constraints all deferred');
    // What a law or a check refuses was never in a book.
    const refused = (error: unknown) => /^(?:22|23|PHL)/.test(codeOf(error, /^PostgresError$/) ?? '');
    return fillBook(db, entity, written, work, refused);
  });
}

/** Gives `fill` a free number of an entity, in one transaction with the tables, where they are not there yet. */
async function withRoom<T>(
  target: Target,
  code: string,
  dryRun: boolean,
  fill: (db: PostgresConnection, entity: number) => Promise<T>,
): Promise<T> {
  const { schema, path } = target;
  const db = connectTo(target);
  try {
    db.transact('begin', true);
    // One makes a book at a time.
    db.prepare('select pg_advisory_xact_lock(hashtext(?))').all(`phucloi ${schema}`);
    const state = stateOf(db, schema);
    if (state === 'none') {
      mustSpeakEveryLetter(db);
      db.exec(`create schema if not exists ${schema}`);
      // Whatever lies in a login's own temporary tables stands for no table of the book.
      db.exec(`set local search_path = ${schema}, pg_temp`);
      db.exec(BOOK_SCHEMA);
    } else mustBeBook(db, target);
    const taken = db.prepare<[string]>('select 1 from entity where code = ?').get(code);
    if (taken !== undefined) refuse('entity.exists', { entity: code });
    const last = db.prepare<[], { last: number | null }>('select max(id) as last from book').get();
    db.entity = (last?.last ?? 0) + 1;
    const made = await fill(db, db.entity);
    if (!dryRun) commit(db, target);
    return made;
  } catch (error) {
    throw serverFailure(error, path);
  } finally {
    rollBackOn(db);
    db.close();
  }
}

/** A database of another encoding has no room for Vietnamese. */
function mustSpeakEveryLetter(db: PostgresConnection): void {
  const spoken = db
    .prepare<[], { encoding: string }>("select current_setting('server_encoding') as encoding")
    .get();
  if (spoken?.encoding !== 'UTF8') refuse('book.address', { what: 'encoding', name: spoken?.encoding ?? '' });
}

/** Where the connection breaks in the middle of it, another one looks whether the entity is there. */
function commit(db: PostgresConnection, target: Target): void {
  const origin = db.prepare<[number], { uuid: string }>('select uuid from book where id = ?').get(db.entity);
  try {
    db.transact('commit', false);
  } catch (error) {
    if (!isLost(error)) throw error;
    const stands = stoodThrough(target, (again) => {
      again.prepare('select pg_advisory_xact_lock(hashtext(?))').all(`phucloi ${target.schema}`);
      if (stateOf(again, target.schema) === 'none') return false;
      return again.prepare('select 1 from book where uuid = ?').get(origin?.uuid ?? '') !== undefined;
    });
    if (!stands) throw error;
  }
}
