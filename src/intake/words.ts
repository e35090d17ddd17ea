import { asDong, type Dong } from '../domain/dong.ts';

const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };

/** Words around an amount that are no part of it. */
const SILENT = new Set(['linh', 'lẻ', 'và', 'chẵn', 'tròn', 'việt', 'nam', 'vnd']);

/**
 * Reads an amount written in words (`Sáu triệu bảy trăm nghìn đồng chẵn`), after a label and its colon where there is
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
  let group = 0;
  let digit: number | undefined;
  let any = false;
  for (const word of words) {
    if (word === 'đồng') break;
    if (SILENT.has(word)) continue;
    const value = DIGITS[word];
    const scale = SCALES[word];
    if (value !== undefined) {
      group += digit ?? 0;
      digit = value;
    } else if (word === 'mười') {
      group += (digit ?? 0) + 10;
      digit = undefined;
    } else if (word === 'mươi') {
      group += (digit ?? 1) * 10;
      digit = undefined;
    } else if (word === 'trăm') {
      group += (digit ?? 1) * 100;
      digit = undefined;
    } else if (scale !== undefined) {
      const here = group + (digit ?? 0);
      // `tỷ` closes all before it: một nghìn tỷ is a thousand times a thousand million.
      total = scale === 1e9 ? (total + here) * scale : total + here * scale;
      group = 0;
      digit = undefined;
    } else return undefined;
    any = true;
    if (!Number.isSafeInteger(total)) return undefined;
  }
  const whole = total + group + (digit ?? 0);
  return any && Number.isSafeInteger(whole) ? asDong(whole) : undefined;
}
