import type { Entry } from './archive.ts';
import { escapeXml, letters } from './xml.ts';

/** The most rows a sheet can have. */
export const ROWS_MAX = 1_048_576;
/** The most ends of pages a sheet can have. */
const BREAKS_MAX = 1_026;
/** Excel's tallest row, in points. */
const TALLEST = 409;
/** Letters gathered before they go out. */
const PIECE = 64 * 1024;
const A4 = 9;

export interface SheetShape {
  /** In the format's units: digits of its standard font. */
  readonly widths: readonly number[];
  /** How it is printed; a sheet to work on has no page. */
  readonly page?: PageShape | undefined;
  /** Whether some rows belong to a group. */
  readonly outlined?: boolean | undefined;
}

export interface PageShape {
  readonly wide: boolean;
  readonly onePage: boolean;
  /** With the format's own signs for the page's number, its font and its place. */
  readonly footer: string;
}

/**
 * A sheet whose rows go out as they come. What stands before them in the file (frozen rows, widths) must be said before
 * the first `drain`; what stands behind them is gathered.
 */
export class Worksheet {
  readonly name: string;
  readonly #entry: Entry;
  readonly #shape: SheetShape;
  readonly #merges: string[] = [];
  readonly #breaks: number[] = [];
  #text = '';
  #started = false;
  #last = 0;
  /** Rows kept in sight. */
  frozen = 0;
  /** Rows printed on every page. */
  repeated: readonly [first: number, last: number] | undefined;
  /** Printed on one page, a little smaller where it must be. */
  onePage: boolean;
  /** The rows of a list that may be filtered, its heading first. */
  filtered: readonly [first: number, last: number] | undefined;

  constructor(name: string, entry: Entry, shape: SheetShape) {
    this.name = name;
    this.#entry = entry;
    this.#shape = shape;
    this.onePage = shape.page?.onePage ?? false;
  }

  /** Adds a row below those there are. Height in points. */
  row(number: number, cells: string, height?: number, level = 0): void {
    const tall = height === undefined ? '' : ` ht="${Math.min(TALLEST, height)}" customHeight="1"`;
    this.#text += `<row r="${number}"${tall}${level === 0 ? '' : ` outlineLevel="${level}"`}>${cells}</row>`;
    this.#last = number;
  }

  merge(first: string, last: string): void {
    this.#merges.push(`<mergeCell ref="${first}:${last}"/>`);
  }

  /** The page ends below this row. */
  breakAfter(row: number): void {
    if (this.#breaks.length < BREAKS_MAX) this.#breaks.push(row);
  }

  /** Lets rows go out once there are many. */
  async drain(): Promise<void> {
    if (this.#text.length >= PIECE) await this.#flush();
  }

  async end(): Promise<void> {
    this.#text += this.#closing();
    await this.#flush();
    await this.#entry.end();
  }

  /** What the workbook says of this sheet by names. */
  names(): { readonly name: string; readonly ref: string; readonly hidden?: boolean }[] {
    if (this.#shape.page === undefined) return [];
    const at = quoted(this.name);
    const last = `$${letters(this.#shape.widths.length)}`;
    const filtered = this.filtered;
    return [
      ...(filtered === undefined
        ? []
        : [
            {
              name: '_xlnm._FilterDatabase',
              ref: `${at}!$A$${filtered[0]}:${last}$${filtered[1]}`,
              hidden: true,
            },
          ]),
      { name: '_xlnm.Print_Area', ref: `${at}!$A$1:${last}$${Math.max(1, this.#last)}` },
      ...(this.repeated === undefined
        ? []
        : [{ name: '_xlnm.Print_Titles', ref: `${at}!$${this.repeated[0]}:$${this.repeated[1]}` }]),
    ];
  }

  async #flush(): Promise<void> {
    const text = this.#started ? this.#text : this.#opening() + this.#text;
    this.#started = true;
    this.#text = '';
    await this.#entry.write(text);
  }

  #opening(): string {
    const { widths, page, outlined } = this.#shape;
    const pane =
      this.frozen === 0
        ? ''
        : `<pane ySplit="${this.frozen}" topLeftCell="A${this.frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
    const columns = widths
      .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
      .join('');
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
      (page === undefined
        ? ''
        : '<sheetPr><outlinePr summaryBelow="1"/><pageSetUpPr fitToPage="1"/></sheetPr>') +
      `<sheetViews><sheetView${page === undefined ? '' : ' showGridLines="0"'} workbookViewId="0">${pane}</sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="15"${outlined === true ? ' outlineLevelRow="1"' : ''}/>` +
      `<cols>${columns}</cols><sheetData>`
    );
  }

  #closing(): string {
    const { widths, page } = this.#shape;
    const filter =
      this.filtered === undefined
        ? ''
        : `<autoFilter ref="A${this.filtered[0]}:${letters(widths.length)}${this.filtered[1]}"/>`;
    const merges =
      this.#merges.length === 0
        ? ''
        : `<mergeCells count="${this.#merges.length}">${this.#merges.join('')}</mergeCells>`;
    return `</sheetData>${filter}${merges}${page === undefined ? '' : this.#printed(page)}</worksheet>`;
  }

  #printed({ wide, footer }: PageShape): string {
    const breaks = this.#breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`);
    return (
      '<printOptions horizontalCentered="1"/>' +
      '<pageMargins left="0.6" right="0.4" top="0.5" bottom="0.6" header="0.2" footer="0.3"/>' +
      `<pageSetup paperSize="${A4}" orientation="${wide ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="${this.onePage ? 1 : 0}"/>` +
      `<headerFooter><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>` +
      (breaks.length === 0
        ? ''
        : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join('')}</rowBreaks>`)
    );
  }
}

/** A sheet's name as formulas have it. */
export function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
