import type { ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import { isMilestone, MILESTONES, type Milestone, type PaperKind } from '../domain/paper.ts';
import { casesOf, type Cases } from './benefit-cases.ts';
import type { PaperView } from './port/benefits.ts';
import type { Reader } from './port/ports.ts';
import { stands } from './proposal.ts';
import { operate, type Session } from './session.ts';

export interface PaperInput extends Cases {
  readonly paper: PaperKind;
  /** The paper's day; of a promise the day it was given. */
  readonly on: Day | undefined;
  /** The paper's number; absent where it is only promised. */
  readonly number: string | undefined;
  /** The last day for a paper that is only promised. */
  readonly due: Day | undefined;
  readonly by: string | undefined;
  readonly note: string | undefined;
}

export interface PaperAnswer {
  readonly paper: PaperKind;
  readonly day: Day;
  readonly due?: Day | undefined;
  /** Cases that got it now, by code, and how many had it already. */
  readonly cases: readonly string[];
  readonly known: number;
}

/** Records a paper of the dossiers of some cases, or of a whole round; or that it was promised, and until when. */
export function recordPaper(session: Session, kind: ProgrammeKind, input: PaperInput): Promise<PaperAnswer> {
  return operate(session, `${kind} paper`, async (writer) => {
    const { paper, number = '', due } = input;
    const day = input.on ?? session.today;
    if (day > session.today) refuse('day.future', { day, today: session.today });
    if (due !== undefined && due < day)
      refuse('usage.value', { option: '--due', given: due, expected: `≥ ${day}` });
    const { round, awards } = await standingCases(writer, kind, input);
    const papers = await (await writer.benefits()).papers({ round: round.id });
    const kept = Map.groupBy(papers, ({ award }) => award);
    const wanting = awards.filter(({ id }) => {
      const alike = (kept.get(id) ?? []).filter((each) => each.kind === paper);
      const there = alike.filter((each) => each.due === undefined);
      return due === undefined
        ? !there.some((each) => each.number === number && each.day === day)
        : there.length === 0 && !alike.some((each) => each.due === due);
    });
    if (due === undefined && isMilestone(paper))
      for (const award of wanting) mustFollow(award.code, kept.get(award.id) ?? [], paper, day);
    await writer.addPapers(
      wanting.map((award) => ({
        award,
        kind: paper,
        number,
        day,
        due,
        by: tidy(input.by ?? ''),
        note: tidy(input.note ?? ''),
      })),
    );
    const cases = wanting.map(({ code }) => code);
    return { paper, day, due, cases, known: awards.length - wanting.length };
  });
}

/** Awards that were neither rejected nor cancelled; one that is named must be so. */
export async function standingCases(
  reader: Reader,
  kind: ProgrammeKind,
  which: Cases,
): ReturnType<typeof casesOf> {
  const { round, awards } = await casesOf(reader, kind, which);
  const standing = awards.filter(stands);
  if (standing.length === 0 || (which.cases?.length && standing.length < awards.length))
    refuse('award.none', { round: round.code, kind, verb: 'document' });
  return { round, awards: standing };
}

/** A milestone comes once, on a day that fits those before and after it. */
export function mustFollow(
  award: string,
  papers: readonly PaperView[],
  milestone: Milestone,
  day: Day,
): void {
  const at = MILESTONES.indexOf(milestone);
  for (const { kind, day: other, due } of papers) {
    if (due !== undefined || !isMilestone(kind)) continue;
    const there = MILESTONES.indexOf(kind);
    if (there === at) refuse('milestone.twice', { award, milestone, day: other });
    if ((there < at && other > day) || (there > at && other < day))
      refuse('milestone.order', { award, milestone, day, other: kind, otherDay: other });
  }
}
