import { isOurs, type Part } from '../domain/award.ts';
import { LAST_DAY, type Day } from '../domain/day.ts';
import { negate, type Dong } from '../domain/dong.ts';
import { moneyOut, type PartRef } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED, type Fund, type Purpose } from '../domain/fund.ts';
import { fold, tidy } from '../domain/name.ts';
import { reversalDay } from '../domain/period.ts';
import {
  holdingOn,
  readSerials,
  stockFault,
  takeOut,
  type StockFault,
  type StockMove,
} from '../domain/stock.ts';
import { paymentKind } from '../domain/voucher.ts';
import { takeBack } from './entry-reverse.ts';
import { postMovement } from './money.ts';
import type { MoveView } from './port/goods.ts';
import type { Reader, Writer } from './port/ports.ts';
import type { Item } from './port/treasury.ts';
import {
  calendarOf,
  fundBy,
  mustBeCode,
  mustBeFree,
  mustBeOpen,
  mustPay,
  operate,
  purseBy,
  roundBy,
  unitBy,
  type Session,
} from './session.ts';

/** What every move of goods answers: `quantity` and `cost` (đồng) above zero in both directions. */
export interface GoodsAnswer {
  readonly voucher: string;
  readonly move: number;
  readonly fund: string;
  readonly item: string;
  readonly measure: string;
  readonly quantity: number;
  readonly cost: Dong;
  readonly day: Day;
  /** What the fund has of it at the end of that day. */
  readonly left: number;
}

interface GoodsInput {
  readonly fund: string;
  readonly item: string;
  readonly quantity: number;
  readonly on: Day;
  readonly content: string;
  readonly serials?: string | undefined;
}

export function addItem(
  session: Session,
  draft: { code: string; name: string; measure: string; face: Dong | undefined },
): Promise<{ code: string }> {
  return operate(session, 'goods add', async (writer) => {
    const code = mustBeCode(draft.code);
    const taken = (await (await writer.goods()).items()).some(
      (item) => item.code.toLowerCase() === code.toLowerCase(),
    );
    if (taken) refuse('code.taken', { noun: 'item', code });
    await writer.addItem({ ...draft, name: tidy(draft.name), measure: tidy(draft.measure) });
    return { code };
  });
}

export interface BuyInput extends Omit<GoodsInput, 'fund'> {
  /** `FUND:PLACE` that pays. */
  readonly from: string;
  readonly amount: Dong;
  readonly purpose: Purpose;
  readonly party: string;
  readonly documentNo?: string | undefined;
  readonly paperNo?: string | undefined;
}

/** Buys goods: money goes out once, here; giving them is no spending of money again. */
export function buyGoods(
  session: Session,
  input: BuyInput,
): Promise<GoodsAnswer & { payment: string; entry: number }> {
  return operate(session, 'goods buy', async (writer) => {
    const { fund, place } = await purseBy(writer, input.from);
    const item = await itemBy(writer, input.item);
    const day = await mustBeOpen(writer, session.today, input.on);
    await mustPay(writer, fund, input.purpose, day);
    await mustBeFree(writer, session.today, fund, input.amount);
    const phrases = session.phrases(writer.entity.language);
    const content = input.content || phrases.goodsBought(inWords(item, input.quantity));
    const { voucher: payment, entry } = await postMovement(writer, {
      kind: 'purchase',
      voucher: paymentKind(place.kind),
      fund,
      place,
      day,
      postings: moneyOut(fund, place, 'otherOut', input.amount),
      input: { ...input, content },
    });
    const move = { day, quantity: input.quantity, cost: input.amount };
    const facts = { fund, item, move, party: input.party, content, serials: input.serials, entry };
    return { ...(await putMove(writer, 'NK', facts)), payment, entry };
  });
}

