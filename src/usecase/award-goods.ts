import type { Part } from '../domain/award.ts';
import { readDigits, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { itemBy } from './goods.ts';
import type { Reader } from './port/ports.ts';
import type { Item } from './port/treasury.ts';

/** What each award gets in goods, by the item's code; `value` in đồng of the whole. */
export interface GoodsWords {
  readonly item: string;
  readonly quantity: number;
  readonly value: Dong | undefined;
}

/** Goods of a list: which and how many each row gets, and the value of rows that name none. */
export interface GoodsGiven {
  readonly what: { readonly item: number; readonly quantity: number };
  /** Absent where the list values the goods itself: a row without a value gets none. */
  readonly forAll?: Dong | undefined;
}

/** A part in goods: as many of an item, at the value that was named or is printed on them. */
export async function goodsIn(
  reader: Reader,
  words: GoodsWords,
): Promise<Pick<Part, 'form' | 'amount' | 'item' | 'quantity'>> {
  const item = await itemBy(reader, words.item);
  return { form: 'goods', item: item.id, quantity: words.quantity, amount: valueOf(item, words) };
}

/** Goods of a list's rows; `valued` where the list has a value for some. */
export async function goodsGiven(reader: Reader, words: GoodsWords, valued: boolean): Promise<GoodsGiven> {
  const item = await itemBy(reader, words.item);
  const what = { item: item.id, quantity: words.quantity };
  return valued ? { what } : { what, forAll: valueOf(item, words) };
}

function valueOf(item: Item, { quantity, value }: GoodsWords): Dong {
  if (item.face === undefined) return value ?? refuse('item.face', { item: item.code });
  const printed = readDigits(String(BigInt(item.face) * BigInt(quantity)));
  // What is printed on it is what it is worth, and what its norm is held against.
  if (printed !== undefined && value !== undefined && value !== printed)
    refuse('usage.value', { option: '--goods', given: String(value), expected: String(printed) });
  return printed ?? refuse('amount.unsafe', {});
}
