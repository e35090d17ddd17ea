import { readArea } from './reference.ts';

/** What is known of a sheet's cells by row and column: a number, or a formula yet to be reckoned. */
export interface KnownCells {
  readonly numbers: ReadonlyMap<string, number>;
  readonly formulas: ReadonlyMap<string, string>;
}

export function cellKey(row: number, column: number): string {
  return `${row}:${column}`;
}

/** Formulas that lead through more cells than these are left to the spreadsheet. */
const DEPTH_MAX = 200;

/**
 * Reckons the formulas a form has most: sums, differences and products of cells of the same sheet, in whole numbers. What
 * it does not know it leaves (undefined): a spreadsheet reckons all of it anew when it opens the file.
 */
export class Reckoner {
  readonly #cells: KnownCells;
  readonly #known = new Map<string, number | undefined>();
  #depth = 0;

  constructor(cells: KnownCells) {
    this.#cells = cells;
  }

  valueAt(key: string): number | undefined {
    const number = this.#cells.numbers.get(key);
    const formula = this.#cells.formulas.get(key);
    if (number !== undefined || formula === undefined) return number;
    if (this.#known.has(key)) return this.#known.get(key);
    // A formula that leads back to itself has no value.
    this.#known.set(key, undefined);
    this.#depth += 1;
    const value = this.#depth > DEPTH_MAX ? undefined : this.#reckon(formula);
    this.#depth -= 1;
    this.#known.set(key, value);
    return value;
  }

  #reckon(formula: string): number | undefined {
    const tokens = formula
      .replace(/\s+/g, '')
      .match(/\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\d+|[A-Z]+\(|[-+*(),;]|./gi);
    if (tokens === null) return undefined;
    const left = [...tokens];
    const value = this.#sum(left);
    return left.length === 0 && value !== undefined && Number.isSafeInteger(value) ? value : undefined;
  }

  #sum(tokens: string[]): number | undefined {
    let value = this.#product(tokens);
    while (tokens[0] === '+' || tokens[0] === '-') {
      const sign = tokens.shift() === '+' ? 1 : -1;
      const next = this.#product(tokens);
      value = value === undefined || next === undefined ? undefined : value + sign * next;
    }
    return value;
  }

  #product(tokens: string[]): number | undefined {
    let value = this.#factor(tokens);
    while (tokens[0] === '*') {
      tokens.shift();
      const next = this.#factor(tokens);
      value = value === undefined || next === undefined ? undefined : value * next;
    }
    return value;
  }

  #factor(tokens: string[]): number | undefined {
    const token = tokens.shift() ?? '';
    if (token === '-') {
      const value = this.#factor(tokens);
      return value === undefined ? undefined : -value;
    }
    if (/^\d+$/.test(token)) return Number(token);
    if (token === '(') {
      const value = this.#sum(tokens);
      return tokens.shift() === ')' ? value : undefined;
    }
    if (/^(SUM|SUBTOTAL)\($/i.test(token)) return this.#call(token.slice(0, -1).toUpperCase(), tokens);
    const area = token.includes(':') ? undefined : readArea(token);
    return area === undefined ? undefined : this.valueAt(cellKey(area.top, area.left));
  }

  #call(name: string, tokens: string[]): number | undefined {
    let total: number | undefined = 0;
    if (name === 'SUBTOTAL') {
      if (tokens.shift() !== '9' || !/^[,;]$/.test(tokens.shift() ?? '')) return undefined;
    }
    for (;;) {
      const area = readArea(tokens[0] ?? '');
      const value = area === undefined ? this.#sum(tokens) : this.#area(name, tokens.shift() ?? '');
      total = total === undefined || value === undefined ? undefined : total + value;
      const next = tokens.shift();
      if (next === ')') return total;
      if (next !== ',' && next !== ';') return undefined;
    }
  }

  /** Numbers add up; texts and blanks count nothing; a cell that cannot be reckoned makes the sum unknown. */
  #area(name: string, text: string): number | undefined {
    const area = readArea(text);
    if (area === undefined) return undefined;
    let total = 0;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const key = cellKey(row, column);
        const formula = this.#cells.formulas.get(key);
        if (name === 'SUBTOTAL' && formula !== undefined && /SUBTOTAL\(/i.test(formula)) continue;
        const value = this.valueAt(key);
        if (value === undefined && formula !== undefined) return undefined;
        total += value ?? 0;
      }
    }
    return total;
  }
}
