import data from '../../data/encodings.json' with { type: 'json' };

/** Huyền, sắc, ngã, hỏi, nặng, as marks of a decomposed letter. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** Sắc and nặng: the only tones of a syllable that ends in c, ch, p or t. */
const STOPPED = /[\u0301\u0323]/u;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const { syllable } = data;
const ONSETS = words(syllable.onsets);
const BEFORE_FRONT = words(syllable.beforeFront);
const BEFORE_OTHER = words(syllable.beforeOther);
const RHYMES = words(syllable.rhymes);
const BARE = words(syllable.bare);
const AFTER_QU = words(syllable.afterQu);
const AFTER_G = words(syllable.afterG);
/** `nghiêng`: no syllable is longer. */
const LONGEST = 7;
const LONGEST_ONSET = 3;

/** A letter or word without its tone, composed; other marks stay: the tone of `ấ` goes, its circumflex does not. */
export function withoutTone(text: string): string {
  return text.normalize('NFD').replace(TONE, '').normalize('NFC');
}

/**
 * Whether a word (composed, any case) is one syllable that Vietnamese can write: a known onset and rhyme that may stand
 * together, at most one tone, on the vowel that bears it (old and new placement), a stop with sắc or nặng only.
 */
export function isSyllable(word: string): boolean {
  if (word === '' || word.length > LONGEST) return false;
  const lower = word.toLowerCase();
  const plain = withoutTone(lower);
  if (plain.length !== lower.length) return false;
  const toned = Array.from(lower).flatMap((letter, at) => (letter === plain[at] ? [] : [at]));
  if (toned.length > 1) return false;
  const tonedAt = toned[0];
  const tone = tonedAt === undefined ? '' : (lower[tonedAt] ?? '').normalize('NFD');
  if (/(?:[cpt]|ch)$/.test(plain) && !STOPPED.test(tone)) return false;
  for (let at = 0; at <= LONGEST_ONSET && at < plain.length; at += 1) {
    const onset = plain.slice(0, at);
    const rhyme = plain.slice(at);
    if (!standTogether(onset, rhyme)) continue;
    if (tonedAt === undefined || bearers(rhyme).includes(tonedAt - at)) return true;
  }
  return false;
}

/** The spelling rules of onsets: k, gh, ngh before e, ê, i, y; c, g, ng before the others; q with u; g swallows gi's i. */
function standTogether(onset: string, rhyme: string): boolean {
  if (onset === 'qu') return AFTER_QU.has(rhyme);
  if (onset === 'g' && AFTER_G.has(rhyme)) return true;
  if (onset === '') return RHYMES.has(rhyme) || BARE.has(rhyme);
  if (!RHYMES.has(rhyme)) return false;
  if (ONSETS.has(onset)) return true;
  const front = /^[e\u00eaiy]/u.test(rhyme);
  // `gi` is one sound: only there may e follow (`gieo`).
  return front
    ? BEFORE_FRONT.has(onset) || (onset === 'gi' && rhyme.startsWith('e'))
    : BEFORE_OTHER.has(onset);
}

/** The places in a rhyme where its tone may stand. */
function bearers(rhyme: string): readonly number[] {
  const vowels = /^[aeiouy\u0103\u00e2\u00ea\u00f4\u01a1\u01b0]+/u.exec(rhyme)?.[0] ?? '';
  const marked = Array.from(vowels).findLastIndex((letter) => letter > '\u007f');
  if (marked >= 0) return [marked];
  if (vowels.length === 1) return [0];
  if (vowels.length < rhyme.length) return [vowels.length - 1];
  if (vowels.length === 3) return [1];
  return /^(?:oa|oe|uy)$/.test(vowels) ? [0, 1] : [0];
}
