import { fold } from '../domain/name.ts';
import { isBlank, isDay, isFormula, isNumber, textOf, type GridRow } from './cell.ts';
import {
  goesOn,
  isBalanceLabel,
  isClosingLabel,
  isNoteLabel,
  isOpeningLabel,
  isOutgoLabel,
  isPageLabel,
  isSignature,
  isTotalLabel,
  isWordsLabel,
  mayBeTotalLabel,
  saysMoney,
} from './labels.ts';
import type { FieldName } from './table.ts';

/**
 * `total`: a printed sum of the rows above. `maybe`: one only if its amount is that sum; else nobody knows what it is.
 * `group`: a title with the sum of the rows below it. `unclear`: an amount in a row that has no number, in a numbered list.
 */
type LineKind = 'row' | 'total' | 'maybe' | 'group' | 'unclear' | 'words' | 'opening' | 'closing';

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

/** `1`, `1.`, `1)`, `1.2`, `1a`. */
const NUMBER = /^\d+([.\-/]\d+)*[a-z]?[.)/-]?$/i;

const WHO: readonly FieldName[] = ['name', 'unit', 'unitName', 'memo', 'counter', 'fund'];

/**
 * Tells data from what a list holds beside it: totals, amounts in words, group titles, page rows, headings repeated on
 * each page, signatures. A row is left out only where that is sure; an amount never is without being held against a sum.
 */
export class LineSorter {
  readonly skipped: Skipped = { titles: 0, pages: 0, totals: 0 };
  /** The heading, and each line of it. */
  readonly #headings: readonly (readonly string[])[];
  readonly #columns: ReadonlyMap<FieldName, number>;
  readonly #amountsAt: readonly number[];
  /** A bank's lines are told by their days and balances, and have no groups. */
  readonly #isStatement: boolean;
  #below = false;
  #numbered = false;
  #signed = false;

  constructor(
    headings: readonly (readonly string[])[],
    columns: ReadonlyMap<FieldName, number>,
    amountsAt: readonly number[],
  ) {
    this.#headings = headings.map((texts) => texts.map(fold));
    this.#columns = columns;
    this.#amountsAt = amountsAt;
    this.#isStatement = columns.has('credit') || columns.has('balance');
  }

  begin(): void {
    this.#below = false;
    this.#numbered = false;
    this.#signed = false;
    Object.assign(this.skipped, { titles: 0, pages: 0, totals: 0 });
  }

