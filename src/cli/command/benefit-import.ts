import { importBenefits } from '../../usecase/benefit-propose.ts';
import { command } from '../command.ts';
import { imported, IMPORTED, LIST } from '../given.ts';
import { code, needed } from '../options.ts';
import { PAYERS, ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} import`,
    args: ['file'],
    options: { ...LIST, round: needed(code('ROUND')), payer: code('FUND') },
    examples: [`${kind} import danh-sach.xlsx --round ${ROUNDS[kind]} --payer ${PAYERS[kind]}`],
    answer: {
      ...IMPORTED,
      round: 'text',
      people: 'integer',
      own: 'integer',
      total: 'integer',
    },
    run: (desk, { args, options }) =>
      imported(desk, args[0] ?? '', options, async (session, list) => {
        const data = await importBenefits(session, kind, list, options);
        return {
          data,
          nothing: data.accepted === 0,
          text: (m) => (data.accepted === 0 ? m.done.imported(data) : m.done.proposed(data)),
        };
      }),
  }),
);
