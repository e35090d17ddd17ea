import { dayBefore, monthOf, type Day } from '../domain/day.ts';
import type { JudgedFinding } from '../domain/finding.ts';
import { openMonth } from '../domain/period.ts';
import { fundLines, type FundLine } from '../domain/reconcile.ts';
import { monthsOf, monthSpan, spanDays, type Span } from '../domain/span.ts';
import { inspect } from './check/inspect.ts';
import type { Reader } from './port/ports.ts';
import { calendarOf, type Session } from './session.ts';

/** A span looked through: each fund's identity over all of it, and what differs in any of its months. */
export interface SpanInspection {
  readonly period: string;
  readonly funds: readonly FundLine[];
  readonly findings: readonly JudgedFinding[];
}

/** Looks a span of months through; without one, the first month still open. */
export function reconcile(session: Session, period: Span | undefined): Promise<SpanInspection> {
  return session.book.read(async (reader) => {
    const span = period ?? monthSpan(openMonth(await calendarOf(reader, session.today)));
    if (span.from === span.to) return inspect(reader, span.from, session.today);
    const { from, to } = spanDays(span);
    const funds = fundLines(
      await reader.funds(),
      await reader.turnovers({ to: dayBefore(from) }),
      await reader.turnovers({ from, to }),
    );
    return { period: span.label, funds, findings: await findingsOf(reader, span, session.today) };
  });
}

/** What each month has that lies in the book and has begun; what several months have stands once, as the last has it. */
async function findingsOf(reader: Reader, span: Span, today: Day): Promise<JudgedFinding[]> {
  const found = new Map<string, JudgedFinding>();
  for (const month of monthsOf(span)) {
    if (month < reader.entity.firstMonth || month > monthOf(today)) continue;
    for (const finding of (await inspect(reader, month, today)).findings) {
      // A count that one month lacks is not the count that another lacks.
      const day = 'day' in finding.facts ? ` ${finding.facts.day}` : '';
      found.set(`${finding.name}${day}`, finding);
    }
  }
  return [...found.values()];
}
