import { refuse } from '../../domain/failure.ts';
import { postLines, POSTS, type PostInput } from '../../usecase/statement-post.ts';
import { numbers } from '../bank-options.ts';
import { command } from '../command.ts';
import { choice, code, count, day, month, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'statement post',
    writes: 'asked',
    args: [],
    options: {
      line: numbers(),
      kind: choice(
        'contribution',
        'fee',
        'vat',
        'interest',
        'refund',
        'sweep',
        'salary',
        'dues',
        'allocation',
        'payment',
      ),
      account: code('PLACE'),
      period: month(),
      as: needed(choice(...POSTS)),
      fund: code('FUND'),
      donor: otherwise(text('NAME'), ''),
      note: otherwise(text(), ''),
      entry: count('ENTRY'),
      bookOn: day(),
    },
    examples: [
      'statement post --line 3,4,5 --as unidentified',
      'statement post --line 7 --as contribution --fund MAIAM --donor "Công ty Ánh Dương"',
      'statement post --kind fee --account bank --as fee --fund TCCD',
    ],
    answer: {
      account: 'text',
      as: 'text',
      fund: 'text',
      posted: [
        {
          line: 'integer',
          entry: 'integer',
          match: 'integer',
          voucher: 'text',
          bookedOn: 'day',
          amount: 'integer',
        },
      ],
      total: 'integer',
    },
    run: async (desk, { options }) => {
      const { line, kind, account, period, as, fund, donor, note, entry, bookOn } = options;
      if (line !== undefined && kind !== undefined)
        refuse('usage.conflict', { options: ['--line', '--kind'] });
      const which: PostInput['which'] =
        line !== undefined
          ? { lines: line }
          : { kind: kind ?? refuse('usage.missing', { option: '--line' }), account, period };
      const session = await desk.session();
      const data = await postLines(session, { which, as, fund, donor, note, bookOn, entry });
      return { data, nothing: data.posted.length === 0, text: (m) => m.done.posted(data) };
    },
    next: ({ account }) => [`phucloi statement queue --account ${account}`],
  }),
);
