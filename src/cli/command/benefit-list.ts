import { ENDED, filledColumns, registerTable, registerTotals } from '../../report/register.ts';
import { renderTable } from '../../render/text.ts';
import { AWARD_STATES, registerOf } from '../../usecase/benefit-register.ts';
import { command } from '../command.ts';
import { choice, code, day, flag, text } from '../options.ts';
import { FUNDS, ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

const TOTALS = { awards: 'integer', people: 'integer', own: 'integer', total: 'integer' } as const;

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} list`,
    lists: true,
    args: [],
    options: {
      round: code('ROUND'),
      unit: code('UNIT'),
      state: choice(...AWARD_STATES),
      category: text('CATEGORY'),
      payer: text('FUND'),
      from: day(),
      to: day(),
      member: code('CODE'),
      overdue: flag(),
      byUnit: flag(),
    },
    reveals: true,
    examples: [
      `${kind} list --round ${ROUNDS[kind]}`,
      `${kind} list --payer ${FUNDS[kind]} --state approved --from 01/01/2024 --to 31/03/2024`,
      `${kind} list --round ${ROUNDS[kind]} --by-unit -o ${ROUNDS[kind]}.xlsx`,
    ],
    answer: {
      'round?': 'text',
      awards: [
        {
          code: 'text',
          round: 'text',
          member: 'text',
          name: 'text',
          unit: 'text',
          category: 'text',
          'decision?': 'text',
          'decided?': 'day',
          state: 'text',
          'age?': 'integer',
          overdue: 'boolean',
          own: 'integer',
          total: 'integer',
          'reason?': 'text',
        },
      ],
      totals: TOTALS,
      ended: TOTALS,
    },
    async run(desk, { options: { byUnit, ...filter } }) {
      const session = await desk.session();
      const awards = await session.book.read((reader) => registerOf(reader, kind, filter, session));
      const { round } = filter;
      const table = registerTable(awards, { kind, round }, byUnit, desk.m.values);
      const data = {
        ...(round === undefined ? {} : { round }),
        awards,
        totals: registerTotals(awards),
        /** Of the above, what was turned down or withdrawn. */
        ended: registerTotals(awards.filter(({ state }) => ENDED.has(state))),
      };
      return {
        data,
        table,
        text: (m, style) => renderTable(filledColumns(table), m, style),
      };
    },
  }),
);
