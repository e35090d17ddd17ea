import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { refuse } from '../domain/failure.ts';
import { refuseHeld } from './held.ts';

/** Larger lists than this come from a mistake or an attack: a million donor rows take about 120 MB. */
const LIST_BYTES_MAX = 512 * 1024 * 1024;

/** Small enough that what is made of one piece is gone before it would be kept as old. */
const CHUNK_BYTES = 32 * 1024;

/** Reads a whole file of at most `limit` bytes; refuses one that is missing, no file, or larger. */
export function readBytes(path: string, limit: number = LIST_BYTES_MAX): Buffer {
  return opened(path, limit, (handle) => readFileSync(handle));
}

/** How many bytes a file has; refuses one that is missing, no file, or larger than `limit`. */
export function sizeOf(path: string, limit: number = LIST_BYTES_MAX): number {
  return opened(path, limit, (handle) => fstatSync(handle).size);
}

/** Reads a file piece by piece, in one buffer: a piece is good until the next is asked for. Refuses what `readBytes` does. */
export function* chunksOf(path: string, limit: number = LIST_BYTES_MAX): Generator<Buffer> {
  const handle = openFile(path, limit);
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const length = readSync(handle, chunk, 0, CHUNK_BYTES, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(handle);
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

function openFile(path: string, limit: number): number {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    refuseHeld(path, 'r');
    return refuse('file.missing', { path });
  }
  try {
    const status = fstatSync(handle);
    if (!status.isFile()) refuse('file.missing', { path });
    if (status.size > limit) refuse('input.size', { file: path, bytes: status.size, limit });
    return handle;
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}
