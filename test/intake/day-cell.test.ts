import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, type Day } from '../../src/domain/day.ts';
import type { Cell } from '../../src/intake/cell.ts';
import { DayColumn, readDayCell, type DayReading, type ReadDayCell } from '../../src/intake/day-cell.ts';
import { readSpan, spanIn, type Span } from '../../src/intake/period.ts';

const SEPTEMBER = readSpan('2024-09');

function decide(cells: readonly Cell[], span?: Span): DayReading {
  const column = new DayColumn(span);
  for (const [at, cell] of cells.entries()) column.see(at + 1, cell);
  return column.decide();
}

function read(cells: readonly Cell[], span?: Span): ReadDayCell[] {
  const reading = decide(cells, span);
  return cells.map((cell) => readDayCell(cell, reading));
}

/** What a column comes to in brief: each cell's day, or its fault. */
function days(cells: readonly Cell[], span?: Span): string[] {
  return read(cells, span).map((each) => ('day' in each ? each.day : each.fault));
}

const own = (day: string): Cell => ({ day: day as Day });

test.each([
  '26/09/2024',
  '26/9/2024',
  '26-09-2024',
  '26.09.2024',
  '26 / 9 / 2024',
  ' 26/09/2024\u00a0',
  '26/9/24',
  '26.9.24',
  '2024-09-26',
  '2024/9/26',
  '2024-09-26 00:00:00',
  '2024-09-25T17:00:00.000Z',
  '26 tháng 9 năm 2024',
  'ngày 26 tháng 09 năm 2024',
  'Ngày 26/9/2024'.normalize('NFD'),
  'Thứ năm, 26/9/2024',
  'Thứ 5 ngày 26/9/2024',
  'T5, 26/9/2024',
  '26/09/2024   5213.45946',
  '26/09/2024 (đợt 2)',
  '45561',
])('%s is 26 September 2024, whatever the period', (text) => {
  expect(read([text])).toEqual([{ day: '2024-09-26' }]);
  expect(read([text], SEPTEMBER)).toEqual([{ day: '2024-09-26' }]);
});

test.each([
  ['26/09/2024 14:05:11', '14:05:11'],
  ['26/09/2024\n14:05', '14:05'],
  ['26/09/2024 | 21:27 PM', '21:27'],
  ['26/09/2024 09:27 PM', '21:27'],
  ['26/09/2024 9:27 CH', '21:27'],
  ['26/09/2024 12:05 SA', '00:05'],
  ['26-09-2024 07:26', '07:26'],
  ['14h05 ngày 26/09/2024', '14:05'],
  ['14:05:11 26/09/2024', '14:05:11'],
  ['26/09/2024 14:05:11 FT24270', '14:05:11'],
  ['2024-09-26 14:05:11.123', '14:05:11'],
  ['2024-09-26T07:05:11Z', '14:05:11'],
  ['2024-09-25T18:05Z', '01:05'],
  ['2024-09-26T01:30:00+09:00', undefined],
  ['2024-09-26T07:05:11+07:00', '07:05:11'],
  ['45561.5', '12:00:00'],
  // A time that no clock shows is left out.
  ['26/09/2024 25:61', undefined],
])('%s has the time %s', (text, clock) => {
  const day = text.includes('+09:00') ? '2024-09-25' : '2024-09-26';
  expect(read([text])).toEqual([
    text.includes('+09:00') ? { day, clock: '23:30:00' } : clock === undefined ? { day } : { day, clock },
  ]);
});

test.each([
  ['', 'day.missing'],
  ['n/a', 'day.unreadable'],
  ['09/26/2024', 'day.unreadable'],
  ['9/26', 'day.unreadable'],
  ['26/9/202024', 'day.unreadable'],
  ['31/09/2024', 'day.unreadable'],
  ['29/02/2023', 'day.unreadable'],
  ['00/00/0000', 'day.unreadable'],
  ['2024-26-09', 'day.unreadable'],
  ['26/09/2024-5', 'day.unreadable'],
  ['26/9.2024', 'day.unreadable'],
  ['tháng 9/2024', 'day.unreadable'],
  ['12345', 'day.unreadable'],
  ['99999', 'day.unreadable'],
  // Two days in one cell.
  ['26/09/2024 27/09/2024', 'day.unreadable'],
  ['26/9 - 27/9', 'day.unreadable'],
  ['26/9, 27/9', 'day.unreadable'],
] as const)('%s is a fault', (text, fault) => {
  expect(read([text])).toEqual([{ fault }]);
  expect(read([text], SEPTEMBER)).toEqual([{ fault }]);
});

