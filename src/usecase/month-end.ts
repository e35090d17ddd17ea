import { lastDay, monthOf, nextMonth, type Day, type Month } from '../domain/day.ts';
import { refuse, Refusal } from '../domain/failure.ts';
import { acceptanceKey, blocks, isAcceptable, type Finding, type JudgedFinding } from '../domain/finding.ts';
import { shortHead } from '../domain/form.ts';
import { tidy } from '../domain/name.ts';
import { closeFault, openMonth } from '../domain/period.ts';
import { inspect, judge, type Inspection } from './inspect.ts';
import { calendarOf, operate, type Session } from './session.ts';

/** Looks a month through; without one, the first month still open. */
export function reconcile(session: Session, period: Month | undefined): Promise<Inspection> {
  return session.book.read(async (reader) =>
    inspect(reader, period ?? openMonth(await calendarOf(reader, session.today))),
  );
}

export interface AcceptInput {
  readonly finding: string;
  readonly period: Month | undefined;
  readonly reason: string;
  readonly by: string;
  readonly until: Day;
}

/** Lets an error stand until a day, with a reason and a name; some are never accepted (accounting.md 29). */
export function acceptFinding(
  session: Session,
  input: AcceptInput,
): Promise<{ finding: string; until: Day }> {
  return operate(session, 'reconcile accept', async (writer) => {
    const period = input.period ?? openMonth(await calendarOf(writer, session.today));
    const { findings } = await inspect(writer, period);
    const finding = findings.find((each) => each.name === input.finding);
    if (finding === undefined) {
      const known = findings.filter((each) => each.severity === 'error').map((each) => each.name);
      return refuse('missing', { noun: 'finding', code: input.finding, known: known.slice(0, 20) });
    }
    if (!isAcceptable(finding.rule)) refuse('finding.never', { finding: finding.name });
    const { until, by, reason } = input;
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

export interface CloseAnswer {
  readonly month: Month;
  /** The chain's head when the month closed, short enough for the minute book. */
  readonly head: string;
  readonly accepted: readonly string[];
}

/** Closes the first open month where nothing differs but what was accepted; nothing dated in it goes in afterwards. */
export async function closeMonth(session: Session, month: Month): Promise<CloseAnswer> {
  const proof = await session.book.verify();
  if (!proof.ok) refuse('book.altered', proof.broken);
  return operate(session, 'close', async (writer) => {
    const fault = closeFault(month, await calendarOf(writer, session.today));
    if (fault !== undefined) throw new Refusal(fault);
    const { findings } = await inspect(writer, month);
    const blocking = findings.filter(blocks);
    if (blocking.length > 0) {
      const mends = blocking.map((finding) => (finding.mend === undefined ? finding.name : finding.mend));
      refuse('period.blocked', { month, findings: mends });
    }
    const head = await writer.addPeriodEvent({ month, kind: 'close', reason: '', by: session.actor() });
    return {
      month,
      head: shortHead(Buffer.from(head).toString('hex')),
      accepted: findings.filter((finding) => finding.accepted).map((finding) => finding.name),
    };
  });
}

/** Looks the whole book through: the chain, every month still open, and what holds in all months. */
export async function checkBook(session: Session): Promise<readonly JudgedFinding[]> {
  const proof = await session.book.verify();
  return session.book.read(async (reader) => {
    const altered: Finding[] = proof.ok
      ? []
      : [{ rule: 'book.altered', severity: 'error', subject: proof.broken.name, facts: proof.broken }];
    const found = new Map(judge(altered, new Set()).map((finding) => [finding.name, finding]));
    const running = monthOf(session.today);
    const first = openMonth(await calendarOf(reader, session.today));
    for (let month = first; month <= running; month = nextMonth(month)) {
      for (const finding of (await inspect(reader, month)).findings) {
        // A box is counted when its month ends.
        if (month === running && finding.rule === 'place.uncounted') continue;
        found.set(finding.rule === 'place.uncounted' ? `${finding.name} ${month}` : finding.name, finding);
      }
    }
    return [...found.values()];
  });
}
