import { once } from '../../domain/once.ts';
import type { Messages } from '../messages.ts';
import { doubtful } from './vi-people.ts';
import { d, day, list } from './vi-terms.ts';
import { unitOpen } from './vi-units.ts';

/** Kinds of lines of a bank's statement. */
export const lines: Messages['lines'] = {
  contribution: 'ủng hộ',
  fee: 'phí',
  vat: 'thuế GTGT',
  interest: 'lãi',
  refund: 'hoàn tiền',
  sweep: 'điều chuyển tự động',
  salary: 'lương',
  dues: 'đoàn phí',
  allocation: 'cấp trên cấp',
  payment: 'chi',
};

export const warnings = once((): Messages['warnings'] => ({
  'row.magnitude': (f) =>
    `Dòng ${some(f.rows)}: số tiền khác thường so với cả danh sách (có thể thiếu hàng nghìn). Đã ghi đúng như in; hỏi lại nơi gửi.`,
  'rows.suspect': (f) =>
    `${f.count} dòng giống dòng của danh sách khác (cùng ngày, số tiền, tên). Vẫn ghi; nên xem lại.`,
  'rows.left': (f) =>
    `Chưa nhận dòng ${some(f.rows)}. Vì thế không đối chiếu được với số cộng in trên danh sách.`,
  'donors.unsure': (f) =>
    `${f.unsure.length} tên chưa rõ của ai, đã ghi nhưng chưa gắn với người nào: ${f.unsure
      .slice(0, 5)
      .map(
        ({ row, candidates }) =>
          `dòng ${row} (${list(candidates.slice(0, 5))}${candidates.length > 5 ? ', …' : ''})`,
      )
      .join(
        '; ',
      )}${f.unsure.length > 5 ? '; …' : ''}. Nêu là ai cho những lần sau: phucloi donor match --name TÊN --is MÃ`,
  'lines.left-out': (f) =>
    `Không lấy vì không phải tiền ủng hộ: ${f.kinds.map((each) => `${each.lines} dòng ${lines[each.kind] ?? each.kind}`).join(', ')}.`,
  'lines.alike': (f) =>
    `${f.count} dòng giống dòng của sao kê trước (cùng ngày, số tiền); vẫn giữ trừ khi thêm --suspects skip:${f.alike
      .slice(0, 10)
      .map(
        (each) =>
          `\n  dòng ${each.row} | ${each.document} dòng ${each.documentRow} | ${day(each.day)} | ${d(each.amount)}`,
      )
      .join('')}${f.count > 10 ? `\n  … và ${f.count - 10} dòng nữa` : ''}`,
  'reported.unknown': (f) =>
    `Dòng ${some(f.rows)}: người được báo cáo không có suất nào trong đợt. Vẫn lưu; đối chiếu sẽ báo lỗi.`,
  'private.open': () =>
    'Sổ gốc mã hóa thông tin riêng; sổ dựng lại chưa có khóa, chưa ghi được thông tin riêng. Đặt cụm mật khẩu mới: phucloi private encrypt',
  'private.withheld': (f) =>
    `${f.fields} mục riêng tư (CCCD, điện thoại, số tài khoản, hoàn cảnh) không nằm trong tệp. Cần thì xuất với --private --purpose "LÝ DO".`,
  'template.unknown': (f) =>
    `${f.file}: biểu này không có ${list(f.names.slice(0, 12))}${f.names.length > 12 ? ', …' : ''}; những ô ấy để nguyên.`,
  'member.doubtful': ({ doubts }) => doubtful(doubts),
  'unit.open': unitOpen,
  'statement.unproved': () =>
    'Không có số dư nào để đối chiếu nên chưa chứng tỏ được sao kê đủ dòng. So tổng với bản giấy của ngân hàng.',
  'units.absent': (f) =>
    `Chưa có số liệu của ${f.units.length} đơn vị: ${list(f.units)}. Xem: phucloi collection list`,
  'units.behind': (f) => `Chỉ có số liệu đến tháng đã khóa: ${list(f.units)}.`,
  'passed.unmatched': (f) =>
    `Còn ${d(f.amount)} cấp, nộp mới có ở một sổ trong kỳ, chưa loại trừ. Xem: phucloi collection check --period THÁNG`,
  'list.many-days': (f) =>
    `Danh sách có ${f.days} ngày nên lập ${f.days} phiếu thu. Nếu tiền nộp một lần: --received-on NGÀY --from-person TÊN`,
}));

/** The first rows of many. */
function some(rows: readonly number[]): string {
  return rows.length <= 20 ? list(rows) : `${list(rows.slice(0, 20))}, … (${rows.length} dòng)`;
}
