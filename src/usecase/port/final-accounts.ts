import type { Day } from '../../domain/day.ts';
import type { Flow } from '../../domain/final-accounts.ts';

/** What a yearly settlement asks of a book. */
export interface FinalReader {
  /** Why funds grew and shrank in these days, by voucher, reason and item code, in the order of booking. */
  flows(range: { readonly from: Day; readonly to: Day }): Promise<readonly Flow[]>;
}
