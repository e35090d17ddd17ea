import { placeUnits } from '../../usecase/unit-end.ts';
import { command } from '../command.ts';
import { code, day, needed, text, words } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit move',
    writes: 'asked',
    args: ['code'],
    options: {
      and: words('UNIT'),
      to: needed(code('UNIT|none')),
      on: needed(day()),
      document: needed(text('NO')),
    },
    examples: [
      'unit move TTYTH --to CUMBAC --on 20/06/2025 --document 31/QĐ-LĐLĐ',
      'unit move TTYTA --and TTYTB TTYTC --to CUMBAC --on 20/06/2025 --document 31/QĐ-LĐLĐ',
      'unit move TTYTH --to none --on 20/06/2025 --document 31/QĐ-LĐLĐ',
    ],
    answer: {
      to: 'text',
      on: 'day',
      document: 'text',
      moved: [{ unit: 'text', from: 'text' }],
      units: 'integer',
    },
    async run(desk, { args, options: { to, and, ...input } }) {
      const under = to === 'none' ? undefined : to;
      const data = await placeUnits(await desk.session(), {
        units: [args[0] ?? '', ...and],
        to: under,
        ...input,
      });
      return { data, text: (m) => m.done.unitPlaced(data) };
    },
  }),
);