  /** Undefined for a line that says nothing. */
  sort(row: GridRow): LineKind | undefined {
    // Most of a bank's rows: a day and an amount. All else costs more to tell.
    const sure = this.#hasSureDay(row);
    if (sure && this.#isStatement && this.#hasMoved(row)) return 'row';
    if (row.cells.every(isBlank)) return undefined;
    if (!sure && this.#isPageRow(row)) return this.#skip('pages');
    if (!sure && this.#isSigned(row)) {
      this.#signed = true;
      return undefined;
    }
    const label = this.#label(row);
    const amount = this.#hasAmount(row);
    const numbered = NUMBER.test(this.#at('ordinal', row));
    const dated = this.#hasDay(row);
    if (this.#isStatement) return this.#ofStatement(row, label, dated);
    if (!numbered && !dated && !goesOn(label)) {
      if (isOpeningLabel(label)) return 'opening';
      if (isClosingLabel(label)) return 'closing';
    }
    if (isTotalLabel(label)) {
      // A day of its own makes it a gift that is called so, or a total that has a day: nobody can tell.
      if (dated && amount) return 'unclear';
      this.#below = true;
      this.skipped.totals += 1;
      return amount ? 'total' : undefined;
    }
    this.#numbered ||= numbered;
    if (numbered || dated || this.#hasCode(row)) return 'row';
    if (isWordsLabel(label)) return 'words';
    if (isNoteLabel(label) && !amount) return undefined;
    return this.#doubtful(row, label, amount);
  }

  /** A bank's row: a line where it has a day; else a balance, a total or words about the whole. */
  #ofStatement(row: GridRow, label: string, dated: boolean): LineKind | undefined {
    const moved = this.#hasMoved(row);
    if (!moved && isOpeningLabel(label)) return 'opening';
    if (!moved && isClosingLabel(label)) return 'closing';
    if (!moved && isBalanceLabel(label)) return this.#skip('pages');
    if (dated) return 'row';
    // A sum in one cell is read with the lines above the heading.
    if (this.#isAlone(row)) return 'closing';
    if (!isTotalLabel(label)) return isWordsLabel(label) ? 'words' : 'row';
    this.skipped.totals += 1;
    return moved ? 'total' : undefined;
  }

  /** A row with no number, day or code of its own. */
  #doubtful(row: GridRow, label: string, amount: boolean): LineKind | undefined {
    // Below who signs stand their names.
    if (this.#signed && !amount) return undefined;
    // What is paid out stands on one sheet with what came in: neither may be taken for the other.
    if (isOutgoLabel(label) && this.#amountsAt.length > 0) return 'unclear';
    if (mayBeTotalLabel(label)) {
      this.#below = true;
      if (amount) return 'maybe';
      return this.#amountsAt.length > 0 || this.#isAlone(row) ? this.#skip('titles') : 'row';
    }
    const ordinal = this.#columns.get('ordinal');
    // `I. Khối bệnh viện`: a Roman number or a letter, or words, where the others have their number.
    if (ordinal !== undefined && !isBlank(row.cells[ordinal]) && !/^\d/.test(textOf(row.cells[ordinal]))) {
      if (amount) return 'group';
      if (row.cells.filter((cell) => !isBlank(cell)).length <= 2) return this.#skip('titles');
    }
    if (amount && WHO.every((field) => this.#at(field, row) === '')) return 'maybe';
    if (amount && this.#numbered) return 'unclear';
    if (this.#below && this.#isFooter(row, amount)) return undefined;
    // Where each row has its number or day, a row of one cell is the title of a part.
    const own = this.#numbered || this.#columns.has('day');
    return own && !amount && this.#amountsAt.length > 0 && this.#isAlone(row) ? this.#skip('titles') : 'row';
  }

  #skip(what: 'titles' | 'pages'): undefined {
    this.skipped[what] += 1;
    return undefined;
  }

  /** Nothing but who signs, how, or where and when. */
  #isSigned(row: GridRow): boolean {
    return row.cells.every((cell) => isBlank(cell) || isSignature(textOf(cell)));
  }

  #at(field: FieldName, row: GridRow): string {
    return textOf(row.cells[this.#columns.get(field) ?? -1]);
  }

  /** What a row calls itself: its first words, past its number. */
  #label(row: GridRow): string {
    const ordinal = this.#columns.get('ordinal');
    const words = (at: number) => !isBlank(row.cells[at]) && /\p{L}/u.test(textOf(row.cells[at]));
    const at = row.cells.findIndex((_, place) => place !== ordinal && words(place));
    const own = ordinal !== undefined && words(ordinal) ? ordinal : -1;
    return textOf(row.cells[own >= 0 && (at < 0 || own < at) && !this.#isRoman(row) ? own : at]);
  }

  #isRoman(row: GridRow): boolean {
    return /^([IVXLC]+|[A-Z])[.)]?$/.test(this.#at('ordinal', row));
  }

  /** A day, or what begins like one: one that cannot be read is a fault of the row, not no row. */
  #hasDay(row: GridRow): boolean {
    const cell = row.cells[this.#columns.get('day') ?? -1];
    return isDay(cell) || isNumber(cell) || /^(\p{L}{2,4}\s)?\d/u.test(textOf(cell));
  }

  /** A day in figures, or a workbook's own. */
  #hasSureDay(row: GridRow): boolean {
    const cell = row.cells[this.#columns.get('day') ?? -1];
    return isDay(cell) || (typeof cell === 'string' && /^\s*\d{1,4}[-/.]\d/.test(cell));
  }

  #hasMoved(row: GridRow): boolean {
    return (['debit', 'credit', 'amount'] as const).some((field) => /\d/.test(this.#at(field, row)));
  }

  #hasCode(row: GridRow): boolean {
    const code = this.#at('code', row);
    return /^\S+$/.test(code) && !mayBeTotalLabel(code);
  }

  #hasAmount(row: GridRow): boolean {
    return this.#amountsAt.some((place) => {
      const cell = row.cells[place];
      return isFormula(cell) || isNumber(cell) || saysMoney(textOf(cell));
    });
  }

  #isAlone(row: GridRow): boolean {
    return row.cells.filter((cell) => !isBlank(cell)).length === 1;
  }

  /** Below a total, a row without an amount is somebody's signature or a note; in a roll, one without a name or unit. */
  #isFooter(row: GridRow, amount: boolean): boolean {
    if (this.#amountsAt.length > 0) return !amount;
    return ['name', 'unit', 'unitName'].every((field) => this.#at(field as FieldName, row) === '');
  }

  /** `Trang 2/5`, the heading once more, or the line `(1) (2) (3)` under it. */
  #isPageRow(row: GridRow): boolean {
    const cells = row.cells.map(textOf).filter((text) => text !== '');
    if (cells.length === 1 && isPageLabel(cells[0] ?? '')) return true;
    if (this.#isIndex(cells)) return true;
    return this.#headings.some((texts) => {
      const same = row.cells.filter((cell, at) => !isBlank(cell) && fold(textOf(cell)) === texts[at]);
      return same.length > 1 && same.length === cells.length;
    });
  }

  #isIndex(cells: readonly string[]): boolean {
    const marks = cells.map((text) => /^\(?(\d{1,2}|[A-H])\)?$/.exec(text)?.[1]);
    if (cells.length < 3 || marks.includes(undefined)) return false;
    const numbers = marks.filter((mark) => /\d/.test(mark ?? ''));
    // `A B C 1 2`, `(1) (2) (3)`: one after the other.
    const inOrder = numbers.every((mark, at) => mark === String(at + 1));
    const headed = (this.#headings[0] ?? []).filter((text) => text !== '').length;
    return numbers.length > 0 && inOrder && cells.length >= headed - 1;
  }
}
