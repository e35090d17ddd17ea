import { lastDay, monthOf, nextMonth, type Day } from '../domain/day.ts';
import { add, asDong, negate, subtract, ZERO, type Dong } from '../domain/dong.ts';
import { moneyIn } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED, type Place } from '../domain/fund.ts';
import { tidy } from '../domain/name.ts';
import { placeMoney } from '../domain/reconcile.ts';
import { receiptKind } from '../domain/voucher.ts';
import { putOut } from './advance.ts';
import { postMovement } from './money.ts';
import type { Reader, Writer } from './port/ports.ts';
import { officerOn } from './register-ends.ts';
import { fundBy, mustBeOpen, operate, placeBy, type Session } from './session.ts';

export interface CountInput {
  readonly place: string;
  readonly on: Day;
  readonly total: Dong | undefined;
  readonly notes: readonly { readonly face: Dong; readonly sheets: number }[];
  /** Who counted. */
  readonly by: readonly string[];
  /** Posts the difference, so that the book says what was counted. */
  readonly settle: boolean;
  /** Whose money is short, and by when it is to be made good. */
  readonly fund: string | undefined;
  readonly due: Day | undefined;
}

export interface CountAnswer {
  readonly place: string;
  readonly day: Day;
  readonly counted: Dong;
  /** What the book said lay there at the end of that day, all funds together. */
  readonly balance: Dong;
  readonly difference: Dong;
  /** Whether settling it must name a fund: the place has none of its own. */
  readonly needsFund: boolean;
  /** What settled the difference. */
  readonly voucher?: string;
}

/** Records what was counted in a cash box, as it was counted: the book's figure is compared, never copied. */
export function countCash(session: Session, input: CountInput): Promise<CountAnswer> {
  return operate(session, 'cash count', async (writer) => {
    const place = await placeBy(writer, input.place);
    if (place.kind !== 'cash') refuse('place.bank', { place: place.code });
    await mustBeOpen(writer, session.today, input.on);
    const byNotes = input.notes.reduce<Dong>(
      (sum, { face, sheets }) => add(sum, asDong(face * sheets)),
      ZERO,
    );
    if (input.total !== undefined && input.notes.length > 0 && input.total !== byNotes) {
      refuse('count.mismatch', { notes: byNotes, total: input.total });
    }
    const counted = input.total ?? byNotes;
    const balance = await moneyThere(writer, place, input.on);
    const difference = subtract(counted, balance);
    const settled =
      input.settle && difference !== 0
        ? { voucher: await settle(session, writer, place, difference, input) }
        : {};
    const notes = input.notes.toSorted((a, b) => b.face - a.face);
    const by = input.by.map(tidy).filter(Boolean).join(SEPARATOR);
    await writer.addCashCount({ place: place.id, day: input.on, total: counted, notes, by });
    const needsFund = difference < 0 && (await writer.homeFund(place)) === undefined;
    return { place: place.code, day: input.on, counted, balance, difference, needsFund, ...settled };
  });
}

/** A surplus waits in CHO until somebody can name it; a shortage is the cashier's to make good. */
async function settle(
  session: Session,
  writer: Writer,
  place: Place,
  difference: Dong,
  input: CountInput,
): Promise<string> {
  await replaceCounts(session, writer, place, input.on);
  const phrases = session.phrases(writer.entity.language);
  const about = { place: place.name, day: input.on };
  if (difference > 0) {
    const fund = await fundBy(writer, UNIDENTIFIED);
    const { voucher } = await postMovement(writer, {
      kind: 'receipt',
      voucher: receiptKind(place.kind),
      fund,
      place,
      day: input.on,
      postings: moneyIn(fund, place, 'otherIn', difference),
      input: { amount: difference, on: input.on, party: '', content: phrases.surplus(about) },
    });
    return voucher;
  }
  const fund =
    input.fund === undefined
      ? ((await writer.homeFund(place)) ?? refuse('usage.missing', { option: '--fund' }))
      : await fundBy(writer, input.fund);
  if (fund.code === UNIDENTIFIED) refuse('fund.held', { fund: fund.code });
  const { answer } = await putOut(writer, {
    fund,
    place,
    day: input.on,
    on: input.on,
    amount: negate(difference),
    holder: (await officerOn(writer, 'cashier', input.on)).name,
    due: input.due ?? lastDay(nextMonth(monthOf(input.on))),
    content: phrases.shortage(about),
  });
  return answer.voucher;
}

/** The same box counted again on the same day: counts that settled nothing give way to the one that does. */
async function replaceCounts(session: Session, writer: Writer, place: Place, day: Day): Promise<void> {
  const reason = session.phrases(writer.entity.language).countAgain({ place: place.name, day });
  for (const count of await (await writer.goods()).counts({ from: day, to: day })) {
    if (count.place !== place.id || count.undoneBy !== undefined || count.settled !== 0) continue;
    await writer.addUndo(count.operation, session.actor(), reason);
  }
}

async function moneyThere(reader: Reader, place: Place, day: Day): Promise<Dong> {
  return placeMoney(await reader.turnovers({ to: day })).get(place.id) ?? ZERO;
}

/** Between the names of those who counted. */
const SEPARATOR = ', ';

export interface CountLine {
  readonly operation: number;
  readonly place: string;
  readonly day: Day;
  readonly counted: Dong;
  /** What the book says today of the end of that day. */
  readonly balance: Dong;
  readonly difference: Dong;
  /** What the count itself posted: a surplus above zero, a shortage below. */
  readonly settled: Dong;
  readonly by: readonly string[];
  readonly undoneBy?: number;
}

/** Counts of a range with what the book says, whether they stand or were taken back. */
export async function countsOf(
  reader: Reader,
  range: { from: Day; to: Day },
  place: Place | undefined,
): Promise<CountLine[]> {
  const places = await reader.places();
  const lines: CountLine[] = [];
  for (const count of await (await reader.goods()).counts(range)) {
    const at = places.find((each) => each.id === count.place);
    if (at === undefined || (place !== undefined && at.id !== place.id)) continue;
    const balance = await moneyThere(reader, at, count.day);
    lines.push({
      operation: count.operation,
      place: at.code,
      day: count.day,
      counted: count.total,
      balance,
      difference: subtract(count.total, balance),
      settled: count.settled,
      by: count.by.split(SEPARATOR).filter(Boolean),
      ...(count.undoneBy === undefined ? {} : { undoneBy: count.undoneBy }),
    });
  }
  return lines;
}
