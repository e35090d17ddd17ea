import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circular, rolledUp, standingOn, treeNow, treeOn } from '../../src/domain/unit-tree.ts';
import { Stage } from '../support/play.ts';

// fast-check prints the seed and the smallest case of a property that fails.

const DAYS = ['2024-01-15', '2024-02-15', '2024-03-15', '2024-04-15', '2024-05-15'];
const LAST = 9;

test('in the tree of any day no unit stands under itself, and every figure is told once', () => {
  const unit = fc.record({
    parent: fc.nat(LAST),
    successor: fc.option(fc.nat(LAST), { nil: undefined }),
    to: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
    amount: fc.nat(90),
  });
  const move = fc.record({
    unit: fc.nat(LAST),
    parent: fc.option(fc.nat(LAST)),
    day: fc.constantFrom(...DAYS),
  });
  fc.assert(
    fc.property(fc.array(unit, { minLength: 2, maxLength: LAST + 1 }), fc.array(move), (given, moves) => {
      const known = (id: number | null | undefined) =>
        id === null || id === undefined || id >= given.length ? undefined : id;
      const units = given.map(({ parent, successor, to }, id) => {
        const heir = known(successor);
        return {
          id,
          parent: parent < id ? parent : undefined,
          to,
          successor: heir === id ? undefined : heir,
        };
      });
      // Moves in the order of their days, each taken only where no day then has a ring: as the book takes them.
      const placements: {
        unit: number;
        parent: number | undefined;
        former: number | undefined;
        day: string;
      }[] = [];
      for (const { unit: id, parent, day } of moves.toSorted((a, b) =>
        a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
      )) {
        const moved = units[id];
        if (moved === undefined || known(parent) === id) continue;
        const former = treeOn(units, placements, day).find((each) => each.id === id)?.parent;
        const more = [...placements, { unit: id, parent: known(parent), former, day }];
        if (DAYS.every((each) => circular(treeOn(units, more, each)) === undefined))
          placements.splice(0, Infinity, ...more);
      }
      const total = given.reduce((all, { amount }) => all + amount, 0);
      for (const day of DAYS) {
        const old = treeOn(units, placements, day);
        const standing = standingOn(units, day);
        const now = treeNow(old, standing);
        for (const [tree, of] of [[old, (id: number) => id] as const, [now, standing] as const]) {
          expect(circular(tree)).toBeUndefined();
          const own = new Map<number, number>();
          for (const [id, { amount }] of given.entries()) own.set(of(id), (own.get(of(id)) ?? 0) + amount);
          const sums = rolledUp(tree, own, (figures) => figures.reduce((all, each) => all + each, 0));
          expect(sums.reduce((all, branch) => all + branch.all, 0)).toBe(total);
        }
      }
    }),
    { numRuns: 300 },
  );
});

interface Figures {
  readonly gifts: number;
  readonly own: number;
  readonly people: number;
}
interface Told {
  readonly units: readonly { unit: string; own?: Figures; all: Figures }[];
  readonly noUnit: Figures;
  readonly total: Figures;
}
interface Appeals {
  readonly appeals: readonly {
    received: number;
    noUnit: number;
    units: readonly { own?: { received: number; target: number } }[];
  }[];
}

