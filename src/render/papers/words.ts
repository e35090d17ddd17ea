import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';
import type { Dong } from '../../domain/dong.ts';

/** Words as the North writes them in papers: linh, nghìn, tỷ. No rule fixes them; the whole country reads them. */
function config(): ReadingConfig {
  const reading = new ReadingConfig();
  reading.unit = ['đồng'];
  reading.oddText = 'linh';
  reading.units = [[], ['nghìn'], ['triệu'], ['tỷ']];
  return reading;
}

/** An amount of đồng in Vietnamese words, as on a voucher: `Một triệu hai trăm nghìn đồng./.` */
export function dongInWords(amount: Dong): string {
  const words = doReadNumber(BigInt(amount), config());
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}./.`;
}
