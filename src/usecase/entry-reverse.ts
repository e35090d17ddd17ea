import { reversalOf, type Ref } from '../domain/entry.ts';
import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { reversalDay } from '../domain/period.ts';
import type { EntryView, Writer } from './ports.ts';
import { calendarOf, operate, type Session } from './session.ts';

export interface ReversalAnswer {
  readonly entry: number;
  readonly reverses: number;
  readonly voucher: string;
  readonly bookedOn: Day;
}

/** Takes a mistake back on paper: same sides, negative amounts, on the original's day while its month is open. */
export function reverseEntry(session: Session, id: number, reason: string): Promise<ReversalAnswer> {
  return operate(session, 'entry reverse', async (writer) => {
    const entry = await writer.entry(id);
    if (entry === undefined) return refuse('missing', { noun: 'entry', code: String(id) });
    if (entry.reverses !== undefined) refuse('entry.reversal', { entry: id });
    if (entry.reversedBy !== undefined) refuse('entry.reversed', { entry: id });
    return takeBack(session, writer, entry, reason);
  });
}

/** Posts the reversal of one entry under a voucher of its own. */
export async function takeBack(
  session: Session,
  writer: Writer,
  entry: EntryView,
  reason: string,
): Promise<ReversalAnswer> {
  const day = reversalDay(entry.bookedOn, await calendarOf(writer, session.today));
  const fund = entry.postings[0]?.fund;
  if (fund === undefined) throw new TypeError('an entry without postings');
  const phrases = session.phrases(writer.entity.language);
  const content = phrases.reversed({ entry: entry.id, voucher: entry.voucher?.code ?? '', reason });
  const voucher: Ref = await writer.addVoucher({
    kind: 'PKT',
    day,
    fund,
    papers: 0,
    wording: { party: entry.wording.party, content },
  });
  const [key = 0] = await writer.addEntries([
    {
      kind: 'reversal',
      bookedOn: day,
      voucher,
      reverses: entry,
      settles: entry.settles,
      postings: reversalOf(entry.postings),
    },
  ]);
  return { entry: key, reverses: entry.id, voucher: voucher.code, bookedOn: day };
}
