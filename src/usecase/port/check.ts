import type { ProgrammeKind } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { LikeBy } from '../../domain/duplicate.ts';

/** Days of one look: a month's, or the whole book's. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** An award as the rules look at it; `total` in đồng. */
export interface AwardFact {
  readonly award: string;
  readonly kind: ProgrammeKind;
  readonly round: string;
  readonly unit: string;
  readonly total: Dong;
  readonly day: Day;
}

/** Two awards that may be one person's. */
export interface PairFact {
  readonly award: string;
  readonly other: string;
  readonly kind: ProgrammeKind;
  readonly otherRound: string;
  readonly otherKind: ProgrammeKind;
  readonly sameRound: boolean;
  /** Whether some fund, or nobody named, pays parts of both. */
  readonly samePayer: boolean;
  /** Whole days between the days of the two rounds. */
  readonly apart: number;
  /** `unit`: one name in one unit, no more. */
  readonly by: LikeBy | 'unit';
  readonly unit: string;
  readonly day: Day;
}

/** Two entries that give the same paper and the same amount. */
export interface TwinFact {
  readonly first: number;
  readonly second: number;
  readonly document: string;
  readonly amount: Dong;
  readonly day: Day;
}

/** What the rules ask of a book: each answer costs as much as its days hold, or as what is still open. */
export interface CheckReader {
  settings(): Promise<ReadonlyMap<string, string>>;
  /** Lists of gifts of which rows were reversed in these days, one by one. */
  reversedLists(
    span: Span,
  ): Promise<readonly { document: string; rows: number; total: Dong; standing: Dong; day: Day }[]>;
  /** Words of vouchers of these days, and of entries that have words of their own, that hold one of `parts`. */
  contents(
    span: Span,
    parts: readonly string[],
  ): Promise<readonly { voucher: string; entry: number; content: string; amount: Dong; day: Day }[]>;
  /** Paid up to the last day and not signed for. */
  unsigned(upTo: Day): Promise<readonly AwardFact[]>;
  /** Signed for another amount than was decided, or paid another than decided. */
  unequal(span: Span): Promise<readonly (AwardFact & { decided: Dong; paid: Dong; signed: Dong })[]>;
  /** Signed for, and the payment was taken back. */
  phantoms(upTo: Day): Promise<readonly AwardFact[]>;
  /** Decided and unpaid by round, on the last day. */
  unpaid(
    upTo: Day,
  ): Promise<readonly { round: string; kind: ProgrammeKind; people: number; total: Dong; since: Day }[]>;
  /**
   * Awards decided in these days that share a person with another: of the same round, or of rounds at most a season (in
   * days) apart; a home with an award of any time.
   */
  pairs(span: Span, season: number): Promise<readonly PairFact[]>;
  /** Paid in these days after the person left or the unit closed. */
  leavers(span: Span): Promise<readonly (AwardFact & { left?: Day | undefined; closed?: Day | undefined })[]>;
  /** Awards decided in these days, with the level of their category and the median of their round. */
  decided(
    span: Span,
  ): Promise<readonly (AwardFact & { category: string; level?: Dong | undefined; median: Dong })[]>;
  /** Benefits by person over a year, of those who were paid in these days; history counted. */
  yearly(span: Span, year: number): Promise<readonly { beneficiary: string; times: number }[]>;
  /** Homes decided in these days of people who had one before, here or before the book. */
  secondHomes(span: Span): Promise<readonly { award: string; other: string; day: Day }[]>;
  /** Payments of these days out of a fund that had no such purpose on that day. */
  offPurpose(
    span: Span,
  ): Promise<
    readonly { fund: string; purpose: string; voucher: string; entry: number; day: Day; amount: Dong }[]
  >;
  /** Days of the span at whose end a fund's money in a place is below zero. */
  below(span: Span): Promise<readonly { fund: string; place: string; day: Day; balance: Dong }[]>;
  /** What lies in each cash box at the end of each day of the span that moved it, and on the day before the first. */
  boxDays(span: Span): Promise<readonly { place: number; day: Day; balance: Dong }[]>;
  gaps(year: number): Promise<readonly { series: string; after: number; next: number }[]>;
  /** Vouchers of money or goods of these days whose number follows one of a later day; a reversal keeps its entry's day. */
  disordered(span: Span): Promise<readonly { voucher: string; day: Day; before: string; beforeDay: Day }[]>;
  futureVouchers(today: Day): Promise<readonly { voucher: string; day: Day }[]>;
  twins(span: Span, kinds: readonly string[], sameUnit: boolean): Promise<readonly TwinFact[]>;
  /** The last balance that each bank gave within these days. */
  bankBalances(span: Span): Promise<readonly { place: number; day: Day; balance: Dong }[]>;
  /** Lines of statements up to a day, of the year before it, that no entry is. */
  unmatchedLines(upTo: Day): Promise<readonly { place: string; lines: number; total: Dong; since: Day }[]>;
  /** Appeals of which targets were set. */
  targets(): Promise<readonly { appeal: string; goal: Dong; targets: Dong }[]>;
  /** Statements that begin in these days elsewhere than the one before ended. */
  openings(span: Span): Promise<readonly { place: string; day: Day; closing: Dong; opening: Dong }[]>;
  /** A year's receipts under an item code, and what own funds gave to people. */
  shares(span: Span, item: string): Promise<{ readonly dues: Dong; readonly care: Dong }>;
  flagged(span: Span): Promise<readonly { document: string; rows: number; day: Day }[]>;
  usesItems(span: Span): Promise<boolean>;
  /** Entries of these days whose gift day lies in another year. */
  otherYears(span: Span): Promise<readonly { year: number; entries: number; total: Dong }[]>;
  goodsBelow(upTo: Day): Promise<readonly { item: string; fund: string; day: Day; quantity: number }[]>;
  goodsCost(upTo: Day): Promise<readonly { item: string; fund: string; quantity: number; cost: Dong }[]>;
  overdueLoans(
    on: Day,
  ): Promise<readonly { entry: number; voucher: string; fund: string; due: Day; open: Dong }[]>;
  /** What an inspector asks of payments to people. */
  payments(span: Span): Promise<readonly PaymentFact[]>;
  /** Decisions of these days, with the person who signed them. */
  decisions(span: Span): Promise<
    readonly {
      decision: number;
      number: string;
      by: string;
      actor: string;
      recipients: readonly string[];
      day: Day;
    }[]
  >;
}

/** One paid award part as an inspector looks at it. */
export interface PaymentFact {
  readonly award: string;
  readonly unit: string;
  readonly voucher: string;
  readonly day: Day;
  readonly amount: Dong;
  readonly how?: 'bulk' | 'checked' | 'listed' | undefined;
  readonly proxy: boolean;
  readonly attached: boolean;
}
