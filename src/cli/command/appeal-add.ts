import { addAppeal } from '../../usecase/appeal.ts';
import { amount } from '../amount-options.ts';
import { command } from '../command.ts';
import { code, day, needed, one, reader, text } from '../options.ts';
import { starter } from '../starter.ts';

/** `XHTT=30`: the fund that takes a share, in whole hundredths. */
const share = one<{ fund: string; percent: number }>(
  'FUND=PERCENT',
  reader((typed) => {
    const [, fund, percent] = /^([^=]+)=([1-9]\d?)%?$/.exec(typed) ?? [];
    return fund === undefined ? undefined : { fund: fund.trim(), percent: Number(percent) };
  }, 'TINH=30'),
);

export const { start, commandFor } = starter(
  command({
    name: 'appeal add',
    writes: 'plain',
    args: ['code'],
    options: {
      name: needed(text('NAME')),
      fund: needed(code('FUND')),
      share,
      goal: amount(),
      from: needed(day()),
      due: day(),
      document: text('NO'),
    },
    examples: [
      'appeal add baolu-2024 --name "Ủng hộ đồng bào vùng bão lũ" --fund TINH --from 10/09/2024 --due 15/10/2024',
      'appeal add maiam-2024 --name "Một ngày lương vì Mái ấm" --fund MAIAM --share TINH=30 --from 01/03/2024',
    ],
    answer: {
      code: 'text',
      name: 'text',
      fund: 'text',
      'shareFund?': 'text',
      'share?': 'integer',
      'goal?': 'integer',
      from: 'day',
      'due?': 'day',
      'document?': 'text',
    },
    async run(desk, { args, options }) {
      const session = await desk.session();
      const appeal = await addAppeal(session, { ...options, code: args[0] ?? '' });
      const { id: _, fund: __, shareFund: ___, ...data } = appeal;
      const shared = options.share === undefined ? {} : { shareFund: options.share.fund };
      return {
        data: { ...data, fund: options.fund, ...shared },
        text: (m) => m.done.added({ noun: 'appeal', code: appeal.code }),
      };
    },
    next: ({ code }) => [`phucloi contribution import … --fund … --appeal ${code}`],
  }),
);
