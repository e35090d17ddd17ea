import { totalOf, type Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { AwardExplained, Explained, RuleView } from '../domain/explanation.ts';
import type { Verdict } from '../domain/rule.ts';
import type { AwardView } from './port/awards.ts';
import type { WaiverView } from './port/benefits.ts';
import type { Reader } from './port/ports.ts';
import { Bench } from './rules.ts';
import { roundBy, type Session } from './session.ts';

/** What an award rests on: its parts, every rule that speaks of it, its decision; of a voucher, those of all its awards. */
export function explain(session: Session, code: string): Promise<Explained> {
  return session.book.read(async (reader) => {
    if (code.includes('/')) return { awards: await awardsExplained(reader, session.today, [code]) };
    const paid = await (await reader.benefits()).paidBy(code);
    if (paid.length === 0) refuse('missing', { noun: 'voucher', code });
    const awards = await awardsExplained(reader, session.today, [...new Set(paid.map(({ award }) => award))]);
    const total = paid.reduce<Dong>((sum, { amount }) => add(sum, amount), ZERO);
    const entries = paid.map(({ entry, award, amount }) => ({ entry, award, amount }));
    return { awards, voucher: { code, total, entries } };
  });
}

/** Awards by code, each round read once. */
async function awardsExplained(
  reader: Reader,
  today: Day,
  codes: readonly string[],
): Promise<AwardExplained[]> {
  const explained: AwardExplained[] = [];
  for (const [round, wanted] of Map.groupBy(codes, (code) => code.slice(0, code.lastIndexOf('/'))))
    explained.push(...(await roundExplained(reader, today, await roundBy(reader, round), wanted)));
  return explained;
}

async function roundExplained(
  reader: Reader,
  today: Day,
  round: Round,
  codes: readonly string[],
): Promise<AwardExplained[]> {
  const wanted = new Set(codes);
  const awards = (await reader.awards({ round: round.id, codes })).filter(({ code }) => wanted.delete(code));
  for (const code of wanted) refuse('missing', { noun: 'award', code });
  const funds = new Map((await reader.funds()).map((fund) => [fund.id, fund.code]));
  const waivers = Map.groupBy(
    await (await reader.benefits()).waivers({ round: round.id }),
    ({ award }) => award,
  );
  // Norms as on the day of the decision, papers as they are today.
  const now = await Bench.of(reader, awards, { round, day: today, stage: 'end' });
  const then = await Bench.of(reader, awards, { round, day: today, stage: 'approve' });
  return awards.map((award) => {
    const norms = then
      .verdicts(award, { day: award.decidedOn ?? today })
      .filter(({ rule }) => rule.what !== 'paper');
    return viewOf(
      round,
      award,
      funds,
      rulesOf([...norms, ...now.verdicts(award)], waivers.get(award.id) ?? []),
    );
  });
}

function viewOf(
  round: Round,
  award: AwardView,
  funds: ReadonlyMap<number, string>,
  rules: readonly RuleView[],
): AwardExplained {
  const { code, unit, category, area, state, decisionNo, decidedOn } = award;
  return {
    award: code,
    kind: round.kind,
    round: round.code,
    unit: unit.code,
    category,
    area,
    state,
    parts: award.parts.map(({ line, payer, outside, form, amount }) => ({
      line,
      payer: outside ?? funds.get(payer ?? 0) ?? '',
      form,
      amount,
    })),
    ours: totalOf(award.parts.filter(({ outside }) => outside === undefined)),
    total: totalOf(award.parts),
    ...(decisionNo === undefined ? {} : { decision: decisionNo }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    rules,
  };
}

function rulesOf(verdicts: readonly Verdict[], waivers: readonly WaiverView[]): RuleView[] {
  return verdicts.map(({ rule, kept, found }) => {
    const waiver = kept ? undefined : waivers.find((each) => each.rule === rule.code);
    const { code, what, value, source, verified, force } = rule;
    return {
      rule: code,
      what,
      value,
      source,
      verified,
      force,
      found,
      result: kept ? 'kept' : waiver === undefined ? 'broken' : 'waived',
      ...(waiver === undefined ? {} : { by: waiver.by }),
      ...(waiver?.decision === undefined ? {} : { decision: waiver.decision }),
    };
  });
}
