import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asDong } from '../../src/domain/dong.ts';
import { told, toldBelow, type Coarseness } from '../../src/domain/rounding.ts';
import { moneyEn, moneyVi } from '../../src/render/papers/term.ts';

const amount = fc
  .oneof(
    fc.integer({ min: 0, max: 2_000_000 }),
    fc.integer({ min: 0, max: 3_000 }).map((each) => each * 100_000),
    fc.integer({ min: 0, max: 9_000_000 }).map((each) => each * 1_000_000),
    fc.maxSafeInteger().map((each) => Math.abs(each) % 9_000_000_000_000_000),
  )
  .map(asDong);
const how = fc.constantFrom<Coarseness>('fine', 'lead');

/** What a reader takes an amount in words for, without the program: its đồng, and whether it says there is more. */
function readBack(words: string): { atLeast: bigint; more: boolean } {
  const [, hơn, figure = '', unit] = /^(hơn )?([\d.,]+) (?:(triệu|tỷ) )?đồng$/.exec(words) ?? [];
  expect(figure, words).not.toBe('');
  const [whole = '', part = ''] = figure.split(',');
  expect(part.length).toBeLessThanOrEqual(2);
  const digits = BigInt(whole.replaceAll('.', '') + part.padEnd(2, '0'));
  const scale = unit === 'tỷ' ? 10_000_000n : unit === 'triệu' ? 10_000n : 0n;
  return { atLeast: scale === 0n ? digits / 100n : digits * scale, more: hơn !== undefined };
}

test('an amount in words is never more than it is, and says so where it is less', () => {
  fc.assert(
    fc.property(amount, how, (dong, coarse) => {
      const { atLeast, more } = readBack(moneyVi(dong, coarse));
      expect(more ? atLeast < BigInt(dong) : atLeast === BigInt(dong)).toBe(true);
    }),
  );
});

test('what the words leave open is bounded: the amount is below the next larger one that would be told', () => {
  fc.assert(
    fc.property(amount, how, (dong, coarse) => {
      const next = toldBelow(dong, coarse);
      expect(dong).toBeLessThan(next);
      const { floor } = told(dong, coarse);
      // A reader is never off by more than a hundredth of what he reads, or by half of a headline.
      const open = next - floor;
      if (dong >= 1_000_000)
        expect(open).toBeLessThanOrEqual(coarse === 'fine' ? Math.max(floor / 10, 1) : floor);
    }),
  );
});

test('a larger amount is never told as less', () => {
  fc.assert(
    fc.property(amount, amount, how, (a, b, coarse) => {
      const [small, large] = a < b ? [a, b] : [b, a];
      expect(told(small, coarse).floor).toBeLessThanOrEqual(told(large, coarse).floor);
    }),
  );
});

test.each([
  [181_000_000, 'fine', '181 triệu đồng', '181 million VND'],
  [181_000_001, 'fine', 'hơn 181 triệu đồng', 'more than 181 million VND'],
  [181_999_999, 'fine', 'hơn 181 triệu đồng', 'more than 181 million VND'],
  [24_500_000, 'fine', '24,5 triệu đồng', '24.5 million VND'],
  [206_000_000, 'lead', 'hơn 200 triệu đồng', 'more than 200 million VND'],
  [200_000_000, 'lead', '200 triệu đồng', '200 million VND'],
  [2_270_495_000, 'fine', 'hơn 2,27 tỷ đồng', 'more than 2.27 billion VND'],
  [1_000_000_000, 'fine', '1 tỷ đồng', '1 billion VND'],
  [999_999_999, 'fine', 'hơn 999 triệu đồng', 'more than 999 million VND'],
  [500_000, 'lead', '500.000 đồng', '500,000 VND'],
  [1_416_882_000_000, 'fine', 'hơn 1.416,88 tỷ đồng', 'more than 1,416.88 billion VND'],
] as const)('%i (%s) is %s', (dong, coarse, vi, en) => {
  expect(moneyVi(asDong(dong), coarse)).toBe(vi);
  expect(moneyEn(asDong(dong), coarse)).toBe(en);
});
