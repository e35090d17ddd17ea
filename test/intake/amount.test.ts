import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AmountColumn,
  foreignCurrency,
  readAmount,
  readTyped,
  scaleIn,
  type AmountReading,
  type Mark,
  type ReadAmount,
  type Scale,
} from '../../src/intake/amount.ts';
import type { Cell } from '../../src/intake/cell.ts';
import { isTotalLabel, mayBeTotalLabel } from '../../src/intake/labels.ts';

function decide(cells: readonly Cell[], scale: Scale = 1, given?: Mark): ReturnType<AmountColumn['decide']> {
  const column = new AmountColumn(given, scale);
  for (const cell of cells) column.see(cell);
  return column.decide();
}

/** A column read whole; undefined where it speaks for two readings. */
function read(
  cells: readonly Cell[],
  scale: Scale = 1,
  given?: Mark,
  signed = false,
): ReadAmount[] | undefined {
  const decided = decide(cells, scale, given);
  return 'mark' in decided ? cells.map((cell) => readAmount(cell, decided, signed)) : undefined;
}

const NO_MARK: AmountReading = { mark: 'none', scale: 1, cells: 0, of: 0, why: 'none' };

describe('the thousands mark belongs to the column', () => {
  test.each([
    [['100.000', '1.416.882 đồng', '500'], { mark: 'dot', scale: 1, cells: 2, of: 3, why: 'column' }],
    [['50,000', '1,000,000', '7', '', 'n/a'], { mark: 'comma', scale: 1, cells: 2, of: 3, why: 'column' }],
    [['100000.00', '87.00'], { mark: 'comma', scale: 1, cells: 1, of: 2, why: 'column' }],
    [['100000', '1,5 triệu'], { mark: 'none', scale: 1, cells: 0, of: 2, why: 'none' }],
    // A cell with unit words has decimals of its own.
    [['200,000', '206,04 triệu'], { mark: 'comma', scale: 1, cells: 1, of: 2, why: 'column' }],
  ])('%j', (cells, decided) => {
    expect(decide(cells)).toEqual(decided);
  });

  test('two marks are refused with both totals, unless the treasurer says which', () => {
    const cells = ['1.500', '2,500', '3.500.000', '1000'];
    expect(decide(cells)).toEqual({
      dot: { cells: 2, total: 3_502_500 },
      comma: { cells: 1, total: 3500 },
    });
    expect(read(cells, 1, 'dot')).toEqual([
      { amount: 1500 },
      { fault: 'amount.fraction' },
      { amount: 3_500_000 },
      { amount: 1000 },
    ]);
    expect(decide(cells, 1, 'dot')).toMatchObject({ mark: 'dot', why: 'given' });
  });

  test('a given mark that every cell contradicts is not obeyed', () => {
    expect(decide(['1.500.000', '2.000.000'], 1, 'comma')).toEqual({
      dot: { cells: 2, total: 3_500_000 },
      comma: { cells: 0, total: 0 },
    });
  });

  test('under a scale a lone mark has two readings, until another cell or the treasurer decides', () => {
    const open = ['206,040', '35,500'];
    expect(decide(open, 1000)).toEqual({
      dot: { cells: 2, total: 241_540 },
      comma: { cells: 2, total: 241_540_000 },
    });
    expect(read(open, 1000, 'comma')).toEqual([{ amount: 206_040_000 }, { amount: 35_500_000 }]);
    for (const proof of ['1.206.040', '206,04', '1.206,5', '0,500', '1206,040'])
      expect(read([...open, proof], 1000)?.[0], proof).toEqual({ amount: 206_040 });
    for (const proof of ['1,206,040', '206.04', '1,206.5'])
      expect(read([...open, proof], 1000)?.[0], proof).toEqual({ amount: 206_040_000 });
    expect(read(['1234', { number: '206.04' }, '500.000 đ'], 1000)).toEqual([
      { amount: 1_234_000 },
      { amount: 206_040 },
      { fault: 'amount.ambiguous' },
    ]);
  });

  test('a total past 2^53 is left out, never rounded', () => {
    const huge = ['9.007.199.254.740.991', '9.007.199.254.740.991', '1,500'];
    expect(decide(huge)).toEqual({ dot: { cells: 2, total: 0 }, comma: { cells: 1, total: 1500 } });
  });
});

