import type { Day } from '../../domain/day.ts';
import { sum, type Dong } from '../../domain/dong.ts';
import { refuse } from '../../domain/failure.ts';
import type { Mask } from '../../domain/mask.ts';
import type { Row, Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import type { EntryView } from '../../usecase/port/entries.ts';
import { command, type Desk } from '../command.ts';
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
        const rows = async () => giftsOf(await reader.eachEntry({ document: document.id }), session.mask);
        if (desk.takes !== undefined)
          return desk.takes({
            key: 'contributions',
            rest: () => Promise.resolve({}),
            rows,
            columns: async () => columnsOf(hasGone(await rows())),
            cells: (gift) => cellsOf(gift, desk),
          });
        const contributions = [...(await rows())];
        const table: Table = {
          name: 'contributions',
          facts: { document: document.code },
          columns: columnsOf(hasGone(contributions)),
          rows: contributions.map((gift) => ({ kind: 'line', cells: cellsOf(gift, desk) })),
        };
        return { data: { contributions }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);

interface Gift {
  readonly row: number;
  readonly entry: number;
  readonly day: Day;
  readonly donor: string;
  readonly amount: Dong;
  readonly reversedBy?: number;
}

function* giftsOf(entries: Iterable<EntryView>, mask: Mask): Iterable<Gift> {
  for (const entry of entries)
    yield {
      row: entry.source?.row ?? 0,
      entry: entry.id,
      day: entry.ownDay ?? entry.bookedOn,
      donor: mask.text(entry.wording.party),
      // A shared appeal's gift came into two funds.
      amount: sum(entry.postings.filter(({ side }) => side === 'debit').map(({ amount }) => amount)),
      ...(entry.reversedBy === undefined ? {} : { reversedBy: entry.reversedBy }),
    };
}

function hasGone(gifts: Iterable<Gift>): boolean {
  for (const { reversedBy } of gifts) if (reversedBy !== undefined) return true;
  return false;
}

function columnsOf(gone: boolean): Table['columns'] {
  return [
    { key: 'row', type: 'count' },
    { key: 'entry', type: 'count' },
    { key: 'day', type: 'day' },
    { key: 'donor', type: 'person' },
    { key: 'amount', type: 'dong' },
    // What no longer stands is told apart from what replaced it.
    ...(gone ? [{ key: 'state', type: 'text' } as const] : []),
  ];
}

function cellsOf({ reversedBy, ...cells }: Gift, { m }: Desk): Row['cells'] {
  return { ...cells, state: reversedBy === undefined ? '' : m.values['takenBack'] };
}
