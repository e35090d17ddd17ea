import { refuse } from '../../domain/failure.ts';
import { forgetPrivate } from '../../usecase/private.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'private forget',
    writes: { typed: (_, q) => q.forgetWord(), question: (q, word) => q.forget({ word }) },
    args: [],
    options: {},
    examples: ['private forget', 'private forget --yes'],
    answer: { fields: 'integer' },
    next: () => ['phucloi private encrypt'],
    async run(desk) {
      // What is given up is gone: somebody must have said so.
      if (desk.globals.yes !== true && !desk.asks()) refuse('usage.missing', { option: '--yes' });
      const data = await forgetPrivate(await desk.session());
      return { data, text: (m) => m.done.forgotten(data) };
    },
  }),
);