test('a book that is reorganised at random tells the same totals by every tree on every day', async () => {
  const codes = ['A', 'B', 'C', 'D', 'N0', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7'];
  const unit = fc.constantFrom(...codes);
  const day = fc.constantFrom('01/03/2024', '15/03/2024', '01/04/2024', '10/04/2024');
  const step = fc.oneof(
    fc.record({ verb: fc.constant('close' as const), unit, into: unit, day }),
    fc.record({ verb: fc.constant('merge' as const), unit, other: unit, into: unit, day }),
    fc.record({ verb: fc.constant('split' as const), unit, day }),
    fc.record({ verb: fc.constant('move' as const), unit, to: fc.oneof(unit, fc.constant('none')), day }),
    fc.record({ verb: fc.constant('person' as const), member: fc.nat(7), to: unit, day }),
    fc.record({ verb: fc.constant('give' as const), unit, day }),
    fc.record({ verb: fc.constant('undo' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const stage = new Stage();
      const run = (line: string) => stage.run(line.split(' '));
      try {
        await stage.data(
          'init --name "Công đoàn ngành" --from 2024-01 --no-input --opening TET:cash=9.000.000',
        );
        for (const [at, code] of codes.slice(0, 4).entries())
          await stage.data(`unit add --code ${code} --name "CĐCS ${code}"${at > 1 ? ' --parent A' : ''}`);
        await stage.data('programme add tet --kind gift --name Tết --on 10/02/2024 --level HCKK=500.000');
        for (let at = 0; at < 8; at++) {
          await stage.data(`member add --code M${at} --name "Nguyễn Văn ${at}" --unit ${codes[at % 4]}`);
          await stage.data(`gift open --round tet --member M${at} --category HCKK --on 11/01/2024`);
        }
        await stage.data('gift approve --round tet --decision 1/QĐ --on 12/01/2024 --by "Lê An"');
        await stage.data('gift pay --round tet --from TET:cash --on 20/01/2024');
        await stage.data('appeal add baolu --name "Bão lũ" --fund TET --from 01/02/2024');
        for (const code of codes.slice(0, 4))
          await stage.data(`appeal target baolu --unit ${code} --amount 300.000`);
        let made = 0;
        const fresh = () => `N${made++}="CĐCS mới ${made}"`.replace(' ', '_').replace(' ', '_');
        const last: string[] = [];
        for (const each of steps) {
          // What the book refuses (a unit that ended, a ring, a day before the last move) changes nothing.
          const by = '--document 1/QĐ-LĐLĐ';
          const line =
            each.verb === 'close'
              ? `unit close ${each.unit} --on ${each.day} --successor ${each.into}`
              : each.verb === 'merge'
                ? `unit merge ${each.unit} --and ${each.other} --into ${each.into} --on ${each.day} ${by}`
                : each.verb === 'split'
                  ? `unit split ${each.unit} --into ${fresh()} ${fresh()} --rest N${made - 1} --on ${each.day} ${by}`
                  : each.verb === 'move'
                    ? `unit move ${each.unit} --to ${each.to} --on ${each.day} ${by}`
                    : each.verb === 'person'
                      ? `member move M${each.member} --to ${each.to} --on ${each.day}`
                      : each.verb === 'give'
                        ? `contribution add --appeal baolu --to cash --amount 100.000 --on ${each.day} --unit ${each.unit}`
                        : `operation undo ${last.at(-1) ?? '1'} --reason thử`;
          await run(line);
          const { operations } = await stage.data<{ operations: { operation: number; command: string }[] }>(
            'operation list',
          );
          const [newest] = operations;
          if (newest?.command.startsWith('unit ') === true) last.push(String(newest.operation));
        }
        const old = await stage.data<Told>('report units --period 2024');
        for (const on of ['2024-02-29', '2024-03-10', '2024-03-31', '2024-04-30']) {
          const now = await stage.data<Told>(`report units --period 2024 --tree new --as-of ${on}`);
          expect(now.total).toEqual(old.total);
          expect(now.total).toMatchObject({ own: 8 * 500_000, people: 8 });
          // Nobody is counted twice: the units' own lines add up to the whole.
          for (const { units, noUnit, total } of [old, now])
            for (const key of ['gifts', 'own', 'people'] as const)
              expect(units.reduce((all, { own }) => all + (own?.[key] ?? 0), noUnit[key])).toBe(total[key]);
          const { units } = await stage.data<{ units: { members: number }[] }>(`unit list --on ${on}`);
          expect(units.reduce((all, { members }) => all + members, 0)).toBe(8);
          const told = await Promise.all(
            ['old', 'new'].map((tree) => stage.data<Appeals>(`report appeals --as-of ${on} --tree ${tree}`)),
          );
          const sums = told.map(({ appeals: [appeal] }) => [
            appeal?.received,
            appeal?.noUnit,
            appeal?.units.reduce((all, { own }) => all + (own?.received ?? 0), 0),
            appeal?.units.reduce((all, { own }) => all + (own?.target ?? 0), 0),
          ]);
          expect(sums[1]).toEqual(sums[0]);
        }
        const progress = await Promise.all(
          ['old', 'new'].map((tree) =>
            stage.data<{ total: object }>(`programme progress tet --tree ${tree}`),
          ),
        );
        expect(progress[1]?.total).toEqual(progress[0]?.total);
        const listed = await Promise.all(
          ['old', 'new'].map((tree) =>
            stage.data<{ people: { code: string; sum: number }[] }>(
              `report recipients --period 2024 --tree ${tree}`,
            ),
          ),
        );
        const whole = listed.map(({ people }) => people.map(({ code, sum }) => `${code} ${sum}`).toSorted());
        expect(whole[1]).toEqual(whole[0]);
        expect(whole[0]).toHaveLength(8);
        expect((await run('verify')).exit).toBe(0);
      } finally {
        stage.strike();
      }
    }),
    { numRuns: 6 },
  );
}, 240_000);
