import type { Dong } from '../../domain/dong.ts';
import type { LineFacts } from '../../report/papers/line.ts';
import { formatDay, counted } from '../figures.ts';
import { datedVi, vnd, vndEn } from './terms.ts';

type ClosingLine =
  | 'closing'
  | 'closedOn'
  | 'closingPart'
  | 'ownFunds'
  | 'ownSum'
  | 'heldFunds'
  | 'heldSum'
  | 'placeBare'
  | 'placeCounted'
  | 'placeStated'
  | 'placeConfirmed'
  | 'acceptedItem'
  | 'none'
  | 'lateItems'
  | 'lateList'
  | 'reopened'
  | 'changedItems'
  | 'changeList'
  | 'added'
  | 'reversedEntry'
  | 'headShort'
  | 'headFull';
type ClosingTexts = { readonly [K in ClosingLine]: (facts: LineFacts[K]) => string };

/** A count or a bank against the book, in đồng. */
function apartVi(difference: number): string {
  if (difference === 0) return 'khớp';
  return difference > 0 ? `thừa ${vnd(difference)}` : `thiếu ${vnd(-difference)}`;
}

const apartEn = (difference: Dong): string =>
  difference === 0 ? 'no difference' : `difference ${vndEn(difference)}`;

/** The sentences of closing minutes. */
export const closingVi: ClosingTexts = {
  closing: (f) => `BIÊN BẢN KHÓA SỔ THÁNG ${f.month.slice(5)} NĂM ${f.month.slice(0, 4)}`,
  closedOn: (f) => `Khóa sổ ${datedVi(f.day)}; người khóa sổ: ${f.by}`,
  closingPart: (f) =>
    [
      'I. Số dư các quỹ (đồng)',
      'II. Tiền tại các nơi giữ',
      'III. Sai lệch đã được chấp nhận',
      'IV. Khoản kỳ trước ghi kỳ này',
      'V. Thay đổi so với biên bản đã ký',
    ][f.number - 1] ?? '',
  ownFunds: () => 'Quỹ của đơn vị',
  ownSum: () => 'Cộng quỹ của đơn vị',
  heldFunds: () => 'Tiền giữ hộ',
  heldSum: () => 'Cộng tiền giữ hộ',
  placeBare: (f) =>
    `– ${f.name}: sổ ${vnd(f.book)}; ${f.cash ? 'không có tiền, không có phát sinh nên không kiểm kê' : 'chưa có sao kê hoặc xác nhận số dư của ngân hàng'}.`,
  placeCounted: (f) =>
    `– ${f.name}: sổ ${vnd(f.book)}; kiểm kê ngày ${formatDay(f.day)} đếm được ${vnd(f.balance)}${f.by === '' ? '' : ` (người kiểm đếm: ${f.by})`}; ${apartVi(f.difference)}.`,
  placeStated: (f) =>
    `– ${f.name}: sổ ${vnd(f.book)}; theo sao kê ${f.paper}, cuối ngày ${formatDay(f.day)} còn ${vnd(f.balance)}; ${apartVi(f.difference)}.`,
  placeConfirmed: (f) =>
    `– ${f.name}: sổ ${vnd(f.book)}; ngân hàng xác nhận ngày ${formatDay(f.day)} còn ${vnd(f.balance)}${f.paper === '' ? '' : ` (${f.paper})`}; ${apartVi(f.difference)}.`,
  acceptedItem: (f) =>
    `– ${f.text} Lý do: ${f.reason}. Người chấp nhận: ${f.by}; đến ngày ${formatDay(f.until)}.`,
  none: () => 'Không có.',
  lateItems: (f) => `${f.entries} bút toán, cộng ${vnd(f.amount)}, theo danh sách kèm theo.`,
  lateList: (f) => `KHOẢN KỲ TRƯỚC GHI VÀO THÁNG ${formatDay(f.month)}`,
  reopened: (f) =>
    `Biên bản đã ký ngày ${formatDay(f.day)}, mã niêm phong ${f.head}. Mở lại sổ: ${f.reason}. Người quyết định: ${f.by}.`,
  changedItems: (f) =>
    f.entries === 0
      ? 'Không có bút toán nào thay đổi.'
      : `${f.entries} bút toán ghi thêm${f.reversed > 0 ? `, trong đó ${f.reversed} bút toán đảo` : ''}, theo danh sách kèm theo.`,
  changeList: (f) => `THAY ĐỔI CỦA THÁNG ${formatDay(f.month)} SO VỚI BIÊN BẢN NGÀY ${formatDay(f.day)}`,
  added: () => 'Ghi thêm',
  reversedEntry: (f) => `Đảo bút toán ${f.entry}`,
  headShort: (f) => `Mã niêm phong: ${f.head}`,
  headFull: (f) => `Đầy đủ: ${f.head}`,
};

