import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';

/** A payment nobody signed for whose entry a bank's statement shows: the bank's day and reference. */
export interface TransferredView {
  readonly award: number;
  readonly disbursement: number;
  readonly amount: Dong;
  readonly day: Day;
  readonly reference: string;
}

/** How benefits were paid. */
export interface PaymentReader {
  /** Unsigned payments of a round that stand and are matched to a line of the bank. */
  transferred(round: number): Promise<readonly TransferredView[]>;
}
