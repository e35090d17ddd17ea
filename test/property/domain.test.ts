import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, readDay } from '../../src/domain/day.ts';
import { allocate, asDong, sum } from '../../src/domain/dong.ts';
import { reversalOf, unbalancedFunds, type Posting } from '../../src/domain/entry.ts';
import { canonical } from '../../src/domain/form.ts';
import type { Fund } from '../../src/domain/fund.ts';
import { Prints } from '../../src/domain/overlap.ts';
import { readTyped } from '../../src/intake/amount.ts';
import { formatDong } from '../../src/render/figures.ts';

// fast-check prints the seed and the smallest case of a property that fails.
const dong = fc.integer({ min: 0, max: 9_000_000_000_000 }).map(asDong);

test('shares add up to what is shared, and each is within one đồng of its part', () => {
  fc.assert(
    fc.property(
      dong,
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }),
      (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const shares = allocate(total, weights);
        expect(sum(shares)).toBe(total);
        const all = BigInt(weights.reduce((a, b) => a + b, 0));
        for (const [at, share] of shares.entries()) {
          const exact = (BigInt(total) * BigInt(weights[at] ?? 0)) / all;
          expect(BigInt(share) - exact === 0n || BigInt(share) - exact === 1n).toBe(true);
        }
      },
    ),
  );
});

test('an amount printed in either language is read back', () => {
  fc.assert(
    fc.property(dong, (amount) => {
      fc.pre(amount > 0);
      expect(readTyped(formatDong(amount, 'vi'))).toBe(amount);
      expect(readTyped(formatDong(amount, 'en'))).toBe(amount);
      expect(readTyped(`${formatDong(amount, 'vi')} đồng`)).toBe(amount);
    }),
  );
});

test('every day of the calendar is read back from both writings, and no other is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
      (year, month, day) => {
        const made = dayOf(year, month, day);
        const real = new Date(Date.UTC(year, month - 1, day));
        const exists =
          month >= 1 && month <= 12 && real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
        expect(made !== undefined).toBe(exists);
        if (made !== undefined) {
          expect(readDay(made)).toBe(made);
          expect(readDay(`${day}/${month}/${year}`)).toBe(made);
        }
      },
    ),
  );
});

test('two different rows never have one canonical text', () => {
  const field = fc.oneof(
    fc.string({ unit: fc.constantFrom(';', ':', '-', '1', '2', 'a', ',') }),
    fc.nat(12),
    fc.constant(undefined),
  );
  const row = fc.array(field, { maxLength: 5 });
  fc.assert(
    fc.property(row, row, (a, b) => {
      const text = (fields: typeof a) =>
        fields.map((each) => (each === undefined ? undefined : String(each)));
      const same =
        JSON.stringify(text(a).map((x) => x ?? null)) === JSON.stringify(text(b).map((x) => x ?? null)) &&
        a.length === b.length;
      expect(canonical('row', a) === canonical('row', b)).toBe(same);
    }),
    { numRuns: 2000 },
  );
});

/** Prints of 16 bytes; the first two rows begin alike, and would lie in one place. */
const printOf = (row: string) =>
  Buffer.alloc(16)
    .fill(row < 'c' ? 'x' : row, 0, 4)
    .fill(row, 4);

test('what a list has beyond an earlier one is the list less the earlier rows, each counted', () => {
  const rows = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(rows, rows, (list, earlier) => {
      const prints = new Prints();
      for (const row of list) prints.push(printOf(row));
      const taken = prints.beyond(earlier.map(printOf));
      const fresh = list.filter((_, at) => taken[at] === 1);
      for (const row of ['a', 'b', 'c', 'd']) {
        const count = (of: readonly string[]) => of.filter((each) => each === row).length;
        expect(count(fresh)).toBe(Math.max(0, count(list) - count(earlier)));
      }
    }),
  );
});

test('a reversal leaves nothing of an entry, and balances where it did', () => {
  const fund = (code: string): Fund => ({ id: 1, code, name: code, kind: 'own', owner: '', purposes: [] });
  const posting = fc.record({
    fund: fc.constantFrom(fund('A'), fund('B')),
    role: fc.constant('cash' as const),
    side: fc.constantFrom('debit' as const, 'credit' as const),
    amount: fc.integer({ min: 1, max: 1_000_000 }).map(asDong),
  });
  fc.assert(
    fc.property(fc.array(posting, { maxLength: 8 }), (postings: Posting[]) => {
      expect(unbalancedFunds([...postings, ...reversalOf(postings)])).toEqual([]);
      expect(unbalancedFunds(reversalOf(postings))).toEqual(unbalancedFunds(postings));
    }),
  );
});
