import { closeSync, existsSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { draftBeside, flushFolder, removeDraft } from '../files/draft.ts';
import { refuseUnwritable, systemCode } from '../files/held.ts';
import { publish } from '../files/publish.ts';
import type { OperationHeader, EntityDraft } from '../usecase/book.ts';
import type * as Port from '../usecase/port/ports.ts';
import { APPLICATION_ID, GENESIS, SCHEMA_VERSION, SOLE_ENTITY } from './codes.ts';
import { guarded } from './library.ts';
import { planStatistics } from './plan.ts';
import { plant } from './plant.ts';
import { REGISTERS, TABLES } from './schema.ts';
import { connect, storeFailure, type Sqlite } from './sqlite.ts';
import { TRIGGERS } from './triggers.ts';
import { EntityWriter } from './writer.ts';

export function createInFile<T>(
  path: string,
  entity: EntityDraft,
  header: OperationHeader,
  fn: (writer: Port.Writer) => Promise<T>,
): Promise<T> {
  return makeBook(path, header.dryRun, async (sqlite) => {
    plant(sqlite, SOLE_ENTITY, entity, header);
    const writer = new EntityWriter(sqlite);
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
  const draft = draftBeside(path);
  const taken = () => refuse('book.exists', { path, option: '--book' });
  if (existsSync(path)) taken();
  if (!existsSync(dirname(path))) refuse('file.missing', { path: dirname(path) });
  try {
    // Nobody but its owner reads a book, from the first byte on.
    makePrivate(draft, path);
    const sqlite = createBook(draft);
    let result: T;
    try {
      result = await guarded(
        sqlite,
        path,
        () => sqlite.exec('begin immediate'),
        () => fill(sqlite),
      );
    } finally {
      sqlite.close();
    }
    if (!dryRun) {
      publish(draft, path, taken);
      flushFolder(dirname(path));
    }
    return result;
  } catch (error) {
    throw storeFailure(error, path);
  } finally {
    removeDraft(draft);
  }
}

/** Takes the draft's name; a place where no file can be is refused under the name that was asked for. */
function makePrivate(draft: string, path: string): void {
  try {
    closeSync(openSync(draft, 'wx', 0o600));
  } catch (error) {
    refuseUnwritable(path, systemCode(error));
  }
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
