// Writes the bench's paper: node recipients-paper.ts ROWS FILE.xlsx|FILE.pdf. Run by recipients.ts, as a process of its own.
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Day } from '../../src/domain/day.ts';
import { sum, type Dong } from '../../src/domain/dong.ts';
import { renderPaper } from '../../src/render/papers/medium.ts';
import { say } from '../../src/report/papers/line.ts';
import type { Paper, PaperColumn, PaperRow } from '../../src/report/papers/paper.ts';

/** The columns of the report on disbursements. */
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
const MIDDLES = ['Thị', 'Văn', 'Thị Thanh', 'Đức', 'Thị Hồng', 'Quang', 'Thị Ngọc'];
const GIVEN = ['An', 'Ánh', 'Bình', 'Chi', 'Dương', 'Đào', 'Hà', 'Hạnh', 'Lan', 'Mai', 'Phương', 'Yến'];
const CASH = 500_000 as Dong;
const GOODS = 300_000 as Dong;
const BOTH = sum([CASH, GOODS]);

/** Rows are made as they are asked for, never held. */
async function* rowsOf(count: number): AsyncGenerator<PaperRow> {
  for (let at = 0; at < count; at++) {
    const number = at + 1;
    const [surname, middle, given] = [SURNAMES[at % 10], MIDDLES[at % 7], GIVEN[at % 12]];
    const held = at % 7 === 0;
    yield {
      kind: 'line',
      cells: {
        number,
        code: `DV${String(number).padStart(6, '0')}`,
        person: `${surname} ${middle} ${given}`,
        unit: `DV${at % 95}`,
        category: at % 3 === 0 ? 'Bệnh hiểm nghèo' : 'HCKK',
        payer: held ? 'TET, TINH' : 'TET',
        cash: CASH,
        goods: held ? GOODS : undefined,
        sum: held ? BOTH : CASH,
        decision: '12/QĐ-CĐYT',
        voucher: held ? 'PC-TET-2024-0001\nPC-TINH-2024-0001' : 'PC-TET-2024-0001',
        paidOn: '2024-01-26',
        signedOn: '2024-01-30',
      },
    };
  }
  const cash = (count * CASH) as Dong;
  const goods = (Math.ceil(count / 7) * GOODS) as Dong;
  yield {
    kind: 'total',
    label: say('total', { people: count }),
    cells: { cash, goods, sum: sum([cash, goods]) },
  };
}

function paperOf(count: number): Paper {
  return {
    name: 'disbursements',
    language: 'vi',
    date: '2024-01-31' as Day,
    sheets: [
      {
        name: '2024-01',
        wide: true,
        onePage: false,
        blocks: [
          { kind: 'title', lines: [say('disbursements', {}), say('month', { month: '2024-01' })] },
          {
            kind: 'table',
            columns: COLUMNS,
            sums: ['cash', 'goods', 'sum'],
            tall: false,
            rows: { [Symbol.asyncIterator]: () => rowsOf(count) },
          },
        ],
      },
    ],
  };
}

const [rows = '', file = ''] = process.argv.slice(2);
await pipeline(
  renderPaper(paperOf(Number(rows)), file.endsWith('.pdf') ? 'pdf' : 'xlsx'),
  createWriteStream(file),
);
process.stdout.write(String(process.resourceUsage().maxRSS));
