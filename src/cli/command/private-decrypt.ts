import { decryptPrivate } from '../../usecase/private.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'private decrypt',
    writes: 'asked',
    private: true,
    args: [],
    options: {},
    examples: ['private decrypt'],
    answer: { fields: 'integer' },
    async run(desk) {
      const data = await decryptPrivate(await desk.session());
      return { data, text: (m) => m.done.decrypted(data) };
    },
  }),
);
