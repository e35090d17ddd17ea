import { lastDay, monthOf, nextMonth, type Day, type Month } from '../domain/day.ts';
import { add, asDong, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { acceptanceKey, isAcceptable, type Finding, type JudgedFinding } from '../domain/finding.ts';
import { tidy } from '../domain/name.ts';
import { openMonth } from '../domain/period.ts';
import { placeMoney } from '../domain/reconcile.ts';
import { inspect, judge } from './inspect.ts';
import { calendarOf, mustBeOpen, operate, placeBy, type Session } from './session.ts';

export interface CountInput {
  readonly place: string;
  readonly on: Day;
  readonly total: Dong | undefined;
  readonly notes: readonly { readonly face: Dong; readonly sheets: number }[];
  readonly by: string;
}

export interface CountAnswer {
  readonly place: string;
  readonly day: Day;
  readonly counted: Dong;
  /** What the book says lies there at the end of that day, all funds together. */
  readonly balance: Dong;
  readonly difference: Dong;
}

/** Records what was counted in a cash box, as it was counted: the book's figure is compared, never copied. */
export function countCash(session: Session, input: CountInput): Promise<CountAnswer> {
  return operate(session, 'cash count', async (writer) => {
    const place = await placeBy(writer, input.place);
    if (place.kind !== 'cash') refuse('place.bank', { place: place.code });
    await mustBeOpen(writer, session.today, input.on);
    const byNotes = input.notes.reduce<Dong>(
      (sum, { face, sheets }) => add(sum, asDong(face * sheets)),
      ZERO,
    );
    if (input.total !== undefined && input.notes.length > 0 && input.total !== byNotes) {
      refuse('count.mismatch', { notes: byNotes, total: input.total });
    }
    const counted = input.total ?? byNotes;
    const notes = input.notes.toSorted((a, b) => b.face - a.face);
    await writer.addCashCount({ place: place.id, day: input.on, total: counted, notes, by: tidy(input.by) });
    const balance = placeMoney(await writer.turnovers({ to: input.on })).get(place.id) ?? ZERO;
    return { place: place.code, day: input.on, counted, balance, difference: asDong(counted - balance) };
  });
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
