import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { draftBeside, flushFolder, removeDraft } from './draft.ts';
import { refuseUnwritable, systemCode } from './held.ts';
import { isSameOnWindows, isWindowsName } from './windows.ts';

/** Writes a file whole or not at all: beside its place first, flushed, then renamed over it. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  stageWhole(path, bytes).put();
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
  (await stageStream(path, pieces)).put();
}

/** A file that lies beside its place, whole and flushed. */
export interface StagedFile {
  /** Gives it its name. */
  readonly put: () => void;
  /** The same once something else has come to stand that belongs to it, and does even where this fails. */
  readonly place: () => void;
  readonly drop: () => void;
}

/** Writes a file beside its place, to be put there or forgotten once something else is decided. */
export function stageWhole(path: string, bytes: Uint8Array): StagedFile {
  const draft = openDraft(path);
  try {
    draft.write(bytes);
    return draft.finish();
  } catch (error) {
    return draft.fail(error);
  }
}

/** The same for bytes that come in pieces. */
export async function stageStream(path: string, pieces: AsyncIterable<Uint8Array>): Promise<StagedFile> {
  const draft = openDraft(path);
  try {
    for await (const piece of pieces) draft.write(piece);
    return draft.finish();
  } catch (error) {
    return draft.fail(error);
  }
}

/** A file beside its place, readable by its owner only; removed where it does not become whole. */
function openDraft(path: string) {
  const draft = draftBeside(path);
  const refused = (error: unknown): never => refuseUnwritable(path, systemCode(error));
  let handle: number;
  try {
    if (process.platform === 'win32' && !isWindowsName(path))
      refuse('file.unwritable', { path, reason: 'name' });
    if (isSpecial(path)) refuse('file.unwritable', { path, reason: 'device' });
    mkdirSync(dirname(path), { recursive: true });
    handle = openSync(draft, 'wx', 0o600);
  } catch (error) {
    return refused(error);
  }
  let open = true;
  const close = () => {
    if (open) closeSync(handle);
    open = false;
  };
  const named = () => {
    renameSync(draft, path);
    flushFolder(dirname(path));
  };
  return {
    fail: (error: unknown): never => {
      close();
      removeDraft(draft);
      return refused(error);
    },
    write: (bytes: Uint8Array) => {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    },
    finish: (): StagedFile => {
      fsyncSync(handle);
      close();
      return {
        put: () => {
          try {
            named();
          } catch (error) {
            removeDraft(draft);
            refused(error);
          }
        },
        place: () => {
          try {
            named();
          } catch {
            refuse('file.unplaced', { path, draft });
          }
        },
        drop: () => {
          removeDraft(draft);
        },
      };
    },
  };
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

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch (error) {
    systemCode(error);
    return false;
  }
}

/** Refuses a path that cannot be written: its folder is missing or closed, or a folder, a pipe or a device has that name, or it leads nowhere. */
export function mustBeWritable(path: string): void {
  const unwritable = (reason: string): never => refuse('file.unwritable', { path, reason });
  const found = existsSync(path) ? statSync(path) : undefined;
  if (found?.isDirectory() === true) unwritable('EISDIR');
  if (found?.isFile() === false) unwritable('device');
  // A file put in its place would hide the one it leads to: a stick may only not be plugged in.
  if (found === undefined && isLink(path)) unwritable('link');
  try {
    accessSync(dirname(path), constants.W_OK);
    // Only opening tells that Excel has it open.
    if (existsSync(path)) closeSync(openSync(path, 'r+'));
  } catch (error) {
    refuseUnwritable(path, error instanceof Error && 'code' in error ? String(error.code) : 'unknown');
  }
}
