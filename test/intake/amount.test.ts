import { describe, expect, test } from 'vitest';
import { readAmount, readTyped, thousandsOf } from '../../src/intake/amount.ts';
import { isTotalLabel } from '../../src/intake/labels.ts';

describe('the thousands mark belongs to the column', () => {
  test.each([
    [['100.000', '1.416.882 đồng', '500'], { mark: 'dot' }],
    [['50,000', '1,000,000', '7'], { mark: 'comma' }],
    [['100000', '5'], { mark: 'none' }],
    [['1.500', '2,500', '3.500.000'], { dot: 2, comma: 1 }],
  ])('%j', (cells, decided) => {
    expect(thousandsOf(cells)).toEqual(decided);
  });
});

test.each([
  ['100.000', 'dot', 100_000],
  ['25.430.000,00', 'dot', 25_430_000],
  ['5,000,000.00', 'comma', 5_000_000],
  ['35.300.000 đ', 'dot', 35_300_000],
  ['500.000.000đ', 'dot', 500_000_000],
  ['300,000 VND', 'comma', 300_000],
  ['100\u00a0000\u00a0000', 'none', 100_000_000],
  ['1.500.000 VNĐ.', 'dot', 1_500_000],
] as const)('%s is read', (text, mark, amount) => {
  expect(readAmount(text, mark)).toEqual({ amount });
});

test.each([
  ['', 'dot', 'amount.missing'],
  ['0', 'none', 'amount.missing'],
  ['1.5', 'dot', 'amount.fraction'],
  ['1.234,5', 'dot', 'amount.unreadable'],
  ['1,234', 'dot', 'amount.fraction'],
  ['(25,920,000)', 'comma', 'amount.negative'],
  ['-10,275,000', 'comma', 'amount.negative'],
  ['7.40E+07', 'none', 'amount.unreadable'],
  ['500k', 'none', 'amount.unreadable'],
  ['1,5 triệu', 'none', 'amount.unreadable'],
  ['12.34.567', 'dot', 'amount.unreadable'],
  ['99.999.999.999.999.999', 'dot', 'amount.unreadable'],
] as const)('%s is refused', (text, mark, fault) => {
  expect(readAmount(text, mark)).toEqual({ fault });
});

test('a number of Excel is taken as it is, and never a fraction of it', () => {
  expect(readAmount(180_000_000, 'dot')).toEqual({ amount: 180_000_000 });
  expect(readAmount(180.5, 'none')).toEqual({ fault: 'amount.fraction' });
  expect(readAmount({ formula: 'SUM(A1:A2)' }, 'none')).toEqual({ fault: 'cell.formula' });
});

test('an amount typed at the prompt', () => {
  expect(readTyped('1.500.000')).toBe(1_500_000);
  expect(readTyped('1,500,000')).toBe(1_500_000);
  expect(readTyped('1.500,000')).toBeUndefined();
  expect(readTyped('-5')).toBeUndefined();
});

test('a total is told from a name that begins like one', () => {
  for (const label of [
    'Tổng cộng',
    'TỔNG CỘNG:',
    'Tổng cộng (59 khoản)',
    'Cộng',
    'Tổng số tiền: 5 người',
    'Total',
  ]) {
    expect(isTotalLabel(label), label).toBe(true);
  }
  for (const name of [
    'Tổng công ty Sonadezi',
    'Tổng Công ty Điện lực',
    'Cộng đồng người Việt',
    'Công ty Tổng Hợp',
  ]) {
    expect(isTotalLabel(name), name).toBe(false);
  }
});
