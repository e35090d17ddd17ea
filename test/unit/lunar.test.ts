import { expect, test } from 'vitest';
import { daysBetween, type Day } from '../../src/domain/day.ts';
import { lunarName, TET_YEARS, tetDay } from '../../src/domain/lunar.ts';
import { reckonTet } from '../support/lunar.ts';

const years = Array.from({ length: TET_YEARS.last - TET_YEARS.first + 1 }, (_, at) => TET_YEARS.first + at);
/** The zone that Vietnam's calendar was reckoned for: Beijing's own time, then UTC+8, then UTC+7. */
const zone = (year: number) => (year < 1929 ? 7 + 45.6667 / 60 : year < 1968 ? 8 : 7);

test.each([
  [2018, 'Mậu Tuất', '2018-02-16'],
  [2019, 'Kỷ Hợi', '2019-02-05'],
  [2020, 'Canh Tý', '2020-01-25'],
  [2021, 'Tân Sửu', '2021-02-12'],
  [2022, 'Nhâm Dần', '2022-02-01'],
  [2023, 'Quý Mão', '2023-01-22'],
  [2024, 'Giáp Thìn', '2024-02-10'],
  [2025, 'Ất Tỵ', '2025-01-29'],
  [2026, 'Bính Ngọ', '2026-02-17'],
  [2027, 'Đinh Mùi', '2027-02-06'],
  [2028, 'Mậu Thân', '2028-01-26'],
  [2029, 'Kỷ Dậu', '2029-02-13'],
  [2030, 'Canh Tuất', '2030-02-02'],
  [2031, 'Tân Hợi', '2031-01-23'],
  [2032, 'Nhâm Tý', '2032-02-11'],
  [2033, 'Quý Sửu', '2033-01-31'],
  [1900, 'Canh Tý', '1900-01-31'],
  [1968, 'Mậu Thân', '1968-01-29'],
  [1984, 'Giáp Tý', '1984-02-02'],
  [1985, 'Ất Sửu', '1985-01-21'],
])('Tet %i is %s, %s', (year, name, day) => {
  expect([lunarName(year), tetDay(year)]).toEqual([name, day]);
});

test('the table holds 1900–2100 and nothing else', () => {
  expect([TET_YEARS.first, TET_YEARS.last]).toEqual([1900, 2100]);
  expect([tetDay(1899), tetDay(2101)]).toEqual([undefined, undefined]);
});

test('every Tet lies within 21 January and 21 February, 353 to 385 days after the last', () => {
  const days = years.map((year) => tetDay(year) as Day);
  expect(days.filter((day) => day.slice(5) < '01-21' || day.slice(5) > '02-21')).toEqual([]);
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day));
  expect([...new Set(gaps)].toSorted((a, b) => a - b)).toEqual([353, 354, 355, 383, 384, 385]);
});

test('a second reckoning gives the same days', () => {
  const differing = years
    .map((year) => ({ year, table: tetDay(year), reckoned: reckonTet(year, zone(year)) }))
    .filter(({ table, reckoned }) => table !== reckoned);
  expect(differing).toEqual([]);
});

test('China differs in the years that are known, 2007 and 2030 among them', () => {
  const differing = years.filter((year) => year >= 1968 && reckonTet(year, 8) !== tetDay(year));
  expect(differing).toEqual([1968, 1969, 1985, 2007, 2030, 2053]);
  expect([reckonTet(2007, 8), reckonTet(2030, 8)]).toEqual(['2007-02-18', '2030-02-03']);
});

test("the platform's Chinese calendar is no help", () => {
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const isFirst = (day: string) => chinese.format(new Date(`${day}T00:00:00Z`)) === '1/1';
  expect(isFirst('2007-02-18')).toBe(true);
  expect(isFirst(tetDay(2007) ?? '')).toBe(false);
});
