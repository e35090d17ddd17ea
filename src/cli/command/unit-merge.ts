import { mergeUnits } from '../../usecase/unit-end.ts';
import { command } from '../command.ts';
import { day, needed, one, reader, text, words } from '../options.ts';
import { starter } from '../starter.ts';
import { LEFT_OPEN, leftOpenWarnings, unitWords } from '../unit-options.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit merge',
    writes: 'asked',
    args: ['code'],
    options: {
      and: words('UNIT'),
      into: needed(one('UNIT[=NAME]', reader(unitWords, 'BVDK · BVM="CĐCS Bệnh viện mới"'))),
      on: needed(day()),
      document: needed(text('NO')),
    },
    examples: [
      'unit merge TTYTA --into BVDK --on 01/07/2025 --document 45/QĐ-LĐLĐ',
      'unit merge TTYTA --and TTYTB --into TTKV="CĐCS Trung tâm y tế khu vực 1" --on 01/07/2025 --document 45/QĐ-LĐLĐ',
    ],
    answer: {
      into: 'text',
      on: 'day',
      document: 'text',
      ended: ['text'],
      made: 'boolean',
      moved: 'integer',
      placed: ['text'],
      open: LEFT_OPEN,
    },
    async run(desk, { args, options: { and, ...input } }) {
      const data = await mergeUnits(await desk.session(), { ...input, units: [args[0] ?? '', ...and] });
      return {
        data,
        text: (m) => m.done.unitMerged(data),
        warnings: leftOpenWarnings(data.open, data.into),
      };
    },
  }),
);
