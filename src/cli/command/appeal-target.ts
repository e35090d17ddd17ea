import { refuse } from '../../domain/failure.ts';
import { importTargets, setTarget } from '../../usecase/appeal.ts';
import { amountOrZero } from '../amount-options.ts';
import { command } from '../command.ts';
import { importedRows, LIST, MAYBE_IMPORTED } from '../given.ts';
import { code, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'appeal target',
    writes: 'asked',
    args: ['appeal'],
    options: {
      ...LIST,
      unit: code('UNIT'),
      amount: amountOrZero(),
      pledged: amountOrZero(),
      list: text('FILE'),
    },
    examples: [
      'appeal target baolu-2024 --unit BVA --amount 20.000.000 --pledged 25.000.000',
      'appeal target baolu-2024 --list chi-tieu.xlsx',
    ],
    answer: {
      appeal: 'text',
      'unit?': 'text',
      'target?': 'integer',
      'pledged?': 'integer',
      ...MAYBE_IMPORTED,
    },
    async run(desk, { args, options }) {
      const appeal = args[0] ?? '';
      const { unit, amount, pledged, list } = options;
      if (list !== undefined) {
        if (unit !== undefined) refuse('usage.conflict', { options: ['--unit', '--list'] });
        return importedRows(desk, list, options, (session, opened) => importTargets(session, opened, appeal));
      }
      if (unit === undefined) return refuse('usage.missing', { option: '--unit | --list' });
      if (amount === undefined) return refuse('usage.missing', { option: '--amount' });
      const data = await setTarget(await desk.session(), { appeal, unit, amount, pledged });
      return { data, text: (m) => m.done.target(data) };
    },
  }),
);
