import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { EntryKind, Ref, Wording } from '../../domain/entry.ts';
import type { Place } from '../../domain/fund.ts';
import type { MatchHow } from './treasury.ts';

/** A line of a standing statement. Amounts in đồng: money in above zero, money out below. */
export interface BankLine {
  readonly id: number;
  readonly document: number;
  readonly row: number;
  readonly place: number;
  readonly day: Day;
  readonly amount: Dong;
  readonly reference: string;
  readonly kind: string;
  readonly wording: Wording;
  /** The match that it is in, where one stands. */
  readonly match?: number | undefined;
}

/** An entry that moves money in or out of a place and was not taken back. */
export interface BankEntry {
  readonly id: number;
  readonly kind: EntryKind;
  readonly bookedOn: Day;
  /** The gift's or the bank's own day where it differs. */
  readonly ownDay?: Day | undefined;
  readonly documentNo?: string | undefined;
  readonly voucher?: Ref | undefined;
  readonly wording: Wording;
  /** What it brought into the place (above zero) or took out of it (below). */
  readonly net: Dong;
  readonly match?: number | undefined;
}

export interface MatchView {
  readonly id: number;
  readonly place: number;
  readonly how: MatchHow;
  readonly lines: readonly number[];
  readonly entries: readonly number[];
}

/** Money that nobody could name when it came, and how much of it is still neither identified nor paid back. */
export interface OpenReceipt {
  readonly entry: number;
  /** Empty where an opening balance brought it. */
  readonly voucher: string;
  readonly place: number;
  readonly bookedOn: Day;
  readonly ownDay?: Day | undefined;
  readonly wording: Wording;
  readonly amount: Dong;
  readonly open: Dong;
  /** The statement line it was posted of or matched with. */
  readonly line?: number | undefined;
}

/** A balance as the bank told it: at the end of a statement, or by a paper without a file. */
export interface BankBalance {
  readonly place: number;
  readonly day: Day;
  readonly balance: Dong;
  readonly by: 'statement' | 'confirmation';
}

/** What the bank said and what the book holds of it. Undone statements and matches taken back do not count. */
export interface BankReader {
  /** Lines of one place or all, of some days, the oldest first. */
  lines(filter: {
    readonly place?: Place | undefined;
    readonly from?: Day | undefined;
    readonly to?: Day | undefined;
    readonly ids?: readonly number[] | undefined;
  }): Promise<readonly BankLine[]>;
  /** Entries that touch a place, booked in some days, the oldest first; opening balances are none of them. */
  entries(
    place: Place,
    range: {
      readonly from?: Day | undefined;
      readonly to?: Day | undefined;
      readonly ids?: readonly number[] | undefined;
    },
  ): Promise<readonly BankEntry[]>;
  /** A match that stands. */
  match(id: number): Promise<MatchView | undefined>;
  /** The first of some entries that stands in a match, and which. */
  matched(
    entries: readonly number[],
  ): Promise<{ readonly entry: number; readonly match: number } | undefined>;
  /** Receipts of the fund CHO that are open on a day, the oldest first. */
  openReceipts(upTo: Day): Promise<readonly OpenReceipt[]>;
  /** The last balance that the bank told of each place up to a day. */
  balances(upTo: Day): Promise<readonly BankBalance[]>;
}
