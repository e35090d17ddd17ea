import { eastAsianWidth } from 'get-east-asian-width';

/** Vietnamese in NFC ends here; nothing up to it is wide, and only U+0300–U+036F takes no column. */
const LATIN_END = 0x1eff;
/** Letters of one column each, all of composed Vietnamese and its dashes and quotes among them. */
const NARROW = /^[\u0020-\u02ff\u1e00-\u1eff\u2010-\u2027]*$/;

/** Columns a text takes on a terminal. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    if (point <= LATIN_END) width += point >= 0x300 && point <= 0x36f ? 0 : 1;
    else if (!/\p{M}|\p{Cf}/u.test(letter)) width += eastAsianWidth(point);
  }
  return width;
}
