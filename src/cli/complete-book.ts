import { monthOf, nextMonth, type Day, type Month } from '../domain/day.ts';
import { fold } from '../domain/name.ts';
import { openMonth } from '../domain/period.ts';
import type { Reader } from '../usecase/port/ports.ts';
import { calendarOf } from '../usecase/session.ts';
import { bookPathOf, todayIn } from './desk.ts';
import type { Io } from './io.ts';
import { libraryFor } from './wire.ts';

export interface Suggestion {
  readonly value: string;
  readonly text?: string | undefined;
}

/** What stands at the cursor: an option's key and its value as help writes it, or an argument (`ARG`). */
export interface Wanted {
  readonly key: string;
  readonly value: string;
  readonly command: string;
  readonly typed: string;
}

/** More than a screen is no help: who wants one of more types another letter. */
const MOST = 200;

/** What the book has that could stand there, by the beginning of its code or, folded, of a word of its name. */
export async function bookValues(
  wanted: Wanted,
  book: string | undefined,
  io: Io,
): Promise<readonly Suggestion[]> {
  const kind = kindOf(wanted);
  if (kind === undefined) return [];
  const path = bookPathOf(book, io);
  const opened = await libraryFor(path).open(path);
  try {
    const all: readonly Suggestion[] = await opened.read<readonly Suggestion[]>((reader) =>
      SOURCES[kind](reader, todayIn(io.now), wanted),
    );
    const key = fold(wanted.typed);
    return all
      .filter(
        ({ value, text = '' }) =>
          value.toLowerCase().startsWith(wanted.typed.toLowerCase()) ||
          (key !== '' && ` ${fold(text)}`.includes(` ${key}`)),
      )
      .slice(0, MOST);
  } finally {
    opened.close();
  }
}

type Kind = keyof typeof SOURCES;

/** Values by what help writes for them. */
const BY_VALUE: Readonly<Record<string, Kind>> = {
  FUND: 'fund',
  'FUND:PLACE': 'fundAtPlace',
  PLACE: 'place',
  ROUND: 'round',
  UNIT: 'unit',
  APPEAL: 'appeal',
  VOUCHER: 'voucher',
  LIST: 'list',
  PERIOD: 'month',
  'YYYY-MM': 'month',
  RULE: 'rule',
  ITEM: 'item',
  DONOR: 'donor',
  CATEGORY: 'category',
  CASE: 'case',
  AWARD: 'case',
};

/** Arguments, and options whose value says less than their name. */
const BY_KEY: Readonly<Record<string, Kind>> = {
  fund: 'fund',
  round: 'round',
  appeal: 'appeal',
  member: 'member',
  into: 'member',
  except: 'member',
  other: 'member',
  relativeOf: 'member',
  is: 'giver',
  not: 'giver',
  by: 'officer',
  actor: 'officer',
  waivedBy: 'officer',
  handedTo: 'holder',
  holder: 'holder',
  donor: 'donorName',
  award: 'case',
  case: 'case',
  item: 'item',
  voucher: 'voucher',
  document: 'statement',
  month: 'month',
  year: 'year',
  name: 'setting',
};

function kindOf({ key, value, command }: Wanted): Kind | undefined {
  if (value === 'ARG') {
    if (key === 'code') return BY_NOUN[command];
    if (key === 'name' && command !== 'setting set') return undefined;
    return key === 'donor' ? 'donor' : BY_KEY[key];
  }
  if (key === 'name') return undefined;
  return BY_VALUE[value] ?? (/^(CODE|NAME)$/.test(value) ? BY_KEY[key] : undefined);
}

/** What an argument `code` is the code of; a command that makes something new has none to offer. */
const BY_NOUN: Readonly<Record<string, Kind>> = {
  'member show': 'member',
  'member set': 'member',
  'member status': 'member',
  'member move': 'member',
  'member distinguish': 'member',
  'member merge': 'member',
  'member leave': 'member',
  'member erase': 'member',
  'unit close': 'unit',
  'rule end': 'rule',
  explain: 'case',
};

interface Coded {
  readonly code: string;
  readonly name?: string | undefined;
}

