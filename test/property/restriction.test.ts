import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../src/domain/day.ts';
import { asDong, negate, sum } from '../../src/domain/dong.ts';
import { leastEver, RestrictedMoney, type RestrictedMove } from '../../src/domain/restriction.ts';
import { Stage } from '../support/play.ts';

// fast-check prints the seed and the smallest case of a property that fails.

const day = (number: number) => dayOf(2024, 1, number) ?? ('' as never);
const AIM = { case: 'home-2024/0001', unit: 'BVA', purpose: 'home' } as const;

test('a payment on any day draws the most special money first, and no restriction ever falls below zero', () => {
  const gift = fc.record({
    restriction: fc.constantFrom('purpose=home', 'unit=BVA', 'unit=TTB', 'case=home-2024/0001'),
    day: fc.integer({ min: 1, max: 31 }).map(day),
    amount: fc.integer({ min: 1, max: 50 }).map(asDong),
  });
  const payment = fc.record({
    day: fc.integer({ min: 1, max: 31 }).map(day),
    amount: fc.integer({ min: 1, max: 80 }).map(asDong),
  });
  fc.assert(
    fc.property(fc.array(gift, { maxLength: 12 }), fc.array(payment, { maxLength: 8 }), (gifts, payments) => {
      const moves: RestrictedMove[] = gifts.map((each) => ({ ...each, fund: 1 }));
      for (const paid of payments) {
        const money = RestrictedMoney.on(paid.day, 1, moves);
        const before = new Map(money.left.map(({ restriction, amount }) => [restriction, amount]));
        const pieces = money.draw(paid.amount, AIM);
        expect(sum(pieces.map(({ amount }) => amount))).toBe(paid.amount);
        // What is left under a more special restriction is never passed over for a less special one, or for free money.
        const order = ['case=home-2024/0001', 'unit=BVA', 'purpose=home', undefined];
        for (const { restriction } of pieces) {
          for (const passed of order.slice(0, order.indexOf(restriction))) {
            const taken = pieces.find((each) => each.restriction === passed)?.amount ?? 0;
            expect(taken).toBe(before.get(passed ?? '') ?? 0);
          }
        }
        for (const { restriction, amount } of pieces)
          if (restriction !== undefined)
            moves.push({ fund: 1, restriction, day: paid.day, amount: negate(amount) });
        for (const [, each] of Map.groupBy(moves, (move) => move.restriction))
          expect(leastEver(each)).toBe(0);
      }
    }),
  );
});

const RESTRICTIONS = ['', 'purpose=home', 'unit=BVA', 'unit=TTB'] as const;
const MEMBERS = { M1: 'BVA', M3: 'TTB' } as const;
const step = fc.oneof(
  fc.record({ verb: fc.constant('gift' as const), to: fc.constantFrom(...RESTRICTIONS), amount: fc.nat(90) }),
  fc.record({
    verb: fc.constant('home' as const),
    to: fc.constantFrom('M1' as const, 'M3' as const),
    amount: fc.nat(90),
    pays: fc.boolean(),
  }),
  fc.record({ verb: fc.constant('cost' as const), to: fc.constant(''), amount: fc.nat(90) }),
);

interface Award {
  readonly code: string;
  readonly unit: string;
  readonly amount: number;
}

/** The same rules over plain numbers. */
class Model {
  money = 0;
  readonly left = new Map<string, number>();
  open: Award[] = [];

  /** What nothing decided covers. */
  idle(awards: readonly Award[]): number {
    const left = new Map(this.left);
    for (const award of awards) Model.draw(left, award);
    return [...left.values()].reduce((a, b) => a + b, 0);
  }

  free(awards: readonly Award[] = this.open): number {
    return this.money - awards.reduce((all, each) => all + each.amount, 0) - this.idle(awards);
  }

  static draw(left: Map<string, number>, { code, unit, amount }: Award): { [restriction: string]: number } {
    const pieces: { [restriction: string]: number } = {};
    let rest = amount;
    for (const restriction of [`case=${code}`, `unit=${unit}`, 'purpose=home']) {
      const taken = Math.min(rest, left.get(restriction) ?? 0);
      if (taken > 0) pieces[restriction] = taken;
      left.set(restriction, (left.get(restriction) ?? 0) - taken);
      rest -= taken;
    }
    if (rest > 0) pieces[''] = rest;
    return pieces;
  }
}

