import { keptOf, totalOf, type PartState, type ProgrammeKind, type Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { debit, type EntryDraft, type Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Place } from '../domain/fund.ts';
import { plainMemo, readFailed } from '../intake/failed-transfer.ts';
import type { OpenedList } from '../intake/open.ts';
import { takeGoodsBack } from './goods.ts';
import { returnPart } from './benefit-return-part.ts';
import { casesOf } from './benefit-cases.ts';
import type { AwardView } from './port/awards.ts';
import type { EntryView } from './port/entries.ts';
import type { Writer } from './port/ports.ts';
import { voucherFor, type ReturnAnswer, type ReturnInput } from './returned-payment.ts';
import { mustBeOpen, operate, placeBy, type Session } from './session.ts';

interface Payment {
  readonly award: AwardView;
  readonly part: PartState;
  readonly entry: EntryView;
}

/**
 * Takes in what was paid and came back (failed transfers, gifts nobody fetched), in full and on the day it came, all of
 * it or none: the cases are unpaid again and can be paid anew. Goods go back into stock.
 */
export function returnBenefits(
  session: Session,
  kind: ProgrammeKind,
  input: ReturnInput,
): Promise<ReturnAnswer> {
  return operate(session, `${kind} return`, async (writer) => {
    const { round, awards: all } = await casesOf(writer, kind, input);
    const awards = input.list.length === 0 ? all : await failed(input.list, round, all);
    const { amount, close = false } = input;
    const [award, second] = awards;
    if (amount !== undefined && (award === undefined || second !== undefined))
      return refuse('usage.conflict', { options: ['--amount', '--case …'] });
    // All that was paid is no part of it: the award is unpaid again.
    if (amount !== undefined && award !== undefined && amount !== allPaid(award)) {
      const returned = await returnPart(session, writer, kind, award, { ...input, amount });
      if (close) await writer.addAwardEvents('cancel', [award], undefined, input.reason);
      return { ...returned, closed: close };
    }
    const before = await (await writer.homes()).handedBack(awards, session.today);
    for (const award of awards) {
      const [paid, back] = [
        totalOf(award.parts.filter((part) => part.paid !== undefined)),
        before.get(award.id),
      ];
      if (back !== undefined)
        refuse('return.more', { award: award.code, left: subtract(paid, back.total), amount: paid });
    }
    const day = await mustBeOpen(writer, session.today, input.on);
    const to = input.to === undefined ? undefined : await placeBy(writer, input.to);
    const payments = await paymentsOf(writer, awards);
    const given = awards.flatMap((award) =>
      award.parts.flatMap((part) => (part.paid?.move === undefined ? [] : [{ award, part }])),
    );
    const back = [...payments, ...given];
    const byAward = Map.groupBy(back, ({ award }) => award.id);
    for (const award of awards) {
      const mine = byAward.get(award.id);
      if (mine === undefined) refuse('award.none', { round: round.code, kind, verb: 'return' });
      for (const { part } of mine)
        if (part.paid !== undefined && day < part.paid.day)
          refuse('award.day', { award: award.code, day, decided: part.paid.day });
    }
    const vouchers = await takeIn(session, writer, payments, { ...input, to, on: day });
    const goods = await goodsBack(session, writer, given, day, input.reason);
    if (close) await writer.addAwardEvents('cancel', awards, undefined, input.reason);
    return {
      case: awards[0]?.code ?? '',
      cases: awards.map(({ code }) => code),
      vouchers: [...vouchers, ...goods],
      total: totalOf(back.map(({ part }) => part)),
      left: ZERO,
      closed: close,
    };
  });
}

/** What one award was paid in money, where nothing of it came back yet and it was given no goods beside. */
function allPaid({ parts }: AwardView): Dong | undefined {
  const paid = parts.filter((part) => part.paid !== undefined);
  const whole = paid.every((part) => part.paid?.move === undefined && keptOf(part) === part.amount);
  return whole ? totalOf(paid) : undefined;
}

/** The awards that a bank's list names; a row that names none, one that was not paid, or one twice is a bad row. */
async function failed(
  sheets: readonly OpenedList[],
  round: Round,
  all: readonly AwardView[],
): Promise<readonly AwardView[]> {
  const byCode = new Map(all.map((award) => [award.code.toLowerCase(), award]));
  const byMemo = all.map((award) => [plainMemo(award.code), award] as const);
  const found = new Set<AwardView>();
  for (const sheet of sheets) {
    const { reader, rows } = await readFailed(sheet);
    for (const { source, code, memo } of rows) {
      const inMemo = plainMemo(memo);
      const award =
        byCode.get(code.toLowerCase()) ??
        byMemo.find(([plain]) => memo !== '' && inMemo.includes(plain))?.[1];
      const field = code === '' ? 'memo' : 'code';
      if (award === undefined) reader.fault(source, field, 'award.unknown', round.code);
      else if (award.parts.every((part) => part.paid === undefined))
        reader.fault(source, field, 'award.unreturned', award.code);
      else if (found.has(award)) reader.fault(source, field, 'code.repeated', award.code);
      else found.add(award);
    }
    reader.finish();
  }
  if (found.size === 0) refuse('award.none', { round: round.code, kind: round.kind, verb: 'return' });
  return [...found];
}

/** The entries that paid the awards' parts, each voucher read once; none where they were paid before the book. */
async function paymentsOf(writer: Writer, awards: readonly AwardView[]): Promise<readonly Payment[]> {
  const byVoucher = new Map<number, Map<string, EntryView>>();
  const payments: Payment[] = [];
  for (const award of awards)
    for (const part of award.parts) {
      const { voucher, move } = part.paid ?? {};
      if (voucher === undefined || move !== undefined) continue;
      const paying = byVoucher.get(voucher) ?? payingBy(await writer.voucherEntries(voucher));
      byVoucher.set(voucher, paying);
      const entry = paying.get(`${award.id} ${part.line}`);
      if (entry !== undefined) payments.push({ award, part, entry });
    }
  return payments;
}

function payingBy(entries: readonly EntryView[]): Map<string, EntryView> {
  return new Map(
    entries
      .filter((entry) => entry.kind === 'benefit' && entry.reversedBy === undefined)
      .flatMap((entry) =>
        entry.postings.flatMap(({ part }) =>
          part === undefined ? [] : [[`${part.award.id} ${part.line}`, entry] as const],
        ),
      ),
  );
}

async function takeIn(
  session: Session,
  writer: Writer,
  payments: readonly Payment[],
  {
    to,
    on: day,
    reason,
    minutes,
  }: Pick<ReturnInput, 'on' | 'reason' | 'minutes'> & { to: Place | undefined },
): Promise<readonly string[]> {
  const vouchers = new Map<string, Ref>();
  const drafts: EntryDraft[] = [];
  for (const { entry: payment } of payments) {
    // A part that was drawn from a giver's money and from free money comes back as both.
    const reasons = payment.postings.filter(({ role }) => role === 'disbursement');
    const fund = reasons[0]?.fund;
    if (fund === undefined) throw new TypeError('a payment for nothing');
    const place = to ?? payment.postings.find((posting) => posting.place !== undefined)?.place;
    const into = place ?? (await placeBy(writer, 'cash'));
    const voucher = await voucherFor(session, writer, vouchers, payment, into, day, reason);
    drafts.push({
      kind: 'return',
      bookedOn: day,
      voucher,
      clears: payment.id,
      documentNo: minutes,
      postings: [
        debit(fund, into.kind, sum(reasons.map(({ amount }) => amount)), { place: into }),
        ...reasons.map((posting) => ({ ...posting, side: 'credit' as const })),
      ],
    });
  }
  await writer.addEntries(drafts);
  return [...vouchers.values()].map(({ code }) => code);
}

/** Puts what was given back into stock: one voucher for each that gave it out. */
async function goodsBack(
  session: Session,
  writer: Writer,
  given: readonly { readonly part: PartState }[],
  day: Day,
  reason: string,
): Promise<readonly string[]> {
  if (given.length === 0) return [];
  const keys = new Set(given.map(({ part }) => part.paid?.move));
  const moves = (await (await writer.goods()).moves({})).filter(({ id }) => keys.has(id));
  const vouchers: string[] = [];
  for (const group of Map.groupBy(moves, ({ voucher }) => voucher).values())
    vouchers.push((await takeGoodsBack(session, writer, group, day, reason)).voucher);
  return vouchers;
}
