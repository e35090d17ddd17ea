import type { Role } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { EntryKind, PartRef, Ref, Wording } from '../../domain/entry.ts';
import type { Fund, Place } from '../../domain/fund.ts';
import type { VoucherKind } from '../../domain/voucher.ts';

export interface VoucherDraft {
  readonly kind: VoucherKind;
  readonly day: Day;
  readonly fund: Fund;
  readonly place?: Place | undefined;
  readonly paperNo?: string | undefined;
  readonly papers: number;
  readonly wording: Wording;
}

export interface VoucherView extends Ref {
  readonly kind: VoucherKind;
  readonly day: Day;
  readonly fund: number;
  readonly place?: number | undefined;
  readonly paperNo?: string | undefined;
  readonly papers: number;
  readonly wording: Wording;
  readonly entries: number;
  readonly amount: Dong;
  readonly cancelled: boolean;
}

export interface EntryView {
  readonly id: number;
  readonly digest: Uint8Array;
  readonly kind: EntryKind;
  readonly bookedOn: Day;
  readonly ownDay?: Day | undefined;
  readonly documentNo?: string | undefined;
  readonly voucher?: Ref | undefined;
  readonly reverses?: number | undefined;
  readonly reversedBy?: number | undefined;
  readonly settles?: number | undefined;
  readonly clears?: number | undefined;
  readonly due?: Day | undefined;
  readonly wording: Wording;
  readonly source?: { readonly document: number; readonly row: number } | undefined;
  readonly operation: number;
  readonly postings: readonly PostingView[];
}

export interface PostingView {
  readonly fund: Fund;
  readonly role: Role;
  readonly place?: Place | undefined;
  readonly side: 'debit' | 'credit';
  readonly amount: Dong;
  readonly item?: string | undefined;
  readonly unit?: Ref | undefined;
  readonly beneficiary?: Ref | undefined;
  readonly holder?: Ref | undefined;
  readonly donor?: Ref | undefined;
  readonly restriction?: string | undefined;
  readonly appeal?: string | undefined;
  readonly part?: PartRef | undefined;
}
