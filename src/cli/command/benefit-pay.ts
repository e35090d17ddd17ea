import { refuse } from '../../domain/failure.ts';
import { payBenefits } from '../../usecase/benefit-pay.ts';
import { command } from '../command.ts';
import { previewed } from '../given.ts';
import { code, day, needed, text } from '../options.ts';
import { PAYERS, ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} pay`,
    args: [],
    options: {
      round: code('ROUND'),
      case: code('CASE'),
      from: needed(code('FUND:PLACE')),
      on: needed(day()),
      handedTo: text('NAME'),
      due: day(),
      document: text('NO'),
    },
    examples: [
      `${kind} pay --round ${ROUNDS[kind]} --from ${PAYERS[kind]}:cash --on 01/02/2024`,
      `${kind} pay --round ${ROUNDS[kind]} --from ${PAYERS[kind]}:cash --on 01/02/2024 --handed-to "Lê Văn Bình" --due 10/02/2024`,
    ],
    answer: { round: 'text', voucher: 'text', people: 'integer', total: 'integer', advance: 'boolean' },
    async run(desk, { options }) {
      const { handedTo: name, due, document: documentNo, ...input } = options;
      if (name !== undefined && due === undefined) refuse('usage.missing', { option: '--due' });
      const handedTo = name === undefined || due === undefined ? undefined : { name, due };
      return previewed(desk, async (session) => {
        const data = await payBenefits(session, kind, { ...input, handedTo, documentNo });
        return { data, text: (m) => m.done.paid(data) };
      });
    },
  }),
);
