import memos from '../../data/memos.json' with { type: 'json' };
import { maskedText } from '../domain/mask.ts';
import { fold, tidy } from '../domain/name.ts';

/** What kind of line a bank wrote: only `contribution` may become a contribution. */
export type LineKind =
  | 'contribution'
  | 'fee'
  | 'vat'
  | 'interest'
  | 'refund'
  | 'sweep'
  | 'salary'
  | 'dues'
  | 'allocation'
  | 'payment';

/** How the money came; empty where the line does not say. */
type Channel = 'transfer' | 'napas' | 'momo' | 'zalopay' | 'cash' | 'salary' | '';

export interface Memo {
  /** Who paid, as the memo or the counter-account column writes it; empty where neither says. */
  readonly payer: string;
  readonly payerKind: 'person' | 'organisation' | '';
  /** The payer's own words, without references, account numbers and bank boilerplate. */
  readonly words: string;
  readonly channel: Channel;
  /** The whole memo on one line, its account and telephone numbers cut to their last three digits. */
  readonly masked: string;
}

/**
 * What banks and wallets write before a payer's words, each at the start of what the earlier ones left: a transfer
 * within NAPAS may carry another bank's own form. Blanks inside references come from PDF conversion.
 */
const FRAMES: readonly (readonly [RegExp, Channel])[] = [
  [/^chuyen tien den tu napas\s*noi dung\s*:/i, 'napas'],
  [/^ct nhanh 24\/?7 den\s*:/i, 'napas'],
  [/^ibft\b[\s.:]*/i, 'napas'],
  [/^[mi]bvcb\.?\s*(?:mbvcb\.?\s*)?\d[\d ]{4,}\.(?:\s*\d{5,}\.)?/i, 'transfer'],
  [/^vcb\.ctdk\.[\d/ ]+\./i, 'transfer'],
  [/^partner\.direct_debits_vcb\.zlp\.[\w ]+\.[\d ]+\./i, 'zalopay'],
  [/^partner\.direct_debits_vcb\.(?:mse|momo)\.[\d ]+\.[\d ]+\.[\d ]+(?:-[\d ]*\d)?_?/i, 'momo'],
  [/^\d{11}[- ]0\d{9}\b[-_]?/, 'momo'],
  [/^zp\d{12} \d{15}\b/i, 'zalopay'],
  [/^mb\(\d+\)\(/i, 'transfer'],
  [/^\d{6}\.\d{6}\.\d{6}\./, 'transfer'],
  [/^\d{20}\w+(?:\.[\d ]+\.[\d ]+\.|[.\d ]*:)/, 'transfer'],
  [/^[a-z]{2,12}bank[:;][\w ]+[:;]/i, 'transfer'],
  [/^cksotaikhoan \d+/i, 'transfer'],
  [/^isl\d+-/i, 'transfer'],
  [/^\/\/sal[^/]*\/\//i, 'salary'],
];

/** What they write behind them. */
const TAILS = [
  /\s*\(ct\d{4}\)\s*$/i,
  /[\s.]*\bFT\d[\d ]{10,}$/,
  /-\d{6}-\s*\d{2}:\d{2}:\d{2}(?:\s+\d{6})?$/,
  /\s*\(by [a-z ]+\)$/i,
  /[\s,]*\bma gd \d+$/i,
  /\s+tu viettel ?money(?: \d+)*$/i,
];

/** Account numbers; some banks print `x`, `*` or dots for most of one. */
const ACCOUNT = String.raw`[\dx*.\u2026]*\d[\d*.\u2026 ]*`;
const FROM_TO = new RegExp(String.raw`^(.*?)[\s.]*\bct tu ${ACCOUNT}(\D*?)\s*(?:\btoi ${ACCOUNT}.*)?$`, 'i');
const SENDER =
  /(?:^|[\s.;,])(?:b\/?o|ng\p{L}{2}i chuy\p{L}n)\s*:\s*(\p{L}[^:;,.()\d]*?)\s*(?=$|[;,.()\d]|\b(?:nd|noi dung|rem|f\/o)\s*:)/iu;
const LABEL = /^[\s,.;]*(?:nd|noi dung|rem)\s*:/i;
/** How VietinBank writes the counter account's holder: `VND-TGTT-` is a current account in đồng, `– A/C` its end. */
const COUNTER = /^(?:vnd-tgtt-)?(.*?)\s*(?:[\u2013-]\s*)?(?:a\/c)?$/i;
const SALARY = /^\/\/sal/i;

const STRONG: ReadonlySet<string> = new Set(memos.surnames);
const WEAK: ReadonlySet<string> = new Set(memos.weakSurnames);
const TITLES: ReadonlySet<string> = new Set(memos.titles);
const NOT_NAMES: ReadonlySet<string> = new Set(memos.notNames);
const PLACES: ReadonlySet<string> = new Set(memos.places);
const MIDDLES: ReadonlySet<string> = new Set(memos.middles);
const VERBS = phrasesOf(memos.verbs);
const DETAILS = phrasesOf(memos.details);
const ORGANISATIONS = phrasesOf(memos.organisations);
const LABELS = phrasesOf(memos.labels);
const TRANSFER = phrasesOf(memos.transfer);
const CASH = phrasesOf(memos.cash);
const INTERMEDIARIES: ReadonlyMap<string, string> = new Map(Object.entries(memos.intermediaries));
const LINES = (['salary', 'interest', 'refund', 'sweep', 'vat', 'fee', 'dues', 'allocation'] as const).map(
  (kind) => [kind, phrasesOf(memos.lines[kind])] as const,
);
/** A name that a PDF broke has more pieces than words; one in small letters is less sure. */
const NAME_WORDS_MAX = 7;
const LOOSE_WORDS_MAX = 4;
const ORGANISATION_WORDS_MAX = 16;
/** Longer than any bank's memo; what a cell holds beyond it says nothing of the payer. */
const LENGTH_MAX = 1000;

/**
 * Reads a bank line's memo. `counter` is what the statement's counter-account column says, if it has one. The account's
 * holder is the payer; an organisation that opens the payer's words is, over a person who carried its money.
 */
export function readMemo(text: string, counter = ''): Memo {
  const line = tidy(text);
  const frame = unframe(line.slice(0, LENGTH_MAX));
  const tokens = tokensOf(frame.words);
  const column = COUNTER.exec(tidy(counter))?.[1] ?? '';
  const through = INTERMEDIARIES.get(fold(column));
  const holder = mendSurname(frame.holder || (through === undefined ? column : ''));
  const about = {
    words: frame.words,
    channel: channelOf(through, frame.channel, tokens),
    masked: maskedText(line),
  };
  const kind = kindOf(holder);
  const organisation = kind === 'organisation' ? '' : organisationIn(frame.words, tokens);
  if (organisation !== '') return { payer: organisation, payerKind: 'organisation', ...about };
  if (holder !== '') return { payer: holder, payerKind: kind, ...about };
  const named = nameIn(tokens);
  return { payer: named?.name ?? '', payerKind: named?.kind ?? '', ...about };
}

/** Tells what a line is by its memo and side. A bank's own lines open with their matter; debits are never gifts. */
export function lineKind(memo: string, side: 'credit' | 'debit'): LineKind {
  const line = tidy(memo);
  if (SALARY.test(line)) return 'salary';
  const tokens = tokensOf(unframe(line.slice(0, LENGTH_MAX)).words);
  const after = nameIn(tokens)?.next ?? tokens.length;
  for (const [kind, phrases] of LINES) {
    if (opens(tokens, phrases)) return kind;
    // A person gives back: `NGUYEN VAN A hoan ung`; a union passes money down: `LDLD TINH cap kinh phi`.
    if ((kind === 'refund' || kind === 'dues') && opens(tokens.slice(after), phrases)) return kind;
    if (kind === 'allocation' && tokens.some((_, at) => opens(tokens.slice(at), phrases))) return kind;
  }
  return side === 'credit' ? 'contribution' : 'payment';
}

/**
 * The known code (campaign, unit, case) that stands as a word of its own in the memo, case and marks aside; the longest
 * where several do; undefined where none. A line break inside the code is seen over. `codes` is not to change later.
 */
export function codeIn(memo: string, codes: readonly string[]): string | undefined {
  let index = INDEXES.get(codes);
  if (index === undefined) {
    const byFold = new Map<string, string>();
    for (const code of codes) {
      const key = fold(code);
      if (key !== '' && !byFold.has(key)) byFold.set(key, code);
    }
    index = { byFold, words: Math.max(0, ...Array.from(byFold.keys(), (key) => key.split(' ').length)) };
    INDEXES.set(codes, index);
  }
  let best = '';
  for (const text of memo.includes('\n') ? [memo, memo.replace(/\r?\n/g, '')] : [memo]) {
    const words = fold(text).split(' ');
    for (let from = 0; from < words.length; from++) {
      let key = '';
      for (const word of words.slice(from, from + index.words)) {
        key = key === '' ? word : `${key} ${word}`;
        if (key.length > best.length && index.byFold.has(key)) best = key;
      }
    }
  }
  return index.byFold.get(best);
}

const INDEXES = new WeakMap<
  readonly string[],
  { readonly byFold: ReadonlyMap<string, string>; readonly words: number }
>();

function channelOf(through: string | undefined, framed: Channel, tokens: readonly Token[]): Channel {
  if (through === 'momo' || through === 'zalopay') return through;
  if (framed !== '') return framed;
  const has = (phrases: Phrases) => tokens.some((_, at) => phraseAt(tokens, at, phrases) > 0);
  if (has(CASH)) return 'cash';
  return has(TRANSFER) ? 'transfer' : '';
}

/** Takes off what banks wrote around the payer's words, and the account's holder out of it. */
function unframe(line: string): { words: string; holder: string; channel: Channel } {
  let words = line;
  let channel: Channel = '';
  for (let framed = true; framed;) {
    framed = false;
    for (const [frame, through] of FRAMES) {
      const rest = words.replace(frame, '');
      if (rest === words) continue;
      // Vietcombank's wallet lines have one blank behind the first letter of the words, whatever they are.
      words = (/^partner/i.test(words) ? rest.replace(/^(\p{L}) (?=\p{L})/u, '$1') : rest).trim();
      if (channel === '' || through === 'momo' || through === 'zalopay') channel = through;
      framed = true;
    }
  }
  if (/^mb\(/i.test(line)) words = words.replace(/\)$/, '');
  const fromTo = FROM_TO.exec(words);
  if (fromTo !== null) {
    words = fromTo[1] ?? '';
    if (channel === '') channel = 'transfer';
  }
  for (let before = ''; before !== words;) {
    before = words;
    for (const tail of TAILS) words = words.replace(tail, '');
  }
  // A number run onto a name (`HIEN0022162`) is parted from it; accounts and telephones are no words.
  words = words.replace(/(\p{L}{2})(?=\d{5})/gu, '$1 ').replace(/(?<!\d)\d{9,}(?!\d)/g, ' ');
  const holder = SENDER.exec(line)?.[1] ?? fromTo?.[2] ?? '';
  words = words.replace(SENDER, '. ').replace(LABEL, '');
  return { words: trimmed(words), holder: trimmed(holder), channel };
}

function trimmed(text: string): string {
  return tidy(text).replace(/^[\s.:;,_-]+|[\s.:;,_-]+$/g, '');
}

/** A word of a memo, or a mark between words (its `folded` is empty); `at` and `end` are places in the words. */
interface Token {
  readonly text: string;
  readonly folded: string;
  readonly at: number;
  readonly end: number;
}

function tokensOf(words: string): Token[] {
  return Array.from(
    words.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]/gu),
    ({ 0: text, index: at }) => ({
      text,
      folded: fold(text),
      at,
      end: at + text.length,
    }),
  );
}

