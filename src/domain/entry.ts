import { add, negate, ZERO, type Dong } from './dong.ts';
import type { Day } from './day.ts';
import type { Fund, Place } from './fund.ts';
import type { Role, Side } from './account.ts';

export type EntryKind =
  | 'opening'
  | 'contribution'
  | 'allocation'
  | 'receipt'
  | 'expense'
  | 'move'
  | 'transfer'
  | 'remittance'
  | 'advance'
  | 'settlement'
  | 'benefit'
  | 'loan'
  | 'repayment'
  | 'identification'
  | 'return'
  | 'refund'
  | 'purchase'
  | 'reversal';

/** One line of an entry. */
export interface Posting {
  readonly fund: Fund;
  readonly role: Role;
  /** Where the money lies; only on money roles. */
  readonly place?: Place | undefined;
  readonly side: Side;
  readonly amount: Dong;
  /** Budget item code (mã mục), free until a fund is declared complete. */
  readonly item?: string | undefined;
  readonly restriction?: string | undefined;
  readonly appeal?: string | undefined;
  readonly unit?: Ref | undefined;
  readonly beneficiary?: Ref | undefined;
  readonly donor?: Ref | undefined;
  /** The award part that a benefit pays. */
  readonly part?: PartRef | undefined;
  /** Who answers for an advance. */
  readonly holder?: Ref | undefined;
}

/** A row of the book: its key inside the book, and the code that names it on paper and in the chain. */
export interface Ref {
  readonly id: number;
  readonly code: string;
}

export interface PartRef {
  readonly award: Ref;
  readonly line: number;
}

/** People's words about an entry or a voucher; kept apart so that they can be erased while the entry stands. */
export interface Wording {
  /** Who gave or received; empty for an anonymous donor. */
  readonly party: string;
  readonly address?: string | undefined;
  readonly content: string;
}

/** An entry as a use case drafts it; the store gives it a key and a digest. */
export interface EntryDraft {
  readonly kind: EntryKind;
  readonly bookedOn: Day;
  /** The gift's or the bank's own day where it differs from the booked day. */
  readonly ownDay?: Day | undefined;
  readonly documentNo?: string | undefined;
  readonly documentOn?: Day | undefined;
  readonly voucher?: Ref | undefined;
  /** The entry that this one takes back: its key and digest. */
  readonly reverses?: { readonly id: number; readonly digest: Uint8Array } | undefined;
  /** The advance that this entry settles, in whole or part. */
  readonly settles?: number | undefined;
  /** The entry that this one answers, in whole or part: a loan repaid, a receipt identified, a payment returned, a gift refunded. */
  readonly clears?: number | undefined;
  /** The day by which a loan comes back. */
  readonly due?: Day | undefined;
  /** Left out where the entry shares its voucher's words. */
  readonly wording?: Wording | undefined;
  readonly source?: SourceRef | undefined;
  readonly postings: readonly Posting[];
}

/** Which row of which imported document an entry comes from, with the row's fingerprint. */
interface SourceRef {
  readonly document: Ref;
  readonly row: number;
  readonly fingerprint: Uint8Array;
}

/** The funds within which debits and credits differ; empty for a balanced entry. */
export function unbalancedFunds(postings: readonly Posting[]): string[] {
  const sums = new Map<string, Dong>();
  for (const posting of postings) {
    const signed = posting.side === 'debit' ? posting.amount : negate(posting.amount);
    sums.set(posting.fund.code, add(sums.get(posting.fund.code) ?? ZERO, signed));
  }
  return [...sums].filter(([, sum]) => sum !== 0).map(([code]) => code);
}

export function debit(fund: Fund, role: Role, amount: Dong, more: Partial<Posting> = {}): Posting {
  return { fund, role, side: 'debit', amount, ...more };
}

export function credit(fund: Fund, role: Role, amount: Dong, more: Partial<Posting> = {}): Posting {
  return { fund, role, side: 'credit', amount, ...more };
}

/** Money comes into a place for a reason: debit the place, credit the reason. */
export function moneyIn(
  fund: Fund,
  place: Place,
  role: Role,
  amount: Dong,
  more: Partial<Posting> = {},
): Posting[] {
  return [debit(fund, place.kind, amount, { place }), credit(fund, role, amount, more)];
}

/** Money leaves a place for a reason: debit the reason, credit the place. */
export function moneyOut(
  fund: Fund,
  place: Place,
  role: Role,
  amount: Dong,
  more: Partial<Posting> = {},
): Posting[] {
  return [debit(fund, role, amount, more), credit(fund, place.kind, amount, { place })];
}

/** The postings that take an entry back: same sides, negative amounts (ghi số âm), so turnovers stay true. */
export function reversalOf(postings: readonly Posting[]): Posting[] {
  return postings.map((posting) => ({ ...posting, amount: negate(posting.amount) }));
}
