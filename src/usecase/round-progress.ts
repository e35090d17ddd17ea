import { LAST_DAY, type Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import type { ProgressFacts } from '../report/round-progress.ts';
import type { Reader } from './port/ports.ts';
import { roundBy, unitBy } from './session.ts';
import { unitView } from './unit-view.ts';

/** What is known of a round on a day: each fact is one question, however many units and awards there are. */
export async function progressOf(
  reader: Reader,
  input: { round: string; unit: string | undefined; day: Day; tree: 'old' | 'new' },
): Promise<ProgressFacts> {
  const round = await roundBy(reader, input.round);
  const within = input.unit === undefined ? undefined : await unitBy(reader, input.unit);
  const facts = await reader.roundFacts();
  const view = await unitView(reader, { tree: input.tree, asOf: input.day }, round.day);
  const refs = new Map(view.units.map((unit) => [unit.id, unit]));
  const awards = await reader.awards({ round: round.id, upTo: input.day });
  const since = await facts.lastProposed(round.id);
  const funds = await reader.funds();
  return {
    round,
    day: input.day,
    awards: awards.map((award) => ({
      ...award,
      unit: refs.get(view.ofPerson(award.unit.id, award.beneficiary.id)) ?? award.unit,
    })),
    quotas: together(await (await reader.benefits()).quotas(round.id), view.ofUnit),
    units: view.units,
    ownFunds: new Set(funds.filter(({ kind }) => kind === 'own').map(({ id }) => id)),
    since: since?.day,
    joined:
      since === undefined ? new Map() : await facts.joinedSince(round.id, since, round.cutOff ?? LAST_DAY),
    within: within?.id,
  };
}

/** Quotas by the unit to which they belong now: those of units that became one are added up. */
function together(
  quotas: ProgressFacts['quotas'],
  ofUnit: (unit: number) => number,
): ProgressFacts['quotas'] {
  const sums = new Map<number, { unit: number; people?: number; amount?: Dong }>();
  for (const { unit, people, amount } of quotas) {
    const now = ofUnit(unit);
    const sum = sums.get(now) ?? { unit: now };
    if (people !== undefined) sum.people = (sum.people ?? 0) + people;
    if (amount !== undefined) sum.amount = add(sum.amount ?? ZERO, amount);
    sums.set(now, sum);
  }
  return [...sums.values()];
}
