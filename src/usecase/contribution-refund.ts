import type { Day } from '../domain/day.ts';
import { subtract, sum, type Dong } from '../domain/dong.ts';
import { moneyOut } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED } from '../domain/fund.ts';
import { paymentKind } from '../domain/voucher.ts';
import { standingEntry } from './entry-reverse.ts';
import type { MoneyAnswer } from './money.ts';
import { mustBeFree, mustBeOpen, operate, placeBy, type Session } from './session.ts';

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
    const given = entry.postings.find(({ place, side }) => place === undefined && side === 'credit');
    const nobody = entry.kind === 'receipt' && given?.fund.code === UNIDENTIFIED;
    if (given === undefined || entry.postings.length !== 2 || (entry.kind !== 'contribution' && !nobody))
      return refuse('entry.kind', { entry: entry.id, kind: entry.kind });
    const answers = await (await writer.corrections()).clearings(entry.id);
    const left = subtract(given.amount, sum(answers.map(({ amount }) => amount)));
    const amount = input.amount ?? left;
    if (amount > left || left <= 0) refuse('refund.more', { entry: entry.id, left, amount });
    const place = await placeBy(writer, input.from);
    const day = await mustBeOpen(writer, session.today, input.on);
    if (day < entry.bookedOn)
      refuse('usage.value', { option: '--on', given: day, expected: `${entry.bookedOn} …` });
    const { fund, unit, donor, restriction, appeal } = given;
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
        postings: moneyOut(fund, place, given.role, amount, { unit, donor, restriction, appeal }),
      },
    ]);
    return { voucher: voucher.code, entry: key, fund: fund.code, amount, bookedOn: day };
  });
}
