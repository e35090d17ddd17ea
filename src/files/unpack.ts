import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuse } from '../domain/failure.ts';

/** What the executable carries besides its code: files by name, with `/` between folders, and a digest over them all. */
export interface Carried {
  readonly digest: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

/** Holds the digest; written last, so that a folder that has it is whole. */
const SEAL = 'digest';

/**
 * The folder under `cache` where the carried files lie, put there when they are not: whole or not at all, beside its
 * place first, so that two starts at once do not meet. One that was cut or altered in size is put anew; one that
 * somebody else could write to is refused.
 */
export function unpacked(
  cache: string,
  { digest, files }: Carried,
  read: (name: string) => Uint8Array,
): string {
  const folder = join(cache, digest);
  try {
    if (isWhole(folder, digest, files)) return folder;
    mkdirSync(cache, { recursive: true, mode: 0o700 });
    const draft = `${folder}.${randomUUID()}.tmp`;
    try {
      mkdirSync(draft, { mode: 0o700 });
      for (const { name } of files) {
        mkdirSync(dirname(join(draft, name)), { recursive: true, mode: 0o700 });
        writeFileSync(join(draft, name), read(name), { mode: 0o600, flag: 'wx', flush: true });
      }
      writeFileSync(join(draft, SEAL), digest, { mode: 0o600, flag: 'wx', flush: true });
      place(draft, folder, () => isWhole(folder, digest, files));
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    return folder;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    return refuse('file.unwritable', { path: cache, reason: 'cache' });
  }
}

/** A folder that is there and whole is another start's, and as good; one that is not makes room. */
function place(draft: string, folder: string, isThere: () => boolean): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (isThere()) return;
    const old = `${folder}.${randomUUID()}.old`;
    try {
      renameSync(folder, old);
    } catch {
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
    renameSync(draft, folder);
  }
}

function isWhole(folder: string, digest: string, files: Carried['files']): boolean {
  const about = lstatSync(folder, { throwIfNoEntry: false });
  if (about === undefined) return false;
  if (!about.isDirectory() || !isOwn(about))
    return refuse('file.unwritable', { path: folder, reason: 'cache' });
  try {
    return (
      readFileSync(join(folder, SEAL), 'utf8') === digest &&
      files.every(({ name, bytes }) => statSync(join(folder, name)).size === bytes)
    );
  } catch {
    return false;
  }
}

/** Code is loaded from here: nobody else may have put it. Windows keeps a person's folder by its own lists. */
function isOwn(about: { readonly uid: number; readonly mode: number }): boolean {
  const user = process.getuid?.();
  return user === undefined || (about.uid === user && (about.mode & 0o022) === 0);
}
