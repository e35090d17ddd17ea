import type { Day } from './day.ts';

/** What is refused where units are reorganised and books end. */
export interface EndingFacts {
  'book.ended': { on: Day; to: string; document: string };
  /** What must be settled before a book can end: advances, loans, money of nobody, later entries, open months. */
  'book.open': {
    what: 'advance' | 'loan' | 'receipt' | 'later' | 'month' | 'finding' | 'balance';
    codes: readonly string[];
    more: number;
  };
  /** A handover's file that is none, was changed since, or is this book's own. */
  'handover.file': { file: string; why: 'format' | 'control' | 'own' | 'kind'; fund?: string | undefined };
  /** A unit that was no more on the day that is meant; `into` took its place, nobody where it is empty. */
  'unit.ended': { code: string; on: Day; into: readonly string[] };
  /** A unit that would stand under itself on a day. */
  'unit.ring': { code: string; parent: string; on: Day };
  /** A unit that went under another on a later day already. */
  'unit.placed': { code: string; day: Day; last: Day };
  /** People, or lower units, of whom a split does not say where they go. */
  'unit.left': { code: string; what: 'member' | 'unit'; codes: readonly string[]; more: number };
}
