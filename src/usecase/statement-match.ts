import { firstDay, lastDay, type Day, type Month } from '../domain/day.ts';
import { subtract, sum, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { Noun } from '../domain/failure-facts.ts';
import type { Place } from '../domain/fund.ts';
import { match, type MatchReason } from '../domain/match.ts';
import type { BankEntry, BankLine } from './port/bank.ts';
import type { Reader } from './port/ports.ts';
import type { MatchHow } from './port/treasury.ts';
import { operate, placeBy, type Session } from './session.ts';

/** Lines and entries that are one movement of money; amounts in đồng. */
interface MatchPair {
  /** Where it was recorded. */
  readonly match?: number;
  readonly lines: readonly number[];
  readonly entries: readonly number[];
  /** The first line's day. */
  readonly day: Day;
  readonly amount: Dong;
  readonly vouchers: readonly string[];
  readonly reason: MatchReason | 'hand';
  readonly sure: boolean;
}

export interface MatchAnswer {
  readonly account: string;
  readonly recorded: number;
  readonly suggestions: readonly MatchPair[];
  /** Lines with more than one reading. */
  readonly doubts: readonly {
    readonly line: number;
    readonly day: Day;
    readonly amount: Dong;
    readonly entries: readonly number[];
  }[];
  /** What stays without the other side. */
  readonly lines: number;
  readonly entries: number;
}

/** What may be recorded unasked: nothing, what is sure, or what is likely too. */
export type Recording = 'nothing' | 'sure' | 'likely';

const HOW: Readonly<{ [R in MatchReason]: MatchHow }> = {
  reference: 'reference',
  voucher: 'reference',
  name: 'name',
  'near-name': 'name',
  day: 'amount',
  near: 'amount',
  sum: 'amount',
  'near-sum': 'amount',
};

/** The bank account meant: the one named, else the only one, else `bank`. */
export async function bankBy(reader: Reader, account: string | undefined): Promise<Place> {
  const banks = (await reader.places()).filter(({ kind }) => kind === 'bank');
  const [only] = banks;
  const place =
    account === undefined && banks.length === 1 && only !== undefined
      ? only
      : await placeBy(reader, account ?? 'bank');
  return place.kind === 'bank' ? place : refuse('place.cash', { place: place.code });
}

/** Pairs an account's lines with its entries, and records what it may. */
export async function matchStatement(
  session: Session,
  input: { account: string | undefined; period: Month | undefined; record: Recording },
): Promise<MatchAnswer> {
  const { record } = input;
  if (record === 'nothing')
    return session.book.read(async (reader) =>
      found(reader, await bankBy(reader, input.account), input.period),
    );
  return operate(session, 'statement match', async (writer) => {
    const place = await bankBy(writer, input.account);
    const answer = await found(writer, place, input.period);
    const suggestions: MatchPair[] = [];
    let [recorded, lines, entries] = [0, answer.lines, answer.entries];
    for (const pair of answer.suggestions) {
      if (pair.reason === 'hand' || (!pair.sure && record !== 'likely')) {
        suggestions.push(pair);
        continue;
      }
      const { reason } = pair;
      suggestions.push({
        match: await writer.addMatch({ place, how: HOW[reason], lines: pair.lines, entries: pair.entries }),
        ...pair,
      });
      recorded += 1;
      lines -= pair.lines.length;
      entries -= pair.entries.length;
    }
    return { ...answer, recorded, suggestions, lines, entries };
  });
}

/** How many days around a month are read, so that what stands at its edge is not taken for the only one. */
const AROUND = 1;

async function found(reader: Reader, place: Place, period: Month | undefined): Promise<MatchAnswer> {
  const bank = await reader.bank();
  const range = period === undefined ? {} : around(period);
  const [lines, entries] = [await bank.lines({ place, ...range }), await bank.entries(place, range)];
  const within = (day: Day) => period === undefined || day.startsWith(period);
  const byLine = new Map(lines.map((line) => [line.id, line]));
  const byEntry = new Map(entries.map((entry) => [entry.id, entry]));
  const { suggestions, doubts } = match(
    lines.map((line) => ({ ...line, ...line.wording, taken: line.match !== undefined })),
    entries.map((entry) => ({ ...entry, ...entry.wording, taken: entry.match !== undefined })),
  );
  const pairs = suggestions.flatMap(({ lines: ids, ...rest }) => {
    const own = of(byLine, ids);
    const [first] = own;
    if (first === undefined || !own.every(({ day }) => within(day))) return [];
    return [{ ...rest, ...described(own, of(byEntry, rest.entries)) }];
  });
  return {
    account: place.code,
    recorded: 0,
    suggestions: pairs,
    doubts: doubts.flatMap((doubt) => {
      const line = byLine.get(doubt.line);
      return line === undefined || !within(line.day)
        ? []
        : [{ line: line.id, day: line.day, amount: line.amount, entries: doubt.entries }];
    }),
    lines: lines.filter((line) => line.match === undefined && within(line.day)).length,
    entries: entries.filter((entry) => entry.match === undefined && within(entry.bookedOn)).length,
  };
}

function described(lines: readonly BankLine[], entries: readonly BankEntry[]) {
  const [first] = lines;
  if (first === undefined) throw new TypeError('a match of nothing');
  return {
    lines: lines.map(({ id }) => id),
    entries: entries.map(({ id }) => id),
    day: first.day,
    amount: sum(lines.map(({ amount }) => amount)),
    vouchers: [...new Set(entries.flatMap(({ voucher }) => voucher?.code ?? []))],
  };
}

function of<T>(all: ReadonlyMap<number, T>, keys: readonly number[]): T[] {
  return keys.flatMap((key) => all.get(key) ?? []);
}

function around(period: Month): { from: Day; to: Day } {
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))];
  const shifted = (by: number) => {
    const at = year * 12 + month - 1 + by;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}` as Month;
  };
  return { from: firstDay(shifted(-AROUND)), to: lastDay(shifted(AROUND)) };
}

/** Joins lines and entries that the treasurer names. */
export function matchByHand(
  session: Session,
  input: {
    account: string | undefined;
    lines: readonly number[];
    entries: readonly number[];
    reason: string;
  },
): Promise<MatchAnswer> {
  return operate(session, 'statement match', async (writer) => {
    const bank = await writer.bank();
    const lines = await linesBy(writer, input.lines);
    const place = await placeOf(writer, lines, input.account);
    const entries = await bank.entries(place, { ids: input.entries });
    mustBeThere('entry', input.entries, entries);
    mustBeFree('entry', entries);
    const [ofLines, ofEntries] = [sum(lines.map((l) => l.amount)), sum(entries.map((e) => e.net))];
    if (ofLines !== ofEntries)
      refuse('match.sum', { lines: ofLines, entries: ofEntries, difference: subtract(ofLines, ofEntries) });
    const number = await writer.addMatch({
      place,
      how: 'hand',
      wording: { party: session.actor(), content: input.reason },
      lines: lines.map(({ id }) => id),
      entries: entries.map(({ id }) => id),
    });
    const pair = { match: number, ...described(lines, entries), reason: 'hand' as const, sure: true };
    return {
      account: place.code,
      recorded: 1,
      suggestions: [pair],
      doubts: [],
      lines: (await bank.lines({ place })).filter((line) => line.match === undefined).length,
      entries: (await bank.entries(place, {})).filter((entry) => entry.match === undefined).length,
    };
  });
}

/** Free lines by their numbers, in the order of days. */
export async function linesBy(reader: Reader, ids: readonly number[]): Promise<readonly BankLine[]> {
  const lines = await (await reader.bank()).lines({ ids });
  mustBeThere('line', ids, lines);
  mustBeFree('line', lines);
  return lines;
}

/** The one account that some lines are of. */
export async function placeOf(
  reader: Reader,
  lines: readonly BankLine[],
  account: string | undefined,
): Promise<Place> {
  const named = account === undefined ? undefined : await bankBy(reader, account);
  const place = named ?? (await reader.places()).find(({ id }) => id === lines[0]?.place);
  const other = lines.find((line) => line.place !== place?.id);
  if (place === undefined || other !== undefined)
    return refuse('missing', { noun: 'line', code: `${other?.id ?? 0} (${place?.code ?? ''})` });
  return place;
}

function mustBeThere(noun: Noun, wanted: readonly number[], all: readonly { id: number }[]): void {
  const known = new Set(all.map(({ id }) => id));
  const missing = wanted.find((id) => !known.has(id));
  if (missing !== undefined) refuse('missing', { noun, code: String(missing) });
}

function mustBeFree(
  noun: 'line' | 'entry',
  all: readonly { readonly id: number; readonly match?: number | undefined }[],
): void {
  for (const { id, match: taken } of all)
    if (taken !== undefined) refuse('match.taken', { noun, number: id, match: taken });
}

export interface UnmatchAnswer {
  readonly matches: readonly number[];
  readonly lines: readonly number[];
  readonly entries: readonly number[];
}

/** Takes matches back: their lines and entries stand alone again. */
export function unmatch(
  session: Session,
  matches: readonly number[],
  reason: string,
): Promise<UnmatchAnswer> {
  return operate(session, 'statement unmatch', async (writer) => {
    const bank = await writer.bank();
    const [lines, entries]: [number[], number[]] = [[], []];
    for (const id of matches) {
      const view = (await bank.match(id)) ?? refuse('missing', { noun: 'match', code: String(id) });
      await writer.addUnmatch(id, session.actor(), reason);
      lines.push(...view.lines);
      entries.push(...view.entries);
    }
    return { matches, lines, entries };
  });
}
