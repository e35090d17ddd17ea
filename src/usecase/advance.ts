import type { Day } from '../domain/day.ts';
import { subtract, ZERO, type Dong } from '../domain/dong.ts';
import { credit, debit, type Posting } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED, type Fund, type Place, type Purpose } from '../domain/fund.ts';
import { fold, tidy } from '../domain/name.ts';
import { paymentKind, receiptKind } from '../domain/voucher.ts';
import { postMovement, type MoneyAnswer, type MoneyInput } from './money.ts';
import type { AdvanceView, Holder, Reader, Writer } from './port/ports.ts';
import { debits, restrictedMoney } from './restricted.ts';
import { fundBy, mustBeFree, mustBeOpen, mustPay, operate, placeBy, type Session } from './session.ts';

export interface AdvanceInput extends Omit<MoneyInput, 'party'> {
  readonly holder: string;
  readonly due: Day;
}

export interface AdvanceAnswer extends MoneyAnswer {
  readonly holder: string;
}

/** Gives money out of a fund into somebody's hands, to be accounted for by a day. */
export function payAdvance(session: Session, input: AdvanceInput): Promise<AdvanceAnswer> {
  return operate(session, 'advance pay', async (writer) => {
    const [fund, place] = [await fundBy(writer, input.fund), await placeBy(writer, input.place)];
    if (fund.code === UNIDENTIFIED) refuse('fund.held', { fund: fund.code });
    await mustBeFree(writer, session.today, fund, input.amount);
    const day = await mustBeOpen(writer, session.today, input.on);
    const content = input.content || session.phrases(writer.entity.language).advanced();
    return (await handOver(writer, { ...input, content, fund, place, day })).answer;
  });
}

/** Posts an advance and records who answers for it. */
export async function handOver(
  writer: Writer,
  facts: Omit<AdvanceInput, 'fund' | 'place'> & { fund: Fund; place: Place; day: Day },
): Promise<{ answer: AdvanceAnswer; advance: number }> {
  const { day } = facts;
  const holder = await holderFor(writer, facts.holder);
  const late = (await writer.advances(day)).find(
    (advance) =>
      advance.holder.id === holder.id && advance.open > 0 && advance.due !== undefined && advance.due < day,
  );
  if (late?.due !== undefined && facts.documentNo === undefined) {
    refuse('advance.overdue', { holder: holder.code, due: late.due });
  }
  return putOut(writer, facts);
}

/** The same of somebody who may owe already: what a count finds short is the cashier's in any case. */
export async function putOut(
  writer: Writer,
  facts: Omit<AdvanceInput, 'fund' | 'place'> & { fund: Fund; place: Place; day: Day },
): Promise<{ answer: AdvanceAnswer; advance: number }> {
  const { fund, place, day, due } = facts;
  const holder = await holderFor(writer, facts.holder);
  const postings = [
    debit(fund, 'advance', facts.amount, { holder }),
    credit(fund, place.kind, facts.amount, { place }),
  ];
  const answer = await postMovement(writer, {
    kind: 'advance',
    voucher: paymentKind(place.kind),
    fund,
    place,
    day,
    postings,
    input: { ...facts, party: holder.name },
  });
  const advance = await writer.addAdvance({ entry: answer.entry, holder, place, due });
  return { answer: { ...answer, holder: holder.code }, advance };
}

export interface SettleInput {
  /** The voucher that paid the advance. */
  readonly advance: string;
  readonly on: Day;
  /** Cash that came back. */
  readonly returned: Dong;
  /** What was spent, with bills, for one of the fund's purposes. */
  readonly spent: Dong;
  readonly purpose: Purpose;
  readonly content: string;
  /** The minutes by which money that was not handed out came back. */
  readonly minutes?: string | undefined;
  /** How many papers go with the voucher. */
  readonly papers?: number | undefined;
}

