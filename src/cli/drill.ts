import { daysBetween, type Day } from '../domain/day.ts';
import type { Failure } from '../domain/failure.ts';
import type { Ailment } from './ailments.ts';
import { backupsOf } from './backups.ts';
import { isRefusal, type Desk } from './command.ts';
import { openingOf } from './opening.ts';

/** What the newest backup was worth when it was restored to try it. */
export interface Drill {
  readonly file: string;
  readonly at: string;
  readonly operations: number;
  /** Operations of the book that came after it. */
  readonly newer: number;
  readonly head: string;
  /** Whether a digest stood beside it. */
  readonly digest: boolean;
}

/** A backup older than this is no help with last month's work. */
const DAYS_MAX = 31;

/** Restores the newest backup to a private place beside the book, proves it whole, and finds its head in the book's chain. */
export async function drilled(
  desk: Desk,
  identity: string | undefined,
): Promise<{ drill?: Drill; ailments: readonly Ailment[]; failure?: Failure }> {
  const [newest] = backupsOf(desk);
  if (newest === undefined) return { ailments: [{ code: 'backup.none', severity: 'warning', facts: {} }] };
  const { file, path } = newest;
  const at = newest.at.slice(0, 10);
  const days = daysBetween(at as Day, desk.today);
  const ailments: Ailment[] =
    days > DAYS_MAX ? [{ code: 'backup.old', severity: 'warning', facts: { file, days } }] : [];
  try {
    const open = await openingOf(desk, path, identity);
    const { book } = await desk.session();
    const now = await book.read(async (reader) => Buffer.from(await reader.head()).toString('hex'));
    const { head, operations, digest, uuid, hasHead } = await desk.library.prove(
      { path, open, bookHead: now },
      desk.beside,
      desk.work,
    );
    const { stands, all, same } = await book.read(async (reader) => {
      const periods = await reader.periods();
      const stood = reader.uuid === uuid && (await periods.sealedAt(head)) !== undefined;
      return {
        stands: stood,
        all: (await periods.sealedAt(now))?.operation ?? 0,
        same: reader.uuid === uuid,
      };
    });
    if (!stands && same && hasHead)
      return {
        ailments: [
          { code: 'backup.ahead', severity: 'warning', facts: { file, more: operations - all } },
          ...ailments,
        ],
      };
    if (!stands)
      return { ailments: [{ code: 'backup.astray', severity: 'error', facts: { file } }, ...ailments] };
    return { drill: { file, at, operations, newer: all - operations, head, digest }, ailments };
  } catch (error) {
    if (!isRefusal(error) || ['stopped', 'terminated', 'cancelled'].includes(error.failure.code)) throw error;
    const { failure } = error;
    if (failure.code === 'backup.key' && failure.facts.by === 'identity' && identity === undefined)
      return { ailments: [{ code: 'backup.sealed', severity: 'warning', facts: { file } }, ...ailments] };
    if (failure.code !== 'backup.older') return { ailments, failure };
    // Nothing is wrong with it, and nothing was tried: what it is worth is seen once a copy of it is migrated.
    const { found, known } = failure.facts;
    return {
      ailments: [{ code: 'backup.version', severity: 'warning', facts: { file, found, known } }, ...ailments],
    };
  }
}
