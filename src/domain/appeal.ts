import { add, subtract, sum, ZERO, type Dong } from './dong.ts';
import type { Day } from './day.ts';

/** What an appeal asked of a unit and what came; in đồng. */
export interface UnitShare {
  readonly target?: Dong | undefined;
  readonly pledged?: Dong | undefined;
  readonly received: Dong;
}

/** How far a unit, or all of them, have come: what is still missing, and whole hundredths of the target, rounded down. */
export interface Standing {
  readonly target: Dong;
  readonly pledged: Dong;
  readonly received: Dong;
  readonly outstanding: Dong;
  /** Undefined where nothing was asked. */
  readonly rate?: number | undefined;
}

export function standingOf({ target = ZERO, pledged = ZERO, received }: UnitShare): Standing {
  const missing = subtract(target, received);
  return {
    target,
    pledged,
    received,
    outstanding: missing > 0 ? missing : ZERO,
    rate: target > 0 ? Number((BigInt(received) * 100n) / BigInt(target)) : undefined,
  };
}

/** All units together; what one gave beyond its target does not pay for another. */
export function totalStanding(units: readonly UnitShare[]): Standing {
  const each = units.map(standingOf);
  const of = (key: 'target' | 'pledged' | 'received' | 'outstanding') => sum(each.map((one) => one[key]));
  const whole = standingOf({ target: of('target'), pledged: of('pledged'), received: of('received') });
  return { ...whole, outstanding: of('outstanding') };
}

/** Money held for an owner: what is owed of one appeal, or of all that came in under none. */
export interface Owed {
  readonly fund: string;
  readonly owner: string;
  readonly appeal?: string | undefined;
  readonly due?: Day | undefined;
  readonly owed: Dong;
}

/** A held fund with what it owes in all, and its appeals with what each brought less what was remitted under it. */
export interface HeldFund {
  readonly code: string;
  readonly owner: string;
  readonly remitBy?: Day | undefined;
  readonly owed: Dong;
  readonly appeals: readonly { readonly code: string; readonly due?: Day | undefined; readonly owed: Dong }[];
}

/**
 * What is owed to whom by when: overdue first, then by deadline. Money that was remitted under no appeal pays what came in
 * under none, then the appeals that are due first.
 */
export function owedList(funds: readonly HeldFund[], today: Day): (Owed & { overdue: boolean })[] {
  const rows = funds.flatMap(({ code: fund, owner, remitBy, owed, appeals }): Owed[] => {
    const sorted = appeals
      .map((each) => ({ ...each, due: each.due ?? remitBy }))
      .toSorted((a, b) => order(a.due, b.due));
    let rest = subtract(owed, sum(sorted.map((each) => each.owed)));
    const open = sorted.map((each) => {
      const paid = rest >= 0 ? ZERO : subtract(ZERO, rest) < each.owed ? subtract(ZERO, rest) : each.owed;
      rest = add(rest, paid);
      return { fund, owner, appeal: each.code, due: each.due, owed: subtract(each.owed, paid) };
    });
    return [...open, { fund, owner, due: remitBy, owed: rest }];
  });
  return rows
    .filter((row) => row.owed > 0)
    .map((row) => ({ ...row, overdue: row.due !== undefined && row.due < today }))
    .toSorted((a, b) => order(a.due, b.due));
}

function order(a: Day | undefined, b: Day | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}
