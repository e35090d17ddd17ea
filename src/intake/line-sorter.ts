import { fold } from '../domain/name.ts';
import { isBlank, isFormula, textOf, type GridRow } from './cell.ts';
import {
  isClosingLabel,
  isOpeningLabel,
  isPageLabel,
  isPartTotalLabel,
  isTotalLabel,
  isWordsLabel,
} from './labels.ts';
import type { FieldName } from './table.ts';

type LineKind = 'row' | 'total' | 'words' | 'opening' | 'closing';

export interface TableLine {
  readonly kind: LineKind;
  readonly row: GridRow;
}

/** Lines that are no data, counted for the preview. */
export interface Skipped {
  titles: number;
  pages: number;
  totals: number;
}

/** Figures, with at most a currency or unit word after them; a date in words is none. */
const AMOUNT = /^[^\p{L}]*\d[^\p{L}]*(\p{L}{0,6}\.?)(\s\p{L}{1,5}\.?)?$/u;

/**
 * Tells data from what a list holds beside it: totals, amounts in words, group titles, page rows, headings repeated on
 * each page, and what stands below the last total (signatures, places and dates). A row that may be data is data.
 */
export class LineSorter {
  readonly skipped: Skipped = { titles: 0, pages: 0, totals: 0 };
  readonly #texts: readonly string[];
  readonly #columns: ReadonlyMap<FieldName, number>;
  readonly #amountsAt: readonly number[];
  #below = false;

  constructor(
    texts: readonly string[],
    columns: ReadonlyMap<FieldName, number>,
    amountsAt: readonly number[],
  ) {
    this.#texts = texts.map(fold);
    this.#columns = columns;
    this.#amountsAt = amountsAt;
  }

  begin(): void {
    this.#below = false;
    Object.assign(this.skipped, { titles: 0, pages: 0, totals: 0 });
  }

  /** Undefined for a line that says nothing. */
  sort(row: GridRow): LineKind | undefined {
    if (row.cells.every(isBlank)) return undefined;
    const own = this.#isOwn(row);
    const amount = this.#hasAmount(row);
    if (!own) {
      if (row.cells.some(isWordsLabel) && !amount) return 'words';
      if (row.cells.some(isOpeningLabel)) return 'opening';
      if (row.cells.some(isClosingLabel)) return 'closing';
      if (row.cells.some(isTotalLabel) || (this.#mayBePart && row.cells.some(isPartTotalLabel))) {
        this.#below = true;
        this.skipped.totals += 1;
        return amount ? 'total' : undefined;
      }
      if (this.#below && this.#isFooter(row, amount)) return undefined;
      if (this.#isPageRow(row)) {
        this.skipped.pages += 1;
        return undefined;
      }
      if (this.#isTitle(row)) {
        this.skipped.titles += 1;
        return undefined;
      }
    }
    return 'row';
  }

  #at(field: FieldName, row: GridRow): string {
    return textOf(row.cells[this.#columns.get(field) ?? -1]);
  }

  /** A donor may be called "Total": a row with a number, day or code of its own is data, whatever it says. */
  #isOwn(row: GridRow): boolean {
    if (this.#isIndex(row)) return false;
    const code = this.#at('code', row);
    return (
      /^\d+\.?$/.test(this.#at('ordinal', row)) ||
      /\d/.test(this.#at('day', row)) ||
      (/^\S+$/.test(code) && !isTotalLabel(code))
    );
  }

  #hasAmount(row: GridRow): boolean {
    return this.#amountsAt.some(
      (place) => AMOUNT.test(textOf(row.cells[place])) || isFormula(row.cells[place]),
    );
  }

  /** Where rows have numbers or days of their own, one without may be the total of a part. */
  get #mayBePart(): boolean {
    return this.#columns.has('ordinal') || this.#columns.has('day');
  }

  /** Below a total, a row without an amount is a signature, a place and date, or a note; in a roll, one without a unit. */
  #isFooter(row: GridRow, amount: boolean): boolean {
    return this.#amountsAt.length > 0 ? !amount : this.#at('unit', row) === '';
  }

  /** `Trang 2/5`, the heading once more, or the line `(1) (2) (3)` under it. */
  #isPageRow(row: GridRow): boolean {
    if (this.#isIndex(row)) return true;
    const cells = row.cells.map(textOf).filter((text) => text !== '');
    if (cells.length === 1 && isPageLabel(cells[0])) return true;
    const same = row.cells.filter((cell, at) => !isBlank(cell) && fold(textOf(cell)) === this.#texts[at]);
    return same.length > 1 && same.length === cells.length;
  }

  #isIndex(row: GridRow): boolean {
    const cells = row.cells.map(textOf).filter((text) => text !== '');
    return (
      cells.length > 2 &&
      cells.every(
        (text, at) => text === `(${at + 1})` || text === String(at + 1) || /^\(?[A-E]\)?$/.test(text),
      ) &&
      cells.length >= this.#texts.filter((text) => text !== '').length - 1
    );
  }

  /** `I. Khối bệnh viện`: words in the column of numbers, or a Roman number there, and no amount. */
  #isTitle(row: GridRow): boolean {
    const ordinal = this.#columns.get('ordinal');
    if (ordinal === undefined || this.#hasAmount(row)) return false;
    const filled = row.cells.filter((cell) => !isBlank(cell)).length;
    return filled <= 2 && !isBlank(row.cells[ordinal]) && !/^\d/.test(textOf(row.cells[ordinal]));
  }
}