const coded = (all: readonly Coded[]): Suggestion[] =>
  all.map(({ code, name }) => ({ value: code, text: name }));

const SOURCES = {
  fund: async (reader: Reader) => coded(await reader.funds()),
  place: async (reader: Reader) => coded(await reader.places()),
  async fundAtPlace(reader: Reader) {
    const [funds, places] = [await reader.funds(), await reader.places()];
    return funds.flatMap((fund) =>
      places.map((place) => ({ value: `${fund.code}:${place.code}`, text: `${fund.name} · ${place.name}` })),
    );
  },
  async round(reader: Reader, _: Day, { command }: Wanted) {
    const kind = command.split(' ')[0];
    const all = (await reader.rounds()).toSorted((a, b) => (a.day < b.day ? 1 : -1));
    const own = all.filter((each) => each.kind === kind);
    return coded(own.length > 0 ? own : all);
  },
  unit: async (reader: Reader) => coded(await reader.units()),
  appeal: async (reader: Reader) => coded(await (await reader.treasury()).appeals()),
  member: async (reader: Reader) => coded(await reader.beneficiaries({})),
  async giver(reader: Reader) {
    return coded([
      ...(await reader.donors()),
      ...(await reader.beneficiaries({})),
      ...(await reader.units()),
    ]);
  },
  donor: async (reader: Reader) => coded(await reader.donors()),
  donorName: async (reader: Reader) => (await reader.donors()).map(({ name }) => ({ value: name })),
  officer: async (reader: Reader, today: Day) =>
    (await reader.officers(today)).map(({ name }) => ({ value: name })),
  holder: async (reader: Reader) => (await reader.holders()).map(({ name }) => ({ value: name })),
  voucher: async (reader: Reader) =>
    (await reader.vouchers({}))
      .toReversed()
      .map(({ code, wording }) => ({ value: code, text: wording.content })),
  list: async (reader: Reader) =>
    (await reader.documents('contribution')).map(({ code, file }) => ({ value: code, text: file })),
  statement: async (reader: Reader) =>
    (await reader.documents('statement')).map(({ code, file }) => ({ value: code, text: file })),
  async case(reader: Reader, _: Day, { command }: Wanted) {
    const kind = command.split(' ')[0];
    const rounds = (await reader.rounds()).filter((each) => each.kind === kind);
    const all = await reader.awards(rounds.length === 1 ? { round: rounds[0]?.id ?? 0 } : {});
    return all.map((each) => ({ value: each.code, text: each.beneficiaryName }));
  },
  rule: async (reader: Reader) =>
    (await (await reader.benefits()).rules()).map(({ code }) => ({ value: code })),
  item: async (reader: Reader) => coded(await (await reader.goods()).items()),
  category: async (reader: Reader) =>
    [...new Set((await reader.rounds()).flatMap(({ levels }) => [...levels.keys()]))].map((value) => ({
      value,
    })),
  /** Months still open, the one that is closed next first; to reopen, the one closed last; then those before. */
  async month(reader: Reader, today: Day, { command }: Wanted) {
    const calendar = await calendarOf(reader, today);
    if (command === 'reopen')
      return calendar.lastClosed === undefined ? [] : [{ value: calendar.lastClosed }];
    const open = monthsBetween(openMonth(calendar), monthOf(today));
    const closed =
      calendar.lastClosed === undefined ? [] : monthsBetween(calendar.firstMonth, calendar.lastClosed);
    return [...open, ...(command === 'close' ? [] : closed.toReversed())].map((value) => ({ value }));
  },
  async year(reader: Reader, today: Day) {
    const months = monthsBetween(reader.entity.firstMonth, monthOf(today));
    return [...new Set(months.map((month) => month.slice(0, 4)))].map((value) => ({ value }));
  },
  async setting() {
    const { SETTINGS } = await import('../usecase/check/settings.ts');
    return Object.keys(SETTINGS).map((value) => ({ value }));
  },
} satisfies Readonly<
  Record<string, (reader: Reader, today: Day, wanted: Wanted) => Promise<readonly Suggestion[]>>
>;

function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}
