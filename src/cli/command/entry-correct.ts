import { correctEntry } from '../../usecase/entry-correct.ts';
import { amount } from '../amount-options.ts';
import { command } from '../command.ts';
import { code, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';
import { entryNumber } from './entry-reverse.ts';

export const { start, commandFor } = starter(
  command({
    name: 'entry correct',
    writes: 'asked',
    args: ['entry'],
    options: {
      amount: amount(),
      fund: code('FUND'),
      to: code('PLACE'),
      from: code('PLACE'),
      on: day(),
      item: code('CODE'),
      reason: needed(text('REASON')),
    },
    examples: [
      'entry correct 128 --amount 1.500.000 --reason "Ghi thiếu một số 0"',
      'entry correct 128 --fund XHTT --reason "Ghi nhầm quỹ"',
    ],
    answer: {
      reversed: { entry: 'integer', reverses: 'integer', voucher: 'text', bookedOn: 'day' },
      entry: 'integer',
      voucher: 'text',
      fund: 'text',
      amount: 'integer',
      bookedOn: 'day',
    },
    run: async (desk, { args, options }) => {
      const entry = entryNumber(args[0] ?? '');
      const session = await desk.session();
      const data = await correctEntry(session, { entry, ...options });
      return { data, text: (m) => `${m.done.reversed(data.reversed)}\n${m.done.money(data)}` };
    },
  }),
);
