import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publish } from '../../src/domain/suppression.ts';

const least = fc.integer({ min: 2, max: 8 });
const table = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 40 })), {
    minLength: 1,
    maxLength: 7,
  })
  .map((counts) => new Map(counts.map((count, at) => [`U${at}`, count])));

/** Every value that one of some hidden counts may have, given their sum and that none is above `most`: tried one by one. */
function possible(cells: number, sum: number, most: number): number[] {
  const reachable = (left: number, of: number): boolean => of >= 0 && of <= left * most;
  const values: number[] = [];
  for (let value = 0; value <= Math.min(sum, most); value += 1) {
    if (reachable(cells - 1, sum - value)) values.push(value);
  }
  return values;
}

test('what is shown is true, and with the rest it adds up to the total', () => {
  fc.assert(
    fc.property(table, least, (counts, k) => {
      const { shown, together, rest } = publish(counts, k);
      for (const [key, count] of shown) expect(count).toBe(counts.get(key));
      expect([...shown.keys(), ...together].toSorted()).toEqual([...counts.keys()].toSorted());
      const hidden = together.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
      if (rest !== undefined) expect(rest).toBe(hidden);
    }),
  );
});

test('no group under the least is shown, alone or as the rest', () => {
  fc.assert(
    fc.property(table, least, (counts, k) => {
      const { shown, together, rest } = publish(counts, k);
      for (const count of shown.values()) expect(count === 0 || count >= k).toBe(true);
      if (rest !== undefined && together.length > 0) expect(rest).toBeGreaterThanOrEqual(k);
    }),
  );
});

test('nobody who has the table and its total can tell a hidden count to fewer values than the least', () => {
  fc.assert(
    fc.property(table, least, (counts, k) => {
      const { shown, together, rest } = publish(counts, k);
      if (together.length === 0 || rest === undefined) return;
      // The attacker subtracts what is shown from the total, and tries every value that fits.
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const left = total - [...shown.values()].reduce((sum, count) => sum + count, 0);
      expect(left).toBe(rest);
      for (const key of together) {
        const values = possible(together.length, left, left);
        expect(values).toContain(counts.get(key));
        expect(values.length).toBeGreaterThanOrEqual(k);
      }
    }),
    { numRuns: 500 },
  );
});

test('nor can who knows the rule, that the smallest are put together', () => {
  fc.assert(
    fc.property(table, least, (counts, k) => {
      const { shown, together, rest } = publish(counts, k);
      if (together.length === 0 || rest === undefined || shown.size === 0) return;
      const most = Math.min(...shown.values());
      for (const key of together) {
        const values = possible(together.length, rest, most);
        expect(values).toContain(counts.get(key));
        expect(values.length).toBeGreaterThanOrEqual(k);
      }
    }),
    { numRuns: 500 },
  );
});

test('a total under the least is told nowhere', () => {
  fc.assert(
    fc.property(table, least, (counts, k) => {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const { shown, rest, together } = publish(counts, k);
      if (total === 0 || total >= k) return;
      expect(rest).toBeUndefined();
      expect(shown.size).toBe(0);
      expect(together.length).toBe(counts.size);
    }),
  );
});

test('what is large enough stays as it is', () => {
  const counts = new Map([
    ['A', 12],
    ['B', 0],
    ['C', 7],
  ]);
  expect(publish(counts, 5)).toEqual({ shown: counts, together: [], rest: 0 });
});

test('one small group takes the next larger one with it, for the total would tell it', () => {
  const { shown, together, rest } = publish(
    new Map([
      ['A', 3],
      ['B', 8],
      ['C', 30],
    ]),
    5,
  );
  expect([...shown.keys()]).toEqual(['C']);
  expect(together).toEqual(['A', 'B']);
  expect(rest).toBe(11);
});

test('a single group that is too small is told nowhere, and one that is large enough is', () => {
  expect(publish(new Map([['A', 4]]), 5)).toEqual({ shown: new Map(), together: ['A'], rest: undefined });
  expect(publish(new Map([['A', 5]]), 5).shown).toEqual(new Map([['A', 5]]));
});
