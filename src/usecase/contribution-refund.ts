import type { Day } from '../domain/day.ts';
import { subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { moneyOut, type Posting } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED, type Fund, type Place } from '../domain/fund.ts';
import type { Role } from '../domain/account.ts';
import { paymentKind } from '../domain/voucher.ts';
import { standingEntry } from './entry-reverse.ts';
import type { MoneyAnswer } from './money.ts';
import type { EntryView } from './port/entries.ts';
import type { Writer } from './port/ports.ts';
import { fundBy, mustBeFree, mustBeOpen, operate, placeBy, type Session } from './session.ts';

export interface RefundInput {
  readonly entry: number;
  readonly from: string;
  readonly on: Day;
  /** Left out, all that was not paid back yet. */
  readonly amount: Dong | undefined;
  readonly reason: string;
}

/**
 * Pays a donor back, never more than was given: contributions are net of it. Of money that nobody could name (CHO) it is
 * the one thing that is ever paid.
 */
export function refundContribution(session: Session, input: RefundInput): Promise<MoneyAnswer> {
  return operate(session, 'contribution refund', async (writer) => {
    const entry = await standingEntry(writer, input.entry);
    const place = await placeBy(writer, input.from);
    const day = await mustBeOpen(writer, session.today, input.on);
    const { left, fund, role, about } = isUnnamed(entry)
      ? await unnamed(writer, session.today, entry, place)
      : await given(writer, entry);
    const amount = input.amount ?? left;
    if (amount > left || left <= 0) refuse('refund.more', { entry: entry.id, left, amount });
    if (day < entry.bookedOn)
      refuse('usage.value', { option: '--on', given: day, expected: `${entry.bookedOn} …` });
    await mustBeFree(writer, session.today, fund, amount);
    const content = session
      .phrases(writer.entity.language)
      .refunded({ voucher: entry.voucher?.code ?? '', reason: input.reason });
    const wording = { party: entry.wording.party, content };
    const kind = paymentKind(place.kind);
    const voucher = await writer.addVoucher({ kind, day, fund, place, papers: 0, wording });
    const [key = 0] = await writer.addEntries([
      {
        kind: 'refund',
        bookedOn: day,
        voucher,
        clears: entry.id,
        postings: moneyOut(fund, place, role, amount, about),
      },
    ]);
    return { voucher: voucher.code, entry: key, fund: fund.code, amount, bookedOn: day };
  });
}

interface Refundable {
  readonly left: Dong;
  readonly fund: Fund;
  readonly role: Role;
  /** What the gift said of itself, which its refund says too. */
  readonly about: Partial<Posting>;
}

function isUnnamed({ kind, postings }: EntryView): boolean {
  const into = (posting: Posting) => posting.place !== undefined && posting.side === 'debit';
  return kind !== 'move' && postings.some((each) => each.fund.code === UNIDENTIFIED && into(each));
}

/** What of a receipt in CHO is neither identified nor paid back; of one in several places, in the place it leaves from. */
async function unnamed(writer: Writer, today: Day, { id }: EntryView, from: Place): Promise<Refundable> {
  const open = (await (await writer.bank()).openReceipts(today)).filter(({ entry }) => entry === id);
  const receipt = open.find(({ place }) => place === from.id);
  if (receipt === undefined && open.length > 0) {
    const places = (await writer.places()).filter((place) => open.some((each) => each.place === place.id));
    const expected = places.map(({ code }) => code).join(' · ');
    refuse('usage.value', { option: '--from', given: from.code, expected });
  }
  return {
    left: receipt?.open ?? ZERO,
    fund: await fundBy(writer, UNIDENTIFIED),
    role: 'otherOut',
    about: {},
  };
}

async function given(writer: Writer, entry: EntryView): Promise<Refundable> {
  const gift = entry.postings.find(({ place, side }) => place === undefined && side === 'credit');
  if (gift === undefined || entry.postings.length !== 2 || entry.kind !== 'contribution')
    return refuse('entry.kind', { entry: entry.id, kind: entry.kind });
  const answers = await (await writer.corrections()).clearings(entry.id);
  const left = subtract(gift.amount, sum(answers.map(({ amount }) => amount)));
  const { fund, role, item, unit, donor, restriction, appeal } = gift;
  return { left, fund, role, about: { item, unit, donor, restriction, appeal } };
}
