import type { Refusals } from '../messages.ts';
import { caseFailures, VISITS } from './vi-cases.ts';
import { objection } from './vi-rules.ts';
import { day } from './vi-terms.ts';

const VERBS: Readonly<Record<string, string>> = {
  approve: 'duyệt',
  pay: 'chi',
  sign: 'ký nhận',
  return: 'thu lại',
  reject: 'bác',
  cancel: 'hủy',
  reverse: 'đảo lần thu lại',
  document: 'ghi giấy tờ',
  sheet: 'in tờ ký nhận',
};

const STATES: Readonly<Record<string, string>> = {
  proposed: 'mới đề nghị',
  approved: 'đã duyệt',
  rejected: 'đã bị bác',
  cancelled: 'đã hủy',
  handed: 'đã giao người phát',
  paid: 'đã chi',
  signed: 'đã chi và đã ký nhận',
  document: 'ghi giấy tờ',
  sheet: 'in danh sách ký nhận',
};

/** A list's file and, where it has several, its sheet. */
const at = (file: string, sheet: string) => (sheet === '' ? file : `${file}, tờ «${sheet}»`);

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
  ...caseFailures,
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
      ? `Sửa cho đúng, hoặc thêm --waive ${rule} --waived-by "…" --waive-reason "…" [--waive-decision …].`
      : `${subject === 'paper' ? `Có giấy thì ghi vào hồ sơ: phucloi ${kind} paper … --case ${award} --on … --no …` : 'Bổ sung cho đủ'}, hoặc: phucloi ${kind} waive --case ${award} --rule ${rule} --by "…" --reason "…" [--decision …]`,
  ],
  'waiver.decision': ({ rule }) => [
    `Vượt quy định ${rule} mà không có số quyết định.`,
    'Chi vượt mức phải có quyết định riêng của người có thẩm quyền.',
    'Thêm số quyết định: --waive-decision SỐ (lệnh waive: --decision SỐ).',
  ],
  'approval.self': ({ award }) => [
    award === undefined
      ? 'Người duyệt lại chính là người nhập.'
      : `Người duyệt, người ký cho phép trùng tên với người nhận suất ${award}.`,
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
  'award.second': ({ round, twice }) =>
    twice === 'refuse'
      ? [
          `Người này đã có một suất trong đợt ${round}.`,
          'Đợt này đặt mỗi người một suất, dù nguồn nào chi (twice refuse).',
          `Kiểm tra lại mã người nhận; nếu đợt nhận thêm suất của nguồn khác: phucloi programme set ${round} --twice part`,
        ]
      : [
          `Người này đã có một suất của chính nguồn này trong đợt ${round}, hoặc chưa rõ nguồn.`,
          'Mỗi nguồn một suất cho một người trong một đợt (twice part).',
          'Kiểm tra lại mã người nhận, hoặc nêu nguồn khác: --payer QUỸ',
        ],
  'award.state': ({ award, kind, state, verb }) => [
    `Suất ${award} ${STATES[state] ?? state}, không ${VERBS[verb] ?? verb} được.`,
    verb === 'reverse'
      ? 'Tiền đã thu lại của suất đã hủy không ghi ngược thành đã chi.'
      : 'Chỉ duyệt hoặc bác suất mới đề nghị; chỉ hủy suất mới đề nghị hoặc đã duyệt chưa chi.',
    verb === 'reject' && state === 'approved'
      ? `Hủy suất đã duyệt: phucloi ${kind} cancel --case ${award} --reason "…" --decision SỐ --on NGÀY --by "HỌ TÊN"`
      : `Xem suất này: phucloi ${kind} show ${award}`,
  ],
  'award.out': ({ award, kind, state }) => [
    `Suất ${award} ${STATES[state] ?? state}, chưa hủy được.`,
    state === 'handed'
      ? 'Tiền còn ở người phát thì chưa hủy: người phát nộp lại trước.'
      : 'Tiền đã chi phải thu lại trước khi hủy.',
    state === 'handed'
      ? 'Người phát nộp lại: phucloi advance settle --advance SỐ-PHIẾU --returned SỐ-TIỀN --on NGÀY'
      : `Thu lại: phucloi ${kind} return --case ${award} --on NGÀY --reason "…"`,
  ],
  'award.decided': ({ award, kind, decision }) => [
    `Suất ${award} đã được duyệt theo quyết định ${decision}.`,
    'Quyết định phải hủy bằng quyết định.',
    `Nêu quyết định hủy: phucloi ${kind} cancel --case ${award} --reason "…" --decision SỐ --on NGÀY --by "HỌ TÊN"`,
  ],
  'cases.rounds': ({ rounds }) => [
    `Các suất này thuộc ${rounds.length} đợt: ${rounds.join(', ')}.`,
    'Một lệnh chỉ làm trên các suất của một đợt.',
    'Chạy lệnh riêng cho từng đợt.',
  ],
  'level.missing': ({ round, category }) => [
    `Đợt ${round} không có mức cho đối tượng «${VISITS[category] ?? category}».`,
    'Phải nêu số tiền, hoặc đợt có mức cho đối tượng đó.',
    'Thêm --amount, hoặc tạo đợt với --level ĐỐI-TƯỢNG=SỐ-TIỀN.',
  ],
  'sheet.control': ({ file, sheet, control }) => [
    control === ''
      ? `${at(file, sheet)}: không có mã kiểm soát.`
      : `${at(file, sheet)}: mã kiểm soát ${control} không khớp với sổ.`,
    'Mã khớp khi các suất, số tiền và khoản đã chi của tờ vẫn như lúc in; sổ đã thay đổi thì tờ cũ không dùng được.',
    'In tờ trước khi chi mà còn nguồn chưa chi thì chi nốt. Không thì in lại bằng phucloi gift sheet, ký lại hoặc chép dấu ký sang; không dùng dấu ký trên tệp: --all --except …',
  ],
  'sheet.repeated': ({ file, sheet, control }) => [
    `${at(file, sheet)}: trùng mã kiểm soát ${control} với một tờ trước.`,
    'Mỗi tờ chỉ nộp một lần trong một tệp.',
    'Xóa tờ thừa rồi chạy lại.',
  ],
  'award.goods': ({ award, fund }) => [
    `Suất ${award} không có phần hiện vật nào quỹ ${fund} còn phải giao.`,
    'Phần hiện vật phải được duyệt, do quỹ này chi và chưa giao.',
    'Xem tình trạng: phucloi gift list',
  ],
} satisfies Partial<Refusals['failures']>;
