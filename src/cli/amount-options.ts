import { ZERO, type Dong } from '../domain/dong.ts';
import { readTyped } from '../intake/amount.ts';
import { one, reader } from './options.ts';

// Apart from options.ts: reading amounts takes the words of lists with it, and few commands are told an amount.

export const amount = (value = 'AMOUNT') => one<Dong>(value, reader(readTyped, '1.500.000 · 1500000'));
/** An amount that may be nothing: what is counted or came back. */
export const amountOrZero = (value = 'AMOUNT') =>
  one<Dong>(
    value,
    reader((typed) => (/^0+$/.test(typed) ? ZERO : readTyped(typed)), '0 · 1.500.000'),
  );

/** `NAME=AMOUNT`. */
export function namedAmount(text: string): { name: string; amount: Dong } | undefined {
  const at = text.lastIndexOf('=');
  const value = at > 0 ? readTyped(text.slice(at + 1)) : undefined;
  return value === undefined ? undefined : { name: text.slice(0, at).trim(), amount: value };
}
