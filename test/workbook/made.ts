import { say } from '../../src/report/papers/line.ts';
import type { Block, Paper, PaperColumn, PaperRow, PaperTable } from '../../src/report/papers/paper.ts';
import { day } from './fixture.ts';

/** A paper of one sheet with these blocks. */
export function paperOf(blocks: readonly Block[], more: Partial<Paper> = {}): Paper {
  return {
    name: 'made',
    language: 'vi',
    date: day('2026-01-31'),
    sheets: [{ name: 'Sổ', wide: false, onePage: false, blocks }],
    ...more,
  };
}

const over = say('text', { text: 'Số tiền' });

/** A cash book in the form's columns: two headings over one another, their letters, a balance after every line. */
export const CASH_BOOK: readonly PaperColumn[] = [
  { key: 'day', type: 'day', mark: 'A' },
  { key: 'content', type: 'text', mark: 'B' },
  { key: 'contributions', type: 'dong', title: 'Thu', over, mark: '1' },
  { key: 'disbursements', type: 'dong', title: 'Chi', over, mark: '2' },
  {
    key: 'closing',
    type: 'dong',
    title: 'Tồn',
    over,
    mark: '3',
    running: ['contributions', 'disbursements'],
  },
];

export function tableOf(rows: PaperTable['rows'], more: Partial<PaperTable> = {}): PaperTable {
  return {
    kind: 'table',
    columns: CASH_BOOK,
    sums: ['contributions', 'disbursements'],
    tall: false,
    rows,
    ...more,
  };
}

const OPENING = 1_000_000;

/** What is there at the beginning, then so many lines of two months, each with its sum, and the total. */
export function cashBook(lines: number): PaperRow[] {
  const rows: PaperRow[] = [
    { kind: 'stated', label: say('text', { text: 'Số dư đầu kỳ' }), cells: { closing: OPENING } },
  ];
  let balance = OPENING;
  const all = { contributions: 0, disbursements: 0 };
  for (const month of [1, 2]) {
    const some = { contributions: 0, disbursements: 0 };
    rows.push({ kind: 'group', label: say('month', { month: `2026-0${month}` }), cells: {} });
    for (let at = 1; at <= lines / 2; at++) {
      const [paid, amount] = [at % 3 === 0, at * 1_000];
      balance += paid ? -amount : amount;
      some[paid ? 'disbursements' : 'contributions'] += amount;
      rows.push({
        kind: 'line',
        cells: {
          day: day(`2026-0${month}-15`),
          content: `Khoản số ${at}`,
          [paid ? 'disbursements' : 'contributions']: amount,
          closing: balance,
        },
      });
    }
    all.contributions += some.contributions;
    all.disbursements += some.disbursements;
    rows.push({ kind: 'subtotal', label: say('text', { text: 'Cộng tháng' }), cells: some });
  }
  rows.push({ kind: 'total', label: say('text', { text: 'Tổng cộng' }), cells: all });
  rows.push({
    kind: 'stated',
    label: say('text', { text: 'Số dư cuối kỳ' }),
    cells: { closing: balance },
  });
  return rows;
}
