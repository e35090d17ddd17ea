import { rmSync } from 'node:fs';
import { refuse } from '../domain/failure.ts';
import { sidecarOf } from '../files/publish.ts';
import type { Migration, MigrationRequest, OperationHeader } from '../usecase/book.ts';
import type { Work } from '../usecase/port/work.ts';
import { hex } from './hex.ts';
import { OLDEST_SCHEMA, SCHEMA_VERSION } from './codes.ts';
import { patiently, type Waiting } from './patience.ts';
import { planStatistics } from './plan.ts';
import { lastDigest } from './queries.ts';
import { EntityReader } from './reader.ts';
import { COLLECTED } from './schema-facts.ts';
import { VAULT } from './schema.ts';
import { ENDING, UNIT_FACTS } from './schema-units.ts';
import { misshapen } from './shape.ts';
import { connect, isSound, openBook, storeFailure, versionOf, type Sqlite } from './sqlite.ts';
import { TRIGGERS } from './triggers.ts';
import { markOf, Turn } from './turn.ts';
import { stale, verifyChain } from './verify.ts';

/**
 * What brings a book from one schema to the next: tables and indexes only, never a row of the chain. Forward only, and
 * never changed once a version was released: a step whose table a later schema changes keeps the text of its own time.
 * How one is added: CONTRIBUTING.md.
 */
const STEPS: readonly { readonly to: number; readonly tables: string }[] = [
  { to: 5, tables: VAULT },
  { to: 6, tables: `${COLLECTED}${UNIT_FACTS}${ENDING}` },
];

/**
 * One transaction: the backup, every step that is missing, the triggers anew, and the proof. What the proof does not
 * find whole is taken back to the last byte; so is all of a rehearsal, for which no backup is made.
 */
export async function migrateInFile(
  path: string,
  { backup }: MigrationRequest,
  header: OperationHeader,
  waiting: Waiting,
): Promise<Migration> {
  // Taken first: a file that takes the other's place in between is another one to whoever writes.
  const mark = markOf(path);
  const sqlite = await patiently(() => openBook(path, { oldest: OLDEST_SCHEMA }), waiting);
  const turn = new Turn(sqlite, waiting, mark);
  try {
    // A step may make a table anew under the rows that refer to it; every reference is held by the proof.
    sqlite.pragma('foreign_keys = off');
    await turn.begin(header);
    const from = versionOf(sqlite);
    const to = SCHEMA_VERSION;
    if (from === to) return { from, to };
    const head = hex(lastDigest(sqlite));
    const kept = header.dryRun
      ? undefined
      : await backedUp(waiting, await backup({ schema: from, uuid: new EntityReader(sqlite).uuid }));
    try {
      turn.mustBeThere();
      if (kept !== undefined && kept.head !== head) refuse('book.damaged', { path, detail: 'backup' });
      change(sqlite, path, from);
      const proof = await proved(sqlite, path, head, waiting.work);
      if (kept === undefined) return { from, to, proof };
      await turn.commit();
      waiting.work.written();
      return { from, to, backup: kept.path, proof };
    } catch (error) {
      // Nothing came of it: the book itself is what the copy would be kept for.
      if (kept !== undefined && sqlite.inTransaction)
        for (const made of [kept.path, sidecarOf(kept.path)]) rmSync(made, { force: true });
      throw error;
    }
  } catch (error) {
    // First of all: to look at why, the file may be opened and closed, and with that the system lets go of its locks.
    turn.end();
    throw storeFailure(error, path);
  } finally {
    turn.end();
    sqlite.close();
  }
}

function change(sqlite: Sqlite, path: string, from: number): void {
  try {
    for (const { to, tables } of STEPS) if (to > from) sqlite.exec(tables);
  } catch (error) {
    // Not the tables that its version says: nothing that this program ever made.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR')
      refuse('book.damaged', { path, detail: 'schema' });
    throw error;
  }
  const triggers = sqlite
    .prepare<[], string>("select name from sqlite_schema where type = 'trigger'")
    .pluck()
    .all();
  for (const name of triggers) sqlite.exec(`drop trigger "${name}"`);
  sqlite.exec(TRIGGERS);
  planStatistics(sqlite);
  sqlite.pragma(`user_version = ${SCHEMA_VERSION}`);
}

/** Copies the book while this process keeps others from writing; the copy must end in the head that is migrated. */
async function backedUp(
  waiting: Waiting,
  { path, cipher }: Awaited<ReturnType<MigrationRequest['backup']>>,
): Promise<{ path: string; head: string }> {
  const { backUp } = await import('./backup.ts');
  // A connection that writes cannot copy itself. Not openBook: it looks at the file's bytes, and a file that is closed
  // loses the locks that this process has on it.
  const reading = connect(waiting.path);
  try {
    const { head } = await backUp(reading, path, waiting, cipher);
    return { path, head };
  } finally {
    reading.close();
  }
}

/** Every page and index, every reference, the whole chain, every table and trigger, and that it ends where it ended before. */
async function proved(
  sqlite: Sqlite,
  path: string,
  head: string,
  work: Work,
): Promise<NonNullable<Migration['proof']>> {
  if (!isSound(sqlite)) refuse('book.damaged', { path, detail: 'integrity_check' });
  if (sqlite.prepare('pragma foreign_key_check').get() !== undefined)
    refuse('book.damaged', { path, detail: 'foreign_key_check' });
  const { uuid, entity } = new EntityReader(sqlite);
  const proof = await verifyChain(sqlite, entity.id, [uuid, entity.code], work);
  if (!proof.ok) return refuse('book.altered', proof.broken);
  const broken = misshapen(sqlite) ?? (await stale(sqlite));
  if (broken !== undefined) return refuse('book.altered', broken);
  if (proof.head !== head) refuse('book.damaged', { path, detail: 'head' });
  return { entries: proof.entries, operations: proof.operations, head };
}
