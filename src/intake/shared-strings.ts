import { refuse } from '../domain/failure.ts';
import type { Attributes, XmlHandler } from './workbook-xml.ts';

/** What Excel lets a cell hold, and what that may take as `_x000D_` escapes. */
export const CELL_MAX = 32_767;
const RAW_MAX = CELL_MAX * 7;

/** All shared strings together, in bytes as held. */
const HELD_MAX = 64 * 1024 * 1024;
const BLOCK = 1024 * 1024;
/** What a string takes beside its text: its length and its place. */
const OVERHEAD = 8;

/** A piece of a cell's text; `font` only where the piece has its own. */
export interface Run {
  readonly font?: string | undefined;
  readonly text: string;
}

/** Gathers a string item: its text, or its runs; phonetic hints are left out. */
export class StringItem {
  readonly #file: string;
  #runs: Run[] = [];
  #font: string | undefined;
  #text = '';
  #length = 0;
  #inText = false;
  #phonetic = false;

  constructor(file: string) {
    this.#file = file;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 't') this.#inText = !this.#phonetic;
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 'r') this.#font = undefined;
    else if (name === 'rFont') this.#font = attributes['val']?.slice(0, 64);
  }

  text(text: string): void {
    if (!this.#inText) return;
    this.#length += text.length;
    if (this.#length > RAW_MAX) tooLong(this.#file);
    this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false;
    if (name !== 't' || !this.#inText) return;
    this.#inText = false;
    if (this.#text === '') return;
    const last = this.#runs.at(-1);
    // A letter of two characters may stand in two runs of one font.
    if (last !== undefined && last.font === this.#font) {
      this.#runs[this.#runs.length - 1] = {
        font: last.font,
        text: last.text + this.#text,
      };
    } else this.#runs.push({ font: this.#font, text: this.#text });
    this.#text = '';
  }

  /** The item's runs, escapes read; the next item may follow. Refuses input.hostile cell. */
  take(): readonly Run[] {
    const runs = this.#runs.map(({ font, text }) => ({
      font,
      text: unescaped(text),
    }));
    const length = runs.reduce((sum, run) => sum + run.text.length, 0);
    if (length > CELL_MAX) tooLong(this.#file);
    this.#runs = [];
    this.#font = undefined;
    this.#text = '';
    this.#length = 0;
    this.#inText = false;
    this.#phonetic = false;
    return runs;
  }
}

export function tooLong(file: string): never {
  return refuse('input.hostile', { file, what: 'cell' });
}

/** `_x000D_` is how a workbook writes what XML cannot hold; `_x005F_` keeps such a word as it is. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, digits: string) =>
    String.fromCharCode(Buffer.from(digits, 'hex').readUInt16BE(0)),
  );
}

/**
 * A workbook's shared strings, held as UTF-8 outside the heap: a million of them cost their bytes and no more. A string
 * of several fonts is held as JSON of its runs.
 */
export class SharedStrings {
  readonly #file: string;
  readonly #blocks: Buffer[] = [];
  #used = BLOCK;
  #places = new Uint32Array(1024);
  #count = 0;
  #held = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add(runs: readonly Run[]): void {
    const plain = runs.every((run) => run.font === undefined);
    const text = plain ? (runs[0]?.text ?? '') : JSON.stringify(runs);
    const bytes = Buffer.byteLength(text);
    this.#held += bytes + OVERHEAD;
    if (this.#held > HELD_MAX) {
      refuse('input.size', {
        file: this.#file,
        bytes: this.#held,
        limit: HELD_MAX,
      });
    }
    const block = this.#room(bytes + 4);
    block.writeUInt32LE(bytes * 2 + (plain ? 0 : 1), this.#used);
    block.write(text, this.#used + 4, 'utf8');
    if (this.#count === this.#places.length) {
      const places = new Uint32Array(this.#places.length * 2);
      places.set(this.#places);
      this.#places = places;
    }
    this.#places[this.#count] = (this.#blocks.length - 1) * BLOCK + this.#used;
    this.#count += 1;
    this.#used += bytes + 4;
  }

  /** Undefined where the index is out of range. */
  get(index: number): readonly Run[] | undefined {
    if (index >= this.#count) return undefined;
    const place = this.#places[index] ?? 0;
    const block = this.#blocks[Math.floor(place / BLOCK)];
    if (block === undefined) return undefined;
    const at = place % BLOCK;
    const head = block.readUInt32LE(at);
    const text = block.toString('utf8', at + 4, at + 4 + (head >>> 1));
    return (head & 1) === 0 ? [{ text }] : (JSON.parse(text) as readonly Run[]);
  }

  /** The block to write to, at #used. A string longer than a block has one of its own. */
  #room(bytes: number): Buffer {
    const last = this.#blocks.at(-1);
    if (last !== undefined && this.#used + bytes <= last.length) return last;
    const block = Buffer.allocUnsafe(Math.max(BLOCK, bytes));
    this.#blocks.push(block);
    this.#used = 0;
    return block;
  }
}

/** Reads the part of shared strings into `strings`. */
export function sharedStringsHandler(file: string, strings: SharedStrings): XmlHandler {
  const item = new StringItem(file);
  return {
    open: (name, attributes, depth) => {
      if (depth > 2) item.open(name, attributes);
    },
    text: (text) => item.text(text),
    close: (name, depth) => {
      if (depth > 2) item.close(name);
      else if (depth === 2 && name === 'si') strings.add(item.take());
    },
  };
}
