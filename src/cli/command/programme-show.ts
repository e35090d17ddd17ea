import { roundBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { ROUND, roundData } from '../round-options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'programme show',
    args: ['round'],
    options: {},
    examples: ['programme show tet-2026'],
    answer: ROUND,
    async run(desk, { args }) {
      const { book } = await desk.session();
      const data = await book.read(async (reader) =>
        roundData(await roundBy(reader, args[0] ?? ''), await reader.rounds()),
      );
      return { data, text: (m) => m.done.round(data) };
    },
  }),
);
