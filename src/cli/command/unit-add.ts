import { UNIT_KINDS } from '../../usecase/port/ports.ts';
import { addUnit } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { choice, code, day, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'unit add',
    writes: 'plain',
    args: [],
    options: {
      name: needed(text('NAME')),
      code: code('CODE'),
      kind: otherwise(choice(...UNIT_KINDS), 'grassroots'),
      parent: code('UNIT'),
      from: day(),
    },
    examples: ['unit add --code BVDK --name "CĐCS Bệnh viện Đa khoa tỉnh"'],
    answer: { code: 'text' },
    async run(desk, { options }) {
      const data = await addUnit(await desk.session(), options);
      return { data, text: (m) => m.done.added({ noun: 'unit', code: data.code }) };
    },
  }),
);
