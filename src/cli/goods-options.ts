import type { Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { readTyped } from '../intake/amount.ts';
import { code, count, day, needed, one, otherwise, reader, text, type Option } from './options.ts';

/** A number of units: one or more. */
function quantity(): Option<number> {
  const whole = needed(count('QUANTITY'));
  return {
    ...whole,
    read: (typed, flag) => {
      const value = whole.read(typed, flag);
      return value > 0 ? value : refuse('usage.value', { option: flag, given: '0', expected: '1, 2, 3 …' });
    },
  };
}

/** Options of every move of goods. */
export const GOODS = {
  item: needed(code('CODE')),
  quantity: quantity(),
  on: needed(day()),
  serials: text('A001-A100'),
  note: otherwise(text(), ''),
};

/** Shape of what every move of goods answers. */
export const GOODS_ANSWER = {
  voucher: 'text',
  move: 'integer',
  fund: 'text',
  item: 'text',
  measure: 'text',
  quantity: 'integer',
  cost: 'integer',
  day: 'day',
  left: 'integer',
} as const;

/** `ITEM`, or `ITEM=QUANTITY`. */
export function goodsNamed(typed: string): { item: string; quantity: number | undefined } | undefined {
  const [, item, quantity] = /^([^=:\s]+)(?:=([1-9]\d{0,8}))?$/u.exec(typed.trim()) ?? [];
  return item === undefined
    ? undefined
    : { item, quantity: quantity === undefined ? undefined : Number(quantity) };
}

/** What an award gets in goods: `ITEM=QUANTITY`, and `:VALUE` in đồng where the item has no face value. */
function goodsPart(typed: string): { item: string; quantity: number; value: Dong | undefined } | undefined {
  const [, named = '', worth] = /^([^:]*)(?::(.+))?$/u.exec(typed) ?? [];
  const { item, quantity } = goodsNamed(named) ?? {};
  const value = worth === undefined ? undefined : readTyped(worth);
  if (item === undefined || quantity === undefined || (worth !== undefined && value === undefined))
    return undefined;
  return { item, quantity, value };
}

export const GOODS_PART = one('ITEM=QUANTITY[:VALUE]', reader(goodsPart, 'PHIEU500=1 · QUATET=1:300.000'));
