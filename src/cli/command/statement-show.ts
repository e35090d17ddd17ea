import { negate, ZERO } from '../../domain/dong.ts';
import { refuse } from '../../domain/failure.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'statement show',
    lists: true,
    args: ['document'],
    options: {},
    reveals: true,
    examples: ['statement show D3', 'statement show D3 --reveal "Xác minh người chuyển theo đơn đề nghị"'],
    answer: {
      document: 'text',
      lines: [
        {
          line: 'integer',
          row: 'integer',
          day: 'day',
          in: 'integer',
          out: 'integer',
          'balance?': 'integer',
          reference: 'text',
          kind: 'text',
          party: 'text',
          content: 'text',
        },
      ],
    },
    async run(desk, { args }) {
      const session = await desk.session();
      const { text: shown } = session.mask;
      return session.book.read(async (reader) => {
        const wanted = args[0] ?? '';
        const all = await reader.statements();
        const found = all.find(({ document }) => document.code.toLowerCase() === wanted.toLowerCase());
        const place = (await reader.places()).find(({ id }) => id === found?.place);
        if (found === undefined || place === undefined) {
          const known = all.map(({ document }) => document.code);
          return refuse('missing', { noun: 'statement', code: wanted, known });
        }
        const lines = [];
        for (const line of await reader.statementLines(place, found.from, found.to)) {
          if (line.document !== found.document.id) continue;
          lines.push({
            line: line.id,
            row: line.row,
            day: line.day,
            in: line.amount > 0 ? line.amount : ZERO,
            out: line.amount < 0 ? negate(line.amount) : ZERO,
            ...(line.balance === undefined ? {} : { balance: line.balance }),
            reference: shown(line.reference),
            kind: line.kind,
            party: shown(line.wording.party),
            content: shown(line.wording.content),
          });
        }
        const document = found.document.code;
        const table: Table = {
          name: 'statementLines',
          facts: { document },
          columns: [
            { key: 'line', type: 'count' },
            { key: 'row', type: 'count' },
            { key: 'day', type: 'day' },
            { key: 'in', type: 'dong' },
            { key: 'out', type: 'dong' },
            { key: 'balance', type: 'dong' },
            { key: 'kind', type: 'text' },
            { key: 'party', type: 'person' },
            { key: 'content', type: 'text' },
          ],
          rows: lines.map((line) => ({
            kind: 'line',
            cells: {
              ...line,
              in: line.in || undefined,
              out: line.out || undefined,
              kind: desk.m.lines[line.kind] ?? line.kind,
            },
          })),
        };
        return { data: { document, lines }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
