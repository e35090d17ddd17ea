import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rolledUp, standingOn } from '../../src/domain/unit-tree.ts';
import { Stage } from '../support/play.ts';

// fast-check prints the seed and the smallest case of a property that fails.

const DAY = '2024-06-30';

const unit = fc.record({
  parent: fc.nat(9),
  successor: fc.option(fc.nat(9), { nil: undefined }),
  to: fc.constantFrom(undefined, '2024-01-31', '2024-06-29', '2024-06-30', '2024-12-31'),
  amount: fc.nat(90),
});

test('both trees have the same total, whatever was merged, split or closed', () => {
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 10 }), (given) => {
      const units = given.map(({ parent, successor, to }, id) => ({
        id,
        // A tree: a unit is under one with a smaller key, or under none.
        parent: parent < id ? parent : undefined,
        to,
        successor: successor !== undefined && successor < given.length ? successor : undefined,
      }));
      const standing = standingOn(units, DAY);
      const total = given.reduce((all, { amount }) => all + amount, 0);
      for (const of of [(id: number) => id, standing]) {
        const own = new Map<number, number>();
        for (const [id, { amount }] of given.entries()) own.set(of(id), (own.get(of(id)) ?? 0) + amount);
        const tree = rolledUp(units, own, (figures) => figures.reduce((all, each) => all + each, 0));
        expect(tree.reduce((all, branch) => all + branch.all, 0)).toBe(total);
      }
      for (const { id, to, successor } of units) {
        const now = standing(id);
        if (to === undefined || to >= DAY) expect(now).toBe(id);
        else if (successor === undefined) expect(now).toBe(id);
        // Who took over stands for it on that day, or has no successor itself, or units took each other over.
        else expect(units[now]).toBeDefined();
      }
    }),
  );
});

interface Figures {
  readonly gifts: number;
  readonly heldGifts: number;
  readonly own: number;
  readonly held: number;
  readonly outside: number;
  readonly sum: number;
  readonly people: number;
}
interface Units {
  readonly units: readonly { unit: string; own?: Figures; all: Figures }[];
  readonly noUnit: Figures;
  readonly total: Figures;
}

test('a book whose units were merged and whose people were moved reports the same total by either tree', async () => {
  const step = fc.oneof(
    fc.record({ verb: fc.constant('close' as const), unit: fc.nat(3), into: fc.nat(3) }),
    fc.record({ verb: fc.constant('move' as const), member: fc.nat(3), to: fc.nat(3) }),
    fc.record({
      verb: fc.constant('give' as const),
      unit: fc.option(fc.nat(3)),
      amount: fc.integer({ min: 1, max: 9 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
      const stage = new Stage();
      try {
        const units = ['A', 'B', 'C', 'D'];
        await stage.data(
          'init --name "Công đoàn ngành" --from 2024-01 --no-input --opening TET:cash=5.000.000',
        );
        for (const [at, code] of units.entries())
          await stage.data(`unit add --code ${code} --name "CĐCS ${code}"${at > 1 ? ' --parent A' : ''}`);
        for (const [at, code] of units.entries())
          await stage.data(`member add --code M${at} --name "Nguyễn Văn ${code}" --unit ${code}`);
        await stage.data('programme add tet --kind gift --name Tết --on 10/02/2024 --level HCKK=500.000');
        for (const at of units.keys())
          await stage.data(`gift open --round tet --member M${at} --category HCKK --on 11/01/2024`);
        await stage.data('gift approve --round tet --decision 1/QĐ --on 12/01/2024 --by "Lê An"');
        await stage.data('gift pay --round tet --from TET:cash --on 20/01/2024');
        await stage.data('appeal add baolu --name "Bão lũ" --fund TET --from 01/02/2024');
        for (const each of steps) {
          // What the book refuses (a unit closed twice, a move into a closed one) changes nothing.
          if (each.verb === 'close')
            await stage.run([
              'unit',
              'close',
              units[each.unit] ?? '',
              '--on',
              '2024-03-01',
              '--successor',
              units[each.into] ?? '',
            ]);
          else if (each.verb === 'move')
            await stage.run([
              'member',
              'move',
              `M${each.member}`,
              '--to',
              units[each.to] ?? '',
              '--on',
              '2024-02-20',
            ]);
          else {
            const from = each.unit === null ? [] : ['--unit', units[each.unit] ?? ''];
            const amount = String(each.amount * 100_000);
            await stage.run([
              'contribution',
              'add',
              '--appeal',
              'baolu',
              '--to',
              'cash',
              '--amount',
              amount,
              '--on',
              '2024-02-25',
              ...from,
            ]);
          }
        }
        const old = await stage.data<Units>('report units --period 2024');
        const now = await stage.data<Units>('report units --period 2024 --tree new');
        expect(now.total).toEqual(old.total);
        const line = await stage.data<{ funds: { contributions: number; disbursements: number }[] }>(
          'reconcile --period 2024-02',
        );
        const gifts = line.funds.reduce((all, fund) => all + fund.contributions, 0);
        expect(old.total.gifts).toBe(gifts);
        expect(old.total.own).toBe(4 * 500_000);
        for (const { units: told, noUnit, total } of [old, now]) {
          const own = told.reduce((all, each) => all + (each.own?.gifts ?? 0), noUnit.gifts);
          expect(own).toBe(total.gifts);
        }
      } finally {
        stage.strike();
      }
    }),
    { numRuns: 4 },
  );
}, 120_000);
