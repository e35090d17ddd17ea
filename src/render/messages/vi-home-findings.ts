import type { PaperKind } from '../../domain/paper.ts';
import type { FindingTexts } from './findings.ts';
import type { Refusals } from '../messages.ts';
import { MILESTONE_NAMES, PAPER_NAMES } from './vi-papers.ts';
import { d, day, list } from './vi-terms.ts';

const papers = (kinds: readonly PaperKind[]) => list(kinds.map((kind) => PAPER_NAMES[kind]));

/** What is wrong with houses, their papers, and what was reported of awards. */
export const homeFindings = {
  'home.household': (f) =>
    `Nhà ${f.award} và ${f.other}: vợ chồng (theo số định danh) đều được hỗ trợ nhà; mỗi hộ chỉ được hỗ trợ một lần.`,
  'home.papers': (f) => `Nhà ${f.award}: đã chi tiền mà hồ sơ thiếu ${papers(f.papers)}.`,
  'home.handover': (f) =>
    f.fault === 'order'
      ? `Nhà ${f.award}: bàn giao ngày ${day(f.day)}, trước ngày khởi công.`
      : `Nhà ${f.award}: đã chi ngày ${day(f.day)} phần chỉ được chi khi có ${PAPER_NAMES[f.paper]}; ngày ấy chưa có.`,
  'home.minutes': (f) =>
    `Nhà ${f.award}: chi đủ từ ${day(f.since)}, quá ${f.limit} ngày chưa có ${papers(f.papers)}.`,
  'home.stalled': (f) =>
    `Nhà ${f.award}: đã chi ${d(f.paid)}, từ ${day(f.since)} không có thêm mốc xây dựng nào (quá ${f.limit} ngày).`,
  'reported.unpaid': (f) => `Suất ${f.award}: báo cáo đã hỗ trợ ${d(f.reported)}, sổ chưa chi đồng nào.`,
  'reported.amount': (f) =>
    `Suất ${f.award}: báo cáo ${d(f.reported)}, người nhận ký ${d(f.signed)}${f.paid < f.signed ? `, đã nộp lại còn ${d(f.paid)}` : ''}.`,
  'reported.withdrawn': (f) =>
    `Suất ${f.award}: báo cáo đã hỗ trợ ${d(f.reported)}, nhưng suất này đã rút, không chi.`,
  'reported.unknown': (f) =>
    `Đợt ${f.round}: báo cáo có ${f.people} người không có suất nào trong sổ (danh sách:dòng ${list(f.rows)}${f.people > f.rows.length ? ', …' : ''}).`,
  'reported.count': (f) => `Đợt ${f.round}: báo cáo ${f.reported} người được hỗ trợ, sổ chi ${f.paid} người.`,
} satisfies Partial<FindingTexts['findings']>;

export const homeFailures = {
  'return.more': ({ award, left, amount }) => [
    `Không thu lại được ${d(amount)} của ${award}: phần đã chi chỉ còn ${d(left)}.`,
    'Số thu lại không quá số đã chi trừ số đã nộp lại trước đó.',
    'Nêu đúng số tiền nộp lại bằng --amount.',
  ],
  'instalment.sum': ({ amount, sum, difference }) => [
    `Các đợt chi cộng lại ${d(sum)}, mức hỗ trợ là ${d(amount)}: ${difference > 0 ? 'thừa' : 'thiếu'} ${d(Math.abs(difference))}.`,
    'Các đợt chi của một nhà cộng lại phải bằng mức hỗ trợ.',
    'Sửa --instalment hoặc --amount rồi chạy lại.',
  ],
  'milestone.twice': ({ award, milestone, day: on }) => [
    `Nhà ${award} đã có biên bản ${MILESTONE_NAMES[milestone]} ngày ${day(on)}.`,
    'Mỗi mốc chỉ ghi một lần.',
    'Ghi sai thì hủy thao tác đã ghi rồi ghi lại: phucloi operation list',
  ],
  'milestone.order': ({ award, milestone, day: on, other, otherDay }) => [
    `Nhà ${award}: ${MILESTONE_NAMES[milestone]} ngày ${day(on)}, mà ${MILESTONE_NAMES[other]} ngày ${day(otherDay)}.`,
    'Khởi công, móng, mái, nghiệm thu, bàn giao phải theo thứ tự ngày; được bỏ qua mốc giữa.',
    'Xem lại ngày trên biên bản, sửa --on rồi chạy lại.',
  ],
} satisfies Partial<Refusals['failures']>;
