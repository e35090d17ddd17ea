import type { Part, ProgrammeKind, Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import type { Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Objection } from '../domain/objection.ts';
import type { PaperStage } from '../domain/paper.ts';
import { duplicateObjections } from './duplicates.ts';
import type { Reader } from './port/ports.ts';
import { quotaObjections } from './quotas.ts';
import { ruleObjections } from './rules.ts';

/** An award as rules judge it, whether it stands already or is only proposed. */
export interface Candidate {
  readonly code: string;
  /** Its key where it stands in the book. */
  readonly id?: number | undefined;
  /** The day of its decision, where it has one. */
  readonly decidedOn?: Day | undefined;
  readonly beneficiary: Ref;
  readonly unit: Ref;
  readonly category: string;
  readonly area?: string | undefined;
  readonly parts: readonly Part[];
}

/** Of which round, on which day, and how far awards are to go: to the decision, to the money, to the end. */
export interface Judgement {
  readonly round: Round;
  readonly day: Day;
  readonly stage: PaperStage;
}

/** Everything that stands against awards, judged together: one look at the book, however many they are. */
export async function objectionsTo(
  reader: Reader,
  candidates: readonly Candidate[],
  judgement: Judgement,
): Promise<readonly Objection[]> {
  const all = [await ruleObjections(reader, candidates, judgement)];
  // Who may be whom, and how many a unit has, is settled by the decision.
  if (judgement.stage === 'approve')
    all.push(
      await duplicateObjections(reader, candidates, judgement),
      await quotaObjections(reader, candidates, judgement),
    );
  return all.flat();
}

/**
 * Refuses awards of the book that break a rule which nobody waived: what held when they were proposed may hold no more.
 * Gives back what rules only advise against.
 */
export async function mustKeepRules(
  reader: Reader,
  awards: readonly (Candidate & { readonly id: number })[],
  judgement: Judgement,
): Promise<readonly Objection[]> {
  const codes = new Map(awards.map(({ id, code }) => [id, code]));
  const once = [...new Map(awards.map((award) => [award.id, award])).values()];
  const objections = await objectionsTo(reader, once, judgement);
  if (objections.length === 0) return [];
  const waivers = await (await reader.benefits()).waivers({ round: judgement.round.id });
  const waived = waivers.map(({ award, rule }) => ({ award: codes.get(award) ?? '', rule }));
  mustStand(stopping(objections, waived), judgement.round.kind);
  const said = new Set(waived.map(({ award, rule }) => `${award} ${rule}`));
  return objections.filter(({ award, rule, force }) => force === 'warn' && !said.has(`${award} ${rule}`));
}

/** Rules that a command lets awards break: for what reason, by whom, on which decision. */
export interface Waive {
  readonly rules: readonly string[];
  readonly by: string;
  readonly reason: string;
  readonly decision?: string | undefined;
}

/** Objections that nobody waived and that stop a command. */
export function stopping(
  objections: readonly Objection[],
  waived: readonly { award: string; rule: string }[],
): Objection[] {
  const spared = new Set(waived.map(({ award, rule }) => `${award} ${rule}`));
  return objections.filter(({ award, rule, force }) => force === 'refuse' && !spared.has(`${award} ${rule}`));
}

/** More than a norm is given by a decision of its own, or not at all. */
export function mustHaveDecision(
  { rule, subject }: Pick<Objection, 'rule' | 'subject'>,
  decision: string | undefined,
): void {
  if ((subject === 'cap' || subject === 'level') && decision === undefined)
    refuse('waiver.decision', { rule });
}

/** Refuses the first of them, with how many there are; `kind` where the awards stand in the book already. */
export function mustStand(objections: readonly Objection[], kind?: ProgrammeKind): void {
  const [first] = objections;
  if (first === undefined) return;
  const { award, rule, subject, allowed, found, source } = first;
  refuse('rule.broken', { award, rule, subject, allowed, found, source, more: objections.length - 1, kind });
}
