import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { count, otherwise } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'operation list',
    lists: true,
    args: [],
    options: { last: otherwise(count(), 20) },
    examples: ['operation list', 'operation list --last 100'],
    answer: {
      operations: [
        {
          operation: 'integer',
          command: 'text',
          recordedAt: 'text',
          actor: 'text',
          entries: 'integer',
          documents: ['text'],
          'undoneBy?': 'integer',
        },
      ],
    },
    async run(desk, { options }) {
      const session = await desk.session();
      return session.book.read(async (reader) => {
        const operations = (await reader.operations(options.last)).map(({ id, undoneBy, ...operation }) => ({
          operation: id,
          ...operation,
          ...(undoneBy === undefined ? {} : { undoneBy }),
        }));
        const table: Table = {
          name: 'operations',
          facts: {},
          columns: [
            { key: 'operation', type: 'count' },
            { key: 'day', type: 'day' },
            { key: 'time', type: 'text' },
            { key: 'actor', type: 'text' },
            { key: 'command', type: 'text' },
            { key: 'entries', type: 'count' },
            { key: 'documents', type: 'text' },
            { key: 'undoneBy', type: 'count' },
          ],
          rows: operations.map(({ documents, recordedAt, ...cells }) => ({
            kind: 'line',
            cells: {
              ...cells,
              day: recordedAt.slice(0, 10),
              time: recordedAt.slice(11, 16),
              documents: documents.join(', '),
            },
          })),
        };
        return { data: { operations }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
