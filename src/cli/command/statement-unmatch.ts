import { refuse } from '../../domain/failure.ts';
import { unmatch } from '../../usecase/statement-match.ts';
import { readNumbers } from '../bank-options.ts';
import { command } from '../command.ts';
import { needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'statement unmatch',
    writes: 'asked',
    args: ['match'],
    options: { reason: needed(text('TEXT')) },
    examples: ['statement unmatch 5 --reason "Nối nhầm khoản"', 'statement unmatch 5,6 --reason "Nối nhầm"'],
    answer: { matches: ['integer'], lines: ['integer'], entries: ['integer'] },
    run: async (desk, { args, options }) => {
      const typed = args[0] ?? '';
      const matches =
        readNumbers(typed) ?? refuse('usage.value', { option: 'MATCH', given: typed, expected: '5 · 5,6' });
      const session = await desk.session();
      const data = await unmatch(session, matches, options.reason);
      return { data, text: (m) => m.done.unmatched(data) };
    },
  }),
);
