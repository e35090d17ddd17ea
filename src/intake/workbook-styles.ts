import { refuse } from '../domain/failure.ts';
import { isDayFormat, wholeOf } from './number-format.ts';
import type { XmlHandler } from './workbook-xml.ts';

/** Excel itself has at most 65,490 cell formats. */
const STYLES_MAX = 100_000;

/** What a cell's style says of its value. */
export interface CellStyle {
  readonly isDay: boolean;
  /** The font's name where it is one of the old Vietnamese ones. */
  readonly oldFont: string | undefined;
}

const PLAIN: CellStyle = { isDay: false, oldFont: undefined };

/** Fonts of before Unicode, which show other letters than the text has: TCVN3's begin with `.Vn`, VNI's with `VNI-`. */
export function isOldFont(font: string | undefined): font is string {
  return font !== undefined && /^(\.vn|vni-)/i.test(font);
}

/** A workbook's cell styles, filled as the part of styles is parsed. Without that part every style is plain. */
export class Styles implements XmlHandler {
  readonly #file: string;
  readonly #codes = new Map<number, string>();
  readonly #fonts: (string | undefined)[] = [];
  readonly #formats: { readonly format: number; readonly font: number }[] = [];
  readonly #known = new Map<number, CellStyle>();
  #list = '';
  #inFont = false;

  constructor(file: string) {
    this.#file = file;
  }

  /** The style of index `index`, which is what the cell's `s` says; 0 where it says nothing. */
  of(index: number): CellStyle {
    const known = this.#known.get(index);
    if (known !== undefined) return known;
    const xf = this.#formats[index];
    if (xf === undefined) return PLAIN;
    const font = this.#fonts[xf.font];
    const style = {
      isDay: isDayFormat(xf.format, this.#codes.get(xf.format)),
      oldFont: isOldFont(font) ? font : undefined,
    };
    this.#known.set(index, style);
    return style;
  }

  // cellStyleXfs has xf too and dxfs has fonts and formats: only the three lists count that cells point into.
  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void {
    if (depth === 2) this.#list = name;
    else if (depth === 3 && this.#list === 'fonts')
      this.#inFont = name === 'font' && this.#push(this.#fonts, undefined);
    else if (depth === 4 && this.#list === 'fonts') {
      if (this.#inFont && name === 'name')
        this.#fonts[this.#fonts.length - 1] = attributes['val']?.slice(0, 64);
    } else if (depth === 3 && this.#list === 'cellXfs' && name === 'xf') {
      this.#push(this.#formats, {
        format: wholeOf(attributes['numFmtId']) ?? 0,
        font: wholeOf(attributes['fontId']) ?? 0,
      });
    } else if (depth === 3 && this.#list === 'numFmts' && name === 'numFmt') {
      const id = wholeOf(attributes['numFmtId']);
      if (this.#codes.size >= STYLES_MAX) this.#damaged();
      // Excel's own codes have at most 255 characters.
      if (id !== undefined) this.#codes.set(id, (attributes['formatCode'] ?? '').slice(0, 1024));
    }
  }

  text(): void {}

  close(): void {}

  #push<T>(list: T[], item: T): true {
    if (list.length >= STYLES_MAX) this.#damaged();
    list.push(item);
    return true;
  }

  #damaged(): never {
    return refuse('input.format', { file: this.#file, found: 'xlsx' });
  }
}
