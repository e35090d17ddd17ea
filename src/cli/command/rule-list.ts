import { PROGRAMME_KINDS } from '../../domain/award.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { choice, day } from '../options.ts';
import { starter } from '../starter.ts';

/** The shape of a rule in JSON. */
export const RULE_SHAPE = {
  code: 'text',
  kind: 'text',
  what: 'text',
  body: 'text',
  category: 'text',
  area: 'text',
  from: 'day',
  'to?': 'day',
  value: 'text',
  source: 'text',
  verified: 'boolean',
  force: 'text',
} as const;

export const { start, commandFor } = starter(
  command({
    name: 'rule list',
    lists: true,
    args: [],
    options: { kind: choice(...PROGRAMME_KINDS), on: day() },
    examples: ['rule list --kind home', 'rule list --on 01/01/2025'],
    answer: { on: 'day', rules: [RULE_SHAPE] },
    async run(desk, { options }) {
      const on = options.on ?? desk.today;
      const { book } = await desk.session();
      const all = await book.read(async (reader) => (await reader.benefits()).rules());
      const rules = all
        .filter(({ kind, from, to }) => (options.kind ?? kind) === kind && from <= on && (to ?? on) >= on)
        .map(({ to, ...rule }) => (to === undefined ? rule : { ...rule, to }));
      const { values } = desk.m;
      const table: Table = {
        name: 'rules',
        facts: { on },
        columns: [
          { key: 'code', type: 'code' },
          { key: 'value', type: 'text' },
          { key: 'scope', type: 'text' },
          { key: 'force', type: 'code' },
          { key: 'verified', type: 'code' },
          { key: 'source', type: 'text' },
        ],
        rows: rules.map((rule) => ({
          kind: 'line',
          cells: {
            code: rule.code,
            value: desk.m.rule(rule.what, rule.value),
            scope: [
              values[`body.${rule.body}`],
              desk.m.categories[rule.category] ?? rule.category,
              values[`area.${rule.area}`] ?? rule.area,
            ]
              .filter(Boolean)
              .join(', '),
            force: values[rule.force],
            verified: values[rule.verified ? 'verified' : 'unverified'],
            source: rule.source,
          },
        })),
      };
      return { data: { on, rules }, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);
