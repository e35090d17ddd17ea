import { once } from '../../domain/once.ts';
import { VISITS } from './vi-cases.ts';
import type { CaseTexts } from './show.ts';
import { PAPER_NAMES } from './vi-papers.ts';
import { d, day, place } from './vi-terms.ts';

const EVENTS = { propose: 'Đề nghị', approve: 'Duyệt', reject: 'Không duyệt', cancel: 'Hủy' };
const HOW = {
  bulk: 'xác nhận chung',
  checked: 'đã đối chiếu danh sách ký',
  listed: 'theo danh sách ký',
  transfer: 'ngân hàng báo đã chuyển',
};

export const cases = once((): CaseTexts => ({
  head: (a) => `Suất ${a.case} – ${a.roundName} (${a.round})`,
  person: (a) =>
    `Người nhận: ${a.name} (${a.member}), đơn vị ${a.unit}${a.category === '' ? '' : `; đối tượng ${VISITS[a.category] ?? a.category}`}${a.area === '' ? '' : `; địa bàn ${a.area}`}. Tình trạng: ${a.state}.`,
  sums: (a) =>
    `Chi từ quỹ của đơn vị: ${d(a.own)}. Tổng chăm lo mọi nguồn: ${d(a.total)}.${a.cost === undefined ? '' : ` Giá trị cả căn nhà: ${d(a.cost)}.`}`,
  event: (a) =>
    `${EVENTS[a.kind]}: ${[
      a.decision === undefined || a.day === undefined ? '' : `quyết định ${a.decision} ngày ${day(a.day)}`,
      a.by === undefined ? '' : a.kind === 'reject' ? `người quyết định ${a.by}` : `${a.by} ký`,
      a.reason === undefined ? '' : `lý do: ${a.reason}`,
      `ghi sổ ngày ${day(a.recordedAt.slice(0, 10))}`,
    ]
      .filter(Boolean)
      .join('; ')}`,
  handout: (a) =>
    `Giao người phát phần ${a.line}: ${a.voucher} ngày ${day(a.day)}${a.due === undefined ? '' : `, hạn ${day(a.due)}`}${a.broughtBack === undefined ? '' : `; người phát đã nộp lại ngày ${day(a.broughtBack.day)} (${a.broughtBack.voucher})`}`,
  payment: (a) =>
    [
      `${a.form === 'goods' ? 'Giao hiện vật' : 'Chi'} phần ${a.line}: ${a.voucher ?? 'trước khi mở sổ'} ngày ${day(a.day)}, ${d(a.amount)}${a.fund === undefined ? '' : `, quỹ ${a.fund}`}${a.place === undefined ? '' : `, ${place(a.place)}`}`,
      a.signed === undefined
        ? a.takenBack === undefined
          ? 'chưa ký nhận'
          : ''
        : `ký nhận ngày ${day(a.signed.day)} ${d(a.signed.amount)} (${HOW[a.signed.how]}${a.signed.paper === undefined ? '' : `, ${a.signed.paper}`}${a.signed.proxy === undefined ? '' : `; ký thay: ${a.signed.proxy}`})`,
      a.back === undefined ? '' : `đã nộp lại ${d(a.back)}`,
      a.takenBack === undefined
        ? ''
        : `${a.takenBack.how === 'return' ? 'đã thu lại' : 'đã đảo'} ngày ${day(a.takenBack.day)}${a.takenBack.voucher === undefined ? '' : ` (${a.takenBack.voucher})`}`,
    ]
      .filter(Boolean)
      .join('; '),
  payee: (a) => `Nhận thay: ${a.relation}`,
  paper: (a) =>
    `Giấy tờ: ${PAPER_NAMES[a.kind]}${a.due === undefined ? ` số ${a.number} ngày ${day(a.day)}` : `, còn nợ đến ngày ${day(a.due)}`}`,
  waiver: (a) =>
    `Ngoài quy định ${a.rule}: ${a.by} ký cho phép${a.decision === undefined ? '' : `, quyết định ${a.decision}`}; lý do: ${a.reason}`,
  reasonKept: ({ reason }) =>
    reason === undefined
      ? 'Hoàn cảnh, lý do hỗ trợ được giữ riêng, không in ở đây.'
      : `Hoàn cảnh, lý do: ${reason}`,
}));
