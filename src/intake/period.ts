import lists from '../../data/lists.json' with { type: 'json' };
import { dayOf, firstDay, lastDay, readDay, readMonth, type Day, type Month } from '../domain/day.ts';
import { readDigits } from '../domain/dong.ts';

/** The days that a list covers, both ends included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

const TOKENS = new Map(
  Object.entries(lists.calendar).flatMap(([token, words]) => words.map((word) => [word, token] as const)),
);
const WORDS = new RegExp(
  `(?<!\\p{L})(?:${[...TOKENS.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Lower case, with each word of the calendar as its name in capitals (`MONTH`), whatever language it was in. */
export function calendarWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(WORDS, (word) => TOKENS.get(word) ?? word);
}

/** A run of digits as a number; -1, which no calendar has, where it is none. */
export function numberOf(digits: string | undefined): number {
  return readDigits(digits ?? '') ?? -1;
}

const FULL = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} MONTH \d{1,2} YEAR \d{4})(?!\d)`;
const SHORT = String.raw`\d{1,2}[/.-]\d{1,2}(?![\d/.-])`;
const BETWEEN = String.raw`\D{0,4}?(?:TO|[-\u2013\u2014])\D{0,30}?`;
const RANGE = new RegExp(`FROM\\D{0,20}?(${FULL}|${SHORT})${BETWEEN}(${FULL})`);
const BARE_RANGE = new RegExp(`(${FULL})${BETWEEN}(${FULL})`);
const MONTHS = /FROM MONTH (\d{1,2})(?:(?: YEAR |\/)(\d{4}))? TO MONTH (\d{1,2})(?: YEAR |\/)(\d{4})(?!\d)/;
const PART_OF_YEAR = /(?<!\d)([369]) MONTH (FIRST |LAST )?YEAR (\d{4})(?!\d)/;
const QUARTER = /QUARTER (iv|i{1,3}|[1-4])(?: YEAR |[ ,/-]+)(\d{4})(?!\d)/;
const MONTH = /(?:MONTH |(?<!\p{L})t)(\d{1,2})(?: YEAR | ?[/.-] ?)(\d{4})(?!\d)/u;
const YEAR = /YEAR (20\d{2})(?!\d)\s*[).:]?$/;
/** Alone, or after words that name a list: a place before it dates a paper. */
const ONE_DAY = new RegExp(`^\\(?(?:.*LIST.* \\(?)?DAY:? (${FULL})[).]?$`);
/** Beside a lone day, month or year: it dates a paper, a law or a campaign, and covers nothing. */
const DATES_A_PAPER = /PAPER|FIRST|LAST|, *(?:DAY|MONTH)/;
/** A day of a month of a year in words, or left to be written in: the place and date over a signature. */
const SIGNED_ON = /DAY[\s.\u2026_\d]*MONTH[\s.\u2026_\d]*YEAR/;

/**
 * The span that a line over the table names ("Từ ngày 01/09/2024 đến ngày 30/09/2024", "Quý 3 năm 2024", "Tháng 9/2024",
 * "Ngày 12/9/2024", "năm 2024"); undefined where it names none, or only the day the paper was printed or signed.
 */
export function spanIn(text: string): Span | undefined {
  // Clock times go: "từ 8h00 ngày 12/9/2024 đến 17 giờ 30 ngày 13/9/2024".
  const line = calendarWords(text)
    .replace(/(?<!\d)\d{1,2}(?:h|g| ?HOUR ?|:)\d{0,2}(?::\d{2})?(?: ?MINUTE)?(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const range = RANGE.exec(line) ?? BARE_RANGE.exec(line);
  if (range !== null) return between(range[1] ?? '', range[2] ?? '');
  const months = MONTHS.exec(line);
  if (months !== null) {
    const [first, last, year] = [numberOf(months[1]), numberOf(months[3]), numberOf(months[4])];
    return monthsOf(months[2] === undefined ? year : numberOf(months[2]), first, last, year);
  }
  if (DATES_A_PAPER.test(line.replace(PART_OF_YEAR, '')) || SIGNED_ON.test(line)) return undefined;
  const part = PART_OF_YEAR.exec(line);
  if (part !== null) {
    const [count, year] = [numberOf(part[1]), numberOf(part[3])];
    return part[2] === 'LAST ' ? monthsOf(year, 13 - count, 12) : monthsOf(year, 1, count);
  }
  const quarter = QUARTER.exec(line);
  if (quarter !== null) {
    const name = quarter[1] ?? '';
    const last = 3 * (name === 'iv' ? 4 : name.startsWith('i') ? name.length : numberOf(name));
    return monthsOf(numberOf(quarter[2]), last - 2, last);
  }
  const day = ONE_DAY.exec(line);
  if (day !== null) return between(day[1] ?? '', day[1] ?? '');
  const month = MONTH.exec(line);
  if (month !== null) {
    // Two months are no one month.
    const twice = MONTH.test(line.slice(month.index + month[0].length));
    return twice ? undefined : monthsOf(numberOf(month[2]), numberOf(month[1]), numberOf(month[1]));
  }
  const year = YEAR.exec(line);
  return year === null ? undefined : monthsOf(numberOf(year[1]), 1, 12);
}

/** What --period takes: `YYYY-MM`, `YYYY`, or `DAY..DAY` with days as `YYYY-MM-DD` or `d/m/yyyy`. */
export function readSpan(text: string): Span | undefined {
  const trimmed = text.trim();
  if (/^\d{4}$/.test(trimmed)) return monthsOf(numberOf(trimmed), 1, 12);
  const month = readMonth(trimmed);
  if (month !== undefined) return { from: firstDay(month), to: lastDay(month) };
  const [from = '', to = '', ...more] = trimmed.split('..');
  return more.length > 0 ? undefined : inOrder(readDay(from.trim()), readDay(to.trim()));
}

/** A first day without its year is in the last day's year, or in the year before where it would come after it. */
function between(first: string, last: string): Span | undefined {
  const to = dayIn(last);
  if (to === undefined) return undefined;
  const short = /^(\d{1,2})[/.-](\d{1,2})$/.exec(first);
  if (short === null) return inOrder(dayIn(first), to);
  const year = numberOf(to.slice(0, 4));
  const from = dayOf(year, numberOf(short[2]), numberOf(short[1]));
  return inOrder(
    from !== undefined && from > to ? dayOf(year - 1, numberOf(short[2]), numberOf(short[1])) : from,
    to,
  );
}

function dayIn(text: string): Day | undefined {
  return readDay(text.replace(/ MONTH | YEAR /g, '/'));
}

function inOrder(from: Day | undefined, to: Day | undefined): Span | undefined {
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

function monthsOf(year: number, first: number, last: number, lastYear = year): Span | undefined {
  const from = dayOf(year, first, 1);
  const to = dayOf(lastYear, last, 1);
  return inOrder(from, to === undefined ? undefined : lastDay(to.slice(0, 7) as Month));
}
