import { daysApart, DUPLICATE_RULES, judgeDuplicate, SEASON, type LikeBy } from '../domain/duplicate.ts';
import type { Day } from '../domain/day.ts';
import type { Objection } from '../domain/objection.ts';
import type { ProgrammeKind } from '../domain/award.ts';
import type { Candidate, Judgement } from './objections.ts';
import type { Reader } from './port/ports.ts';

/** An award of somebody, whether it stands or is only a row of the list that is judged; in the order in which they came. */
interface Claim {
  readonly code: string;
  readonly at: number;
  readonly person: number;
  readonly round: number;
  readonly kind: ProgrammeKind;
  readonly day: Day;
  readonly payers: ReadonlySet<number>;
}

/**
 * Second awards in one round, and records that may be one person or of one household, each pair told once: at the award
 * that came later. People are asked about together, however many they are; a merged record counts as the one it is.
 */
export async function duplicateObjections(
  reader: Reader,
  candidates: readonly Candidate[],
  { round }: Judgement,
): Promise<readonly Objection[]> {
  if (candidates.length === 0) return [];
  const persons = await reader.persons();
  const own = await persons.records([...new Set(candidates.map(({ beneficiary }) => beneficiary.id))]);
  const likenesses = await (await reader.benefits()).likenesses([...own.keys()]);
  const records = new Map([...own, ...(await persons.records(likenesses.map(({ other }) => other)))]);
  const whole = (record: number) => records.get(record) ?? record;
  const like = new Map<number, Map<LikeBy, Set<number>>>();
  for (const { one, other, by } of likenesses) {
    const ways = like.get(whole(one)) ?? new Map<LikeBy, Set<number>>();
    like.set(whole(one), ways.set(by, (ways.get(by) ?? new Set()).add(whole(other))));
  }
  const near = { round: round.id, kind: round.kind, day: round.day, days: SEASON };
  const standing = await persons.standing([...records.keys()], near);
  const known = new Map(standing.map(({ code, id }) => [code, id]));
  const claims = standing.map((award): Claim => ({ ...award, at: award.id, payers: new Set(award.payers) }));
  const judged = candidates.map(({ code, beneficiary, parts }, index): Claim => ({
    code,
    at: known.get(code) ?? Number.MAX_SAFE_INTEGER - candidates.length + index,
    person: whole(beneficiary.id),
    round: round.id,
    kind: round.kind,
    day: round.day,
    payers: new Set(parts.flatMap(({ payer, outside }) => (outside === undefined ? [payer ?? 0] : []))),
  }));
  const byPerson = Map.groupBy(
    [...claims, ...judged.filter(({ code }) => !known.has(code))],
    ({ person }) => person,
  );
  return judged.flatMap((claim) =>
    objectionsOf(claim, like.get(claim.person), byPerson, round.twice === 'part'),
  );
}

/** A telephone that two homes share hints at a household rather than at one person. */
function subjectOf(by: LikeBy, { kind }: Claim, other: Claim): Objection['subject'] {
  if (by === 'code') return 'twice';
  const homes = by === 'phone' && kind === 'home' && other.kind === 'home';
  return homes || by === 'spouse' || by === 'relative' ? 'household' : 'likeness';
}

function objectionsOf(
  claim: Claim,
  like: ReadonlyMap<LikeBy, ReadonlySet<number>> | undefined,
  byPerson: ReadonlyMap<number, readonly Claim[]>,
  perPayer: boolean,
): Objection[] {
  // Spouses are relatives too: they are told as spouses.
  const ways: (readonly [LikeBy, Iterable<number>])[] = [
    ['code', [claim.person]],
    ...[...(like ?? [])].toSorted(
      ([one], [other]) => (one === 'relative' ? 1 : 0) - (other === 'relative' ? 1 : 0),
    ),
  ];
  const found = new Map<string, Objection>();
  for (const [by, people] of ways) {
    for (const other of [...people].flatMap((person) => byPerson.get(person) ?? [])) {
      if (other.at >= claim.at) continue;
      const sameRound = other.round === claim.round;
      const force = judgeDuplicate({
        by,
        kind: claim.kind,
        otherKind: other.kind,
        sameRound,
        samePayer: [...claim.payers].some((payer) => other.payers.has(payer)),
        perPayer,
        apart: daysApart(claim.day, other.day),
      });
      const rule = by === 'code' && !sameRound ? 'DUP-SEASON' : DUPLICATE_RULES[by];
      const key = `${rule} ${other.code}`;
      if (force === undefined || found.has(key)) continue;
      found.set(key, {
        award: claim.code,
        rule,
        subject: subjectOf(by, claim, other),
        force,
        allowed: by === 'code' ? '1' : by,
        found: other.code,
      });
    }
  }
  return [...found.values()];
}
