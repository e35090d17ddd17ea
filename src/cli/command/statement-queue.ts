import { renderTable } from '../../render/text.ts';
import type { Table } from '../../report/table.ts';
import { queueOf } from '../../usecase/statement-queue.ts';
import { command } from '../command.ts';
import { code } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'statement queue',
    lists: true,
    args: [],
    options: { account: code('PLACE') },
    reveals: true,
    examples: [
      'statement queue',
      'statement queue --account bank',
      'statement queue --account bank --reveal "Tìm người chuyển tiền nhầm"',
    ],
    answer: {
      asOf: 'day',
      lines: [
        {
          account: 'text',
          'line?': 'integer',
          'entry?': 'integer',
          day: 'day',
          age: 'integer',
          amount: 'integer',
          state: 'text',
          kind: 'text',
          party: 'text',
          content: 'text',
        },
      ],
      entries: [
        {
          account: 'text',
          entry: 'integer',
          voucher: 'text',
          day: 'day',
          age: 'integer',
          amount: 'integer',
          party: 'text',
          content: 'text',
        },
      ],
    },
    async run(desk, { options }) {
      const session = await desk.session();
      const data = await session.book.read((reader) => queueOf(reader, session, options.account));
      const facts = { asOf: data.asOf };
      const lines: Table = {
        name: 'queuedLines',
        facts,
        columns: [
          { key: 'place', type: 'code' },
          { key: 'line', type: 'count' },
          { key: 'entry', type: 'count' },
          { key: 'day', type: 'day' },
          { key: 'age', type: 'count' },
          { key: 'amount', type: 'dong' },
          { key: 'state', type: 'code' },
          { key: 'kind', type: 'code' },
          { key: 'party', type: 'person' },
          { key: 'content', type: 'text' },
        ],
        rows: data.lines.map(({ account: place, state, kind, ...cells }) => ({
          kind: 'line',
          cells: {
            place,
            ...cells,
            state: desk.m.values[state] ?? state,
            kind: desk.m.lines[kind] ?? kind,
          },
        })),
      };
      const entries: Table = {
        name: 'queuedEntries',
        facts,
        columns: [
          { key: 'place', type: 'code' },
          { key: 'entry', type: 'count' },
          { key: 'day', type: 'day' },
          { key: 'age', type: 'count' },
          { key: 'amount', type: 'dong' },
          { key: 'voucher', type: 'code' },
          { key: 'party', type: 'person' },
          { key: 'content', type: 'text' },
        ],
        rows: data.entries.map(({ account: place, ...cells }) => ({
          kind: 'line',
          cells: { place, ...cells },
        })),
      };
      return {
        data,
        table: lines,
        text: (m, style) => {
          const tables = [lines, entries].filter(({ rows }) => rows.length > 0);
          return tables.map((table) => renderTable(table, m, style)).join('\n') || m.done.explained();
        },
      };
    },
    next: ({ lines, entries }) => {
      const post = lines.find(({ state }) => state === 'unmatched');
      const name = lines.find(({ state }) => state === 'unidentified');
      return [
        ...(post?.line === undefined ? [] : [`phucloi statement post --line ${post.line} --as …`]),
        ...(name?.entry === undefined
          ? []
          : [`phucloi statement identify --entry ${name.entry} --fund … --on …`]),
        ...(lines.length + entries.length === 0 ? ['phucloi reconcile'] : []),
      ];
    },
  }),
);
