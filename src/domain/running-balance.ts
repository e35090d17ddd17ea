import { add, subtract, ZERO, type Dong } from './dong.ts';

/** Where a statement's balances do not follow from its lines; `amount` in đồng would mend it (above zero: money in). */
export interface Break {
  readonly row: number;
  readonly expected: Dong;
  readonly found: Dong;
  readonly amount: Dong;
}

/** How many breaks are kept; the rest are counted. */
const BREAKS_MAX = 1000;

/** What one reading direction of a statement proves. */
export interface Walked {
  readonly breaks: readonly Break[];
  readonly count: number;
  /** Amounts of lines that have none, by row, where the balances around leave only one such line. */
  readonly proved: ReadonlyMap<number, Dong>;
  /** Balances that were held against the lines before them. */
  readonly checked: number;
  /** What came before the first line, said by the statement or derived from its first balance. */
  readonly opening?: Dong | undefined;
  readonly closing?: Dong | undefined;
}

/**
 * Walks along a statement's lines and holds each printed balance against the one before and the amounts between: on
 * every line, at each day's end, or wherever one is printed. Lines go from the oldest to the newest, or the other way.
 */
class Walk {
  readonly #newestFirst: boolean;
  readonly #breaks: Break[] = [];
  readonly #proved = new Map<number, Dong>();
  #count = 0;
  #checked = 0;
  #anchor: Dong | undefined;
  #anchorRow = 0;
  #since: Dong = ZERO;
  #gaps: number[] = [];
  #first: Dong | undefined;

  constructor(newestFirst: boolean, anchor: Dong | undefined) {
    this.#newestFirst = newestFirst;
    this.#anchor = anchor;
    this.#first = anchor;
  }

  /** Takes a line: its amount, money in above zero, undefined where it has none; its printed balance, if any. */
  see(row: number, amount: Dong | undefined, balance: Dong | undefined): void {
    if (this.#newestFirst) {
      // A balance stands after its own line: what lies between it and the next, older one begins with that line.
      if (balance !== undefined) this.#hold(row, balance);
      this.#take(row, amount);
    } else {
      this.#take(row, amount);
      if (balance !== undefined) this.#hold(row, balance);
    }
  }

  /** Holds the last lines against what the statement prints at its far end. */
  end(row: number, balance: Dong | undefined): Walked {
    if (balance !== undefined) this.#hold(row, balance);
    const far = this.#anchor === undefined ? undefined : this.#after();
    const [opening, closing] = this.#newestFirst ? [far, this.#first] : [this.#first, far];
    return {
      breaks: this.#breaks,
      count: this.#count,
      proved: this.#proved,
      checked: this.#checked,
      opening: this.#gaps.length > 0 && this.#newestFirst ? undefined : opening,
      closing: this.#gaps.length > 0 && !this.#newestFirst ? undefined : closing,
    };
  }

  #take(row: number, amount: Dong | undefined): void {
    if (amount === undefined) this.#gaps.push(row);
    else this.#since = add(this.#since, amount);
  }

  #after(): Dong {
    const anchor = this.#anchor ?? ZERO;
    return this.#newestFirst ? subtract(anchor, this.#since) : add(anchor, this.#since);
  }

  #hold(row: number, found: Dong): void {
    if (this.#anchor === undefined) {
      // Nothing was said before the first balance: what came before follows from it, and proves nothing.
      if (this.#gaps.length === 0)
        this.#first = this.#newestFirst ? add(found, this.#since) : subtract(found, this.#since);
    } else {
      const expected = this.#after();
      const amount = this.#newestFirst ? subtract(expected, found) : subtract(found, expected);
      const [gap] = this.#gaps;
      this.#checked += 1;
      if (gap !== undefined && this.#gaps.length === 1) this.#proved.set(gap, amount);
      else if (gap === undefined && amount !== 0) {
        this.#count += 1;
        const at = this.#newestFirst && this.#anchorRow > 0 ? this.#anchorRow : row;
        if (this.#breaks.length < BREAKS_MAX) this.#breaks.push({ row: at, expected, found, amount });
      }
    }
    this.#anchor = found;
    this.#anchorRow = row;
    this.#since = ZERO;
    this.#gaps = [];
  }
}

/** Both directions at once: which one a statement is written in shows only when it has been read. */
export class RunningBalance {
  readonly #oldestFirst: Walk;
  readonly #newestFirst: Walk;
  readonly #opening: Dong | undefined;
  readonly #closing: Dong | undefined;

  /** `opening` and `closing` as the statement prints them over its lines. */
  constructor(opening: Dong | undefined, closing: Dong | undefined) {
    this.#oldestFirst = new Walk(false, opening);
    this.#newestFirst = new Walk(true, closing);
    this.#opening = opening;
    this.#closing = closing;
  }

  see(row: number, amount: Dong | undefined, balance: Dong | undefined): void {
    this.#oldestFirst.see(row, amount, balance);
    this.#newestFirst.see(row, amount, balance);
  }

  /**
   * `descending`: whether the lines' days fall, undefined where they do neither; decides where the balances fit both
   * ways. Where nothing decides, an amount is proved only if both ways prove the same.
   */
  end(row: number, descending: boolean | undefined): Walked {
    const up = this.#oldestFirst.end(row, this.#closing);
    const down = this.#newestFirst.end(row, this.#opening);
    const newestFirst = up.count === down.count ? descending : down.count < up.count;
    if (newestFirst !== undefined) return newestFirst ? down : up;
    const both = [...up.proved].filter(([at, amount]) => down.proved.get(at) === amount);
    return { ...up, proved: new Map(both) };
  }
}
