import { renderTable } from '../../render/text.ts';
import { appealReport, appealTable } from '../../report/appeal.ts';
import { appealBy } from '../../usecase/gift.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { APPEAL_STANDING } from '../shapes.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'appeal show',
    lists: true,
    args: ['appeal'],
    options: { asOf: day() },
    examples: ['appeal show baolu-2024', 'appeal show baolu-2024 --as-of 30/09/2024 --format csv'],
    answer: {
      code: 'text',
      asOf: 'day',
      units: [{ unit: 'text', ...APPEAL_STANDING, state: 'text' }],
      total: APPEAL_STANDING,
      noUnit: 'integer',
      received: 'integer',
      'goal?': 'integer',
      unpaid: ['text'],
      'remit?': {
        fund: 'text',
        owner: 'text',
        received: 'integer',
        remitted: 'integer',
        owed: 'integer',
        'due?': 'day',
        overdue: 'boolean',
      },
    },
    async run(desk, { args, options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const asOf = options.asOf ?? desk.today;
        const appeal = await appealBy(reader, args[0] ?? '');
        const treasury = await reader.treasury();
        const units = await treasury.targets(appeal, asOf);
        const sums = await treasury.appealSums(asOf);
        const data = appealReport(appeal, asOf, await reader.funds(), units, sums);
        const table = appealTable(data, appeal.name, units, desk.m.values);
        return {
          data,
          table,
          text: (m, style) => `${renderTable(table, m, style)}\n${m.done.appeal(data)}`,
        };
      });
    },
  }),
);
