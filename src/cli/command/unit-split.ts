import { refuse } from '../../domain/failure.ts';
import { splitUnit, type SplitAnswer } from '../../usecase/unit-split.ts';
import { command, type Answer } from '../command.ts';
import { imported, READING } from '../given.ts';
import { code, day, many, needed, text } from '../options.ts';
import { starter } from '../starter.ts';
import { LEFT_OPEN, leftOpenWarnings, unitWords } from '../unit-options.ts';

const { noBackup, ...READ } = READING;

export const { start, commandFor } = starter(
  command({
    name: 'unit split',
    writes: 'asked',
    args: ['code'],
    options: {
      ...READ,
      noBackup,
      into: many('UNIT[=NAME]', unitWords),
      list: text('FILE'),
      rest: code('UNIT'),
      on: needed(day()),
      document: needed(text('NO')),
    },
    examples: [
      'unit split BVDK --into BVN="CĐCS Bệnh viện Nhi" BVS="CĐCS Bệnh viện Sản" --list phan-cong.xlsx --rest BVS --on 01/07/2025 --document 46/QĐ-LĐLĐ',
      'unit split BVDK --into BVDK KN="Tổ công đoàn Khoa Nội" --list khoa-noi.csv --rest BVDK --on 01/07/2025 --document 47/QĐ-CĐYT',
    ],
    answer: {
      code: 'text',
      on: 'day',
      document: 'text',
      ended: 'boolean',
      into: [{ unit: 'text', people: 'integer' }],
      made: ['text'],
      placed: ['text'],
      open: LEFT_OPEN,
      'reading?': 'any',
      'backup?': 'text',
    },
    run(desk, { args, options }) {
      const { into, list, rest, on, document } = options;
      if (into.length === 0) return refuse('usage.missing', { option: '--into' });
      const input = { code: args[0] ?? '', into, rest, on, document };
      const answer = (data: SplitAnswer): Answer => ({
        data,
        text: (m) => m.done.unitSplit(data),
        warnings: leftOpenWarnings(data.open, data.into.map(({ unit }) => unit).join(', ')),
      });
      if (list === undefined)
        return desk
          .session()
          .then((session) => splitUnit(session, input))
          .then(answer);
      return imported(desk, list, options, async (session, opened) => {
        const { reading, ...data } = await splitUnit(session, input, opened);
        if (reading === undefined) throw new TypeError('a list that was not read');
        return { ...answer(data), data: { ...data, reading } };
      });
    },
  }),
);
