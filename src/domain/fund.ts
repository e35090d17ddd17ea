import type { Day } from './day.ts';

/** What a fund may pay for. An expense names one; a programme's kind is one. */
export const PURPOSES = ['gift', 'hardship', 'home', 'visit', 'running'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** `own` is the entity's money; `held` lies with it for a named owner and is a debt, not income. */
export type FundKind = 'own' | 'held';

export interface Fund {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: FundKind;
  /** Whose money a held fund is; empty for an own fund. */
  readonly owner: string;
  /** The day by which a held fund's money is to be with its owner. */
  readonly remitBy?: Day | undefined;
  /** What it may pay for today. */
  readonly purposes: readonly Purpose[];
}

/** The built-in held fund of money that nobody can name yet; nothing but refunds leaves it. */
export const UNIDENTIFIED = 'CHO';

/** Where money lies: a cash box or a bank account. */
export interface Place {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: 'cash' | 'bank';
}

/** Codes of funds, places, rounds and units: letters, digits and marks that need no quoting at a prompt. */
export function isCode(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/.test(text);
}
