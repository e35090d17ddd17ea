import { sum } from '../../domain/dong.ts';
import { ruleCheckTable, ruleTotals } from '../../report/rule-check.ts';
import { renderTable } from '../../render/text.ts';
import { checkRules } from '../../usecase/rule-check.ts';
import { command } from '../command.ts';
import { imported, LIST } from '../given.ts';
import { code, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'programme check',
    lists: true,
    args: [],
    options: { rules: needed(text('FILE')), round: code('ROUND'), from: day(), ...LIST },
    examples: [
      'programme check --rules quy-che-2025.xlsx --from 01/01/2024',
      'programme check --rules quy-che-2025.xlsx --round tet-2026 --format csv',
    ],
    answer: {
      rules: 'integer',
      judged: 'integer',
      'from?': 'day',
      awards: 'integer',
      touches: [
        {
          award: 'text',
          kind: 'text',
          round: 'text',
          unit: 'text',
          category: 'text',
          state: 'text',
          rule: 'text',
          what: 'text',
          force: 'text',
          change: 'text',
          allowed: 'text',
          found: 'text',
          waived: 'boolean',
          amount: 'integer',
          'difference?': 'integer',
        },
      ],
      totals: [
        {
          rule: 'text',
          breaks: 'integer',
          keeps: 'integer',
          freed: 'integer',
          waived: 'integer',
          amount: 'integer',
          'difference?': 'integer',
        },
      ],
      'difference?': 'integer',
      reading: 'any',
    },
    run: (desk, { options: { rules, round, from, ...reading } }) =>
      imported(desk, rules, reading, async (session, list) => {
        const { touches, ...facts } = await checkRules(session, list, { round, from });
        const totals = ruleTotals(touches);
        const told = totals.flatMap(({ difference }) => (difference === undefined ? [] : [difference]));
        const data = {
          ...facts,
          awards: new Set(touches.map(({ award }) => award)).size,
          touches,
          totals,
          ...(told.length === 0 ? {} : { difference: sum(told) }),
        };
        const table = ruleCheckTable(data, desk.m.values, desk.m.judged);
        return {
          data,
          table,
          // Nothing is written, so nothing is asked.
          nothing: true,
          text: (m, style) =>
            [...(touches.length === 0 ? [] : [renderTable(table, m, style)]), m.done.rulesChecked(data)].join(
              '\n',
            ),
        };
      }),
  }),
);
