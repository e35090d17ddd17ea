import { programmeTable } from '../../report/ledger-summary.ts';
import { renderTable } from '../../render/text.ts';
import { FIRST, programmeLedger } from '../../usecase/ledger-lists.ts';
import { command, type Answer } from '../command.ts';
import { COMPARE, comparedAnswer, COMPARISON_SHAPE } from '../ledgers.ts';
import { code } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

const SUMS = {
  awards: 'integer',
  granted: 'integer',
  paid: 'integer',
  own: 'integer',
  signed: 'integer',
  unpaid: 'integer',
} as const;

export const { start, commandFor } = starter(
  command({
    name: 'ledger programme',
    args: ['round?'],
    lists: true,
    options: { ...PERIOD, unit: code('UNIT'), ...COMPARE },
    examples: [
      'ledger programme --period 2024',
      'ledger programme tet-2024',
      'ledger programme tet-2024 --unit BVA',
    ],
    answer: {
      subject: 'text',
      from: 'day',
      to: 'day',
      lines: [{ code: 'text', name: 'text', ...SUMS }],
      total: SUMS,
      ...COMPARISON_SHAPE,
    },
    async run(desk, { args: [round], options }) {
      const { unit, period, from, to } = options;
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const bounded = period !== undefined || from !== undefined || to !== undefined;
        const range = bounded ? await rangeOf(reader, desk.today, options) : { from: FIRST, to: desk.today };
        const data = await programmeLedger(reader, { ...range, round, unit });
        const level = round === undefined ? 'round' : unit === undefined ? 'unit' : 'award';
        const table = programmeTable(data, level, bounded);
        const answer = { data, table, text: (m, style) => renderTable(table, m, style) } satisfies Answer;
        const named = { ...range, subject: data.subject };
        return comparedAnswer(desk, table.name, answer, named, options.compare, async (days) =>
          (await programmeLedger(reader, { ...days, round, unit })).lines.map(
            ({ code: line, granted, paid, own, signed }) => ({
              code: line,
              figures: { granted, paid, own, signed },
            }),
          ),
        );
      });
    },
  }),
);
