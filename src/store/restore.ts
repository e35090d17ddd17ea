import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { draftBeside, flushFolder } from '../files/draft.ts';
import { refuseUnwritable } from '../files/held.ts';
import { publish } from '../files/publish.ts';
import type { OperationHeader } from '../usecase/book.ts';
import type {
  Candidate,
  Difference,
  Present,
  Proof,
  Restored,
  RestoreRequest,
} from '../usecase/port/backup.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './codes.ts';
import type { Work } from '../usecase/port/work.ts';
import { patiently, type Waiting } from './patience.ts';
import { beginsAsDatabase, copyProved, lastWritten } from './proof.ts';
import { EntityReader } from './reader.ts';
import { connect, isSound, mustBeOfSchema, storeFailure, versionOf, type Sqlite } from './sqlite.ts';
import { markOf, Turn } from './turn.ts';
import { readVault, vaultDigest } from './vault.ts';

/** What SQLite keeps beside a book while it writes. */
const BESIDE = ['-journal', '-wal', '-shm'] as const;

/** Proves a backup by restoring it to a private place, which is cleared away. */
export async function proveFile(candidate: Candidate, place: string, work: Work): Promise<Proof> {
  return withDraft(place, candidate.path, (draft) => copyProved(candidate, draft, work));
}

/**
 * Puts a backup in the place of the book: proved first, then exchanged at once, under the write lock of the book that
 * lies there. That one is kept under another name with its journal, so that no journal ever meets another book; whoever
 * waited for the lock finds that the file is another one.
 */
export async function restoreInFile(
  path: string,
  request: RestoreRequest,
  header: OperationHeader,
  waiting: Waiting,
): Promise<Restored> {
  const { work } = waiting;
  const { dryRun } = header;
  const target = existsSync(path) ? realpathSync(path) : path;
  return withDraft(target, path, async (draft) => {
    const proof = await copyProved(request, draft, work);
    if (!existsSync(target)) {
      // A journal without its book is no use, and would be played into this one.
      const left = BESIDE.filter((ending) => existsSync(`${target}${ending}`));
      if (dryRun) return { proof, present: 'none', difference: undefined, kept: undefined };
      const kept = left.length === 0 ? undefined : request.keep(target);
      for (const ending of left) renameSync(`${target}${ending}`, `${kept}${ending}`);
      publish(draft, target);
      flushFolder(dirname(target));
      const journal = kept === undefined ? undefined : `${kept}${left[0]}`;
      return { proof, present: 'none', difference: undefined, kept: journal };
    }
    const { lock, turn } = await lockOf(target, header, waiting);
    try {
      const { present, difference } = look(lock, draft, proof, { target, path });
      if (present === 'other' && !request.otherBook)
        refuse('backup.other', { path: request.path, book: path });
      if (dryRun) return { proof, present, difference, kept: undefined };
      const kept = request.keep(target);
      await work.step(0);
      clearTwins(target);
      turn?.mustBeThere();
      turn?.takeNote();
      exchange(target, draft, kept, lock);
      work.written();
      return { proof, present, difference, kept };
    } finally {
      turn?.end();
      lock?.close();
    }
  });
}

/** Runs `fn` with a name beside a place for what is to stand there; nothing stays under it. */
async function withDraft<T>(place: string, shown: string, fn: (draft: string) => Promise<T>): Promise<T> {
  const draft = draftBeside(place);
  try {
    return await fn(draft);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    return refuseUnwritable(shown, String(error.code));
  } finally {
    for (const ending of ['', ...BESIDE]) rmSync(`${draft}${ending}`, { force: true });
  }
}

/** The book that lies there, and the turn at writing it. */
interface Held {
  readonly lock?: Sqlite;
  readonly turn?: Turn;
}

/**
 * The write lock of the book that lies there, its last cut-off write taken back; nothing where it is no database that can
 * be opened, and so nobody can be writing it. A rehearsal only reads.
 */
async function lockOf(target: string, header: OperationHeader, waiting: Waiting): Promise<Held> {
  let lock: Sqlite | undefined;
  let turn: Turn | undefined;
  try {
    const mark = markOf(target);
    const opened = (lock = await patiently(() => connect(target), waiting));
    turn = header.dryRun ? undefined : new Turn(opened, waiting, mark);
    if (turn === undefined) await patiently(() => opened.exec('begin'), waiting);
    else await turn.begin(header);
    // The first read takes back what a journal is left of.
    await patiently(() => opened.pragma('user_version'), waiting);
    return turn === undefined ? { lock } : { lock, turn };
  } catch (error) {
    turn?.end();
    lock?.close();
    const said = storeFailure(error, target);
    const code = said instanceof Error && 'failure' in said ? said.message : '';
    if (code === 'book.foreign' || code === 'book.damaged') return {};
    throw said;
  }
}

