import { expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { readContributions } from '../../src/intake/contribution.ts';
import { openList } from '../../src/intake/open.ts';

const LIMITS = { first: '2024-01-01' as Day, today: '2024-11-30' as Day };

// Lines that are no data are remembered from one reading to the next, unless they are very many: either way the same list.
test.each([20, 12_000])('gifts between %i page rows are all read, and nothing else', async (pages) => {
  const rows = Array.from({ length: pages }, (_, at) => `Trang ${at + 1},,\n01/02/2024,An ${at},100.000\n`);
  const text = `Ngày,Người ủng hộ,Số tiền\n${rows.join('')}`;
  const list = await openList({ name: 'a.csv', bytes: Buffer.from(text) }, {});
  const gifts = await readContributions(list, LIMITS, undefined);
  expect(gifts.total).toBe(100_000 * pages);
  expect(gifts.reader.reading().skipped).toEqual({ titles: 0, pages, totals: 0 });
  const donors: string[] = [];
  for await (const batch of gifts.rows()) donors.push(...batch.map(({ donor }) => donor));
  expect(donors).toEqual(Array.from({ length: pages }, (_, at) => `An ${at}`));
});
