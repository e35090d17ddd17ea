/** A whole number of đồng, within ±(2^53 − 1). The only way in is `asDong` or `readDigits`. */
export type Dong = number & { readonly dong: unique symbol };

export const ZERO = 0 as Dong;

/** Takes a number that must already be whole đồng; throws RangeError (a defect) where it is not a safe integer. */
export function asDong(value: number): Dong {
  if (!Number.isSafeInteger(value)) throw new RangeError('amount is not a safe whole number of dong');
  return (value === 0 ? 0 : value) as Dong;
}

/** Reads a run of ASCII digits as đồng; undefined where it holds anything else or passes 2^53 − 1. */
export function readDigits(digits: string): Dong | undefined {
  if (digits.length === 0) return undefined;
  let value = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
    if (value > Number.MAX_SAFE_INTEGER) return undefined;
  }
  return value as Dong;
}

/** Adds; throws RangeError where the sum leaves the safe range, so no total is ever rounded. */
export function add(a: Dong, b: Dong): Dong {
  return asDong(a + b);
}

export function subtract(a: Dong, b: Dong): Dong {
  return asDong(a - b);
}

export function negate(a: Dong): Dong {
  return asDong(0 - a);
}

export function sum(amounts: Iterable<Dong>): Dong {
  let total: Dong = ZERO;
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/**
 * Shares `total` (≥ 0) in proportion to whole weights so that the shares add up to it exactly.
 * The đồng left over by rounding down go to the largest remainders, the earlier share first.
 * Throws RangeError where a weight is negative or none is positive.
 */
export function allocate(total: Dong, weights: readonly number[]): Dong[] {
  const whole = weights.map((weight) => BigInt(weight));
  const all = whole.reduce((a, b) => a + b, 0n);
  if (total < 0 || all <= 0n || whole.some((weight) => weight < 0n)) {
    throw new RangeError('shares need an amount and weights of zero or more, one above zero');
  }
  const exact = whole.map((weight) => BigInt(total) * weight);
  const shares = exact.map((part) => part / all);
  let left = BigInt(total) - shares.reduce((a, b) => a + b, 0n);
  const order = exact.map((part, index) => ({ rest: part % all, index }));
  order.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of order) {
    if (left === 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares.map((share) => asDong(Number(share)));
}
