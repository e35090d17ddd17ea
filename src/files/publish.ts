import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { refuseUnwritable, systemCode } from './held.ts';

/**
 * Gives a finished draft its name, where that is free; `taken` refuses one that is not. A hard link fails where the name
 * has been taken meanwhile; a rename would overwrite it. A stick's file system knows no links: there the name is taken
 * first, by a file that is ours, and that is what the rename overwrites.
 */
export function publish(
  draft: string,
  path: string,
  taken: () => never = () => refuse('file.exists', { path }),
): void {
  try {
    linkSync(draft, path);
    return;
  } catch {
    if (existsSync(path)) taken();
  }
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') taken();
    refuseUnwritable(path, code);
  }
  try {
    renameSync(draft, path);
  } catch (error) {
    rmSync(path, { force: true });
    refuseUnwritable(path, systemCode(error));
  }
}

/** Waits until a file's bytes are on the disk. */
export function flushFile(path: string): void {
  // Windows flushes only what was opened for writing.
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A file's bytes, piece by piece. */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) yield piece as Uint8Array;
}

/** A turn for others between two pieces of long work. */
type Breathe = () => Promise<void> | undefined;

/** SHA-256 of bytes that come in pieces, in hexadecimal. */
export async function digestOf(pieces: AsyncIterable<Uint8Array>, breathe: Breathe): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    const wait = breathe();
    if (wait !== undefined) await wait;
  }
  return hash.digest('hex');
}

/** Writes pieces into a new file that only its owner may read, flushed; `seen` is shown each. */
export async function fill(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  breathe: Breathe,
  seen: (piece: Uint8Array) => void = () => {},
): Promise<void> {
  const handle = openSync(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      seen(piece);
      for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
      const wait = breathe();
      if (wait !== undefined) await wait;
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Where the digest of a file stands: beside it, in the form that `sha256sum -c` reads. */
export function sidecarOf(path: string): string {
  return `${path}.sha256`;
}

/** Writes what is to stand beside a file: its digest, under the name of a draft. */
export function draftSidecar(draft: string, path: string, digest: string): void {
  writeFileSync(draft, `${digest}  ${basename(path)}\n`, { mode: 0o600, flag: 'wx', flush: true });
}

/** Gives a file and its digest their names: both, or neither. */
export function publishWithSidecar(draft: string, sidecar: string, path: string): void {
  publish(draft, path);
  try {
    renameSync(sidecar, sidecarOf(path));
  } catch (error) {
    rmSync(path, { force: true });
    refuseUnwritable(sidecarOf(path), systemCode(error));
  }
}

/** More than one line of a digest and the longest name. */
const SIDECAR_BYTES_MAX = 8 * 1024;

/** The digest beside a file, as a tool or an editor writes it, with a name after it or alone; undefined where there is none, '' where what stands there is no digest. */
export function readSidecar(path: string): string | undefined {
  const beside = sidecarOf(path);
  const found = statSync(beside, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile() || found.size > SIDECAR_BYTES_MAX) return '';
  const [, digest = ''] = /^\ufeff?\\?([0-9a-f]{64})(?: [ *]|\s*$)/i.exec(readFileSync(beside, 'utf8')) ?? [];
  return digest.toLowerCase();
}
