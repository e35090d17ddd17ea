import type { UnitShare } from '../../domain/appeal.ts';
import type { Day } from '../../domain/day.ts';
import type { GiftRow, MoveRow } from '../../domain/gift.ts';

/** Reads of whole books for reports: one statement each, read row by row. */
export interface ReportReader {
  /** What came in from givers in these days, and what took it back, by day and entry. */
  gifts(range: { readonly from?: Day | undefined; readonly to: Day }): Iterable<GiftRow>;
  /** Every reason for which these funds grew or shrank up to a day. */
  moves(funds: readonly number[], upTo: Day): Iterable<MoveRow>;
  /** What every appeal asked of its units, and what came from them, by appeal and unit. */
  shares(upTo: Day): readonly (UnitShare & { readonly appeal: string; readonly unit: number })[];
  /** The unit in which people stand on a day, of those who ever moved. */
  placed(on: Day): ReadonlyMap<number, number>;
}
