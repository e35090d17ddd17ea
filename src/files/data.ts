import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The path of something in `data/` beside the program, wherever this file was bundled to. */
export function dataPath(name: string): string {
  for (let folder = import.meta.dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    const path = join(folder, 'data', name);
    if (existsSync(path)) return path;
  }
  throw new Error(`data/${name} is missing`);
}
