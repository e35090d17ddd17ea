import type { Day } from '../../domain/day.ts';

/** What a book has by code or name, of which one is typed at the prompt. */
const CODE_KINDS = [
  'fund',
  'place',
  'round',
  'unit',
  'appeal',
  'member',
  'donor',
  'officer',
  'holder',
  'voucher',
  'contribution',
  'statement',
  'case',
  'rule',
  'item',
  'category',
] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

export interface CodeQuery {
  readonly kind: CodeKind;
  /** The kind of programme whose rounds and cases are meant, where it has any; of another word, all are. */
  readonly of: string;
  /** The day on which officers are in office. */
  readonly on: Day;
  /** The beginning of a code, or of a word of a name. More may come back than fits; what fits is all there. */
  readonly typed: string;
}

export interface Coded {
  readonly code: string;
  readonly name?: string | undefined;
}

/** Codes and names, for a key press: a question each, and nothing made of its rows. */
export interface CodeReader {
  codes(query: CodeQuery): Promise<readonly Coded[]>;
}
