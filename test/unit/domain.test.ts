import { describe, expect, test } from 'vitest';
import {
  dayBefore,
  lastDay,
  nextMonth,
  readDay,
  readMonth,
  type Day,
  type Month,
} from '../../src/domain/day.ts';
import { asDong, readDigits } from '../../src/domain/dong.ts';
import { magnitudeSuspects } from '../../src/domain/magnitude.ts';
import { fold, sortKey } from '../../src/domain/name.ts';
import { formatDong } from '../../src/render/figures.ts';
import { widthOf } from '../../src/render/width.ts';

describe('day', () => {
  test.each([
    ['24/09/2024', '2024-09-24'],
    ['4/9/2024', '2024-09-04'],
    ['04-09-2024', '2024-09-04'],
    ['4.9.2024', '2024-09-04'],
    ['2024-09-04', '2024-09-04'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each(['24/9/202024', '09/24/2024', '29/02/2023', '31/04/2024', '00/00/0000', '24/9/24', '45561', ''])(
    '%s is no day',
    (text) => {
      expect(readDay(text)).toBeUndefined();
    },
  );

  test('months and their ends', () => {
    expect(readMonth('02/2024')).toBe('2024-02');
    expect(readMonth('2024-13')).toBeUndefined();
    expect(lastDay('2024-02' as Month)).toBe('2024-02-29');
    expect(nextMonth('2024-12' as Month)).toBe('2025-01');
    expect(dayBefore('2024-01-01' as Day)).toBe('2023-12-31');
    expect(dayBefore('2024-03-01' as Day)).toBe('2024-02-29');
  });
});

describe('dong', () => {
  test('is whole and safe, or nothing', () => {
    expect(readDigits('9007199254740991')).toBe(9007199254740991);
    expect(readDigits('9007199254740992')).toBeUndefined();
    expect(readDigits('1.5')).toBeUndefined();
    expect(readDigits('')).toBeUndefined();
    expect(() => asDong(0.5)).toThrow(RangeError);
  });

  test('is printed as each language does', () => {
    expect(formatDong(1416882, 'vi')).toBe('1.416.882');
    expect(formatDong(-143410000, 'en')).toBe('-143,410,000');
    expect(formatDong(999, 'vi')).toBe('999');
  });
});

describe('name', () => {
  test('folds marks, đ, the confused ð, tone places and blanks', () => {
    expect(fold('  NGUYỄN  Thị Ánh ')).toBe('nguyen thi anh');
    expect(fold('Ðặng Đức')).toBe('dang duc');
    expect(fold('Hoà')).toBe(fold('Hòa'));
    expect(fold('hủy'.normalize('NFD'))).toBe(fold('hủy'));
  });

  test('sorts by given name, then middle names, then surname, letters before tones', () => {
    const names = [
      'Trần Văn Đào',
      'Lê An',
      'Nguyễn Thị Ánh',
      'Phạm Anh',
      'Đỗ Ân',
      'Lê Ấn',
      'Vũ Thị Dương',
      'Hoàng Văn Đặng',
    ];
    const sorted = names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(sorted).toEqual([
      'Lê An',
      'Phạm Anh',
      'Nguyễn Thị Ánh',
      'Đỗ Ân',
      'Lê Ấn',
      'Vũ Thị Dương',
      'Trần Văn Đào',
      'Hoàng Văn Đặng',
    ]);
  });

  test('takes its width on a terminal from letters, not code points', () => {
    expect(widthOf('Nguyễn Thị Ánh')).toBe(14);
    expect(widthOf('Nguyễn Thị Ánh'.normalize('NFD'))).toBe(14);
    expect(widthOf('東京')).toBe(4);
  });
});

test('an amount a thousand times too small among its neighbours is suspect; uneven large ones are not', () => {
  const list = [215_125_000, 143_410_000, 180_000_000, 1_416_882, 87_300_500].map(asDong);
  expect(magnitudeSuspects(list)).toEqual([3]);
  expect(magnitudeSuspects([100, 200_000, 300_000].map(asDong))).toEqual([0]);
});
