import type { Pen } from './pen.ts';

/** Rows side by side on one sheet. */
interface Range {
  readonly sheet: string;
  readonly from: number;
  to: number;
}

/** The rows that a sum is over: one stretch, or more where a sheet was full or a stated row stands between. */
export class Ranges {
  #all: Range[] = [];
  #open = false;

  add(sheet: string, row: number): void {
    const last = this.#all.at(-1);
    if (this.#open && last !== undefined) last.to = row;
    else this.#all.push({ sheet, from: row, to: row });
    this.#open = true;
  }

  /** The next row begins a stretch of its own. */
  turn(): void {
    this.#open = false;
  }

  clear(): void {
    this.#all = [];
    this.#open = false;
  }

  /** The stretches, the last one down to the row above a sum, so that a row put in between is counted. */
  upTo(sheet: string, row: number): readonly Range[] {
    const last = this.#all.at(-1);
    if (this.#open && last?.sheet === sheet) return [...this.#all.slice(0, -1), { ...last, to: row }];
    return this.#all;
  }
}

/** The most references that a function takes is 255; the first of SUBTOTAL is which sum it is. */
const MOST = 250;

/** SUBTOTAL leaves out the subtotals in its range, so a total may span them. */
export function sumOf(ranges: readonly Range[], letter: string, pen: Pen): string | undefined {
  if (ranges.length === 0) return undefined;
  const said = ranges.map(({ sheet, from, to }) =>
    pen.at({ sheet, cell: `${letter}${from}:${letter}${to}` }),
  );
  const sums: string[] = [];
  for (let at = 0; at < said.length; at += MOST)
    sums.push(`SUBTOTAL(9,${said.slice(at, at + MOST).join(',')})`);
  return sums.join('+');
}
