import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

/** Shown where some round has one. */
const DEADLINES = ['listBy', 'payBy', 'signBy'] as const;

export const { start, commandFor } = starter(
  command({
    name: 'programme list',
    lists: true,
    args: [],
    options: {},
    examples: ['programme list'],
    answer: {
      rounds: [
        {
          code: 'text',
          kind: 'text',
          name: 'text',
          day: 'day',
          'listBy?': 'day',
          'payBy?': 'day',
          'signBy?': 'day',
        },
      ],
    },
    async run(desk) {
      const { book } = await desk.session();
      const rounds = (await book.read((reader) => reader.rounds())).map(
        ({ code, kind, name, day, listBy, payBy, signBy }) => ({
          code,
          kind,
          name,
          day,
          ...(listBy === undefined ? {} : { listBy }),
          ...(payBy === undefined ? {} : { payBy }),
          ...(signBy === undefined ? {} : { signBy }),
        }),
      );
      const table: Table = {
        name: 'rounds',
        facts: {},
        columns: [
          { key: 'code', type: 'code' },
          { key: 'kind', type: 'code' },
          { key: 'name', type: 'text' },
          { key: 'day', type: 'day' },
          ...DEADLINES.filter((key) => rounds.some((round) => key in round)).map((key) => ({
            key,
            type: 'day' as const,
          })),
        ],
        rows: rounds.map((round) => ({ kind: 'line', cells: { ...round, kind: desk.m.values[round.kind] } })),
      };
      return { data: { rounds }, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);
