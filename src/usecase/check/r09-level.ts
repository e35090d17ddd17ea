import { yearOf } from '../../domain/day.ts';
import { asDong } from '../../domain/dong.ts';
import type { Found } from '../../domain/finding.ts';
import { levelOf } from '../round-level.ts';
import { Bench } from '../rules.ts';
import type { Facts } from './facts.ts';
import { error, notice, warning, type Rule } from './rule.ts';

/** An award against its round's level, the norms of its programme, a cap, and how often a year one person is helped; years before the book count. */
export const r09: Rule = {
  code: 'R09',
  group: 'benefits',
  scope: 'month',
  kinds: {
    'level.differs': warning('chair', 'check.R09.level'),
    'level.cap': error('chair'),
    'level.norm': error('chair'),
    'level.advised': warning('chair'),
    'level.waived': notice('chair'),
    'level.times': warning('chair'),
  },
  look: async (facts) => {
    const cap = facts.settings.number('check.R09.cap');
    const limit = facts.settings.number('check.R09.times');
    const rounds = new Map((await facts.reader.rounds()).map((round) => [round.code, round]));
    const found = [
      ...(await outsideNorms(facts)),
      ...(await facts.decided()).flatMap(({ award, category, total, kind, day, ...of }): Found[] => {
        const round = rounds.get(of.round);
        // A visit's level may be named by another word of the same meaning.
        const level = of.level ?? (round === undefined ? undefined : levelOf(round, category));
        const mend = `phucloi ${kind} list --round ${of.round}`;
        const differs = level !== undefined && total > 0 && level !== total && kind !== 'home';
        return [
          ...(differs
            ? [
                {
                  kind: 'level.differs',
                  subject: award,
                  facts: { award, category, level, total },
                  mend,
                  day,
                } as const,
              ]
            : []),
          ...(cap !== undefined && total > cap
            ? [
                {
                  kind: 'level.cap',
                  subject: award,
                  facts: { award, cap: asDong(cap), total },
                  mend,
                  day,
                } as const,
              ]
            : []),
        ];
      }),
    ];
    if (limit === undefined) return found;
    const year = yearOf(facts.from);
    const often = (await facts.ask.yearly(facts, year)).filter(({ times }) => times > limit);
    return [
      ...found,
      ...often.map(({ beneficiary, times }): Found => ({
        kind: 'level.times',
        subject: `${beneficiary}@${year}`,
        facts: { beneficiary, year, times, limit },
        mend: `phucloi ledger member ${beneficiary}`,
      })),
    ];
  },
};

/** Awards decided outside a cap or level of the book's rules: each listed, whether a decision lets it stand or none does. */
async function outsideNorms(facts: Facts): Promise<Found[]> {
  const benefits = await facts.reader.benefits();
  const body = facts.settings.text('programme.body');
  const norms = (await benefits.rules()).filter(
    (rule) =>
      (rule.what === 'cap' || rule.what === 'level') &&
      (rule.body === '' || rule.body === body) &&
      rule.from <= facts.to &&
      (rule.to ?? facts.from) >= facts.from,
  );
  const kinds = new Set(norms.map(({ kind }) => kind));
  const decided = (await facts.decided()).filter(({ kind }) => kinds.has(kind));
  if (decided.length === 0) return [];
  const rounds = new Map((await facts.reader.rounds()).map((round) => [round.code, round]));
  const found: Found[] = [];
  for (const [code, ofRound] of Map.groupBy(decided, ({ round }) => round)) {
    const round = rounds.get(code);
    if (round === undefined) continue;
    const dayOf = new Map(ofRound.map(({ award, day }) => [award, day]));
    const awards = (await facts.reader.awards({ round: round.id })).filter((award) => dayOf.has(award.code));
    const waivers = await benefits.waivers({ round: round.id });
    const bench = await Bench.of(facts.reader, awards, { round, day: facts.to, stage: 'approve' }, norms);
    for (const award of awards) {
      const day = dayOf.get(award.code) ?? facts.to;
      for (const { rule, kept, allowed, found: total } of bench.verdicts(award, { day })) {
        if (kept) continue;
        const waiver = waivers.find((each) => each.award === award.id && each.rule === rule.code);
        const figures = { award: award.code, rule: rule.code, allowed, total: asDong(Number(total)) };
        const rest = { subject: `${award.code}+${rule.code}`, mend: `phucloi explain ${award.code}`, day };
        if (waiver?.decision !== undefined)
          found.push({ kind: 'level.waived', facts: { ...figures, decision: waiver.decision }, ...rest });
        else if (rule.force === 'refuse') found.push({ kind: 'level.norm', facts: figures, ...rest });
        else found.push({ kind: 'level.advised', facts: figures, ...rest });
      }
    }
  }
  return found;
}
