import { refuse } from '../../domain/failure.ts';
import { cancelBenefits } from '../../usecase/benefit-cancel.ts';
import { command } from '../command.ts';
import { code, day, needed, text, words } from '../options.ts';
import { ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} cancel`,
    writes: 'asked',
    args: [],
    options: {
      case: needed(words('CASE')),
      reason: needed(text('REASON')),
      decision: code('NO'),
      on: day(),
      by: text('NAME'),
    },
    examples: [
      `${kind} cancel --case ${ROUNDS[kind]}/0007 --reason "Đã chuyển công tác"`,
      `${kind} cancel --case ${ROUNDS[kind]}/0007 --reason "Đã chuyển công tác" --decision 31/QĐ-CĐYT --on 05/02/2024 --by "Nguyễn Văn An"`,
    ],
    answer: { round: 'text', cases: ['text'], people: 'integer', total: 'integer' },
    async run(desk, { options: { case: cases, reason, decision: number, on, by } }) {
      if (cases.length === 0) refuse('usage.missing', { option: '--case' });
      if (number !== undefined && (on === undefined || by === undefined))
        refuse('usage.missing', { option: on === undefined ? '--on' : '--by' });
      const decision =
        number === undefined || on === undefined || by === undefined ? undefined : { number, on, by };
      const data = await cancelBenefits(await desk.session(), kind, { cases, reason, decision });
      return { data, text: (m) => m.done.withdrawn(data) };
    },
  }),
);
