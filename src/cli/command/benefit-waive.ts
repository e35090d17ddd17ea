import { waiveRules } from '../../usecase/benefit-waive.ts';
import { command } from '../command.ts';
import { needed, text, words } from '../options.ts';
import { ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} waive`,
    writes: 'asked',
    args: [],
    options: {
      case: needed(words('CASE')),
      rule: needed(words('RULE')),
      by: needed(text('NAME')),
      reason: needed(text('REASON')),
      decision: text('NO'),
    },
    examples: [
      kind === 'home'
        ? `home waive --case ${ROUNDS.home}/0001 --rule home.years --by "Nguyễn Văn An" --reason "Nhà sập vì bão số 3"`
        : `${kind} waive --case ${ROUNDS[kind]}/0001 --rule ${kind}.who --by "Nguyễn Văn An" --reason "Gia đình chính sách"`,
    ],
    answer: { cases: ['text'], rules: ['text'], 'decision?': 'text' },
    async run(desk, { options }) {
      const { rule: rules, case: cases, ...input } = options;
      const data = await waiveRules(await desk.session(), kind, { ...input, cases, rules });
      return { data, text: (m) => m.done.waived(data) };
    },
  }),
);
