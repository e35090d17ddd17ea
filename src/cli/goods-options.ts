import { refuse } from '../domain/failure.ts';
import { code, count, day, needed, otherwise, text, type Option } from './options.ts';

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
