import { firstDay, lastDay, nextMonth, readMonth, type Day, type Month } from './day.ts';
import { fold } from './name.ts';

/** Whole months in a row, both ends included: a month, quarter, half-year, year, or any term such as a Tet season. */
export interface Span {
  /** Its one written form: `2024-01`, `2024-Q1`, `2024-H1`, `2024` or `2023-12..2024-02`. */
  readonly label: string;
  readonly from: Month;
  readonly to: Month;
}

/** How many months quarters (Q) and half-years (H) have. */
const PARTS = { Q: 3, H: 6 } as const;

const ISO_PART = /^(\d{4})-([QH])(\d)$/i;
const LOCAL_PART = /^([QH])([1-4])\/(\d{4})$/i;

/**
 * Reads a span as programs write it, or as Vietnam says it: `Q1/2024`, "quy 1/2024", "6 thang dau nam 2024", "nam 2024",
 * with or without marks. Undefined for anything else, and for a term whose end lies before its start.
 */
export function readSpan(text: string): Span | undefined {
  const typed = text.trim();
  const month = readMonth(typed);
  if (month !== undefined) return monthSpan(month);
  const iso = ISO_PART.exec(typed);
  if (iso) return part(iso[1], iso[2], iso[3]);
  const local = LOCAL_PART.exec(typed);
  if (local) return part(local[3], local[1], local[2]);
  if (/^\d{4}$/.test(typed)) return year(typed);
  const ends = typed.split('..');
  if (ends.length === 2) return term(readMonth(ends[0] ?? ''), readMonth(ends[1] ?? ''));
  return spoken(fold(typed));
}

export function monthSpan(month: Month): Span {
  return { label: month, from: month, to: month };
}

export function spanDays(span: Span): { readonly from: Day; readonly to: Day } {
  return { from: firstDay(span.from), to: lastDay(span.to) };
}

/** Its months in order. */
export function monthsOf(span: Span): Month[] {
  const months: Month[] = [];
  for (let month = span.from; month <= span.to; month = nextMonth(month)) months.push(month);
  return months;
}

function spoken(words: string): Span | undefined {
  const quarter = /^quy ([1-4]) (?:nam )?(\d{4})$/.exec(words);
  if (quarter) return part(quarter[2], 'Q', quarter[1]);
  const half = /^6 thang (dau|cuoi) nam (\d{4})$/.exec(words);
  if (half) return part(half[2], 'H', half[1] === 'dau' ? '1' : '2');
  const whole = /^nam (\d{4})$/.exec(words);
  return whole ? year(whole[1] ?? '') : undefined;
}

function part(yearText = '', letter = '', number = ''): Span | undefined {
  const kind = letter.toUpperCase() === 'Q' ? 'Q' : 'H';
  const last = Number(number) * PARTS[kind];
  const from = readMonth(`${last - PARTS[kind] + 1}/${yearText}`);
  const to = readMonth(`${last}/${yearText}`);
  return from === undefined || to === undefined
    ? undefined
    : { label: `${yearText}-${kind}${number}`, from, to };
}

function year(text: string): Span | undefined {
  const [from, to] = [readMonth(`${text}-01`), readMonth(`${text}-12`)];
  return from === undefined || to === undefined ? undefined : { label: text, from, to };
}

function term(from: Month | undefined, to: Month | undefined): Span | undefined {
  if (from === undefined || to === undefined || to < from) return undefined;
  return from === to ? monthSpan(from) : { label: `${from}..${to}`, from, to };
}