test.each([
  ['100000', 100_000],
  ['100.000', 100_000],
  ['200,000', 200_000],
  ['25.430.000,00', 25_430_000],
  ['5,000,000.00', 5_000_000],
  ['35.300.000 đ', 35_300_000],
  ['500.000.000đ', 500_000_000],
  ['300,000 VND', 300_000],
  ['1.500.000 VNĐ.', 1_500_000],
  ['₫11,847,000', 11_847_000],
  ['VND 11.847.000', 11_847_000],
  ['100\u00a0000\u2009000', 100_000_000],
  ['180.000.000\u00a0₫', 180_000_000],
  [' 1,100,000\n', 1_100_000],
  ["'5170000", 5_170_000],
  ['+500.000', 500_000],
  ['206,04 triệu', 206_040_000],
  ['1,5 triệu', 1_500_000],
  ['1,5 TRIỆU'.normalize('NFD'), 1_500_000],
  ['1,107 tỷ', 1_107_000_000],
  ['1.206.040 nghìn', 1_206_040_000],
  ['1.206,04 triệu', 1_206_040_000],
  ['2tr', 2_000_000],
  ['2tr5', 2_500_000],
  ['2tr050', 2_050_000],
  ['180 tr.đ', 180_000_000],
  ['500k', 500_000],
  ['20000k', 20_000_000],
  ['75 ngàn đồng', 75_000],
  ['5 trăm triệu', 500_000_000],
  ['3 tỉ rưỡi', 3_500_000_000],
  ['1 tỷ 416 triệu 882 nghìn', 1_416_882_000],
  ['1 tỷ 416 triệu 882 nghìn 500 đồng', 1_416_882_500],
])('%s alone is read', (text, amount) => {
  expect(read([text])).toEqual([{ amount }]);
});

test.each([
  ['', 'amount.missing'],
  ['0', 'amount.missing'],
  ['-', 'amount.missing'],
  ['- ₫', 'amount.missing'],
  ['0,00', 'amount.missing'],
  ['1.5', 'amount.fraction'],
  ['1.234,5', 'amount.fraction'],
  ['1,0005 nghìn', 'amount.fraction'],
  ['50.00', 'amount.ambiguous'],
  ['1.500 triệu', 'amount.ambiguous'],
  ['1,500 nghìn', 'amount.ambiguous'],
  ['2tr50', 'amount.ambiguous'],
  ['(25,920,000)', 'amount.negative'],
  ['-10,275,000', 'amount.negative'],
  ['500.000-', 'amount.negative'],
  ['\u2212₫500.000', 'amount.negative'],
  ['7.40E+07', 'amount.rounded'],
  ['1,35e11', 'amount.rounded'],
  ['100 USD', 'amount.currency'],
  ['$20', 'amount.currency'],
  ['n/a', 'amount.unreadable'],
  ['--5', 'amount.unreadable'],
  ['12.34.567', 'amount.unreadable'],
  ['0912345678', 'amount.unreadable'],
  ['500.000.', 'amount.unreadable'],
  ['99.999.999.999.999.999', 'amount.unreadable'],
  ['1 tỷ 1416 triệu', 'amount.unreadable'],
  ['1 triệu 500 đồng', 'amount.unreadable'],
  ['5 triệu 2 tỷ', 'amount.unreadable'],
  // Two gifts in one cell are not one gift with their digits in a row.
  ['100\n200', 'amount.unreadable'],
  ['500.000\n200.000', 'amount.unreadable'],
] as const)('%s alone is a fault', (text, fault) => {
  expect(read([text])).toEqual([{ fault }]);
});

test('unit words with one mark follow the column where it decides', () => {
  expect(read(['1.500 triệu', '500.000'])?.[0]).toEqual({ amount: 1_500_000_000 });
  expect(read(['1.500 triệu', '500,000'])?.[0]).toEqual({ amount: 1_500_000 });
  expect(read(['1.500 triệu'], 1, 'dot')).toEqual([{ amount: 1_500_000_000 }]);
  expect(read(['1,107 tỷ', '500.000'])?.[0]).toEqual({ amount: 1_107_000_000 });
  expect(read(['1,107 tỷ', '500,000'])?.[0]).toEqual({ fault: 'amount.ambiguous' });
});

