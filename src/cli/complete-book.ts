import { monthOf, nextMonth, type Day, type Month } from '../domain/day.ts';
import { fold } from '../domain/name.ts';
import { openMonth } from '../domain/period.ts';
import type { CodeKind, Coded } from '../usecase/port/codes.ts';
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
/** Nobody waits at a Tab for a book that is being written; milliseconds. */
const PATIENCE_MS = 200;

/** What the book has that could stand there, by the beginning of its code or, folded, of a word of its name. */
export async function bookValues(
  wanted: Wanted,
  book: string | undefined,
  io: Io,
): Promise<readonly Suggestion[]> {
  const kind = kindOf(wanted);
  if (kind === undefined) return [];
  const path = bookPathOf(book, io);
  const opened = await libraryFor(path, io.env).open(path, { patience: PATIENCE_MS, readOnly: true });
  try {
    const asked = { ...wanted, on: todayIn(io.now) };
    const all = await opened.read<readonly Suggestion[]>((reader) =>
      kind in MADE ? MADE[kind as keyof typeof MADE](reader, asked) : kept(kind as CodeKind, reader, asked),
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

type Kind = CodeKind | keyof typeof MADE;

interface Asked extends Wanted {
  readonly on: Day;
}

/** Values by what help writes for them. */
const BY_VALUE: Readonly<Record<string, Kind>> = {
  FUND: 'fund',
  'FUND:PLACE': 'fundAtPlace',
  PLACE: 'place',
  ROUND: 'round',
  UNIT: 'unit',
  'UNIT|none': 'unit',
  'UNIT[=NAME]': 'unit',
  APPEAL: 'appeal',
  VOUCHER: 'voucher',
  LIST: 'contribution',
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
  'unit merge': 'unit',
  'unit split': 'unit',
  'unit move': 'unit',
  'rule end': 'rule',
  explain: 'case',
};

const coded = (all: readonly Coded[]): Suggestion[] =>
  all.map(({ code, name }) => ({ value: code, text: name }));

/** Codes and names as the book has them. */
async function kept(kind: CodeKind, reader: Reader, { on, command, typed }: Asked): Promise<Suggestion[]> {
  const of = command.split(' ')[0] ?? '';
  return coded(await (await reader.codes()).codes({ kind, of, on, typed }));
}

/** What is made of more than one kind, or of the calendar. */
const MADE = {
  async fundAtPlace(reader: Reader, asked: Asked) {
    // A place is typed behind its fund: both are few, and all are asked for.
    const all = { ...asked, typed: '' };
    const [funds, places] = [await kept('fund', reader, all), await kept('place', reader, all)];
    return funds.flatMap((fund) =>
      places.map((place) => ({
        value: `${fund.value}:${place.value}`,
        text: `${fund.text ?? ''} · ${place.text ?? ''}`,
      })),
    );
  },
  async giver(reader: Reader, asked: Asked) {
    const kinds = ['donor', 'member', 'unit'] as const;
    const all: Suggestion[] = [];
    for (const kind of kinds) all.push(...(await kept(kind, reader, asked)));
    return all;
  },
  async donorName(reader: Reader, asked: Asked) {
    const donors = await kept('donor', reader, { ...asked, typed: '' });
    return donors.map(({ text = '' }) => ({ value: text }));
  },
  /** Months still open, the one that is closed next first; to reopen, the one closed last; then those before. */
  async month(reader: Reader, { on, command }: Asked) {
    const calendar = await calendarOf(reader, on);
    if (command === 'reopen')
      return calendar.lastClosed === undefined ? [] : [{ value: calendar.lastClosed }];
    const open = monthsBetween(openMonth(calendar), monthOf(on));
    const closed =
      calendar.lastClosed === undefined ? [] : monthsBetween(calendar.firstMonth, calendar.lastClosed);
    return [...open, ...(command === 'close' ? [] : closed.toReversed())].map((value) => ({ value }));
  },
  async year(reader: Reader, { on }: Asked) {
    const months = monthsBetween(reader.entity.firstMonth, monthOf(on));
    return [...new Set(months.map((month) => month.slice(0, 4)))].map((value) => ({ value }));
  },
  async setting() {
    const { SETTINGS } = await import('../usecase/check/settings.ts');
    return Object.keys(SETTINGS).map((value) => ({ value }));
  },
} satisfies Readonly<Record<string, (reader: Reader, asked: Asked) => Promise<Suggestion[]>>>;

function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}
