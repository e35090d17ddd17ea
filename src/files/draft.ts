import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * A name beside a file's place, for what is to become it; the process's number is in it. What an earlier process left
 * behind there when it was killed is cleared away.
 */
export function draftBeside(path: string, ending: 'tmp' | 'old' = 'tmp'): string {
  clearDrafts(path);
  return `${path}.${process.pid}.${randomUUID()}.${ending}`;
}

const DRAFT = /^\.(\d+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(tmp|old)(-journal)?$/;

/**
 * Clears away what a killed process left beside a place. Asked for by itself where a command may refuse before it writes
 * there: what it did before it was killed may be why.
 */
export function clearDrafts(path: string): void {
  const [folder, name] = [dirname(path), basename(path)];
  try {
    for (const each of readdirSync(folder)) {
      if (!each.startsWith(name)) continue;
      const [, process, ending] = DRAFT.exec(each.slice(name.length)) ?? [];
      if (process === undefined || runs(Number(process))) continue;
      const left = join(folder, each);
      // A folder that was moved aside and never replaced is the only one there is.
      if (ending === 'old' && !existsSync(path)) renameSync(left, path);
      else rmSync(left, { recursive: true, force: true });
    }
  } catch {
    // The folder is missing or closed: writing there says so.
  }
}

/** Waits until a name that was given in this folder is on the disk: a file's bytes alone are not found after a power cut. */
export function flushFolder(folder: string): void {
  // A folder cannot be opened for flushing everywhere; its name then stands when the system writes it.
  if (process.platform === 'win32') return;
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Some file systems refuse it, and a folder that may be written need not be readable.
  }
}

/** Whether a process of this machine still runs. */
export function runs(process: number): boolean {
  try {
    globalThis.process.kill(process, 0);
    return true;
  } catch (error) {
    // Somebody else's process runs too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Takes a draft away where it is. */
export function removeDraft(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is no folder: there is nothing to remove, and the failure above says why.
  }
}
