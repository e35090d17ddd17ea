import { isMoney } from '../domain/account.ts';
import { dayAfter, LAST_DAY, monthOf, nextMonth, type Day } from '../domain/day.ts';
import { add, negate, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { credit } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { FailureFacts } from '../domain/failure-facts.ts';
import { blocks } from '../domain/finding.ts';
import { shortHead } from '../domain/form.ts';
import { UNIDENTIFIED, type Fund, type Place } from '../domain/fund.ts';
import type { HandedGoods, HandedMoney, HandedOver } from '../domain/handover-file.ts';
import { tidy } from '../domain/name.ts';
import { openMonth } from '../domain/period.ts';
import { paymentKind } from '../domain/voucher.ts';
import type { BookEndFacts } from '../report/papers/book-end.ts';
import { inspect } from './check/inspect.ts';
import { letterheadOf } from './papers.ts';
import type { Reader, Writer } from './port/ports.ts';
import { debits, restrictedMoney } from './restricted.ts';
import { calendarOf, mustBeOpen, operate, type Session } from './session.ts';

export interface EndInput {
  /** The last day. */
  readonly on: Day;
  /** The union that takes everything over. */
  readonly to: string;
  readonly document: string;
}

export interface EndAnswer {
  readonly on: Day;
  readonly to: string;
  readonly document: string;
  readonly money: readonly HandedMoney[];
  readonly goods: readonly HandedGoods[];
  readonly total: Dong;
  /** People who stand in the book's units. */
  readonly people: number;
  /** Gifts that were approved and not paid, or paid and not signed for: to be followed up by the other side. */
  readonly open: number;
}

/**
 * Ends the book: every fund's money in every place, and the goods, go to the union that takes over, under vouchers of one
 * document; the last month is closed and locked, and nothing is posted afterwards. `write` puts the minutes and the file
 * for the other side, last of all: where they cannot be written nothing has happened.
 */
export function endBook(
  session: Session,
  input: EndInput,
  write: (handed: HandedOver, facts: BookEndFacts, reader: Reader) => Promise<void>,
): Promise<EndAnswer> {
  return operate(session, 'book end', async (writer) => {
    const on = await mustBeOpen(writer, session.today, input.on);
    const [to, document] = [tidy(input.to), input.document];
    await mustBeSettled(session, writer, on);
    const head = shortHead(Buffer.from(await writer.head()).toString('hex'));
    const month = monthOf(on);
    const phrases = session.phrases(writer.entity.language);
    const words = (fund: Fund) => ({
      party: to,
      content: phrases.handedOver({ fund: fund.name, to, document }),
    });
    const goods = await giveGoods(writer, on, words);
    const money = await payOut(writer, { on, document }, words);
    const by = session.actor();
    // Handed over whole, the boxes are empty: the minutes that both sides sign are their last count.
    for (const place of await writer.places())
      if (place.kind === 'cash')
        await writer.addCashCount({ place: place.id, day: on, total: ZERO, notes: [], by });
    await mustHaveNoError(session, writer, on);
    const { uuid } = writer;
    const { code, name } = writer.entity;
    const handed: HandedOver = { from: { uuid, code, name }, to, on, document, money, goods };
    const facts = await factsOf(writer, { on, to, document, head, money, goods });
    await writer.addPeriodEvent({ month, kind: 'close', reason: document, by });
    await writer.addPeriodEvent({ month, kind: 'lock', reason: document, by });
    await writer.endBook({ on, to, document, content: by });
    await write(handed, facts, writer);
    return {
      on,
      to,
      document,
      money,
      goods,
      total: sum(money.map(({ amount }) => amount)),
      people: facts.units.reduce((all, { people }) => all + people, 0),
      open: facts.unpaid.length + facts.unsigned.length,
    };
  });
}

/** How many codes a refusal names. */
const NAMED = 20;

function mustBeNone(what: FailureFacts['book.open']['what'], codes: readonly string[]): void {
  if (codes.length > 0)
    refuse('book.open', { what, codes: codes.slice(0, NAMED), more: Math.max(0, codes.length - NAMED) });
}

/** What cannot be handed over by a voucher is settled first: months, advances, loans, money of nobody. */
async function mustBeSettled(session: Session, writer: Writer, on: Day): Promise<void> {
  const open = openMonth(await calendarOf(writer, session.today));
  const months: string[] = [];
  for (let month = open; month < monthOf(on); month = nextMonth(month)) months.push(month);
  mustBeNone('month', months);
  const later = await writer.entries({ from: dayAfter(on), to: LAST_DAY });
  mustBeNone(
    'later',
    later.map(({ voucher, id }) => voucher?.code ?? String(id)),
  );
  const advances = (await writer.advances(on)).filter((each) => each.open > 0);
  mustBeNone(
    'advance',
    advances.map(({ voucher }) => voucher),
  );
  const loans = (await (await writer.treasury()).loans(on)).filter((each) => each.open > 0);
  mustBeNone(
    'loan',
    loans.map(({ voucher }) => voucher),
  );
  const receipts = await (await writer.bank()).openReceipts(on);
  mustBeNone(
    'receipt',
    receipts.map(({ voucher, entry }) => voucher || String(entry)),
  );
}

/** The last month stands as a close would have it. */
async function mustHaveNoError(session: Session, writer: Writer, on: Day): Promise<void> {
  // What was paid out a moment ago enters the day balances, by which rules look.
  await writer.lowPoints();
  const { findings } = await inspect(writer, monthOf(on), session.today);
  const blocking = findings.filter((finding) => blocks(finding));
  mustBeNone(
    'finding',
    blocking.map(({ mend, name }) => mend ?? name),
  );
}

/** What each fund has in each place on a day. */
async function balances(reader: Reader, on: Day): Promise<{ fund: Fund; place: Place; amount: Dong }[]> {
  const rows = (await reader.turnovers({ to: on })).filter(({ role }) => isMoney(role));
  const places = await reader.places();
  return (await reader.funds()).flatMap((fund) =>
    places.flatMap((place) => {
      const amount = rows
        .filter((row) => row.fund === fund.id && row.place === place.id)
        .reduce<Dong>((all, row) => add(all, subtract(row.debit, row.credit)), ZERO);
      return amount === 0 ? [] : [{ fund, place, amount }];
    }),
  );
}

/** Pays everything out, each fund and place by a voucher: own money as a transfer, an owner's as remitted. */
async function payOut(
  writer: Writer,
  { on, document }: { on: Day; document: string },
  words: (fund: Fund) => { party: string; content: string },
): Promise<HandedMoney[]> {
  const handed: HandedMoney[] = [];
  for (const [fund, lines] of Map.groupBy(await balances(writer, on), (line) => line.fund)) {
    if (fund.code === UNIDENTIFIED) mustBeNone('receipt', [fund.code]);
    const bound = await restrictedMoney(writer, fund, on);
    const aims = bound.left.map(({ restriction }) => restriction);
    for (const { place, amount } of lines) {
      // What was set apart keeps its aim with whoever takes it over.
      const pieces = bound.take(amount, aims);
      const role = fund.kind === 'own' ? ('transferOut' as const) : ('remittance' as const);
      const kind = fund.kind === 'own' ? ('transfer' as const) : ('remittance' as const);
      const voucher = await writer.addVoucher({
        kind: paymentKind(place.kind),
        day: on,
        fund,
        place,
        papers: 1,
        wording: words(fund),
      });
      const postings = [...debits(fund, role, pieces), credit(fund, place.kind, amount, { place })];
      await writer.addEntries([{ kind, bookedOn: on, documentNo: document, voucher, postings }]);
      const { code, name, owner } = fund;
      handed.push(
        ...pieces.map((piece) => ({
          fund: code,
          name,
          kind: fund.kind,
          owner,
          place: place.kind,
          amount: piece.amount,
          ...(piece.restriction === undefined ? {} : { restriction: piece.restriction }),
          voucher: voucher.code,
        })),
      );
    }
  }
  return handed;
}

/** Gives all goods out at their cost. */
async function giveGoods(
  writer: Writer,
  on: Day,
  words: (fund: Fund) => { party: string; content: string },
): Promise<HandedGoods[]> {
  const goods = await writer.goods();
  const [items, funds] = [await goods.items(), await writer.funds()];
  const handed: HandedGoods[] = [];
  for (const { item: id, fund: of, quantity, cost } of await goods.stock(on)) {
    const [item, fund] = [items.find((each) => each.id === id), funds.find((each) => each.id === of)];
    if (item === undefined || fund === undefined || quantity === 0) continue;
    const draft = { kind: 'XK' as const, day: on, fund, papers: 1, wording: words(fund) };
    const voucher = await writer.addVoucher(draft);
    await writer.addStock([{ item, fund, voucher, day: on, quantity: -quantity, cost: negate(cost) }]);
    const { code, name, measure } = item;
    handed.push({ item: code, name, measure, fund: fund.code, quantity, cost, voucher: voucher.code });
  }
  return handed;
}

async function factsOf(
  reader: Reader,
  given: Pick<BookEndFacts, 'on' | 'to' | 'document' | 'head' | 'money' | 'goods'>,
): Promise<BookEndFacts> {
  const { on } = given;
  const units = await reader.units(on);
  const nameOf = (id: number) => units.find((unit) => unit.id === id)?.name ?? '';
  const stands = Map.groupBy(await (await reader.unitFacts()).standingOn(on), ({ unit }) => unit);
  const approved = (await reader.awards({ upTo: on })).filter(({ state }) => state === 'approved');
  const ours = approved.map((award) => ({
    code: award.code,
    person: award.beneficiaryName,
    unit: nameOf(award.unit.id),
    parts: award.parts.filter(({ outside }) => outside === undefined),
  }));
  const left = (isLeft: (part: (typeof ours)[number]['parts'][number]) => boolean) =>
    ours.flatMap(({ parts, ...award }) => {
      const some = parts.filter(isLeft);
      return some.length === 0 ? [] : [{ ...award, amount: sum(some.map(({ amount }) => amount)) }];
    });
  return {
    ...given,
    letterhead: letterheadOf(reader),
    officers: await reader.officers(on),
    units: units.flatMap(({ id, code, name }) => {
      const people = stands.get(id)?.length ?? 0;
      return people === 0 ? [] : [{ code, name, people }];
    }),
    unpaid: left(({ paid }) => paid === undefined),
    unsigned: left(({ paid, signedOn }) => paid !== undefined && signedOn === undefined),
    series: await (await reader.handover()).series(on),
    papers: (await (await reader.corrections()).attachments()).map(({ code, file }) => ({ code, file })),
  };
}
