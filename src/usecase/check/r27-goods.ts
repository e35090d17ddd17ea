import type { Found } from '../../domain/finding.ts';
import { error, never, type Rule } from './rule.ts';

/** Goods are never fewer than none, and where none are left no cost is. */
export const r27: Rule = {
  code: 'R27',
  group: 'goods',
  scope: 'month',
  kinds: { 'goods.negative': never('cashier'), 'goods.cost': error('accountant') },
  look: async (facts) => [
    ...(await facts.ask.goodsBelow(facts.to)).map((low): Found => ({
      kind: 'goods.negative',
      subject: `${low.fund}:${low.item}@${low.day}`,
      facts: low,
      day: low.day,
      mend: 'phucloi goods list',
    })),
    ...(await facts.ask.goodsCost(facts.to)).map((left): Found => ({
      kind: 'goods.cost',
      subject: `${left.fund}:${left.item}`,
      facts: left,
      mend: 'phucloi goods list',
    })),
  ],
};
