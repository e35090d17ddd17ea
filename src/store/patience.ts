import type { Access } from '../usecase/book.ts';
import { UNWATCHED, type Work } from '../usecase/port/work.ts';

/** What somebody waits for, for how long (milliseconds), and who is told. */
export interface Waiting {
  readonly path: string;
  readonly patience: number;
  readonly work: Work;
  /** Only who reads can be in the way: nobody writes but this command. */
  readonly readers?: true;
}

/** How long a command waits for another one unless it is told otherwise, in milliseconds. */
const PATIENCE_MS = 10_000;

/** How a book at a path is waited for by whoever opens it so. */
export function waitingFor(path: string, { work = UNWATCHED, patience = PATIENCE_MS }: Access): Waiting {
  return { path, patience, work };
}

/**
 * Runs what SQLite may refuse because another process has the book, again and again while patience lasts. SQLite's own
 * waiting would hold the whole process: no Ctrl-C would be heard, and nobody told.
 */
export async function patiently<T>(attempt: () => T, waiting: Waiting): Promise<T> {
  try {
    return attempt();
  } catch (error) {
    if (!isBusy(error)) throw error;
    return (await import('./wait.ts')).waited(attempt, waiting);
  }
}

/** Whether another process had the book: nothing was done, and the same may be tried again. */
export function isBusy(error: unknown): boolean {
  return BUSY.test(codeOf(error, /^(?:Sqlite|Postgres)Error$/) ?? '');
}

/** SQLite's locks; PostgreSQL's, and transactions that got into each other's way. */
const BUSY = /^(?:SQLITE_(?:BUSY|LOCKED)|55P03$|40001$|40P01$)/;

/** What SQLite says of an error of its own. */
export const sqliteCode = (error: unknown): string | undefined => codeOf(error, /^SqliteError$/);

/** The code of an engine's error. It is known by its name: every chunk has a class of its own. */
export function codeOf(error: unknown, engine: RegExp): string | undefined {
  if (!(error instanceof Error) || !engine.test(error.name) || !('code' in error)) return undefined;
  return String(error.code);
}

/** The note that a command leaves beside the book while it writes. */
export const noteOf = (path: string): string => `${path}-writer`;
