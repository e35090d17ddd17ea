/** Rows, columns and ranges of a sheet, and how references to them follow rows that are put in. All are 1-based. */

/** A row that is repeated: it takes `rows` rows (at least one) where it took one. */
export interface Growth {
  readonly row: number;
  readonly rows: number;
}

export const ROWS_MAX = 1_048_576;
const COLUMNS_MAX = 16_384;

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

export function columnLetters(number: number): string {
  let letters = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

/** A cell or a range of cells, or whole rows or columns; undefined for any other text. */
export function readArea(text: string): Area | undefined {
  const [first = '', last = first, ...more] = text.split(':');
  if (more.length > 0) return undefined;
  const [one, other] = [cornerOf(first), cornerOf(last)];
  if (one === undefined || other === undefined || one.kind !== other.kind) return undefined;
  if (one.kind !== 'cell' && !text.includes(':')) return undefined;
  const [top, bottom] = one.kind === 'column' ? [1, ROWS_MAX] : [one.row, other.row];
  const [left, right] = one.kind === 'row' ? [1, COLUMNS_MAX] : [one.column, other.column];
  return {
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
    left: Math.min(left, right),
    right: Math.max(left, right),
  };
}

function cornerOf(
  text: string,
): { kind: 'cell' | 'row' | 'column'; row: number; column: number } | undefined {
  const [, letters, digits] = CELL.exec(text) ?? [];
  if (letters !== undefined && digits !== undefined) {
    const [row, column] = [Number(digits), columnNumber(letters)];
    return row >= 1 && row <= ROWS_MAX && column <= COLUMNS_MAX ? { kind: 'cell', row, column } : undefined;
  }
  if (/^\$?\d{1,7}$/.test(text)) return { kind: 'row', row: Number(text.replace('$', '')), column: 1 };
  if (/^\$?[A-Z]{1,3}$/i.test(text))
    return { kind: 'column', row: 1, column: columnNumber(text.replace('$', '')) };
  return undefined;
}

/** Where a row goes; of a repeated one its first. */
export function movedRow(row: number, growths: readonly Growth[]): number {
  return growths.reduce((moved, each) => (each.row < row ? moved + each.rows - 1 : moved), row);
}

/** Where a row goes that ends a range: of a repeated one its last, so that the range has all of it. */
export function movedEnd(row: number, growths: readonly Growth[]): number {
  return growths.reduce((moved, each) => (each.row <= row ? moved + each.rows - 1 : moved), row);
}

/** Where the formula that a reference stands in was, and which copy of its row this is; for references from that row. */
export interface Copy {
  readonly row: number;
  readonly index: number;
}

const REFERENCE = /^(\$?)([A-Z]{0,3})(\$?)(\d{0,7})$/i;

/**
 * One reference with the rows put in. From inside a repeated row what is relative goes along: the row itself and the one
 * right above it (a balance carried down); what is fixed by `$` or stands elsewhere stays where it is.
 */
export function movedReference(
  text: string,
  growths: readonly Growth[],
  copy?: Copy,
  /** Written as one cell: it stays one where its row is not repeated. */
  alone = false,
): string {
  const [first = '', last] = text.split(':');
  if (last === undefined) return movedCorner(first, growths, copy, false);
  // A range that lies in the repeated row alone belongs to each copy; any other grows with it.
  const own = copy !== undefined && [first, last].every((each) => followsCopy(each, copy));
  const from = movedCorner(first, growths, copy, false);
  const to = movedCorner(last, growths, copy, !own);
  return alone && from === to ? from : `${from}:${to}`;
}

function followsCopy(corner: string, { row }: Copy): boolean {
  const [, , , fixed, digits = ''] = REFERENCE.exec(corner) ?? [];
  return fixed === '' && (Number(digits) === row || Number(digits) === row - 1);
}

function movedCorner(
  corner: string,
  growths: readonly Growth[],
  copy: Copy | undefined,
  end: boolean,
): string {
  const [, dollar = '', letters = '', fixed = '', digits = ''] = REFERENCE.exec(corner) ?? [];
  if (digits === '') return corner;
  const row = Number(digits);
  if (copy !== undefined && followsCopy(corner, copy)) {
    // The row above the first copy is where it was; above each later one stands the copy before it.
    const first = movedRow(copy.row, growths);
    return `${dollar}${letters}${fixed}${first + copy.index - (copy.row - row)}`;
  }
  const moved = end ? movedEnd(row, growths) : movedRow(row, growths);
  return `${dollar}${letters}${fixed}${moved}`;
}
