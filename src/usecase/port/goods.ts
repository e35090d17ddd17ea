import type { StockMove } from '../../domain/stock.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { CashCount } from './ports.ts';
import type { Item } from './treasury.ts';

/** A move of goods as it is kept. */
export interface MoveView extends StockMove {
  readonly id: number;
  readonly item: number;
  readonly fund: number;
  /** Number of its voucher, and the words on it. */
  readonly voucher: string;
  readonly party: string;
  readonly content: string;
  /** The payment that bought them. */
  readonly entry?: number | undefined;
  readonly award?: number | undefined;
  readonly part?: number | undefined;
  readonly serials?: string | undefined;
  readonly reverses?: number | undefined;
  readonly reversedBy?: number | undefined;
}

/** What a fund has of a kind of goods: whole units, and their cost in đồng. */
export interface StockView {
  readonly fund: number;
  readonly item: number;
  readonly quantity: number;
  readonly cost: Dong;
}

/** A count of a cash box, whether it stands or was taken back. */
export interface CountView extends CashCount {
  readonly operation: number;
  /** What its operation posted there to make the book say what was counted, in đồng. */
  readonly settled: Dong;
  readonly undoneBy?: number | undefined;
}

/** Goods, and counts of cash: what lies there as well as what the book says. */
export interface GoodsReader {
  items(): Promise<readonly Item[]>;
  /** Moves that stand, by day, what came in first, and then in the order of writing. */
  moves(filter: {
    readonly item?: number;
    readonly fund?: number;
    readonly voucher?: string;
  }): Promise<readonly MoveView[]>;
  /** What is there at the end of a day, by fund and item; nothing where there is none. */
  stock(upTo: Day): Promise<readonly StockView[]>;
  counts(range: { readonly from: Day; readonly to: Day }): Promise<readonly CountView[]>;
}
