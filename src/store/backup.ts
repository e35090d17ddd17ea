import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { refuse } from '../domain/failure.ts';
import { draftBeside } from '../files/draft.ts';
import { hex } from './chain.ts';
import { APPLICATION_ID } from './codes.ts';
import { SqliteReader } from './reader.ts';
import { openBook, type Sqlite } from './sqlite.ts';

/**
 * Copies a book whole: under another name first, readable by its owner only, flushed, opened again and proved (every
 * page and index, the kind of file, the head of the chain); then it takes its name, where that is free. Gives the
 * copy's head in hex.
 */
export async function backUp(book: Sqlite, path: string): Promise<string> {
  if (existsSync(path)) refuse('file.exists', { path });
  const draft = draftBeside(path);
  try {
    closeSync(openSync(draft, 'wx', 0o600));
    book.prepare('vacuum into ?').run(draft);
    const head = await proved(draft, path);
    flush(draft);
    publish(draft, path);
    flush(dirname(path));
    return head;
  } catch (error) {
    if (error instanceof Error && 'failure' in error) throw error;
    if (existsSync(path)) refuse('file.exists', { path });
    const full = error instanceof Database.SqliteError || (error instanceof Error && 'code' in error);
    if (!full) throw error;
    return refuse('file.unwritable', { path, reason: String(error.code) });
  } finally {
    rmSync(draft, { force: true });
  }
}

async function proved(draft: string, path: string): Promise<string> {
  const copy = openBook(draft);
  try {
    const sound = copy.pragma('integrity_check', { simple: true });
    if (sound !== 'ok') refuse('book.damaged', { path, detail: 'integrity_check' });
    if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) refuse('book.foreign', { path });
    return hex(await new SqliteReader(copy).head());
  } finally {
    copy.close();
  }
}

/** A link fails where the name has been taken meanwhile; a stick's file system knows none. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch {
    if (existsSync(path)) refuse('file.exists', { path });
    renameSync(draft, path);
  }
}

function flush(path: string): void {
  // A folder cannot be opened for flushing everywhere; its name then stands when the system writes it.
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
