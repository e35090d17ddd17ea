import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { refuse } from '../domain/failure.ts';
import { draftBeside, flushFolder } from '../files/draft.ts';
import { refuseUnwritable } from '../files/held.ts';
import { digestOf, draftSidecar, fill, flushFile, piecesOf, publishWithSidecar } from '../files/publish.ts';
import type { BackedUp, Cipher } from '../usecase/port/backup.ts';
import { hex } from './hex.ts';
import { APPLICATION_ID, OLDEST_SCHEMA } from './codes.ts';
import { patiently, type Waiting } from './patience.ts';
import { lastDigest } from './queries.ts';
import { openBook, storeFailure, type Sqlite } from './sqlite.ts';

/**
 * Copies a book whole, as it stood at one moment. Others read it meanwhile; who writes finishes once the copy is made, as
 * the copy reads the whole book at once. It is made under another name first, readable by its owner only, flushed, opened again and proved (every page and index, the kind of file, the head of the chain); then
 * it takes its name, where that is free, and its digest stands beside it. A copy that is encrypted lies in plain only
 * beside the book, where all of it lies in plain anyway.
 */
export async function backUp(
  book: Sqlite,
  path: string,
  waiting: Waiting,
  cipher?: Cipher,
): Promise<BackedUp> {
  if (existsSync(path)) refuse('file.exists', { path });
  const [place, name] = [dirname(path), basename(book.name)];
  const drafts: string[] = [];
  const draftIn = (folder: string): string => {
    // By the book's name, not the backup's: the next backup clears away what a killed one left.
    const draft = draftBeside(join(folder, name));
    drafts.push(draft);
    return draft;
  };
  const breathe = () => waiting.work.step(0);
  // What is refused by its name: where the plain copy of an encrypted one cannot lie, the book's folder is in the way.
  let refused = cipher === undefined ? path : dirname(book.name);
  try {
    const plain = draftIn(cipher === undefined ? place : dirname(book.name));
    closeSync(openSync(plain, 'wx', 0o600));
    await patiently(() => book.prepare('vacuum into ?').run(plain), waiting);
    await breathe();
    const facts = proved(plain, path);
    let draft = plain;
    let digest = await digestOf(piecesOf(plain), breathe);
    refused = path;
    if (cipher !== undefined) {
      draft = draftIn(place);
      await fill(draft, cipher.seal(piecesOf(plain)), breathe);
      // What cannot be opened again is no backup.
      if ((await digestOf(cipher.open(piecesOf(draft)), breathe)) !== digest)
        refuse('backup.altered', { path, how: 'cipher' });
      digest = await digestOf(piecesOf(draft), breathe);
    }
    flushFile(draft);
    const { size } = statSync(draft);
    const sidecar = draftIn(place);
    draftSidecar(sidecar, path, digest);
    publishWithSidecar(draft, sidecar, path);
    flushFolder(place);
    return { ...facts, digest, bytes: size };
  } catch (error) {
    if (error instanceof Error && 'failure' in error) throw error;
    if (error instanceof Database.SqliteError) {
      if (error.code.startsWith('SQLITE_BUSY')) throw storeFailure(error, book.name);
      return refuse('file.unwritable', {
        path: refused,
        reason: error.code === 'SQLITE_FULL' ? 'ENOSPC' : error.code,
      });
    }
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuseUnwritable(refused, String(error.code));
  } finally {
    // A name that is too long for the disk cannot even be taken away.
    for (const draft of drafts) if (existsSync(draft)) rmSync(draft, { force: true });
  }
}

function proved(draft: string, path: string): Pick<BackedUp, 'uuid' | 'head' | 'operations'> {
  const copy = openBook(draft, { oldest: OLDEST_SCHEMA });
  try {
    const sound = copy.pragma('integrity_check', { simple: true });
    if (sound !== 'ok') refuse('book.damaged', { path, detail: 'integrity_check' });
    if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) refuse('book.foreign', { path });
    const operations = Number(copy.prepare('select count(*) from operation').pluck().get());
    const uuid = String(copy.prepare('select uuid from book').pluck().get());
    return { uuid, head: hex(lastDigest(copy)), operations };
  } finally {
    copy.close();
  }
}
