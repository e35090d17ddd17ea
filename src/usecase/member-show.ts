import { awardStage, keptOf, totalOf } from '../domain/award.ts';
import { yearOf, type Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import type { Fund } from '../domain/fund.ts';
import type { Mask } from '../domain/mask.ts';
import { stateOn } from '../domain/status.ts';
import type { AwardPage, PartPage, PersonReport, YearTotal } from '../report/person.ts';
import type { AwardView } from './port/awards.ts';
import { PRIVATE_FIELDS, type Reader } from './port/ports.ts';
import { memberBy } from './registers.ts';

/** Everything a person ever received, under every code they ever had. Why it was given stays in its own table. */
export async function personReport(
  reader: Reader,
  code: string,
  { today, mask }: { readonly today: Day; readonly mask: Mask },
): Promise<PersonReport> {
  const person = await memberBy(reader, code);
  const persons = await reader.persons();
  const records = [...(await persons.records([person.id])).keys()];
  const page = await persons.page(person.id);
  const units = new Map((await reader.units()).map((unit) => [unit.id, unit.code]));
  const rounds = new Map((await reader.rounds()).map((round) => [round.id, round]));
  const funds = new Map((await reader.funds()).map((fund) => [fund.id, fund]));
  const statuses = (await (await reader.benefits()).persons([person.id])).get(person.id)?.statuses ?? [];
  const returned = new Map(
    (await persons.returned(records)).map(({ award, line, day }) => [`${award} ${line}`, day]),
  );
  const secrets = await persons.privates(person.id);
  const awards = (await reader.awards({ people: records })).map((award): AwardPage => {
    const round = rounds.get(award.round);
    if (round === undefined) throw new TypeError('an award of no round');
    return {
      award: award.code,
      round: round.code,
      kind: round.kind,
      category: award.category,
      stage: awardStage(award),
      ...given('decision', award.decisionNo),
      ...given('decidedOn', award.decidedOn),
      total: totalOf(award.parts),
      parts: partsOf(award, funds, returned),
    };
  });
  const history = (await persons.history(records)).map((each) => ({
    ...each,
    content: mask.text(each.content),
  }));
  const totals = totalsOf(awards, history);
  return {
    code: person.code,
    name: person.name,
    unit: units.get(person.unit) ?? '',
    kind: person.kind,
    state: stateOn(statuses, today),
    ...given('born', page.born),
    ...given('joined', page.joined),
    ...given('staffNo', page.staffNo),
    ...given('cardNo', page.cardNo),
    ...given('relativeOf', page.relativeOf),
    merged: page.merged,
    private: PRIVATE_FIELDS.flatMap((field) => {
      const value = secrets[field];
      return value === undefined ? [] : [{ field, value: mask.value(value, person.code) }];
    }),
    statuses: statuses.map(({ state, day, unit, document }) => ({
      state,
      day,
      ...given('unit', unit === undefined ? undefined : units.get(unit)),
      ...given('document', document),
    })),
    awards,
    history,
    totals,
    paid: totals.reduce<Dong>((sum, { paid }) => add(sum, paid), ZERO),
  };
}

function partsOf(
  award: AwardView,
  funds: ReadonlyMap<number, Fund>,
  returned: ReadonlyMap<string, Day>,
): PartPage[] {
  return award.parts.map((part) => ({
    line: part.line,
    ...given('payer', part.payer === undefined ? undefined : funds.get(part.payer)?.code),
    ...given('outside', part.outside),
    form: part.form,
    amount: keptOf(part),
    ...given('paidOn', part.paid?.day),
    ...given('signedOn', part.signedOn),
    // What came back and was paid anew is paid.
    ...given('returnedOn', part.paid === undefined ? returned.get(`${award.code} ${part.line}`) : undefined),
  }));
}

function totalsOf(awards: readonly AwardPage[], history: PersonReport['history']): YearTotal[] {
  const received = [
    ...awards.flatMap(({ award, kind, parts }) =>
      parts.flatMap(({ paidOn, amount }) =>
        paidOn === undefined ? [] : [{ key: award, kind, day: paidOn, amount }],
      ),
    ),
    ...history.map(({ kind, day, amount }, index) => ({ key: `#${index}`, kind, day, amount })),
  ];
  const groups = Map.groupBy(received, ({ day, kind }) => `${yearOf(day)} ${kind}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, of]) => {
      const [first] = of;
      if (first === undefined) return [];
      return {
        year: String(yearOf(first.day)),
        kind: first.kind,
        times: new Set(of.map(({ key }) => key)).size,
        paid: of.reduce<Dong>((sum, { amount }) => add(sum, amount), ZERO),
      };
    });
}

function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
