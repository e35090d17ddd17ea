import { dataPath } from '../../files/data.ts';

export type Weight = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** Of one size with Times New Roman, so that a paper breaks its lines as its workbook does. */
const FILES: { readonly [W in Weight]: string } = {
  regular: 'fonts/LiberationSerif-Regular.ttf',
  bold: 'fonts/LiberationSerif-Bold.ttf',
  italic: 'fonts/LiberationSerif-Italic.ttf',
  boldItalic: 'fonts/LiberationSerif-BoldItalic.ttf',
};

export function fontPath(weight: Weight): string {
  return dataPath(FILES[weight]);
}

/** Stands for every character that the font lacks: a white square. */
const MISSING = 0x25a1;
/** Shown as plain spaces: a reader who searches types no other. */
const SPACES: ReadonlySet<number> = new Set([0xa0, 0x2007, 0x202f]);

/** What the library keeps of an embedded font. */
interface EmbeddedFont {
  readonly id: string;
  readonly font: { hasGlyphForCodePoint(code: number): boolean };
  encode(text: string): [hex: string[], positions: { advanceWidth: number }[]];
  ref(): unknown;
}

interface Glyph {
  /** Its number in the embedded font, four hex digits. */
  readonly hex: string;
  /** In thousandths of the font's size. */
  readonly width: number;
}

/** One cut of the font in one document; each character is laid out once, whatever it stands in. */
export interface Face {
  readonly font: EmbeddedFont;
  readonly glyph: (code: number) => Glyph;
}

/** Where the library keeps the font that was named last. */
const FONT = '_font';

/** The cuts of the font, each opened when it is first needed. */
export function openFaces(document: PDFKit.PDFDocument): (weight: Weight) => Face {
  const faces = new Map<Weight, Face>();
  return (weight) => {
    let face = faces.get(weight);
    if (face === undefined) {
      document.font(fontPath(weight));
      face = faceOf((document as unknown as { readonly [FONT]: EmbeddedFont })[FONT]);
      faces.set(weight, face);
    }
    return face;
  };
}

function faceOf(font: EmbeddedFont): Face {
  const glyphs = new Map<number, Glyph>();
  const glyph = (code: number): Glyph => {
    let known = glyphs.get(code);
    if (known === undefined) {
      const shownAs = SPACES.has(code) ? 0x20 : font.font.hasGlyphForCodePoint(code) ? code : MISSING;
      const [hex, positions] = font.encode(String.fromCodePoint(shownAs));
      known = { hex: hex.join(''), width: positions.reduce((all, each) => all + each.advanceWidth, 0) };
      glyphs.set(code, known);
    }
    return known;
  };
  return { font, glyph };
}

/** Printable letters of the Latin blocks are one character each and need no cleaning. */
const PLAIN = /^[\n\x20-\x7e\xa1-\xac\xae-\u024f\u1e00-\u1eff]*$/;

/**
 * Text as it can be printed: letters and their marks as one character where there is one; no controls, nothing that turns
 * the writing around or has no width. Line ends stay.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\t\v\f]/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, '');
}

/** The width of printable text in one line, in points. */
export function widthOfText(face: Face, size: number, text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    width += face.glyph(code).width;
  }
  return (width * size) / 1000;
}

/** The glyphs of printable text, as the content of a page names them. */
export function hexOf(face: Face, text: string): string {
  let hex = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    hex += face.glyph(code).hex;
  }
  return hex;
}

/**
 * Breaks text into lines no wider than `width` points: between words, at its own line ends, and inside a word that is
 * wider than a whole line, after one of its own signs where there is one. The first line may be shorter by an indent.
 */
export function wrap(face: Face, size: number, text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  const space = widthOfText(face, size, ' ');
  for (const paragraph of printable(text).split('\n')) {
    let line = '';
    let used = lines.length === 0 ? indent : 0;
    for (const whole of paragraph.split(' ')) {
      let word = whole;
      let needed = widthOfText(face, size, word);
      if (line !== '' && used + space + needed > width) {
        lines.push(line);
        line = '';
        used = 0;
      }
      const begins = line === '';
      while (used + needed > width && word.length > 1) {
        if (!begins) break;
        const piece = breakWord(face, size, word, width - used);
        lines.push(piece);
        word = word.slice(piece.length);
        needed = widthOfText(face, size, word);
        used = 0;
      }
      used += needed + (begins ? 0 : space);
      line = begins ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/** As much of a word as fits, at least one character. */
function breakWord(face: Face, size: number, word: string, width: number): string {
  let used = 0;
  let end = 0;
  let sign = 0;
  for (const letter of word) {
    used += widthOfText(face, size, letter);
    if (used > width && end > 0) break;
    end += letter.length;
    if (end < word.length && '-/.,;_'.includes(letter)) sign = end;
  }
  return word.slice(0, sign > 0 ? sign : Math.min(end, word.length));
}
