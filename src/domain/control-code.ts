/** Letters and digits that nobody takes for one another on paper: no 0, O, 1 or I. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What a control code looks like: two groups of five. */
export const CONTROL_CODE = /[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/;

/** The first 50 bits of a digest (hexadecimal) as ten letters that can be read out and typed. */
export function controlCode(hex: string): string {
  let bits = BigInt(`0x${hex.slice(0, 13)}`) >> 2n;
  let code = '';
  for (let at = 0; at < 10; at++) {
    code = (LETTERS[Number(bits % 32n)] ?? '') + code;
    bits /= 32n;
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
