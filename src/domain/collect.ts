import type { Day, Month } from './day.ts';

/** What became of one unit's book that was brought: first collected, carried on, its lost copy made again, or nothing new. */
export interface CollectedLine {
  readonly unit: string;
  readonly file: string;
  readonly state: 'first' | 'newer' | 'restored' | 'same';
  /** The last month that is closed in it; empty where none is. */
  readonly month: Month | '';
  readonly head: string;
  readonly operations: number;
  /** Operations since it was last collected. */
  readonly added: number;
}

/** Two states of a unit's book: what is known of it, and what was brought. */
interface CollectedTwo {
  readonly path: string;
  readonly unit: string;
  readonly head: string;
  readonly month: Month | '';
  readonly day: Day;
  readonly newHead: string;
  readonly newMonth: Month | '';
  readonly newDay: Day;
}

/** Why one of several books was not collected: another failure, with its facts. */
export interface CollectFault {
  readonly file: string;
  readonly unit: string;
  readonly code: string;
  readonly facts: object;
}

/** What a book is refused for that is brought to be collected. */
export interface CollectFacts {
  /** Units' books that were brought together, each that is refused with its own failure. */
  'collect.refused': { books: number; faults: readonly CollectFault[] };
  'collect.foreign': { path: string };
  /** A book of another schema than this program's. */
  'collect.schema': { path: string; found: number; known: number };
  /** A book whose code no unit of the register has. */
  'collect.unit': { path: string; code: string };
  /** The book that collects. */
  'collect.self': { path: string };
  /** Another book was collected as this unit's, on a day. */
  'collect.other': { path: string; unit: string; day: Day };
  /** This very book was collected as another unit's. */
  'collect.copied': { path: string; unit: string; other: string };
  /** Two files of one unit. */
  'collect.twice': { path: string; other: string; unit: string };
  /** A state of the book before the one that was collected: heads (short), last closed months, days of the last writes. */
  'collect.older': CollectedTwo;
  /** A book that went another way after it was collected, or instead. */
  'collect.forked': CollectedTwo;
  /** The head of the signed minutes is not in the book. */
  'collect.head': { path: string; unit: string; head: string; month: Month | '' };
  /** A folder in which no book lies. */
  'collect.empty': { path: string };
}
