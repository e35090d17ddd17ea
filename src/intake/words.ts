import lists from '../../data/lists.json' with { type: 'json' };
import { asDong, type Dong } from '../domain/dong.ts';

const { ten, tens, hundred, end } = lists.numberWords;
const DIGITS: Readonly<Record<string, number>> = lists.numberWords.digits;
const SCALES: Readonly<Record<string, number>> = lists.numberWords.scales;
const SILENT = new Set(lists.numberWords.silent);
const BILLION = 1_000_000_000;

/**
 * Reads an amount in words (in the manner of "six million seven hundred thousand đồng"), after a label and its colon where there is
 * one. Undefined where a word is none of a number's: then nothing is proved, and nothing refused.
 */
export function readWords(text: string): Dong | undefined {
  const said = text
    .normalize('NFC')
    .replace(/^[^:]*:/, '')
    .replace(/\([^)]*$/, ' ');
  const words = said
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .split(' ');
  let total = 0;
  // What is said since the last scale, and the digit that waits for its own word.
  let group = 0;
  let digit: number | undefined;
  let any = false;
  for (const word of words) {
    if (word === end) break;
    if (SILENT.has(word)) continue;
    const value = DIGITS[word];
    const scale = SCALES[word];
    const place = { [ten]: 10, [tens]: 10, [hundred]: 100 }[word];
    if (value !== undefined) {
      group += digit ?? 0;
      digit = value;
    } else if (place !== undefined) {
      group += word === ten ? (digit ?? 0) + 10 : (digit ?? 1) * place;
      digit = undefined;
    } else if (scale !== undefined) {
      const here = group + (digit ?? 0);
      // A thousand million closes all before it: a thousand of them is said as one number times that.
      total = scale === BILLION ? (total + here) * scale : total + here * scale;
      [group, digit] = [0, undefined];
    } else return undefined;
    any = true;
    if (!Number.isSafeInteger(total)) return undefined;
  }
  const whole = total + group + (digit ?? 0);
  return any && Number.isSafeInteger(whole) ? asDong(whole) : undefined;
}
