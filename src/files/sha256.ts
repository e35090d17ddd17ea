import { hash } from 'node:crypto';

/** How many digests lie in one buffer; one of its own for each takes three times as long as the hashing. */
const POOLED = 256;
const BYTES = 32;

let pool = Buffer.alloc(0);
let free = 0;
let scratch = Buffer.allocUnsafeSlow(1 << 12);

/** SHA-256 of a text's UTF-8 bytes, after those of a salt where there is one. */
export function sha256(text: string, salt?: Uint8Array): Buffer {
  if (free === pool.length) {
    pool = Buffer.allocUnsafeSlow(POOLED * BYTES);
    free = 0;
  }
  const digest = pool.subarray(free, (free += BYTES));
  digest.write(hash('sha256', salt === undefined ? text : joined(salt, text), 'binary'), 'latin1');
  return digest;
}

function joined(salt: Uint8Array, text: string): Buffer {
  // A UTF-16 unit is three bytes at most.
  const most = salt.length + 3 * text.length;
  if (most > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * most);
  scratch.set(salt);
  return scratch.subarray(0, salt.length + scratch.write(text, salt.length));
}
