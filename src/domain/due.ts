import { dayAfter, type Day, type Month } from './day.ts';
import type { Dong } from './dong.ts';
import type { PaperKind } from './paper.ts';

/** Every kind of thing that waits for the treasurer, with the figures its sentence needs; never a person's name. */
export interface DueFacts {
  'month.close': { month: Month };
  'cash.count': { place: string; month: Month; balance: Dong };
  'cash.difference': { place: string; counted: Dong; balance: Dong; difference: Dong };
  'bank.statement': { place: string; month: Month; balance: Dong };
  'bank.difference': { place: string; bank: Dong; book: Dong; difference: Dong };
  'bank.lines': { place: string; lines: number; total: Dong };
  'bank.unidentified': { receipts: number; total: Dong };
  /** Units that were given a quota and sent nothing; 0 where no quota was given and nobody did. */
  'round.list': { round: string; units: number };
  'round.pay': { round: string; people: number; total: Dong };
  'round.sign': { round: string; people: number; total: Dong };
  'advance.settle': { voucher: string; holder: string; open: Dong };
  'advance.handed': { voucher: string; holder: string; open: Dong };
  remit: { fund: string; appeal?: string; owner: string; owed: Dong };
  'loan.repay': { voucher: string; fund: string; open: Dong };
  'paper.promised': { award: string; paper: PaperKind };
  'home.stalled': { award: string; paid: Dong };
  'acceptance.ends': { finding: string };
}
export type DueCode = keyof DueFacts;

/** In the order in which they are told: past their day, in the way of the month's close, and waiting. */
export const DUE_STATES = ['overdue', 'blocking', 'due'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** Something that waits, and the command line that settles it, to be shown as it is. */
export type Due = {
  [C in DueCode]: {
    readonly code: C;
    readonly state: DueState;
    readonly facts: DueFacts[C];
    /** By when it is due. */
    readonly day?: Day | undefined;
    /** Since when it waits, where no day is set for it. */
    readonly since?: Day | undefined;
    /** Days since the one or the other; below zero where it is still to come. */
    readonly days?: number | undefined;
    readonly command: string;
  };
}[DueCode];

export interface Status {
  readonly today: Day;
  /** The first month that is not closed, and whether its last day has come. */
  readonly month: { readonly open: Month; readonly ended: boolean };
  readonly due: readonly Due[];
}

/** Days before its day on which something begins to be told. */
const AHEAD = 7;

/** The first day that is too far off to be told. */
export function soon(today: Day): Day {
  let at = today;
  for (let ahead = 0; ahead <= AHEAD; ahead += 1) at = dayAfter(at);
  return at;
}

/** Whether a day is so near, or past, that it is to be told. */
export function isNear(day: Day | undefined, today: Day): day is Day {
  return day !== undefined && day < soon(today);
}

/** Past its day, or due. */
export function stateOn(day: Day | undefined, today: Day): DueState {
  return day !== undefined && day < today ? 'overdue' : 'due';
}

/** Overdue first, then what blocks; within these what has waited longest. */
export function inTurn(items: readonly Due[]): Due[] {
  const place = (item: Due) => DUE_STATES.indexOf(item.state);
  return items.toSorted((a, b) => place(a) - place(b) || (b.days ?? 0) - (a.days ?? 0));
}
