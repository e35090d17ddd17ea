import { totalOf, type PartState, type ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { debit, type EntryDraft, type Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Place } from '../domain/fund.ts';
import { receiptKind } from '../domain/voucher.ts';
import { chosen } from './benefit-approve.ts';
import { refOf } from './benefit-pay.ts';
import { returnPart } from './benefit-return-part.ts';
import type { AwardView } from './port/awards.ts';
import type { EntryView, Writer } from './port/ports.ts';
import { mustBeOpen, operate, placeBy, type Session } from './session.ts';

export interface ReturnInput {
  readonly case: string;
  readonly on: Day;
  /** Where the money came back to; left out, where it was paid from. */
  readonly to: string | undefined;
  readonly reason: string;
  /** How much came back; left out, all of it. */
  readonly amount?: Dong | undefined;
  /** Whether the case ends here: it is cancelled, and nothing of it is paid any more. */
  readonly close?: boolean | undefined;
  /** The number of the minutes by which it came back. */
  readonly minutes?: string | undefined;
}

export interface ReturnAnswer {
  readonly case: string;
  readonly vouchers: readonly string[];
  readonly total: Dong;
  /** What stays paid, in đồng. */
  readonly left: Dong;
  readonly closed: boolean;
}

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

/** The entry that paid a part; none where it was paid before the book. */
export async function paymentOf(
  writer: Writer,
  award: Ref,
  part: { readonly line: number; readonly paid?: { readonly voucher?: number | undefined } | undefined },
): Promise<EntryView | undefined> {
  const { award: of, line } = refOf({ award, part });
  const entries = await writer.voucherEntries(part.paid?.voucher ?? 0);
  const paying = entries.filter(
    (entry) =>
      entry.kind === 'benefit' &&
      entry.reversedBy === undefined &&
      entry.postings.some((posting) => posting.part?.award.id === of.id && posting.part.line === line),
  );
  return paying.at(-1);
}

/** One receipt for each fund and place. */
export async function voucherFor(
  session: Session,
  writer: Writer,
  vouchers: Map<string, Ref>,
  payment: EntryView,
  place: Place,
  day: Day,
  reason: string,
): Promise<Ref> {
  const fund = payment.postings[0]?.fund;
  if (fund === undefined) throw new TypeError('an entry without postings');
  const key = `${fund.id} ${place.id}`;
  const known = vouchers.get(key);
  if (known !== undefined) return known;
  const phrases = session.phrases(writer.entity.language);
  const content = phrases.givenBack({ voucher: payment.voucher?.code ?? '', reason });
  const wording = { party: '', content };
  const voucher = await writer.addVoucher({
    kind: receiptKind(place.kind),
    day,
    fund,
    place,
    papers: 0,
    wording,
  });
  vouchers.set(key, voucher);
  return voucher;
}
