// Writes the bench's report: write-paper PEOPLE FILE.xlsx|.pdf. Run by papers.ts, as a process of its own.
import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Day } from '../../src/domain/day.ts';
import { MEDIA, renderPaper } from '../../src/render/papers/medium.ts';
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
const UNITS = 95;
const CASH = 500_000;
const GOODS = 300_000;

/** Units under their names and over their sums; every seventh person has goods too. Made as it is read, never held. */
function* rowsOf(people: number): Generator<PaperRow> {
  const each = Math.ceil(people / UNITS);
  for (let from = 0; from < people; from += each) {
    const to = Math.min(people, from + each);
    const unit = `DV${from / each + 1}`;
    const name = `Công đoàn cơ sở Trung tâm Y tế số ${from / each + 1}`;
    yield { kind: 'group', label: say('unit', { code: unit, name }), cells: {} };
    for (let at = from; at < to; at++) yield lineOf(at, unit);
    yield { kind: 'subtotal', label: say('subtotal', { name }), cells: sums(from, to) };
  }
  yield { kind: 'total', label: say('total', { people }), cells: sums(0, people) };
}

function lineOf(at: number, unit: string): PaperRow {
  const held = at % 7 === 0;
  return {
    kind: 'line',
    cells: {
      number: at + 1,
      code: `DV${String(at + 1).padStart(6, '0')}`,
      person: `${SURNAMES[at % 10]} ${MIDDLES[at % 7]} ${GIVEN[at % 12]}`,
      unit,
      category: at % 3 === 0 ? 'Bệnh hiểm nghèo' : 'HCKK',
      payer: held ? 'TET, TINH' : 'TET',
      cash: CASH,
      goods: held ? GOODS : undefined,
      sum: held ? CASH + GOODS : CASH,
      decision: '12/QĐ-CĐYT',
      voucher: held ? 'PC-TET-2024-0001\nPC-TINH-2024-0001' : 'PC-TET-2024-0001',
      paidOn: '2024-01-26',
      signedOn: '2024-01-30',
    },
  };
}

function sums(from: number, to: number): PaperRow['cells'] {
  const cash = (to - from) * CASH;
  const goods = (Math.ceil(to / 7) - Math.ceil(from / 7)) * GOODS;
  return { cash, goods, sum: cash + goods };
}

function paperOf(people: number): Paper {
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
            rows: { [Symbol.iterator]: () => rowsOf(people) },
          },
        ],
      },
    ],
  };
}

async function write(people: string, file: string): Promise<void> {
  const medium = MEDIA.find((each) => `.${each}` === extname(file));
  if (medium === undefined) throw new TypeError(`no such paper: ${file}`);
  await pipeline(renderPaper(paperOf(Number(people)), medium), createWriteStream(file));
}

const [, , people = '', file = ''] = process.argv;
void write(people, file);