test('cells of a workbook', () => {
  expect(read([own('2024-09-26'), { number: '45561.75' }, { number: '5' }, { formula: 'A1' }])).toEqual([
    { day: '2024-09-26' },
    { day: '2024-09-26', clock: '18:00:00' },
    { fault: 'day.unreadable' },
    { fault: 'cell.formula' },
  ]);
});

test('a year left out is the one year of the period in which the day lies', () => {
  expect(days(['ngày 26/9', '26/9', '26 tháng 9', '26-9'], SEPTEMBER)).toEqual(Array(4).fill('2024-09-26'));
  expect(read(['26/9', '1/10'], undefined)).toEqual([{ fault: 'day.year' }, { fault: 'day.year' }]);
  expect(read(['1/10'], SEPTEMBER)).toEqual([{ fault: 'day.year' }]);
  const winter = readSpan('01/12/2024..31/01/2025');
  expect(days(['30/12', '5/1'], winter)).toEqual(['2024-12-30', '2025-01-05']);
  expect(days(['30/12', '5/1'], readSpan('01/01/2024..31/01/2025'))).toEqual(['2024-12-30', 'day.year']);
});

test('a day outside the period is a fault that names it', () => {
  expect(read(['1/10/2024', '45597', own('2024-10-15')], SEPTEMBER)).toEqual([
    { fault: 'day.outside', detail: '2024-10-01' },
    { fault: 'day.outside', detail: '2024-11-01' },
    { fault: 'day.outside', detail: '2024-10-15' },
  ]);
});

test('day-month-year in two digits each may be a year cut short', () => {
  expect(read(['24-09-26'])).toEqual([{ fault: 'day.ambiguous', detail: '2026-09-24|2024-09-26' }]);
  expect(days(['24-09-26', '26-09-24'], SEPTEMBER)).toEqual(['2024-09-26', '2024-09-26']);
});

describe('day and month exchanged by a workbook', () => {
  // 9, 10 and 12 September, as an American Excel keeps what was typed as 9/9, 10/9 and 12/9.
  const exchanged = [own('2024-09-09'), own('2024-10-09'), own('2024-12-09')];
  const september = ['2024-09-09', '2024-09-10', '2024-09-12'];

  test('is proved by the period', () => {
    expect(decide(exchanged, SEPTEMBER)).toMatchObject({ swapped: true, why: 'period' });
    expect(days([...exchanged, '13/09/2024', '05/09/2024'], SEPTEMBER)).toEqual([
      ...september,
      '2024-09-13',
      '2024-09-05',
    ]);
    expect(days([{ number: '45635' }], SEPTEMBER)).toEqual(['2024-09-12']);
  });

  test('is disproved by the period', () => {
    const stored = september.map(own);
    expect(decide([...stored, '13/09/2024'], SEPTEMBER)).toMatchObject({ swapped: false, why: 'period' });
    expect(days([...stored, '13/09/2024'], SEPTEMBER)).toEqual([...september, '2024-09-13']);
  });

  test('is proved or disproved by the order of the days that are text', () => {
    const text = ['13/09/2024', '16/09/2024'];
    const stored = ['13/09/2024', own('2024-10-09'), own('2024-11-09'), own('2024-12-09'), '31/12/2024'];
    for (const span of [undefined, readSpan('2024')]) {
      expect(decide([...exchanged, ...text], span)).toMatchObject({ swapped: true, why: 'neighbours' });
      expect(days([...exchanged, ...text], span)).toEqual([...september, '2024-09-13', '2024-09-16']);
      expect(days([...text.toReversed(), ...exchanged.toReversed()], span)).toEqual([
        '2024-09-16',
        '2024-09-13',
        ...september.toReversed(),
      ]);
      expect(decide(stored, span)).toMatchObject({ swapped: false, why: 'neighbours' });
      expect(days(stored, span)).toEqual([
        '2024-09-13',
        '2024-10-09',
        '2024-11-09',
        '2024-12-09',
        '2024-12-31',
      ]);
    }
  });

  test('is not proved by an order that few days keep by chance', () => {
    expect(days([own('2024-10-09'), '13/09/2024', '14/09/2024'])).toEqual([
      'day.ambiguous',
      '2024-09-13',
      '2024-09-14',
    ]);
  });

  test('is a fault of each such cell where it is likely and nothing proves it', () => {
    expect(read(['13/09/2024', own('2024-10-09'), '20/09/2024', own('2024-09-09')])).toEqual([
      { day: '2024-09-13' },
      { fault: 'day.ambiguous', detail: '2024-10-09|2024-09-10' },
      { day: '2024-09-20' },
      { day: '2024-09-09' },
    ]);
  });

  test('is not looked for among nothing but workbook days, nor where they pass the 12th', () => {
    expect(days(exchanged)).toEqual(['2024-09-09', '2024-10-09', '2024-12-09']);
    expect(days(['13/09/2024', own('2024-10-09'), '20/09/2024', own('2024-09-25')])).toEqual([
      '2024-09-13',
      '2024-10-09',
      '2024-09-20',
      '2024-09-25',
    ]);
  });

  test('where neither reading is in the period, days are faults and never another day', () => {
    expect(days([own('2024-10-08'), own('2024-12-09')], SEPTEMBER)).toEqual(['day.outside', 'day.outside']);
  });
});

