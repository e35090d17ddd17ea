import { expect, test } from 'vitest';
import { asDong } from '../../src/domain/dong.ts';
import { Givers, type GiftRow } from '../../src/domain/gift.ts';
import { renderTable, PLAIN } from '../../src/render/text.ts';
import { vi } from '../../src/render/messages/vi.ts';
import { contributionReport } from '../../src/report/papers/contributions.ts';
import type { Day } from '../../src/domain/day.ts';

/** More than a call takes values. */
const MANY = 150_000;
const DAY = '2024-01-31' as Day;

test('a report of very many givers has a line for each', () => {
  function* gifts(): Iterable<GiftRow> {
    for (let entry = 1; entry <= MANY; entry++)
      yield {
        entry,
        line: 2,
        kind: 'contribution',
        day: DAY,
        ownDay: undefined,
        voucher: '',
        fund: 1,
        amount: asDong(1_000),
        reverses: undefined,
        gift: entry,
        refund: false,
        restriction: undefined,
        appeal: undefined,
        unit: undefined,
        donor: undefined,
        party: `NGUYEN VAN ${entry}`,
      };
  }
  const { lines, own } = contributionReport({
    letterhead: { language: 'vi', name: 'CD', above: '', town: '' },
    from: DAY,
    to: DAY,
    only: [],
    by: 'donor',
    gifts: gifts(),
    givers: new Givers([], new Set(), []),
    funds: [{ id: 1, code: 'XHTT', name: 'XHTT', kind: 'own', owner: '', purposes: [] }],
    units: [],
    appeals: [],
    officers: [],
  });
  expect(lines).toHaveLength(MANY);
  expect(own).toBe(MANY * 1_000);
});

test('a very long table is laid out as a short one is', () => {
  const rows = Array.from({ length: MANY }, (_, entry) => ({ kind: 'line' as const, cells: { entry } }));
  const text = renderTable(
    { name: 'entries', facts: {}, columns: [{ key: 'entry', type: 'count' }], rows },
    vi,
    PLAIN,
  );
  expect(text.split('\n').filter((line) => /^ *\d+$/.test(line))).toHaveLength(MANY);
});
