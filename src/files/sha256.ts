import { hash } from 'node:crypto';

/**
 * SHA-256 of a text's UTF-8 bytes, after those of a salt where there is one. The digest comes as text and is put into
 * Node's own pool: asked for as a buffer it gets memory of its own, which takes three times as long as the hashing.
 */
export function sha256(text: string, salt?: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', salt === undefined ? text : joined(salt, text), 'binary'), 'latin1');
}

/** The same digest as text, for one that is only compared: a million buffers cost more than the hashing. */
export function hexSha256(text: string, salt?: Uint8Array): string {
  return hash('sha256', salt === undefined ? text : joined(salt, text));
}

function joined(salt: Uint8Array, text: string): Buffer {
  const bytes = Buffer.allocUnsafe(salt.length + Buffer.byteLength(text));
  bytes.set(salt);
  bytes.write(text, salt.length);
  return bytes;
}
