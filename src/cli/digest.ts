import { createHash } from 'node:crypto';

/** SHA-256 of some text, in hexadecimal: lent to what may not know where digests come from. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