test.each(['hơn', 'gần', 'Khoảng', 'trên', 'ước', 'dưới', '~'])('%s makes an amount approximate', (word) => {
  expect(read([`${word} 200 triệu đồng`])).toEqual([{ amount: 200_000_000, approximate: true }]);
  expect(readTyped(`${word} 200 triệu`)).toBeUndefined();
});

test('a minus is taken in a column that has a sign', () => {
  expect(read(['-500.000', '(1.000.000)', '200.000', { number: '-5' }, '-'], 1, undefined, true)).toEqual([
    { amount: -500_000 },
    { amount: -1_000_000 },
    { amount: 200_000 },
    { amount: -5 },
    { fault: 'amount.missing' },
  ]);
});

test.each([
  ['180000', 1, { amount: 180_000 }],
  ['1.35E+11', 1, { amount: 135_000_000_000 }],
  ['180000.00000000003', 1, { amount: 180_000 }],
  ['179999.99999999997', 1, { amount: 180_000 }],
  ['180000.5', 1, { fault: 'amount.fraction' }],
  ['206.04000000000002', 1000, { amount: 206_040 }],
  ['5E-3', 1, { fault: 'amount.fraction' }],
  ['9007199254740993', 1, { fault: 'amount.unreadable' }],
  ['1E+400', 1, { fault: 'amount.unreadable' }],
  ['0', 1, { fault: 'amount.missing' }],
  ['-5', 1, { fault: 'amount.negative' }],
] as const)('a number stored as %s, in units of %s', (number, scale, result) => {
  expect(readAmount({ number }, { ...NO_MARK, scale })).toEqual(result);
});

test('what is neither text nor a number', () => {
  expect(readAmount({ formula: 'SUM(A1:A2)' }, NO_MARK)).toEqual({ fault: 'cell.formula' });
  expect(readAmount(undefined, NO_MARK)).toEqual({ fault: 'amount.missing' });
  // Seen by no first pass: not guessed.
  expect(readAmount('50.000', NO_MARK)).toEqual({ fault: 'amount.ambiguous' });
});

test('an amount typed at the prompt', () => {
  for (const [text, amount] of [
    ['1.500.000', 1_500_000],
    ['1,500,000', 1_500_000],
    ['500k', 500_000],
    ['1,5 triệu', 1_500_000],
    ['1.500,000', undefined],
    ['1.500 triệu', undefined],
    ['-5', undefined],
    ['5.00', undefined],
    ['0', undefined],
  ] as const)
    expect(readTyped(text), text).toBe(amount);
});

test.each([
  ['Đơn vị tính: nghìn đồng', 1000],
  ['Đơn vị tính/Unit: triệu đồng/VND million', 1_000_000],
  ['ĐVT: 1.000đ', 1000],
  ['Đvt: 1000 đồng', 1000],
  ['(đơn vị tính: 1.000.000 đồng)', 1_000_000],
  ['(triệu đồng)', 1_000_000],
  ['Số tiền (tr.đ)', 1_000_000],
  ['Số tiền\n(nghìn đồng)', 1000],
  ['Số tiền (ngđ)', 1000],
  ['Số tiền, tỷ đồng', 1_000_000_000],
  ['Unit: VND million', 1_000_000],
  ['Số tiền (đồng)', 1],
  ['Đơn vị tính: Đồng', 1],
  ['Số tiền', undefined],
  ['Tổng số tiền: 500 triệu đồng', undefined],
  ['Mức (1.000.000 đồng)', undefined],
  ['(Bằng chữ: Năm triệu đồng)', undefined],
  ['Đơn vị: Ngân hàng X', undefined],
  ['Đơn vị: Triệu Phong', undefined],
  ['Đơn vị: Đồng Nai', undefined],
  ['Đơn vị: Tr. Tiểu học', undefined],
  ['Mã đơn vị: 1000', undefined],
  ['ĐT: 0250-1000', undefined],
] as const)('the scale in "%s"', (text, scale) => {
  expect(scaleIn(text)).toBe(scale);
});

