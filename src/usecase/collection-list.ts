import type { Day, Month } from '../domain/day.ts';
import { shortHead } from '../domain/form.ts';
import type { CollectedBook, Collection, CopyState } from './port/collection.ts';
import type { Reader, Unit } from './port/ports.ts';

/** One unit that keeps a book of its own, and what is collected of it. */
export interface UnitBook {
  readonly unit: string;
  readonly name: string;
  readonly state: 'whole' | 'behind' | 'none' | 'missing' | 'altered';
  readonly month: Month | '';
  /** The head that the month's close sealed, as the minutes have it. */
  readonly head: string;
  readonly on: Day | undefined;
  readonly operations: number;
}

/** Units that keep books: those of grassroots unions, and any other whose book was collected. */
export async function keepers(reader: Reader, known: readonly CollectedBook[]): Promise<readonly Unit[]> {
  const collected = new Set(known.map(({ unit }) => unit));
  const dated = new Map((await (await reader.roundFacts()).units()).map(({ id, to }) => [id, to]));
  return (await reader.units())
    .filter(
      ({ id, kind, code }) => collected.has(code) || (kind === 'grassroots' && dated.get(id) === undefined),
    )
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** Every unit with its copy: whole and closed up to the month, or what is wrong. */
export async function collectionList(
  reader: Reader,
  collection: Collection,
  period: Month,
): Promise<readonly UnitBook[]> {
  const known = await (await reader.collection()).collected();
  const rows: UnitBook[] = [];
  for (const { code, name } of await keepers(reader, known)) {
    const book = known.find(({ unit }) => unit === code);
    const copy = book === undefined ? undefined : await collection.state(book);
    rows.push({
      unit: code,
      name,
      state: stateOf(book, copy, period),
      month: book?.sealed?.month ?? '',
      head: book?.sealed === undefined ? '' : shortHead(book.sealed.head),
      on: book === undefined ? undefined : (book.recordedAt.slice(0, 10) as Day),
      operations: book?.operations ?? 0,
    });
  }
  return rows;
}

function stateOf(
  book: CollectedBook | undefined,
  copy: CopyState | undefined,
  period: Month,
): UnitBook['state'] {
  if (book === undefined || copy === undefined) return 'none';
  if (copy !== 'whole') return copy;
  return (book.sealed?.month ?? '') < period ? 'behind' : 'whole';
}
