import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import data from '../../data/encodings.json' with { type: 'json' };
import { isSyllable, withoutTone } from '../domain/syllable.ts';
import { EIGHT_BIT, type EightBit } from './names.ts';

/** Text in which letters stand for others: typed in a font of its own letters, or UTF-8 decoded wrongly once. */
export type Disguise = 'tcvn3' | 'vni' | 'utf-8';

/** Unicode text is put right where under half of its words are syllables as they stand, and this share afterwards. */
const STANDS_MIN = 0.5;
const REPAIR_MIN = 0.75;
/** So many different words must become syllables: `Bö` alone is somebody's name. */
const REPAIR_WORDS = 3;
/** Text held back for the end of a word; longer words are cut. */
const HELD_MAX = 4096;
/** By so many words, and by this share of those that differ, one reading must be better than another. */
const CLEAR_WORDS = 2;
const CLEAR_SHARE = 0.1;
/** Words that only lack a u with horn (`lơng`) before they count as a loss. */
const HORN_WORDS = 2;
/** Vietnamese letters that no font of its own letters stores as such. */
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/u;

const TCVN3: ReadonlyMap<string, string> = new Map(
  Object.entries(data.tcvn3).map(([hex, letter]) => [Buffer.from(hex, 'hex').toString('latin1'), letter]),
);
/** Sắc, huyền, hỏi, ngã, nặng: the order of VNI's marks in the data. */
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
/** In text from TCVN3: a capital before a toned small letter; a word without small letters of ASCII. */
const CAPITAL_AND_SMALL =
  /([A-Z\u00c2\u00ca\u00d4\u0102\u01a0\u01af])([\u00e0-\u00fd\u0129\u0169\u01a1\u01b0\u1ea1-\u1ef9])/g;
