/** Words of plain letters with one blank between: tidy already. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** One blank between words, none around, Unicode NFC: how all text from people is kept. */
export function tidy(text: string): string {
  return PLAIN.test(text) ? text : text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * The form in which names are compared: lower case, no marks, đ (and the Icelandic ð that fonts confuse with it) as d,
 * one blank between words.
 * Bank memos come without marks, so `NGUYỄN THỊ ÁNH` and `nguyen thi anh` fold alike. A candidate, never an identity.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (FOLDED.test(lower)) return lower;
  // Banks write no marks: most of what a statement says is plain.
  if (ASCII.test(lower)) return lower.replace(/[^a-z0-9]+/g, ' ').trim();
  let folded = '';
  for (const word of lower.split(' ')) {
    const said = foldWord(word);
    if (said !== '') folded += folded === '' ? said : ` ${said}`;
  }
  return folded;
}

const ASCII = /^[\0-\x7f]*$/;
/** What folding leaves as it is. */
const FOLDED = /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/;

/** Words that were met, folded: Vietnamese has some seven thousand syllables, and lists of names few of them. */
const MET = new Map<string, string>();
const MET_MAX = 8192;

function foldWord(word: string): string {
  const met = MET.get(word);
  if (met !== undefined) return met;
  const folded = word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u0111\u00f0]/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (MET.size < MET_MAX) MET.set(word, folded);
  return folded;
}

/** Letters in Vietnamese order; a letter's place is its weight (QĐ 240/QĐ alphabet of 29 letters, with f, j, w, z). */
const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** Tones in the usual dictionary order: none, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/**
 * The key by which people's lists are sorted: given name, then middle names, then surname, each letter before its tone.
 * Plain string order of keys is list order, so no database collation is needed.
 */
export function sortKey(name: string): string {
  const words = tidy(name).toLowerCase().split(' ');
  const given = words.at(-1) ?? '';
  const surname = words.length > 1 ? (words[0] ?? '') : '';
  return [given, ...words.slice(1, -1), surname].map(wordKey).join(' ');
}

function wordKey(word: string): string {
  let letters = '';
  let tones = '';
  for (const letter of word) {
    const decomposed = letter.normalize('NFD');
    const tone = TONES.findIndex((mark) => decomposed.includes(mark));
    const bare = tone < 0 ? letter : decomposed.replace(TONES[tone] ?? '', '').normalize('NFC');
    const place = ALPHABET.indexOf(bare);
    letters += place < 0 ? bare : String.fromCharCode(97 + place);
    tones += tone + 1;
  }
  return `${letters}!${tones}`;
}
