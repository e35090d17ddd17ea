import type { Role } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { EntryKind } from '../../domain/entry.ts';
import type { Fund, Place } from '../../domain/fund.ts';

/** One line of a ledger: a voucher's or entry's effect on what the ledger follows. */
export interface LedgerRow {
  readonly day: Day;
  /** The day of its paper. */
  readonly ownDay: Day;
  readonly voucher: string;
  /** The number written on the paper by hand. */
  readonly paperNo?: string | undefined;
  /** Every entry of the voucher was reversed by the ledger's last day. */
  readonly cancelled: boolean;
  /** The first entry of the line. */
  readonly entry: number;
  readonly kind: EntryKind;
  readonly party: string;
  readonly content: string;
  readonly fund: number;
  readonly place: number;
  readonly account: number;
  readonly role: Role;
  /** The award that the first entry paid. */
  readonly award?: string | undefined;
  readonly entries: number;
  readonly debit: Dong;
  readonly credit: Dong;
}

export interface LedgerQuery {
  readonly from: Day;
  readonly to: Day;
  readonly fund?: Fund | undefined;
  readonly place?: Place | undefined;
  /** All records of one person. */
  readonly people?: readonly number[] | undefined;
  /** Keys of accounts. */
  readonly accounts?: readonly number[] | undefined;
  /** A donor's key; 0 for gifts of nobody who is known. */
  readonly donor?: number | undefined;
  /** Entries that name one of these units. */
  readonly units?: readonly number[] | undefined;
  readonly kind?: EntryKind | undefined;
  readonly voucher?: string | undefined;
  /**
   * `money`: what cash boxes and banks hold, by voucher. `reasons`: why funds grew or shrank, by voucher. `accounts`: the
   * accounts asked for, by voucher. `gifts`: contributions and refunds, by entry. `postings`: all.
   */
  readonly follows: 'money' | 'reasons' | 'accounts' | 'gifts' | 'postings';
}

/** What a donor gave and was paid back within some days, in đồng; donor 0 is nobody who is known. */
export interface DonorSum {
  readonly donor: number;
  readonly gifts: number;
  readonly given: Dong;
  readonly refunded: Dong;
}

export interface LedgerReader {
  donorSums(range: {
    readonly from: Day;
    readonly to: Day;
    readonly fund?: Fund | undefined;
  }): Promise<DonorSum[]>;
}

/** Debits and credits summed over some days, by fund, role and place (0 where the role has no place). */
export interface TurnoverRow {
  readonly fund: number;
  readonly role: Role;
  readonly place: number;
  readonly debit: Dong;
  readonly credit: Dong;
}

/** The lowest end-of-day balance that a fund reaches in a place, and the first day it does. */
export interface LowPoint {
  readonly fund: Fund;
  readonly place: Place;
  readonly day: Day;
  readonly balance: Dong;
}
