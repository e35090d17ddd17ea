import type { Messages, Refusals } from '../messages.ts';
import { d, day, list } from './vi-terms.ts';
import { PAPER_NAMES } from './vi-papers.ts';

/** Occasions of visits, by the codes under which they are kept. */
export const VISITS: Readonly<Record<string, string>> = {
  sick: 'ốm đau',
  bereavement: 'việc hiếu',
  wedding: 'việc hỷ',
  birth: 'thai sản',
};

export const casesDone = (): Pick<Messages['done'], 'opened' | 'visited' | 'dueParts'> => ({
  opened: (a) => {
    const first = a.due[0];
    const last = a.due.at(-1);
    return [
      `Đã lập hồ sơ ${a.case}, ${d(a.total)}.`,
      ...(first === undefined || last === undefined
        ? []
        : [`Chi làm ${a.due.length} kỳ hằng tháng, từ ${day(first)} đến ${day(last)}.`]),
      ...(a.promised.length === 0 || a.papersDue === undefined
        ? []
        : [
            `Chi trước, hạn bổ sung giấy tờ ${day(a.papersDue)}: ${list(a.promised.map((paper) => PAPER_NAMES[paper]))}.`,
          ]),
      ...(a.reason ? ['Hoàn cảnh được giữ riêng, không in ra bất kỳ danh sách nào.'] : []),
    ].join('\n');
  },
  dueParts: (a) =>
    a.parts === 0
      ? `Đến hết tháng ${day(a.on.slice(0, 7))} không có kỳ nào phải chi.`
      : `Phải chi ${d(a.total)}: ${a.parts} kỳ của ${a.cases} hồ sơ.${a.overdue.parts === 0 ? '' : ` Trong đó các tháng trước còn nợ ${a.overdue.parts} kỳ, ${d(a.overdue.total)}.`}`,
  visited: (a) =>
    [
      `${a.case}: thăm hỏi (${VISITS[a.kind] ?? a.kind}) ${d(a.amount)}, theo ${a.decision}.`,
      a.voucher === ''
        ? 'Chưa chi.'
        : `${a.voucher}: đã chi, ${a.signed ? 'đã ký nhận' : 'chưa có ký nhận'}.`,
    ].join('\n'),
});

export const caseFailures = {
  'visit.undecided': ({ category, amount, level, standing }) => [
    standing === ''
      ? `Chưa có gì quyết định khoản thăm hỏi (${VISITS[category] ?? category}) ${d(amount)}.`
      : level === undefined
        ? `Khoản thăm hỏi (${VISITS[category] ?? category}) ${d(amount)}: ${standing} không có mức cho trường hợp này.`
        : `Khoản thăm hỏi (${VISITS[category] ?? category}) ${d(amount)} vượt mức ${d(level)} theo ${standing}.`,
    'Mỗi khoản thăm hỏi phải theo một điều của quy chế chi tiêu, trong mức của điều đó, hoặc theo một quyết định riêng.',
    standing === ''
      ? 'Thêm --decision SỐ, hoặc nêu điều của quy chế một lần: phucloi setting set visit.standing "Điều … Quy chế chi tiêu nội bộ"'
      : 'Chi trong mức, hoặc thêm --decision SỐ.',
  ],
} satisfies Partial<Refusals['failures']>;
