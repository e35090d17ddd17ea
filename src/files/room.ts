import { statfsSync } from 'node:fs';

/** Room on the disk that a folder lies on, in bytes. */
export function roomOn(folder: string): { free: number; total: number } | undefined {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return undefined;
  }
}
