import { PROGRAMME_KINDS } from '../../domain/award.ts';
import { BODIES, RULE_SUBJECTS } from '../../domain/rule.ts';
import { readTyped } from '../../intake/amount.ts';
import { addRule } from '../../usecase/rule-change.ts';
import { command } from '../command.ts';
import { choice, day, flag, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';
import { RULE_SHAPE } from './rule-list.ts';

export const { start, commandFor } = starter(
  command({
    name: 'rule add',
    writes: 'asked',
    args: ['code'],
    options: {
      kind: needed(choice(...PROGRAMME_KINDS)),
      what: needed(choice(...RULE_SUBJECTS)),
      value: needed(text('VALUE')),
      source: needed(text('TEXT')),
      category: otherwise(text('CATEGORY'), ''),
      area: otherwise(text('AREA'), ''),
      body: otherwise(choice(...BODIES), ''),
      from: day(),
      to: day(),
      force: otherwise(choice('refuse', 'warn'), 'refuse'),
      verified: flag(),
    },
    examples: [
      'rule add visit.sick --kind visit --what cap --value 500.000 --category sick --source "Quy chế chi tiêu nội bộ 2024, Điều 8" --from 01/01/2024 --verified',
      'rule add visit.times --kind visit --what times --value 2/year --source "Quy chế chi tiêu nội bộ 2024, Điều 8"',
    ],
    answer: RULE_SHAPE,
    async run(desk, { args, options }) {
      const { value: typed, from = desk.today, what, ...rest } = options;
      const value = what === 'cap' || what === 'level' ? amountOf(typed) : typed;
      const { to, ...rule } = await addRule(await desk.session(), {
        ...rest,
        code: args[0] ?? '',
        what,
        value,
        from,
      });
      const data = to === undefined ? rule : { ...rule, to };
      return { data, text: (m) => m.done.ruleAdded(data) };
    },
  }),
);

/** An amount as it is typed, with what stands behind a stroke; anything else is left for the rule to refuse. */
function amountOf(typed: string): string {
  const [amount = '', ...span] = typed.split('/');
  return [readTyped(amount)?.toString() ?? amount, ...span].join('/');
}
