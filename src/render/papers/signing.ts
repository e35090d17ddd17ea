import type { LineFacts } from '../../report/papers/line.ts';
import { formatDay, counted } from '../figures.ts';
import { vnd, vndEn } from './terms.ts';

type SigningLine =
  | 'control'
  | 'controls'
  | 'pageSum'
  | 'carrier'
  | 'returning'
  | 'returnFigure'
  | 'returnAgreed'
  | 'returnNone';
type SigningTexts = { readonly [K in SigningLine]: (facts: LineFacts[K]) => string };

/** The sentences of signing lists and of the minutes of money that came back from them. */
export const signingVi: SigningTexts = {
  control: (f) => `Mã kiểm soát: ${f.code}`,
  controls: (f) => `Mã kiểm soát: ${f.code} (cả danh sách: ${f.list})`,
  pageSum: (f) => `Cộng trang ${f.page}`,
  carrier: (f) => `Người phát: ${f.name} (tạm ứng theo ${f.voucher} ngày ${formatDay(f.day)})`,
  returning: () => 'BIÊN BẢN TRẢ LẠI TIỀN CHƯA PHÁT',
  returnFigure: (f) =>
    ({
      handed: '1. Số tiền đã giao người phát',
      signed: '2. Đã phát, có ký nhận',
      unsigned: '3. Chưa phát (1 - 2)',
      returned: '4. Đã nộp lại quỹ',
      open: '5. Người phát còn giữ (3 - 4)',
    })[f.figure],
  returnAgreed: (f) =>
    `Hai bên thống nhất: ${f.awards} suất chưa phát, cộng ${vnd(f.amount)}, được trả lại quỹ; các suất này trở lại là đã duyệt, chưa chi. Biên bản lập thành 02 bản, mỗi bên giữ 01 bản.`,
  returnNone: () => 'Không còn suất nào chưa phát.',
};

export const signingEn: SigningTexts = {
  control: (f) => `Control code: ${f.code}`,
  controls: (f) => `Control code: ${f.code} (whole list: ${f.list})`,
  pageSum: (f) => `Subtotal of page ${f.page}`,
  carrier: (f) => `Distributor: ${f.name} (advance ${f.voucher} of ${formatDay(f.day)})`,
  returning: () => 'MINUTES OF MONEY NOT HANDED OUT AND RETURNED',
  returnFigure: (f) =>
    ({
      handed: '1. Handed to the distributor',
      signed: '2. Handed out and signed for',
      unsigned: '3. Not handed out (1 - 2)',
      returned: '4. Returned to the fund',
      open: '5. Still with the distributor (3 - 4)',
    })[f.figure],
  returnAgreed: (f) =>
    `Both sides agree: ${counted(f.awards, 'award was', 'awards were')} not handed out, ${vndEn(f.amount)} in all, and go back to the fund; these awards are approved and unpaid again. Made in two copies, one for each side.`,
  returnNone: () => 'Nothing is left that was not handed out.',
};

export const SIGNING_COLUMNS_VI = {
  total: 'Thành tiền',
  receivedOn: 'Ngày nhận',
  proxy: 'Người nhận thay',
  relation: 'Quan hệ',
  proxyPaper: 'Giấy tờ',
} as const;

export const SIGNING_COLUMNS_EN = {
  total: 'Amount (total)',
  receivedOn: 'Received on',
  proxy: 'Proxy',
  relation: 'Relation',
  proxyPaper: 'Proxy paper',
} as const;
