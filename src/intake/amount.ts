import lists from '../../data/lists.json' with { type: 'json' };
import { asDong, readDigits, type Dong } from '../domain/dong.ts';
import type { RowFaultCode } from '../domain/failure.ts';
import { isBlank, isFormula, textOf, type Cell } from './cell.ts';

/** Which mark parts thousands in a column; `none` where no cell has any. */
export type Thousands = 'dot' | 'comma' | 'none';

export type ReadAmount = { readonly amount: Dong } | { readonly fault: RowFaultCode };

/** Groups of three; after the other mark at most two zeros, as a bank prints `25.430.000,00`. */
const DOTS = /^\d{1,3}(\.\d{3})+(,0{1,2})?$/;
const COMMAS = /^\d{1,3}(,\d{3})+(\.0{1,2})?$/;
const SPACES = /^\d{1,3}( \d{3})+$/;
const CURRENCY = new RegExp(`\\s*(${lists.currency.join('|')})\\s*\\.?$`, 'iu');

/** A cell's digits and marks: no currency word, no blanks of any width around or beside. */
function bare(cell: Cell): string {
  return textOf(cell).replace(CURRENCY, '').trim();
}

/**
 * Decides the thousands mark over a whole column; a contradiction gives the count of cells for each reading.
 * The mark is a property of the file: guessed cell by cell, it has shrunk 135 billion đồng to 36 million.
 */
export function thousandsOf(cells: Iterable<Cell>): { mark: Thousands } | { dot: number; comma: number } {
  let dot = 0;
  let comma = 0;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const text = bare(cell);
    if (DOTS.test(text)) dot += 1;
    else if (COMMAS.test(text)) comma += 1;
  }
  if (dot > 0 && comma > 0) return { dot, comma };
  return { mark: dot > 0 ? 'dot' : comma > 0 ? 'comma' : 'none' };
}

/** Reads one cell of a column whose mark is known. Đồng has no fractions: a cell that shows one is a fault. */
export function readAmount(cell: Cell | undefined, mark: Thousands): ReadAmount {
  if (cell === undefined || isBlank(cell)) return { fault: 'amount.missing' };
  if (typeof cell === 'number') {
    if (cell < 0) return { fault: 'amount.negative' };
    return Number.isSafeInteger(cell) ? positive(asDong(cell)) : { fault: 'amount.fraction' };
  }
  if (isFormula(cell)) return { fault: 'cell.formula' };
  if (typeof cell !== 'string') return { fault: 'amount.unreadable' };
  const text = bare(cell);
  if (/^(-|\u2212|\().*\d/.test(text)) return { fault: 'amount.negative' };
  const digits = digitsOf(text, mark);
  const amount = digits === undefined ? undefined : readDigits(digits);
  if (amount !== undefined) return positive(amount);
  return { fault: /^\d+[.,]\d+$/.test(text) ? 'amount.fraction' : 'amount.unreadable' };
}

function positive(amount: Dong): ReadAmount {
  return amount > 0 ? { amount } : { fault: 'amount.missing' };
}

function digitsOf(text: string, mark: Thousands): string | undefined {
  if (/^\d+$/.test(text)) return text;
  if (SPACES.test(text)) return text.replaceAll(' ', '');
  if (mark === 'dot' && DOTS.test(text)) return text.replace(/,0+$/, '').replaceAll('.', '');
  if (mark === 'comma' && COMMAS.test(text)) return text.replace(/\.0+$/, '').replaceAll(',', '');
  return undefined;
}

/** Reads an amount typed at the prompt: digits, or groups of three by one mark. Undefined where it is none. */
export function readTyped(text: string): Dong | undefined {
  const decided = thousandsOf([text]);
  const read = 'mark' in decided ? readAmount(text, decided.mark) : undefined;
  return read !== undefined && 'amount' in read ? read.amount : undefined;
}
