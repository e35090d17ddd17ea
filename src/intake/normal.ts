import { createHash } from 'node:crypto';
import { canonical, type Field } from '../domain/form.ts';

const WORDS = 4;

/** Bytes of a row's print: enough to tell a million rows apart. */
const PRINT_BYTES = 16;

/**
 * A list's normal form: what its rows say, whatever the file's form or the order of its rows. Two files of one normal
 * form are one document. Row digests are added up, so nothing is held and order does not matter; equal rows count.
 */
export class NormalForm {
  readonly #sums = new BigUint64Array(WORDS);
  #rows = 0;

  /** Adds a row; gives its print, by which the row is known again in another list. */
  add(fields: readonly Field[]): Buffer {
    const digest = createHash('sha256').update(canonical('row', fields)).digest();
    // Four words of 64 bits, each added by itself: as good for telling lists apart, and without a long addition a row.
    for (let at = 0; at < WORDS; at++) {
      this.#sums[at] = (this.#sums[at] ?? 0n) + digest.readBigUInt64LE(at * 8);
    }
    this.#rows += 1;
    return digest.subarray(0, PRINT_BYTES);
  }

  digest(): Buffer {
    return createHash('sha256')
      .update(`${this.#rows} ${this.#sums.join(' ')}`)
      .digest();
  }
}
