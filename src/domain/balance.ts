import { FLOW_ROLES, isMoney, type Role } from './account.ts';
import { add, subtract, ZERO, type Dong } from './dong.ts';

/** Debits and credits of one fund's role, in one place or in none. */
export interface FundTurnover {
  readonly fund: number;
  readonly role: Role;
  readonly place: number;
  readonly debit: Dong;
  readonly credit: Dong;
}

/** What each fund has in cash boxes and bank accounts. */
export function fundMoney(turnovers: readonly FundTurnover[]): Map<number, Dong> {
  const money = new Map<number, Dong>();
  for (const row of turnovers) {
    if (isMoney(row.role))
      money.set(row.fund, add(money.get(row.fund) ?? ZERO, subtract(row.debit, row.credit)));
  }
  return money;
}

/** Debits less credits of the roles of one fund: what it holds, for assets; credits less debits: why, for flows. */
export function roleSums(turnovers: readonly FundTurnover[], fund: number): ReadonlyMap<Role, Dong> {
  const sums = new Map<Role, Dong>();
  for (const row of turnovers) {
    if (row.fund !== fund) continue;
    const net = isFlow(row.role) ? subtract(row.credit, row.debit) : subtract(row.debit, row.credit);
    sums.set(row.role, add(sums.get(row.role) ?? ZERO, net));
  }
  return sums;
}

function isFlow(role: Role): boolean {
  return (FLOW_ROLES as readonly Role[]).includes(role);
}
