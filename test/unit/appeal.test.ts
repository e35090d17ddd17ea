import fc from 'fast-check';
import { expect, test } from 'vitest';
import { owedList, standingOf, totalStanding, type HeldFund } from '../../src/domain/appeal.ts';
import { readDay } from '../../src/domain/day.ts';
import { asDong, sum } from '../../src/domain/dong.ts';
import { readRestriction } from '../../src/domain/restriction.ts';

const day = (text: string) => readDay(text) ?? expect.fail(text);
const dong = (amount: number) => asDong(amount);

const fund = (owed: number, appeals: HeldFund['appeals']): HeldFund => ({
  code: 'TINH',
  owner: 'LĐLĐ tỉnh',
  remitBy: day('31/12/2024'),
  owed: dong(owed),
  appeals,
});

test('what was remitted under no appeal pays the appeal that is due first', () => {
  const appeals = [
    { code: 'late', due: day('30/06/2024'), owed: dong(30) },
    { code: 'soon', due: day('31/03/2024'), owed: dong(50) },
  ];
  // 80 came in under two appeals, 60 of it went without naming one.
  expect(owedList([fund(20, appeals)], day('01/05/2024'))).toEqual([
    { fund: 'TINH', owner: 'LĐLĐ tỉnh', appeal: 'late', due: '2024-06-30', owed: 20, overdue: false },
  ]);
  expect(
    owedList([fund(100, appeals)], day('01/05/2024')).map(({ appeal, owed, overdue }) => [
      appeal,
      owed,
      overdue,
    ]),
  ).toEqual([
    ['soon', 50, true],
    ['late', 30, false],
    [undefined, 20, false],
  ]);
});

test('the rows of a fund add up to what it owes', () => {
  const amount = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 5 }), amount, (received, owed) => {
      const appeals = received.map((each, at) => ({
        code: `a${at}`,
        due: day('31/03/2024'),
        owed: dong(each),
      }));
      const rows = owedList([fund(owed, appeals)], day('01/05/2024'));
      expect(sum(rows.map((row) => row.owed))).toBe(owed);
    }),
  );
});

test('a rate is rounded down, and what one unit gives beyond its target pays for no other', () => {
  const [one, two] = [
    { target: dong(3), received: dong(2) },
    { target: dong(10), received: dong(25) },
  ];
  expect(standingOf(one).rate).toBe(66);
  expect(
    standingOf({ target: dong(9_007_199_254_740_991), received: dong(9_007_199_254_740_990) }).rate,
  ).toBe(99);
  expect(totalStanding([one, two])).toMatchObject({ target: 13, received: 27, outstanding: 1, rate: 207 });
});

test('only a purpose, a unit and a case are restrictions', () => {
  expect(readRestriction('case=mai-am-2024/0001')).toEqual({ kind: 'case', code: 'mai-am-2024/0001' });
  for (const text of ['purpose=tet', 'case=mai-am', 'unit=a/b', 'unit=', 'home', 'unit=A B'])
    expect(readRestriction(text), text).toBeUndefined();
});
