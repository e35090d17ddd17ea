import { reversalOf, type Ref } from '../domain/entry.ts';
import type { Day } from '../domain/day.ts';
import { subtract } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { reversalDay } from '../domain/period.ts';
import { mustBeUnmatched } from './matched.ts';
import type { EntryView } from './port/entries.ts';
import type { Reader, Writer } from './port/ports.ts';
import { calendarOf, mustBeOpen, operate, type Session } from './session.ts';

export interface ReversalAnswer {
  readonly entry: number;
  readonly reverses: number;
  readonly voucher: string;
  readonly bookedOn: Day;
}

/**
 * Takes a mistake back on paper: same sides, negative amounts, on the original's day while its month is open and its
 * places were not counted since.
 */
export function reverseEntry(session: Session, id: number, reason: string): Promise<ReversalAnswer> {
  return operate(session, 'entry reverse', async (writer) => {
    const entry = await standingEntry(writer, id);
    await mustStandAlone(session, writer, entry);
    return takeBack(session, writer, entry, reason);
  });
}

/** The entry of that number; refuses one that was reversed or is a reversal. */
export async function standingEntry(reader: Reader, id: number): Promise<EntryView> {
  const entry = await reader.entry(id);
  if (entry === undefined) return refuse('missing', { noun: 'entry', code: String(id) });
  if (entry.reverses !== undefined) refuse('entry.reversal', { entry: id });
  if (entry.reversedBy !== undefined) refuse('entry.reversed', { entry: id });
  return entry;
}

/** Opening balances are not taken back, nor what a later entry settles, answers or pays again: that would hang. */
export async function mustStandAlone(session: Session, writer: Writer, entry: EntryView): Promise<void> {
  if (entry.kind === 'opening') refuse('entry.opening', { entry: entry.id });
  const homes = await writer.homes();
  const answers = await (await writer.corrections()).clearings(entry.id);
  if (answers.length > 0)
    refuse('entry.cleared', { entry: entry.id, by: answers.map(({ entry: key }) => key) });
  if (entry.kind === 'return') await mustBeUnpaid(writer, entry);
  if (entry.kind === 'benefit')
    for (const { part } of entry.postings) {
      const back =
        part === undefined
          ? []
          : ((await homes.handedBack([part.award], session.today)).get(part.award.id)?.entries ?? []);
      if (back.length > 0) refuse('entry.cleared', { entry: entry.id, by: back });
    }
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

/** What came back and was paid out again is not here to be taken back. */
async function mustBeUnpaid(writer: Writer, entry: EntryView): Promise<void> {
  const part = entry.postings.find((posting) => posting.part !== undefined)?.part;
  if (part === undefined) return;
  const [award] = await writer.awards({ codes: [part.award.code] });
  const again = award?.parts.find(({ line }) => line === part.line);
  // Nobody is owed it any more: taken back, it would be paid to an award that was withdrawn.
  if (award !== undefined && award.state !== 'approved') {
    const { kind = 'gift' } = (await writer.rounds()).find(({ id }) => id === award.round) ?? {};
    refuse('award.state', { award: award.code, kind, state: award.state, verb: 'reverse' });
  }
  // A part that came back of a payment leaves the payment standing.
  if (entry.clears === undefined || (again?.paid === undefined && again?.handed === undefined)) return;
  const payments = await writer.corrections();
  refuse('entry.cleared', { entry: entry.id, by: await payments.paymentsOf(part.award.id) });
}

/** The day an entry is taken back on, and which day that is of the original's where the two differ. */
export async function dayOfReversal(
  session: Session,
  writer: Writer,
  entries: readonly EntryView[],
): Promise<(entry: EntryView) => Day> {
  const calendar = await calendarOf(writer, session.today);
  const counted =
    entries.length === 0 ? new Map<number, Day>() : await (await writer.corrections()).counted();
  return (entry) => {
    const days = entry.postings.flatMap(({ place }) => counted.get(place?.id ?? 0) ?? []);
    return reversalDay(entry.bookedOn, calendar, days.toSorted().at(-1));
  };
}

/** Posts the reversal of one entry under a voucher of its own. */
export async function takeBack(
  session: Session,
  writer: Writer,
  entry: EntryView,
  reason: string,
): Promise<ReversalAnswer> {
  await mustBeUnmatched(writer, [entry.id]);
  const day = await mustBeOpen(writer, session.today, (await dayOfReversal(session, writer, [entry]))(entry));
  const fund = entry.postings[0]?.fund;
  if (fund === undefined) throw new TypeError('an entry without postings');
  const phrases = session.phrases(writer.entity.language);
  const of = day === entry.bookedOn ? undefined : entry.bookedOn;
  const content = phrases.reversed({ entry: entry.id, voucher: entry.voucher?.code ?? '', of, reason });
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
