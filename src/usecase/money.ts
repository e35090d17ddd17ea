import type { InRole } from '../domain/account.ts';
import type { Day } from '../domain/day.ts';
import { subtract, ZERO, type Dong } from '../domain/dong.ts';
import { credit, debit, moneyIn, moneyOut, type EntryKind, type Posting } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED, type Fund, type Place, type Purpose } from '../domain/fund.ts';
import { tidy } from '../domain/name.ts';
import { paymentKind, receiptKind, type VoucherKind } from '../domain/voucher.ts';
import type { Piece } from '../domain/restriction.ts';
import { appealBy, giftPostings, giftTo, type GiftWords } from './gift.ts';
import type { Writer } from './port/ports.ts';
import { backToOwner, debits, restrictedMoney } from './restricted.ts';
import {
  bookingDay,
  fundBy,
  mustBeFree,
  mustBeOpen,
  mustBeUnpromised,
  mustPay,
  operate,
  placeBy,
  unitBy,
  type Session,
} from './session.ts';

/** What every single movement of money answers. */
export interface MoneyAnswer {
  readonly voucher: string;
  readonly entry: number;
  readonly fund: string;
  readonly amount: Dong;
  readonly bookedOn: Day;
}

export interface MoneyInput {
  readonly fund: string;
  readonly place: string;
  readonly amount: Dong;
  readonly on: Day;
  readonly bookOn?: Day | undefined;
  readonly party: string;
  readonly content: string;
  readonly documentNo?: string | undefined;
  readonly paperNo?: string | undefined;
  readonly item?: string | undefined;
}

interface Movement {
  readonly kind: EntryKind;
  readonly voucher: VoucherKind;
  readonly fund: Fund;
  readonly place?: Place | undefined;
  readonly day: Day;
  readonly postings: readonly Posting[];
  /** The entry that this one answers. */
  readonly clears?: number | undefined;
  readonly due?: Day | undefined;
  readonly input: Pick<MoneyInput, 'amount' | 'on' | 'party' | 'content' | 'documentNo' | 'paperNo'>;
}

/** Gives one entry its voucher and posts it. */
export async function postMovement(writer: Writer, movement: Movement): Promise<MoneyAnswer> {
  const { input, fund, place, day } = movement;
  const wording = { party: tidy(input.party), content: tidy(input.content) };
  const { paperNo } = input;
  const voucher = await writer.addVoucher({
    kind: movement.voucher,
    day,
    fund,
    place,
    paperNo,
    papers: 0,
    wording,
  });
  const ownDay = input.on === day ? undefined : input.on;
  const [entry = 0] = await writer.addEntries([
    {
      kind: movement.kind,
      bookedOn: day,
      ownDay,
      documentNo: input.documentNo,
      voucher,
      clears: movement.clears,
      due: movement.due,
      postings: movement.postings,
    },
  ]);
  return { voucher: voucher.code, entry, fund: fund.code, amount: input.amount, bookedOn: day };
}

/** One gift: free or set apart, under an appeal or none; a shared appeal's shares come into two funds at once. */
export function contribute(
  session: Session,
  input: MoneyInput & Omit<GiftWords, 'fund'>,
): Promise<MoneyAnswer> {
  return operate(session, 'contribution add', async (writer) => {
    const place = await placeBy(writer, input.place);
    const day = await bookingDay(writer, session.today, input.on, input.bookOn);
    const gift = await giftTo(writer, input, day);
    const content = input.content || session.phrases(writer.entity.language).gift();
    return postMovement(writer, {
      kind: 'contribution',
      voucher: receiptKind(place.kind),
      fund: gift.fund,
      place,
      day,
      postings: giftPostings(gift, place, input.amount, { item: input.item }),
      input: { ...input, content },
    });
  });
}