export const closingEn: ClosingTexts = {
  closing: (f) => `CLOSING MINUTES, MONTH ${f.month.slice(5)}/${f.month.slice(0, 4)}`,
  closedOn: (f) => `Closed on ${formatDay(f.day)} by ${f.by}`,
  closingPart: (f) =>
    [
      'I. Balances of the funds (đồng)',
      'II. Money by place',
      'III. Differences accepted',
      'IV. Of earlier periods, booked in this one',
      'V. Changes since the minutes that were signed',
    ][f.number - 1] ?? '',
  ownFunds: () => 'Own funds',
  ownSum: () => 'Own funds together',
  heldFunds: () => 'Money held for others',
  heldSum: () => 'Money held together',
  placeBare: (f) =>
    `– ${f.name}: ${vndEn(f.book)} in the book; ${f.cash ? 'empty and unused, so not counted' : 'no statement or confirmation of the bank'}.`,
  placeCounted: (f) =>
    `– ${f.name}: ${vndEn(f.book)} in the book; counted on ${formatDay(f.day)}${f.by === '' ? '' : ` by ${f.by}`}: ${vndEn(f.balance)}; ${apartEn(f.difference)}.`,
  placeStated: (f) =>
    `– ${f.name}: ${vndEn(f.book)} in the book; by statement ${f.paper} at the end of ${formatDay(f.day)}: ${vndEn(f.balance)}; ${apartEn(f.difference)}.`,
  placeConfirmed: (f) =>
    `– ${f.name}: ${vndEn(f.book)} in the book; confirmed by the bank on ${formatDay(f.day)}${f.paper === '' ? '' : ` (${f.paper})`}: ${vndEn(f.balance)}; ${apartEn(f.difference)}.`,
  acceptedItem: (f) => `– ${f.text} Reason: ${f.reason}. Accepted by ${f.by} until ${formatDay(f.until)}.`,
  none: () => 'None.',
  lateItems: (f) =>
    `${counted(f.entries, 'entry', 'entries')}, ${vndEn(f.amount)} together, on the list behind.`,
  lateList: (f) => `OF EARLIER PERIODS, BOOKED IN ${formatDay(f.month)}`,
  reopened: (f) =>
    `Minutes signed on ${formatDay(f.day)}, head ${f.head}. Opened again: ${f.reason}. Decided by ${f.by}.`,
  changedItems: (f) =>
    f.entries === 0
      ? 'No entry has changed.'
      : `${counted(f.entries, 'entry', 'entries')} booked${f.reversed > 0 ? `, ${f.reversed} of them reversals` : ''}, on the list behind.`,
  changeList: (f) => `CHANGES IN ${formatDay(f.month)} SINCE THE MINUTES OF ${formatDay(f.day)}`,
  added: () => 'Added',
  reversedEntry: (f) => `Reverses entry ${f.entry}`,
  headShort: (f) => `Head of the chain: ${f.head}`,
  headFull: (f) => `In full: ${f.head}`,
};
