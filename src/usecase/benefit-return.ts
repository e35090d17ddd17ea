import { totalOf, type PartState, type ProgrammeKind } from '../domain/award.ts';
import { subtract, sum, ZERO } from '../domain/dong.ts';
import { debit, type EntryDraft, type Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { chosen } from './benefit-approve.ts';
import { paymentOf, voucherFor, type ReturnAnswer, type ReturnInput } from './returned-payment.ts';
import { returnPart } from './benefit-return-part.ts';
import type { AwardView } from './port/awards.ts';
import type { Writer } from './port/ports.ts';
import { mustBeOpen, operate, placeBy, type Session } from './session.ts';

/**
 * Takes in what was paid to one case and came back (a failed transfer, a gift nobody fetched), in full and on the day it
 * came: the case is unpaid again and can be paid anew.
 */
export function returnBenefit(
  session: Session,
  kind: ProgrammeKind,
  input: ReturnInput,
): Promise<ReturnAnswer> {
  return operate(session, `${kind} return`, async (writer) => {
    const { awards } = await chosen(writer, kind, { round: undefined, case: input.case });
    const [award] = awards;
    if (award === undefined) return refuse('missing', { noun: 'award', code: input.case });
    const { amount, close = false } = input;
    const returned =
      amount === undefined
        ? await returnWhole(session, writer, kind, award, input)
        : await returnPart(session, writer, kind, award, { ...input, amount });
    if (close) await writer.addAwardEvents('cancel', [award], undefined, input.reason);
    return { ...returned, closed: close };
  });
}

async function returnWhole(
  session: Session,
  writer: Writer,
  kind: ProgrammeKind,
  award: AwardView,
  input: ReturnInput,
): Promise<ReturnAnswer> {
  const round = award.code.split('/')[0] ?? '';
  const day = await mustBeOpen(writer, session.today, input.on);
  const { total: before } = await (await writer.homes()).handedBack(award.id, session.today);
  if (before > 0)
    refuse('return.more', {
      award: award.code,
      left: subtract(totalOf(paidParts(award)), before),
      amount: totalOf(paidParts(award)),
    });
  const to = input.to === undefined ? undefined : await placeBy(writer, input.to);
  const paid = paidParts(award);
  const found = await Promise.all(paid.map((part) => paymentOf(writer, award, part)));
  const payments = found.flatMap((each) => each ?? []);
  if (payments.length === 0) refuse('award.none', { round, kind, verb: 'return' });
  for (const { bookedOn } of payments)
    if (day < bookedOn) refuse('award.day', { award: award.code, day, decided: bookedOn });
  const vouchers = new Map<string, Ref>();
  const drafts: EntryDraft[] = [];
  for (const payment of payments) {
    // A part that was drawn from a giver's money and from free money comes back as both.
    const reasons = payment.postings.filter(({ role }) => role === 'disbursement');
    const fund = reasons[0]?.fund;
    if (fund === undefined) throw new TypeError('a payment for nothing');
    const place = to ?? payment.postings.find((posting) => posting.place !== undefined)?.place;
    const into = place ?? (await placeBy(writer, 'cash'));
    const voucher = await voucherFor(session, writer, vouchers, payment, into, day, input.reason);
    drafts.push({
      kind: 'return',
      bookedOn: day,
      voucher,
      clears: payment.id,
      documentNo: input.minutes,
      postings: [
        debit(fund, into.kind, sum(reasons.map(({ amount }) => amount)), { place: into }),
        ...reasons.map((reason) => ({ ...reason, side: 'credit' as const })),
      ],
    });
  }
  await writer.addEntries(drafts);
  return {
    case: award.code,
    vouchers: [...vouchers.values()].map(({ code }) => code),
    total: totalOf(paid),
    left: ZERO,
    closed: false,
  };
}

function paidParts(award: AwardView): PartState[] {
  return award.parts.filter((part) => part.paid?.voucher !== undefined);
}