/** Takes in goods that somebody gave: no money moves; their value becomes their cost. */
export function receiveGoods(
  session: Session,
  input: GoodsInput & { value: Dong; donor: string },
): Promise<GoodsAnswer> {
  return operate(session, 'goods receive', async (writer) => {
    const [fund, item] = [await fundBy(writer, input.fund), await itemBy(writer, input.item)];
    if (fund.code === UNIDENTIFIED) refuse('fund.held', { fund: fund.code });
    const day = await mustBeOpen(writer, session.today, input.on);
    const phrases = session.phrases(writer.entity.language);
    const content = input.content || phrases.goodsReceived(inWords(item, input.quantity));
    const move = { day, quantity: input.quantity, cost: input.value };
    return putMove(writer, 'NK', { fund, item, move, party: input.donor, content, serials: input.serials });
  });
}

export interface GiveInput extends GoodsInput {
  readonly round?: string | undefined;
  /** The award whose part in goods this is. */
  readonly award?: string | undefined;
  readonly unit?: string | undefined;
  readonly party: string;
}

/** Gives goods out at cost, by moving average. */
export function giveGoods(session: Session, input: GiveInput): Promise<GoodsAnswer> {
  return operate(session, 'goods give', async (writer) => {
    const [fund, item] = [await fundBy(writer, input.fund), await itemBy(writer, input.item)];
    const round = input.round === undefined ? undefined : await roundBy(writer, input.round);
    const day = await mustBeOpen(writer, session.today, input.on);
    await mustPay(writer, fund, round?.kind ?? 'gift', day);
    const unit = input.unit === undefined ? undefined : await unitBy(writer, input.unit, input.on);
    const unitName = (await writer.units()).find((each) => each.id === unit?.id)?.name ?? '';
    const award =
      input.award === undefined
        ? undefined
        : await partOf(writer, {
            fund,
            item,
            day,
            quantity: input.quantity,
            award: input.award,
            round: round?.id,
          });
    const moves = await (await writer.goods()).moves({ item: item.id, fund: fund.id });
    const move = takeOut(moves, day, input.quantity);
    if ('fault' in move) return refuseStock(fund, item, move);
    const party = input.party || unitName || award?.name || '';
    const phrases = session.phrases(writer.entity.language);
    const to = [round?.name ?? '', unitName].filter(Boolean).join(', ');
    const content = input.content || phrases.goodsGiven({ ...inWords(item, input.quantity), to });
    const { serials } = input;
    const given = await putMove(writer, 'XK', {
      fund,
      item,
      move,
      party,
      content,
      serials,
      part: award?.part,
    });
    if (award?.ours === true) await writer.addDisbursements([{ part: award.part, stock: given.move }]);
    return given;
  });
}

/**
 * Takes a voucher of goods back under a voucher of the same kind, with negative figures, on its day while its month is
 * open; or one of its moves, named by its key. A purchase goes back with its payment.
 */
export function reverseGoods(
  session: Session,
  input: { move: string; reason: string },
): Promise<GoodsAnswer & { reverses: string; entry?: number }> {
  return operate(session, 'goods reverse', async (writer) => {
    const goods = await writer.goods();
    const named = await goods.moves({ voucher: input.move });
    const known =
      named.length > 0 ? named : (await goods.moves({})).filter((each) => String(each.id) === input.move);
    const [first] = known;
    if (first === undefined) return refuse('missing', { noun: 'move', code: input.move });
    if (first.reverses !== undefined) refuse('stock.reversal', { voucher: first.voucher });
    const standing = known.filter((move) => move.reversedBy === undefined);
    if (standing.length === 0) refuse('stock.reversed', { voucher: first.voucher });
    const calendar = await calendarOf(writer, session.today);
    const day = await mustBeOpen(writer, session.today, reversalDay(first.day, calendar));
    const { reason } = input;
    const answer = await takeGoodsBack(session, writer, standing, day, reason);
    const paid = first.entry === undefined ? undefined : await writer.entry(first.entry);
    // A purchase that was taken back before its goods, or has no payment, leaves nothing more to take back.
    if (paid === undefined || paid.reversedBy !== undefined) return { ...answer, reverses: first.voucher };
    const { entry } = await takeBack(session, writer, paid, reason);
    return { ...answer, reverses: first.voucher, entry };
  });
}

