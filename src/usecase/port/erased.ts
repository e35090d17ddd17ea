import type { Day } from '../../domain/day.ts';

/** Why a name stays where it is: a paper that must be kept, an office, a file's name, or perhaps somebody else. */
export type Staying = 'voucher' | 'bank' | 'office' | 'file' | 'same';

/** Why a name stays, by the table that has it; what another table has is looked at one by one. */
export const WHY = {
  entry: 'voucher',
  voucher: 'voucher',
  decision: 'voucher',
  award: 'voucher',
  award_part: 'voucher',
  acknowledgement: 'voucher',
  correction: 'voucher',
  undo: 'voucher',
  reported: 'voucher',
  statement_line: 'bank',
  statement_break: 'bank',
  match: 'bank',
  unmatch: 'bank',
  confirmation: 'bank',
  officer: 'office',
  holder: 'office',
  operation: 'office',
  cash_count: 'office',
  period_event: 'office',
  acceptance: 'office',
  disclosure: 'office',
  paper: 'office',
  award_event: 'office',
  waiver: 'office',
  distinction: 'office',
  document: 'file',
  attachment: 'file',
  beneficiary: 'same',
  history: 'same',
  status: 'same',
  donor: 'same',
  alias: 'same',
  unit: 'same',
  round: 'same',
  appeal: 'same',
  fund: 'same',
  place: 'same',
  item: 'same',
  setting: 'same',
  other: 'same',
} as const satisfies Readonly<Record<string, Staying>>;

/** A place of the book where somebody is named. */
export type Naming = keyof typeof WHY;

export interface ErasedAnswer {
  readonly code: string;
  /** Where a person of this name is still named, why, and the last day it must be kept. */
  readonly remains: readonly {
    readonly where: Naming;
    readonly rows: number;
    readonly why: Staying;
    readonly until?: Day;
  }[];
  /** Names of officials that went, since they were sealed in one with what was said of the person. */
  readonly officials: number;
  /** Their numbers could not be read, and so were not looked for: what opens them is damaged. */
  readonly unread: boolean;
  /** Their relatives have records of their own: each is a person by themselves. */
  readonly relatives: readonly string[];
}
