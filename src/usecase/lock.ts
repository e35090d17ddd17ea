import type { Month } from '../domain/day.ts';
import { Refusal } from '../domain/failure.ts';
import { shortHead } from '../domain/form.ts';
import { tidy } from '../domain/name.ts';
import { lockFault } from '../domain/period.ts';
import { sealsOf } from './reopen.ts';
import { operate, type Session } from './session.ts';

/** Locks the year that ends with a December, by the document that approved its settlement: it never opens again. */
export function lockYear(
  session: Session,
  input: { readonly december: Month; readonly document: string; readonly by: string },
): Promise<{ year: string; document: string; head: string }> {
  return operate(session, 'lock', async (writer) => {
    const { december, document } = input;
    const fault = lockFault(december, await sealsOf(writer, session.today));
    if (fault !== undefined) throw new Refusal(fault);
    const event = { month: december, kind: 'lock', reason: document, by: tidy(input.by) } as const;
    const head = await writer.addPeriodEvent(event);
    return { year: december.slice(0, 4), document, head: shortHead(Buffer.from(head).toString('hex')) };
  });
}
