import { dayBefore, dayOf, type Day } from '../domain/day.ts';
import type { RowFaultCode } from '../domain/row-fault.ts';
import { isBlank, isDay, isFormula, isNumber, type Cell } from './cell.ts';
import { calendarWords, numberOf, type Span } from './period.ts';

/** What the first pass found about a column of days. */
export interface DayReading {
  /** The days that the list covers, where that is known. */
  readonly span: Span | undefined;
  /** The workbook's own days have day and month exchanged (Excel in an American locale did it), told by `why`. */
  readonly swapped: boolean;
  readonly why: 'period' | 'neighbours' | 'none';
  /** The column looks exchanged (days past the 12th are all text, the rest are not) and nothing proves it. */
  readonly doubtful?: boolean;
}

/** `clock` is HH:MM or HH:MM:SS of the same day; in Vietnam's time where the cell names a zone. */
export type ReadDayCell =
  { readonly day: Day; readonly clock?: string } | { readonly fault: RowFaultCode; readonly detail?: string };

/** So many days in a row stand in order by chance once in sixty lists; fewer prove nothing. */
const ORDER_MIN = 5;

/** Whether days come in one direction, and how often they change. */
class Order {
  #last: Day | undefined;
  #days = 0;
  #up = true;
  #down = true;

  add(day: Day): void {
    if (this.#last !== undefined) {
      if (day < this.#last) this.#up = false;
      if (day > this.#last) this.#down = false;
    }
    if (day !== this.#last) this.#days += 1;
    this.#last = day;
  }

  get holds(): boolean {
    return this.#up || this.#down;
  }

  get proves(): boolean {
    return this.holds && this.#days >= ORDER_MIN;
  }
}

/**
 * The first pass over a column of days, in the list's order. A workbook's own days of the 1st to the 12th may have day
 * and month exchanged; text never has. Only the list's period, or the order among days that are text, can prove it.
 */
export class DayColumn {
  readonly #span: Span | undefined;
  readonly #stored = new Order();
  readonly #swapped = new Order();
  /** Workbook days that would be another day, and how many of them lie outside the span either way. */
  readonly #own = { all: 0, outside: 0, swappedOutside: 0, pastTwelve: 0 };
  readonly #text = { all: 0, pastTwelve: 0 };

  constructor(span?: Span) {
    this.#span = span;
  }

  see(_row: number, cell: Cell | undefined): void {
    const own = ownDay(cell);
    if (own !== undefined) {
      const other = exchanged(own.day);
      this.#stored.add(own.day);
      this.#swapped.add(other ?? own.day);
      if (other === undefined) this.#own.pastTwelve += 1;
      else if (other !== own.day) {
        this.#own.all += 1;
        if (isOutside(own.day, this.#span)) this.#own.outside += 1;
        if (isOutside(other, this.#span)) this.#own.swappedOutside += 1;
      }
      return;
    }
    const read = typeof cell === 'string' ? readText(cell, this.#span) : undefined;
    if (read === undefined || !('day' in read)) return;
    this.#stored.add(read.day);
    this.#swapped.add(read.day);
    this.#text.all += 1;
    if (numberOf(read.day.slice(8)) > 12) this.#text.pastTwelve += 1;
  }

  decide(): DayReading {
    const span = this.#span;
    const { all, outside, swappedOutside, pastTwelve } = this.#own;
    if (all === 0) return { span, swapped: false, why: 'none' };
    if (outside > 0 && swappedOutside === 0) return { span, swapped: true, why: 'period' };
    if (outside === 0 && swappedOutside > 0) return { span, swapped: false, why: 'period' };
    if (this.#text.all > 0) {
      if (this.#swapped.proves && !this.#stored.holds) return { span, swapped: true, why: 'neighbours' };
      if (this.#stored.proves && !this.#swapped.holds) return { span, swapped: false, why: 'neighbours' };
    }
    return { span, swapped: false, why: 'none', doubtful: this.#text.pastTwelve > 0 && pastTwelve === 0 };
  }
}

/** Reads one cell of a column of days; never month before day, never a year or an exchange that is a guess. */
export function readDayCell(cell: Cell | undefined, reading: DayReading): ReadDayCell {
  if (cell === undefined || isBlank(cell)) return { fault: 'day.missing' };
  if (isFormula(cell)) return { fault: 'cell.formula' };
  const own = ownDay(cell);
  const read = own ?? (typeof cell === 'string' ? readText(cell, reading.span) : undefined);
  if (read === undefined) return { fault: 'day.unreadable' };
  if ('fault' in read) return read;
  const other = own === undefined ? undefined : exchanged(read.day);
  const day = reading.swapped && other !== undefined ? other : read.day;
  if (isOutside(day, reading.span)) return { fault: 'day.outside', detail: day };
  if (reading.doubtful && other !== undefined && other !== day && !isOutside(other, reading.span))
    return { fault: 'day.ambiguous', detail: `${day}|${other}` };
  return { ...read, day };
}

function isOutside(day: Day, span: Span | undefined): boolean {
  return span !== undefined && (day < span.from || day > span.to);
}

/** The day with its day and month exchanged; undefined past the 12th. */
function exchanged(day: Day): Day | undefined {
  return dayOf(numberOf(day.slice(0, 4)), numberOf(day.slice(8)), numberOf(day.slice(5, 7)));
}

/** A day that the workbook itself keeps, as a day or as its number. */
function ownDay(cell: Cell | undefined): { day: Day; clock?: string } | undefined {
  if (isDay(cell)) return { day: cell.day };
  return isNumber(cell) ? serialDay(cell.number) : undefined;
}

/** 2000-01-01 and 2099-12-31 as a workbook counts days (1900 system). */
const FIRST_SERIAL = 36526;
const LAST_SERIAL = 73050;

function serialDay(text: string): { day: Day; clock?: string } | undefined {
  const [, whole = '', fraction = ''] = /^(\d{5})(?:[.,](\d+))?$/.exec(text) ?? [];
  const serial = numberOf(whole);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
  let year = 2000;
  let left = serial - FIRST_SERIAL;
  for (let days = 366; left >= days; days = dayOf(year, 2, 29) === undefined ? 365 : 366) {
    left -= days;
    year += 1;
  }
  let month = 1;
  for (let days = 31; left >= days; days = [31, 30, 29, 28].find((last) => dayOf(year, month, last)) ?? 0) {
    left -= days;
    month += 1;
  }
  const day = dayOf(year, month, left + 1);
  if (day === undefined) return undefined;
  const seconds = Math.min(
    Math.round((numberOf(fraction.slice(0, 9).padEnd(9, '0')) * 86_400) / 1e9),
    86_399,
  );
  return seconds === 0 ? { day } : { day, clock: clockOf(seconds) };
}

function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => `${part}`.padStart(2, '0')).join(':');
}

type ReadText = { day: Day; clock?: string } | { fault: RowFaultCode; detail?: string };

const WEEKDAY = /^WEEKDAY[\s,.:-]+/;
const CLOCK = String.raw`(\d{1,2})[:hg](\d{2})?(?::(\d{2})(?:[.,]\d+)?)?(?!\d)(?:\s*(am|pm|sa|ch)(?!\p{L}))?`;
const CLOCK_FIRST = new RegExp(`^${CLOCK}[\\s,|-]+(?:DAY\\s+)?`, 'u');
const CLOCK_AFTER = new RegExp(`^[\\s,|-]*(?:AT\\s+)?${CLOCK}`, 'u');
const ZONE = /^\s*(z|[+-]\d{2}:?\d{2})(?!\d)/;
const YEAR_FIRST = /^(?<y>\d{4})(?<mark>[-/.])(?<m>\d{1,2})\k<mark>(?<d>\d{1,2})(?:t(?=\d)|(?![\d/.-]))/u;
const DAY_FIRST =
  /^(?<d>\d{1,2})\s*(?<mark>[/.-])\s*(?<m>\d{1,2})(?:\s*\k<mark>\s*(?<y>\d{4}|\d{2}))?(?!\s*[/-]\s*\d|\d|\.\d)/u;
const IN_WORDS = /^(?<d>\d{1,2})\s+MONTH\s+(?<m>\d{1,2})(?:(?:\s+YEAR\s+|\s*[,/]\s*)(?<y>\d{4}))?(?!\d)/u;
const ANOTHER_DAY =
  /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2})(?!\d)/u;

/** Reads a day in text; what stands after it apart (a document number, a note) is left alone, a second day is not. */
function readText(cell: string, span: Span | undefined): ReadText | undefined {
  const text = calendarWords(cell).trim().replace(/^'/, '').replace(WEEKDAY, '');
  const serial = serialDay(text);
  if (serial !== undefined) return serial;
  const before = CLOCK_FIRST.exec(text);
  const dated = text
    .slice(before?.[0].length ?? 0)
    .replace(WEEKDAY, '')
    .replace(/^DAY:?\s+/, '');
  const match = YEAR_FIRST.exec(dated) ?? DAY_FIRST.exec(dated) ?? IN_WORDS.exec(dated);
  if (match === null) return undefined;
  let rest = dated.slice(match[0].length);
  const isIso = match[0].endsWith('t');
  const after = before ?? CLOCK_AFTER.exec(rest);
  if (before === null && after !== null) {
    if (!isIso && /^\d/.test(rest)) return undefined;
    rest = rest.slice(after[0].length);
  } else if (isIso) return undefined;
  const zone = isIso || YEAR_FIRST.test(dated) ? ZONE.exec(after === null ? '' : rest)?.[1] : undefined;
  if (zone === undefined && /^[^\s|,;.)]/.test(rest)) return undefined;
  if (ANOTHER_DAY.test(rest)) return undefined;
  const read = dayFrom(match.groups ?? {}, span);
  if (read === undefined || typeof read === 'object') return read;
  const clock = after === null ? undefined : clockIn(after);
  if (zone !== undefined && clock === undefined) return undefined;
  const local = zone === undefined || clock === undefined ? { day: read, clock } : shifted(read, clock, zone);
  // Midnight to the second is how machines write a day without a time.
  return local.clock === undefined || /^00:00(:00)?$/.test(local.clock)
    ? { day: local.day }
    : { day: local.day, clock: local.clock };
}

/** The day that the parts name; the year from the span where it is left out. */
function dayFrom(
  parts: Partial<Record<string, string>>,
  span: Span | undefined,
): Day | { fault: RowFaultCode; detail?: string } | undefined {
  const { y, m, d, mark } = parts;
  const [month, day] = [numberOf(m), numberOf(d)];
  if (y === undefined) {
    // 2000 had a 29 February: is it a day of some year at all?
    if (dayOf(2000, month, day) === undefined) return undefined;
    const fits = span === undefined ? [] : yearsOf(span).flatMap((year) => dayOf(year, month, day) ?? []);
    const inside = fits.filter((each) => !isOutside(each, span));
    return inside.length === 1 && inside[0] !== undefined ? inside[0] : { fault: 'day.year' };
  }
  if (y.length === 4) return dayOf(numberOf(y), month, day);
  const dayFirst = dayOf(2000 + numberOf(y), month, day);
  // `24-09-26` is also how machines cut the century off 2024-09-26.
  const yearFirst = mark === '-' ? dayOf(2000 + day, month, numberOf(y)) : undefined;
  if (dayFirst === undefined || yearFirst === undefined || dayFirst === yearFirst) return dayFirst;
  const inside = span === undefined ? [] : [dayFirst, yearFirst].filter((each) => !isOutside(each, span));
  if (inside.length === 1 && inside[0] !== undefined) return inside[0];
  return { fault: 'day.ambiguous', detail: `${dayFirst}|${yearFirst}` };
}

function yearsOf(span: Span): number[] {
  const first = numberOf(span.from.slice(0, 4));
  return Array.from({ length: numberOf(span.to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
}

/** `21:27 PM` is 21:27, `09:27 PM` and `09:27 CH` (chiều) too; a time that no clock shows is left out. */
function clockIn(match: RegExpExecArray): string | undefined {
  const [, h = '', minute = '00', second, half] = match;
  const isPm = half === 'pm' || half === 'ch';
  const hour = numberOf(h);
  if (hour > 23 || numberOf(minute) > 59 || numberOf(second ?? '0') > 59) return undefined;
  if (half !== undefined && !isPm && hour > 12) return undefined;
  const on24 = half === undefined ? hour : isPm ? (hour < 12 ? hour + 12 : hour) : hour % 12;
  return [`${on24}`.padStart(2, '0'), minute, ...(second === undefined ? [] : [second])].join(':');
}

/** Minutes by which Vietnam is ahead of Greenwich. */
const VIETNAM = 7 * 60;

/** A day and time of another zone as Vietnam's. */
function shifted(day: Day, clock: string, zone: string): { day: Day; clock: string } {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (numberOf(hours ?? '0') * 60 + numberOf(minutes ?? '0'));
  const at = numberOf(clock.slice(0, 2)) * 60 + numberOf(clock.slice(3, 5)) + VIETNAM - offset;
  const local = clockOf((((at % 1440) + 1440) % 1440) * 60).slice(0, 5) + clock.slice(5);
  return { day: at < 0 ? dayBefore(day) : at >= 1440 ? dayAfter(day) : day, clock: local };
}

function dayAfter(day: Day): Day {
  const [year, month, number] = day.split('-').map(numberOf) as [number, number, number];
  return dayOf(year, month, number + 1) ?? dayOf(year, month + 1, 1) ?? dayOf(year + 1, 1, 1) ?? day;
}
