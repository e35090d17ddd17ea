import { acceptFinding } from '../../usecase/reconcile-accept.ts';
import { command } from '../command.ts';
import { day, month, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'reconcile accept',
    writes: 'asked',
    args: ['finding'],
    options: {
      reason: needed(text('REASON')),
      by: needed(text('NAME')),
      until: day(),
      period: month(),
    },
    examples: [
      'reconcile accept award.unsigned:tet-2024/0007 --reason "Đi công tác, ký sau" --by "Nguyễn Văn An" --until 29/02/2024',
      'reconcile accept person.namesake:tet-2024/0007+tet-2024/0003 --reason "Hai người trùng tên" --by "Nguyễn Văn An"',
    ],
    answer: { finding: 'text', until: 'day' },
    async run(desk, { args, options }) {
      const data = await acceptFinding(await desk.session(), { finding: args[0] ?? '', ...options });
      return { data, text: (m) => m.done.acceptedFinding(data) };
    },
    next: () => ['phucloi reconcile'],
  }),
);
