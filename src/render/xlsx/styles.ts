import type { StyleName } from '../papers/workbook.ts';
import { escapeXml } from './xml.ts';

export const FACE = 'Times New Roman';
/** Of the cells of a table, in points. */
export const FACE_SIZE = 11;
export const TEXT = '@';
export const AMOUNT = '#,##0';
export const DAY = 'dd/mm/yyyy';
export const COUNT = '0';

/** How a cell looks. What is left out is as its named style has it. */
export interface Look {
  readonly style?: StyleName;
  readonly size?: number;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly color?: string;
  /** Colour of the ground, as RRGGBB. */
  readonly fill?: string;
  /** A thin line on each side, or a hairline below. */
  readonly border?: 'thin' | 'hair' | 'none';
  readonly format?: string;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify';
  readonly vertical?: 'top' | 'middle';
  readonly wrap?: boolean;
}

/** What each named style stands for. */
const NAMED: { readonly [K in StyleName]: Look } = {
  letterhead: { size: 12, horizontal: 'center', vertical: 'top', wrap: true, format: TEXT },
  title: { size: 15, bold: true, horizontal: 'center', wrap: true, format: TEXT },
  subtitle: { size: 12, italic: true, horizontal: 'center', wrap: true, format: TEXT },
  stamp: { size: 28, bold: true, color: 'C00000', horizontal: 'center', wrap: true, format: TEXT },
  heading: {
    size: 11,
    bold: true,
    horizontal: 'center',
    wrap: true,
    border: 'thin',
    fill: 'EDEDED',
    format: TEXT,
  },
  mark: { size: 9, italic: true, horizontal: 'center', border: 'thin', format: TEXT },
  text: { size: 11, horizontal: 'left', wrap: true, border: 'thin', format: TEXT },
  code: { size: 11, horizontal: 'center', wrap: true, border: 'thin', format: TEXT },
  day: { size: 11, horizontal: 'center', border: 'thin', format: DAY },
  amount: { size: 11, horizontal: 'right', border: 'thin', format: AMOUNT },
  count: { size: 11, horizontal: 'right', border: 'thin', format: COUNT },
  group: { size: 11, bold: true, horizontal: 'left', wrap: true, border: 'thin', format: TEXT },
  stated: { size: 11, bold: true, horizontal: 'right', border: 'thin', format: AMOUNT },
  subtotal: { size: 11, bold: true, horizontal: 'right', border: 'thin', format: AMOUNT },
  total: { size: 11, bold: true, horizontal: 'right', border: 'thin', format: AMOUNT },
  note: { size: 12, italic: true, horizontal: 'left', wrap: true, format: TEXT },
  paragraph: { size: 12, horizontal: 'justify', wrap: true, format: TEXT },
  field: { size: 12, horizontal: 'left', wrap: true, format: TEXT },
  signature: { size: 12, horizontal: 'center', vertical: 'top', wrap: true, format: TEXT },
};

/** Formats that the format itself numbers; others are numbered from 164. */
const BUILT_IN = new Map([
  ['', 0],
  [COUNT, 1],
  [AMOUNT, 3],
  [TEXT, 49],
]);
const FIRST_FORMAT = 164;
const BORDERS = { none: '', thin: 'thin', hair: 'hair' } as const;

/** The looks of a workbook's cells, each written once. */
export class Styles {
  readonly #names: { readonly [K in StyleName]: string } | undefined;
  readonly #fonts = new Numbered();
  readonly #fills = new Numbered();
  readonly #borders = new Numbered();
  readonly #formats = new Numbered();
  readonly #cells = new Numbered();
  readonly #named: string[] = [];
  readonly #ids = new Map<string, number>();

