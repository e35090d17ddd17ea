import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';
import type { Dong } from '../../domain/dong.ts';
import type { LineFacts } from '../../report/papers/line.ts';
import { vnd } from './terms.ts';
import type { Spelling } from '../../report/papers/paper.ts';

/** Words as the North writes them in papers: linh, nghìn, tỷ. No rule fixes them; the whole country reads them. */
const NORTHERN: Spelling = { odd: 'linh', thousand: 'nghìn' };

function config({ odd, thousand }: Spelling): ReadingConfig {
  const reading = new ReadingConfig();
  reading.unit = ['đồng'];
  reading.oddText = odd;
  reading.units = [[], [thousand], ['triệu'], ['tỷ']];
  return reading;
}

/** An amount of đồng in Vietnamese words, as on a voucher: `Một triệu hai trăm nghìn đồng./.` */
export function dongInWords(amount: Dong, spelling: Spelling = NORTHERN): string {
  const words = doReadNumber(BigInt(amount), config(spelling));
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}./.`;
}

type WordLine = 'words' | 'sumInWords' | 'articleAmount' | 'closingWords';

/** The sentences that spell an amount, as a union spells it. */
export function spelled(spelling?: Spelling): { readonly [K in WordLine]: (facts: LineFacts[K]) => string } {
  return {
    words: (f) => dongInWords(f.amount, spelling),
    articleAmount: (f) =>
      `Tổng số tiền: ${vnd(f.amount)} (bằng chữ: ${dongInWords(f.amount, spelling).replace('./.', '')}).`,
    sumInWords: (f) => `Tổng số tiền (bằng chữ): ${dongInWords(f.amount, spelling)}`,
    closingWords: (f) => `Số dư cuối kỳ (bằng chữ): ${dongInWords(f.amount, spelling)}`,
  };
}