/** Phrases by their first word. `#` is a word with figures: a house's, a group's number. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function phrasesOf(list: readonly string[]): Phrases {
  return Map.groupBy(
    list.map((phrase) => phrase.split(' ')),
    (words) => words[0] ?? '',
  );
}

/** How many tokens from `at` on the longest of the phrases takes; 0 where none stands there. */
function phraseAt(tokens: readonly Token[], at: number, phrases: Phrases): number {
  let longest = 0;
  for (const words of phrases.get(tokens[at]?.folded ?? '') ?? []) {
    const stands = words.every((word, index) => {
      const folded = tokens[at + index]?.folded ?? '';
      return word === '#' ? /^\p{L}{0,2}\d/u.test(folded) : word === folded;
    });
    if (stands) longest = Math.max(longest, words.length);
  }
  return longest;
}

/** Whether a bank's phrase opens the line; one of a single word only with nothing or a figure behind it. */
function opens(tokens: readonly Token[], phrases: Phrases): boolean {
  const taken = phraseAt(tokens, 0, phrases);
  return taken > 1 || (taken === 1 && /^\d*$/.test(tokens[1]?.folded ?? ''));
}

/** An organisation that opens the words, up to what it does or to a mark; empty where the words never say so. */
function organisationIn(words: string, tokens: readonly Token[]): string {
  const taken = phraseAt(tokens, 0, ORGANISATIONS);
  if (taken === 0) return '';
  let end = taken;
  while (end < tokens.length && !endsOrganisation(tokens, end)) end += 1;
  while (end > taken && tokens[end - 1]?.folded === '') end -= 1;
  if (end < 2 || end > ORGANISATION_WORDS_MAX) return '';
  return words.slice(0, tokens[end - 1]?.end);
}

