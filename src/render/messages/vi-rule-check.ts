import type { Messages } from '../messages.ts';
import { d, day } from './vi-terms.ts';

/** More money or less, in words. */
const more = (amount: number) => (amount < 0 ? `bớt ${d(-amount)}` : `thêm ${d(amount)}`);

/** Which awards other rules would touch, rule by rule. */
export const rulesChecked: Messages['done']['rulesChecked'] = (a) =>
  [
    a.awards === 0
      ? `Thử ${a.rules} quy định trên ${a.judged} suất: không suất nào thay đổi. Chưa ghi gì vào sổ.`
      : `Thử ${a.rules} quy định trên ${a.judged} suất: ${a.awards} suất thay đổi. Chưa ghi gì vào sổ.`,
    ...a.totals.map((t) => {
      const parts = [
        t.breaks > 0 ? `${t.breaks} suất thành trái` : '',
        t.keeps > 0 ? `${t.keeps} suất thành đúng` : '',
        t.freed > 0 ? `${t.freed} suất không còn bị xét` : '',
        t.waived > 0 ? `${t.waived} suất đã được chấp thuận ngoài quy định` : '',
      ].filter(Boolean);
      const moves =
        t.difference === undefined || t.difference === 0 ? '' : `; theo đúng mức thì ${more(t.difference)}`;
      return `  ${t.rule}: ${parts.join(', ')}; cộng ${d(t.amount)}${moves}.`;
    }),
    ...(a.difference === undefined || a.difference === 0
      ? []
      : [`Theo đúng các mức mới thì cả thảy ${more(a.difference)}.`]),
  ].join('\n');

export const rulesTitle = (from: string | number | undefined): string =>
  from === undefined
    ? 'Các suất mà quy định mới làm thay đổi (đồng)'
    : `Các suất mà quy định mới làm thay đổi, nếu áp dụng từ ngày ${day(String(from))} (đồng)`;

export const RULE_COLUMNS = { rule: 'Quy định', change: 'Thay đổi', found: 'Mức và thực tế' } as const;

export const RULE_VALUES = {
  'change.breaks': 'thành trái',
  'change.keeps': 'thành đúng',
  'change.freed': 'không còn bị xét',
  'change.waived': 'đã được chấp thuận',
} as const;
