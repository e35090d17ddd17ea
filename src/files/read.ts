import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { refuseHeld, systemCode } from './held.ts';

/** Where bytes are read from: a file, by its path; or what came through a stream, held whole and never put on a disk. */
export type Source = string | Streamed;

interface Streamed {
  /** Stands where a file's name would. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** How a source is called: a file's name without its folder. */
export function nameOf(source: Source): string {
  return typeof source === 'string' ? basename(source) : source.name;
}

/** Larger lists than this come from a mistake or an attack: a million donor rows take about 120 MB. */
export const LIST_BYTES_MAX = 512 * 1024 * 1024;

/** Small enough that what is made of one piece is gone before it would be kept as old. */
const CHUNK_BYTES = 8 * 1024;

/** Reads a whole file of at most `limit` bytes; refuses one that is missing, no file, or larger. */
export function readBytes(path: string, limit: number = LIST_BYTES_MAX): Buffer {
  return opened(path, limit, (handle) => orMissing(path, () => readFileSync(handle)));
}

/** How many bytes a source has; refuses a file that is missing, none, or larger than `limit`. */
export function sizeOf(source: Source, limit: number = LIST_BYTES_MAX): number {
  if (typeof source !== 'string') return source.bytes.length;
  return opened(source, limit, (handle) => fstatSync(handle).size);
}

/** Reads a source piece by piece, in one buffer: a piece is good until the next is asked for. Refuses what `readBytes` does. */
export function* chunksOf(source: Source, limit: number = LIST_BYTES_MAX): Generator<Buffer> {
  if (typeof source !== 'string') {
    for (let at = 0; at < source.bytes.length; at += CHUNK_BYTES)
      yield source.bytes.subarray(at, at + CHUNK_BYTES);
    return;
  }
  const handle = openFile(source, limit);
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const length = orMissing(source, () => readSync(handle, chunk, 0, CHUNK_BYTES, null));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

/** A disk or stick that cannot give back what it holds, or a file that is none underneath. */
function orMissing<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    systemCode(error);
    return refuse('file.missing', { path });
  }
}

function opened<T>(path: string, limit: number, fn: (handle: number) => T): T {
  const handle = openFile(path, limit);
  try {
    return fn(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Opens a file to be read, and gives its handle; undefined where a folder, a pipe or a device has that name: nothing waits
 * for somebody who may write into a pipe. Refuses one that is missing or held, by the name that is shown.
 */
export function openRegular(path: string, shown = path): number | undefined {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    refuseHeld(path, 'r', shown);
    return refuse('file.missing', { path: shown });
  }
  if (fstatSync(handle).isFile()) return handle;
  closeSync(handle);
  return undefined;
}

function openFile(path: string, limit: number): number {
  const handle = openRegular(path) ?? refuse('file.missing', { path });
  try {
    const status = fstatSync(handle);
    if (status.size > limit) refuse('input.size', { file: path, bytes: status.size, limit });
    return handle;
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}
