import { readDay } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { PAPERS } from '../domain/paper.ts';
import type { GivenPaper, OpenInput } from '../usecase/benefit-open.ts';
import { count, day, flag, many, month, secret, text, type Values } from './options.ts';
import { WAIVE, waived } from './waive-options.ts';

/** Options of one case: who takes the money, in which months, by which papers, and why. */
export const CASE = {
  area: text('AREA'),
  reason: secret('reason'),
  payee: text('NAME'),
  relation: text('RELATION'),
  payeeAccount: secret('payeeAccount', 'NO'),
  payeeBank: text('BANK'),
  monthly: count(),
  until: month(),
  urgent: flag(),
  papersDue: day(),
  paper: many('KIND=NO@DAY', givenPaper),
  ...WAIVE,
};

/** `commune=12/GXN-UBND@05/03/2024`. */
function givenPaper(typed: string): GivenPaper | undefined {
  const [, name, number, on] = /^([a-z]+)=(.+)@([^@]+)$/u.exec(typed.normalize('NFC')) ?? [];
  const kind = PAPERS.find((each) => each === name);
  const read = on === undefined ? undefined : readDay(on.trim());
  return kind === undefined || number === undefined || read === undefined
    ? undefined
    : { kind, number: number.trim(), day: read };
}

/** What they say together, as a case is opened by them. */
export function caseOf(
  options: Values<typeof CASE>,
): Pick<OpenInput, 'area' | 'reason' | 'payee' | 'monthly' | 'papers' | 'papersDue' | 'waive'> {
  const { area, reason, payee, relation, payeeAccount: account, payeeBank: bank } = options;
  const { monthly, until, urgent, papersDue, paper: papers } = options;
  if (payee !== undefined && relation === undefined) refuse('usage.missing', { option: '--relation' });
  if (payee === undefined && [relation, account, bank].some((given) => given !== undefined))
    refuse('usage.missing', { option: '--payee' });
  if (monthly !== undefined && until !== undefined)
    refuse('usage.conflict', { options: ['--monthly', '--until'] });
  if (urgent && papersDue === undefined) refuse('usage.missing', { option: '--papers-due' });
  if (!urgent && papersDue !== undefined) refuse('usage.missing', { option: '--urgent' });
  const repeat = monthly !== undefined ? { months: monthly } : until !== undefined ? { until } : undefined;
  return {
    area,
    reason,
    payee:
      payee === undefined || relation === undefined ? undefined : { name: payee, relation, account, bank },
    monthly: repeat,
    papers,
    papersDue,
    waive: waived(options),
  };
}