/** Money that comes in: an allocation from the union above, or another receipt (interest, a return). */
export function receive(
  session: Session,
  kind: 'allocation' | 'receipt',
  input: MoneyInput,
): Promise<MoneyAnswer> {
  const roles: Record<typeof kind, InRole> = {
    allocation: 'allocation',
    receipt: 'otherIn',
  };
  const command = kind === 'allocation' ? kind : `${kind} add`;
  return operate(session, command, async (writer) => {
    const { fund, place } = await purse(writer, input);
    if (kind === 'allocation' && fund.code === UNIDENTIFIED) refuse('fund.held', { fund: fund.code });
    const day = await bookingDay(writer, session.today, input.on, input.bookOn);
    const postings = moneyIn(fund, place, roles[kind], input.amount, { item: input.item });
    const phrases = session.phrases(writer.entity.language);
    const usual = { allocation: phrases.allocated(), receipt: '' };
    const content = input.content || usual[kind];
    return postMovement(writer, {
      kind,
      voucher: receiptKind(place.kind),
      fund,
      place,
      day,
      postings,
      input: { ...input, content },
    });
  });
}

/** An ordinary cost (fees, wreaths, transport), paid for one of the fund's purposes. */
export function spend(session: Session, input: MoneyInput & { purpose: Purpose }): Promise<MoneyAnswer> {
  return operate(session, 'expense add', async (writer) => {
    const { fund, place } = await purse(writer, input);
    const day = await bookingDay(writer, session.today, input.on, input.bookOn);
    const { purpose } = input;
    await mustPay(writer, fund, purpose, day);
    await mustBeFree(writer, session.today, fund, input.amount, { purpose });
    const pieces = (await restrictedMoney(writer, fund, day)).draw(input.amount, { purpose });
    const postings = [
      ...debits(fund, 'otherOut', pieces, { item: input.item }),
      credit(fund, place.kind, input.amount, { place }),
    ];
    return postMovement(writer, {
      kind: 'expense',
      voucher: paymentKind(place.kind),
      fund,
      place,
      day,
      postings,
      input,
    });
  });
}

/** The fund and place meant; where no fund is named, the place's home fund: interest and fees go there. */
async function purse(writer: Writer, input: MoneyInput): Promise<{ fund: Fund; place: Place }> {
  const place = await placeBy(writer, input.place);
  if (input.fund !== '') return { fund: await fundBy(writer, input.fund), place };
  return { fund: (await writer.homeFund(place)) ?? refuse('usage.missing', { option: '--fund' }), place };
}

/** Takes a fund's money from one place to another: neither income nor spending. */
export function move(
  session: Session,
  input: Omit<MoneyInput, 'place'> & { from: string; to: string },
): Promise<MoneyAnswer> {
  return operate(session, 'move', async (writer) => {
    const fund = await fundBy(writer, input.fund);
    const [from, to] = [await placeBy(writer, input.from), await placeBy(writer, input.to)];
    if (from.id === to.id) refuse('place.same', { place: from.code });
    const day = await mustBeOpen(writer, session.today, input.on);
    const postings = [
      debit(fund, to.kind, input.amount, { place: to }),
      credit(fund, from.kind, input.amount, { place: from }),
    ];
    const content =
      input.content || session.phrases(writer.entity.language).moved({ from: from.name, to: to.name });
    const voucher = paymentKind(from.kind);
    return postMovement(writer, {
      kind: 'move',
      voucher,
      fund,
      place: from,
      day,
      postings,
      input: { ...input, content },
    });
  });
}

/** Takes money from one own fund to another in one place, by a document. */
export function transfer(
  session: Session,
  input: Omit<MoneyInput, 'fund'> & { from: string; to: string },
): Promise<MoneyAnswer> {
  return operate(session, 'transfer', async (writer) => {
    const [from, to] = [await fundBy(writer, input.from), await fundBy(writer, input.to)];
    const place = await placeBy(writer, input.place);
    if (from.id === to.id) refuse('fund.same', { fund: from.code });
    // What leaves CHO answers a receipt there, which a transfer does not say; and no own money becomes held.
    for (const { kind, code } of [from, to]) if (kind === 'held') refuse('fund.held', { fund: code });
    await mustBeFree(writer, session.today, from, input.amount);
    const day = await mustBeOpen(writer, session.today, input.on);
    const postings = [
      ...moneyOut(from, place, 'transferOut', input.amount),
      ...moneyIn(to, place, 'transferIn', input.amount),
    ];
    const phrases = session.phrases(writer.entity.language);
    const content = input.content || phrases.transferred({ from: from.name, to: to.name });
    return postMovement(writer, {
      kind: 'transfer',
      voucher: 'PKT',
      fund: from,
      place,
      day,
      postings,
      input: { ...input, content },
    });
  });
}

