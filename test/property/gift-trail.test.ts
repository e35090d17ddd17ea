import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../src/domain/day.ts';
import { asDong, negate, sum } from '../../src/domain/dong.ts';
import { giftTrail, type FundMove } from '../../src/domain/gift-trail.ts';

// fast-check prints the seed and the smallest case of a property that fails.

const day = (number: number) => dayOf(2024, 1, number) ?? ('' as never);

const step = fc.oneof(
  fc.record({
    verb: fc.constantFrom('in' as const, 'out' as const),
    fund: fc.integer({ min: 1, max: 2 }),
    day: fc.integer({ min: 1, max: 28 }),
    amount: fc.integer({ min: 1, max: 90 }),
    restriction: fc.constantFrom(undefined, undefined, 'purpose=home', 'unit=BVA'),
    appeal: fc.constantFrom(undefined, undefined, 'baolu'),
    part: fc.constantFrom(undefined, 'a/1', 'b/1'),
  }),
  fc.record({
    verb: fc.constantFrom('reverse' as const, 'clear' as const, 'return' as const),
    of: fc.nat(20),
    day: fc.integer({ min: 1, max: 28 }),
    amount: fc.integer({ min: 1, max: 90 }),
  }),
);

/** Moves as a book has them: what takes back names an entry that is there, and takes no more than stands. */
function movesOf(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): FundMove[] {
  const moves: FundMove[] = [];
  const stands = new Map<number, number>();
  const reversed = new Set<number>();
  for (const [at, each] of steps.entries()) {
    const entry = at + 1;
    if (each.verb === 'in' || each.verb === 'out') {
      const { verb, fund, amount, restriction, appeal } = each;
      const part = verb === 'out' ? each.part : undefined;
      moves.push({
        entry,
        line: 1,
        way: verb,
        fund,
        amount: asDong(amount),
        day: day(each.day),
        restriction,
        appeal,
        part,
      });
      stands.set(entry, amount);
      continue;
    }
    const of = moves[each.of % Math.max(1, moves.length)];
    if (of === undefined || reversed.has(of.entry) || of.reverses !== undefined) continue;
    const base = { entry, line: 1, day: day(each.day), fund: of.fund, way: of.way };
    const { restriction, appeal, part } = of;
    if (each.verb === 'reverse') {
      // A gift of which something was refunded is not reversed as a whole; a refund may be.
      if (of.amount > 0 && stands.get(of.entry) !== of.amount) continue;
      reversed.add(of.entry);
      moves.push({ ...base, amount: negate(of.amount), reverses: of.entry, restriction, appeal, part });
      const first = of.clears ?? of.entry;
      stands.set(first, (stands.get(first) ?? 0) - of.amount);
      continue;
    }
    const left = stands.get(of.entry) ?? 0;
    if (of.amount < 0 || left <= 0) continue;
    const amount = Math.min(left, each.amount);
    moves.push({ ...base, amount: asDong(-amount), clears: of.entry, restriction, appeal, part });
    stands.set(of.entry, left - amount);
  }
  return moves;
}

test('every đồng of every gift is in a trail or left, no payment is made of more than it is, and the funds agree', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
      const moves = movesOf(steps);
      const trail = giftTrail(moves);
      for (const { move, stands, left } of trail.gifts) {
        const used = sum(trail.pieces.filter(({ gift }) => gift === move).map(({ amount }) => amount));
        expect(left).toBeGreaterThanOrEqual(0);
        expect(used + left).toBe(stands);
      }
      for (const { move, stands, uncovered } of trail.uses) {
        const made = sum(trail.pieces.filter(({ use }) => use === move).map(({ amount }) => amount));
        expect(uncovered).toBeGreaterThanOrEqual(0);
        expect(made + uncovered).toBe(stands);
      }
      for (const { gift, use, amount } of trail.pieces) {
        expect(amount).toBeGreaterThan(0);
        expect(gift.fund).toBe(use.fund);
        // What a giver set apart goes to nothing else.
        if (gift.restriction !== undefined) expect(use.restriction).toBe(gift.restriction);
      }
      for (const fund of [1, 2]) {
        const booked = sum(
          moves
            .filter((move) => move.fund === fund)
            .map(({ way, amount }) => (way === 'in' ? amount : negate(amount))),
        );
        const left = sum(trail.gifts.filter(({ move }) => move.fund === fund).map((each) => each.left));
        const open = sum(trail.uses.filter(({ move }) => move.fund === fund).map((each) => each.uncovered));
        expect(left - open).toBe(booked);
      }
      // The order in which moves are read changes nothing.
      expect(giftTrail(moves.toReversed())).toEqual(trail);
    }),
  );
});

test('what was taken back is in no trail', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
      const moves = movesOf(steps);
      const trail = giftTrail(moves);
      const gone = new Set(
        moves
          .filter(({ reverses, amount }) => reverses !== undefined && amount < 0)
          .map(({ reverses }) => reverses),
      );
      for (const { gift, use } of trail.pieces) {
        expect(gone.has(gift.entry)).toBe(false);
        expect(gone.has(use.entry)).toBe(false);
      }
    }),
  );
});

test('money is used in the order in which it came in', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), amount: fc.integer({ min: 1, max: 50 }) }), {
        maxLength: 10,
      }),
      fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), amount: fc.integer({ min: 1, max: 50 }) }), {
        maxLength: 10,
      }),
      (gifts, uses) => {
        const move = (way: 'in' | 'out', entry: number, each: { day: number; amount: number }): FundMove => ({
          way,
          entry,
          line: 1,
          fund: 1,
          day: day(each.day),
          amount: asDong(each.amount),
        });
        const trail = giftTrail([
          ...gifts.map((each, at) => move('in', at + 1, each)),
          ...uses.map((each, at) => move('out', 100 + at, each)),
        ]);
        // Nothing of a later gift is used while something of an earlier one is left.
        const firstLeft = trail.gifts.findIndex(({ left }) => left > 0);
        const untouched = firstLeft < 0 ? [] : trail.gifts.slice(firstLeft + 1);
        for (const { stands, left } of untouched) expect(left).toBe(stands);
      },
    ),
  );
});

test('money set apart for an appeal or an aim pays what names it first; the rest is in the order of receipt', () => {
  const base = { line: 1, fund: 1 } as const;
  const trail = giftTrail([
    { ...base, way: 'in', entry: 1, day: day(1), amount: asDong(100) },
    { ...base, way: 'in', entry: 2, day: day(2), amount: asDong(50), restriction: 'purpose=home' },
    { ...base, way: 'in', entry: 3, day: day(3), amount: asDong(40), appeal: 'baolu' },
    {
      ...base,
      way: 'out',
      entry: 4,
      day: day(4),
      amount: asDong(30),
      restriction: 'purpose=home',
      part: 'h/1',
    },
    { ...base, way: 'out', entry: 5, day: day(5), amount: asDong(60) },
    { ...base, way: 'out', entry: 6, day: day(6), amount: asDong(45), appeal: 'baolu' },
    { ...base, way: 'out', entry: 7, day: day(7), amount: asDong(-10), clears: 5 },
  ]);
  expect(trail.pieces.map(({ gift, use, amount }) => [gift.entry, use.entry, amount])).toEqual([
    [1, 5, 50],
    [1, 6, 5],
    [2, 4, 30],
    [3, 6, 40],
  ]);
  expect(trail.gifts.map(({ left }) => left)).toEqual([45, 20, 0]);
});
