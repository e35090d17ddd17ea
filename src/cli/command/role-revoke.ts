import { revokeRole } from '../../usecase/roles.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'role revoke',
    writes: 'asked',
    args: ['login'],
    options: {},
    examples: ['role revoke hoa'],
    answer: { login: 'text', 'reads?': 'boolean' },
    async run(desk, { args }) {
      const data = await revokeRole(await desk.session(), desk.bookPath, args[0] ?? '');
      return { data, text: (m) => m.done.roleRevoked(data) };
    },
  }),
);
