import type { Role } from '../domain/account.ts';
import type { Part } from '../domain/award.ts';
import { dayBefore, firstDay, type Day } from '../domain/day.ts';
import { add, negate, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { credit, debit, type Posting } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { RowFaultCode } from '../domain/row-fault.ts';
import { isCode, type Fund, type Place } from '../domain/fund.ts';
import type { OpenedList } from '../intake/open.ts';
import { readOpening, type OpeningKind, type OpeningRow } from '../intake/opening.ts';
import type { RowReader } from '../intake/reader.ts';
import type { FieldName } from '../intake/table.ts';
import { holderFor } from './advance.ts';
import { awardCode } from './proposal.ts';
import { alreadyImported, listDocument, nothingNew, PersonFinder, type ListAnswer } from './lists.ts';
import type { Round } from '../domain/award.ts';
import type { PersonKey, Writer } from './port/ports.ts';
import { operate, type Session } from './session.ts';

export interface OpeningAnswer extends ListAnswer {
  readonly day: Day;
  readonly entries: number;
  /** Đồng in all places, of own funds and held. */
  readonly own: Dong;
  readonly held: Dong;
  readonly advances: number;
  readonly loans: number;
  readonly awards: number;
  readonly goods: number;
}

/** A row with what its words mean in this book. */
interface Line {
  readonly row: OpeningRow;
  readonly fund: Fund;
  readonly toFund?: Fund | undefined;
  readonly place?: Place | undefined;
  readonly person?: PersonKey | undefined;
  readonly round?: Round | undefined;
}

/** Kinds that are sums of the year so far, by the account's role. */
const FLOWS: Readonly<Partial<Record<OpeningKind, 'in' | 'out'>>> = {
  contribution: 'in',
  allocation: 'in',
  transferIn: 'in',
  otherIn: 'in',
  disbursement: 'out',
  remittance: 'out',
  transferOut: 'out',
  otherOut: 'out',
};

/**
 * Takes in all that a book begins with, as of the day before its first month and before anything else is posted: money,
 * advances, loans between funds, goods, the year so far, awards that were approved and partly paid.
 */
export function importOpening(session: Session, list: OpenedList): Promise<OpeningAnswer> {
  return operate(session, 'opening import', async (writer) => {
    const { reader, rows, normalDigest } = await readOpening(list);
    const day = dayBefore(firstDay(writer.entity.firstMonth));
    const nothing = { day, entries: 0, own: ZERO, held: ZERO, advances: 0, loans: 0, awards: 0, goods: 0 };
    const known = await alreadyImported(writer, 'opening', undefined, normalDigest);
    if (known !== undefined) return { ...nothingNew(known, rows.length, reader), ...nothing };
    const { openings, others } = await (await writer.corrections()).openings();
    if (openings + others > 0) refuse('opening.late', { entries: openings + others });
    const found = await resolve(writer, reader, rows);
    reader.finish();
    const lines = found.filter(({ row }) => !reader.isBad(row.source));
    for (const fund of await writer.funds()) mustAddUp(fund, lines);
    const counts = { rows: rows.length, accepted: lines.length, rejected: reader.rejected };
    const total = moneyOf(lines, () => true);
    const document = await listDocument(session, writer, 'opening', undefined, list, {
      ...counts,
      normalDigest,
      total,
    });
    const main = await postMain(session, writer, lines, day);
    const advances = await postAdvances(session, writer, lines, day);
    const loans = await postLoans(session, writer, lines, day);
    const awards = await addAwards(writer, lines, day, main);
    const goods = await addGoods(writer, lines, day);
    return {
      ...counts,
      duplicates: 0,
      document: document.code,
      reading: reader.reading(),
      day,
      entries: advances + loans + (main === undefined ? 0 : 1),
      own: moneyOf(lines, (fund) => fund.kind === 'own'),
      held: moneyOf(lines, (fund) => fund.kind === 'held'),
      advances,
      loans,
      awards,
      goods,
    };
  });
}

/** Finds the funds, places, people and rounds that rows name; what is not there is a fault of its row. */
async function resolve(writer: Writer, reader: RowReader, rows: readonly OpeningRow[]): Promise<Line[]> {
  const [funds, places, rounds] = [await writer.funds(), await writer.places(), await writer.rounds()];
  const people = new PersonFinder(await writer.people());
  const seen = new Set<string>();
  return rows.flatMap((row): Line[] => {
    const fault = (field: FieldName, code: RowFaultCode) => reader.fault(row.source, field, code);
    const named = <T extends { readonly code: string }>(all: readonly T[], code: string) =>
      all.find((each) => each.code.toLowerCase() === code.toLowerCase());
    const fund = named(funds, row.fund);
    if (fund === undefined) {
      fault('fund', 'fund.unknown');
      return [];
    }
    const money = row.kind === 'money' || row.kind === 'held';
    const place = named(places, row.place === '' && row.kind === 'advance' ? 'cash' : row.place);
    const toFund = named(funds, row.toFund);
    const round = named(rounds, row.round);
    const person = row.kind === 'award' ? people.find(row.code, row.name, undefined) : undefined;
    if ((money || row.kind === 'advance') && place === undefined) fault('place', 'place.unknown');
    if (row.kind === 'held' && fund.kind !== 'held') fault('fund', 'fund.unknown');
    if (row.kind === 'loan' && (toFund === undefined || toFund.id === fund.id))
      fault('toFund', 'fund.unknown');
    if (row.kind === 'advance' && row.name === '') fault('name', 'name.missing');
    if (row.kind === 'award' && round === undefined) fault('round', 'round.unknown');
    if (person !== undefined && 'fault' in person) fault('code', person.fault);
    if (row.kind === 'award' && (row.paid ?? ZERO) > row.amount) fault('paid', 'award.amount');
    if (row.kind === 'goods' && !/^[1-9]\d{0,8}$/.test(row.quantity))
      fault('quantity', 'quantity.unreadable');
    if (row.kind === 'goods' && !isCode(row.code)) fault('code', 'code.unfit');
    const once = money
      ? `${fund.id} ${place?.id}`
      : row.kind === 'yearOpening'
        ? `year ${fund.id}`
        : undefined;
    if (once !== undefined && seen.has(once)) fault('amount', 'amount.twice');
    if (once !== undefined) seen.add(once);
    return [
      { row, fund, toFund, place, round, person: person && 'found' in person ? person.found : undefined },
    ];
  });
}

function moneyOf(lines: readonly Line[], of: (fund: Fund) => boolean): Dong {
  return sum(lines.filter(({ row, fund }) => isHere(row) && of(fund)).map(({ row }) => row.amount));
}

function isHere(row: OpeningRow): boolean {
  return row.kind === 'money' || row.kind === 'held';
}

/** Where a fund's opening of the year is told, it + in − out must be what the fund holds: money, advances, loans. */
function mustAddUp(fund: Fund, lines: readonly Line[]): void {
  const ofFund = lines.filter((line) => line.fund.id === fund.id);
  const year = ofFund.find(({ row }) => row.kind === 'yearOpening');
  const flows = ofFund.filter(({ row }) => FLOWS[row.kind] !== undefined);
  if (year === undefined) return;
  const lent = ofFund.filter(({ row }) => isHere(row) || row.kind === 'advance' || row.kind === 'loan');
  const borrowed = lines.filter(({ row, toFund }) => row.kind === 'loan' && toFund?.id === fund.id);
  const holds = subtract(amounts(lent), amounts(borrowed));
  const into = amounts(flows.filter(({ row }) => FLOWS[row.kind] === 'in'));
  const out = amounts(flows.filter(({ row }) => FLOWS[row.kind] === 'out'));
  const brought = subtract(add(year.row.amount, into), out);
  if (holds !== brought) refuse('opening.unbalanced', { fund: fund.code, holds, brought });
}

function amounts(lines: readonly Line[]): Dong {
  return sum(lines.map(({ row }) => row.amount));
}

/** One entry for money and the year so far; what each fund had on 1 January follows. Gives its key. */
async function postMain(
  session: Session,
  writer: Writer,
  lines: readonly Line[],
  day: Day,
): Promise<number | undefined> {
  const postings = lines.flatMap(({ row, fund, place }): Posting[] => {
    if (isHere(row) && place !== undefined) return [debit(fund, place.kind, row.amount, { place })];
    const flow = FLOWS[row.kind];
    if (flow === undefined) return [];
    const item = row.item || undefined;
    const role = row.kind as Role;
    return [
      flow === 'in' ? credit(fund, role, row.amount, { item }) : debit(fund, role, row.amount, { item }),
    ];
  });
  const awarded = lines.find(({ row }) => row.kind === 'award' && (row.paid ?? ZERO) > 0);
  if (postings.length === 0) {
    // What was paid of an award is in the sums of the year so far, or nowhere.
    if (awarded === undefined) return undefined;
    const brought = negate(awarded.row.paid ?? ZERO);
    return refuse('opening.unbalanced', { fund: awarded.fund.code, holds: ZERO, brought });
  }
  const content = session.phrases(writer.entity.language).opening();
  const [entry] = await writer.addEntries([
    { kind: 'opening', bookedOn: day, wording: { party: '', content }, postings: balanced(postings) },
  ]);
  return entry;
}

/** Adds to postings what each fund began with: whatever makes its debits and credits equal. */
function balanced(postings: readonly Posting[]): Posting[] {
  const byFund = Map.groupBy(postings, ({ fund }) => fund.id);
  const openings = [...byFund.values()].flatMap((group): Posting[] => {
    const [first] = group;
    if (first === undefined) return [];
    const net = sum(group.map(({ side, amount }) => (side === 'debit' ? amount : negate(amount))));
    if (net === 0) return [];
    return [net > 0 ? credit(first.fund, 'opening', net) : debit(first.fund, 'opening', negate(net))];
  });
  return [...postings, ...openings];
}

/** Each advance is an entry under a voucher of its own, by which it is settled later. */
async function postAdvances(
  session: Session,
  writer: Writer,
  lines: readonly Line[],
  day: Day,
): Promise<number> {
  const content = session.phrases(writer.entity.language).openedAdvance();
  const advances = lines.filter(({ row }) => row.kind === 'advance');
  for (const { row, fund, place } of advances) {
    if (place === undefined) throw new TypeError('an advance from no place');
    const holder = await holderFor(writer, row.name);
    const wording = { party: holder.name, content };
    const voucher = await writer.addVoucher({ kind: 'PKT', day, fund, papers: 0, wording });
    const postings = balanced([debit(fund, 'advance', row.amount, { holder })]);
    const [entry = 0] = await writer.addEntries([{ kind: 'opening', bookedOn: day, voucher, postings }]);
    await writer.addAdvance({ entry, holder, place, due: row.due });
  }
  return advances.length;
}

async function postLoans(
  session: Session,
  writer: Writer,
  lines: readonly Line[],
  day: Day,
): Promise<number> {
  const phrases = session.phrases(writer.entity.language);
  const loans = lines.filter(({ row }) => row.kind === 'loan');
  for (const { row, fund, toFund } of loans) {
    if (toFund === undefined) throw new TypeError('a loan to no fund');
    const content = phrases.openedLoan({ from: fund.code, to: toFund.code });
    const wording = { party: '', content };
    const voucher = await writer.addVoucher({ kind: 'PKT', day, fund, papers: 0, wording });
    const postings = balanced([debit(fund, 'lent', row.amount), credit(toFund, 'borrowed', row.amount)]);
    await writer.addEntries([{ kind: 'opening', bookedOn: day, voucher, due: row.due, postings }]);
  }
  return loans.length;
}

/** Awards approved before the book; what was paid of each is a part of its own, paid and signed for on paper then. */
async function addAwards(
  writer: Writer,
  lines: readonly Line[],
  day: Day,
  main: number | undefined,
): Promise<number> {
  const granted = lines.filter(({ row }) => row.kind === 'award');
  const units = new Map((await writer.units()).map((unit) => [unit.id, unit]));
  for (const group of Map.groupBy(granted, ({ row }) => `${row.round} ${row.decision}`).values()) {
    const round = group[0]?.round;
    if (round === undefined) continue;
    const before = (await writer.awards({ round: round.id })).length;
    const drafts = group.map(({ row, fund, person }, at) => {
      const unit = units.get(person?.unit ?? 0);
      if (person === undefined || unit === undefined) throw new TypeError('an award for nobody');
      const paid = row.paid ?? ZERO;
      const parts = [paid, subtract(row.amount, paid)]
        .filter((amount) => amount > 0)
        .map((amount, line): Part => ({ line: line + 1, payer: fund.id, form: 'cash', amount }));
      const code = awardCode(round, before + at + 1);
      return { code, round, beneficiary: person, unit, category: row.category, parts };
    });
    const awards = await writer.addAwards(drafts);
    const number = group[0]?.row.decision ?? '';
    await writer.addAwardEvents('approve', awards, await writer.addDecision({ round, number, day, by: '' }));
    const paid = group.flatMap(({ row }, at) => {
      const award = awards[at];
      return award === undefined || (row.paid ?? ZERO) <= 0 ? [] : [{ award, amount: row.paid ?? ZERO }];
    });
    if (main === undefined || paid.length === 0) continue;
    const disbursements = await writer.addDisbursements(
      paid.map(({ award }) => ({ part: { award, line: 1 }, entry: main })),
    );
    await writer.addAcknowledgements(
      paid.map(({ amount }, at) => ({ disbursement: disbursements[at] ?? 0, day, amount })),
      'bulk',
    );
  }
  return granted.length;
}

async function addGoods(writer: Writer, lines: readonly Line[], day: Day): Promise<number> {
  const goods = lines.filter(({ row }) => row.kind === 'goods');
  const items = new Map((await (await writer.corrections()).items()).map((item) => [item.code, item]));
  for (const { row, fund } of goods) {
    const item =
      items.get(row.code) ??
      (await writer.addItem({ code: row.code, name: row.name || row.code, measure: row.measure }));
    items.set(item.code, item);
    await writer.addStock([{ item, fund, day, quantity: Number(row.quantity), cost: row.amount }]);
  }
  return goods.length;
}