test.each([
  ['Số tiền (USD)', 'USD'],
  ['US$', 'USD'],
  ['$20', 'USD'],
  ['20 đô la', 'USD'],
  ['Ccy: EUR', 'EUR'],
  ['20€', 'EUR'],
  ['Loại tiền: VND', undefined],
  ['Euro Cửa Sổ', undefined],
  ['Hưng Yên', undefined],
] as const)('the currency in "%s"', (text, code) => {
  expect(foreignCurrency(text)).toBe(code);
});

const SAMPLE = new URL('../../../shared/data/vn-encodings/amount-and-date-variants', import.meta.url);

test.skipIf(!existsSync(new URL(`${SAMPLE.href}.csv`)))(
  'each row of the sample alone: its amount or a fault',
  () => {
    const rows: string[][] = parse(readFileSync(new URL(`${SAMPLE.href}.csv`)), { from_line: 2 });
    const expected = JSON.parse(readFileSync(new URL(`${SAMPLE.href}.expected.json`), 'utf8')) as {
      row: number;
      true_amount: number;
    }[];
    const faults: Record<number, string> = {};
    for (const { row, true_amount: amount } of expected) {
      const [result] = read([rows[row - 1]?.[3] ?? '']) ?? [];
      if (result !== undefined && 'amount' in result) expect(result, `row ${row}`).toEqual({ amount });
      else faults[row] = result?.fault ?? 'two readings';
    }
    expect(faults).toEqual({ 14: 'amount.negative', 15: 'amount.negative', 17: 'amount.rounded' });
  },
);

