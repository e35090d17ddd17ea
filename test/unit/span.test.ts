import { expect, test } from 'vitest';
import { monthsOf, readSpan, spanDays } from '../../src/domain/span.ts';

test.each([
  ['2024-01', '2024-01', '2024-01-01', '2024-01-31'],
  ['1/2024', '2024-01', '2024-01-01', '2024-01-31'],
  ['2024-Q1', '2024-Q1', '2024-01-01', '2024-03-31'],
  ['q4/2024', '2024-Q4', '2024-10-01', '2024-12-31'],
  ['quý 3/2024', '2024-Q3', '2024-07-01', '2024-09-30'],
  ['Quy 2 nam 2024', '2024-Q2', '2024-04-01', '2024-06-30'],
  ['2024-H2', '2024-H2', '2024-07-01', '2024-12-31'],
  ['6 tháng đầu năm 2024', '2024-H1', '2024-01-01', '2024-06-30'],
  ['6 thang cuoi nam 2024', '2024-H2', '2024-07-01', '2024-12-31'],
  ['2024', '2024', '2024-01-01', '2024-12-31'],
  ['năm 2024', '2024', '2024-01-01', '2024-12-31'],
  ['2023-12..2024-02', '2023-12..2024-02', '2023-12-01', '2024-02-29'],
  ['07/2023..06/2024', '2023-07..2024-06', '2023-07-01', '2024-06-30'],
  ['2024-05..2024-05', '2024-05', '2024-05-01', '2024-05-31'],
])('%s is %s', (typed, label, from, to) => {
  const span = readSpan(typed);
  expect(span?.label).toBe(label);
  expect(span && spanDays(span)).toEqual({ from, to });
  // A label reads back as itself.
  expect(readSpan(label)).toEqual(span);
});

test.each([
  '2024-13',
  '2024-Q5',
  '2024-Q0',
  '2024-H3',
  'H3/2024',
  '1899',
  '2024-02..2024-01',
  '2024..2025',
  '2024-01..',
  'quý 5/2024',
  'năm nay',
  '',
])('%s is no span', (typed) => {
  expect(readSpan(typed)).toBeUndefined();
});

test('a Tet season has its months in order over the year’s end', () => {
  const span = readSpan('2023-11..2024-02');
  expect(span && monthsOf(span)).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
});
