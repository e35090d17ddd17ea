import { LAST_DAY, lastDay, type Day, type Month } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { acceptanceKey } from '../domain/finding.ts';
import { tidy } from '../domain/name.ts';
import { openMonth } from '../domain/period.ts';
import { inspect } from './check/inspect.ts';
import { calendarOf, operate, type Session } from './session.ts';

export interface AcceptInput {
  readonly finding: string;
  readonly period: Month | undefined;
  readonly reason: string;
  readonly by: string;
  /** Left out for what is no error: it stands for good. */
  readonly until: Day | undefined;
}

/**
 * Lets an error stand until a day, with a reason and a name; a warning or a question without a day stands for good. Some
 * are never accepted (accounting.md 29).
 */
export function acceptFinding(
  session: Session,
  input: AcceptInput,
): Promise<{ finding: string; until: Day }> {
  return operate(session, 'reconcile accept', async (writer) => {
    const period = input.period ?? openMonth(await calendarOf(writer, session.today));
    const { findings } = await inspect(writer, period, session.today);
    const finding = findings.find((each) => each.name === input.finding);
    if (finding === undefined) {
      const known = findings.filter((each) => each.acceptable).map((each) => each.name);
      return refuse('missing', { noun: 'finding', code: input.finding, known: known.slice(0, 20) });
    }
    if (!finding.acceptable) refuse('finding.never', { finding: finding.name });
    const { by, reason } = input;
    const until = input.until ?? (finding.severity === 'error' ? undefined : LAST_DAY);
    if (until === undefined) return refuse('usage.missing', { option: '--until' });
    if (until < lastDay(period)) {
      refuse('usage.value', { option: '--until', given: until, expected: `${lastDay(period)} …` });
    }
    await writer.addAcceptance({
      finding: acceptanceKey(finding),
      until,
      by: tidy(by),
      reason: tidy(reason),
    });
    return { finding: finding.name, until };
  });
}
