import { yearOf } from '../../domain/day.ts';
import type { Found } from '../../domain/finding.ts';
import { error, never, PROVE, warning, type Rule } from './rule.ts';

/** Numbers of vouchers follow each other, without a gap, and with the days; no voucher is of a day to come. */
export const r13: Rule = {
  code: 'R13',
  group: 'vouchers',
  scope: 'month',
  kinds: {
    'voucher.gap': never('accountant'),
    'voucher.order': warning('accountant', 'check.R13.order'),
    'voucher.future': error('accountant'),
  },
  look: async (facts) => [
    ...(await facts.ask.gaps(yearOf(facts.from))).map((gap): Found => ({
      kind: 'voucher.gap',
      subject: `${gap.series}-${gap.after}`,
      facts: gap,
      mend: PROVE,
    })),
    ...(await facts.ask.disordered(facts)).map((pair): Found => ({
      kind: 'voucher.order',
      subject: pair.voucher,
      facts: pair,
      day: pair.day,
      mend: `phucloi voucher list --from ${pair.day} --to ${pair.beforeDay}`,
    })),
    ...(await facts.ask.futureVouchers(facts.today)).map((voucher): Found => ({
      kind: 'voucher.future',
      subject: voucher.voucher,
      facts: voucher,
      mend: PROVE,
    })),
  ],
};
