import type { Role } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { EntryKind } from '../../domain/entry.ts';
import type { Fund, Place } from '../../domain/fund.ts';

/** One line of a ledger: a voucher's or entry's effect on what the ledger follows. */
export interface LedgerRow {
  readonly day: Day;
  readonly voucher: string;
  readonly entry: number;
  readonly kind: EntryKind;
  readonly party: string;
  readonly content: string;
  readonly fund: number;
  readonly place: number;
  readonly role: Role;
  readonly entries: number;
  readonly debit: Dong;
  readonly credit: Dong;
}

export interface LedgerQuery {
  readonly from: Day;
  readonly to: Day;
  readonly fund?: Fund | undefined;
  readonly place?: Place | undefined;
  readonly beneficiary?: number | undefined;
  /** `money`: what cash boxes and banks hold, by voucher. `reasons`: why funds grew or shrank, by voucher. `postings`: all. */
  readonly follows: 'money' | 'reasons' | 'postings';
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
