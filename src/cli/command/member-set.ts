import { setMember } from '../../usecase/member.ts';
import { command } from '../command.ts';
import { doubted, PRIVATE, privates } from '../member-options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member set',
    writes: 'plain',
    private: true,
    args: ['code'],
    options: PRIVATE,
    examples: [
      'member set TV0123 --id -',
      'member set TV0123 --phone 0912000123 --account 1012345678 --bank Vietcombank',
      'member set TV0123 --phone ""',
    ],
    answer: {
      code: 'text',
      fields: [{ field: 'text', value: 'text' }],
      doubts: [{ field: 'text', doubt: 'text' }],
    },
    async run(desk, { args, options }) {
      const data = await setMember(await desk.session(), args[0] ?? '', privates(options));
      return { data, warnings: doubted(data.doubts), text: (m) => m.done.memberSet(data) };
    },
  }),
);
