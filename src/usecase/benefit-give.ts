import { totalOf, type ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong, negate, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { costOf, holdingOn, readSerials, takeOut, writeSerials } from '../domain/stock.ts';
import { peopleIn, refOf, type PayAnswer } from './benefit-pay.ts';
import { answerOf, inWords, itemBy, mustFitSerials, refuseStock } from './goods.ts';
import { casesOf, type Cases } from './benefit-cases.ts';
import { payableParts, type Payable } from './payable.ts';
import type { Item } from './port/treasury.ts';
import { mustBeOpen, mustPay, operate, purseBy, unitBy, type Session } from './session.ts';

export interface HandInput extends Cases {
  /** The fund whose goods they are. */
  readonly from: string;
  /** The item, and how many each gets where its part does not say. */
  readonly item: string;
  readonly quantity: number | undefined;
  readonly on: Day;
  /** Serials of vouchers, dealt out in order. */
  readonly serials: string | undefined;
}

export interface HandAnswer extends PayAnswer {
  readonly goods: {
    readonly item: string;
    readonly measure: string;
    readonly quantity: number;
    readonly cost: Dong;
    readonly left: number;
    /** Who got which serials. */
    readonly serials: readonly { readonly award: string; readonly serials: string }[];
  };
}

/**
 * Gives every approved part in goods of a fund out of its stock: one voucher, one move for each award at the day's
 * average cost, and a disbursement of the decided value that rests on the move.
 */
export function giveBenefits(session: Session, kind: ProgrammeKind, input: HandInput): Promise<HandAnswer> {
  return operate(session, `${kind} pay`, async (writer) => {
    const { fund } = await purseBy(writer, input.from);
    const item = await itemBy(writer, input.item);
    const day = await mustBeOpen(writer, session.today, input.on);
    await mustPay(writer, fund, kind, day);
    const { round, awards } = await casesOf(writer, kind, input);
    const mine = awards.map((award) => ({
      ...award,
      parts: award.parts.filter(
        (part) => part.payer === fund.id && (part.item === undefined || part.item === item.id),
      ),
    }));
    const scope = { fund, day, form: 'goods' as const };
    const { payable, waiting } = await payableParts(writer, kind, { round, awards: mine }, scope);
    const counts = payable.map(({ award, part }) => part.quantity ?? each(input.quantity, award.code, item));
    const quantity = counts.reduce((all, one) => all + one, 0);
    const goods = await writer.goods();
    const moves = await goods.moves({ item: item.id, fund: fund.id });
    const move = takeOut(moves, day, quantity);
    if ('fault' in move) return refuseStock(fund, item, move);
    const dealt = await deal(input.serials, counts, async (typed) =>
      mustFitSerials(writer, item, fund, -quantity, typed),
    );
    const unit = input.unit === undefined ? undefined : await unitBy(writer, input.unit, input.on);
    const party = (await writer.units()).find(({ id }) => id === unit?.id)?.name ?? '';
    const to = [round.name, party].filter(Boolean).join(', ');
    const phrases = session.phrases(writer.entity.language);
    const content = phrases.goodsGiven({ ...inWords(item, quantity), to });
    const wording = { party, content };
    const voucher = await writer.addVoucher({ kind: 'XK', day, fund, papers: 1, wording });
    let held = holdingOn(moves, day);
    const made = await writer.addStock(
      payable.map((one, at) => {
        const count = counts[at] ?? 0;
        // The last one takes the rest, so that the moves cost what the voucher does.
        const spent = asDong(move.cost + (holdingOn(moves, day).cost - held.cost));
        const cost = at === payable.length - 1 ? negate(spent) : costOf(held, count);
        held = { quantity: held.quantity - count, cost: asDong(held.cost - cost) };
        const about = { item, fund, voucher, day, part: refOf(one), serials: dealt[at] };
        return { ...about, quantity: -count, cost: negate(cost) };
      }),
    );
    await writer.addDisbursements(payable.map((one, at) => ({ part: refOf(one), stock: made[at] ?? 0 })));
    const total = totalOf(payable.map(({ part }) => part));
    const { cost, left, measure } = answerOf(
      { voucher: voucher.code, move: made[0] ?? 0, fund, item },
      moves,
      move,
    );
    return {
      round: round.code,
      voucher: voucher.code,
      vouchers: [voucher.code],
      people: peopleIn(payable),
      own: fund.kind === 'own' ? total : ZERO,
      total,
      advance: false,
      waiting,
      goods: { item: item.code, measure, quantity, cost, left, serials: byAward(payable, dealt) },
    };
  });
}

function each(quantity: number | undefined, award: string, item: Item): number {
  return quantity ?? refuse('part.quantity', { award, item: item.code });
}

/** As many serials for each award as it gets units, in order; none where none were typed. */
async function deal(
  typed: string | undefined,
  counts: readonly number[],
  fit: (typed: string) => Promise<void>,
): Promise<readonly (string | undefined)[]> {
  if (typed === undefined) return counts.map(() => undefined);
  await fit(typed);
  const serials = readSerials(typed) ?? [];
  let at = 0;
  return counts.map((count) => writeSerials(serials.slice(at, (at += count))));
}

function byAward(payable: readonly Payable[], dealt: readonly (string | undefined)[]) {
  return payable.flatMap(({ award }, at) => {
    const serials = dealt[at];
    return serials === undefined ? [] : [{ award: award.code, serials }];
  });
}
