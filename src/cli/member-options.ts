import type { Doubt, Privates } from '../usecase/member.ts';
import type { Warning } from './command.ts';
import { secret, text, type Values } from './options.ts';

/** Private fields of a person: kept apart from the roll, never shown whole. */
export const PRIVATE = {
  id: secret('id', 'NO'),
  former: secret('former', 'NO'),
  spouse: secret('spouse', 'NO'),
  phone: secret('phone', 'NO'),
  account: secret('account', 'NO'),
  bank: text('BANK'),
};

export function privates(given: Values<typeof PRIVATE>): Privates {
  const { id, former, spouse, phone, account, bank } = given;
  return { id, former, spouse, phone, account, bank };
}

/** Numbers that were kept as written though they may be wrong. */
export function doubted(doubts: readonly Doubt[]): readonly Warning[] {
  if (doubts.length === 0) return [];
  const said = doubts.map(({ field, doubt }) => ({ column: field, doubt }));
  return [{ code: 'member.doubtful', facts: { doubts: said } }];
}
