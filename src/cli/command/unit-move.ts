import { placeUnit } from '../../usecase/unit-end.ts';
import { command } from '../command.ts';
import { code, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit move',
    writes: 'asked',
    args: ['code'],
    options: { to: needed(code('UNIT|none')), on: needed(day()), document: needed(text('NO')) },
    examples: [
      'unit move TTYTH --to CUMBAC --on 20/06/2025 --document 31/QĐ-LĐLĐ',
      'unit move TTYTH --to none --on 20/06/2025 --document 31/QĐ-LĐLĐ',
    ],
    answer: { code: 'text', from: 'text', to: 'text', on: 'day', document: 'text', units: 'integer' },
    async run(desk, { args, options: { to, ...input } }) {
      const under = to === 'none' ? undefined : to;
      const data = await placeUnit(await desk.session(), { code: args[0] ?? '', to: under, ...input });
      return { data, text: (m) => m.done.unitPlaced(data) };
    },
  }),
);
