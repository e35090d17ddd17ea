import { closeSync, openSync, readFileSync, fstatSync } from 'node:fs';
import { refuse } from '../domain/failure.ts';

/** Larger lists than this come from a mistake or an attack: a million donor rows take about 120 MB. */
const LIST_BYTES_MAX = 512 * 1024 * 1024;

/** Reads a whole file of at most `limit` bytes; refuses one that is missing, no file, or larger. */
export function readBytes(path: string, limit: number = LIST_BYTES_MAX): Buffer {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return refuse('file.missing', { path });
  }
  try {
    const status = fstatSync(handle);
    if (!status.isFile()) refuse('file.missing', { path });
    if (status.size > limit) refuse('input.size', { file: path, bytes: status.size, limit });
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}
