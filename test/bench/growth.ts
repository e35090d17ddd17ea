import type { Case, Command } from './pairs.ts';

/** Bounds of design.md 7: growth of the time a row, and the same list again beside the first time. */
const [GROWTH, AGAIN] = [1.3, 0.35];

/** A command that takes in a list of so many rows; the book is put back before each run. */
export interface Intake {
  readonly name: string;
  readonly rows: number;
  readonly ours: Command;
}

/** A list beside a shorter one, by the time a row; and again, in the book that knows it, beside the first time. */
export function* growthOf({ name, rows, ours }: Intake, before: Intake | undefined): Generator<Case> {
  if (before !== undefined)
    yield {
      name: `${name}: time a row`,
      beside: `at ${before.rows}`,
      bound: GROWTH,
      rows: [rows, before.rows],
      ours,
      theirs: before.ours,
    };
  yield {
    name: `${name}, again`,
    beside: 'the first time',
    bound: AGAIN,
    // The book that the first time leaves is the one that knows the list.
    ours: { ...ours, before: undefined },
    theirs: ours,
  };
}
