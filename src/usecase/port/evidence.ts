import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Ref, Wording } from '../../domain/entry.ts';
import type { Fund, Place } from '../../domain/fund.ts';

export type DocumentKind =
  | 'contribution'
  | 'statement'
  | 'member'
  | 'unit'
  | 'gift'
  | 'hardship'
  | 'visit'
  | 'home'
  | 'reported'
  | 'rule'
  | 'sign'
  | 'target'
  | 'quota'
  | 'opening'
  | 'handover'
  | 'history';

export interface DocumentDraft {
  readonly kind: DocumentKind;
  readonly fund?: Fund | undefined;
  readonly file: string;
  readonly bytesDigest: Uint8Array;
  readonly normalDigest: Uint8Array;
  readonly rows: number;
  readonly accepted: number;
  readonly total: Dong;
  readonly supplements?: number | undefined;
  readonly replaces?: number | undefined;
  /** Rows whose amount looks a magnitude off; kept as they were. */
  readonly flagged: number;
  /** Rows that were left out as bad, by the treasurer's choice. */
  readonly rejected: number;
  /** What the treasurer chose where the list left a choice: `all-new`, `accept-good`, …; empty where nothing. */
  readonly choice: string;
}

export interface SourceDocument extends Ref {
  readonly kind: string;
  readonly file: string;
  readonly rows: number;
  readonly accepted: number;
  readonly total: Dong;
  readonly flagged: number;
  readonly rejected: number;
  readonly supplements?: number | undefined;
  readonly replaces?: number | undefined;
}

/** Somebody who gives: a known donor, a member or a unit. */
export interface Donor extends Ref {
  readonly name: string;
  readonly beneficiary?: number | undefined;
  readonly unit?: number | undefined;
}

/** A written name that was said to be a donor's, or not to be. */
export interface Alias {
  /** The name as it is compared (likeness.ts). */
  readonly written: string;
  readonly donor: number;
  readonly same: boolean;
}

/** A bank's statement as it is recorded: evidence, which posts nothing. Amounts in đồng. */
export interface StatementDraft {
  readonly document: Ref;
  readonly place: Place;
  readonly bank: string;
  readonly from: Day;
  readonly to: Day;
  readonly opening?: Dong | undefined;
  readonly closing?: Dong | undefined;
  readonly credits: Dong;
  readonly debits: Dong;
  /** Balances that were proved; 0 where the bank prints none. */
  readonly checked: number;
}

export interface StatementView extends Omit<StatementDraft, 'place'> {
  readonly id: number;
  readonly place: number;
  readonly file: string;
  /** Lines that this statement brought: an overlap with an earlier one brings none twice. */
  readonly lines: number;
  readonly breaks: number;
}

export interface StatementLineDraft {
  readonly row: number;
  readonly day: Day;
  readonly clock: string;
  /** Money in above zero, money out below. */
  readonly amount: Dong;
  readonly balance?: Dong | undefined;
  readonly reference: string;
  readonly kind: string;
  readonly wording: Wording;
  readonly print: Uint8Array;
}

export interface StatementLineView extends Omit<StatementLineDraft, 'print'> {
  readonly id: number;
  readonly document: number;
  readonly print: Uint8Array | undefined;
}

/** A balance that does not follow, and why it was accepted. */
export interface StatementBreakDraft {
  readonly row: number;
  readonly expected: Dong;
  readonly found: Dong;
  readonly by: string;
  readonly reason: string;
}

/** One command that wrote. */
export interface OperationView {
  readonly id: number;
  readonly command: string;
  readonly recordedAt: string;
  /** Empty where the name was erased. */
  readonly actor: string;
  readonly entries: number;
  /** Lists that it brought. */
  readonly documents: readonly string[];
  readonly undoneBy?: number | undefined;
}

/** Keys and codes of what an operation wrote. */
export interface Written {
  readonly documents: readonly (Ref & { readonly kind: DocumentKind })[];
  readonly entries: readonly number[];
  readonly awards: readonly Ref[];
  readonly members: readonly Ref[];
  readonly units: readonly Ref[];
  /** People whom it moved, and units that it put under others; by key. */
  readonly moved: readonly number[];
  readonly placed: readonly number[];
  /** Lines of statements. */
  readonly lines: number;
  /** Tables of everything else that it wrote and that an undo leaves without effect. */
  readonly facts: readonly string[];
  /** Everything else: rows of these tables cannot be taken back by an undo. */
  readonly others: readonly string[];
}