/** Takes moves of one voucher back on a day, under one voucher of their kind: what awards were given is ungiven. */
export async function takeGoodsBack(
  session: Session,
  writer: Writer,
  known: readonly MoveView[],
  day: Day,
  reason: string,
): Promise<GoodsAnswer> {
  const [first] = known;
  const fund = (await writer.funds()).find((each) => each.id === first?.fund);
  const goods = await writer.goods();
  const item = (await goods.items()).find((each) => each.id === first?.item);
  if (first === undefined || fund === undefined || item === undefined)
    throw new TypeError('a move of nothing');
  // A move is taken back once, even where that was undone since.
  if (known.some((each) => each.reversedBy !== undefined))
    refuse('stock.reversed', { voucher: first.voucher });
  const moves = await goods.moves({ item: item.id, fund: fund.id });
  const { quantity, cost } = holdingOn(known, LAST_DAY);
  const move = { day, quantity: -quantity, cost: negate(cost) };
  const fault = stockFault(moves, move);
  if (fault !== undefined) return refuseStock(fund, item, fault);
  const serials = known.flatMap((each) => each.serials ?? []).join(', ');
  if (serials !== '') await mustFitSerials(writer, item, fund, -quantity, serials);
  const content = session.phrases(writer.entity.language).goodsReversed({ voucher: first.voucher, reason });
  const kind = first.quantity > 0 ? 'NK' : 'XK';
  const voucher = await writer.addVoucher({
    kind,
    day,
    fund,
    papers: 0,
    wording: { party: first.party, content },
  });
  const [id = 0] = await writer.addStock(
    known.map((each) => ({
      item,
      fund,
      voucher,
      day,
      quantity: -each.quantity,
      cost: negate(each.cost),
      serials: each.serials,
      reverses: each.id,
    })),
  );
  return answerOf({ voucher: voucher.code, move: id, fund, item }, moves, move);
}

interface MoveFacts {
  readonly fund: Fund;
  readonly item: Item;
  readonly move: StockMove;
  readonly party: string;
  readonly content: string;
  readonly serials?: string | undefined;
  readonly entry?: number | undefined;
  readonly part?: PartRef | undefined;
}

/** Gives one move its voucher and records it, where stock allows it. */
async function putMove(writer: Writer, kind: 'NK' | 'XK', facts: MoveFacts): Promise<GoodsAnswer> {
  const { fund, item, move } = facts;
  const moves = await (await writer.goods()).moves({ item: item.id, fund: fund.id });
  const fault = stockFault(moves, move);
  if (fault !== undefined) return refuseStock(fund, item, fault);
  if (facts.serials !== undefined) await mustFitSerials(writer, item, fund, move.quantity, facts.serials);
  const wording = { party: tidy(facts.party), content: tidy(facts.content) };
  const { day, quantity, cost } = move;
  const voucher = await writer.addVoucher({ kind, day, fund, papers: 0, wording });
  const { entry, part, serials } = facts;
  const draft = { item, fund, voucher, day, quantity, cost, entry, part, serials };
  const [id = 0] = await writer.addStock([draft]);
  return answerOf({ voucher: voucher.code, move: id, fund, item }, moves, move);
}

/** What a move answers, among the moves before it. */
export function answerOf(
  { voucher, move: id, fund, item }: { voucher: string; move: number; fund: Fund; item: Item },
  moves: readonly StockMove[],
  move: StockMove,
): GoodsAnswer {
  const { day, quantity, cost } = move;
  return {
    voucher,
    move: id,
    fund: fund.code,
    item: item.code,
    measure: item.measure,
    quantity: Math.abs(quantity),
    cost: cost < 0 ? negate(cost) : cost,
    day,
    left: holdingOn([...moves, move], day).quantity,
  };
}

