import { expect, test } from 'vitest';
import { namedBy } from '../../src/domain/named.ts';

const named = namedBy({ names: ['Nguyễn Thị Hòa'], numbers: ['0912 345 678', '12'] });

test.each([
  ['Chi cho Nguyễn Thị Hòa', 'sure'],
  ['Nguyễn Thị Hoà ở Bệnh viện A', 'sure'],
  ['NGUYỄN THỊ HÒA', 'sure'],
  ['Nguyễn Thị Hòa, Lê Văn Bình', 'sure'],
  ['Nguyễn Thị Hòa. Lê Văn Bình', 'sure'],
  ['Mẹ chị Nguyễn Thị Hòa ốm', 'sure'],
  ['CK tu 0912345678', 'sure'],
  ['Nguyễn Thị Hoa', 'like'],
  ['Nguyễn Thị Hòa Lan', 'like'],
  ['Nguyễn Thị Hoa Lan', 'like'],
  ['NGUYEN THI HOA CT', 'like'],
  ['Nguyễn Thị Hoàng', 'no'],
  ['Thị Hòa', 'no'],
  ['12', 'no'],
  ['', 'no'],
] as const)('%s: %s', (text, how) => {
  expect(named(text)).toBe(how);
});
