import type { ProgrammeKind } from '../domain/award.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import { chosenAwards } from './payable.ts';
import { mustHaveDecision, objectionsTo } from './objections.ts';
import { mustBeAnother } from './proposal.ts';
import { operate, type Session } from './session.ts';

export interface WaiveInput {
  /** Of one round. */
  readonly cases: readonly string[];
  readonly rules: readonly string[];
  readonly by: string;
  readonly reason: string;
  readonly decision: string | undefined;
}

export interface WaiveAnswer {
  readonly cases: readonly string[];
  readonly rules: readonly string[];
  readonly decision?: string;
}

/** Lets awards of one round break rules of its programme: signed by a second person, above a norm with a decision. */
export function waiveRules(session: Session, kind: ProgrammeKind, input: WaiveInput): Promise<WaiveAnswer> {
  return operate(session, `${kind} waive`, async (writer) => {
    mustBeAnother(session, input.by);
    const { round, awards } = await chosenAwards(writer, kind, { round: undefined, cases: input.cases });
    const ruled = (await (await writer.benefits()).rules()).filter((rule) => rule.kind === kind);
    const objections = await objectionsTo(writer, awards, { round, day: session.today, stage: 'approve' });
    const known = [...new Set([...ruled.map(({ code }) => code), ...objections.map(({ rule }) => rule)])];
    for (const rule of input.rules) {
      const subject =
        ruled.find(({ code }) => code === rule)?.what ??
        objections.find((each) => each.rule === rule)?.subject;
      if (subject === undefined) return refuse('missing', { noun: 'rule', code: rule, known });
      mustHaveDecision({ rule, subject }, input.decision);
      const { by, reason, decision } = input;
      await writer.addWaivers(awards, { rule, by: tidy(by), reason, decision });
    }
    const { cases, rules, decision } = input;
    return { cases, rules, ...(decision === undefined ? {} : { decision }) };
  });
}