test.each([
  ['Từ ngày 01/09/2024 đến ngày 30/09/2024', '2024-09-01..2024-09-30'],
  ['từ 01/09/2024 - 30/09/2024', '2024-09-01..2024-09-30'],
  ['(Từ ngày 23/9 đến ngày 24/9/2024)', '2024-09-23..2024-09-24'],
  ['Từ 25/12 đến 05/01/2025', '2024-12-25..2025-01-05'],
  ['From 01/09/2024 to 30/09/2024', '2024-09-01..2024-09-30'],
  ['Từ ngày/ From: 01/09/2024 Đến ngày/ To: 30/09/2024', '2024-09-01..2024-09-30'],
  ['Từ 8h00 ngày 12/9/2024 đến 17 giờ 30 ngày 13/9/2024', '2024-09-12..2024-09-13'],
  ['từ ngày 1 tháng 9 năm 2024 đến ngày 30 tháng 9 năm 2024', '2024-09-01..2024-09-30'],
  ['Tháng 9 năm 2024', '2024-09'],
  ['SỔ QUỸ THÁNG 09/2024'.normalize('NFD'), '2024-09'],
  ['Quý 3 năm 2024', '01/07/2024..30/09/2024'],
  ['QUÝ IV/2024', '01/10/2024..31/12/2024'],
  ['6 tháng cuối năm 2024', '01/07/2024..31/12/2024'],
  ['Từ tháng 1 đến tháng 6 năm 2024', '01/01/2024..30/06/2024'],
  ['Ngày 12/9/2024', '12/09/2024..12/09/2024'],
  ['DANH SÁCH ỦNG HỘ NGÀY 12/9/2024', '12/09/2024..12/09/2024'],
  ['năm 2024', '2024'],
])('"%s" names the period %s', (text, period) => {
  expect(spanIn(text)).toEqual(readSpan(period));
  expect(spanIn(text)).toBeDefined();
});

test.each([
  'Ngày in / Print out date : 18/09/2024 Loại tiền / Ccy : VND',
  'Ngày phát sinh trước / Prior Statement : 16/09/2024 58,171',
  'Hà Nội, ngày 12 tháng 9 năm 2024',
  'Hà Nội, ngày … tháng … năm 2024',
  'Hà Nội ngày 12/9/2024',
  '(Kèm theo Quyết định số 12/QĐ ngày 20/9/2024)',
  'Quà Tết năm 2025',
  'Luật Công đoàn năm 2012',
  'tháng 8/2024 và tháng 9/2024',
  'Từ ngày 30/09/2024 đến ngày 01/09/2024',
  'DANH SÁCH ỦNG HỘ',
])('"%s" names no period', (text) => {
  expect(spanIn(text)).toBeUndefined();
});

test.each(['2024-13', '2024-09-30..2024-09-01', '2024-09-01', '01/09/2024..', 'a..b', '', '2024..2025'])(
  '--period %s is none',
  (text) => {
    expect(readSpan(text)).toBeUndefined();
  },
);

const SAMPLE = new URL('../../../shared/data/vn-encodings/amount-and-date-variants', import.meta.url);

