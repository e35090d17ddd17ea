import { firstDay, lastDay } from '../../domain/day.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { reprintMinutes } from '../../usecase/closing-paper.ts';
import { sayer } from '../closing-files.ts';
import { command } from '../command.ts';
import { findingsFor } from '../findings.ts';
import { month, needed } from '../options.ts';
import { OUTPUT, PAPER_SHAPE, writePaper } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report closing-minutes',
    args: [],
    options: { ...OUTPUT, period: needed(month()) },
    examples: ['report closing-minutes --period 2024-01 -o bien-ban-01.xlsx'],
    answer: {
      ...PAPER_SHAPE,
      month: 'text',
      head: 'text',
      changes: [
        {
          entry: 'integer',
          voucher: 'text',
          kind: 'text',
          amount: 'integer',
          bookedOn: 'day',
          'reverses?': 'integer',
        },
      ],
    },
    async run(desk, { options: { output, period } }) {
      let printed: Awaited<ReturnType<typeof reprintMinutes>> | undefined;
      const answer = await writePaper(
        desk,
        output,
        async (reader) => {
          printed = await reprintMinutes(reader, period, sayer(await findingsFor(reader.entity.language)));
          return printed.paper;
        },
        { from: firstDay(period), to: lastDay(period) },
      );
      const { close, earlier } = printed ?? {};
      const changes = (earlier?.changes ?? []).map(({ content: _, reverses, ...change }) => ({
        ...change,
        ...(reverses === undefined ? {} : { reverses }),
      }));
      const table: Table | undefined =
        earlier === undefined || changes.length === 0
          ? undefined
          : {
              name: 'changes',
              facts: { month: period, day: earlier.day },
              columns: [
                { key: 'entry', type: 'count' },
                { key: 'voucher', type: 'code' },
                { key: 'day', type: 'day' },
                { key: 'content', type: 'text' },
                { key: 'state', type: 'code' },
                { key: 'amount', type: 'dong' },
              ],
              rows: earlier.changes.map(({ entry, voucher, bookedOn, content, kind, amount }) => ({
                kind: 'line',
                cells: { entry, voucher, day: bookedOn, content, state: desk.m.values[kind] ?? kind, amount },
              })),
            };
      return {
        data: { ...answer.data, month: period, head: close?.head ?? '', changes },
        ...(table === undefined ? {} : { table }),
        ...(answer.warnings === undefined ? {} : { warnings: answer.warnings }),
        text: (m, style) =>
          [
            ...(table === undefined ? [] : [renderTable(table, m, style)]),
            m.done.minutes({ path: output, month: period, earlier: earlier?.day, changes: changes.length }),
          ].join('\n'),
      };
    },
  }),
);
