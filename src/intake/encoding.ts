import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { refuse } from '../domain/failure.ts';
import {
  CHARSET,
  disguiseOf,
  isClear,
  lostHorns,
  readingsOf,
  undefinedBytes,
  unmask,
  wordsEnd,
  type Disguise,
} from './legacy-font.ts';
import type { EightBit, Encoding } from './names.ts';

/** How a text file is read, and why: shown to the treasurer before anything is written. */
export interface TextReading {
  /** Of the bytes. */
  readonly encoding: Encoding;
  /** `bytes`: strictly valid UTF-8, or the zeros of UTF-16; `letters`: its words read as Vietnamese. */
  readonly why: 'bom' | 'bytes' | 'letters' | 'given' | 'ascii';
  /** What was put right in all of the text: typed in an old font, or decoded wrongly once before. */
  readonly repaired?: Disguise | undefined;
}

/** Bytes looked at before it is said whether a file is UTF-16. */
const HEAD_BYTES = 4096;
/** Share of a file's places that hold zero in UTF-16: less than the share of ASCII in any list. */
const ZEROS_MIN = 0.3;
/** Different words with letters outside ASCII by which readings are compared; the longest one kept, in bytes. */
const SAMPLE_WORDS = 20_000;
/** So many words are looked at for them: a list that repeats its words is not searched to the end. */
const LOOKED_AT = 100_000;
const WORD_BYTES_MAX = 200;
/** Share of words that must be syllables; real lists have 0.96 and more (abbreviations left out). */
const READS_MIN = 0.6;
/** Question marks in front of a letter are lost letters from two on, where at least one word in 50 has one. */
const MARKS_MIN = 2;
const MARKS_WORDS = 50;

const LF = 0x0a;
const CR = 0x0d;
const QUESTION = 0x3f;
/** 1: a byte of a word: ASCII letters, everything above ASCII, and controls (old encodings keep capitals there). */
const IN_WORD = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z\u0001-\u0008\u000e-\u001f\u0080-\u00ff]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
const NOTHING = Buffer.alloc(0);
const REPLACEMENT = Buffer.from('\ufffd');

type Bom = 'utf-8' | 'utf-16le' | 'utf-16be';

/** First pass over a file's bytes: chunk by chunk, then `end` decides or refuses. */
export class EncodingSniffer {
  readonly #file: string;
  readonly #given: Encoding | undefined;
  #head: Buffer | undefined = NOTHING;
  #bom: Bom | undefined;
  #wide: { readonly encoding: Bom; readonly decoder: TextDecoder } | undefined;
  readonly #scan = new Scan();

  constructor(file: string, given?: Encoding) {
    this.#file = file;
    this.#given = given;
  }