const NO_SMALL_ASCII = /(?<![A-Za-z\u00c0-\u1ef9])[A-Z\u00c0-\u1ef9]{2,}(?![A-Za-z\u00c0-\u1ef9])/g;
const DISGUISES: readonly Disguise[] = ['tcvn3', 'vni', 'utf-8'];
/** VNI's single letters, and its pairs of a letter and a mark: small letters only. */
const VNI = vniTable();
const VNI_LETTERS = new RegExp([...VNI.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'giu');
/** What a wrong decoding made of each byte, back to the byte; C1 controls where it had no letter. */
const BYTES: ReadonlyMap<string, number> = wronglyDecoded();

/** iconv-lite's decoder of each: fonts are stored as the Windows-1252 signs whose places their letters took. */
export const CHARSET: Readonly<Record<EightBit, string>> = {
  'windows-1258': 'windows-1258',
  viscii: 'viscii',
  tcvn5712: 'tcvn',
  tcvn3: 'windows-1252',
  vni: 'windows-1252',
};

/** The bytes that stand for nothing in an encoding: no letter, no sign, no blank or line end (0 is left out). */
export function undefinedBytes(encoding: EightBit): number[] {
  const every = Array.from({ length: 255 }, (_, at) => at + 1);
  return every.filter((byte) => {
    const letter = iconv.decode(Buffer.of(byte), CHARSET[encoding]);
    const none = /[\u0001-\u0008\u000e-\u0019\ufffd]/.test(letter);
    return none || (encoding === 'tcvn3' && byte > 0xa0 && !TCVN3.has(letter));
  });
}

/** A reading of the words of an 8-bit text: how they read, and what share of them are syllables. */
interface Reading {
  readonly encoding: EightBit;
  readonly texts: readonly string[];
  readonly share: number;
}

/** Every reading, the best first; where two are as good, that which leaves fewer of the bytes `seen` undefined. */
export function readingsOf(words: readonly Buffer[], seen: (byte: number) => boolean): readonly Reading[] {
  const strange = (encoding: EightBit): number => undefinedBytes(encoding).filter(seen).length;
  const readings = EIGHT_BIT.map((encoding) => {
    const raw = words.map((word) => iconv.decode(word, CHARSET[encoding]));
    const font = encoding === 'tcvn3' || encoding === 'vni' ? encoding : undefined;
    const texts = raw.map((text) => (font === undefined ? text.normalize('NFC') : unmask(text, font)));
    const { good, total } = wordsRead(texts);
    const share = total === 0 ? 0 : good / total;
    return { encoding, texts, share, strange: strange(encoding) };
  });
  return readings.toSorted((a, b) => b.share - a.share || a.strange - b.strange);
}

/**
 * Whether a reading is plainly better than another. Only words in which they differ count (capitals left aside: TCVN3 is
 * not sure of them): it makes syllables of two more, and of a tenth more, or of some where the other makes none. Where
 * no word differs both are one. The two of TCVN 5712 share most bytes and are never in doubt: what one lacks decides.
 */
export function isClear(best: Reading, other: Reading): boolean {
  const apart = [...best.texts.keys()].filter(
    (at) => best.texts[at]?.toLowerCase() !== other.texts[at]?.toLowerCase(),
  );
  if (apart.length === 0) return true;
  const [more = 0, fewer = 0] = [best, other].map(
    (reading) => apart.filter((at) => wordsRead([reading.texts[at] ?? '']).good > 0).length,
  );
  if (best.encoding.startsWith('tcvn') && other.encoding.startsWith('tcvn')) return more >= fewer;
  return (more > 0 && fewer === 0) || more - fewer >= Math.max(CLEAR_WORDS, apart.length * CLEAR_SHARE);
}

/** Puts text right that holds whole words; what the disguise does not know stays as it is. Gives composed text. */
export function unmask(text: string, disguise: Disguise): string {
  if (disguise === 'tcvn3') return fromTcvn3(text);
  return disguise === 'vni' ? fromVni(text) : fromDecodedTwice(text);
}

/** Where the last word begins: before an ASCII sign, which no letter joins. */
export function wordsEnd(text: string): number {
  for (let at = text.length - 1; at >= 0; at -= 1)
    if (/[\0-@[-`{-\u007f]/.test(text[at] ?? '')) return at > 0 || text.length <= HELD_MAX ? at : text.length;
  return text.length <= HELD_MAX ? 0 : text.length;
}

/**
 * The text of a workbook cell by the name of its font: `.VnTime` is TCVN3, `.VnTimeH` its capitals, `VNI-Times` VNI.
 * Other fonts give the text back, and so does text that the font's reading would make worse: typed in Unicode.
 */
export function fromFont(text: string, fontName: string): string {
  const name = fontName.trim().toLowerCase();
  const font = data.fonts.find((each) => name.startsWith(each.start));
  if (font === undefined) return text;
  const composed = text.normalize('NFC');
  const disguise = font.encoding === 'vni' ? 'vni' : 'tcvn3';
  const read = unmask(composed, disguise);
  const goodIn = (each: string): number => wordsRead(each.split(/[^A-Za-z\u0080-\uffff]+/u)).good;
  if (hasOtherLetters(composed, disguise) || goodIn(composed) > goodIn(read)) return text;
  return font.capitals !== undefined && name.endsWith(font.capitals) ? read.toUpperCase() : read;
}

/** Whether text has a letter that the font's own letters leave over: it was typed in Unicode. VNI keeps the toned i. */
function hasOtherLetters(text: string, disguise: 'tcvn3' | 'vni'): boolean {
  const left =
    disguise === 'vni'
      ? text.replace(VNI_LETTERS, '').replace(/[\u00ec\u00ed]/giu, '')
      : text.replace(/[\u00a1-\u00fe]/g, (letter) => (TCVN3.has(letter) ? '' : letter));
  return /[\u00c0-\u024f\u1ea0-\u1ef9]/u.test(left);
}

/** How many of the words that have a letter outside ASCII are Vietnamese syllables, each counted once. */
function wordsRead(words: Iterable<string>): { good: number; total: number } {
  let good = 0;
  let total = 0;
  for (const word of words) {
    // Blanks of fonts and quotation marks stand between words, other signs inside one speak against the reading.
    for (const part of word.split(/[\s\ufeff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]+/u)) {
      // Capitals with a barred D and no mark else are an abbreviation (of `Cong Doan`): it speaks for no reading.
      if (!/[^\u0020-\u007f]/u.test(part) || !/\p{L}/u.test(part) || /^[A-Z\u0110]+$/u.test(part)) continue;
      total += 1;
      if (isSyllable(part)) good += 1;
    }
  }
  return { good, total };
}

/**
 * Which disguise the words of Unicode text wear, if any, and the words without it. `mixed` where several words read well
 * as they stand, with letters of Unicode alone: the text is of two kinds, and to repair one would harm the other.
 */
export function disguiseOf(
  texts: readonly string[],
): { disguise: Disguise; read: readonly string[]; mixed: boolean } | undefined {
  const plain = texts.map((text) => text.normalize('NFC'));
  const stands = wordsRead(plain);
  if (stands.good >= stands.total * STANDS_MIN) return undefined;
  const [best] = DISGUISES.map((disguise) => {
    const read = texts.map((text) => unmask(text, disguise));
    const { good, total } = wordsRead(read);
    return { disguise, read, good, share: total === 0 ? 0 : good / total };
  }).toSorted((a, b) => b.share - a.share);
  if (best === undefined || best.share < REPAIR_MIN || best.good < REPAIR_WORDS) return undefined;
  const kept = wordsRead(plain.filter((text) => UNICODE_ONLY.test(text)));
  return { disguise: best.disguise, read: best.read, mixed: kept.good >= REPAIR_WORDS };
}

/**
 * The places of words that lost their u with horn: TCVN3 keeps it at the soft hyphen, which many programs delete
 * (`lơng`, `nớc`). None where most such words have theirs, or fewer than two lack it.
 */
export function lostHorns(texts: readonly string[]): number[] {
  let horns = 0;
  const lost: number[] = [];
  for (const [at, text] of texts.entries()) {
    const apart = text.normalize('NFD');
    if (/u\u031b(?![\u0300\u0301\u0303\u0309\u0323])/u.test(apart)) horns += 1;
    else if (/o\u031b/iu.test(apart) && !isSyllable(text.normalize('NFC'))) {
      const mended = apart.replace(/(?=o\u031b)/iu, 'u\u031b').normalize('NFC');
      if (isSyllable(mended)) lost.push(at);
    }
  }
  return lost.length >= HORN_WORDS && lost.length > horns ? lost : [];
}

function fromTcvn3(text: string): string {
  const letters = text.replace(/[\u00a1-\u00fe]/g, (letter) => TCVN3.get(letter) ?? letter).normalize('NFC');
  return (
    letters
      // Toned capitals are no letters of it: some programs write the plain capital, then the toned small letter.
      .replace(CAPITAL_AND_SMALL, (pair, capital: string, small: string) =>
        withoutTone(small) === capital.toLowerCase() && small !== capital.toLowerCase()
          ? small.toUpperCase()
          : pair,
      )
      // Others take the small letter, drawn large by a font of capitals: in a word of capitals it is one.
      .replace(NO_SMALL_ASCII, (word) => (/\p{Lu}.*\p{Lu}/u.test(word) ? word.toUpperCase() : word))
  );
}

/** A mark may be of the other case than its letter (`Ñoäc`, `ÑOäC`): the letter's own case counts. */
function fromVni(text: string): string {
  const read = text.replace(VNI_LETTERS, (found) => {
    const small = VNI.get(found.toLowerCase()) ?? found;
    const [base = ''] = found;
    return base === base.toLowerCase() ? small : small.toUpperCase();
  });
  return read.normalize('NFC');
}

function vniTable(): ReadonlyMap<string, string> {
  const { single, tone, circumflex, breve } = data.vni;
  const table = new Map<string, string>(Object.entries(single));
  for (const base of tone.after) add(base, table.get(base) ?? base, tone.marks);
  for (const base of circumflex.after) add(base, `${base}\u0302`, circumflex.marks, circumflex.plain);
  for (const base of breve.after) add(base, `${base}\u0306`, breve.marks, breve.plain);
  return table;

  function add(base: string, letter: string, marks: string, plain?: string): void {
    if (plain !== undefined) table.set(base + plain, letter.normalize('NFC'));
    for (const [at, mark] of Array.from(marks).entries())
      table.set(base + mark, `${letter}${TONES[at] ?? ''}`.normalize('NFC'));
  }
}

/** UTF-8 that was read as Windows-1252 or 1258: each run of such signs back to its bytes, where these are UTF-8. */
function fromDecodedTwice(text: string): string {
  const read = text.replace(/[\u0080-\uffff]+/gu, (run) => {
    const bytes = Array.from(run, (sign) => BYTES.get(sign));
    const whole = bytes.every((byte) => byte !== undefined) ? Buffer.from(bytes) : undefined;
    return whole !== undefined && isUtf8(whole) ? whole.toString('utf8') : run;
  });
  return read.normalize('NFC');
}

function wronglyDecoded(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    for (const encoding of ['windows-1258', 'windows-1252', 'latin1'])
      table.set(iconv.decode(Buffer.of(byte), encoding), byte);
  }
  table.delete('\ufffd');
  return table;
}