test.skipIf(!existsSync(new URL(`${SAMPLE.href}.csv`)))(
  'each row of the sample alone: its day or a fault',
  () => {
    const rows: string[][] = parse(readFileSync(new URL(`${SAMPLE.href}.csv`)), { from_line: 2 });
    const expected = JSON.parse(readFileSync(new URL(`${SAMPLE.href}.expected.json`), 'utf8')) as {
      row: number;
      date_true: string;
    }[];
    const faults: Record<number, string> = {};
    for (const { row, date_true: day } of expected) {
      const [result = ''] = days([rows[row - 1]?.[1] ?? ''], SEPTEMBER);
      if (result.startsWith('day.')) faults[row] = result;
      else expect(result, `row ${row}`).toBe(day);
    }
    expect(faults).toEqual({
      12: 'day.unreadable',
      13: 'day.unreadable',
      14: 'day.unreadable',
      15: 'day.unreadable',
      16: 'day.missing',
    });
  },
);

describe('for any day', () => {
  const FIRST = Date.UTC(2000, 0, 1);
  const dated = fc.integer({ min: 0, max: 36_524 }).map((after) => {
    const at = new Date(FIRST + after * 86_400_000);
    const [y, m, d] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
    return { after, y, m, d, day: dayOf(y, m, d) ?? ('' as Day) };
  });

  test('every writing is read back', () => {
    fc.assert(
      fc.property(dated, ({ after, y, m, d, day }) => {
        const two = (value: number) => `${value}`.padStart(2, '0');
        const texts: Cell[] = [
          `${d}/${m}/${y}`,
          `${two(d)}/${two(m)}/${y}`,
          `${two(d)}-${two(m)}-${y}`,
          `${d}.${m}.${y}`,
          `${d}/${m}/${two(y - 2000)}`,
          `${y}-${two(m)}-${two(d)}`,
          `${d} tháng ${m} năm ${y}`,
          `ngày ${two(d)} tháng ${two(m)} năm ${y}`,
          `${d}/${m}/${y} 21:27 PM`,
          `${36_526 + after}`,
          { number: `${36_526 + after}` },
          { day },
        ].filter((text) => y < 2100 || typeof text !== 'string' || !/\/\d\d$/.test(text));
        for (const text of texts) expect(days([text]), JSON.stringify(text)).toEqual([day]);
        expect(days([`${d}/${m}`], readSpan(`${y}`))).toEqual([day]);
      }),
    );
  });

  test('a time of any zone is the same moment in Vietnam', () => {
    fc.assert(
      fc.property(
        dated,
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: -48, max: 56 }),
        (date, minute, quarter) => {
          const offset = quarter * 15;
          const zone = `${offset < 0 ? '-' : '+'}${new Date(Math.abs(offset) * 60_000).toISOString().slice(11, 16)}`;
          const there = new Date(FIRST + date.after * 86_400_000 + minute * 60_000)
            .toISOString()
            .slice(0, 16);
          const here = new Date(Date.parse(`${there}:00${zone}`) + 7 * 3_600_000).toISOString();
          const [result] = read([`${there}:00${zone}`]);
          const clock = here.slice(11, 19);
          expect(result).toEqual(
            clock === '00:00:00' ? { day: here.slice(0, 10) } : { day: here.slice(0, 10), clock },
          );
        },
      ),
    );
  });

  test('a column that an American Excel exchanged is read as it was typed, or refused cell by cell', () => {
    const month = fc.integer({ min: 1, max: 12 });
    const column = fc.record({
      month,
      days: fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 10 }),
    });
    fc.assert(
      fc.property(column, fc.boolean(), ({ month, days: drawn }, known) => {
        // Without a period there is only the order to go by: a list out of order may look like another in order.
        const typed = known ? drawn : drawn.toSorted((a, b) => a - b);
        // What it takes for a day, month first, it keeps as one; the rest stays text.
        const cells = typed.map((d): Cell =>
          d <= 12 ? own(dayOf(2024, d, month) ?? '') : `${d}/${month}/2024`,
        );
        const span = known ? readSpan(`2024-${`${month}`.padStart(2, '0')}`) : undefined;
        const meant = typed.map((d) => dayOf(2024, month, d));
        // With nothing but workbook days and no period, they are all there is to go by.
        fc.pre(known || typed.some((d) => d > 12));
        const results = days(cells, span);
        const wrong = results.filter((day, at) => !day.startsWith('day.') && day !== meant[at]);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