interface Entry {
  kind: string;
  voucher: string;
  postings: { account: string; side: string; amount: number; restriction?: string }[];
}

test('random gifts, grants and costs end as the rules over plain numbers predict, refusals included', async () => {
  const stage = new Stage();
  let round = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        const book = `--book so-${round++}.db`;
        await stage.data(`init ${book} --name "Công đoàn" --from 2024-01`);
        // Here people get as many homes as the money allows, and no papers.
        for (const rule of ['once', 'application', 'commune'])
          await stage.data(`rule end home.${rule} --on 31/12/2023 ${book}`);
        for (const [member, unit] of Object.entries(MEMBERS)) {
          await stage.data(`unit add --code ${unit} --name ${unit} ${book}`);
          await stage.data(`member add --code ${member} --name ${member} --unit ${unit} ${book}`);
        }
        const model = new Model();
        const runs = async (line: string) =>
          (await stage.run([...line.split(' '), ...book.split(' '), '--json'])).exit;
        for (const [at, each] of steps.entries()) {
          const amount = (each.amount + 1) * 1000;
          const on = `--on ${at + 1}/1/2024`;
          if (each.verb === 'gift') {
            const restrict = each.to === '' ? '' : ` --restrict ${each.to}`;
            expect(await runs(`contribution add --fund MAIAM --amount ${amount} ${on}${restrict}`)).toBe(0);
            model.money += amount;
            if (each.to !== '') model.left.set(each.to, (model.left.get(each.to) ?? 0) + amount);
          } else if (each.verb === 'cost') {
            const allowed = amount <= model.free();
            expect(await runs(`expense add --fund MAIAM --amount ${amount} ${on}`)).toBe(allowed ? 0 : 3);
            if (allowed) model.money -= amount;
          } else {
            // A grant of its own year's round each time: one person has one standing grant in a round.
            const dot = `dot-${at}`;
            await stage.data(`programme add ${dot} --kind home --name ${dot} ${on} ${book}`);
            const opened = `home open --round ${dot} --member ${each.to} --amount ${amount} --payer MAIAM ${on}`;
            const { case: code } = await stage.data<{ case: string }>(`${opened} ${book}`);
            const award = { code, unit: MEMBERS[each.to], amount };
            const allowed = model.free([...model.open, award]) >= 0;
            expect(await runs(`home approve --case ${code} --decision 1 ${on} --by An`)).toBe(
              allowed ? 0 : 3,
            );
            if (!allowed) continue;
            if (!each.pays) {
              model.open.push(award);
              continue;
            }
            const before = await entriesOf(stage, book);
            // What is decided is there to be paid, whatever else was decided before it.
            // A house is paid with its papers.
            for (const paper of ['application', 'commune'])
              expect(await runs(`home paper ${paper} --case ${code} --no 1 ${on}`)).toBe(0);
            expect(await runs(`home pay --case ${code} --from MAIAM:cash ${on}`)).toBe(0);
            const [paid] = (await entriesOf(stage, book)).slice(before.length);
            const debits = paid?.postings.filter(({ side }) => side === 'debit') ?? [];
            const found = Object.fromEntries(debits.map((one) => [one.restriction ?? '', one.amount]));
            expect(found).toEqual(Model.draw(model.left, award));
            model.money -= amount;
          }
        }
        const left = new Map<string, number>();
        for (const { postings } of await entriesOf(stage, book)) {
          for (const { restriction, side, amount } of postings) {
            if (restriction === undefined) continue;
            left.set(restriction, (left.get(restriction) ?? 0) + (side === 'credit' ? amount : -amount));
            expect(left.get(restriction)).toBeGreaterThanOrEqual(0);
          }
        }
        for (const restriction of RESTRICTIONS.slice(1))
          expect(left.get(restriction) ?? 0).toBe(model.left.get(restriction) ?? 0);
        const { funds } = await stage.data<{
          funds: { code: string; closing: number; committed: number; available: number }[];
        }>(`balance ${book}`);
        const fund = funds.find(({ code }) => code === 'MAIAM');
        expect(fund?.closing).toBe(model.money);
        expect(fund?.available).toBe(model.free());
      }),
      { numRuns: 8 },
    );
  } finally {
    stage.strike();
  }
}, 120_000);

async function entriesOf(stage: Stage, book: string): Promise<Entry[]> {
  const answer = await stage.data<{ entries: Entry[] }>(`entry list --period 2024-01 --fund MAIAM ${book}`);
  return answer.entries;
}
