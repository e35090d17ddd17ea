import type { Day } from './day.ts';
import type { Dong } from './dong.ts';

/** Somebody who is helped, as one union's book has it: never their name. */
export interface Helped {
  readonly union: string;
  readonly award: string;
  /** Awards of one round are of one run in all books: by its code, or by kind and Tet year. */
  readonly run: string;
  readonly round: string;
  readonly decidedOn: Day;
  readonly amount: Dong;
  /** The ID number, normalised; undefined where the book has none, or keeps it locked. */
  readonly identity: string | undefined;
  /** Folded name and whole birth date; undefined where the birth date is not whole. */
  readonly likeness: string | undefined;
}

/** Two awards of one run, from two books, to one person (by ID number) or to two who look like one. */
export interface HelpedPair {
  readonly one: Helped;
  readonly other: Helped;
  readonly by: 'id' | 'born';
}

/** People that two unions help in one run. By name and birth date only where a book has no ID number to compare. */
export function helpedTwice(all: readonly Helped[]): HelpedPair[] {
  return [...Map.groupBy(all, ({ run }) => run).values()].flatMap((run) => [
    ...pairs(run, ({ identity }) => identity).map((pair) => ({ ...pair, by: 'id' as const })),
    ...pairs(run, ({ likeness }) => likeness)
      .filter(({ one, other }) => one.identity === undefined || other.identity === undefined)
      .map((pair) => ({ ...pair, by: 'born' as const })),
  ]);
}

/** Each award that shares its key with one of another union, beside the first of these. */
function pairs(
  run: readonly Helped[],
  keyOf: (each: Helped) => string | undefined,
): { readonly one: Helped; readonly other: Helped }[] {
  const first = new Map<string, Helped[]>();
  const found: { one: Helped; other: Helped }[] = [];
  for (const each of run) {
    const key = keyOf(each);
    if (key === undefined) continue;
    const known = first.get(key) ?? [];
    const one = known.find(({ union }) => union !== each.union);
    if (one !== undefined) found.push({ one, other: each });
    first.set(key, [...known, each]);
  }
  return found;
}
