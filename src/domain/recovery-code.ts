/** Digits and letters that are told apart on paper: no I, L, O and U. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;
/** 28 symbols of 5 bits: 140 bits. */
export const RECOVERY_SYMBOLS = 28;

/** A code to be written down, from as many random bytes as it has symbols: `7K2M-…`. */
export function recoveryCode(bytes: Uint8Array): string {
  const symbols = Array.from(bytes.subarray(0, RECOVERY_SYMBOLS), (byte) => SYMBOLS[byte % SYMBOLS.length]);
  return symbols.map((symbol, at) => (at > 0 && at % GROUP === 0 ? `-${symbol}` : symbol)).join('');
}

/** The symbols of a code as somebody reads it off paper; undefined for what cannot be one. */
export function readRecoveryCode(typed: string): string | undefined {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return symbols.length === RECOVERY_SYMBOLS && Array.from(symbols).every((each) => SYMBOLS.includes(each))
    ? symbols
    : undefined;
}

/** Its last group: typed to show that the code was written down. */
export function lastGroup(code: string): string {
  return code.slice(-GROUP);
}
