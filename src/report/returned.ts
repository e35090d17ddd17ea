import type { Day } from '../domain/day.ts';

/** A list on its way back to who sent it: its own rows, each with what is wrong in it. */
export interface ReturnedList {
  readonly sheet: string;
  /** What parts the cells of a text. */
  readonly delimiter: string;
  /** The heading of the column of reasons, and the row it stands on. */
  readonly heading: { readonly row: number; readonly text: string };
  /** How many columns the list has; reasons stand in the one after. */
  readonly width: number;
  rows(): AsyncIterable<readonly ReturnedRow[]>;
}

export interface ReturnedRow {
  readonly row: number;
  readonly cells: readonly (string | { readonly day: Day })[];
  /** Columns of the cells that cannot be taken. */
  readonly bad: readonly number[];
  readonly reason: string;
}
