import { awardStage, totalOf, type ProgrammeKind, type Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import { casesOf } from './benefit-cases.ts';
import type { AwardView } from './port/awards.ts';
import { operate, type Session } from './session.ts';

export interface CancelInput {
  readonly cases: readonly string[];
  readonly reason: string;
  /** The decision that takes back an earlier one. */
  readonly decision: { readonly number: string; readonly on: Day; readonly by: string } | undefined;
}

export interface CancelAnswer {
  readonly round: string;
  readonly cases: readonly string[];
  readonly people: number;
  /** Đồng that nobody is promised any more. */
  readonly total: Dong;
}

/**
 * Withdraws awards of which no money is out: what is paid comes back first, and what a distributor carries too. An
 * award that a decision granted needs a decision to take it back.
 */
export function cancelBenefits(
  session: Session,
  kind: ProgrammeKind,
  { cases, reason, decision }: CancelInput,
): Promise<CancelAnswer> {
  return operate(session, `${kind} cancel`, async (writer) => {
    if (decision !== undefined && decision.on > session.today)
      refuse('day.future', { day: decision.on, today: session.today });
    const { round, awards } = await casesOf(writer, kind, { cases });
    for (const award of awards) mustBeFree(award, round, kind, decision);
    const number =
      decision === undefined
        ? undefined
        : await writer.addDecision({
            round,
            number: decision.number,
            day: decision.on,
            by: tidy(decision.by),
          });
    await writer.addAwardEvents('cancel', awards, number, reason);
    return {
      round: round.code,
      cases: awards.map(({ code }) => code),
      people: new Set(awards.map(({ beneficiary }) => beneficiary.id)).size,
      total: totalOf(awards.flatMap(({ parts }) => parts)),
    };
  });
}

function mustBeFree(
  award: AwardView,
  round: Round,
  kind: ProgrammeKind,
  decision: CancelInput['decision'],
): void {
  const { code, state, parts, decidedOn, decisionNo } = award;
  if (state !== 'proposed' && state !== 'approved')
    refuse('award.state', { award: code, kind, state, verb: 'cancel' });
  const out = parts.some(({ paid }) => paid !== undefined)
    ? 'paid'
    : parts.some(({ handed }) => handed !== undefined)
      ? 'handed'
      : undefined;
  if (out !== undefined) {
    const stage = awardStage(award);
    refuse('award.out', { award: code, kind, state: stage === 'signed' ? 'signed' : out });
  }
  if (state !== 'approved' || decidedOn === undefined) return;
  // What stands by a clause of the regulation has no decision that another could take back.
  if (decision === undefined) {
    if (decisionNo !== undefined && decisionNo !== round.standing)
      refuse('award.decided', { award: code, kind, decision: decisionNo });
  } else if (decision.on < decidedOn)
    refuse('award.day', { award: code, day: decision.on, decided: decidedOn });
}
