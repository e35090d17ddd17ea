import type { LedgerColumn, LedgerLines } from '../../report/papers/ledger-lines.ts';
import { formatDay } from '../figures.ts';
import { DOTS, vndEn } from './terms.ts';

/** The closing balance in words is spelled as the union wants it (words.ts). */
type Said<Left extends keyof LedgerLines = never> = {
  readonly [K in Exclude<keyof LedgerLines, Left>]: (facts: LedgerLines[K]) => string;
};

export const ledgersVi: Said<'closingWords'> = {
  moneyBook: (f) => (f.cash ? 'SỔ QUỸ TIỀN MẶT' : 'SỔ TIỀN GỬI NGÂN HÀNG'),
  fundBook: () => 'SỔ CHI TIẾT QUỸ',
  journalBook: () => 'SỔ NHẬT KÝ CHUNG',
  trialBook: () => 'BẢNG CÂN ĐỐI PHÁT SINH',
  bookPurse: (f) => `Loại quỹ: ${f.fund ?? 'tất cả các quỹ'}. Nơi giữ tiền: ${f.place}`,
  bookFund: (f) => `Loại quỹ: ${f.name} (${f.code})`,
  bookDays: (f) => `Từ ngày ${formatDay(f.from)} đến ngày ${formatDay(f.to)}`,
  voucherNumbers: () => 'Số hiệu chứng từ',
  openingSides: () => 'Số dư đầu kỳ',
  turnoverSides: () => 'Phát sinh trong kỳ',
  closingSides: () => 'Số dư cuối kỳ',
  openingBalance: () => 'Số dư đầu kỳ',
  closingBalance: () => 'Số dư cuối kỳ',
  periodTurnover: () => 'Cộng phát sinh trong kỳ',
  monthTurnover: (f) => `Cộng phát sinh tháng ${formatDay(f.month)}`,
  yearToDate: (f) => `Lũy kế từ đầu năm đến hết tháng ${formatDay(f.month)}`,
  bookPages: () => `Sổ này có ${DOTS} trang, đánh số từ trang 01 đến trang ${DOTS}`,
  bookOpened: (f) => `Ngày mở sổ: ${formatDay(f.day)}`,
  voucherNote: (f) =>
    [...(f.cancelled ? ['HỦY'] : []), ...(f.paperNo === undefined ? [] : [`Số tay: ${f.paperNo}`])].join(
      '; ',
    ),
};

export const ledgersEn: Said = {
  moneyBook: (f) => (f.cash ? 'CASH BOOK' : 'BANK BOOK'),
  fundBook: () => 'FUND LEDGER',
  journalBook: () => 'GENERAL JOURNAL',
  trialBook: () => 'TRIAL BALANCE',
  bookPurse: (f) => `Fund: ${f.fund ?? 'all funds'}. Place: ${f.place}`,
  bookFund: (f) => `Fund: ${f.name} (${f.code})`,
  bookDays: (f) => `From ${formatDay(f.from)} to ${formatDay(f.to)}`,
  voucherNumbers: () => 'Voucher number',
  openingSides: () => 'Opening balance',
  turnoverSides: () => 'Turnover',
  closingSides: () => 'Closing balance',
  openingBalance: () => 'Opening balance',
  closingBalance: () => 'Closing balance',
  periodTurnover: () => 'Turnover of the period',
  monthTurnover: (f) => `Turnover of ${formatDay(f.month)}`,
  yearToDate: (f) => `Since 1 January, to the end of ${formatDay(f.month)}`,
  closingWords: (f) => `Closing balance: ${vndEn(f.amount)}`,
  bookPages: () => `This book has ${DOTS} pages, numbered from 01 to ${DOTS}`,
  bookOpened: (f) => `Opened on ${formatDay(f.day)}`,
  voucherNote: (f) =>
    [...(f.cancelled ? ['VOID'] : []), ...(f.paperNo === undefined ? [] : [`Paper no. ${f.paperNo}`])].join(
      '; ',
    ),
};

export const LEDGER_COLUMNS_VI: { readonly [K in LedgerColumn]: string } = {
  voucherDay: 'Ngày chứng từ',
  receiptNo: 'Thu',
  paymentNo: 'Chi',
  voucherNo: 'Số chứng từ',
  explained: 'Diễn giải',
  party: 'Người nộp, nhận',
  in: 'Thu',
  out: 'Chi',
  left: 'Tồn',
  paidIn: 'Gửi vào',
  takenOut: 'Rút ra',
  bankLeft: 'Số dư',
  account: 'TK',
  accountName: 'Tên tài khoản',
  debit: 'Nợ',
  credit: 'Có',
  openingDebit: 'Nợ',
  openingCredit: 'Có',
  closingDebit: 'Nợ',
  closingCredit: 'Có',
};

export const LEDGER_COLUMNS_EN: { readonly [K in LedgerColumn]: string } = {
  voucherDay: 'Voucher day',
  receiptNo: 'Receipt',
  paymentNo: 'Payment',
  voucherNo: 'Voucher',
  explained: 'For',
  party: 'Party',
  in: 'In',
  out: 'Out',
  left: 'Balance',
  paidIn: 'Paid in',
  takenOut: 'Taken out',
  bankLeft: 'Balance',
  account: 'Account',
  accountName: 'Name',
  debit: 'Debit',
  credit: 'Credit',
  openingDebit: 'Debit',
  openingCredit: 'Credit',
  closingDebit: 'Debit',
  closingCredit: 'Credit',
};
