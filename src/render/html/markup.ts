/** A piece of HTML that is written as it stands; every other value is text and is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Piece = Markup | string | number | undefined | readonly Piece[];

/** Control characters, and marks that turn the direction of what follows: no letters, and not allowed to act on a page. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for between tags and for an attribute in quotes. Line ends stay. */
export function escapeHtml(text: string): string {
  return plain(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
}

/** Text without what is no letter. */
export function plain(text: string): string {
  return text.replace(UNSAFE, (mark) => (mark === '\n' || mark === '\t' ? mark : ''));
}

/** HTML from a template: what is put in is escaped unless it is markup itself, and `undefined` is nothing. */
export function mark(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return new Markup(
    strings.reduce((text, each, at) => `${text}${each}${at < values.length ? written(values[at]) : ''}`, ''),
  );
}

function written(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(written).join('');
  return escapeHtml(String(piece));
}

/** A text as a string of CSS: each letter that could end it stands by its number. */
export function cssString(text: string): string {
  const safe = plain(text).replace(
    /[^\p{L}\p{N} .,:;()\u2013\u00b7-]/gu,
    (mark) => `\\${(mark.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${safe}"`;
}
