import type { Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import type { Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { isOneName } from '../domain/likeness.ts';
import type { Objection } from '../domain/objection.ts';
import { Settings } from './check/settings.ts';
import { mustHaveDecision, mustStand, objectionsTo, stopping, type Waive } from './objections.ts';
import type { AwardDraft, AwardView } from './port/awards.ts';
import type { Reader, Writer } from './port/ports.ts';
import { mustStandOn, type Session } from './session.ts';

export interface Proposed {
  readonly awards: readonly Ref[];
  /** What rules say against them and nobody had to waive. */
  readonly objections: readonly Objection[];
}

/**
 * The one way in which awards come to be: judged together by every rule, waived where a second person signs for it, and
 * appended. `complain` takes what stops a row of a list; without it the first is refused.
 */
export async function propose(
  session: Session,
  writer: Writer,
  round: Round,
  drafts: readonly AwardDraft[],
  {
    day,
    waive,
    complain,
  }: { day: Day; waive?: Waive | undefined; complain?: (objection: Objection) => void },
): Promise<Proposed> {
  if (waive !== undefined) mustBeAnother(session, waive.by);
  const ended = new Map(
    (await writer.units()).flatMap((unit) => (unit.to === undefined ? [] : [[unit.id, unit]])),
  );
  const on = givenOn(round, day);
  for (const unit of new Set(drafts.map((draft) => ended.get(draft.unit.id))))
    if (unit !== undefined) await mustStandOn(writer, unit, on);
  const objections = await objectionsTo(writer, drafts, { round, day, stage: 'approve' });
  const waived = objections.filter(({ rule, force }) => force === 'refuse' && waive?.rules.includes(rule));
  for (const each of waived) mustHaveDecision(each, waive?.decision);
  const stop = stopping(objections, waived);
  if (complain === undefined) mustStand(stop);
  else if (stop.length > 0) {
    for (const objection of stop) complain(objection);
    return { awards: [], objections: [] };
  }
  const awards = await writer.addAwards(drafts);
  if (waive !== undefined && waived.length > 0 && !(await mayBeSame(writer))) {
    const codes = new Set(waived.map(({ award }) => award));
    const people = drafts.map(({ beneficiary }) => beneficiary.id);
    const added = await writer.awards({ round: round.id, people });
    mustNotReceive(
      waive.by,
      added.filter(({ code }) => codes.has(code)),
    );
  }
  for (const rule of waive?.rules ?? []) {
    const broken = new Set(waived.filter((each) => each.rule === rule).map(({ award }) => award));
    const { by = '', reason = '', decision } = waive ?? {};
    await writer.addWaivers(
      awards.filter(({ code }) => broken.has(code)),
      { rule, by, reason, decision },
    );
  }
  return { awards, objections: objections.filter(({ force }) => force === 'warn') };
}

/** The day by which a unit must not have ended to be given to: a gift round's own, if that is past; else the proposal's. */
export function givenOn(round: Round, day: Day): Day {
  return round.kind === 'gift' && round.day < day ? round.day : day;
}

/** Who signs that a rule may be broken is not who enters it. */
export function mustBeAnother(session: Session, by: string): void {
  if (isOneName(by, session.actor())) refuse('waiver.same', {});
}

/** Nobody signs for what they receive. */
export function mustNotReceive(by: string, awards: readonly AwardView[]): void {
  const own = awards.find(({ beneficiaryName }) => isOneName(beneficiaryName, by));
  if (own !== undefined) refuse('approval.self', { award: own.code });
}

/** Whether the book is set to let two people of one name be. */
export async function mayBeSame(reader: Reader): Promise<boolean> {
  return new Settings(await (await reader.check()).settings()).text('approval.same') === 'on';
}

/** An award stands unless it was rejected or cancelled. */
export function stands(award: Pick<AwardView, 'state'>): boolean {
  return award.state === 'proposed' || award.state === 'approved';
}

export function awardCode(round: Round, ordinal: number): string {
  return `${round.code}/${String(ordinal).padStart(4, '0')}`;
}