/** Passes money on to the union above: what an own fund owes it, or held money to its owner. */
export function remit(
  session: Session,
  input: MoneyInput & { appeal?: string | undefined },
): Promise<MoneyAnswer> {
  return operate(session, 'remit', async (writer) => {
    const place = await placeBy(writer, input.place);
    const { fund, appeal } = await remitted(writer, session.today, input);
    if (fund.code === UNIDENTIFIED) refuse('fund.held', { fund: fund.code });
    const day = await mustBeOpen(writer, session.today, input.on);
    const pieces = await remittedPieces(session, writer, fund, day, input.amount);
    const postings = [
      ...debits(fund, 'remittance', pieces, { appeal }),
      credit(fund, place.kind, input.amount, { place }),
    ];
    const phrases = session.phrases(writer.entity.language);
    const content = input.content || phrases.remitted({ fund: fund.name, to: input.party });
    const voucher = paymentKind(place.kind);
    return postMovement(writer, {
      kind: 'remittance',
      voucher,
      fund,
      place,
      day,
      postings,
      input: { ...input, content },
    });
  });
}

/** The fund that is remitted from; with an appeal, its held part, of which no more goes than is owed. */
async function remitted(
  writer: Writer,
  today: Day,
  input: MoneyInput & { appeal?: string | undefined },
): Promise<{ fund: Fund; appeal?: string }> {
  if (input.appeal === undefined) {
    if (input.fund === '') refuse('usage.missing', { option: '--fund' });
    return { fund: await fundBy(writer, input.fund) };
  }
  const appeal = await appealBy(writer, input.appeal);
  const parts = (await writer.funds()).filter(({ id }) => id === appeal.fund || id === appeal.shareFund);
  const held = parts.find(({ kind }) => kind === 'held');
  const named = input.fund === '' ? held : await fundBy(writer, input.fund);
  if (named === undefined || held === undefined || named.id !== held.id) {
    const given = named?.code ?? parts[0]?.code ?? '';
    return refuse('appeal.fund', { appeal: appeal.code, fund: held?.code ?? '', given });
  }
  const sums = (await (await writer.treasury()).appealSums(today)).find(
    (each) => each.appeal === appeal.code && each.fund === held.id,
  );
  const owed = sums === undefined ? ZERO : subtract(sums.received, sums.remitted);
  if (input.amount > owed)
    refuse('remit.over', { fund: held.code, appeal: appeal.code, owed, given: input.amount });
  return { fund: held, appeal: appeal.code };
}

/** Own money is remitted out of what is free; an owner's goes back whole, what its givers set apart included. */
async function remittedPieces(
  session: Session,
  writer: Writer,
  fund: Fund,
  day: Day,
  amount: Dong,
): Promise<readonly Piece[]> {
  if (fund.kind === 'own') {
    await mustBeFree(writer, session.today, fund, amount);
    return [{ amount }];
  }
  await mustBeUnpromised(writer, session.today, fund, amount);
  return backToOwner(writer, fund, day, amount);
}

/** Supports a lower unit by a document: spent by the fund, and no gift to anybody until the unit's list says so. */
export function support(
  session: Session,
  input: MoneyInput & { unit: string; documentNo: string },
): Promise<MoneyAnswer> {
  return operate(session, 'allocation give', async (writer) => {
    const [fund, place] = [await fundBy(writer, input.fund), await placeBy(writer, input.place)];
    if (fund.code === UNIDENTIFIED) refuse('fund.held', { fund: fund.code });
    const to = await unitBy(writer, input.unit, input.on);
    await mustBeFree(writer, session.today, fund, input.amount);
    const day = await mustBeOpen(writer, session.today, input.on);
    const postings = moneyOut(fund, place, 'otherOut', input.amount, { unit: to, item: input.item });
    const party = to.name;
    const content = input.content || session.phrases(writer.entity.language).supported({ unit: party });
    return postMovement(writer, {
      kind: 'allocation',
      voucher: paymentKind(place.kind),
      fund,
      place,
      day,
      postings,
      input: { ...input, party, content },
    });
  });
}
