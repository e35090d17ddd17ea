import type { Month } from '../domain/day.ts';
import { Refusal } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import { reopenFault, type Seals } from '../domain/period.ts';
import type { Reader } from './port/ports.ts';
import { calendarOf, operate, type Session } from './session.ts';

export async function sealsOf(reader: Reader, today: Session['today']): Promise<Seals> {
  return { ...(await calendarOf(reader, today)), locked: await (await reader.periods()).locked() };
}

/** Opens the month that was closed last again, for a reason that stays in the book. */
export function reopenMonth(
  session: Session,
  input: { readonly month: Month; readonly reason: string; readonly by: string },
): Promise<{ month: Month; by: string }> {
  return operate(session, 'reopen', async (writer) => {
    const fault = reopenFault(input.month, await sealsOf(writer, session.today));
    if (fault !== undefined) throw new Refusal(fault);
    const { month } = input;
    const by = tidy(input.by);
    await writer.addPeriodEvent({ month, kind: 'reopen', reason: tidy(input.reason), by });
    return { month, by };
  });
}
