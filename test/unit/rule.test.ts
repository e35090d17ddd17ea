import { expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { asDong } from '../../src/domain/dong.ts';
import {
  decidingRules,
  isRuleValue,
  judge,
  type PastBenefit,
  type ProgrammeRule,
  type RuleCase,
} from '../../src/domain/rule.ts';
import { defaultRules } from '../../src/usecase/rule-defaults.ts';

const day = (text: string) => text as Day;

const rule = (given: Partial<ProgrammeRule>): ProgrammeRule => ({
  code: 'r',
  kind: 'visit',
  what: 'cap',
  body: '',
  category: '',
  area: '',
  from: day('2024-01-01'),
  value: '500000',
  source: 'Quy chế',
  verified: true,
  force: 'refuse',
  ...given,
});

const past = (given: Partial<PastBenefit>): PastBenefit => ({
  award: 'v/0001',
  round: 'v',
  kind: 'visit',
  category: 'sick',
  area: '',
  day: day('2024-03-01'),
  amount: asDong(400_000),
  decided: true,
  key: 1,
  household: false,
  ...given,
});

const visit = (given: Partial<RuleCase>): RuleCase => ({
  award: 'v/0009',
  round: 'v',
  kind: 'visit',
  category: 'sick',
  area: '',
  body: '',
  day: day('2024-06-15'),
  amount: asDong(500_000),
  person: { kind: 'member', unitKind: 'grassroots', joined: day('2019-06-15'), state: 'active' },
  past: [],
  papers: new Set(),
  stage: 'approve',
  ...given,
});

const kept = (given: Partial<ProgrammeRule>, of: Partial<RuleCase> = {}) =>
  judge([rule(given)], visit(of)).map((verdict) => verdict.kept);

test('a cap holds to its last đồng, for one benefit or for those of a year together', () => {
  expect(kept({}, { amount: asDong(500_000) })).toEqual([true]);
  expect(kept({}, { amount: asDong(500_001) })).toEqual([false]);
  const yearly = { value: '900000/year' };
  expect(kept(yearly, { past: [past({})] })).toEqual([true]);
  expect(kept(yearly, { past: [past({}), past({ award: 'v/0002', amount: asDong(1) })] })).toEqual([false]);
  expect(kept(yearly, { past: [past({ day: day('2023-12-31'), amount: asDong(900_000) })] })).toEqual([true]);
});

test('times count the round, the year or the life, and relatives only where they are counted', () => {
  const before = [past({}), past({ award: 'w/0001', round: 'w', day: day('2023-05-01') })];
  const times = (value: string, all = before) => kept({ what: 'times', value }, { past: all });
  expect([times('1/round'), times('2/round'), times('1/year'), times('2/life'), times('3/life')]).toEqual([
    [false],
    [true],
    [false],
    [false],
    [true],
  ]);
  const theirs = [past({ household: true })];
  expect([times('1/life', theirs), times('1/life/household', theirs)]).toEqual([[true], [false]]);
});

test('times of one category leave others alone, and count what the time before the book does not tell', () => {
  const once = { what: 'times', value: '1/year', category: 'sick' } as const;
  expect(kept(once, { past: [past({ category: 'wedding' })] })).toEqual([true]);
  expect(kept(once, { past: [past({ award: '', category: '' })] })).toEqual([false]);
});

test('years are whole ones, and an unknown day of joining is no proof', () => {
  const years = { what: 'years', value: '5' } as const;
  expect(kept(years)).toEqual([true]);
  expect(kept(years, { day: day('2024-06-14') })).toEqual([false]);
  const unknown = { kind: 'member', unitKind: '', state: 'active' } as const;
  expect(kept(years, { person: unknown })).toEqual([false]);
});

test('who left or died receives only where a rule says so', () => {
  const person = (state: RuleCase['person']['state']) => ({ kind: 'member', unitKind: '', state }) as const;
  const who = (value: string, state: RuleCase['person']['state']) =>
    kept({ what: 'who', value }, { person: person(state) });
  expect([who('member', 'active'), who('member', 'paused'), who('member', 'left')]).toEqual([
    [true],
    [true],
    [false],
  ]);
  expect([who('member retired', 'retired'), who('worker', 'active')]).toEqual([[true], [false]]);
});

test('papers are asked for at their stage, norms only for the decision', () => {
  const paper = { what: 'paper', value: 'discharge:pay' } as const;
  expect(kept(paper)).toEqual([]);
  expect(kept(paper, { stage: 'pay' })).toEqual([false]);
  expect(kept(paper, { stage: 'end', papers: new Set(['discharge']) })).toEqual([true]);
  expect(kept({}, { stage: 'pay', amount: asDong(9_000_000) })).toEqual([]);
});

test('the closer rule replaces the wider one; other days, bodies and kinds are silent', () => {
  const rules = [rule({ code: 'all' }), rule({ code: 'sick', category: 'SICK', value: '800000' })];
  expect(decidingRules(rules, visit({})).map(({ code }) => code)).toEqual(['sick']);
  expect(decidingRules(rules, visit({ category: 'birth' })).map(({ code }) => code)).toEqual(['all']);
  expect(kept({ to: day('2024-06-14') })).toEqual([]);
  expect(kept({ from: day('2024-06-16') })).toEqual([]);
  expect(kept({ body: 'office' })).toEqual([]);
  expect(kept({ body: 'office' }, { body: 'office' })).toEqual([true]);
  expect(kept({ kind: 'gift' })).toEqual([]);
});

test('every default rule is written as its subject wants it, and no code holds twice on a day', () => {
  const rules = defaultRules();
  expect(rules.filter(({ what, value }) => !isRuleValue(what, value))).toEqual([]);
  const open = rules.flatMap((one, at) =>
    rules
      .slice(at + 1)
      .filter(
        (other) => other.code === one.code && other.from <= (one.to ?? '9') && one.from <= (other.to ?? '9'),
      ),
  );
  expect(open).toEqual([]);
});
