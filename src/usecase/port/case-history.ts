import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { AcknowledgedHow } from './awards.ts';

/** What was decided on an award, or done to it: by which decision, signed by whom, and why. */
export interface AwardEvent {
  readonly kind: 'propose' | 'approve' | 'reject' | 'cancel';
  readonly recordedAt: string;
  readonly decision?: string | undefined;
  readonly day?: Day | undefined;
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
}

/** What took a payment back: money that came in again, or a reversal. */
interface TakenBack {
  readonly how: 'return' | 'reversal';
  readonly day: Day;
  readonly voucher?: string | undefined;
}

/** One payment of a part, in money or goods, and who signed for it. */
export interface AwardPayment {
  readonly line: number;
  /** The fund it was paid from; none for one of the time before the book. */
  readonly fund?: string | undefined;
  readonly place?: string | undefined;
  readonly form: 'cash' | 'goods';
  readonly amount: Dong;
  readonly day: Day;
  readonly voucher?: string | undefined;
  readonly takenBack?: TakenBack | undefined;
  /** What of it came back, where the payment stands. */
  readonly back?: Dong | undefined;
  readonly signed?:
    | {
        readonly day: Day;
        readonly amount: Dong;
        readonly how: AcknowledgedHow;
        readonly paper?: string | undefined;
        /** What another who signed is to the person, `#` once it was erased; the name is not read. */
        readonly proxy?: string | undefined;
      }
    | undefined;
}

/** A part that was given to a distributor: the advance's voucher and day, and how its money came back unsigned. */
export interface AwardHandout {
  readonly line: number;
  readonly voucher: string;
  readonly day: Day;
  readonly due?: Day | undefined;
  readonly broughtBack?: { readonly day: Day; readonly voucher: string } | undefined;
}

/** All that was recorded of one award, in the order of recording. */
export interface CaseHistory {
  events(award: number): Promise<readonly AwardEvent[]>;
  payments(award: number): Promise<readonly AwardPayment[]>;
  handouts(award: number): Promise<readonly AwardHandout[]>;
  /** Who entered the awards, each once; nobody of an operation whose actor was taken out. */
  proposers(awards: readonly number[]): Promise<readonly string[]>;
  /** What the relative who takes the money is to the person; the name is not read. */
  payee(award: number): Promise<string | undefined>;
}
