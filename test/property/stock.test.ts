import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../src/domain/day.ts';
import { asDong, type Dong } from '../../src/domain/dong.ts';
import {
  costOf,
  holdingOn,
  readSerials,
  stockFault,
  takeOut,
  writeSerials,
  type StockMove,
} from '../../src/domain/stock.ts';

// fast-check prints the seed and the smallest case of a property that fails.
const day = fc.integer({ min: 1, max: 28 }).map((date) => dayOf(2024, 1, date) ?? expect.fail('no such day'));
const wish = fc.record({
  day,
  quantity: fc.integer({ min: 1, max: 12 }),
  cost: fc.integer({ min: 0, max: 9_999_999 }).map(asDong),
  kind: fc.constantFrom('in' as const, 'out' as const, 'reverse' as const),
  which: fc.nat(),
});

type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

/** Does what may be done of a list of wishes, in any order of days, as the use cases do it. */
function play(wishes: readonly Wish[]): StockMove[] {
  const moves: StockMove[] = [];
  const reversed = new Set<StockMove>();
  for (const { kind, which, ...move } of wishes) {
    if (kind === 'out') {
      const out = takeOut(moves, move.day, move.quantity);
      if (!('fault' in out)) moves.push(out);
      continue;
    }
    const original = moves[which % Math.max(1, moves.length)];
    if (kind === 'reverse' && original !== undefined && !reversed.has(original)) {
      const back = { ...original, quantity: -original.quantity, cost: asDong(0 - original.cost) };
      if (stockFault(moves, back) !== undefined) continue;
      moves.push(back);
      reversed.add(original).add(back);
    } else if (kind === 'in') moves.push(move);
  }
  return moves;
}

test('on every day quantity and cost are whole and not below zero, and where no goods are left no cost is', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
      const moves = play(wishes);
      for (let date = 1; date <= 31; date++) {
        const { quantity, cost } = holdingOn(moves, dayOf(2024, 1, date) ?? expect.fail('no such day'));
        expect(Number.isSafeInteger(quantity) && Number.isSafeInteger(cost)).toBe(true);
        expect(quantity).toBeGreaterThanOrEqual(0);
        expect(cost).toBeGreaterThanOrEqual(0);
        if (quantity === 0) expect(cost).toBe(0);
      }
    }),
    { numRuns: 500 },
  );
});

test('what goes out and what is left is what came in, to the đồng; each cost is within half a đồng of the average', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ quantity: fc.integer({ min: 1, max: 50 }), cost: wish.map((each) => each.cost) }),
        {
          minLength: 1,
          maxLength: 10,
        },
      ),
      fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 60 }),
      (ins, outs) => {
        let held = { quantity: 0, cost: asDong(0) };
        for (const { quantity, cost } of ins)
          held = { quantity: held.quantity + quantity, cost: asDong(held.cost + cost) };
        const [all, given] = [held.cost, [] as Dong[]];
        for (const wished of outs) {
          const quantity = Math.min(wished, held.quantity);
          if (quantity === 0) break;
          const cost = costOf(held, quantity);
          const exact = 2n * BigInt(held.cost) * BigInt(quantity);
          const off = 2n * BigInt(cost) * BigInt(held.quantity) - exact;
          expect((off < 0n ? -off : off) <= BigInt(held.quantity)).toBe(true);
          given.push(cost);
          held = { quantity: held.quantity - quantity, cost: asDong(held.cost - cost) };
        }
        expect(given.reduce((sum, cost) => sum + cost, 0) + held.cost).toBe(all);
        if (held.quantity === 0) expect(held.cost).toBe(0);
      },
    ),
  );
});

test('a range of serials names each of its numbers once, with its zeros', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('A', 'VN', ''),
      fc.nat({ max: 900 }),
      fc.nat({ max: 99 }),
      (prefix, from, more) => {
        const name = (number: number) => `${prefix}${String(number).padStart(4, '0')}`;
        const serials = readSerials(`${name(from)}-${name(from + more)}`);
        expect(serials).toEqual(Array.from({ length: more + 1 }, (_, at) => name(from + at)));
        expect(readSerials(`${name(from)}, ${name(from)}`)).toBeUndefined();
        if (more > 0) expect(readSerials(`${name(from + more)}-${name(from)}`)).toBeUndefined();
      },
    ),
  );
});

test('serials are written so that they read as they were, runs of them as ranges', () => {
  const serial = fc
    .tuple(
      fc.constantFrom('', 'A', 'PH/', 'B2.'),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 2, max: 4 }),
    )
    .map(([letters, number, width]) => `${letters}${String(number).padStart(width, '0')}`);
  fc.assert(
    fc.property(fc.uniqueArray(serial, { minLength: 1, maxLength: 40 }), (serials) => {
      expect(readSerials(writeSerials(serials))).toEqual(serials);
    }),
  );
  expect(writeSerials(readSerials('A001-A344, B7, B9') ?? [])).toBe('A001-A344, B7, B9');
});
