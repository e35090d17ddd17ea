import type { Day, Month } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Place } from '../../domain/fund.ts';

/** A close, reopening or lock of a month; a lock stands on its year's December. */
export interface PeriodEvent {
  readonly month: Month;
  readonly kind: 'close' | 'reopen' | 'lock';
  /** The chain's head just before it, in hex. */
  readonly head: string;
  readonly by: string;
  /** Why it was opened again; the document of a lock; of a close the keys of the findings accepted, a line each. */
  readonly reason: string;
  readonly operation: number;
  readonly recordedAt: string;
}

/** A finding that was let stand, by the key of it with its figures. */
export interface Acceptance {
  readonly finding: string;
  readonly until: Day;
  /** Who answers for it, and why; empty where the words were erased. */
  readonly by: string;
  readonly reason: string;
  readonly operation: number;
}

/** An entry as closing minutes list it; its amount in đồng is what one fund was debited. */
export interface BookedEntry {
  readonly entry: number;
  readonly voucher: string;
  readonly content: string;
  readonly amount: Dong;
  readonly bookedOn: Day;
  readonly ownDay?: Day | undefined;
  readonly reverses?: number | undefined;
}

/** The last balance that a bank told within some days. */
export interface BankBalance {
  readonly day: Day;
  readonly balance: Dong;
  readonly source: 'statement' | 'confirmation';
  /** A statement's code, or the paper of a confirmation. */
  readonly paper: string;
  readonly by: string;
}

/** The operation after which the chain had a head, and the close that printed it. */
export interface SealedAt {
  readonly operation: number;
  readonly command: string;
  readonly recordedAt: string;
  readonly head: string;
  readonly month?: Month | undefined;
}

/** Days, both included, and the operations meant: after one, before another. */
export interface BookedRange {
  readonly from: Day;
  readonly to: Day;
  readonly after?: number | undefined;
  readonly before: number;
}

/** What closes, reopenings and heads are read from. */
export interface PeriodReader {
  /** Of one month or of all, the oldest first. */
  events(month?: Month): Promise<readonly PeriodEvent[]>;
  /** Acceptances that reach a day, in the order of writing. */
  acceptances(on: Day): Promise<readonly Acceptance[]>;
  /** The last month of the last year that was locked. */
  locked(): Promise<Month | undefined>;
  /** Entries booked in a range, in the order of writing; `late`: only those whose own day lies before it. */
  booked(range: BookedRange & { readonly late: boolean }): Promise<readonly BookedEntry[]>;
  /** What a bank last told about an account in a range, as the book knew it before an operation. */
  bankBalance(place: Place, range: BookedRange): Promise<BankBalance | undefined>;
  /** Where the chain had a head; `head` is in hex, whole or its first digits. */
  sealedAt(head: string): Promise<SealedAt | undefined>;
}
