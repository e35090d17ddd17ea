import { rejectBenefits } from '../../usecase/benefit-reject.ts';
import { CASES } from '../cases-options.ts';
import { command } from '../command.ts';
import { needed, text } from '../options.ts';
import { ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} reject`,
    writes: 'asked',
    args: [],
    options: {
      ...CASES,
      reason: needed(text('REASON')),
      by: text('NAME'),
    },
    examples: [
      `${kind} reject --case ${ROUNDS[kind]}/0007 --reason "Không thuộc đối tượng"`,
      `${kind} reject --round ${ROUNDS[kind]} --unit BVDK --reason "Lập lại danh sách" --by "Nguyễn Văn An"`,
    ],
    answer: { round: 'text', cases: ['text'], people: 'integer', total: 'integer' },
    async run(desk, { options: { case: cases, round, unit, except, reason, by } }) {
      const given = { cases, round, unit, except, reason, by };
      const data = await rejectBenefits(await desk.session(), kind, given);
      return { data, text: (m) => m.done.rejected(data) };
    },
  }),
);
