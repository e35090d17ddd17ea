import { refuse } from '../../domain/failure.ts';
import { signBenefits } from '../../usecase/benefit-sign.ts';
import { signTransfers } from '../../usecase/benefit-sign-transfer.ts';
import { CASES } from '../cases-options.ts';
import { command } from '../command.ts';
import { digest } from '../digest.ts';
import { sheetsIn } from '../given.ts';
import { amount, amountOrZero } from '../amount-options.ts';
import { count, day, flag, many, text } from '../options.ts';
import { ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} sign`,
    writes: 'asked',
    args: [],
    options: {
      ...CASES,
      all: flag(),
      list: text('FILE'),
      proxy: many('CODE=NAME;RELATION[;PAPER]', proxyOf),
      on: day(),
      count: count(),
      total: amount(),
      paper: text('NO'),
      signedAmount: amountOrZero(),
      transfer: flag(),
    },
    examples: [
      `${kind} sign --round ${ROUNDS[kind]} --all --except DV0123`,
      `${kind} sign --round ${ROUNDS[kind]} --list ky-nhan.xlsx`,
      `${kind} sign --round ${ROUNDS[kind]} --transfer`,
      `${kind} sign --case ${ROUNDS[kind]}/0007 --signed-amount 7.000.000`,
      `${kind} sign --round ${ROUNDS[kind]} --all --count 344 --total 181.000.000 --paper DS-01`,
      `${kind} sign --round ${ROUNDS[kind]} --unit BVA --except DV0123 --proxy "DV0124=Trần Văn Nam;chồng;GUQ-03" --count 42 --total 21.000.000 --paper DS-BVA`,
    ],
    answer: {
      round: 'text',
      signed: 'integer',
      total: 'integer',
      unsigned: 'integer',
      how: 'text',
      proxies: 'integer',
      left: ['text'],
      removed: ['text'],
    },
    async run(desk, { options }) {
      if (options.transfer) {
        if (options.all || options.list !== undefined)
          refuse('usage.conflict', { options: ['--transfer', '--all'] });
        const { round, case: cases, unit, except } = options;
        const data = await signTransfers(await desk.session(), kind, { round, cases, unit, except });
        return { data, text: (m) => m.pay.transferred(data) };
      }
      const { list, all, case: cases, count: people, total, paper, proxy: proxies, ...input } = options;
      const proof = { '--count': people, '--total': total, '--paper': paper };
      const lacking = Object.entries(proof).flatMap(([option, given]) =>
        given === undefined ? [option] : [],
      );
      const partly = 3 - lacking.length;
      if (input.signedAmount !== undefined) {
        if (cases.length !== 1) refuse('usage.missing', { option: '--case' });
        if (partly > 0) refuse('usage.conflict', { options: ['--signed-amount', '--total'] });
      } else if (list === undefined && !all && input.except.length + proxies.length === 0)
        refuse('usage.missing', { option: '--all | --list' });
      if (list !== undefined && all) refuse('usage.conflict', { options: ['--all', '--list'] });
      if (partly > 0 && partly < 3) refuse('usage.missing', { option: lacking.join(' ') });
      const checked =
        people === undefined || total === undefined || paper === undefined
          ? undefined
          : { count: people, total, paper };
      const sheets = await sheetsIn(desk, list);
      const data = await signBenefits(await desk.session(), kind, {
        ...input,
        cases,
        proxies,
        checked,
        list: sheets,
        digest,
      });
      return { data, text: (m) => m.done.signed(data) };
    },
    next: ({ round, unsigned }) => [
      ...(unsigned > 0 ? [`phucloi ${kind} sign --round ${round} --list …`] : []),
      `phucloi programme progress ${round}`,
    ],
  }),
);

/** `CODE=NAME;RELATION[;PAPER]`: nobody signs for another without a relation. */
function proxyOf(typed: string) {
  const at = typed.indexOf('=');
  const [name = '', relation = '', paper, ...more] = typed
    .slice(at + 1)
    .split(';')
    .map((each) => each.normalize('NFC').trim());
  if (at < 1 || name === '' || relation === '' || more.length > 0) return undefined;
  return { code: typed.slice(0, at).trim(), name, relation, paper: paper === '' ? undefined : paper };
}
