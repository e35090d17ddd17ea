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
