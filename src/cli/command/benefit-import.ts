import { importBenefits } from '../../usecase/benefit-propose.ts';
import { command } from '../command.ts';
import { IMPORTED, openGiven, previewed, SHEET } from '../given.ts';
import { code, needed } from '../options.ts';
import { PAYERS, ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} import`,
    args: ['file'],
    options: { ...SHEET, round: needed(code('ROUND')), payer: code('FUND') },
    examples: [`${kind} import danh-sach.xlsx --round ${ROUNDS[kind]} --payer ${PAYERS[kind]}`],
    answer: {
      ...IMPORTED,
      round: 'text',
      people: 'integer',
      own: 'integer',
      total: 'integer',
    },
    async run(desk, { args, options }) {
      const list = await openGiven(desk, args[0], options.sheet);
      return previewed(desk, async (session) => {
        const data = await importBenefits(session, kind, list, options);
        return { data, text: (m) => (data.accepted === 0 ? m.done.imported(data) : m.done.proposed(data)) };
      });
    },
  }),
);