  write(chunk: Buffer): void {
    if (this.#head === undefined) {
      this.#take(chunk);
      return;
    }
    this.#head = Buffer.concat([this.#head, chunk]);
    if (this.#head.length >= HEAD_BYTES) this.#begin(this.#head);
  }

  /** Decides. Refuses damage with `input.encoding`, text of two or no plausible readings with `input.encodings`. */
  end(): TextReading {
    if (this.#head !== undefined) this.#begin(this.#head);
    const scan = this.#scan;
    const wide = this.#wide;
    if (wide !== undefined) {
      const rest = wide.decoder.decode();
      if (rest !== '') this.#damage(scan.line, 'cut');
    }
    scan.end();
    const nul = scan.firstLine(0);
    if (nul > 0) this.#damage(nul, 'nul');
    if (this.#given !== undefined) return this.#asGiven(this.#given);
    const unicode = wide !== undefined || this.#bom !== undefined || scan.isMostlyUtf8();
    if (unicode) this.#checkUnicode();
    if (scan.hasLostLetters(unicode)) this.#damage(scan.firstMarkLine, 'marks');
    if (!unicode) return this.#byLetters();
    const encoding = wide?.encoding ?? 'utf-8';
    const why = this.#bom !== undefined ? 'bom' : wide === undefined && scan.isAscii() ? 'ascii' : 'bytes';
    return { encoding, why, ...this.#repair() };
  }

  #begin(head: Buffer): void {
    this.#head = undefined;
    const [bom, length] = bomOf(head);
    const given = this.#given;
    const encoding = given ?? bom ?? zerosOf(head);
    if (given === undefined || given === bom) this.#bom = bom;
    if (encoding === 'utf-16le' || encoding === 'utf-16be')
      this.#wide = { encoding, decoder: new TextDecoder(encoding, { ignoreBOM: true }) };
    this.#take(this.#bom === undefined ? head : head.subarray(length));
  }

  #take(chunk: Buffer): void {
    if (this.#wide === undefined) this.#scan.write(chunk);
    else this.#scan.write(Buffer.from(this.#wide.decoder.decode(chunk, { stream: true })));
  }

  #damage(line: number, damage: 'byte' | 'cut' | 'nul' | 'letter' | 'marks'): never {
    return refuse('input.encoding', { file: this.#file, line, damage });
  }

  #asGiven(given: Encoding): TextReading {
    if (given in CHARSET) this.#checkBytes(given as EightBit);
    else this.#checkUnicode();
    return { encoding: given, why: 'given' };
  }

  #checkUnicode(): void {
    const scan = this.#scan;
    if (scan.badLine > 0) this.#damage(scan.badLine, 'byte');
    if (scan.isCut()) this.#damage(scan.line, 'cut');
    if (scan.replacementLine > 0) this.#damage(scan.replacementLine, 'letter');
  }

  #checkBytes(encoding: EightBit): void {
    const lines = undefinedBytes(encoding)
      .map((byte) => this.#scan.firstLine(byte))
      .filter((line) => line > 0);
    if (lines.length > 0) this.#damage(Math.min(...lines), 'byte');
  }

  #byLetters(): TextReading {
    const scan = this.#scan;
    const words = [...scan.words.keys()].map((word) => Buffer.from(word, 'latin1'));
    const readings = readingsOf(words, (byte) => scan.firstLine(byte) > 0);
    const [best] = readings;
    if (best === undefined || best.share < READS_MIN)
      return refuse('input.encodings', { file: this.#file, found: [] });
    const rivals = readings.filter((each) => !isClear(best, each)).map((each) => each.encoding);
    if (rivals.length > 0) refuse('input.encodings', { file: this.#file, found: [best.encoding, ...rivals] });
    this.#checkBytes(best.encoding);
    this.#checkHorns(best.texts);
    return { encoding: best.encoding, why: 'letters' };
  }

  /** Which disguise the words of Unicode text wear, if any. */
  #repair(): { repaired?: Disguise } {
    const texts = [...this.#scan.words.keys()].map((word) => Buffer.from(word, 'latin1').toString('utf8'));
    const found = disguiseOf(texts);
    if (found === undefined) this.#checkHorns(texts);
    else if (found.mixed) refuse('input.encodings', { file: this.#file, found: ['utf-8', found.disguise] });
    else this.#checkHorns(found.read);
    return found === undefined ? {} : { repaired: found.disguise };
  }

  #checkHorns(texts: readonly string[]): void {
    const lines = [...this.#scan.words.values()];
    const lost = lostHorns(texts).map((at) => lines[at] ?? 0);
    if (lost.length > 0) this.#damage(Math.min(...lost), 'letter');
  }
}

/** What the bytes of a file show without knowing their encoding; memory does not grow with the file. */
class Scan {
  /** Words with a byte outside ASCII, as Latin-1 text, and the line of the first of each. */
  readonly words = new Map<string, number>();
  line = 1;
  /** Lines of the first bad UTF-8 sequence, U+FFFD and lost letter; 0 where there is none. */
  badLine = 0;
  replacementLine = 0;
  firstMarkLine = 0;
  readonly #first = new Uint32Array(256);
  #previous = 0;
  /** The word, and the UTF-8 sequence, at which the last chunk broke off. */
  #word: Buffer = NOTHING;
  #tail: Buffer = NOTHING;
  #words = 0;
  #lookedAt = 0;
  #marks = 0;
  /** Sequences of UTF-8, those of the Vietnamese block among them, and bytes that begin none. */
  #valid = 0;
  #vietnamese = 0;
  #bad = 0;

  write(chunk: Buffer): void {
    const line = this.line;
    const previous = this.#previous;
    const leads = this.#readBytes(chunk);
    const joined = this.#tail.length === 0 ? chunk : Buffer.concat([this.#tail, chunk]);
    const whole = joined.subarray(0, joined.length - brokenOff(joined));
    this.#tail = Buffer.from(joined.subarray(whole.length));
    if (isUtf8(whole)) this.#valid += leads;
    else this.#readSequences(whole, line, previous);
    const at = this.replacementLine > 0 ? -1 : whole.indexOf(REPLACEMENT);
    if (at >= 0) this.replacementLine = lineAt(whole, at, line, previous);
  }

  end(): void {
    if (this.#looks()) this.#keepWord(NOTHING, this.line);
  }

  firstLine(byte: number): number {
    return this.#first[byte] ?? 0;
  }

  isAscii(): boolean {
    return this.#first.subarray(0x80).every((line) => line === 0);
  }

  isCut(): boolean {
    return this.#tail.length > 0;
  }

  isMostlyUtf8(): boolean {
    const lost = this.#bad + (this.isCut() ? 1 : 0);
    return lost === 0 || this.#valid > lost;
  }

  /** Unicode text with more Vietnamese letters than such marks could have kept them all: the writer typed the marks. */
  hasLostLetters(unicode: boolean): boolean {
    const many = this.#marks >= MARKS_MIN && this.#marks * MARKS_WORDS >= this.#words;
    return many && !(unicode && this.#vietnamese > this.#marks);
  }

  /** Lines, words and marks; gives the number of bytes that may begin a UTF-8 sequence. One loop: files are large. */
  #readBytes(chunk: Buffer): number {
    const first = this.#first;
    let line = this.line;
    let previous = this.#previous;
    let words = 0;
    let leads = 0;
    let vietnamese = 0;
    let start = IN_WORD[previous] === 1 ? 0 : -1;
    let special = start === 0 && this.#word.some(isSpecial);
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (first[byte] === 0) first[byte] = line;
      if (IN_WORD[byte] === 1) {
        if (start < 0) {
          start = at;
          words += 1;
          if (previous === QUESTION) this.#mark(line);
        }
        if (isSpecial(byte)) {
          special = true;
          if (byte >= 0xc0) leads += 1;
          if (byte === 0xe1) vietnamese += 1;
        }
      } else {
        if (start >= 0) {
          if (special && this.#looks()) this.#keepWord(chunk.subarray(start, at), line);
          else if (this.#word !== NOTHING) this.#word = NOTHING;
          start = -1;
          special = false;
        }
        if (byte === CR || (byte === LF && previous !== CR)) line += 1;
      }
      previous = byte;
    }
    // Past the longest length kept, one byte more says that the word is too long.
    if (start >= 0)
      this.#word = Buffer.concat([this.#word, chunk.subarray(start)]).subarray(0, WORD_BYTES_MAX + 1);
    this.line = line;
    this.#previous = previous;
    this.#words += words;
    this.#vietnamese += vietnamese;
    return leads;
  }

  #mark(line: number): void {
    this.#marks += 1;
    if (this.firstMarkLine === 0) this.firstMarkLine = line;
  }

  #looks(): boolean {
    return this.#lookedAt < LOOKED_AT && this.words.size < SAMPLE_WORDS;
  }

  #keepWord(end: Buffer, line: number): void {
    const length = this.#word.length + end.length;
    const word = length > WORD_BYTES_MAX ? '' : this.#word.toString('latin1') + end.toString('latin1');
    this.#word = NOTHING;
    this.#lookedAt += 1;
    if (/[^\u0020-\u007f]/u.test(word) && !this.words.has(word)) this.words.set(word, line);
  }

  #readSequences(bytes: Buffer, line: number, previous: number): void {
    for (let at = 0; at < bytes.length;) {
      const length = sequenceLength(bytes, at);
      if (length > 1) this.#valid += 1;
      if (length === 0) {
        this.#bad += 1;
        if (this.badLine === 0) this.badLine = lineAt(bytes, at, line, previous);
      }
      at += Math.max(length, 1);
    }
  }
}

function isSpecial(byte: number): boolean {
  return byte >= 0x80 || byte < 0x20;
}

/** Length of the UTF-8 sequence at a place: 0 where it is none, -1 where the bytes end inside it. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next];
    if (byte === undefined) return -1;
    // Overlong forms, surrogates and what lies past U+10FFFF show in the second byte.
    const low = next > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = next > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return 0;
  }
  return length;
}

/** How many bytes at the end begin a UTF-8 sequence that is not whole. */
function brokenOff(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1)
    if (sequenceLength(bytes, bytes.length - back) === -1) return back;
  return 0;
}

function lineAt(bytes: Buffer, end: number, line: number, previous: number): number {
  let count = line;
  let before = previous;
  for (const byte of bytes.subarray(0, end)) {
    if (byte === CR || (byte === LF && before !== CR)) count += 1;
    before = byte;
  }
  return count;
}

function bomOf(head: Buffer): [Bom | undefined, number] {
  const start = head.toString('latin1', 0, 3);
  if (start === '\u00ef\u00bb\u00bf') return ['utf-8', 3];
  if (start.startsWith('\u00ff\u00fe')) return ['utf-16le', 2];
  return start.startsWith('\u00fe\u00ff') ? ['utf-16be', 2] : [undefined, 0];
}

/** UTF-16 without a byte order mark: zeros stand at every other place, on one side only. */
function zerosOf(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = (head.length / 2) * ZEROS_MIN;
  if (odd > enough && even * 10 < odd) return 'utf-16le';
  return even > enough && odd * 10 < even ? 'utf-16be' : undefined;
}

/**
 * Second pass: a decoder of chunks to composed text without byte order mark. It holds back what cannot be decoded yet:
 * a split character, the end of a word. The bytes are taken as sniffed: what the sniffer refuses is not refused again.
 */
export function textDecoder(reading: TextReading): { write(chunk: Buffer): string; end(): string } {
  const { encoding } = reading;
  const disguise = reading.repaired ?? (encoding === 'tcvn3' || encoding === 'vni' ? encoding : undefined);
  const charset = encoding in CHARSET ? CHARSET[encoding as EightBit] : encoding;
  const decoder = iconv.getDecoder(charset, { stripBOM: false });
  let held = '';
  let begun = false;
  const give = (text: string, last: boolean): string => {
    held += text;
    const cut = last ? held.length : wordsEnd(held);
    const whole = held.slice(0, cut);
    held = held.slice(cut);
    const read = disguise === undefined ? whole.normalize('NFC') : unmask(whole, disguise);
    const mark = !begun && read.startsWith('\ufeff');
    begun ||= read !== '';
    return mark ? read.slice(1) : read;
  };
  return {
    write: (chunk) => give(decoder.write(chunk), false),
    end: () => give(decoder.end() ?? '', true),
  };
}
