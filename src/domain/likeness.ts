import { fold } from './name.ts';

/** Somebody a payer may be. `key` is the likeness key of a name of theirs. */
export interface Candidate {
  readonly kind: 'donor' | 'member' | 'unit';
  readonly id: number;
  readonly code: string;
  readonly key: string;
}

/** Who a name may mean. Only one candidate found exactly may be linked unasked; the others are for a person to choose. */
export interface Likeness {
  readonly candidates: readonly Candidate[];
  /** The whole key is the same; false for names that were cut, abbreviated or misspelt by one letter. */
  readonly exact: boolean;
}

/** A bank cuts long names: this many characters of one are enough to look for the rest. */
const PREFIX_MIN = 12;
/** In a shorter key one letter more or less is another name. */
const LETTER_MIN = 10;

/** Forms of address, ranks and posts before a name, folded; `chu` (chú) is left out, it is the surname Chu more often. */
const TITLES = new Set(
  (
    'ong ba anh chi em co bac chau thay mr mrs ms bs bsi bscki bsckii bsck1 bsck2 bsnt cki ckii ck1 ck2 ths ts ' +
    'pgs gs ds dsck1 dscki dd ddt ys ktv nhs hs cn ks gv gd pgd tp ptp dc'
  ).split(' '),
);
const TITLES_OF_TWO = new Set([
  'd c',
  'dong chi',
  'bac si',
  'thac si',
  'tien si',
  'duoc si',
  'dieu duong',
  'giam doc',
]);
/** After one of these middle names the word before is a surname, whatever else it means: Ông Thị …, Cô Văn … */
const MIDDLE = /^(thi|van)$/;

/**
 * The key by which a bank's name without marks and a roll's name meet: folded, without titles, and without blanks, as
 * PDF conversion breaks words anywhere. `Ng.` stays apart from Nguyễn. Y after a consonant is i (Lý, Lí; Quý, Quí); after
 * another vowel they are two letters (May, Mai).
 */
export function likenessKey(name: string): string {
  return keyOf(withoutTitles(fold(name)), name);
}

/** Whether two written names are one but for marks, titles before and remarks in brackets behind. */
export function isOneName(one: string, other: string): boolean {
  const bare = (name: string) => likenessKey(name.replace(/\s*[([\u2013].*$/u, ''));
  return bare(one) !== '' && bare(one) === bare(other);
}

function keyOf(folded: string, name: string): string {
  const key = folded.replaceAll(' ', '').replace(/(?<=[bcdghklmnpqrstvx]|qu)y/g, 'i');
  // No syllable has ng before a consonant but h; before a vowel a full stop tells.
  const abbreviated =
    /^ng(?=[bcdgklmnpqrstvx])/.test(key) || (key.startsWith('ng') && /(^|[\s.])ng\s*\./i.test(name));
  return abbreviated ? `ng.${key.slice(2)}` : key;
}

function withoutTitles(folded: string): string {
  let words = folded.split(' ');
  for (;;) {
    const taken = TITLES_OF_TWO.has(words.slice(0, 2).join(' ')) ? 2 : TITLES.has(words[0] ?? '') ? 1 : 0;
    if (taken === 0 || words.length < taken + 2 || MIDDLE.test(words[taken] ?? '')) return words.join(' ');
    words = words.slice(taken);
  }
}

/** Finds the candidates that a written name may mean, among thousands, for lists of hundreds of thousands of lines. */
export class LikenessIndex {
  readonly #byKey: ReadonlyMap<string, readonly Candidate[]>;
  readonly #apart: ReadonlySet<string>;
  /** Keys in plain string order: those that go on from a cut name stand together. */
  #sorted: readonly string[] | undefined;
  /** Keys by what is left of each when any one letter is taken out. */
  #shortened: ReadonlyMap<string, readonly string[]> | undefined;

  /** `apart`: names that were said not to be the candidate of that code. */
  constructor(candidates: Iterable<Candidate>, apart: Iterable<{ key: string; code: string }> = []) {
    this.#byKey = Map.groupBy(candidates, ({ key }) => key);
    this.#apart = new Set(Array.from(apart, ({ key, code }) => pair(key, code)));
  }

  /**
   * Everybody whom the name may mean by the best kind of match: the same key, else `Ng.` for Nguyễn, else a name that
   * the bank cut (12 letters or more), else one letter missing, more or changed (10 or more). Empty where none.
   */
  find(name: string): Likeness {
    if (this.#byKey.size === 0) return NOBODY;
    const folded = fold(name);
    const key = keyOf(withoutTitles(folded), name);
    if (key === '') return NOBODY;
    // What looks like a title may be a piece of a broken surname: BA CH THI … is no Bà.
    const whole = keyOf(folded, name);
    for (const each of whole === key ? [key] : [whole, key]) {
      const same = this.#candidates(key, [each]);
      if (same.length > 0) return { candidates: same, exact: !each.startsWith('ng.') };
    }
    for (const like of [abbreviations, this.#goingOn, this.#oneLetterOff]) {
      const candidates = this.#candidates(key, like(key));
      if (candidates.length > 0) return { candidates, exact: false };
    }
    return NOBODY;
  }

  /** Those of the keys, each once, but for whom the payer's name was said not to be. */
  #candidates(key: string, likes: readonly string[]): readonly Candidate[] {
    const found = new Map<string, Candidate>();
    for (const like of likes) {
      for (const candidate of this.#byKey.get(like) ?? []) {
        if (!this.#apart.has(pair(key, candidate.code)))
          found.set(`${candidate.kind} ${candidate.id}`, candidate);
      }
    }
    return [...found.values()];
  }

  readonly #goingOn = (key: string): string[] => {
    if (key.length < PREFIX_MIN) return [];
    this.#sorted ??= [...this.#byKey.keys()].sort();
    let low = 0;
    for (let high = this.#sorted.length; low < high;) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.#sorted[end]?.startsWith(key) === true) end += 1;
    return this.#sorted.slice(low, end);
  };

  readonly #oneLetterOff = (key: string): string[] => {
    if (key.length < LETTER_MIN) return [];
    this.#shortened ??= shortenedIndex(this.#byKey.keys());
    const found = new Set<string>(this.#shortened.get(key));
    for (const short of shortenings(key)) {
      if (this.#byKey.has(short)) found.add(short);
      for (const other of this.#shortened.get(short) ?? []) found.add(other);
    }
    return [...found].filter((other) => other.length >= LETTER_MIN && isOneLetterOff(key, other));
  };
}

const NOBODY: Likeness = { candidates: [], exact: false };

function pair(key: string, code: string): string {
  return `${key}\n${code}`;
}

function abbreviations(key: string): string[] {
  if (key.startsWith('ng.')) return [`nguyen${key.slice(3)}`];
  return key.startsWith('nguyen') ? [`ng.${key.slice(6)}`] : [];
}

function shortenedIndex(keys: Iterable<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const key of keys) {
    if (key.length < LETTER_MIN) continue;
    for (const short of shortenings(key)) {
      const others = index.get(short);
      if (others === undefined) index.set(short, [key]);
      else others.push(key);
    }
  }
  return index;
}

function* shortenings(key: string): Iterable<string> {
  for (let at = 0; at < key.length; at++) {
    if (key[at] !== key[at - 1]) yield key.slice(0, at) + key.slice(at + 1);
  }
}

/** Whether one letter changed, or left out of the longer, makes the two the same. */
function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
