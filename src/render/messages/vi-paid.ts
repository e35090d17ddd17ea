import { once } from '../../domain/once.ts';
import type { PayMessages } from './paid.ts';
import { d, goods, list } from './vi-terms.ts';

export const pay = once((): PayMessages => ({
  apart: (a) => `Chi từ quỹ của đơn vị: ${d(a.own)}. Tổng chăm lo mọi nguồn: ${d(a.total)}.`,
  vouchers: (a) => (a.length < 4 ? list(a) : `${a[0] ?? ''} … ${a.at(-1) ?? ''} (${a.length} phiếu)`),
  waiting: (a) => `Còn ${a} phần chưa đến kỳ hoặc còn chờ giấy tờ, chưa chi.`,
  gave: (a) =>
    `${a.voucher}: đã giao ${goods(a.goods)} cho ${a.people} suất đợt ${a.round}, trị giá ${d(a.total)}, giá vốn ${d(a.goods.cost)}. Kho còn ${goods({ ...a.goods, quantity: a.goods.left })}.`,
  serialsMore: (a) => `  … và ${a} suất nữa; xem cả danh sách sê-ri bằng --json.`,
  serials: (a) => `  ${a.award}: ${a.serials}`,
  transfers: (a) =>
    `Danh sách chuyển khoản: ${a.path} (${a.rows} dòng, mẫu ${a.layout}).${a.verified ? '' : ' Mẫu này chưa đối chiếu với biểu mẫu của ngân hàng: xem lại các cột trước khi gửi.'}`,
  cameBack: (a) =>
    `${list(a.vouchers)}: đã thu lại ${d(a.total)} của ${a.cases} suất; trở lại là đã duyệt chưa chi.`,
  transferred: (a) =>
    `Đã ghi ngân hàng xác nhận chuyển ${a.signed} suất đợt ${a.round}, ${d(a.total)}.${a.unsigned > 0 ? `\nCòn ${a.unsigned} suất chưa ký.` : ''}`,
}));