/** Settles an advance in whole or part: cash back by a receipt, bills as spending. */
export function settleAdvance(
  session: Session,
  input: SettleInput,
): Promise<{ voucher: string; open: Dong }> {
  return operate(session, 'advance settle', async (writer) => {
    const advance = await advanceBy(writer, session.today, input.advance);
    const fund = await fundOf(writer, advance);
    const open = subtract(subtract(advance.open, input.returned), input.spent);
    if (open < 0 || input.returned + input.spent === 0) {
      const given = subtract(advance.open, open);
      refuse('advance.settled', { holder: advance.holder.code, open: advance.open, given });
    }
    if (input.on < advance.day) {
      refuse('usage.value', { option: '--on', given: input.on, expected: `${advance.day} …` });
    }
    const day = await mustBeOpen(writer, session.today, input.on);
    let voucher = '';
    const paper = {
      documentNo: input.minutes,
      papers: input.papers ?? (input.minutes === undefined ? 0 : 1),
    };
    if (input.spent > 0) {
      await mustPay(writer, fund, input.purpose, day);
      const restricted = await restrictedMoney(writer, fund, day);
      const postings = [
        ...debits(fund, 'otherOut', restricted.draw(input.spent, { purpose: input.purpose })),
        creditAdvance(fund, input.spent, advance.holder),
      ];
      const phrases = session.phrases(writer.entity.language);
      const content = input.content || phrases.spent({ voucher: advance.voucher });
      voucher = await settleWith(writer, advance, fund, undefined, day, postings, content, paper);
    }
    if (input.returned > 0) {
      const place = (await writer.places()).find((each) => each.id === advance.place);
      if (place === undefined) throw new TypeError('an advance from no place');
      const content =
        input.content ||
        session
          .phrases(writer.entity.language)
          .returned({ voucher: advance.voucher, minutes: input.minutes });
      const postings = [
        debit(fund, place.kind, input.returned, { place }),
        creditAdvance(fund, input.returned, advance.holder),
      ];
      voucher = await settleWith(writer, advance, fund, place, day, postings, content, paper);
    }
    return { voucher, open };
  });
}

/** Takes an amount off what somebody answers for. */
export function creditAdvance(fund: Fund, amount: Dong, holder: Holder): Posting {
  return credit(fund, 'advance', amount, { holder });
}

async function settleWith(
  writer: Writer,
  advance: AdvanceView,
  fund: Fund,
  place: Place | undefined,
  day: Day,
  postings: readonly Posting[],
  content: string,
  { documentNo, papers }: { readonly documentNo: string | undefined; readonly papers: number },
): Promise<string> {
  const kind = place === undefined ? 'PKT' : receiptKind(place.kind);
  const wording = { party: advance.holder.name, content: tidy(content) };
  const voucher = await writer.addVoucher({ kind, day, fund, place, papers, wording });
  await writer.addEntries([
    { kind: 'settlement', bookedOn: day, documentNo, voucher, settles: advance.id, postings },
  ]);
  return voucher.code;
}

async function advanceBy(reader: Reader, today: Day, voucher: string): Promise<AdvanceView> {
  const advances = await reader.advances(today);
  const known = advances.filter((advance) => advance.open > ZERO).map((advance) => advance.voucher);
  return (
    advances.find((each) => each.voucher === voucher) ??
    refuse('missing', { noun: 'voucher', code: voucher, known })
  );
}

export async function fundOf(reader: Reader, advance: AdvanceView): Promise<Fund> {
  const fund = (await reader.funds()).find((each) => each.id === advance.fund);
  if (fund === undefined) throw new TypeError('an advance from no fund');
  return fund;
}

/** The person by code or name; a new name becomes a new holder. */
export async function holderFor(writer: Writer, text: string): Promise<Holder> {
  const holders = await writer.holders();
  const name = tidy(text);
  const known = holders.find((holder) => holder.code === text || fold(holder.name) === fold(name));
  return known ?? writer.addHolder({ code: `NG${String(holders.length + 1).padStart(3, '0')}`, name });
}
