import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { draftBeside } from './draft.ts';
import { refuseUnwritable } from './held.ts';
import { isSameOnWindows, isWindowsName } from './windows.ts';

/** Writes a file whole or not at all: beside its place first, flushed, then renamed over it. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const draft = openDraft(path);
  try {
    draft.put(bytes);
    draft.finish();
  } catch (error) {
    draft.fail(error);
  } finally {
    draft.remove();
  }
}

const PIECE_BYTES = 64 * 1024;

/** Text that is made piece by piece, in pieces worth a write. */
export function* gatheredText(pieces: Iterable<string>): Generator<Uint8Array> {
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < PIECE_BYTES) continue;
    yield Buffer.from(gathered, 'utf8');
    gathered = '';
  }
  yield Buffer.from(gathered, 'utf8');
}

/** The same for bytes that come in pieces and are never held together. */
export async function writeStream(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const draft = openDraft(path);
  try {
    for await (const piece of pieces) draft.put(piece);
    draft.finish();
  } catch (error) {
    draft.fail(error);
  } finally {
    draft.remove();
  }
}

/** Writes a file beside its place, to be put there (`place`) or forgotten (`drop`) once something else is decided. */
export function stageWhole(path: string, bytes: Uint8Array): { place: () => void; drop: () => void } {
  const draft = draftBeside(path);
  try {
    writeWhole(draft, bytes);
  } catch (error) {
    removeDraft(draft);
    throw error;
  }
  return {
    place: () => {
      try {
        renameSync(draft, path);
      } catch (error) {
        refuseUnwritable(path, error instanceof Error && 'code' in error ? String(error.code) : 'unknown');
      }
    },
    drop: () => {
      removeDraft(draft);
    },
  };
}

/** A file beside its place: flushed and renamed over it once it is whole, removed otherwise. */
function openDraft(path: string) {
  const draft = draftBeside(path);
  const fail = (error: unknown): never => {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    return refuseUnwritable(path, String(error.code));
  };
  let handle: number | undefined;
  try {
    if (process.platform === 'win32' && !isWindowsName(path))
      refuse('file.unwritable', { path, reason: 'name' });
    if (isSpecial(path)) refuse('file.unwritable', { path, reason: 'device' });
    mkdirSync(dirname(path), { recursive: true });
    handle = openSync(draft, 'wx', 0o600);
  } catch (error) {
    return fail(error);
  }
  const close = () => {
    if (handle !== undefined) closeSync(handle);
    handle = undefined;
  };
  return {
    fail,
    put: (bytes: Uint8Array) => {
      for (let at = 0; at < bytes.length;) at += writeSync(handle ?? -1, bytes, at);
    },
    finish: () => {
      fsyncSync(handle ?? -1);
      close();
      renameSync(draft, path);
    },
    remove: () => {
      close();
      removeDraft(draft);
    },
  };
}

function removeDraft(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is no folder: there is nothing to remove, and the failure above says why.
  }
}

/** A device, a pipe or a socket: a file put in its place would take it from everybody. */
function isSpecial(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** Whether a path is the book, or what the database keeps beside it while it writes. */
export function isBook(path: string, book: string): boolean {
  const beside = ['-journal', '-wal', '-shm'].map((ending) => `${resolve(book)}${ending}`);
  const at = resolve(path);
  return (
    isSameFile(path, book) ||
    beside.some((each) => (process.platform === 'win32' ? isSameOnWindows(each, at) : each === at))
  );
}

/** Whether two paths lead to one file that is there. */
export function isSameFile(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
}

/** Refuses a path that cannot be written: its folder is missing or closed, or a folder has that name. */
export function mustBeWritable(path: string): void {
  const unwritable = (reason: string): never => refuse('file.unwritable', { path, reason });
  if (existsSync(path) && !statSync(path).isFile()) unwritable('EISDIR');
  try {
    accessSync(dirname(path), constants.W_OK);
    // Only opening tells that Excel has it open.
    if (existsSync(path)) closeSync(openSync(path, 'r+'));
  } catch (error) {
    refuseUnwritable(path, error instanceof Error && 'code' in error ? String(error.code) : 'unknown');
  }
}
