import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { EntryKind, Wording } from '../../domain/entry.ts';
import type { AttachmentSubject, HistoryDraft, Item } from './treasury.ts';

/** One correction of what an entry says: the words it says since, or its unit and donor since. */
export interface CorrectionView {
  readonly operation: number;
  /** Empty where the name was erased. */
  readonly by: string;
  readonly recordedAt: string;
  /** Empty where none was asked for, or it was erased. */
  readonly reason: string;
  /** Undefined where the words stayed. */
  readonly wording?: Wording | undefined;
  /** Codes; undefined where the links stayed. */
  readonly links?: { readonly unit?: string | undefined; readonly donor?: string | undefined } | undefined;
}

/** A standing entry that answers another: a loan repaid, a receipt identified, a payment returned, a gift refunded. */
export interface Clearing {
  readonly entry: number;
  readonly kind: EntryKind;
  readonly voucher: string;
  /** In đồng, over one side of the entry. */
  readonly amount: Dong;
}

/** A paper kept beside the book. */
export interface AttachmentView {
  readonly subject: AttachmentSubject;
  readonly code: string;
  readonly file: string;
  /** Hex SHA-256 of its bytes. */
  readonly digest: string;
  readonly size: number;
}

/** What later operations laid upon one, by the codes a treasurer knows. */
export interface Resting {
  readonly what:
    | 'payment'
    | 'event'
    | 'signature'
    | 'settlement'
    | 'match'
    | 'clearing'
    | 'correction'
    | 'month'
    | 'count'
    | 'stock'
    | 'member'
    | 'award'
    | 'unit';
  readonly codes: readonly string[];
}

/** Reads about what was corrected, returned, attached and taken back. */
export interface CorrectionReader {
  /** Every standing correction of an entry, the oldest first. */
  history(entry: number): Promise<readonly CorrectionView[]>;
  /** By which an imported entry's row is known again; undefined where the entry was typed, or its words erased. */
  fingerprint(entry: number): Promise<Uint8Array | undefined>;
  /** The words an entry was posted with. */
  firstWords(entry: number): Promise<Wording>;
  /** Standing entries that answer an entry. */
  clearings(entry: number): Promise<readonly Clearing[]>;
  /** Standing payments of an award, and advances it was handed out in; keys of entries. */
  paymentsOf(award: number): Promise<readonly number[]>;
  /** Up to which day each place was counted, by the place's key. */
  counted(): Promise<ReadonlyMap<number, Day>>;
  attachments(filter?: {
    readonly subject: AttachmentSubject;
    readonly code: string;
  }): Promise<readonly AttachmentView[]>;
  /** Whether the book knows what a paper would be kept with. */
  hasCoded(subject: AttachmentSubject, code: string): Promise<boolean>;
  restingOn(operation: number): Promise<readonly Resting[]>;
  items(): Promise<readonly Item[]>;
  /** Standing benefits of the time before the book. */
  pastBenefits(): Promise<readonly Omit<HistoryDraft, 'source'>[]>;
  /** How many standing entries are opening balances, and how many are not. */
  openings(): Promise<{ readonly openings: number; readonly others: number }>;
}
