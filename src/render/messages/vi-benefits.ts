import type { Refusals } from '../messages.ts';
import { objection } from './vi-rules.ts';
import { day } from './vi-terms.ts';

const VERBS: Readonly<Record<string, string>> = {
  approve: 'duyệt',
  pay: 'chi',
  sign: 'ký nhận',
  return: 'thu lại',
  sheet: 'in danh sách ký nhận',
};

/** A list's file and, where it has several, its sheet. */
const at = (file: string, sheet: string) => (sheet === '' ? file : `${file}, tờ «${sheet}»`);

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
  'rule.broken': ({ award, rule, subject, allowed, found, source, more }) => [
    `Suất ${award} trái quy định ${rule}${source === undefined ? '' : ` (${source})`}: ${objection(subject, allowed, found)}.${more > 0 ? ` Còn ${more} chỗ nữa như vậy.` : ''}`,
    'Suất ngoài quy định phải có người thứ hai ký chịu trách nhiệm, nêu lý do; vượt mức thì cần thêm số quyết định.',
    `Sửa cho đúng, hoặc thêm --waive ${rule} --waived-by "…" --reason "…" [--waive-decision …].`,
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
  'sheet.control': ({ file, sheet, control }) => [
    control === ''
      ? `${at(file, sheet)}: không có mã kiểm soát.`
      : `${at(file, sheet)}: mã kiểm soát ${control} không khớp với sổ.`,
    'Mã khớp khi các suất, số tiền và khoản đã chi của tờ vẫn như lúc in; sổ đã thay đổi thì tờ cũ không dùng được.',
    'In lại bằng phucloi gift sheet, ký lại hoặc chép dấu ký sang; không dùng dấu ký trên tệp: --all --except …',
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
