import { sum } from '../../domain/dong.ts';
import { refuse } from '../../domain/failure.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { code } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'contribution list',
    lists: true,
    args: [],
    options: { document: code('LIST') },
    reveals: true,
    examples: ['contribution list', 'contribution list --document D1'],
    answer: {
      'documents?': [
        {
          code: 'text',
          file: 'text',
          rows: 'integer',
          accepted: 'integer',
          rejected: 'integer',
          total: 'integer',
          flagged: 'integer',
        },
      ],
      'contributions?': [
        {
          row: 'integer',
          entry: 'integer',
          day: 'day',
          donor: 'text',
          amount: 'integer',
          'reversedBy?': 'integer',
        },
      ],
    },
    async run(desk, { options }) {
      const session = await desk.session();
      return session.book.read(async (reader) => {
        const documents = (await reader.documents('contribution')).map(
          ({ id: _, kind: __, supplements: ___, replaces: ____, ...document }) => document,
        );
        if (options.document === undefined) {
          const table: Table = {
            name: 'documents',
            facts: {},
            columns: [
              { key: 'code', type: 'code' },
              { key: 'file', type: 'text' },
              { key: 'rows', type: 'count' },
              { key: 'accepted', type: 'count' },
              { key: 'rejected', type: 'count' },
              { key: 'total', type: 'dong' },
            ],
            rows: documents.map((cells) => ({ kind: 'line', cells })),
          };
          return { data: { documents }, table, text: (m, style) => renderTable(table, m, style) };
        }
        const wanted = options.document;
        const document = (await reader.documents('contribution')).find((each) => each.code === wanted);
        if (document === undefined) {
          return refuse('missing', {
            noun: 'document',
            code: wanted,
            known: documents.map((each) => each.code),
          });
        }
        const contributions = (await reader.entriesOf(document.id)).map((entry) => ({
          row: entry.source?.row ?? 0,
          entry: entry.id,
          day: entry.ownDay ?? entry.bookedOn,
          donor: session.mask.text(entry.wording.party),
          // A shared appeal's gift came into two funds.
          amount: sum(entry.postings.filter(({ side }) => side === 'debit').map(({ amount }) => amount)),
          ...(entry.reversedBy === undefined ? {} : { reversedBy: entry.reversedBy }),
        }));
        const gone = contributions.some(({ reversedBy }) => reversedBy !== undefined);
        const table: Table = {
          name: 'contributions',
          facts: { document: document.code },
          columns: [
            { key: 'row', type: 'count' },
            { key: 'entry', type: 'count' },
            { key: 'day', type: 'day' },
            { key: 'donor', type: 'person' },
            { key: 'amount', type: 'dong' },
            // What no longer stands is told apart from what replaced it.
            ...(gone ? [{ key: 'state' as const, type: 'text' as const }] : []),
          ],
          rows: contributions.map(({ reversedBy, ...cells }) => ({
            kind: 'line',
            cells: gone
              ? { ...cells, state: reversedBy === undefined ? '' : desk.m.values['takenBack'] }
              : cells,
          })),
        };
        return { data: { contributions }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
