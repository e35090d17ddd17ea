import provinces from '../../data/id-provinces.json' with { type: 'json' };
import { readDay, yearOf, type Day } from './day.ts';

/**
 * ID numbers by their structure. Citizen IDs have 12 digits: the province of birth registration by the list before 2025
 * (old codes stay on issued cards), century and sex, two digits of the birth year, six that say nothing. The older
 * identity cards have 9. There is no check digit: a number may be doubted, never proved.
 */
const PROVINCES = new Set([...Object.keys(provinces.verified), ...Object.keys(provinces.unverified)]);

/**
 * What is doubtful of a number: letters in it, how many digits, a zero that a spreadsheet took from its front, a province
 * that no list has, a birth year or sex that are not the person's.
 */
export type IdDoubt = 'letters' | 'length' | 'zero' | 'province' | 'year' | 'sex';

export type Sex = 'male' | 'female';

/** What is known of whoever the number is of; what is not known doubts nothing. */
export interface IdOwner {
  readonly birthYear?: number | undefined;
  readonly sex?: Sex | undefined;
}

/** The digits of a number without the blanks, dots and dashes that people put between them; undefined for anything else. */
function digitsOf(id: string): string | undefined {
  const digits = id.replace(/[\s.-]/gu, '');
  return /^\d+$/.test(digits) ? digits : undefined;
}

/** Everything doubtful of a citizen ID or identity card number; empty for one that could be right. */
export function idDoubts(id: string, owner: IdOwner = {}): IdDoubt[] {
  const digits = digitsOf(id);
  if (digits === undefined) return ['letters'];
  if (digits.length === 9) return [];
  if (mendedId(digits) !== undefined) return ['zero'];
  if (digits.length !== 12) return ['length'];
  const doubts: IdDoubt[] = [];
  const mark = Number(digits[3]);
  if (!PROVINCES.has(digits.slice(0, 3))) doubts.push('province');
  const year = 1900 + 100 * Math.floor(mark / 2) + Number(digits.slice(4, 6));
  if (mark > 3 || (owner.birthYear !== undefined && owner.birthYear !== year)) doubts.push('year');
  if (owner.sex !== undefined && (mark % 2 === 0 ? 'male' : 'female') !== owner.sex) doubts.push('sex');
  return doubts;
}

/**
 * A number with the zeros that a spreadsheet took from its front: 8 digits of 9, or 11 and 10 of 12 where they make a
 * province's code (001 to 008 lose two). Undefined where none is missing.
 */
export function mendedId(id: string): string | undefined {
  const digits = digitsOf(id);
  if (digits?.length === 8) return `0${digits}`;
  if (digits?.length !== 10 && digits?.length !== 11) return undefined;
  const whole = digits.padStart(12, '0');
  return PROVINCES.has(whole.slice(0, 3)) ? whole : undefined;
}

/** The birth year as a roll writes it: `02/03/1980`, `1980-03-02` or `1980`; undefined where it is none by `today`. */
export function birthYear(born: string, today: Day): number | undefined {
  const day = readDay(born);
  const year = day === undefined ? (/^\d{4}$/.test(born) ? Number(born) : undefined) : yearOf(day);
  return year === undefined || year < 1900 || year > yearOf(today) || (day ?? '') > today ? undefined : year;
}