export function refuseStock(fund: Fund, item: Item, fault: StockFault): never {
  const [where, day] = [{ fund: fund.code, item: item.code }, 'day' in fault ? fault.day : fault.last];
  if (fault.fault === 'short') refuse('stock.short', { ...where, day, quantity: fault.quantity });
  return refuse('stock.order', { ...where, day, last: day });
}

/** As many serials as units; what comes in is not there yet, what goes out is. */
export async function mustFitSerials(
  reader: Reader,
  item: Item,
  fund: Fund,
  quantity: number,
  typed: string,
): Promise<void> {
  const serials =
    readSerials(typed) ??
    refuse('usage.value', { option: '--serials', given: typed, expected: 'A001-A100, B7' });
  if (serials.length !== Math.abs(quantity))
    refuse('serials.count', { serials: serials.length, quantity: Math.abs(quantity) });
  const held = new Map<string, number>();
  for (const move of await (await reader.goods()).moves({ item: item.id })) {
    if (move.serials === undefined || move.reverses !== undefined || move.reversedBy !== undefined) continue;
    for (const serial of readSerials(move.serials) ?? []) {
      if (move.quantity > 0) held.set(serial, move.fund);
      else held.delete(serial);
    }
  }
  const gone = quantity < 0;
  const wrong = serials.filter((serial) => (gone ? held.get(serial) !== fund.id : held.has(serial)));
  if (wrong.length > 0) refuse('serials.held', { item: item.code, serials: wrong.slice(0, 10), gone });
}

/** The approved part in goods of an award that this fund gives and nobody has given yet; `ours` where the fund is its payer. */
async function partOf(
  reader: Reader,
  wanted: { fund: Fund; item: Item; quantity: number; day: Day; award: string; round: number | undefined },
): Promise<{ part: PartRef; name: string; ours: boolean }> {
  const { fund, item, quantity, day, award: code, round } = wanted;
  const awards = await reader.awards({ ...(round === undefined ? {} : { round }), upTo: day });
  const award =
    awards.find((each) => each.code.toLowerCase() === code.toLowerCase()) ??
    refuse('missing', { noun: 'award', code });
  const given = (await (await reader.goods()).moves({})).filter(
    (move) => move.award === award.id && move.reversedBy === undefined,
  );
  const part = award.parts.find(
    (each) =>
      each.form === 'goods' &&
      each.approved &&
      each.paid === undefined &&
      isGivenBy(fund, each) &&
      !given.some((move) => move.part === each.line),
  );
  if (part === undefined) return refuse('award.goods', { award: award.code, fund: fund.code });
  if (part.item !== undefined && (part.item !== item.id || part.quantity !== quantity)) {
    const decided = (await (await reader.goods()).items()).find((each) => each.id === part.item);
    refuse('award.item', {
      award: award.code,
      item: decided?.code ?? '',
      quantity: part.quantity ?? 0,
      given: `${quantity} ${item.code}`,
    });
  }
  return { part: { award, line: part.line }, name: award.beneficiaryName, ours: isOurs(part) };
}

/** Goods on a list whose giver is not named may be ours; so may those of a fund that is named. */
function isGivenBy(fund: Fund, { outside, payer }: Part): boolean {
  if (outside === undefined) return payer === undefined || payer === fund.id;
  return outside === '*' || [fund.code, fund.name].some((name) => fold(name) === fold(outside));
}

export async function itemBy(reader: Reader, code: string): Promise<Item> {
  const items = await (await reader.goods()).items();
  const known = items.length <= 20 ? items.map((each) => each.code) : undefined;
  return (
    items.find((each) => each.code.toLowerCase() === code.toLowerCase()) ??
    refuse('missing', { noun: 'item', code, known })
  );
}

export function inWords(item: Item, quantity: number) {
  return { quantity, measure: item.measure, item: item.name };
}
