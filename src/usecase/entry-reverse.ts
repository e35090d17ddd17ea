import { reversalOf, type Ref } from '../domain/entry.ts';
import type { Day } from '../domain/day.ts';
import { subtract } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { reversalDay } from '../domain/period.ts';
import { mustBeUnmatched } from './matched.ts';
import type { EntryView, Writer } from './port/ports.ts';
import { calendarOf, mustBeOpen, operate, type Session } from './session.ts';

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
    await mustStandAlone(session, writer, entry);
    return takeBack(session, writer, entry, reason);
  });
}

/** Opening balances are not taken back, nor an advance that something has settled: what rests on them would hang. */
async function mustStandAlone(session: Session, writer: Writer, entry: EntryView): Promise<void> {
  if (entry.kind === 'opening') refuse('entry.opening', { entry: entry.id });
  const { entries, amount } = await (await writer.treasury()).answers(entry.id);
  if (entries > 0) refuse('entry.cleared', { entry: entry.id, entries, amount });
  if (entry.kind === 'purchase') {
    const bought = (await (await writer.goods()).moves({})).find((move) => move.entry === entry.id);
    if (bought !== undefined && bought.reversedBy === undefined)
      refuse('entry.goods', { entry: entry.id, voucher: bought.voucher });
  }
  if (entry.kind !== 'advance') return;
  const advance = (await writer.advances(session.today)).find((each) => each.entry === entry.id);
  if (advance !== undefined && advance.open !== advance.amount) {
    refuse('entry.settled', { entry: entry.id, settled: subtract(advance.amount, advance.open) });
  }
}

/** Posts the reversal of one entry under a voucher of its own. */
export async function takeBack(
  session: Session,
  writer: Writer,
  entry: EntryView,
  reason: string,
): Promise<ReversalAnswer> {
  await mustBeUnmatched(writer, [entry.id]);
  const calendar = await calendarOf(writer, session.today);
  const day = await mustBeOpen(writer, session.today, reversalDay(entry.bookedOn, calendar));
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
