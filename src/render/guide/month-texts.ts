import type { Day, Month } from '../../domain/day.ts';

export const MONTH_STEPS = ['in', 'bank', 'benefits', 'owed', 'cash', 'findings', 'papers', 'close'] as const;
/** The steps of a month's end, in their order. */
export type MonthStep = (typeof MONTH_STEPS)[number];

/** How a step stands by the book: nothing left; something left; only the treasurer can tell; something else comes first. */
export type StepState = 'done' | 'open' | 'look' | 'waits';

/** What the path through a month's end says. */
export interface MonthTexts {
  readonly title: (f: { month: Month }) => string;
  readonly step: (f: { at: number; of: number; name: string }) => string;
  readonly passed: (f: { at: number; name: string }) => string;
  readonly names: Readonly<Record<MonthStep, string>>;
  /** What each step is for, in one line. */
  readonly purposes: Readonly<Record<MonthStep, string>>;
  readonly states: Readonly<Record<StepState, string>>;
  /** Above the choices of a step. */
  readonly what: string;
  readonly next: string;
  readonly leave: string;
  readonly left: string;
  readonly back: string;
  readonly closed: (f: { month: Month }) => string;
  readonly finished: (f: { month: Month }) => string;
  /** How things stand, a line each. */
  readonly stands: {
    readonly came: (f: { contributions: number; allocations: number; other: number }) => string;
    readonly noBank: () => string;
    readonly bankProved: () => string;
    readonly round: (f: {
      round: string;
      proposed: number;
      approved: number;
      handed: number;
      paid: number;
    }) => string;
    readonly noPending: () => string;
    readonly nothingGiven: () => string;
    readonly advance: (f: { voucher: string; open: number; due: Day | undefined }) => string;
    readonly stalled: (f: { houses: number }) => string;
    readonly owed: (f: { owner: string; fund: string; amount: number; due: Day | undefined }) => string;
    readonly loan: (f: { voucher: string; open: number; due: Day | undefined }) => string;
    readonly nothingOwed: () => string;
    readonly till: (f: { place: string; counted: number }) => string;
    readonly noTill: () => string;
    readonly blocking: (f: { errors: number; warnings: number }) => string;
    readonly more: (f: { count: number }) => string;
    readonly papers: () => string;
    readonly ready: () => string;
    readonly ends: (f: { day: Day }) => string;
  };
  /** What can be done, as a choice. */
  readonly does: {
    readonly importList: string;
    readonly addGift: string;
    readonly allocation: string;
    readonly receipt: string;
    readonly statement: (f: { place: string }) => string;
    readonly match: (f: { place: string }) => string;
    readonly queue: (f: { place: string }) => string;
    readonly post: string;
    readonly confirm: (f: { place: string }) => string;
    readonly newRound: string;
    readonly people: (f: { round: string }) => string;
    readonly approve: (f: { round: string; count: number }) => string;
    readonly pay: (f: { round: string; count: number }) => string;
    readonly hand: (f: { round: string }) => string;
    readonly sheet: (f: { round: string }) => string;
    readonly signAll: (f: { round: string; count: number }) => string;
    readonly signMost: (f: { round: string }) => string;
    readonly unsigned: (f: { round: string }) => string;
    readonly settle: (f: { voucher: string }) => string;
    readonly milestone: string;
    readonly stalled: string;
    readonly remit: (f: { owner: string; fund: string }) => string;
    readonly repay: (f: { voucher: string }) => string;
    readonly count: (f: { place: string }) => string;
    readonly mend: string;
    readonly accept: string;
    readonly reconcile: string;
    readonly page: string;
    readonly disbursements: string;
    readonly countPaper: (f: { place: string }) => string;
    readonly draft: string;
    readonly close: (f: { month: Month }) => string;
    readonly pack: string;
  };
}
