import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';

/** A line of a bank's statement that no standing match joins to an entry; money in above zero. */
export interface OpenLine {
  readonly place: number;
  readonly day: Day;
  readonly amount: Dong;
  readonly reference: string;
  readonly content: string;
}

/** Money that came in and nobody can name, as far as it is not identified or given back. */
export interface UnnamedMoney {
  readonly entry: number;
  readonly voucher: string;
  readonly day: Day;
  readonly content: string;
  readonly open: Dong;
}

/** Something that is due: `code` names the appeal, or the voucher of the loan. */
export interface DueView {
  readonly kind: 'appeal' | 'loan';
  readonly code: string;
  readonly name: string;
  readonly due: Day;
  /** What is still lent; of an appeal nothing is said. */
  readonly open?: Dong | undefined;
}

/** How far a series of vouchers has come in a year. */
export interface SeriesView {
  readonly kind: string;
  /** The fund's key; 0 where the whole entity has one series. */
  readonly fund: number;
  readonly year: number;
  readonly last: string;
  readonly vouchers: number;
}

/** What is handed over besides money: what is open, and where registers end. */
export interface HandoverReader {
  openLines(upTo: Day): Promise<readonly OpenLine[]>;
  unnamedMoney(upTo: Day): Promise<readonly UnnamedMoney[]>;
  dues(upTo: Day): Promise<readonly DueView[]>;
  series(upTo: Day): Promise<readonly SeriesView[]>;
  /** The day a member left or a unit closed. */
  ended(register: 'beneficiary' | 'unit', id: number): Promise<Day | undefined>;
}
