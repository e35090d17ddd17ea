import { dayOf, type Day } from '../domain/day.ts';

/** Built-in formats that show a day; 45 to 47 show elapsed time, which is no day. */
const BUILT_IN: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [50, 58],
];

/** Whether a number format shows a day: built in by its id, or `code` where the workbook gives one. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([first, last]) => id >= first && id <= last);
  // `[h]` is time elapsed.
  if (/\[(h+|m+|s+)\]/i.test(code)) return false;
  // Quoted and escaped letters, blanks as wide as a letter, fillings, colours and currencies say nothing.
  const bare = code.replace(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]/gs, '').toLowerCase();
  const shown = bare.split(';', 1)[0] ?? '';
  if (shown === 'general') return false;
  // `m` beside hours or seconds means minutes.
  return /[dy]/.test(shown) || (shown.includes('m') && !/[hs]/.test(shown));
}

/** Digits as a whole number; undefined where there are others, none, or more than nine. */
export function wholeOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '' || text.length > 9) return undefined;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** 1899-12-30 and 1904-01-01 as days since 0000-03-01. */
const EPOCH_1900 = 693_899;
const EPOCH_1904 = 695_361;

/**
 * The day that a workbook's serial number stands for; hours behind the point fall away. Undefined where it is no plain
 * number of the years 1900 to 2999, and for 1900-02-29, which Excel has and the calendar has not.
 */
export function dayOfSerial(text: string, from1904: boolean): Day | undefined {
  const serial = wholeOf(/^(\d{1,7})(\.\d*)?$/.exec(text)?.[1]);
  if (serial === undefined) return undefined;
  if (from1904) return civil(EPOCH_1904 + serial);
  if (serial < 1 || serial === 60) return undefined;
  return civil(EPOCH_1900 + serial + (serial < 60 ? 1 : 0));
}

/** Years that begin in March end with their leap day: 400 of them have 146,097 days, 100 have 36,524, 4 have 1,461. */
function civil(days: number): Day | undefined {
  const era = Math.floor(days / 146_097);
  const inEra = days - era * 146_097;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const march = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  return dayOf(year + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
