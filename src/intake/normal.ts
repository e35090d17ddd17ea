import { createHash } from 'node:crypto';
import { canonical, type Field } from '../domain/form.ts';
import { sha256 } from '../files/sha256.ts';

const WORDS = 4;
const HALF = 2 ** 32;

/** Bytes of a row's print: enough to tell a million rows apart. */
const PRINT_BYTES = 16;

/**
 * A list's normal form: what its rows say, whatever the file's form or the order of its rows. Two files of one normal
 * form are one document. Row digests are added up, so nothing is held and order does not matter; equal rows count.
 */
export class NormalForm {
  /** Four words of 64 bits, each added by itself: as good for telling lists apart, and without a long addition a row. */
  readonly #sums = new Uint32Array(2 * WORDS);
  #rows = 0;

  /** Adds a row; gives its print, by which the row is known again in another list. */
  add(fields: readonly Field[]): Buffer {
    const digest = sha256(canonical('row', fields));
    for (let at = 0; at < 2 * WORDS; at += 2) {
      const low = (this.#sums[at] ?? 0) + digest.readUInt32LE(4 * at);
      this.#sums[at] = low;
      this.#sums[at + 1] = (this.#sums[at + 1] ?? 0) + digest.readUInt32LE(4 * at + 4) + (low < HALF ? 0 : 1);
    }
    this.#rows += 1;
    return digest.subarray(0, PRINT_BYTES);
  }

  digest(): Buffer {
    return createHash('sha256')
      .update(`${this.#rows} ${new BigUint64Array(this.#sums.buffer).join(' ')}`)
      .digest();
  }
}
