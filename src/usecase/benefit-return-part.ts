import type { ProgrammeKind } from '../domain/award.ts';
import { subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { debit, type EntryDraft, type Posting, type Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { paymentOf, voucherFor, type ReturnAnswer, type ReturnInput } from './returned-payment.ts';
import type { AwardView } from './port/awards.ts';
import type { Writer } from './port/ports.ts';
import { mustBeOpen, placeBy, type Session } from './session.ts';

/**
 * Takes in a part of what one case was paid: money left of a house that cost less, or that is not built to the end. What
 * was paid and signed for stays so; the fund has its money again. The last payments come back first.
 */
export async function returnPart(
  session: Session,
  writer: Writer,
  kind: ProgrammeKind,
  award: AwardView,
  input: ReturnInput & { readonly amount: Dong },
): Promise<ReturnAnswer> {
  const day = await mustBeOpen(writer, session.today, input.on);
  const paid = award.parts.filter((part) => part.paid?.voucher !== undefined);
  const payments = (await Promise.all(paid.map((part) => paymentOf(writer, award, part)))).flatMap(
    (each) => each ?? [],
  );
  if (payments.length === 0)
    refuse('award.none', { round: award.code.split('/')[0] ?? '', kind, verb: 'return' });
  for (const { bookedOn } of payments)
    if (day < bookedOn) refuse('award.day', { award: award.code, day, decided: bookedOn });
  const before =
    (await (await writer.homes()).handedBack([award], session.today)).get(award.id)?.total ?? ZERO;
  const spent = payments.flatMap((payment) => payment.postings.filter(({ role }) => role === 'disbursement'));
  const left = subtract(sum(spent.map(({ amount }) => amount)), before);
  if (input.amount > left) refuse('return.more', { award: award.code, left, amount: input.amount });
  // A payment of which all came back by parts is never paid again, so the case ends with it.
  if (input.amount === left && input.close !== true) refuse('usage.missing', { option: '--close' });
  const to = input.to === undefined ? undefined : await placeBy(writer, input.to);
  const vouchers = new Map<string, Ref>();
  const drafts: EntryDraft[] = [];
  let [skip, open] = [before, input.amount];
  for (const payment of payments.toReversed()) {
    const pieces: Posting[] = [];
    for (const reason of payment.postings.filter(({ role }) => role === 'disbursement').toReversed()) {
      const gone = min(skip, reason.amount);
      skip = subtract(skip, gone);
      const amount = min(open, subtract(reason.amount, gone));
      open = subtract(open, amount);
      if (amount > 0) pieces.push({ ...reason, side: 'credit', amount });
    }
    const fund = pieces[0]?.fund;
    if (fund === undefined) continue;
    const place = to ?? payment.postings.find((posting) => posting.place !== undefined)?.place;
    const into = place ?? (await placeBy(writer, 'cash'));
    const voucher = await voucherFor(session, writer, vouchers, payment, into, day, input.reason);
    const back = sum(pieces.map(({ amount }) => amount));
    drafts.push({
      kind: 'return',
      bookedOn: day,
      voucher,
      documentNo: input.minutes,
      postings: [debit(fund, into.kind, back, { place: into }), ...pieces],
    });
  }
  await writer.addEntries(drafts);
  return {
    case: award.code,
    cases: [award.code],
    vouchers: [...vouchers.values()].map(({ code }) => code),
    total: input.amount,
    left: subtract(left, input.amount),
    closed: false,
  };
}

function min(one: Dong, other: Dong): Dong {
  return one < other ? one : other > ZERO ? other : ZERO;
}
