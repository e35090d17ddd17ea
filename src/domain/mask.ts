import { numbersIn } from './number-run.ts';

/**
 * How an answer shows what is private: ID numbers, phones and accounts by their last three digits, reasons not at all.
 * Where a purpose was recorded first, everything as it stands. `of` is the record that a value belongs to.
 */
export interface Mask {
  readonly value: (value: string, of: string) => string;
  /** Words of people, in which numbers may stand. */
  readonly text: (words: string) => string;
  readonly reason: (reason: string, of: string) => string | undefined;
}

export const MASKED: Mask = { value: masked, text: maskedText, reason: () => undefined };

export const REVEALED: Mask = { value: (value) => value, text: (words) => words, reason: (reason) => reason };

/** Masks, and tells what it hid: of which records, and how many values. */
export function counting(): { readonly mask: Mask; readonly hidden: () => { of: string[]; values: number } } {
  const records = new Set<string>();
  let values = 0;
  const hide = <T>(shown: T, value: T, of?: string): T => {
    if (shown === value) return shown;
    values += 1;
    if (of !== undefined) records.add(of);
    return shown;
  };
  return {
    mask: {
      value: (value, of) => hide(masked(value), value, of),
      text: (words) => hide(maskedText(words), words),
      reason: (reason, of) => hide<string | undefined>(undefined, reason, of),
    },
    hidden: () => ({ of: [...records].toSorted(), values }),
  };
}

/** A private value as it may be shown: its last three digits. */
export function masked(value: string): string {
  const digits = value.replace(/\D/g, '');
  return `***${digits.length > 3 ? digits.slice(-3) : ''}`;
}

/** An account that PDF conversion broke: nine digits at least with blanks between. */
const BROKEN = /(\bct tu |\btoi )(\d(?: ?\d){8,})(?!\d)/gi;
/** Digits with up to three blanks, dots, dashes or brackets between them: where a number may stand. */
const RUN = /\d(?:[\s.()_\u2010-\u2015-]{0,3}\d)+/g;
/** Six digits at least stand so; most words have none, and are left at once. */
const MAYBE = /\d(?:[\s.()_\u2010-\u2015-]{0,3}\d){5}/;
const DEBITS = /direct_debits_vcb\.[\w .]*$/i;
/** A reference of a bank does not look like a mobile telephone's number. */
const MOBILE = /^(?:0|84)[35789]\d{8}(?!\d)/;
const WALLET = /^\d{11}(?=[- ]0\d{9}(?!\d))/;
/** How far before a run is looked for what it is. */
const CONTEXT = 80;

/** Words with their account, identity and telephone numbers cut to the last three digits; a bank's references stay. */
export function maskedText(words: string): string {
  if (!MAYBE.test(words)) return words;
  const joined = words.replace(BROKEN, (_, word: string, digits: string) => word + cut(digits));
  let shown = '';
  let done = 0;
  for (const { 0: run, index } of joined.matchAll(RUN)) {
    if (run.length < 6) continue;
    const before = joined.slice(Math.max(0, index - CONTEXT), index);
    const own = ownReference(run, before, index === 0);
    const end = index + run.length;
    const text = run.slice(own);
    const after = joined.slice(end, end + 12);
    for (const { from, to } of numbersIn({ text, before: own === 0 ? before.slice(-32) : '', after })) {
      const number = text.slice(from, to);
      const at = index + own + from;
      // `(84) 912 …` and `+84 …` go with what opens them.
      const opening = /^\d+\)/.test(number) ? /\(\+?$/ : /\+$/;
      const opened = opening.exec(joined.slice(Math.max(done, at - 2), at))?.[0].length ?? 0;
      shown += joined.slice(done, at - opened) + cut(number.replace(/\D/g, ''));
      done = index + own + to;
    }
  }
  return shown + joined.slice(done);
}

/** How much of a run, from its beginning, is a reference of the bank's own. */
function ownReference(run: string, before: string, first: boolean): number {
  const wallet = first ? WALLET.exec(run) : null;
  if (wallet !== null) return wallet[0].length;
  if (run.length < 9 || MOBILE.test(run)) return 0;
  // What stands before a number that is the bank's own reference and no account.
  const reference = /(?<![\p{L}\d])(?:ft|zp|isl|sal|m?bvcb\.? ?|ma gd )$/iu;
  if (reference.test(before.slice(-8))) return /^\d{9,19}(?!\d)/.exec(run)?.[0].length ?? 0;
  return DEBITS.test(before) ? run.length : 0;
}

function cut(digits: string): string {
  return `***${digits.slice(-3)}`;
}
