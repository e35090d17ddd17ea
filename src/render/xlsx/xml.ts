import type { Day } from '../../domain/day.ts';

/** What cannot stand in XML as it is: its own marks, control characters, half letters, and what reads as an escape. */
const UNSAFE = /[&<>\0-\x08\x0b-\x1f\p{Cs}\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/u;
const EVERY = new RegExp(UNSAFE, 'gu');
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** The most letters Excel takes in a cell. */
const LONGEST = 32_767;

/**
 * A text of a cell: what XML forbids is written `_xHHHH_`, as the format has it, and a text that looks so has its first
 * underscore written so. One longer than a cell holds ends in an ellipsis.
 */
export function escapeText(text: string): string {
  const whole = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  if (!UNSAFE.test(whole)) return whole;
  return whole.replace(EVERY, (met) => {
    if (met.length > 1) return `_x005F${met}`;
    const code = met.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return NAMED[met] ?? `_x${code}_`;
  });
}

/** A value of an attribute or element of the file itself; what XML forbids is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b-\x1f\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/[&<>]/g, (met) => NAMED[met] ?? met)
    .replaceAll('"', '&quot;');
}

/** Blanks at an end, and line ends, are kept only where the file says so. */
const BLANKS = /^\s|\s$|\n/;

export function textElement(text: string): string {
  return `<t${BLANKS.test(text) ? ' xml:space="preserve"' : ''}>${escapeText(text)}</t>`;
}

/** 1 is A, 27 is AA. */
export function letters(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

export function address(row: number, column: number): string {
  return `${letters(column)}${row}`;
}

const MILLISECONDS = 86_400_000;
/** Days from the format's day 0 to 1970. */
const EPOCH = 25_569;
/** Before it the format counts a day that never was. */
const FIRST = '1900-03-01';

/** A day as the format counts them; undefined for days that it cannot count rightly. */
export function serial(day: Day): number | undefined {
  return day < FIRST ? undefined : Date.parse(`${day}T00:00:00Z`) / MILLISECONDS + EPOCH;
}