function endsOrganisation(tokens: readonly Token[], at: number): boolean {
  if (/^[.;:_(]$/.test(tokens[at]?.text ?? '') || phraseAt(tokens, at, LABELS) > 0) return true;
  const verb = phraseAt(tokens, at, VERBS);
  // A school for the gifted is a `truong chuyen`.
  const bare = verb === 1 && tokens[at]?.folded === 'chuyen' && phraseAt(tokens, at, TRANSFER) === 1;
  return verb > 0 && !(bare && at + 1 < tokens.length && phraseAt(tokens, at + 1, VERBS) === 0);
}

interface Named {
  readonly name: string;
  readonly kind: Memo['payerKind'];
  /** The first token behind the name. */
  readonly next: number;
}

/**
 * The name that opens the words: a common surname and what follows, up to a verb, a house number, a mark or a change of
 * case; or any capitals before `chuyen tien`, as banks write it for their customers. Two payers joined, or a surname
 * that is a common word too without more to go by, give none.
 */
function nameIn(tokens: readonly Token[]): Named | undefined {
  const titled = TITLES.has(tokens[0]?.folded ?? '') && STRONG.has(surnameAt(tokens, 1).folded);
  const start = titled ? 1 : 0;
  const surname = surnameAt(tokens, start);
  let next = start + surname.taken;
  const [second = '', third = ''] = tokens.slice(next, next + 2).map(({ folded }) => folded);
  const pair = `${surname.folded} ${second}`;
  if (NOT_NAMES.has(pair) || NOT_NAMES.has(`${pair} ${third}`)) return undefined;
  const style = styleOf(surname.text, tokens[next]?.text ?? '');
  const parts = [surname.text];
  let stop: 'verb' | 'case' | 'detail' | 'end' = 'end';
  for (; next < tokens.length; next++) {
    const { text, folded } = tokens[next] ?? surname;
    if (phraseAt(tokens, next, VERBS) > 0) stop = 'verb';
    else if (!/^[a-z]{1,7}$/.test(folded) || phraseAt(tokens, next, DETAILS) > 0) stop = 'detail';
    else if (parts.length > 1 && !style.test(text)) stop = 'case';
    else {
      parts.push(text);
      continue;
    }
    break;
  }
  const name = parts.join(' ');
  const family = /^va gia dinh\b/.test(
    tokens
      .slice(next, next + 3)
      .map(({ folded }) => folded)
      .join(' '),
  );
  if (PLACES.has(fold(name)) || (!family && /^(va|&|\+)$/i.test(tokens[next]?.text ?? ''))) return undefined;
  if (parts.length > (style === ANY ? LOOSE_WORDS_MAX : NAME_WORDS_MAX)) return undefined;
  const middle = MIDDLES.has(second);
  const told = stop === 'verb' || stop === 'case';
  const person =
    (STRONG.has(surname.folded) && parts.length > (told && !titled ? 1 : 2)) ||
    (WEAK.has(surname.folded) && parts.length > 2 && (middle || (told && style !== ANY)));
  if (person) return { name, kind: 'person', next };
  const first = surname.folded;
  const written = /^[Cc]huyen$/.test(tokens[next]?.text ?? '') && style === UPPER && parts.length > 1;
  if (!written || !/^[a-z]+$/.test(first) || TITLES.has(first) || phraseAt(tokens, 0, VERBS) > 0)
    return undefined;
  return { name, kind: middle ? 'person' : '', next };
}

/** The word at `at`, with the next piece where only both together are a surname: PDF conversion breaks words anywhere. */
function surnameAt(tokens: readonly Token[], at: number): { text: string; folded: string; taken: number } {
  const one = tokens[at];
  const two = tokens[at + 1];
  if (one === undefined) return { text: '', folded: '', taken: 0 };
  const folded = one.folded + (two?.folded ?? '');
  const known = STRONG.has(one.folded) || WEAK.has(one.folded);
  if (two !== undefined && STRONG.has(folded) && (!known || !/[aeiouy]/.test(two.folded))) {
    return { text: one.text + two.text, folded, taken: 2 };
  }
  return { text: one.text, folded: one.folded, taken: 1 };
}

const UPPER = /^\p{Lu}+$/u;
const TITLE = /^\p{Lu}\p{Ll}*$/u;
const ANY = /^/;

/** How the words of a name are written, by the first two. */
function styleOf(first: string, second: string): RegExp {
  if (UPPER.test(first) && first.length > 1 && UPPER.test(second)) return UPPER;
  return /^\p{Lu}/u.test(first) && TITLE.test(second) ? TITLE : ANY;
}

function mendSurname(name: string): string {
  const tokens = tokensOf(name);
  const { text, taken } = surnameAt(tokens, 0);
  return taken === 2 ? text + name.slice(tokens[1]?.end) : name;
}

function kindOf(holder: string): Memo['payerKind'] {
  const tokens = tokensOf(holder);
  if (phraseAt(tokens, 0, ORGANISATIONS) > 0) return 'organisation';
  const known = STRONG.has(tokens[0]?.folded ?? '') || WEAK.has(tokens[0]?.folded ?? '');
  const plain = tokens.every(({ folded }) => /^[a-z]+$/.test(folded));
  return known && plain && tokens.length > 1 && tokens.length <= NAME_WORDS_MAX ? 'person' : '';
}
