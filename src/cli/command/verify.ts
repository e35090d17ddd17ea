import { refuse } from '../../domain/failure.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'verify',
    args: [],
    options: {},
    examples: ['verify'],
    answer: { entries: 'integer', operations: 'integer', head: 'text', broken: 'any' },
    async run(desk) {
      const proof = await (await desk.session()).book.verify();
      if (!proof.ok) return refuse('book.altered', proof.broken);
      const { entries, operations, head } = proof;
      return {
        data: { entries, operations, head, broken: null },
        text: (m) => m.done.verified({ entries, operations, head }),
      };
    },
  }),
);
