import { add, subtract, ZERO, type Dong } from '../domain/dong.ts';
import type { TableLine } from './line-sorter.ts';

interface Sums {
  readonly all: Dong;
  /** Since the last total. */
  readonly part: Dong;
}

/** A title that prints the sum of the rows below it. */
interface Group {
  readonly row: number;
  readonly at: number;
  readonly style: 'letter' | 'number';
  readonly printed: Dong;
  readonly before: Dong;
}

/** What a list prints of its own sums, held against its rows, column by column. */
export class Proofs {
  /** Printed sums that equal the rows. */
  proved = 0;
  /** The first total that does not. */
  mismatch: { row: number; printed: Dong; sum: Dong } | undefined;
  readonly #sums = new Map<number, Sums>();
  /** Totals that stand above the rows: held when all are read. */
  readonly #heads: { row: number; at: number; printed: Dong }[] = [];
  #groups: Group[] = [];

  count(at: number, amount: Dong): void {
    const { all, part } = this.#of(at);
    this.#sums.set(at, { all: add(all, amount), part: add(part, amount) });
  }

  /**
   * Holds a line's printed amount (undefined where it has none that can be read) in one column: a total or an amount in
   * words against all rows above it or those since the last total. Gives the rows that are no sum though only a sum would
   * explain them.
   */
  hold({ kind, row: { row } }: TableLine, at: number, printed: Dong | undefined, ordinal: string): number[] {
    const { all, part } = this.#of(at);
    if (kind === 'group') return this.#openGroup(row, at, printed, ordinal);
    if (kind !== 'total' && kind !== 'maybe' && kind !== 'words') return [];
    if (kind !== 'words') this.#sums.set(at, { all, part: ZERO });
    if (printed === undefined) return [];
    if (kind === 'total' && all === ZERO) this.#heads.push({ row, at, printed });
    else if (printed === all || printed === part) this.proved += 1;
    else if (kind === 'maybe') return [row];
    else this.mismatch ??= { row, printed, sum: all };
    return [];
  }

  /** Closes what is open when the list ends; gives the groups that are not the sum of their rows. */
  end(): { at: number; row: number }[] {
    for (const { row, at, printed } of this.#heads.splice(0)) {
      const { all } = this.#of(at);
      if (printed === all) this.proved += 1;
      else this.mismatch ??= { row, printed, sum: all };
    }
    return this.#close(() => true);
  }

  /** A group ends where one of its kind begins (`I`, `II`; `A`, `B`). */
  #openGroup(row: number, at: number, printed: Dong | undefined, ordinal: string): number[] {
    const style = /^[A-HJ-U]/.test(ordinal) ? 'letter' : 'number';
    const open = this.#close((group) => group.at === at && (style === 'letter' || group.style === 'number'));
    if (printed !== undefined) this.#groups.push({ row, at, style, printed, before: this.#of(at).all });
    return open.map((group) => group.row);
  }

  #close(which: (group: Group) => boolean): Group[] {
    const closed = this.#groups.filter(which);
    this.#groups = this.#groups.filter((group) => !which(group));
    const wrong = closed.filter(({ at, printed, before }) => subtract(this.#of(at).all, before) !== printed);
    this.proved += closed.length - wrong.length;
    return wrong;
  }

  #of(at: number): Sums {
    return this.#sums.get(at) ?? { all: ZERO, part: ZERO };
  }
}
