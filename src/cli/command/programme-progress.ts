import { renderTable } from '../../render/text.ts';
import { progressTable, roundProgress } from '../../report/round-progress.ts';
import { progressOf } from '../../usecase/round-progress.ts';
import { command } from '../command.ts';
import { choice, code, day, otherwise } from '../options.ts';
import { starter } from '../starter.ts';

const COUNTS = {
  proposed: 'integer',
  approved: 'integer',
  handed: 'integer',
  paid: 'integer',
  signed: 'integer',
  refused: 'integer',
  cancelled: 'integer',
  own: 'integer',
  total: 'integer',
} as const;

export const { start, commandFor } = starter(
  command({
    name: 'programme progress',
    lists: true,
    args: ['round'],
    options: { unit: code('UNIT'), tree: otherwise(choice('old', 'new'), 'old'), asOf: day() },
    examples: ['programme progress tet-2026', 'programme progress tet-2026 --unit BVA --format csv'],
    answer: {
      round: 'text',
      day: 'day',
      units: [
        { unit: 'text', 'quota?': 'integer', 'quotaAmount?': 'integer', ...COUNTS, late: ['text'] as const },
      ],
      total: { 'quota?': 'integer', ...COUNTS },
      deadlines: [{ what: 'text', day: 'day', left: 'integer', units: ['text'] as const }],
      joined: { 'since?': 'day', people: 'integer' },
    },
    async run(desk, { args, options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const { unit, tree, asOf = desk.today } = options;
        const input = { round: args[0] ?? '', unit, day: asOf, tree };
        const facts = await progressOf(reader, input);
        const data = roundProgress(facts);
        const table = progressTable(data, facts.round.name, await reader.units(), desk.m.values);
        return {
          data,
          table,
          text: (m, style) => [renderTable(table, m, style), m.done.progress(data)].join('\n').trimEnd(),
        };
      });
    },
  }),
);
