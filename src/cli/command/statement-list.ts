import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { placeBy } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { code } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'statement list',
    lists: true,
    args: [],
    options: { account: code('PLACE') },
    examples: ['statement list', 'statement list --account bank'],
    answer: {
      statements: [
        {
          document: 'text',
          account: 'text',
          bank: 'text',
          file: 'text',
          from: 'day',
          to: 'day',
          'opening?': 'integer',
          'closing?': 'integer',
          credits: 'integer',
          debits: 'integer',
          lines: 'integer',
          checked: 'integer',
          breaks: 'integer',
        },
      ],
    },
    async run(desk, { options }) {
      const session = await desk.session();
      return session.book.read(async (reader) => {
        const place = options.account === undefined ? undefined : await placeBy(reader, options.account);
        const places = new Map((await reader.places()).map((each) => [each.id, each.code]));
        const statements = (await reader.statements(place)).map(
          ({ id: _, place: at, document, ...statement }) => ({
            document: document.code,
            account: places.get(at) ?? '',
            ...statement,
          }),
        );
        const table: Table = {
          name: 'statements',
          facts: {},
          columns: [
            { key: 'document', type: 'code' },
            { key: 'account', type: 'code' },
            { key: 'file', type: 'text' },
            { key: 'from', type: 'day' },
            { key: 'to', type: 'day' },
            { key: 'opening', type: 'dong' },
            { key: 'credits', type: 'dong' },
            { key: 'debits', type: 'dong' },
            { key: 'closing', type: 'dong' },
            { key: 'lines', type: 'count' },
          ],
          rows: statements.map((cells) => ({ kind: 'line', cells })),
        };
        return { data: { statements }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
