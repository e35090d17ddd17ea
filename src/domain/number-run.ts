import words from '../../data/numbers.json' with { type: 'json' };
import { once } from './once.ts';

/**
 * Finds telephone, identity and account numbers among the digits of a text, in whatever groups people write them. A run
 * is digits with up to three blanks, dots, dashes or brackets between; it is cut into its groups, and those groups are
 * taken together that make a number. Where one reading hides a number and another takes it for an amount, it is hidden.
 */

const NONE: readonly Span[] = [];

/** A run of digit groups as it stands in a text. */
export interface Run {
  readonly text: string;
  /** What stands before and after it, as far as it matters. */
  readonly before: string;
  readonly after: string;
}

/** A part of a text: from its first letter up to, not with, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Group {
  readonly digits: string;
  readonly at: number;
  readonly end: number;
}

const PHONE = /^(?:0[1-9]\d{8,9}|(?:00)?84[1-9]\d{8,9}|(?:00)?840[1-9]\d{8,9})$/;
const IDENTITY = /^(?!000)(?:\d{9}|\d{12})$/;
/** The longest number in groups; what is longer is several, or a bank's own. */
const DIGITS_MAX = 19;
const ACCOUNT_MIN = 10;
/** As many digits in one piece are a number by themselves. */
const WHOLE_MIN = 9;
/** Numbers in one piece that lack nothing. */
const WHOLE = /^(?:0[35789]\d{8}|0\d{11})$/;

const any = (words: readonly string[]) => `(?:${words.join('|')})`;
const OWNED_MIN = 6;

/** What is said around a number; made when the first number is met, since most commands meet none. */
const said = once(() => ({
  /** Said before a number of a person: six digits are then enough, and no amount is meant. */
  owner: new RegExp(String.raw`(?<!\p{L})${any(words.owner)}(?: ${any(words.between)})*[\s:.(+]*$`, 'iu'),
  /** Money is meant: said after or before. The letter alone also begins an address, with a stroke. */
  moneyAfter: new RegExp(
    String.raw`^\s?(?:${any(words.currency)}|dong(?! ${any(words.notDong)}(?!\p{L}))|\u0111(?!\/))(?!\p{L})`,
    'iu',
  ),
  moneyBefore: new RegExp(String.raw`${any(words.money)}[\s:]*$`, 'iu'),
  decisionAfter: new RegExp(String.raw`^\/${any(words.decision)}(?!\p{L})`, 'u'),
}));

const YEAR = /^(?:19|20)\d{2}$/;
const DAY =
  /(?:(?<![\d.]|\d-)(?:0?[1-9]|[12]\d|3[01])([.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}|(?<!\d|\d-)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![.-]?\d)/g;
/** What follows a voucher's kind: `PC-2024-0012`. */
const VOUCHER = /^(?:19|20)\d{2}-\d{4,6}(?!\d)/;
const AMOUNT = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
const AMOUNT_IN_BLANKS = /^[1-9]\d{0,2}(?:[. \u00a0]?\d{3})+$/;
/** An amount with dots within the run. */
const DOTTED = /(?<!\d\.?)[1-9]\d{0,2}(?:\.\d{3})+(?!\.?\d)/g;

/** What of a run is hidden, in order. */
export function numbersIn(run: Run): readonly Span[] {
  const { text, before, after } = run;
  const count = digitsIn(text);
  if (count < OWNED_MIN) return NONE;
  const owned = said().owner.test(before);
  if (count < WHOLE_MIN && !owned) return NONE;
  if (count === text.length && text.length >= WHOLE_MIN)
    return text.length > DIGITS_MAX || (!owned && isNoNumber(run)) ? NONE : [{ from: 0, to: text.length }];
  const groups = [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    at: index,
    end: index + digits.length,
  }));
  if (!owned && (said().decisionAfter.test(after) || groups.every(({ digits }) => YEAR.test(digits))))
    return NONE;
  const spared = sparedIn(run, owned);
  const hidden: Span[] = [];
  let piece: Group[] = [];
  const flush = () => {
    hidden.push(...hiddenIn(piece, text, owned && piece[0] === groups[0]));
    piece = [];
  };
  for (const group of groups)
    if (spared.some(({ from, to }) => group.at >= from && group.end <= to)) flush();
    else piece.push(group);
  flush();
  return hidden;
}

function digitsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter >= 48 && letter <= 57) count += 1;
  }
  return count;
}

/** Digits in one piece that are called money or a decision. */
function isNoNumber({ text, before, after }: Run): boolean {
  const money = said().moneyAfter.test(after) || said().moneyBefore.test(before);
  return said().decisionAfter.test(after) || (money && !text.startsWith('0') && !PHONE.test(text));
}

