import type { Day } from './day.ts';
import { asDong, negate, ZERO, type Dong } from './dong.ts';

/** Goods of one kind in one fund that came in (above zero) or went out (below); cost in đồng. */
export interface StockMove {
  readonly day: Day;
  readonly quantity: number;
  readonly cost: Dong;
}

export interface Holding {
  readonly quantity: number;
  readonly cost: Dong;
}

/** Why a move may not be made: goods would fall short on a day, or what was costed later would no longer add up. */
export type StockFault =
  | { readonly fault: 'short'; readonly day: Day; readonly quantity: number }
  | { readonly fault: 'order'; readonly last: Day };

/** What is there at the end of a day. */
export function holdingOn(moves: readonly StockMove[], day: Day): Holding {
  const upTo = moves.filter((move) => move.day <= day);
  return {
    quantity: upTo.reduce((all, move) => all + move.quantity, 0),
    cost: asDong(upTo.reduce((all, move) => all + move.cost, 0)),
  };
}

/**
 * The cost of taking `quantity` (above zero) out of a holding, by its moving average, to the nearest đồng; the last unit
 * takes what is left.
 */
export function costOf({ quantity: held, cost }: Holding, quantity: number): Dong {
  if (quantity >= held) return cost;
  const [whole, part] = [BigInt(cost) * BigInt(quantity), BigInt(held)];
  return asDong(Number((2n * whole + part) / (2n * part)));
}

/** Whether a move can stand among the others: on its day and every later one nothing is below zero, and no goods have no cost. */
export function stockFault(moves: readonly StockMove[], move: StockMove): StockFault | undefined {
  const days = [...new Set([move.day, ...moves.map((each) => each.day)])]
    .filter((day) => day >= move.day)
    .toSorted();
  for (const day of days) {
    const { quantity, cost } = holdingOn([...moves, move], day);
    if (quantity < 0) return { fault: 'short', day, quantity };
    if (cost < 0 || (quantity === 0 && cost !== 0)) return { fault: 'order', last: days.at(-1) ?? day };
  }
  return undefined;
}

/** Goods taken out on a day, at cost; or why they cannot be. */
export function takeOut(moves: readonly StockMove[], day: Day, quantity: number): StockMove | StockFault {
  const held = holdingOn(moves, day);
  const cost = held.quantity <= 0 ? ZERO : costOf(held, quantity);
  const move = { day, quantity: -quantity, cost: negate(cost) };
  return stockFault(moves, move) ?? move;
}

/** The most numbers that one list of serials may name. */
const MOST = 100_000;

/**
 * Serials as they are printed on vouchers: `A001-A100, B7`. Each number of a range, in its order; undefined where a range
 * is not one.
 */
export function readSerials(text: string): string[] | undefined {
  const serials: string[] = [];
  for (const each of text.split(/[,;]/).map((part) => part.trim().toUpperCase())) {
    const range = /^([\p{L}\d./]*?)(\d+)\s*[-\u2013]\s*([\p{L}\d./]*?)(\d+)$/u.exec(each);
    if (range === null) {
      if (!/^[\p{L}\d./]+$/u.test(each)) return undefined;
      serials.push(each);
      continue;
    }
    const [, prefix = '', from = '', same = '', to = ''] = range;
    const [first, last] = [Number(from), Number(to)];
    if (same !== '' && same !== prefix) return undefined;
    if (from.length !== to.length || from.length > 15 || last < first || last - first >= MOST)
      return undefined;
    for (let number = first; number <= last; number++)
      serials.push(`${prefix}${String(number).padStart(from.length, '0')}`);
  }
  return new Set(serials).size === serials.length ? serials : undefined;
}

/** Serials as they are printed, those that follow one another as a range: `A001-A100, B7`. */
export function writeSerials(serials: readonly string[]): string {
  const ranges: { first: string; last: string }[] = [];
  for (const serial of serials) {
    const range = ranges.at(-1);
    if (range !== undefined && isNext(range.last, serial)) range.last = serial;
    else ranges.push({ first: serial, last: serial });
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(', ');
}

/** Whether one serial is the other's next: the same letters before as many digits, one higher. */
function isNext(serial: string, next: string): boolean {
  const [one, other] = [serial, next].map((each) => /^([\p{L}\d./]*?)(\d{1,15})$/u.exec(each));
  const [letters, digits = ''] = [one?.[1], one?.[2]];
  if (digits === '' || letters !== other?.[1] || digits.length !== other?.[2]?.length) return false;
  return Number(digits) + 1 === Number(other?.[2]);
}
