import { renewBenefits } from '../../usecase/benefit-renew.ts';
import { namedAmount } from '../amount-options.ts';
import { command } from '../command.ts';
import { ROUNDS } from '../examples.ts';
import { code, many, needed } from '../options.ts';
import { starter } from '../starter.ts';
import { OBJECTIONS, WAIVE, waived, withObjections } from '../waive-options.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} renew`,
    writes: 'asked',
    args: [],
    options: {
      round: needed(code('ROUND')),
      from: code('ROUND'),
      level: many('CATEGORY=AMOUNT', namedAmount),
      payer: code('FUND'),
      ...WAIVE,
    },
    examples: [
      `${kind} renew --round tet-2026 --dry-run`,
      `${kind} renew --round tet-2026 --from ${ROUNDS[kind]} --level HCKK=600.000 --payer TET`,
    ],
    answer: {
      round: 'text',
      from: 'text',
      people: [{ member: 'text', earlier: 'text', movement: 'text', 'award?': 'text', 'rule?': 'text' }],
      counts: [{ movement: 'text', people: 'integer' }],
      accepted: 'integer',
      own: 'integer',
      total: 'integer',
      objections: OBJECTIONS,
    },
    async run(desk, { options }) {
      const { round, from, payer } = options;
      const data = await renewBenefits(await desk.session(), kind, {
        round,
        from,
        payer,
        levels: new Map(options.level.map(({ name, amount }) => [name, amount])),
        waive: waived(options),
      });
      return {
        data,
        nothing: data.accepted === 0,
        text: (m) => withObjections(m.done.renewed(data), data.objections, m),
      };
    },
    next: ({ round }) => [`phucloi ${kind} approve --round ${round} --decision … --on … --by …`],
  }),
);
