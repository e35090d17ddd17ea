import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { draftBeside, flushFolder } from './draft.ts';
import { refuseUnwritable } from './held.ts';
import { writeStream } from './write.ts';

/** A folder that is filled beside its place, to be put there whole (`place`) or forgotten (`drop`). */
export interface StagedFolder {
  readonly put: (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Takes the place of the folder that is there. */
  readonly place: () => void;
  readonly drop: () => void;
}

export function stageFolder(path: string): StagedFolder {
  const draft = draftBeside(path);
  const fail = (error: unknown): never => {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    return refuseUnwritable(path, String(error.code));
  };
  try {
    mkdirSync(dirname(path), { recursive: true });
    mkdirSync(draft);
  } catch (error) {
    fail(error);
  }
  const drop = () => {
    rmSync(draft, { recursive: true, force: true });
  };
  return {
    put: (name, pieces) => writeStream(join(draft, name), pieces),
    place: () => {
      const old = draftBeside(path, 'old');
      const replaces = existsSync(path);
      try {
        if (replaces) renameSync(path, old);
        try {
          renameSync(draft, path);
        } catch (error) {
          if (replaces) renameSync(old, path);
          throw error;
        }
      } catch (error) {
        fail(error);
      }
      flushFolder(dirname(path));
      rmSync(old, { recursive: true, force: true });
    },
    drop,
  };
}

/** Names of what lies in a folder; none where there is no folder, undefined where something else has its name. */
export function listFolder(path: string): readonly string[] | undefined {
  if (!existsSync(path)) return [];
  return lstatSync(path).isDirectory() ? readdirSync(path).toSorted() : undefined;
}

/** The text of a file of a folder, where it is one of at most so many bytes; empty otherwise. */
export function textIn(folder: string, name: string, limit: number): string {
  const path = join(folder, name);
  if (!existsSync(path)) return '';
  const about = lstatSync(path);
  return about.isFile() && about.size <= limit ? readFileSync(path, 'utf8') : '';
}

/** The files of a folder whose names end in one of `ends`, the newest first; none where it cannot be read. */
export function newestIn(folder: string, ends: readonly string[]): readonly string[] {
  const names = listFolder(folder) ?? [];
  return names
    .filter((name) => ends.some((end) => name.toLowerCase().endsWith(end)))
    .map((name) => ({ name, changed: changedAt(join(folder, name)) }))
    .toSorted((a, b) => b.changed - a.changed || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
