import { renderTable } from '../../render/text.ts';
import type { Table } from '../../report/table.ts';
import { accessLog, DISCLOSURE_KINDS } from '../../usecase/disclosures.ts';
import { command } from '../command.ts';
import { choice, code } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'access list',
    lists: true,
    args: [],
    options: { kind: choice(...DISCLOSURE_KINDS), member: code('CODE'), ...PERIOD },
    examples: ['access list', 'access list --kind reveal --period 2024-Q1', 'access list --member DV0123'],
    answer: {
      accesses: [
        {
          operation: 'integer',
          recordedAt: 'text',
          actor: 'text',
          by: 'text',
          kind: 'text',
          scope: 'text',
          purpose: 'text',
        },
      ],
    },
    async run(desk, { options }) {
      const { kind, member } = options;
      const { book, mask } = await desk.session();
      return book.read(async (reader) => {
        const { period, from, to } = options;
        const whole = period === undefined && from === undefined && to === undefined;
        const range = whole ? undefined : await rangeOf(reader, desk.today, options);
        const log = await accessLog(reader, { kind, member, range });
        // What somebody wrote as a purpose may name a number.
        const accesses = log.map((row) => ({ ...row, purpose: mask.text(row.purpose) }));
        const table: Table = {
          name: 'accesses',
          facts: {},
          columns: [
            { key: 'operation', type: 'count' },
            { key: 'day', type: 'day' },
            { key: 'time', type: 'text' },
            { key: 'actor', type: 'text' },
            { key: 'access', type: 'text' },
            { key: 'what', type: 'text' },
            { key: 'for', type: 'text' },
          ],
          rows: accesses.map(({ operation, recordedAt, by, kind: access, scope, purpose }) => ({
            kind: 'line',
            cells: {
              operation,
              day: recordedAt.slice(0, 10),
              time: recordedAt.slice(11, 16),
              actor: by,
              access: desk.m.values[`access.${access}`],
              what: scope,
              for: purpose,
            },
          })),
        };
        return { data: { accesses }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
