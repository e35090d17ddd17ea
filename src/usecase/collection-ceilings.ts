import { isOurs, totalOf, type Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { add, asDong, ZERO, type Dong } from '../domain/dong.ts';
import type { Found } from '../domain/finding.ts';
import { Settings } from './check/settings.ts';
import { runOf } from './helped.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader } from './port/ports.ts';
import { Bench } from './rules.ts';
import type { Member, View } from './view.ts';

interface Asked {
  readonly round: Round | undefined;
  readonly from: Day | undefined;
  readonly to: Day;
}

/** What units decided beyond the sector's quotas, and outside its caps and levels. */
export async function overCeilings(reader: Reader, view: View, asked: Asked): Promise<Found[]> {
  return [...(await overQuotas(reader, view, asked)), ...(await outsideNorms(reader, view, asked))];
}

/** A unit's awards of a run, its own and those the sector gave its people, against what the sector granted it. */
async function overQuotas(reader: Reader, view: View, { round, from, to }: Asked): Promise<Found[]> {
  const benefits = await reader.benefits();
  const units = new Map((await reader.units()).map(({ id, code }) => [id, code]));
  const found: Found[] = [];
  for (const each of await reader.rounds()) {
    if (round !== undefined && each.id !== round.id) continue;
    const quotas = await benefits.quotas(each.id);
    if (quotas.length === 0) continue;
    const sums = await decidedIn(view, each, to, from);
    for (const { unit, people: most, amount: quota } of quotas) {
      const code = units.get(unit) ?? '';
      const sum = sums.get(code);
      if (sum === undefined || !sum.lately) continue;
      const { people, total } = sum;
      if ((most === undefined || people <= most) && (quota === undefined || total <= quota)) continue;
      const limits = { ...(most === undefined ? {} : { most }), ...(quota === undefined ? {} : { quota }) };
      found.push({
        kind: 'unit.quota',
        subject: `${code}@${each.code}`,
        facts: { unit: code, round: each.code, people, total, ...limits },
        mend: `phucloi programme show ${each.code}`,
      });
    }
  }
  return found;
}

interface Decided {
  people: number;
  total: Dong;
  /** Whether any of it was decided within the days that are asked about. */
  lately: boolean;
}

/** What was decided of a run by unit, in all books together. */
async function decidedIn(
  view: View,
  round: Round,
  to: Day,
  from: Day | undefined,
): Promise<ReadonlyMap<string, Decided>> {
  const sums = new Map<string, Decided>();
  for (const member of view.members) {
    const awards = await member.read((reader) => awardsOf(reader, member, round));
    const people = new Map<string, Set<number>>();
    for (const award of awards) {
      const unit = member.own ? view.keeperOf(award.unit.code) : member.union;
      if (unit === undefined || (award.decidedOn ?? to) > to) continue;
      const sum = sums.get(unit) ?? { people: 0, total: ZERO, lately: false };
      sums.set(unit, sum);
      sum.total = add(sum.total, totalOf(award.parts.filter(isOurs)));
      sum.lately ||= from === undefined || (award.decidedOn ?? from) >= from;
      const known = people.get(unit) ?? new Set();
      if (!known.has(award.beneficiary.id)) sum.people += 1;
      people.set(unit, known.add(award.beneficiary.id));
    }
  }
  return sums;
}

async function awardsOf(reader: Reader, { upTo }: Member, round: Round): Promise<readonly AwardView[]> {
  const same = (await reader.rounds()).filter((each) => runOf(each) === runOf(round));
  const awards: AwardView[] = [];
  for (const { id } of same) awards.push(...(await reader.awards({ round: id, upTo })));
  return awards.filter(({ state }) => state === 'approved');
}

/** Awards of units outside a cap or level of the sector's rules, where no decision of the unit lets them stand. */
async function outsideNorms(reader: Reader, view: View, { round, from, to }: Asked): Promise<Found[]> {
  const norms = (await (await reader.benefits()).rules()).filter(
    ({ what }) => what === 'cap' || what === 'level',
  );
  if (norms.length === 0) return [];
  const found: Found[] = [];
  for (const { union, upTo, own, read } of view.members) {
    if (own) continue;
    await read(async (unit) => {
      const body = new Settings(await (await unit.check()).settings()).text('programme.body');
      const fitting = norms.filter((rule) => rule.body === '' || rule.body === body);
      const benefits = await unit.benefits();
      for (const each of await unit.rounds()) {
        if (round !== undefined && runOf(each) !== runOf(round)) continue;
        if (!fitting.some(({ kind }) => kind === each.kind)) continue;
        const awards = (await unit.awards({ round: each.id, upTo })).filter(
          ({ state, decidedOn }) =>
            state === 'approved' &&
            decidedOn !== undefined &&
            (from ?? decidedOn) <= decidedOn &&
            decidedOn <= to,
        );
        if (awards.length === 0) continue;
        const waived = await benefits.waivers({ round: each.id });
        const bench = await Bench.of(unit, awards, { round: each, day: upTo, stage: 'approve' }, fitting);
        for (const award of awards) {
          const day = award.decidedOn ?? upTo;
          for (const { rule, kept, allowed, found: total } of bench.verdicts(award, { day })) {
            const stands = waived.some(
              (waiver) =>
                waiver.award === award.id && waiver.rule === rule.code && waiver.decision !== undefined,
            );
            if (kept || stands) continue;
            found.push({
              kind: 'unit.norm',
              subject: `${union}:${award.code}+${rule.code}`,
              facts: {
                unit: union,
                award: award.code,
                rule: rule.code,
                allowed,
                total: asDong(Number(total)),
              },
              day,
              severity: rule.force === 'refuse' ? 'error' : 'warning',
            });
          }
        }
      }
    });
  }
  return found;
}
