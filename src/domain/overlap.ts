/** Bytes of a print, by which a row is known again in another list: the beginning of a digest. */
const PRINT = 16;
const WORDS = PRINT / 4;

/**
 * The prints of a list's rows, 16 bytes each, found again among a million without an object for each. A row is a number,
 * counted from 0; equal rows are known by the first of them.
 */
export class Prints {
  #bytes = new Uint8Array(PRINT * 256);
  #words = new Uint32Array(this.#bytes.buffer);
  #length = 0;
  /** The first row of each print, plus one, where its first word says or on the next free place; made when first asked. */
  #slots: Uint32Array | undefined;
  /** The print that is looked for. */
  readonly #sought = new Uint8Array(PRINT);
  readonly #soughtWords = new Uint32Array(this.#sought.buffer);

  get length(): number {
    return this.#length;
  }

  push(print: Uint8Array): void {
    if (this.#bytes.length === PRINT * this.#length) {
      const grown = new Uint8Array(2 * this.#bytes.length);
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#words = new Uint32Array(grown.buffer);
    }
    this.#bytes.set(print, PRINT * this.#length);
    this.#length += 1;
    this.#slots = undefined;
  }

  at(row: number): Uint8Array {
    return this.#bytes.subarray(PRINT * row, PRINT * (row + 1));
  }

  /** The first row with this print; undefined where none has it. */
  find(print: Uint8Array): number | undefined {
    this.#sought.set(print);
    const found = this.#found(this.#soughtWords, 0);
    return found < 0 ? undefined : found;
  }

  /** How often each print comes, at its first row; of the rows taken (1), where that is said. */
  counts(taken?: Uint8Array): Uint32Array {
    const counts = new Uint32Array(this.#length);
    for (let row = 0; row < this.#length; row++) {
      if (taken !== undefined && taken[row] !== 1) continue;
      const first = this.#found(this.#words, row);
      counts[first] = (counts[first] ?? 0) + 1;
    }
    return counts;
  }

  /** Which rows are beyond some earlier ones (1 or 0): each earlier row takes away one equal row, the first first. */
  beyond(earlier: Iterable<Uint8Array>): Uint8Array {
    const left = new Uint32Array(this.#length);
    for (const print of earlier) {
      const first = this.find(print);
      if (first !== undefined) left[first] = (left[first] ?? 0) + 1;
    }
    const taken = new Uint8Array(this.#length);
    for (let row = 0; row < this.#length; row++) {
      const first = this.#found(this.#words, row);
      const count = left[first] ?? 0;
      if (count === 0) taken[row] = 1;
      else left[first] = count - 1;
    }
    return taken;
  }

  /** The first row whose print stands at a place of these words; -1 where none has it. */
  #found(words: Uint32Array, at: number): number {
    this.#slots ??= this.#indexed();
    return (this.#slots[this.#placeOf(this.#slots, words, at)] ?? 0) - 1;
  }

  #indexed(): Uint32Array {
    // At most half full, so that the next free place is near.
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * this.#length + 1)));
    for (let row = 0; row < this.#length; row++) {
      const place = this.#placeOf(slots, this.#words, row);
      if (slots[place] === 0) slots[place] = row + 1;
    }
    return slots;
  }

  /** The slot of a print, or the free one where it belongs. */
  #placeOf(slots: Uint32Array, words: Uint32Array, at: number): number {
    const mask = slots.length - 1;
    for (let place = (words[WORDS * at] ?? 0) & mask; ; place = (place + 1) & mask) {
      const found = slots[place] ?? 0;
      if (found === 0) return place;
      let word = 0;
      while (word < WORDS && this.#words[WORDS * (found - 1) + word] === words[WORDS * at + word]) word += 1;
      if (word === WORDS) return place;
    }
  }
}

/** How many rows of a new list stand already, by their prints and how often each comes, in one earlier list. */
export interface Overlap {
  readonly document: number;
  readonly rows: number;
  readonly documentRows: number;
}

/**
 * Compares a list with each earlier one as bags: a row that comes three times here and twice there overlaps twice.
 * `counts` says which rows of the list count (Prints.counts); earlier rows come list by list.
 */
export function overlaps(
  list: Prints,
  counts: Uint32Array,
  earlier: Iterable<{ readonly document: number; readonly fingerprint: Uint8Array }>,
): Overlap[] {
  const found: { document: number; rows: number; documentRows: number }[] = [];
  let current: (typeof found)[number] | undefined;
  const seen = new Uint32Array(list.length);
  let shared: number[] = [];
  for (const { document, fingerprint } of earlier) {
    if (current?.document !== document) {
      found.push((current = { document, rows: 0, documentRows: 0 }));
      for (const row of shared) seen[row] = 0;
      shared = [];
    }
    current.documentRows += 1;
    const first = list.find(fingerprint);
    if (first === undefined) continue;
    const times = (seen[first] ?? 0) + 1;
    if (times === 1) shared.push(first);
    seen[first] = times;
    if (times <= (counts[first] ?? 0)) current.rows += 1;
  }
  return found;
}

/** A list repeats an earlier one where more than half of the smaller of the two is in both. */
export function repeats(overlap: Overlap, rows: number): boolean {
  return overlap.rows * 2 > Math.min(rows, overlap.documentRows);
}