/** How the present book stands to the backup. */
function look(
  book: Sqlite | undefined,
  draft: string,
  { uuid }: Proof,
  { target, path }: { readonly target: string; readonly path: string },
): { present: Present; difference: Difference | undefined } {
  try {
    if (book === undefined)
      return { present: beginsAsDatabase(target) ? 'unread' : 'other', difference: undefined };
    if (book.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      return { present: 'other', difference: undefined };
    // Whole, only another program's to read: not damaged, and not to be replaced as if it were.
    if (versionOf(book) !== SCHEMA_VERSION && isSound(book) && !isOthers(book, uuid))
      mustBeOfSchema(path, book);
    if (versionOf(book) !== SCHEMA_VERSION)
      return { present: isOthers(book, uuid) ? 'other' : 'unread', difference: undefined };
    if (new EntityReader(book).uuid !== uuid) return { present: 'other', difference: undefined };
    return { present: 'whole', difference: differenceOf(book, draft) };
  } catch (error) {
    if (error instanceof Error && 'failure' in error) throw error;
    return { present: 'unread', difference: undefined };
  }
}

/** Whether it says that it is another book; one of a later schema may keep that elsewhere. */
function isOthers(book: Sqlite, uuid: string): boolean {
  try {
    return book.prepare('select uuid from book').pluck().get() !== uuid;
  } catch {
    return false;
  }
}

/** The operations of a chain that stand in one and not in the other: they part once, and never meet again. */
function differenceOf(book: Sqlite, draft: string): Difference {
  const copy = connect(draft);
  try {
    const digests = (sqlite: Sqlite) =>
      sqlite.prepare<[], Uint8Array>('select digest from operation order by entity, id').pluck().iterate();
    const [here, there] = [digests(book), digests(copy)];
    let shared = 0;
    for (;;) {
      const [one, other] = [here.next(), there.next()];
      if (one.done === true || other.done === true || !Buffer.from(one.value).equals(other.value)) break;
      shared += 1;
    }
    here.return?.();
    there.return?.();
    const count = (sqlite: Sqlite) => Number(sqlite.prepare('select count(*) from operation').pluck().get());
    const [lost, gained] = [count(book) - shared, count(copy) - shared];
    return {
      lost,
      gained,
      last: lost === 0 ? undefined : lastWritten(book),
      accesses: accessesAfter(book, shared),
      erasures: erasuresAfter(book, shared),
      ...privateIn(book, copy, lost === 0 && gained === 0),
    };
  } finally {
    copy.close();
  }
}

/** How often private values were shown or given by operations after the first so many. */
function accessesAfter(book: Sqlite, shared: number): number {
  const after = 'select entity, id from operation order by entity, id limit -1 offset ?';
  return Number(
    book
      .prepare(`select count(*) from disclosure where (entity, operation) in (${after})`)
      .pluck()
      .get(shared),
  );
}

/** How often people's words were taken out by operations after the first so many. */
function erasuresAfter(book: Sqlite, shared: number): number {
  const after = 'select command from operation order by entity, id limit -1 offset ?';
  return Number(
    book.prepare(`select count(*) from (${after}) where command = 'member erase'`).pluck().get(shared),
  );
}

/** How the private values of a copy stand to those of the book; how many there are is compared where both have one head. */
function privateIn(
  book: Sqlite,
  copy: Sqlite,
  oneHead: boolean,
): Pick<Difference, 'opened' | 'otherWords' | 'valuesLost'> {
  const vaultOf = (sqlite: Sqlite) => readVault(sqlite, new EntityReader(sqlite).entity.id).rows;
  const [here, there] = [vaultOf(book), vaultOf(copy)];
  const counts = (sqlite: Sqlite) =>
    new Map(
      sqlite
        .prepare<[], [string, number]>('select register, count(*) from private group by register')
        .raw()
        .all(),
    );
  const [held, kept] = [counts(book), counts(copy)];
  const lacking = [...held].map(([register, count]) => Math.max(0, count - (kept.get(register) ?? 0)));
  return {
    opened: here.length > 0 && there.length === 0 && kept.size > 0,
    otherWords: here.length > 0 && there.length > 0 && vaultDigest(here) !== vaultDigest(there),
    valuesLost: oneHead ? lacking.reduce((sum, each) => sum + each, 0) : 0,
  };
}

/**
 * Exchanges the book for the draft. The old book has its second name before the path leads to the new one, so a book
 * lies there at every moment; where a file has but one name (a stick, Windows) for an instant it does not.
 */
function exchange(target: string, draft: string, kept: string, lock: Sqlite | undefined): void {
  chmodSync(draft, statSync(target).mode & 0o777);
  let moved = false;
  if (process.platform === 'win32') lock?.close();
  try {
    linkSync(target, kept);
  } catch (error) {
    if (existsSync(kept)) refuse('file.exists', { path: kept });
    if (!(error instanceof Error && 'code' in error)) throw error;
    renameSync(target, kept);
    moved = true;
  }
  try {
    for (const ending of BESIDE)
      if (existsSync(`${target}${ending}`)) renameSync(`${target}${ending}`, `${kept}${ending}`);
    renameSync(draft, target);
  } catch (error) {
    for (const ending of BESIDE)
      if (existsSync(`${kept}${ending}`)) renameSync(`${kept}${ending}`, `${target}${ending}`);
    if (moved) renameSync(kept, target);
    else unlinkSync(kept);
    throw error;
  }
  flushFolder(dirname(target));
}

/** An exchange that was cut off before its second step has left the book a second name; it is no book of its own. */
function clearTwins(target: string): void {
  const [folder, stem] = [dirname(target), basename(target, extname(target))];
  const { ino, dev } = statSync(target, { bigint: true });
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${stem}-`) || !name.endsWith('.replaced.db')) continue;
    const found = statSync(join(folder, name), { bigint: true, throwIfNoEntry: false });
    if (found?.ino === ino && found.dev === dev) unlinkSync(join(folder, name));
  }
}
