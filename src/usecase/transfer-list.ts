import { totalOf, type Round } from '../domain/award.ts';
import { refuse } from '../domain/failure.ts';
import { layOut, TRANSFER_LAYOUTS, type TransferRow, type TransferSheet } from '../report/transfer-list.ts';
import type { Payable } from './payable.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader } from './port/ports.ts';

/** Codes named by a refusal; the rest are counted. */
const NAMED = 20;

/** The bank's list of a payment, one row an award; refused whole where somebody has no account to be paid into. */
export async function transferSheet(
  reader: Reader,
  round: Round,
  payable: readonly Payable[],
  layoutName: string,
): Promise<{ sheet: TransferSheet; layout: string; verified: boolean; rows: number }> {
  const layout = TRANSFER_LAYOUTS.find((each) => each === layoutName);
  if (layout === undefined)
    return refuse('usage.value', {
      option: '--layout',
      given: layoutName,
      expected: TRANSFER_LAYOUTS.join('|'),
    });
  const groups = [...Map.groupBy(payable, ({ award }) => award.id).values()];
  const awards = groups.flatMap(([first]) => (first === undefined ? [] : [first.award]));
  const accounts = await accountsOf(reader, awards);
  const missing = awards.filter(({ id }) => !accounts.has(id));
  if (missing.length > 0)
    refuse('account.missing', {
      awards: missing.slice(0, NAMED).map(({ code }) => code),
      more: Math.max(0, missing.length - NAMED),
      member: missing.find(({ payee }) => payee === undefined)?.beneficiary.code,
    });
  const rows = groups.flatMap(([first, ...more]): TransferRow[] => {
    const to = accounts.get(first?.award.id ?? 0);
    if (first === undefined || to === undefined) return [];
    return [{ ...to, award: first.award.code, amount: totalOf([first, ...more].map(({ part }) => part)) }];
  });
  return { ...layOut(layout, round.code, rows), layout, rows: rows.length };
}

/**
 * Where each award's money goes: its person's account, or the account of the relative who takes it, for the person's own
 * is not the relative's.
 */
async function accountsOf(
  reader: Reader,
  awards: readonly AwardView[],
): Promise<ReadonlyMap<number, Pick<TransferRow, 'name' | 'account' | 'bank'>>> {
  const benefits = await reader.benefits();
  const people = awards.map(({ beneficiary }) => beneficiary.id);
  const taken = awards.flatMap(({ id, payee }) => (payee === undefined ? [] : [id]));
  const [accounts, banks, payeeAccounts, payeeBanks] = [
    await benefits.secrets(people, 'account'),
    await benefits.secrets(people, 'bank'),
    await benefits.secrets(taken, 'account', 'award'),
    await benefits.secrets(taken, 'bank', 'award'),
  ];
  return new Map(
    awards.flatMap(({ id, beneficiary, beneficiaryName, payee }) => {
      const [name, account, bank] =
        payee === undefined
          ? [beneficiaryName, accounts.get(beneficiary.id), banks.get(beneficiary.id)]
          : [payee.name, payeeAccounts.get(id), payeeBanks.get(id)];
      return account === undefined || account === ''
        ? []
        : [[id, { name, account, bank: bank ?? '' }] as const];
    }),
  );
}
