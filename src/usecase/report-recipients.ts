import { dayBefore, type Day } from '../domain/day.ts';
import type { ProgrammeKind } from '../domain/award.ts';
import { refuse } from '../domain/failure.ts';
import type { Span } from '../domain/span.ts';
import { unitsUnder } from '../domain/unit-tree.ts';
import { giftsBetween, type Gift } from '../report/papers/given.ts';
import { say, type Line } from '../report/papers/line.ts';
import { recipientReport } from '../report/papers/recipients.ts';
import { letterheadOf, vouchersOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import { daysOf, type Reported } from './report-value.ts';
import { fundBy, roundBy, unitBy } from './session.ts';
import { unitView, type TreeScope } from './unit-view.ts';

export interface GivenScope {
  readonly round?: string | undefined;
  readonly period?: Span | undefined;
  /** Only what these funds paid. */
  readonly funds?: readonly string[] | undefined;
  /** Only people of this unit and of those under it. */
  readonly unit?: string | undefined;
  readonly kind?: ProgrammeKind | undefined;
}

/** What was given in a round, in a period or in both, and by what it is cut down. */
export interface GivenFacts {
  readonly round: Awaited<ReturnType<typeof roundBy>> | undefined;
  readonly from: Day | undefined;
  readonly date: Day;
  readonly month: string | undefined;
  readonly gifts: readonly Gift[];
  readonly only: readonly Line[];
  readonly kinds: ReadonlyMap<number, ProgrammeKind>;
  readonly now: Awaited<ReturnType<Reader['awards']>>;
}

/** Reads what was given; the same number of statements however much it is. */
export async function givenIn(reader: Reader, scope: GivenScope, today: Day): Promise<GivenFacts> {
  const { period, kind } = scope;
  if (scope.round === undefined && period === undefined)
    refuse('usage.missing', { option: '--round | --period' });
  const round = scope.round === undefined ? undefined : await roundBy(reader, scope.round);
  const { from, to: date } = period === undefined ? { from: undefined, to: today } : daysOf(period, today);
  const units = await reader.units(from ?? round?.day);
  const unit = scope.unit === undefined ? undefined : await unitBy(reader, scope.unit);
  const under = unit === undefined ? undefined : unitsUnder(units, unit.id);
  const funds = new Set<number>();
  for (const code of scope.funds ?? []) funds.add((await fundBy(reader, code)).id);
  const filter = {
    ...(round === undefined ? {} : { round: round.id }),
    ...(under === undefined ? {} : { units: [...under] }),
  };
  const kinds = new Map((await reader.rounds()).map((each) => [each.id, each.kind]));
  const ofKind = <A extends { readonly round: number }>(awards: readonly A[]) =>
    kind === undefined ? awards : awards.filter((award) => kinds.get(award.round) === kind);
  const now = ofKind(await reader.awards({ ...filter, upTo: date }));
  const before = from === undefined ? [] : ofKind(await reader.awards({ ...filter, upTo: dayBefore(from) }));
  const all = giftsBetween(before, now, await reader.funds(), await vouchersOf(reader, [...before, ...now]));
  const gifts = funds.size === 0 ? all : all.filter(({ fund }) => fund !== undefined && funds.has(fund.id));
  const only: Line[] = [
    ...(unit === undefined ? [] : [say('reportOnly', { what: 'unit', codes: [unit.code] })]),
    ...(funds.size === 0 ? [] : [say('reportOnly', { what: 'fund', codes: scope.funds ?? [] })]),
    ...(kind === undefined ? [] : [say('reportOnly', { what: 'kind', codes: [kind] })]),
  ];
  return { round, from, date, month: period?.label, gifts, only, kinds, now };
}

/** Who received what, one row a person however many records and programmes. */
export async function recipientsReported(
  reader: Reader,
  { tree, asOf, ...scope }: GivenScope & TreeScope,
  today: Day,
): Promise<Reported> {
  const all = await givenIn(reader, tree === 'new' ? { ...scope, unit: undefined } : scope, today);
  const view = await unitView(reader, { tree, asOf }, all.from ?? all.round?.day ?? asOf);
  const refs = new Map(view.units.map((unit) => [unit.id, unit]));
  const within =
    tree === 'old' || scope.unit === undefined
      ? undefined
      : unitsUnder(view.units, (await unitBy(reader, scope.unit)).id);
  const gifts = all.gifts
    .map(({ award, ...gift }) => ({
      ...gift,
      award: { ...award, unit: refs.get(view.ofPerson(award.unit.id, award.beneficiary.id)) ?? award.unit },
    }))
    .filter(({ award }) => within?.has(award.unit.id) ?? true);
  const only = within === undefined ? [] : [say('reportOnly', { what: 'unit', codes: [scope.unit ?? ''] })];
  const now = tree === 'new' ? [say('unitsAsNow', { day: asOf })] : [];
  const given = { ...all, gifts, only: [...now, ...only, ...all.only] };
  const { date, from } = given;
  const persons = new Map((await reader.beneficiaries({})).map((person) => [person.id, person]));
  const records = new Map((await reader.people()).map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const { paper, lines } = recipientReport({
    ...given,
    letterhead: letterheadOf(reader),
    person: (record) => persons.get(records.get(record) ?? record),
    units: view.units,
    officers: await reader.officers(date),
  });
  // Programs are told codes; names stand on the paper and the screen.
  const people = lines.map(({ name: _, ...line }) => line);
  return { paper, data: { asOf: date, tree, people }, covered: { from, to: date } };
}
