import { lastDay, type Day, type Month } from '../domain/day.ts';
import { add, asDong, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { acceptanceKey } from '../domain/finding.ts';
import { tidy } from '../domain/name.ts';
import { openMonth } from '../domain/period.ts';
import { placeMoney } from '../domain/reconcile.ts';
import { inspect } from './check/inspect.ts';
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
  /** Left out for what is no error: it stands for good. */
  readonly until: Day | undefined;
}

/** What is accepted for good. */
const FOR_GOOD = '9999-12-31' as Day;

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
    const until = input.until ?? (finding.severity === 'error' ? undefined : FOR_GOOD);
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
