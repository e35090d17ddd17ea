import { closeSync, existsSync, openSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { refuse } from '../domain/failure.ts';

/** What is known of a file when the system refuses it. */
interface Refused {
  readonly code: string;
  readonly platform: NodeJS.Platform;
  /** Whether the file is there already. */
  readonly exists: boolean;
  /** Whether an office program has its lock file beside it. */
  readonly locked: boolean;
}

/**
 * Whether another program holds the file open. Windows says EBUSY, or EPERM and EACCES of a file that is there and may
 * be written by its owner; elsewhere those two are about rights, unless an office program says that it works on the file.
 */
export function isHeld({ code, platform, exists, locked }: Refused): boolean {
  if (code === 'EBUSY' || code === 'ETXTBSY') return true;
  return (code === 'EPERM' || code === 'EACCES') && exists && (platform === 'win32' || locked);
}

/** The lock file that Excel or LibreOffice keeps beside a file it has open. */
function lockBeside(path: string): string | undefined {
  const name = basename(path);
  // Excel's own keeps the last letters of a long name.
  return [`~$${name}`, `~$${name.slice(2)}`, `.~lock.${name}#`].find((lock) =>
    existsSync(join(dirname(path), lock)),
  );
}

/** What the system says of a path or file that it refuses; anything else is thrown on. */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) throw error;
  // No file's name has a zero in it, and Node says so before the system is asked.
  if (error.code === 'ERR_INVALID_ARG_VALUE') return 'name';
  if (!('syscall' in error)) throw error;
  return String(error.code);
}

/** Refuses a file of that name for what the system said of it: held by another program, or not to be written. */
export function refuseUnwritable(path: string, code: string, shown = path): never {
  const lock = lockBeside(path);
  const { platform } = process;
  return isHeld({ code, platform, exists: existsSync(path), locked: lock !== undefined })
    ? refuse('file.held', { path: shown, lock })
    : refuse('file.unwritable', { path: shown, reason: code });
}

/** Refuses a file that another program holds open; gives back where nobody does, and the failure is another. */
export function refuseHeld(path: string, flags: 'r' | 'r+', shown = path): void {
  try {
    closeSync(openSync(path, flags));
  } catch (error) {
    const lock = lockBeside(path);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (isHeld({ code, platform: process.platform, exists: existsSync(path), locked: lock !== undefined }))
      refuse('file.held', { path: shown, lock });
  }
}
