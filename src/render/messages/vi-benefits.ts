import type { Refusals } from '../messages.ts';
import { objection } from './vi-rules.ts';
import { day } from './vi-terms.ts';

const VERBS: Readonly<Record<string, string>> = {
  approve: 'duyệt',
  pay: 'chi',
  sign: 'ký nhận',
  return: 'thu lại',
};

/** How the value of each kind of rule is written. */
const RULE_VALUES: Readonly<Record<string, string>> = {
  cap: '1000000 · 3000000/year',
  level: '500000',
  times: '2/year · 1/round · 1/life/household',
  years: '5',
  who: 'member worker relative retired',
  units: 'grassroots section',
  paper: 'commune:pay · application:approve · handover:end',
};

/** Refusals of awards, rounds and the rules they follow. */
export const benefitFailures = {
  'award.none': ({ round, kind, verb }) => [
    `Đợt ${round} không còn suất nào để ${VERBS[verb] ?? verb}.`,
    'Suất phải được đề nghị trước khi duyệt, duyệt trước khi chi, chi trước khi ký nhận.',
    `Xem tình trạng: phucloi ${kind} list --round ${round}`,
  ],
  'award.day': ({ award, day: on, decided }) => [
    `Suất ${award}: ngày ${day(on)} trước ngày ${day(decided)}.`,
    'Ngày chi không trước ngày quyết định, ngày ký nhận không trước ngày chi.',
    'Sửa --on rồi chạy lại.',
  ],
  'rule.broken': ({ award, rule, subject, allowed, found, source, more, kind }) => [
    `Suất ${award} trái quy định ${rule}${source === undefined ? '' : ` (${source})`}: ${objection(subject, allowed, found)}.${more > 0 ? ` Còn ${more} chỗ nữa như vậy.` : ''}`,
    'Suất ngoài quy định phải có người thứ hai ký chịu trách nhiệm, nêu lý do; vượt mức thì cần thêm số quyết định.',
    kind === undefined
      ? `Sửa cho đúng, hoặc thêm --waive ${rule} --waived-by "…" --reason "…" [--waive-decision …].`
      : `Bổ sung cho đủ, hoặc: phucloi ${kind} waive --case ${award} --rule ${rule} --by "…" --reason "…" [--decision …]`,
  ],
  'waiver.decision': ({ rule }) => [
    `Vượt quy định ${rule} mà không có số quyết định.`,
    'Chi vượt mức phải có quyết định riêng của người có thẩm quyền.',
    'Thêm số quyết định: --waive-decision SỐ (lệnh waive: --decision SỐ).',
  ],
  'approval.self': ({ award }) => [
    award === undefined
      ? 'Người duyệt lại chính là người nhập.'
      : `Người duyệt trùng tên với người nhận suất ${award}.`,
    'Người duyệt không duyệt suất của mình và không duyệt suất do mình nhập.',
    'Ghi đúng người ký quyết định vào --by; chỉ là trùng tên thì: phucloi setting set approval.same on',
  ],
  'rule.value': ({ what, value }) => [
    `«${value}» không phải giá trị của quy định loại ${what}.`,
    `Phải viết như: ${RULE_VALUES[what]}`,
    'Sửa --value rồi chạy lại.',
  ],
  'waiver.same': () => [
    'Người ký cho phép ngoài quy định lại chính là người nhập.',
    'Người ký phải là người khác.',
    'Ghi tên người thứ hai đã ký vào --waived-by.',
  ],
  'award.second': ({ round }) => [
    `Người này đã có một suất trong đợt ${round}.`,
    'Mỗi người một suất trong một đợt.',
    'Kiểm tra lại mã người nhận.',
  ],
  'level.missing': ({ round, category }) => [
    `Đợt ${round} không có mức cho đối tượng «${category}».`,
    'Phải nêu số tiền, hoặc đợt có mức cho đối tượng đó.',
    'Thêm --amount, hoặc tạo đợt với --level ĐỐI-TƯỢNG=SỐ-TIỀN.',
  ],
  'award.goods': ({ award, fund }) => [
    `Suất ${award} không có phần hiện vật nào quỹ ${fund} còn phải giao.`,
    'Phần hiện vật phải được duyệt, do quỹ này chi và chưa giao.',
    'Xem tình trạng: phucloi gift list',
  ],
} satisfies Partial<Refusals['failures']>;
