import { refuse } from '../../domain/failure.ts';
import { matchDonor } from '../../usecase/donor.ts';
import { command } from '../command.ts';
import { code, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'donor match',
    writes: 'plain',
    args: [],
    options: { name: needed(text('NAME')), is: code('CODE'), not: code('CODE') },
    examples: [
      'donor match --name "NGUYEN THI ANH" --is DV0012',
      'donor match --name "NGUYEN THI ANH" --not DV0047',
    ],
    answer: { donor: 'text', code: 'text', same: 'boolean' },
    async run(desk, { options }) {
      const { name, is, not } = options;
      const wanted = is ?? not;
      if (wanted === undefined) return refuse('usage.missing', { option: '--is | --not' });
      if (is !== undefined && not !== undefined) refuse('usage.conflict', { options: ['--is', '--not'] });
      const data = await matchDonor(await desk.session(), name, wanted, is !== undefined);
      return { data, text: (m) => m.done.matched(data) };
    },
  }),
);
