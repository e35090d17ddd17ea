import { totalOf, type ProgrammeKind } from '../domain/award.ts';
import type { Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import { casesOf, type Cases } from './benefit-cases.ts';
import { operate, type Session } from './session.ts';

export interface RejectInput extends Cases {
  readonly reason: string;
  /** Who decided against it. */
  readonly by: string | undefined;
}

export interface RejectAnswer {
  readonly round: string;
  readonly cases: readonly string[];
  readonly people: number;
  readonly total: Dong;
}

/** Turns down what is only proposed, with why; cases named one by one must all be so. */
export function rejectBenefits(
  session: Session,
  kind: ProgrammeKind,
  input: RejectInput,
): Promise<RejectAnswer> {
  return operate(session, `${kind} reject`, async (writer) => {
    const { round, awards } = await casesOf(writer, kind, input);
    const decided = awards.find(({ state }) => state !== 'proposed');
    if (input.cases?.length && decided !== undefined)
      refuse('award.state', { award: decided.code, kind, state: decided.state, verb: 'reject' });
    const proposed = awards.filter(({ state }) => state === 'proposed');
    if (proposed.length === 0) refuse('award.none', { round: round.code, kind, verb: 'reject' });
    const by = input.by === undefined ? undefined : tidy(input.by);
    await writer.addAwardEvents('reject', proposed, undefined, input.reason, by);
    return {
      round: round.code,
      cases: proposed.map(({ code }) => code),
      people: new Set(proposed.map(({ beneficiary }) => beneficiary.id)).size,
      total: totalOf(proposed.flatMap(({ parts }) => parts)),
    };
  });
}