/** Days, a voucher's own number, and amounts that are called money. */
function sparedIn({ text, before, after }: Run, owned: boolean): Span[] {
  const spared = [...text.matchAll(DAY)].map(({ 0: day, index }) => ({
    from: index,
    to: index + day.length,
  }));
  const voucher = /\p{L}-$/u.test(before) ? VOUCHER.exec(text) : null;
  if (voucher !== null) spared.push({ from: 0, to: voucher[0].length });
  if (owned) return spared;
  const body = text.replace(/\D+$/, '');
  const start = body.search(/\d/);
  if (said().moneyBefore.test(before) && AMOUNT_IN_BLANKS.test(body.slice(start)))
    return [...spared, { from: 0, to: text.length }];
  if (!said().moneyAfter.test(text.slice(body.length) + after)) return spared;
  // The last groups that make an amount: as many as there are, but not a telephone number before them.
  const dotted = /(?<!\d)[1-9]\d{0,2}(?:\.\d{3})+$/.exec(body);
  const blank =
    dotted ?? /(?<!\d)[1-9]\d{0,2}(?:[ \u00a0]\d{3})+$/.exec(body) ?? /(?<!\d)[1-9]\d*$/.exec(body);
  // A telephone number that a word about money happens to follow.
  if (blank === null || PHONE.test(body.replace(/\D/g, ''))) return spared;
  return [...spared, { from: blank.index, to: body.length }];
}

/** Groups taken together so that the fewest digits of a number stay to be seen. */
function hiddenIn(groups: readonly Group[], text: string, owned: boolean): Span[] {
  const amounts = owned
    ? []
    : [...text.matchAll(DOTTED)]
        .filter(([amount]) => AMOUNT.test(amount) && !PHONE.test(amount.replaceAll('.', '')))
        .map(({ 0: amount, index }) => ({ from: index, to: index + amount.length }));
  // From the end: the least cost of what follows a group, and how many groups it takes at once.
  const cost = Array.from({ length: groups.length + 1 }, () => 0);
  const step = Array.from({ length: groups.length }, () => ({ take: 1, hides: false }));
  for (let first = groups.length - 1; first >= 0; first -= 1) {
    const { digits: own, at } = groups[first] as Group;
    let least = own.length * 2 + (cost[first + 1] ?? 0);
    let digits = '';
    for (let last = first; last < groups.length; last += 1) {
      const { digits: more, end } = groups[last] as Group;
      digits += more;
      if (digits.length > DIGITS_MAX && last > first) break;
      const taken = groups.slice(first, last + 1);
      const rest = cost[last + 1] ?? 0;
      const amount = amounts.some(({ from, to }) => from === at && to === end);
      const inAmount = amounts.some(({ from, to }) => from < end && to > at);
      // No number begins within an amount.
      const within = amounts.some(({ from, to }) => from < at && to > at);
      if (!within && isNumber(digits, taken, inAmount) && rest < least) {
        least = rest;
        step[first] = { take: taken.length, hides: true };
      } else if (amount && rest + digits.length < least) {
        least = rest + digits.length;
        step[first] = { take: taken.length, hides: false };
      }
    }
    cost[first] = least;
  }
  const hidden: Span[] = [];
  for (let at = 0; at < groups.length;) {
    const { take, hides } = step[at] ?? { take: 1, hides: false };
    const [from, to] = [groups[at], groups[at + take - 1]];
    if (hides && from !== undefined && to !== undefined) hidden.push({ from: from.at, to: to.end });
    at += take;
  }
  return owned && hidden[0]?.from !== groups[0]?.at ? ownedIn(groups, hidden) : hidden;
}

/** A number that was announced, though of no known form: its groups up to the next that is hidden. */
function ownedIn(groups: readonly Group[], hidden: readonly Span[]): Span[] {
  const until = hidden[0]?.from ?? Infinity;
  const taken: Group[] = [];
  let digits = 0;
  for (const group of groups) {
    if (group.at >= until || digits >= WHOLE_MIN - 1) break;
    taken.push(group);
    digits += group.digits.length;
  }
  const [from, to] = [taken[0], taken.at(-1)];
  if (digits < OWNED_MIN || from === undefined || to === undefined) return [...hidden];
  return [{ from: from.at, to: to.end }, ...hidden];
}

function isNumber(digits: string, groups: readonly Group[], inAmount: boolean): boolean {
  if (groups.length === 1) return digits.length >= WHOLE_MIN && digits.length <= DIGITS_MAX;
  const headed = /^(?:0|84)/.test(digits);
  // `12 0912345678` and `0912345678 12` are two things, `84 912345678` one.
  if (groups.some((group) => WHOLE.test(group.digits) || (!headed && group.digits.length >= WHOLE_MIN)))
    return false;
  if (PHONE.test(digits)) return !inAmount || headed;
  if (IDENTITY.test(digits)) return !inAmount || digits.startsWith('0');
  return (
    !inAmount &&
    digits.length >= ACCOUNT_MIN &&
    groups.every(({ digits: each }) => each.length < WHOLE_MIN) &&
    groups.slice(0, -1).every(({ digits: each }) => each.length >= 3)
  );
}
