import type { Day } from '../domain/day.ts';
import { subtract, type Dong } from '../domain/dong.ts';
import type { EntryKind, Posting } from '../domain/entry.ts';
import { isMoney } from '../domain/account.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED, type Place } from '../domain/fund.ts';
import { paymentKind, receiptKind } from '../domain/voucher.ts';
import {
  dayOfReversal,
  mustStandAlone,
  standingEntry,
  takeBack,
  type ReversalAnswer,
} from './entry-reverse.ts';
import type { EntryView, PostingView } from './port/entries.ts';
import type { Writer } from './port/ports.ts';
import { bookingDay, fundBy, mustBeFree, mustPay, operate, placeBy, type Session } from './session.ts';

/** Movements with one reason, or from one place to another: what can be entered again with one thing changed. */
const SIMPLE: ReadonlySet<EntryKind> = new Set([
  'contribution',
  'allocation',
  'receipt',
  'expense',
  'remittance',
  'move',
]);

export interface CorrectInput {
  readonly entry: number;
  readonly amount?: Dong | undefined;
  readonly fund?: string | undefined;
  /** Where money came to, or left from. */
  readonly to?: string | undefined;
  readonly from?: string | undefined;
  readonly on?: Day | undefined;
  readonly item?: string | undefined;
  readonly reason: string;
}

export interface CorrectAnswer {
  readonly reversed: ReversalAnswer;
  readonly entry: number;
  readonly voucher: string;
  readonly fund: string;
  readonly amount: Dong;
  readonly bookedOn: Day;
}

/**
 * Reverses an entry and enters it again with what was wrong put right, in one operation. Donor, unit, restriction, source
 * row and own day stay.
 */
export function correctEntry(session: Session, input: CorrectInput): Promise<CorrectAnswer> {
  return operate(session, 'entry correct', async (writer) => {
    const entry = await standingEntry(writer, input.entry);
    if (!SIMPLE.has(entry.kind) || entry.postings.length !== 2)
      refuse('entry.kind', { entry: entry.id, kind: entry.kind });
    await mustStandAlone(session, writer, entry);
    const changed = await postingsOf(session, writer, entry, input);
    const reversed = await takeBack(session, writer, entry, input.reason);
    const { fund, place, amount } = changed;
    const day =
      input.on === undefined
        ? (await dayOfReversal(session, writer, [entry]))(entry)
        : await bookingDay(writer, session.today, input.on, undefined);
    const into = changed.postings.some(({ side, role }) => isMoney(role) && side === 'debit');
    const kind = into && entry.kind !== 'move' ? receiptKind(place.kind) : paymentKind(place.kind);
    const { wording } = entry;
    const voucher = await writer.addVoucher({ kind, day, fund, place, papers: 0, wording });
    const ownDay = entry.ownDay ?? (input.on === undefined ? entry.bookedOn : undefined);
    const fingerprint = await (await writer.corrections()).fingerprint(entry.id);
    const { source } = entry;
    const [key = 0] = await writer.addEntries([
      {
        kind: entry.kind,
        bookedOn: day,
        ownDay: ownDay === day ? undefined : ownDay,
        documentNo: entry.documentNo,
        voucher,
        wording,
        source:
          source === undefined || fingerprint === undefined
            ? undefined
            : { document: { id: source.document, code: '' }, row: source.row, fingerprint },
        postings: changed.postings,
      },
    ]);
    return { reversed, entry: key, voucher: voucher.code, fund: fund.code, amount, bookedOn: day };
  });
}

/** The entry's postings with what was wrong put right; `place` is where its voucher is of. */
async function postingsOf(session: Session, writer: Writer, entry: EntryView, input: CorrectInput) {
  const [first] = entry.postings;
  if (first === undefined) throw new TypeError('an entry without postings');
  const fund = input.fund === undefined ? first.fund : await fundBy(writer, input.fund);
  const amount = input.amount ?? first.amount;
  const [to, from] = [
    input.to === undefined ? undefined : await placeBy(writer, input.to),
    input.from === undefined ? undefined : await placeBy(writer, input.from),
  ];
  const has = (side: 'debit' | 'credit') =>
    entry.postings.some((posting) => isMoney(posting.role) && posting.side === side);
  if (to !== undefined && !has('debit'))
    refuse('usage.value', { option: '--to', given: to.code, expected: `--from ${to.code}` });
  if (from !== undefined && !has('credit'))
    refuse('usage.value', { option: '--from', given: from.code, expected: `--to ${from.code}` });
  const postings = entry.postings.map((posting): Posting => {
    const kept = { ...posting, fund, amount };
    if (!isMoney(posting.role)) return { ...kept, item: input.item ?? posting.item };
    const place = (posting.side === 'debit' ? to : from) ?? posting.place;
    return place === undefined ? kept : { ...kept, place, role: place.kind };
  });
  const places = postings.flatMap(({ place }) => place ?? []);
  if (places.length === 2 && places[0]?.id === places[1]?.id)
    refuse('place.same', { place: places[0]?.code ?? '' });
  const { appeal } = entry.postings.find((posting) => posting.appeal !== undefined) ?? {};
  if (appeal !== undefined && fund.id !== first.fund.id)
    refuse('appeal.fund', { appeal, fund: first.fund.code, given: fund.code });
  await mustBeAllowed(session, writer, entry.kind, { fund, amount }, first, input.on ?? entry.bookedOn);
  return { fund, amount, postings, place: placeOfVoucher(entry.kind, postings) };
}

function placeOfVoucher(kind: EntryKind, postings: readonly Posting[]): Place {
  const money = postings.filter(({ place }) => place !== undefined);
  const place = (kind === 'move' ? money.find(({ side }) => side === 'credit') : money[0])?.place;
  if (place === undefined) throw new TypeError('a movement of no money');
  return place;
}

/** A fund that pays more than before must be free to, and one that pays in another's stead must be there for it. */
async function mustBeAllowed(
  session: Session,
  writer: Writer,
  kind: EntryKind,
  now: { readonly fund: PostingView['fund']; readonly amount: Dong },
  before: PostingView,
  day: Day,
): Promise<void> {
  const other = now.fund.id !== before.fund.id;
  if (other && now.fund.code === UNIDENTIFIED && kind !== 'receipt' && kind !== 'move')
    refuse('fund.held', { fund: now.fund.code });
  if (kind !== 'expense' && kind !== 'remittance') return;
  if (other && kind === 'expense') await mustPay(writer, now.fund, 'running', day);
  const more = other ? now.amount : subtract(now.amount, before.amount);
  if (more > 0) await mustBeFree(writer, session.today, now.fund, more);
}
