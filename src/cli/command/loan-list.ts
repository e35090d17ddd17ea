import { subtract } from '../../domain/dong.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { day } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'loan list',
    lists: true,
    args: [],
    options: { asOf: day() },
    examples: ['loan list', 'loan list --as-of 31/03/2024'],
    answer: {
      asOf: 'day',
      loans: [
        {
          voucher: 'text',
          lender: 'text',
          borrower: 'text',
          day: 'day',
          'due?': 'day',
          amount: 'integer',
          repaid: 'integer',
          open: 'integer',
          overdue: 'boolean',
        },
      ],
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const asOf = options.asOf ?? desk.today;
        const funds = await reader.funds();
        const codeOf = (id: number) => funds.find((each) => each.id === id)?.code ?? '';
        const loans = (await (await reader.treasury()).loans(asOf)).map((loan) => ({
          voucher: loan.voucher,
          lender: codeOf(loan.from),
          borrower: codeOf(loan.to),
          day: loan.day,
          ...(loan.due === undefined ? {} : { due: loan.due }),
          amount: loan.amount,
          repaid: subtract(loan.amount, loan.open),
          open: loan.open,
          overdue: loan.open > 0 && loan.due !== undefined && loan.due < asOf,
        }));
        const { values } = desk.m;
        const stateOf = ({ open, overdue }: (typeof loans)[number]) =>
          open === 0 ? values['repaid'] : overdue ? values['overdue'] : values['lent'];
        const table: Table = {
          name: 'loans',
          facts: { asOf },
          columns: [
            { key: 'voucher', type: 'code' },
            { key: 'lender', type: 'code' },
            { key: 'borrower', type: 'code' },
            { key: 'day', type: 'day' },
            { key: 'due', type: 'day' },
            { key: 'amount', type: 'dong' },
            { key: 'repaid', type: 'dong' },
            { key: 'open', type: 'dong' },
            { key: 'state', type: 'text' },
          ],
          rows: loans.map(({ overdue, ...cells }) => ({
            kind: 'line',
            cells: { ...cells, state: stateOf({ ...cells, overdue }) },
          })),
        };
        return { data: { asOf, loans }, table, text: (m, style) => renderTable(table, m, style) };
      });
    },
  }),
);
