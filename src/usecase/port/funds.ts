import type { Claim, RestrictedMove } from '../../domain/restriction.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Ref } from '../../domain/entry.ts';
import type { Fund, Purpose } from '../../domain/fund.ts';
import type { Appeal } from './treasury.ts';

/** A purpose of a fund with the days it holds and the paper that gave or ended it. */
export interface DatedPurpose {
  readonly fund: number;
  readonly purpose: Purpose;
  readonly from: Day;
  /** The last day it holds. */
  readonly to?: Day | undefined;
  readonly document?: string | undefined;
}

/** Money that one own fund lends another; amounts in đồng. */
export interface LoanView {
  readonly entry: number;
  /** The voucher it was given by: the loan's name on paper. */
  readonly voucher: string;
  readonly from: number;
  readonly to: number;
  /** Where it was lent; undefined of one the book began with. */
  readonly place: number | undefined;
  readonly day: Day;
  readonly due: Day | undefined;
  readonly amount: Dong;
  readonly open: Dong;
}

/** What an appeal asks of a unit, what the unit promised, and what came in from it; in đồng. */
export interface UnitTarget {
  readonly unit: Ref;
  readonly name: string;
  /** Undefined where the unit gave and was asked for nothing. */
  readonly target?: Dong | undefined;
  readonly pledged?: Dong | undefined;
  readonly received: Dong;
}

/** What came in under an appeal by fund, and what of it was passed on; in đồng, net of reversals and refunds. */
export interface AppealSum {
  readonly appeal: string;
  readonly fund: number;
  readonly received: Dong;
  readonly remitted: Dong;
}

/** What a fund holds in cash boxes and bank accounts at a day's end, and what givers set apart in it and nothing spent. */
export interface Apart {
  readonly day: Day;
  readonly money: Dong;
  readonly restricted: Dong;
}

/** Reads of purposes, restrictions, loans and appeals. */
export interface FundReader {
  purposes(fund?: Fund): Promise<readonly DatedPurpose[]>;
  /** Restricted money in and out of the funds, by restriction and day, the earliest first. */
  restrictedMoves(): Promise<readonly RestrictedMove[]>;
  /** A fund's money and what of it is set apart, at the end of a day and of each later one that moved either. */
  apart(fund: number, from: Day): Promise<readonly Apart[]>;
  /** Approved parts in cash that nothing has disbursed by a day: what restricted money may still pay. */
  claims(upTo: Day): Promise<readonly Claim[]>;
  /** The programme of an award, where there is such an award. */
  awardKind(code: string): Promise<Purpose | undefined>;
  loans(upTo: Day): Promise<readonly LoanView[]>;
  appeals(): Promise<readonly Appeal[]>;
  /** Units that an appeal asks something of, or that gave to it, by code. */
  targets(appeal: Appeal, upTo: Day): Promise<readonly UnitTarget[]>;
  /** What came in under each appeal, for all of them at once. */
  appealSums(upTo: Day): Promise<readonly AppealSum[]>;
}
