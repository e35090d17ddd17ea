import type { Role, Side } from '../../domain/account.ts';
import type { BookHeader, BookRow, WrittenRow } from '../../domain/book-file.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';

export interface ExportedPosting {
  readonly line: number;
  readonly fund: number;
  readonly role: Role;
  readonly place: number | undefined;
  readonly side: Side;
  readonly amount: Dong;
  readonly item: string;
  readonly unit: string;
}

export interface ExportedEntry {
  readonly id: number;
  readonly kind: string;
  readonly day: Day;
  readonly voucher: string;
  readonly document: string;
  readonly party: string;
  readonly content: string;
  readonly postings: readonly ExportedPosting[];
}

/** Reads of a whole book, row by row: nothing else may be asked of the book until the last one is taken. */
export interface ExchangeReader {
  /** Entries with their postings, by day and key. */
  entries(range: { readonly from: Day; readonly to: Day }): Iterable<ExportedEntry>;
  bookHeader(withPrivate: boolean): BookHeader;
  /** Every row of every table: what may change, people's words, then operation by operation. */
  bookRows(withPrivate: boolean): Iterable<BookRow>;
  /** The whole book for another place, private values as they are kept; `to` is what a refusal names. */
  kept(to: string): WrittenBook;
}

/** A book as a file brings it: the header, and the rows once. */
export interface WrittenBook {
  readonly file: string;
  readonly header: BookHeader;
  readonly rows: Iterable<WrittenRow>;
}

export interface Rebuilt {
  readonly uuid: string;
  readonly entries: number;
  readonly operations: number;
  readonly head: string;
  /** Private fields that the file does not tell. */
  readonly withheld: number;
  /** The book was encrypting private fields, and this one has no key yet. */
  readonly open: boolean;
}
