// Run by itself it writes the report of so many recipients to rows.pdf, and says its largest memory.
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Day } from '../../src/domain/day.ts';
import type { Dong } from '../../src/domain/dong.ts';
import { say } from '../../src/report/papers/line.ts';
import type { Paper, PaperColumn, PaperRow } from '../../src/report/papers/paper.ts';
import { renderPdf } from '../../src/render/pdf/paper.ts';
import { PAPER_TEXTS } from '../../src/render/papers/texts.ts';

const COLUMNS: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'code', type: 'code' },
  { key: 'person', type: 'person' },
  { key: 'unit', type: 'code' },
  { key: 'category', type: 'text' },
  { key: 'payer', type: 'text' },
  { key: 'cash', type: 'dong' },
  { key: 'goods', type: 'dong' },
  { key: 'sum', type: 'dong' },
  { key: 'decision', type: 'text' },
  { key: 'voucher', type: 'code' },
  { key: 'paidOn', type: 'day' },
  { key: 'signedOn', type: 'day' },
];

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Nông'];
const GIVEN = [
  'Thị Thanh An',
  'Văn Bình',
  'Thị Hồng Hạnh',
  'Đức Dương',
  'Thị Ngọc Phương',
  'Quang Đào',
  'Thùy Yến',
];
const UNITS = 95;

/** The rows of a disbursement report: 13 columns, units of about fifty people, each under its name and over its sum. */
export function recipients(people: number): { columns: readonly PaperColumn[]; rows: PaperRow[] } {
  const rows: PaperRow[] = [];
  const each = Math.ceil(people / UNITS);
  const sums = (lines: number) => ({
    cash: dong(lines * 500_000),
    goods: dong(0),
    sum: dong(lines * 500_000),
  });
  for (let from = 0; from < people; from += each) {
    const to = Math.min(people, from + each);
    const name = `Công đoàn cơ sở Trung tâm Y tế số ${from / each + 1}`;
    rows.push({ kind: 'group', label: say('unit', { code: `TT${from / each + 1}`, name }), cells: {} });
    for (let at = from; at < to; at++)
      rows.push({
        kind: 'line',
        cells: {
          number: at + 1,
          code: `DV${String(at + 1).padStart(5, '0')}`,
          person: `${SURNAMES[at % 10] ?? ''} ${GIVEN[at % 7] ?? ''}`,
          unit: `TT${from / each + 1}`,
          category: at % 9 === 0 ? 'ĐBKK' : 'HCKK',
          payer: 'TET',
          cash: dong(500_000),
          sum: dong(500_000),
          decision: '12/QĐ-CĐYT',
          voucher: 'PC-TET-2024-0001',
          paidOn: '2024-01-26',
          signedOn: '2024-01-30',
        },
      });
    rows.push({ kind: 'subtotal', label: say('subtotal', { name }), cells: sums(to - from) });
  }
  rows.push({ kind: 'total', label: say('total', { people }), cells: sums(people) });
  return { columns: COLUMNS, rows };
}

function dong(value: number): Dong {
  return value as Dong;
}

function report(people: number): Paper {
  const { columns, rows } = recipients(people);
  return {
    name: 'disbursements',
    language: 'vi',
    date: '2024-02-02' as Day,
    sheets: [
      {
        name: 'Chi',
        wide: true,
        onePage: false,
        blocks: [
          { kind: 'title', lines: [say('disbursements', { kind: 'gift' })] },
          { kind: 'table', columns, sums: ['cash', 'goods', 'sum'], tall: false, rows },
        ],
      },
    ],
  };
}

if (import.meta.main) {
  const file = createWriteStream('rows.pdf');
  const people = Number(process.argv[2]);
  for await (const piece of renderPdf(report(people), PAPER_TEXTS.vi)) file.write(piece);
  file.end();
  await finished(file);
  process.stdout.write(`peak ${process.resourceUsage().maxRSS}\n`);
}
