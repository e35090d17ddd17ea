import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
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

function clearDrafts(path: string): void {
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

function runs(process: number): boolean {
  try {
    globalThis.process.kill(process, 0);
    return true;
  } catch (error) {
    // Somebody else's process runs too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
