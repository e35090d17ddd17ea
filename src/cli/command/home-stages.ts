import { stageReport, stageTable } from '../../report/home-stages.ts';
import { renderTable } from '../../render/text.ts';
import { homeStages } from '../../usecase/home-stages.ts';
import { command } from '../command.ts';
import { code, count, day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'home stages',
    lists: true,
    args: [],
    options: { round: code('ROUND'), stalled: count('DAYS'), asOf: day() },
    examples: ['home stages', 'home stages --round mai-am-2024 --stalled 60'],
    answer: {
      asOf: 'day',
      houses: [
        {
          award: 'text',
          name: 'text',
          unit: 'text',
          stage: 'text',
          'since?': 'day',
          'age?': 'integer',
          stalled: 'boolean',
          paid: 'integer',
          open: 'integer',
        },
      ],
      stages: [{ stage: 'text', houses: 'integer', paid: 'integer', open: 'integer' }],
      stalled: 'integer',
      paid: 'integer',
      open: 'integer',
    },
    async run(desk, { options }) {
      const asOf = options.asOf ?? desk.today;
      const { houses, limit } = await homeStages(await desk.session(), { ...options, asOf });
      const data = stageReport(houses, asOf, limit);
      const table = stageTable(data, desk.m.values);
      return { data, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);
