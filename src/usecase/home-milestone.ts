import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import { MILESTONES, type Milestone } from '../domain/paper.ts';
import { mustFollow, standingCases } from './benefit-paper.ts';
import { operate, type Session } from './session.ts';

/** A picture, known by the digest of its bytes; `copy` puts it beside the book. */
export interface Photo {
  readonly file: string;
  readonly digest: Uint8Array;
  readonly size: number;
  readonly copy: () => void;
}

export interface MilestoneInput {
  readonly case: string;
  readonly milestone: Milestone;
  readonly on: Day;
  /** The number of the minutes. */
  readonly minutes: string;
  readonly by: string | undefined;
  readonly note: string | undefined;
  readonly photos: readonly Photo[];
}

export interface MilestoneAnswer {
  readonly case: string;
  readonly milestone: Milestone;
  readonly day: Day;
  readonly minutes: string;
  /** Earlier milestones of which nothing is recorded. */
  readonly skipped: readonly Milestone[];
  /** Pictures that were not kept with the house already. */
  readonly photos: number;
}

/** Records how far a house has come, by its minutes; pictures are kept with the case by their digests. */
export function recordMilestone(session: Session, input: MilestoneInput): Promise<MilestoneAnswer> {
  return operate(session, 'home milestone', async (writer) => {
    const { milestone, on: day, minutes } = input;
    if (day > session.today) refuse('day.future', { day, today: session.today });
    const { awards } = await standingCases(writer, 'home', { cases: [input.case] });
    const [award] = awards;
    if (award === undefined) return refuse('missing', { noun: 'award', code: input.case });
    const papers = await (await writer.benefits()).papers({ award: award.id });
    mustFollow(award.code, papers, milestone, day);
    await writer.addPapers([
      {
        award,
        kind: milestone,
        number: minutes,
        day,
        by: tidy(input.by ?? ''),
        note: tidy(input.note ?? ''),
      },
    ]);
    const known = await (await writer.corrections()).attachments({ subject: 'award', code: award.code });
    const kept = new Set(known.map(({ digest }) => digest));
    let photos = 0;
    for (const { file, digest, size, copy } of input.photos) {
      const hex = Buffer.from(digest).toString('hex');
      if (kept.has(hex)) continue;
      kept.add(hex);
      // A copy that nothing names does no harm; a name without a copy would.
      if (!session.dryRun) copy();
      await writer.addAttachment({ subject: 'award', code: award.code, file, bytesDigest: digest, size });
      photos += 1;
    }
    const reached = new Set(papers.flatMap(({ kind, due }) => (due === undefined ? [kind] : [])));
    const skipped = MILESTONES.slice(0, MILESTONES.indexOf(milestone)).filter((each) => !reached.has(each));
    return { case: award.code, milestone, day, minutes, skipped, photos };
  });
}
