/** A digest as people and files have it. It stands apart from what makes digests: that loads all of `node:crypto`. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
