import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Ref } from '../../domain/entry.ts';
import type { AwardFact, Span } from './check.ts';

/** One part of an award that a distributor carried, and what became of it under that advance. */
export interface CarriedPart {
  /** The advance's key. */
  readonly advance: number;
  readonly award: Ref;
  readonly line: number;
  readonly beneficiary: Ref;
  readonly beneficiaryName: string;
  readonly sortKey: string;
  readonly category: string;
  readonly unit: Ref;
  readonly unitName: string;
  readonly round: string;
  readonly amount: Dong;
  /** The day it was signed for; a payment that was reversed is not. */
  readonly signedOn?: Day | undefined;
}

/** What distributors carried and brought back. */
export interface DistributionReader {
  /** Everything that was carried under one advance, or of one round, by unit and name. */
  carried(filter: { readonly advance?: number; readonly round?: number }): Promise<readonly CarriedPart[]>;
  /** Money that came back to a place from an advance, by a day. */
  returned(advance: number, upTo: Day): Promise<Dong>;
  /** Distributions that are open on the last day, or were settled in these days: what is unsigned, and what is open or came back. */
  differing(span: Span): Promise<
    readonly {
      voucher: string;
      unsigned: Dong;
      open: Dong;
      returned: Dong;
      day: Day;
    }[]
  >;
  /**
   * Awards in a distributor's hands on a day that nobody signed for, where the list came back in part or the money is
   * overdue: what is still being handed out is no question.
   */
  unsigned(upTo: Day): Promise<readonly (AwardFact & { voucher: string; overdue: boolean })[]>;
  /** Signatures for payments of these days, by round and unit: how many, and how many by another. */
  proxies(
    span: Span,
  ): Promise<readonly { round: string; unit: string; signed: number; proxies: number; day: Day }[]>;
}
