import { refuse } from '../../domain/failure.ts';
import { approveBenefits } from '../../usecase/benefit-approve.ts';
import { readTyped } from '../../intake/amount.ts';
import { CASES } from '../cases-options.ts';
import { command } from '../command.ts';
import { day, needed, text } from '../options.ts';
import { OBJECTIONS, withObjections } from '../waive-options.ts';
import { ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} approve`,
    writes: 'asked',
    args: [],
    options: {
      ...CASES,
      decision: needed(text('NO')),
      on: needed(day()),
      by: needed(text('NAME')),
      expecting: text('BODY:AMOUNT'),
      document: text('NO'),
    },
    examples: [
      `${kind} approve --round ${ROUNDS[kind]} --decision 12/QĐ-CĐYT --on 15/01/2024 --by "Nguyễn Văn An"`,
      `${kind} approve --round ${ROUNDS[kind]} --unit BVDK --except DV0123 --decision 13/QĐ-CĐYT --on 15/01/2024 --by "Nguyễn Văn An"`,
    ],
    answer: {
      round: 'text',
      decision: 'text',
      people: 'integer',
      own: 'integer',
      unnamed: 'integer',
      total: 'integer',
      objections: OBJECTIONS,
    },
    async run(desk, { options }) {
      const { case: cases, expecting, document, ...input } = options;
      const given = { ...input, cases, unit: input.unit, expecting: expected(expecting, document) };
      const data = await approveBenefits(await desk.session(), kind, given);
      return { data, text: (m) => withObjections(m.done.approved(data), data.objections, m) };
    },
    next: ({ round }) => [
      `phucloi ${kind} sheet --round ${round} -o …`,
      `phucloi ${kind} pay --round ${round} --from … --on …`,
    ],
  }),
);

function expected(typed: string | undefined, document: string | undefined) {
  if (typed === undefined) return undefined;
  const at = typed.lastIndexOf(':');
  const amount = at > 0 ? readTyped(typed.slice(at + 1)) : undefined;
  if (amount === undefined)
    refuse('usage.value', { option: '--expecting', given: typed, expected: 'BODY:AMOUNT' });
  if (document === undefined) refuse('usage.missing', { option: '--document' });
  return { body: typed.slice(0, at), amount, document };
}
