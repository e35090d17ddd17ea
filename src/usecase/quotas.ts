import { totalOf } from '../domain/award.ts';
import { add, ZERO } from '../domain/dong.ts';
import type { Objection } from '../domain/objection.ts';
import { aboveOf } from '../domain/unit-tree.ts';
import type { Candidate, Judgement } from './objections.ts';
import type { Reader, Unit } from './port/ports.ts';
import type { StandingAward } from './port/rounds.ts';
import type { Quota } from './port/benefits.ts';

/** What a round grants a unit, who joined too late for it, and a list that comes too late. */
export async function quotaObjections(
  reader: Reader,
  candidates: readonly Candidate[],
  { round, day }: Judgement,
): Promise<readonly Objection[]> {
  const benefits = await reader.benefits();
  const quotas = await benefits.quotas(round.id);
  if (quotas.length === 0 && round.cutOff === undefined && round.listBy === undefined) return [];
  const facts = await reader.roundFacts();
  const standing = await facts.standing(round.id);
  const persons = await benefits.persons(candidates.map(({ beneficiary }) => beneficiary.id));
  const known = new Set(standing.map(({ code }) => code));
  const fresh = candidates.filter(({ code }) => !known.has(code));
  const objections: Objection[] = [];
  if (quotas.length > 0) {
    // As the round found them: a unit that moves later takes no award of it to another's quota.
    const units = await reader.units(round.day);
    const all = [
      ...standing,
      ...fresh.map(({ code, beneficiary, unit, parts }) => ({
        code,
        beneficiary: persons.get(beneficiary.id)?.id ?? beneficiary.id,
        unit: unit.id,
        amount: totalOf(parts),
      })),
    ];
    objections.push(...beyond(quotas, units, all, new Set(candidates.map(({ code }) => code))));
  }
  const { cutOff, listBy } = round;
  for (const { code, beneficiary } of cutOff === undefined ? [] : candidates) {
    const joined = persons.get(beneficiary.id)?.joined;
    if (cutOff !== undefined && joined !== undefined && joined > cutOff)
      objections.push({
        award: code,
        rule: 'CUT-OFF',
        subject: 'cutOff',
        force: 'refuse',
        allowed: cutOff,
        found: joined,
      });
  }
  const [first] = fresh;
  // Said once for the whole list: it is the list that is late.
  if (first !== undefined && listBy !== undefined && day > listBy)
    objections.push({
      award: first.code,
      rule: 'LATE-LIST',
      subject: 'late',
      force: 'warn',
      allowed: listBy,
      found: day,
    });
  return objections;
}

/**
 * Awards that lie beyond a unit's quota, its lower units counted in: those that came last, in the order of proposal, so
 * that they are the same whenever it is asked.
 */
function beyond(
  quotas: readonly Quota[],
  units: readonly Unit[],
  awards: readonly StandingAward[],
  judged: ReadonlySet<string>,
): Objection[] {
  const above = aboveOf(units);
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  const shares = new Map(
    quotas.map((quota) => [quota.unit, { quota, people: new Set<number>(), amount: ZERO }]),
  );
  const over = awards.flatMap(({ code, beneficiary, unit, amount }) =>
    above(unit).flatMap((each) => {
      const share = shares.get(each);
      if (share === undefined) return [];
      const isNew = !share.people.has(beneficiary);
      share.people.add(beneficiary);
      share.amount = add(share.amount, amount);
      const byPeople = isNew && share.quota.people !== undefined && share.people.size > share.quota.people;
      const byAmount = share.quota.amount !== undefined && share.amount > share.quota.amount;
      return (byPeople || byAmount) && judged.has(code) ? [{ code, share, byPeople }] : [];
    }),
  );
  return over.map(({ code, share: { quota, people, amount }, byPeople }) => ({
    award: code,
    rule: 'QUOTA',
    subject: 'quota',
    force: 'refuse',
    allowed: `${codes.get(quota.unit) ?? ''} ${byPeople ? quota.people : `${quota.amount} VND`}`,
    found: byPeople ? `${people.size}` : `${amount} VND`,
  }));
}
