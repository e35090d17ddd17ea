import { ASSET_ROLES, IN_ROLES, OUT_ROLES, type Role } from './account.ts';
import { roleSums, type FundTurnover } from './balance.ts';
import { add, subtract, sum, ZERO, type Dong } from './dong.ts';
import type { Fund } from './fund.ts';

/** The figures of a fund's identity, in the order in which they are printed. */
export const FUND_FIGURES = [
  'opening',
  'contributions',
  'allocations',
  'transfersIn',
  'otherIn',
  'disbursements',
  'remittances',
  'transfersOut',
  'otherOut',
  'closing',
] as const;

/** One fund over a period, by the identity of accounting.md 6. All in đồng; the outs are printed as positive amounts. */
export interface FundLine {
  readonly fund: Fund;
  readonly opening: Dong;
  readonly contributions: Dong;
  readonly allocations: Dong;
  readonly transfersIn: Dong;
  readonly otherIn: Dong;
  readonly disbursements: Dong;
  readonly remittances: Dong;
  readonly transfersOut: Dong;
  readonly otherOut: Dong;
  /** What the reasons add up to. */
  readonly closing: Dong;
  /** What is there: cash, bank, in transit, advances, lent less borrowed. */
  readonly money: Dong;
  readonly difference: Dong;
}

/** The identity of every fund: `before` sums all days before the period, `within` the days of it. */
export function fundLines(
  funds: readonly Fund[],
  before: readonly FundTurnover[],
  within: readonly FundTurnover[],
): FundLine[] {
  return funds.map((fund) => {
    const [past, now] = [roleSums(before, fund.id), roleSums(within, fund.id)];
    const flow = (role: Role) => now.get(role) ?? ZERO;
    const ins = IN_ROLES.map(flow);
    // A debit on a reason is a negative credit: outs come as negative sums.
    const outs = OUT_ROLES.map((role) => subtract(ZERO, flow(role)));
    const opening = add(reasons(past), flow('opening'));
    const closing = subtract(add(opening, sum(ins)), sum(outs));
    const money = add(assets(past), assets(now));
    const [contributions = ZERO, allocations = ZERO, transfersIn = ZERO, otherIn = ZERO] = ins;
    const [disbursements = ZERO, remittances = ZERO, transfersOut = ZERO, otherOut = ZERO] = outs;
    return {
      fund,
      opening,
      contributions,
      allocations,
      transfersIn,
      otherIn,
      disbursements,
      remittances,
      transfersOut,
      otherOut,
      closing,
      money,
      difference: subtract(closing, money),
    };
  });
}

/** All that ever came in less all that ever went out, by the reasons. */
export function reasons(sums: ReadonlyMap<Role, Dong>): Dong {
  return sum((['opening', ...IN_ROLES, ...OUT_ROLES] as const).map((role) => sums.get(role) ?? ZERO));
}

function assets(sums: ReadonlyMap<Role, Dong>): Dong {
  return sum(ASSET_ROLES.map((role) => sums.get(role) ?? ZERO));
}

/** What lies in each place, of all funds together. */
export function placeMoney(turnovers: readonly FundTurnover[]): Map<number, Dong> {
  const money = new Map<number, Dong>();
  for (const row of turnovers) {
    if (row.place !== 0)
      money.set(row.place, add(money.get(row.place) ?? ZERO, subtract(row.debit, row.credit)));
  }
  return money;
}
