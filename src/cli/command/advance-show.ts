import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { showAdvance } from '../../usecase/distribution.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

const AMOUNTS = ['handed', 'signedFor', 'broughtBack', 'stillOut'] as const;

export const { start, commandFor } = starter(
  command({
    name: 'advance show',
    lists: true,
    args: ['voucher'],
    options: {},
    examples: ['advance show PC-TET-2024-0007'],
    answer: {
      voucher: 'text',
      holder: 'text',
      fund: 'text',
      day: 'day',
      'due?': 'day',
      handed: 'integer',
      signed: 'integer',
      spent: 'integer',
      returned: 'integer',
      open: 'integer',
      units: [
        {
          unit: 'text',
          awards: 'integer',
          handed: 'integer',
          signed: 'integer',
          returned: 'integer',
          open: 'integer',
        },
      ],
      unsigned: ['text'],
    },
    async run(desk, { args }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const data = await showAdvance(reader, args[0] ?? '', desk.today);
        const cells = ({
          handed,
          signed,
          returned,
          open,
        }: Omit<typeof data, 'units'> | (typeof data.units)[0]) => ({
          handed,
          signedFor: signed,
          broughtBack: returned,
          stillOut: open,
        });
        const table: Table = {
          name: 'distribution',
          facts: { voucher: data.voucher },
          columns: [
            { key: 'unit', type: 'code' },
            { key: 'awards', type: 'count' },
            ...AMOUNTS.map((key) => ({ key, type: 'dong' }) as const),
          ],
          rows: [
            ...data.units.map((each) => ({
              kind: 'line' as const,
              cells: { unit: each.unit, awards: each.awards, ...cells(each) },
            })),
            { kind: 'total', label: 'total', cells: cells(data) },
          ],
        };
        return {
          data,
          table,
          text: (m, style) => `${renderTable(table, m, style)}\n${m.done.distribution(data)}`,
        };
      });
    },
  }),
);
