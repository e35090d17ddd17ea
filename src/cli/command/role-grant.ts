import { grantRole, ROLE_NAMES } from '../../usecase/roles.ts';
import { command } from '../command.ts';
import { choice, code, flag, needed } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'role grant',
    writes: 'asked',
    args: ['login'],
    options: {
      as: needed(choice(...ROLE_NAMES)),
      unit: code('UNIT'),
      all: flag(),
      insteadOf: code('LOGIN'),
    },
    examples: [
      'role grant hoa --as treasurer',
      'role grant mai --as treasurer --instead-of hoa',
      'role grant kiemtra --as inspector --all',
      'role grant tho-khoa-noi --as unit --unit NOI',
    ],
    answer: { login: 'text', as: 'text', 'unit?': 'text', 'ended?': 'text', 'reads?': 'boolean' },
    async run(desk, { args, options }) {
      const session = await desk.session();
      const data = await grantRole(session, desk.bookPath, { ...options, login: args[0] ?? '' });
      return {
        data,
        text: (m) => m.done.roleGranted({ ...data, as: m.values[`role.${data.as}`] ?? data.as }),
      };
    },
  }),
);