describe('for any amount', () => {
  const group = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);
  const amount = fc.integer({ min: 1000, max: 9_000_000_000_000 });
  /** A decimal of `power` places with no idle zeros. */
  const decimal = (value: number, power: number, mark: string, thousands = '') => {
    const digits = `${value}`.padStart(power + 1, '0');
    const tail = digits.slice(-power).replace(/0+$/, '');
    return group(digits.slice(0, -power), thousands) + (tail === '' ? '' : mark + tail);
  };

  test.each<[string, (value: number) => string]>([
    ['digits', (value) => `${value}`],
    ['dots', (value) => group(`${value}`, '.')],
    ['commas', (value) => group(`${value}`, ',')],
    ['blanks', (value) => group(`${value}`, '\u00a0')],
    ['a bank with dots', (value) => `${group(`${value}`, '.')},00`],
    ['a bank with commas', (value) => `${group(`${value}`, ',')}.00`],
    ['đ', (value) => `${group(`${value}`, '.')} đ`],
    ['₫', (value) => `₫${group(`${value}`, ',')}`],
    ['VND', (value) => `${group(`${value}`, ',')} VND`],
    ['text mark', (value) => `'${value}`],
  ])('written with %s it is read back', (_name, write) => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(read([write(value)])).toEqual([{ amount: value }]);
      }),
    );
  });

  test('written with unit words it is read back, or has two readings', () => {
    const units = [
      ['tỷ', 9],
      ['triệu', 6],
      ['tr', 6],
      ['nghìn', 3],
      ['k', 3],
    ] as const;
    fc.assert(
      fc.property(amount, fc.constantFrom(...units), fc.boolean(), (value, [word, power], grouped) => {
        const number = decimal(value, power, ',', grouped ? '.' : '');
        const [result] = read([`${number} ${word} đồng`]) ?? [];
        if (/^\d{1,3}[.,]\d{3}$/.test(number) && result !== undefined && 'fault' in result)
          expect(result).toEqual({ fault: 'amount.ambiguous' });
        else expect(result).toEqual({ amount: value });
      }),
    );
  });

  test('written as a compound, with a half, or as 2tr5 it is read back', () => {
    const part = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(part, part, part, fc.integer({ min: 1, max: 9 }), (ty, trieu, nghin, tenth) => {
        expect(read([`${ty} tỷ ${trieu} triệu ${nghin} nghìn`])).toEqual([
          { amount: ty * 1e9 + trieu * 1e6 + nghin * 1e3 },
        ]);
        expect(read([`${ty} tỷ rưỡi`])).toEqual([{ amount: ty * 1e9 + 5e8 }]);
        expect(read([`${trieu}tr${tenth}`])).toEqual([{ amount: trieu * 1e6 + tenth * 1e5 }]);
      }),
    );
  });

  test('stored as a double it is read back', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom<Scale>(1, 1000, 1_000_000), (value, scale) => {
        for (const number of [`${value / scale}`, (value / scale).toExponential()])
          expect(readAmount({ number }, { ...NO_MARK, scale }), number).toEqual({ amount: value });
      }),
    );
  });

  const scales = fc.constantFrom<Scale>(1, 1000, 1_000_000);
  const power = (scale: Scale) => `${scale}`.length - 1;
  /** One hand writes the whole column: one mark, idle zeros or none, now and then a bare figure. */
  const column = fc.record({
    values: fc.array(amount, { minLength: 1, maxLength: 12 }),
    scale: scales,
    mark: fc.constantFrom<[string, string]>(['.', ','], [',', '.']),
    idle: fc.boolean(),
  });
  const written = ({
    values,
    scale,
    mark: [thousands, point],
    idle,
  }: typeof column extends fc.Arbitrary<infer T> ? T : never) =>
    values.map((value) => {
      if (scale === 1) return group(`${value}`, thousands);
      const digits = `${value}`.padStart(power(scale) + 1, '0');
      const whole = group(digits.slice(0, -power(scale)), thousands);
      return idle
        ? whole + point + digits.slice(-power(scale))
        : decimal(value, power(scale), point, thousands);
    });

  test('a column in one hand is read as it was meant, or refused', () => {
    fc.assert(
      fc.property(column, (made) => {
        const meant = made.values.map((value) => ({ amount: value }));
        expect(read(written(made), made.scale) ?? meant).toEqual(meant);
      }),
      { numRuns: 500 },
    );
  });

  test('dots for commas and commas for dots change no amount', () => {
    const swap = (text: string) => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
    fc.assert(
      fc.property(column, (made) => {
        const cells = written(made);
        const decided = decide(cells, made.scale);
        const other = decide(cells.map(swap), made.scale);
        if (!('mark' in decided)) expect(other).toEqual({ dot: decided.comma, comma: decided.dot });
        else expect(read(cells.map(swap), made.scale)).toEqual(read(cells, made.scale));
      }),
      { numRuns: 500 },
    );
  });

  test('in đồng, where each cell is in a hand of its own, no cell is read as another amount', () => {
    const hands = fc.constantFrom<(value: number) => string>(
      (value) => `${value}`,
      (value) => group(`${value}`, '.'),
      (value) => group(`${value}`, ','),
      (value) => `${group(`${value}`, '.')},00`,
      (value) => `${group(`${value}`, ' ')} đ`,
      (value) => `${decimal(value, 6, ',')} triệu`,
      (value) => value.toExponential(2),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, hands), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(undefined, 'dot', 'comma'),
        (cells, given) => {
          const results = read(
            cells.map(([value, hand]) => hand(value)),
            1,
            given,
          );
          const other = (results ?? []).filter(
            (result, at) => 'amount' in result && result.amount !== cells[at]?.[0],
          );
          expect(other).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test('a total is told from a name that begins like one', () => {
  for (const label of [
    'Tổng cộng',
    'TỔNG CỘNG:',
    'Tổng cộng (59 khoản)',
    'Cộng',
    'Tổng số tiền: 5 người',
    'TONG CONG',
  ]) {
    expect(isTotalLabel(label), label).toBe(true);
  }
  for (const label of ['Total', 'Cong', 'Cộng Khoa Nội', 'Tổng CĐCS Bệnh viện A']) {
    expect(isTotalLabel(label), label).toBe(false);
    expect(mayBeTotalLabel(label), label).toBe(true);
  }
  for (const name of [
    'Tổng công ty Sonadezi',
    'Tổng Công ty Điện lực',
    'Cộng đồng người Việt',
    'Công ty Tổng Hợp',
    'Nguyễn Văn Công',
    'Công',
    'Cộng tác viên dân số',
  ]) {
    expect(isTotalLabel(name), name).toBe(false);
    expect(mayBeTotalLabel(name), name).toBe(false);
  }
});
