import { once } from '../../domain/once.ts';
import { counted } from '../figures.ts';
import type { PayMessages } from './paid.ts';
import { d, goods, list } from './en-terms.ts';

export const pay = once((): PayMessages => ({
  apart: (a) => `From own funds: ${d(a.own)}. From every source: ${d(a.total)}.`,
  vouchers: (a) =>
    a.length < 4 ? list(a) : `${a[0] ?? ''} … ${a.at(-1) ?? ''} (${counted(a.length, 'voucher')})`,
  waiting: (a) => `${counted(a, 'part is', 'parts are')} not due or wait for a paper, and were not paid.`,
  gave: (a) =>
    `${a.voucher}: ${goods(a.goods)} given for ${counted(a.people, 'award')} of round ${a.round}, worth ${d(a.total)}, at a cost of ${d(a.goods.cost)}. ${goods({ ...a.goods, quantity: a.goods.left })} left in stock.`,
  serialsMore: (a) => `  … and ${a} more awards; --json has every serial.`,
  serials: (a) => `  ${a.award}: ${a.serials}`,
  transfers: (a) =>
    `List of transfers: ${a.path} (${counted(a.rows, 'row')}, layout ${a.layout}).${a.verified ? '' : " This layout was not compared with the bank's form: check its columns before sending."}`,
  cameBack: (a) =>
    `${list(a.vouchers)}: took back ${d(a.total)} of ${counted(a.cases, 'award')}; they are approved and unpaid again.`,
  transferred: (a) =>
    `Recorded that the bank transferred ${counted(a.signed, 'award')} of round ${a.round}, ${d(a.total)}.${a.unsigned > 0 ? `\n${counted(a.unsigned, 'award is', 'awards are')} still unsigned.` : ''}`,
}));
