import type { ProgrammeKind } from './award.ts';
import { daysBetween } from './finding.ts';
import type { Day } from './day.ts';

/** Rounds this near to each other, in days, are one season: the same person in both is worth a question. */
export const SEASON = 31;

/** By what two records may be one person, or two people of one household; `code`: they are one person. */
export type LikeBy = 'id' | 'phone' | 'account' | 'staff' | 'card' | 'born' | 'code' | 'spouse' | 'relative';

/** What a waiver of each names. */
export const DUPLICATE_RULES: { readonly [B in LikeBy]: string } = {
  id: 'DUP-ID',
  phone: 'DUP-PHONE',
  account: 'DUP-ACCOUNT',
  staff: 'DUP-STAFF',
  card: 'DUP-CARD',
  born: 'DUP-BORN',
  code: 'DUP-ROUND',
  spouse: 'DUP-HOUSEHOLD',
  relative: 'DUP-HOUSEHOLD',
};

/** Where the two awards stand to each other. */
export interface DuplicatePair {
  readonly by: LikeBy;
  readonly kind: ProgrammeKind;
  readonly otherKind: ProgrammeKind;
  readonly sameRound: boolean;
  /** Whether some fund, or nobody named, pays parts of both. */
  readonly samePayer: boolean;
  /** Whether the round lets a second payer give to the same person. */
  readonly perPayer?: boolean;
  /** Whole days between the days of the two rounds. */
  readonly apart: number;
}

/** Support and visits come whenever they are needed: a year's round may hold several of one person. */
const COMES_AGAIN: ReadonlySet<ProgrammeKind> = new Set(['hardship', 'visit']);

/**
 * What two awards to one person, or one household, are: a commander's refusal and an inspection's error, a warning of
 * both, or nothing. One person within one payer and round is refused; across payers, rounds of a season and programmes
 * it is a question. That a household has one home for life is a rule of its programme, not of this one.
 */
export function judgeDuplicate(pair: DuplicatePair): 'refuse' | 'warn' | undefined {
  const { by, kind, otherKind, sameRound } = pair;
  const homes = kind === 'home' && otherKind === 'home';
  if (by === 'spouse' || by === 'relative') return homes || sameRound ? 'warn' : undefined;
  if (homes && by === 'phone') return 'warn';
  const again = COMES_AGAIN.has(kind) || COMES_AGAIN.has(otherKind);
  if (by === 'code') {
    if (again) return undefined;
    if (sameRound) return pair.perPayer === true && !pair.samePayer ? 'warn' : 'refuse';
    return !homes && kind === otherKind && pair.apart <= SEASON ? 'warn' : undefined;
  }
  if (sameRound && pair.samePayer && !again) return 'refuse';
  return sameRound || homes || pair.apart <= SEASON ? 'warn' : undefined;
}

export function daysApart(one: Day, other: Day): number {
  return Math.abs(daysBetween(one, other));
}
