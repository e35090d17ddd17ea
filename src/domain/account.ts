/** Where money is, or who owes it: what a fund holds. */
const MONEY_ROLES = ['cash', 'bank'] as const;
export const ASSET_ROLES = [...MONEY_ROLES, 'transit', 'advance', 'lent', 'borrowed'] as const;

/** Why a fund grew or shrank. In a held fund the same roles stand under a liability's number: a debt, not income. */
export const IN_ROLES = ['contribution', 'allocation', 'transferIn', 'otherIn'] as const;
export const OUT_ROLES = ['disbursement', 'remittance', 'transferOut', 'otherOut'] as const;
export const FLOW_ROLES = ['opening', ...IN_ROLES, ...OUT_ROLES] as const;

export const ROLES = [...ASSET_ROLES, ...FLOW_ROLES] as const;

export type MoneyRole = (typeof MONEY_ROLES)[number];
export type InRole = (typeof IN_ROLES)[number];
export type Role = (typeof ROLES)[number];

/** An account is a role in an own or a held fund; the chart gives it a number and a name. */
export interface Account {
  readonly id: number;
  readonly role: Role;
  readonly held: boolean;
  readonly number: string;
  readonly name: string;
}

export type Side = 'debit' | 'credit';

export function isMoney(role: Role): role is MoneyRole {
  return role === 'cash' || role === 'bank';
}
