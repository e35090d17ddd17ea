import { expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { appealUnits } from '../../src/report/papers/appeal-units.ts';

test('a book without appeals has one sheet that says so, not a file without pages', () => {
  const { paper, appeals } = appealUnits({
    letterhead: { above: '', name: 'Công đoàn cơ sở', town: 'Nam Sơn', language: 'vi' },
    asOf: '2024-06-30' as Day,
    appeals: [],
    officers: [],
  });
  expect(appeals).toEqual([]);
  expect(paper.sheets).toHaveLength(1);
  expect(paper.sheets[0]?.blocks.at(-1)).toMatchObject({ kind: 'note', line: { line: 'noneOpen' } });
});
