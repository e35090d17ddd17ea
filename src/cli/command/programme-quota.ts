import { refuse } from '../../domain/failure.ts';
import { importQuotas, setQuota } from '../../usecase/round-set.ts';
import { amountOrZero } from '../amount-options.ts';
import { command } from '../command.ts';
import { importedRows, LIST, MAYBE_IMPORTED } from '../given.ts';
import { code, count, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'programme quota',
    writes: 'asked',
    args: ['round'],
    options: { ...LIST, unit: code('UNIT'), people: count(), amount: amountOrZero(), list: text('FILE') },
    examples: [
      'programme quota tet-2026 --unit BVA --people 40 --amount 20.000.000',
      'programme quota tet-2026 --list chi-tieu.xlsx',
    ],
    answer: {
      round: 'text',
      'unit?': 'text',
      'people?': 'integer',
      'amount?': 'integer',
      ...MAYBE_IMPORTED,
    },
    async run(desk, { args, options }) {
      const round = args[0] ?? '';
      const { unit, people, amount, list } = options;
      if (list !== undefined) {
        if (unit !== undefined) refuse('usage.conflict', { options: ['--unit', '--list'] });
        return importedRows(desk, list, options, (session, opened) => importQuotas(session, opened, round));
      }
      if (unit === undefined) return refuse('usage.missing', { option: '--unit | --list' });
      if (people === undefined && amount === undefined)
        return refuse('usage.missing', { option: '--people | --amount' });
      const data = await setQuota(await desk.session(), { round, unit, people, amount });
      return { data, text: (m) => m.done.quota(data) };
    },
  }),
);
