import type { CollectedLine } from '../../domain/collect.ts';

/** What `collect` and `collection list` say. */
export interface CollectTexts {
  readonly collected: (a: { books: readonly CollectedLine[]; rehearsed: boolean }) => string;
  readonly listed: (a: { units: number; collected: number; behind: number; period: string }) => string;
  readonly locked: (units: readonly string[]) => string;
  /** A unit's state in the list. */
  readonly states: Readonly<Record<UnitState, string>>;
}

type UnitState = 'whole' | 'behind' | 'none' | 'missing' | 'altered';
