import { once } from '../../domain/once.ts';
import type { Messages } from '../messages.ts';
import { VISITS } from './vi-cases.ts';
import { KINDS, day, placeName } from './vi-terms.ts';

export const phrases = once((): Messages['phrases'] => ({
  opening: () => 'Số dư đầu kỳ',
  listReceipt: (f) => `Thu ủng hộ theo danh sách${f.file === '' ? '' : ` ${f.file}`} (${f.rows} khoản)`,
  gift: () => 'Thu ủng hộ',
  allocated: () => 'Thu tiền cấp trên cấp',
  advanced: () => 'Chi tạm ứng',
  moved: (f) => `Chuyển tiền từ ${placeName(f.from)} sang ${placeName(f.to)}`,
  transferred: (f) => `Chuyển từ ${f.from} sang ${f.to}`,
  remitted: (f) => `Nộp ${f.fund} lên ${f.to}`,
  benefit: (f) => `Chi ${KINDS[f.kind]}: ${f.round} (${f.people} người, có danh sách kèm theo)`,
  visited: (f) => `Chi thăm hỏi đoàn viên (${VISITS[f.category] ?? f.category}), hồ sơ ${f.case}`,
  visitor: () => 'người thăm hỏi',
  handedOut: (f) => `Giao tiền đi phát: ${f.round} (${f.people} người)`,
  signedFor: (f) => `Thanh toán tạm ứng theo danh sách ký nhận: ${f.round} (${f.people} người)`,
  spent: (f) => `Chi từ tạm ứng ${f.voucher}`,
  returned: (f) =>
    f.minutes === undefined
      ? `Nộp lại tiền tạm ứng ${f.voucher}`
      : `Nộp lại tiền chưa phát của ${f.voucher} theo biên bản số ${f.minutes}`,
  lent: (f) => `${f.from} cho ${f.to} vay`,
  repaid: (f) => `Trả khoản vay ${f.voucher}`,
  supported: (f) => `Hỗ trợ ${f.unit}`,
  goodsBought: (f) => `Mua ${f.item} (${f.quantity} ${f.measure})`,
  goodsReceived: (f) => `Nhận ủng hộ ${f.item} (${f.quantity} ${f.measure})`,
  goodsGiven: (f) => `Xuất ${f.item} (${f.quantity} ${f.measure})${f.to === '' ? '' : `: ${f.to}`}`,
  goodsReversed: (f) => `Đảo ${f.voucher}: ${f.reason}`,
  surplus: (f) => `Thừa quỹ khi kiểm kê ${placeName(f.place)} ngày ${day(f.day)}`,
  shortage: (f) => `Thiếu quỹ khi kiểm kê ${placeName(f.place)} ngày ${day(f.day)}, thủ quỹ nhận nợ`,
  countAgain: (f) => `Kiểm kê lại ${placeName(f.place)} ngày ${day(f.day)}`,
  handover: (f) => `Bàn giao công việc ${OFFICES[f.role] ?? f.role}`,
  handedOver: (f) => `Bàn giao ${f.fund} cho ${f.to} theo ${f.document}`,
  tookOver: (f) => `Nhận bàn giao ${f.fund} từ ${f.from} theo ${f.document}`,
  bankFee: () => 'Phí ngân hàng',
  bankInterest: () => 'Lãi tiền gửi',
  paidBack: () => 'Trả lại tiền chờ xác định cho người chuyển',
  identified: (f) => `Xác định tiền chờ xác định của bút toán ${f.entry}`,
  bankLines: (f) =>
    `${{ contribution: 'Thu ủng hộ', fee: 'Phí ngân hàng', interest: 'Lãi tiền gửi', refund: 'Trả lại tiền chờ xác định', unidentified: 'Thu tiền chờ xác định' }[f.as]} theo sao kê (${f.lines} khoản)`,
  undone: (f) =>
    `${f.list ? 'Hủy lần nhập danh sách' : 'Hủy thao tác'} (${f.entries} bút toán${f.of === undefined ? '' : ` ngày ${day(f.of)}`}): ${f.reason}`,
  reversed: (f) =>
    `Đảo bút toán ${f.entry}${f.voucher === '' ? '' : ` (${f.voucher}${f.of === undefined ? '' : ` ngày ${day(f.of)}`})`}: ${f.reason}`,
  givenBack: (f) => `Thu lại tiền đã chi theo ${f.voucher}: ${f.reason}`,
  refunded: (f) => `Hoàn trả tiền ủng hộ${f.voucher === '' ? '' : ` (${f.voucher})`}: ${f.reason}`,
  openedAdvance: () => 'Tạm ứng chưa thanh toán đầu kỳ',
  openedLoan: (f) => `Quỹ ${f.to} vay quỹ ${f.from}, số dư đầu kỳ`,
  tetRound: (f) => `Tết ${f.name} ${f.year}`,
  yearRound: (f) => `${YEARLY[f.kind]} năm ${f.year}`,
}));

const YEARLY = {
  gift: 'Quà',
  hardship: 'Hỗ trợ đoàn viên khó khăn',
  visit: 'Thăm hỏi đoàn viên',
  home: 'Nhà Mái ấm Công đoàn',
} as const;

const OFFICES: Readonly<Record<string, string>> = {
  cashier: 'thủ quỹ',
  accountant: 'kế toán',
  chair: 'chủ tịch',
};
