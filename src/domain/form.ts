/** A field of a canonical text: a code, day, whole number or hex digest. People's text enters as a salted digest only. */
export type Field = string | number | undefined;

const FORM_VERSION = 4;

/** What stands before a field of so many units, as long as most fields are. */
const BEFORE = Array.from({ length: 80 }, (_, length) => `;${length}:`);

/**
 * The canonical text of a row, from whose UTF-8 bytes its digest is made: a version, then each field with its length in
 * UTF-16 units before it. Two different rows never give one text, whatever marks stand in their fields.
 */
export function canonical(kind: string, fields: readonly Field[]): string {
  return withFields(`${FORM_VERSION}:${kind}`, fields);
}

/** A canonical text with more fields: rows of one table begin alike. */
export function withFields(begun: string, fields: readonly Field[]): string {
  let text = begun;
  for (const field of fields) {
    if (field === undefined) text += ';-';
    else {
      const value = typeof field === 'number' ? String(field) : field;
      text += BEFORE[value.length] ?? `;${value.length}:`;
      text += value;
    }
  }
  return text;
}

/** A month's head, short enough for the minute book: its first 8 bytes in four groups of four hex digits. */
export function shortHead(digest: string): string {
  return (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
