import type { Day } from '../domain/day.ts';
import { subtract, ZERO, type Dong } from '../domain/dong.ts';
import { moneyIn, moneyOut } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED } from '../domain/fund.ts';
import { tidy } from '../domain/name.ts';
import { DonorLinks } from './donors.ts';
import type { Reader } from './port/ports.ts';
import { fundBy, mustBeOpen, operate, type Session } from './session.ts';

export interface IdentifyAnswer {
  readonly entry: number;
  readonly voucher: string;
  /** The receipt that is known now. */
  readonly clears: number;
  readonly fund: string;
  readonly amount: Dong;
  /** What of the receipt is still unknown. */
  readonly open: Dong;
  readonly bookedOn: Day;
  readonly bankDay: Day;
}

/** Takes money that nobody could name out of CHO, on the day it became known, into the fund it was given to. */
export function identify(
  session: Session,
  input: {
    /** The statement line of the receipt, or the receipt itself. */
    line: number | undefined;
    entry: number | undefined;
    fund: string;
    donor: string;
    amount: Dong | undefined;
    on: Day;
  },
): Promise<IdentifyAnswer> {
  return operate(session, 'statement identify', async (writer) => {
    const fund = await fundBy(writer, input.fund);
    const unknown = await fundBy(writer, UNIDENTIFIED);
    if (fund.id === unknown.id) refuse('fund.same', { fund: fund.code });
    const receipts = await (await writer.bank()).openReceipts(input.on);
    const meant = receipts.filter(
      (each) => each.entry === input.entry || (input.line !== undefined && each.line === input.line),
    );
    // What the book began with may wait in several places.
    const receipt = meant.find(({ open }) => open >= (input.amount ?? open)) ?? meant[0];
    const place = (await writer.places()).find(({ id }) => id === receipt?.place);
    if (receipt === undefined || place === undefined) {
      const entry = input.entry ?? (await entryOf(writer, input.line ?? 0));
      return refuse('receipt.open', { entry, open: ZERO, needed: input.amount ?? ZERO });
    }
    const amount = input.amount ?? receipt.open;
    if (amount > receipt.open)
      refuse('receipt.open', { entry: receipt.entry, open: receipt.open, needed: amount });
    const day = await mustBeOpen(writer, session.today, input.on);
    const party = tidy(input.donor) || receipt.wording.party;
    const donors = await DonorLinks.over(writer, new Map());
    const donor = await donors.find({ donor: party, unit: '', memo: receipt.wording.content, row: 0 });
    const bankDay = receipt.ownDay ?? receipt.bookedOn;
    const content = session.phrases(writer.entity.language).identified({ entry: receipt.entry });
    const voucher = await writer.addVoucher({
      kind: 'PKT',
      day,
      fund,
      place,
      papers: 0,
      wording: { party, content },
    });
    const [entry = 0] = await writer.addEntries([
      {
        kind: 'identification',
        bookedOn: day,
        ownDay: bankDay === day ? undefined : bankDay,
        voucher,
        clears: receipt.entry,
        postings: [
          ...moneyOut(unknown, place, 'transferOut', amount),
          ...moneyIn(fund, place, 'contribution', amount, donor === undefined ? {} : { donor }),
        ],
      },
    ]);
    return {
      entry,
      voucher: voucher.code,
      clears: receipt.entry,
      fund: fund.code,
      amount,
      open: subtract(receipt.open, amount),
      bookedOn: day,
      bankDay,
    };
  });
}

/** The entry that a line is matched with. */
async function entryOf(reader: Reader, id: number): Promise<number> {
  const bank = await reader.bank();
  const [line] = await bank.lines({ ids: [id] });
  if (line === undefined) return refuse('missing', { noun: 'line', code: String(id) });
  if (line.match === undefined) return refuse('line.open', { line: id });
  return (await bank.match(line.match))?.entries[0] ?? 0;
}
