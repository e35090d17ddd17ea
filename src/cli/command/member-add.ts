import { doubtsOf } from '../../usecase/member.ts';
import { addMember } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { doubted, PRIVATE, privates } from '../member-options.ts';
import { choice, code, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member add',
    writes: 'plain',
    private: ({ options }) => Object.values(privates(options)).some((each) => each !== undefined),
    args: [],
    options: {
      name: needed(text('NAME')),
      unit: code('UNIT'),
      code: code('CODE'),
      kind: choice('member', 'relative', 'worker'),
      relativeOf: code('CODE'),
      joined: day(),
      born: text('DAY'),
      ...PRIVATE,
    },
    examples: [
      'member add --name "Nguyễn Thị Hoa" --unit BVDK --joined 01/03/2015 --born 12/05/1985',
      'member add --name "Nguyễn Minh Khôi" --relative-of TV0123',
    ],
    answer: { code: 'text' },
    async run(desk, { options }) {
      const session = await desk.session();
      const given = privates(options);
      const data = await addMember(session, { ...options, private: given });
      return {
        data,
        warnings: doubted(doubtsOf(session, given, options.born)),
        text: (m) => m.done.added({ noun: 'member', code: data.code }),
      };
    },
  }),
);
