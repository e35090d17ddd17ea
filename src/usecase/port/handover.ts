import type { Day } from '../../domain/day.ts';

/** How far a series of vouchers has come in a year. */
export interface SeriesView {
  readonly kind: string;
  /** The fund's key; 0 where the whole entity has one series. */
  readonly fund: number;
  readonly year: number;
  readonly last: string;
  readonly vouchers: number;
}

/** What is handed over besides money: numbers reached, and where registers end. */
export interface HandoverReader {
  series(upTo: Day): Promise<readonly SeriesView[]>;
  /** The day a member left. */
  leftOn(member: number): Promise<Day | undefined>;
}
