import type { BookWriter } from '../../domain/failure-facts.ts';

/** Whom a command waits for before it can read or write: one that writes, which may be known, or those that read. */
export interface Awaited {
  readonly how: 'writing' | 'reading';
  readonly writer: () => BookWriter | undefined;
}

/** What long work is counted in. */
export type WorkUnit = 'rows' | 'files' | 'commands' | 'rules';

/** Long work as whoever waits knows it: how far it is, and whether it is to stop. */
export interface Work {
  /** Counts from nothing; `all` where their number is known. */
  readonly begin: (unit: WorkUnit, all?: number) => void;
  /** Counts on, in code that cannot wait; whoever takes what it makes does. */
  readonly count: (count: number) => void;
  /**
   * Counts on (nothing: a breath only). Where it is time to let others in, gives a promise to wait for, which rejects
   * where somebody has asked to stop; a long loop waits for it inside its transaction, and nothing of it stays.
   */
  readonly step: (count: number) => Promise<void> | undefined;
  readonly end: () => void;
  /** Another process has the book: told again and again while this waits for it, and without anything once it does not. */
  readonly waits: (awaited: Awaited | undefined) => void;
  /** The book has it: a stop from here on takes nothing back. */
  readonly written: () => void;
}

/** Work that nobody waits for. */
export const UNWATCHED: Work = {
  begin: () => {},
  count: () => {},
  step: () => undefined,
  end: () => {},
  waits: () => {},
  written: () => {},
};
