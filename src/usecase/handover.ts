import { maskedText } from '../domain/mask.ts';
import { dayBefore, newYear, type Day } from '../domain/day.ts';
import { add, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { shortHead } from '../domain/form.ts';
import { isMoney } from '../domain/account.ts';
import { fold, tidy } from '../domain/name.ts';
import { placeMoney } from '../domain/reconcile.ts';
import { handoverPack, type HandoverFacts, type HandoverRole } from '../report/papers/handover.ts';
import type { Paper } from '../report/papers/paper.ts';
import { owedOn } from './owed.ts';
import type { Reader } from './port/ports.ts';
import { officerOn } from './register-ends.ts';
import { operate, type Session } from './session.ts';

export interface HandoverInput {
  readonly role: HandoverRole;
  /** Who takes the office, from `on`. */
  readonly to: string;
  readonly on: Day;
}

export interface HandoverAnswer {
  readonly role: HandoverRole;
  readonly from: Day;
  readonly sheets: number;
  /** Money of all funds in all places, in đồng. */
  readonly balance: Dong;
  /** Things left open: advances, unsigned awards, bank lines, money of nobody. */
  readonly open: number;
}

/**
 * Writes the pack, records that it left the book, and changes the officer: one ends the day before, the other begins on
 * the day. The file is written last, so that a pack that cannot be written changes nothing.
 */
export function handOverOffice(
  session: Session,
  input: HandoverInput,
  write: (paper: Paper, reader: Reader) => Promise<void>,
): Promise<HandoverAnswer> {
  return operate(session, 'handover', async (writer) => {
    const { role, on } = input;
    if (on > session.today) refuse('day.future', { day: on, today: session.today });
    const [officer, to] = [await officerOn(writer, role, on), tidy(input.to)];
    if (fold(officer.name) === fold(to)) refuse('officer.same', { role });
    if (officer.from >= on) refuse('officer.day', { role, from: officer.from, day: on });
    const facts = await factsOf(writer, { role, on, from: officer.name, to });
    const paper = handoverPack(facts);
    const purpose = session.phrases(writer.entity.language).handover({ role });
    await writer.addDisclosure({ kind: 'list', scope: `handover ${role}`, by: session.actor(), purpose });
    await writer.endOfficer(role, officer.name, dayBefore(on));
    await writer.addOfficer({ role, name: to, from: on });
    await write(paper, writer);
    const { advances, unsigned, lines, unnamed, balances } = facts;
    return {
      role,
      from: on,
      sheets: paper.sheets.length,
      balance: sum(balances.map(({ amount }) => amount)),
      open: advances.length + unsigned.length + lines.length + unnamed.length,
    };
  });
}

async function factsOf(
  reader: Reader,
  { role, on, from, to }: { role: HandoverRole; on: Day; from: string; to: string },
): Promise<HandoverFacts> {
  const { above, name, town, language } = reader.entity;
  const [funds, places] = [await reader.funds(), await reader.places()];
  const codeOf = (id: number) => funds.find((fund) => fund.id === id)?.code ?? '';
  const [goods, bank] = [await reader.goods(), await reader.bank()];
  const [items, units] = [await goods.items(), await reader.units()];
  const advances = (await reader.advances(on)).filter(({ open }) => open > 0);
  return {
    letterhead: { above, name, town, language },
    role,
    from,
    to,
    day: on,
    officers: await reader.officers(on),
    closed: await reader.lastClosed(),
    head: shortHead(Buffer.from(await reader.head()).toString('hex')),
    balances: await balancesOf(reader, on),
    counts: await lastCounts(reader, on),
    advances: advances.map(({ holder, fund, voucher, day, due, open }) => ({
      holder: holder.name,
      fund: codeOf(fund),
      voucher,
      day,
      due,
      open,
    })),
    unsigned: (await reader.awards({ upTo: on })).flatMap((award) => {
      const unsigned = award.parts.filter(
        ({ paid, signedOn }) => paid !== undefined && signedOn === undefined,
      );
      const paidOn = unsigned[0]?.paid?.day;
      if (paidOn === undefined || award.state !== 'approved') return [];
      const { code, beneficiaryName: person, unit } = award;
      const unitName = units.find((each) => each.id === unit.id)?.name ?? unit.code;
      return [{ code, person, unit: unitName, paidOn, amount: sum(unsigned.map((part) => part.amount)) }];
    }),
    lines: (await bank.lines({ to: on }))
      .filter(({ match }) => match === undefined)
      .map(({ place, day, amount, reference, wording }) => ({
        place: places.find((each) => each.id === place)?.name ?? '',
        day,
        amount,
        reference: maskedText(reference),
        content: maskedText(wording.content),
      })),
    unnamed: (await bank.openReceipts(on)).map(({ voucher, bookedOn, ownDay, wording, open }) => ({
      voucher,
      day: ownDay ?? bookedOn,
      content: maskedText(wording.content),
      open,
    })),
    dues: await duesOf(reader, on),
    goods: (await goods.stock(on)).flatMap(({ item: id, fund, quantity, cost }) => {
      const item = items.find((each) => each.id === id);
      if (item === undefined) return [];
      const { code, name: content, measure } = item;
      return [{ code, content, measure, fund: codeOf(fund), quantity, cost }];
    }),
    series: await (await reader.handover()).series(on),
  };
}

/** What each fund has in each place, places in order; nothing where there is none. */
async function balancesOf(reader: Reader, on: Day): Promise<HandoverFacts['balances']> {
  const rows = (await reader.turnovers({ to: on })).filter(({ role }) => isMoney(role));
  const places = await reader.places();
  return (await reader.funds()).flatMap((fund) =>
    places.flatMap((place) => {
      const amount = rows
        .filter((row) => row.fund === fund.id && row.place === place.id)
        .reduce<Dong>((all, { debit, credit }) => add(all, subtract(debit, credit)), ZERO);
      return amount === 0 ? [] : [{ fund, place, amount }];
    }),
  );
}

/** The last count of each cash box in the year, beside the book on that day. */
async function lastCounts(reader: Reader, on: Day): Promise<HandoverFacts['counts']> {
  const counts = await reader.cashCounts({ from: newYear(on), to: on });
  const last = (await reader.places()).flatMap((place) => {
    const count = counts.findLast((each) => each.place === place.id);
    return count === undefined ? [] : [{ place, count }];
  });
  const lines: HandoverFacts['counts'][number][] = [];
  for (const { place, count } of last) {
    const book = placeMoney(await reader.turnovers({ to: count.day })).get(place.id) ?? ZERO;
    lines.push({ place, day: count.day, counted: count.total, book, by: count.by });
  }
  return lines;
}

/** What is to be done by a day, the nearest first: money of others, advances, loans. */
async function duesOf(reader: Reader, on: Day): Promise<HandoverFacts['dues']> {
  const appeals = await (await reader.treasury()).appeals();
  const funds = await reader.funds();
  const owed = (await owedOn(reader, on)).flatMap(({ fund, appeal, due, owed: amount }) => {
    const named = appeal === undefined ? funds : appeals;
    const code = appeal ?? fund;
    const content = named.find((each) => each.code === code)?.name ?? '';
    const kind = appeal === undefined ? ('fund' as const) : ('appeal' as const);
    return due === undefined ? [] : [{ kind, code, content, due, amount }];
  });
  const advances = (await reader.advances(on)).flatMap(({ due, open, voucher, holder }) =>
    due === undefined || open === 0
      ? []
      : [{ kind: 'advance' as const, code: voucher, content: holder.name, due, amount: open }],
  );
  const name = (id: number) => funds.find((fund) => fund.id === id)?.name ?? '';
  const loans = (await (await reader.treasury()).loans(on)).flatMap(({ due, open, voucher, from, to }) =>
    due === undefined || open === 0
      ? []
      : [{ kind: 'loan' as const, code: voucher, content: `${name(from)} → ${name(to)}`, due, amount: open }],
  );
  return [...owed, ...advances, ...loans].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
