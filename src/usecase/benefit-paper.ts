import type { ProgrammeKind, Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import { isMilestone, MILESTONES, type Milestone, type PaperKind } from '../domain/paper.ts';
import type { AwardView } from './port/awards.ts';
import type { PaperView } from './port/benefits.ts';
import type { Reader, Writer } from './port/ports.ts';
import { stands } from './proposal.ts';
import { roundOf } from './round-add.ts';
import { operate, type Session } from './session.ts';

export interface PaperInput {
  readonly paper: PaperKind;
  readonly round: string | undefined;
  readonly cases: readonly string[];
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
    const kept = await papersOf(writer, awards);
    const wanting = awards.filter(({ id }) => {
      const alike = (kept.get(id) ?? []).filter((each) => each.kind === paper);
      const there = alike.filter((each) => each.due === undefined);
      return due === undefined
        ? !there.some((each) => each.number === number && each.day === day)
        : there.length === 0 && !alike.some((each) => each.due === due);
    });
    if (awards.length === 0) refuse('award.none', { round: round.code, kind, verb: 'document' });
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

/** Awards that were neither rejected nor cancelled: of the round, or those named. */
export async function standingCases(
  reader: Reader,
  kind: ProgrammeKind,
  { round: whole, cases }: Pick<PaperInput, 'round' | 'cases'>,
): Promise<{ round: Round; awards: AwardView[] }> {
  const codes = [...new Set(cases)];
  const rounds = [
    ...new Set([...(whole === undefined ? [] : [whole]), ...codes.map((code) => code.split('/')[0] ?? '')]),
  ];
  const found = await Promise.all(
    rounds.map(async (code) => {
      const round = await roundOf(reader, kind, code);
      return { round, awards: await reader.awards({ round: round.id }) };
    }),
  );
  const [first] = found;
  if (first === undefined) return refuse('usage.missing', { option: '--case | --round' });
  const all = found.flatMap(({ awards }) => awards);
  if (codes.length === 0) return { round: first.round, awards: all.filter(stands) };
  const awards = codes.map(
    (code) => all.find((award) => award.code === code) ?? refuse('missing', { noun: 'award', code }),
  );
  for (const award of awards)
    if (!stands(award)) refuse('award.none', { round: first.round.code, kind, verb: 'document' });
  return { round: first.round, awards };
}

/** Papers by award, each award's in the order of their days: one question a round. */
async function papersOf(writer: Writer, awards: readonly AwardView[]): Promise<Map<number, PaperView[]>> {
  const benefits = await writer.benefits();
  const rounds = [...new Set(awards.map(({ round }) => round))];
  const papers = await Promise.all(rounds.map((round) => benefits.papers({ round })));
  return Map.groupBy(papers.flat(), ({ award }) => award);
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
