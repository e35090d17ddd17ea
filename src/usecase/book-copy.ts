import { refuse } from '../domain/failure.ts';
import type { Library } from './book.ts';
import type { Session } from './session.ts';
import type { Work } from './port/work.ts';

export interface CopiedBook {
  readonly entity: string;
  readonly uuid: string;
  readonly entries: number;
  readonly operations: number;
  /** Where both chains end, in hex. */
  readonly head: string;
}

/**
 * Copies an entity's book to another place, whatever keeps it there: every row as it is, private values as they are kept.
 * The copy is proved, and ends in the head of the book that it was made of, or is not made.
 */
export async function copyBook(
  { book, dryRun }: Session,
  to: { readonly library: Library; readonly path: string },
  work: Work,
): Promise<CopiedBook> {
  const proof = await book.verify();
  if (!proof.ok) return refuse('book.altered', proof.broken);
  return book.read(async (reader) => {
    const whole = (await reader.exchange()).kept(to.path);
    const { uuid, entries, operations, head } = await to.library.rebuild(to.path, whole, dryRun, work);
    return { entity: reader.entity.code, uuid, entries, operations, head };
  });
}