  /** The names are the language's; a workbook of no paper has none. */
  constructor(names?: { readonly [K in StyleName]: string }) {
    this.#names = names;
    // Widths of columns are counted in digits of this font: one that every machine has, or one as wide.
    this.#fonts.of(`<font><sz val="${FACE_SIZE}"/><name val="${FACE}"/></font>`);
    this.#fills.of('<fill><patternFill patternType="none"/></fill>');
    this.#fills.of('<fill><patternFill patternType="gray125"/></fill>');
    this.#borders.of(borderXml('none'));
    this.#cells.of(PLAIN);
    if (names !== undefined) for (const style of styleNames()) this.#named.push(this.#format(NAMED[style]));
  }

  /** The number by which cells of this look are written. */
  id(look: Look): number {
    const key = JSON.stringify(look);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const named = look.style === undefined ? -1 : styleNames().indexOf(look.style);
    const base = look.style === undefined ? {} : NAMED[look.style];
    const made = this.#cells.of(
      `${this.#format({ ...base, ...look })} xfId="${this.#names === undefined ? 0 : named + 1}"${alignmentOf({ ...base, ...look })}`,
    );
    this.#ids.set(key, made);
    return made;
  }

  #format(look: Look): string {
    const { size, bold, italic, color, fill, border = 'none', format = '' } = look;
    const font =
      size === undefined && color === undefined
        ? 0
        : this.#fonts.of(
            `<font>${bold === true ? '<b/>' : ''}${italic === true ? '<i/>' : ''}<sz val="${size ?? FACE_SIZE}"/>${
              color === undefined ? '' : `<color rgb="FF${color}"/>`
            }<name val="${FACE}"/></font>`,
          );
    const ground =
      fill === undefined
        ? 0
        : this.#fills.of(
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`,
          );
    const numFmt = BUILT_IN.get(format) ?? FIRST_FORMAT + this.#formats.of(format);
    return (
      `numFmtId="${numFmt}" fontId="${font}" fillId="${ground}" borderId="${this.#borders.of(borderXml(border))}"` +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
    );
  }

  xml(): string {
    const formats = this.#formats.all.map(
      (format, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${escapeXml(format)}"/>`,
    );
    const named = this.#named.map((format, at) => {
      const style = styleNames()[at];
      return `<xf ${format}${alignmentOf(style === undefined ? {} : NAMED[style])}`;
    });
    const names = this.#names;
    const said =
      names === undefined
        ? []
        : styleNames().map((style, at) => `<cellStyle name="${escapeXml(names[style])}" xfId="${at + 1}"/>`);
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (formats.length === 0 ? '' : counted('numFmts', formats)) +
      counted('fonts', this.#fonts.all) +
      counted('fills', this.#fills.all) +
      counted('borders', this.#borders.all) +
      counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>', ...named]) +
      counted(
        'cellXfs',
        this.#cells.all.map((xf) => `<xf ${xf}`),
      ) +
      counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>', ...said]) +
      '</styleSheet>'
    );
  }
}

const PLAIN = 'numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';

function styleNames(): StyleName[] {
  return Object.keys(NAMED) as StyleName[];
}

/** The end of an `xf` element. */
function alignmentOf({ horizontal, vertical = 'middle', wrap }: Look): string {
  if (horizontal === undefined) return '/>';
  const place = vertical === 'middle' ? 'center' : 'top';
  return `><alignment horizontal="${horizontal}" vertical="${place}"${wrap === true ? ' wrapText="1"' : ''}/></xf>`;
}

function borderXml(border: keyof typeof BORDERS): string {
  const side = (name: string, drawn: boolean) =>
    drawn ? `<${name} style="${BORDERS[border]}"/>` : `<${name}/>`;
  const all = border === 'thin';
  return `<border>${side('left', all)}${side('right', all)}${side('top', all)}${side('bottom', border !== 'none')}<diagonal/></border>`;
}

function counted(name: string, elements: readonly string[]): string {
  return `<${name} count="${elements.length}">${elements.join('')}</${name}>`;
}

/** Things numbered in the order they were first met. */
class Numbered {
  readonly #numbers = new Map<string, number>();

  of(thing: string): number {
    const known = this.#numbers.get(thing);
    if (known !== undefined) return known;
    this.#numbers.set(thing, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get all(): string[] {
    return [...this.#numbers.keys()];
  }
}
