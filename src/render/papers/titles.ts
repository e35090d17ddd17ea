import type { ProgrammeKind } from '../../domain/award.ts';
import type { VoucherKind } from '../../domain/voucher.ts';

/** Titles of reports on what was paid. */
export const REPORTS_VI: { readonly [K in ProgrammeKind]: string } = {
  gift: 'BÁO CÁO CHI QUÀ CHO ĐOÀN VIÊN, NGƯỜI LAO ĐỘNG',
  hardship: 'BÁO CÁO CHI HỖ TRỢ ĐOÀN VIÊN, NGƯỜI LAO ĐỘNG KHÓ KHĂN',
  visit: 'BÁO CÁO CHI THĂM HỎI ĐOÀN VIÊN, NGƯỜI LAO ĐỘNG',
  home: 'BÁO CÁO CHI HỖ TRỢ MÁI ẤM CÔNG ĐOÀN',
};

export const REPORTS_EN: { readonly [K in ProgrammeKind]: string } = {
  gift: 'REPORT ON GIFTS TO MEMBERS AND WORKERS',
  hardship: 'REPORT ON HARDSHIP SUPPORT TO MEMBERS AND WORKERS',
  visit: 'REPORT ON VISITS TO MEMBERS AND WORKERS',
  home: 'REPORT ON UNION HOME GRANTS',
};

/** Titles of signing lists. */
export const LISTS_VI: { readonly [K in ProgrammeKind]: string } = {
  gift: 'DANH SÁCH KÝ NHẬN QUÀ',
  hardship: 'DANH SÁCH KÝ NHẬN TIỀN HỖ TRỢ KHÓ KHĂN',
  visit: 'DANH SÁCH KÝ NHẬN TIỀN THĂM HỎI',
  home: 'DANH SÁCH KÝ NHẬN TIỀN HỖ TRỢ MÁI ẤM CÔNG ĐOÀN',
};

export const LISTS_EN: { readonly [K in ProgrammeKind]: string } = {
  gift: 'LIST OF GIFTS RECEIVED',
  hardship: 'LIST OF HARDSHIP SUPPORT RECEIVED',
  visit: 'LIST OF VISIT MONEY RECEIVED',
  home: 'LIST OF UNION HOME GRANTS RECEIVED',
};

/** Titles of vouchers. */
export const VOUCHERS_VI: { readonly [K in VoucherKind]: string } = {
  PT: 'PHIẾU THU',
  PC: 'PHIẾU CHI',
  BC: 'PHIẾU BÁO CÓ',
  BN: 'PHIẾU BÁO NỢ',
  PKT: 'PHIẾU KẾ TOÁN',
  NK: 'PHIẾU NHẬP KHO',
  XK: 'PHIẾU XUẤT KHO',
};

export const VOUCHERS_EN: { readonly [K in VoucherKind]: string } = {
  PT: 'CASH RECEIPT',
  PC: 'CASH PAYMENT',
  BC: 'BANK RECEIPT',
  BN: 'BANK PAYMENT',
  PKT: 'JOURNAL VOUCHER',
  NK: 'GOODS RECEIVED',
  XK: 'GOODS ISSUED',
};

/** What stands before the name of the other side of a voucher. */
export const PARTIES_VI: { readonly [K in VoucherKind]: string } = {
  PT: 'Họ và tên người nộp tiền:',
  PC: 'Họ và tên người nhận tiền:',
  BC: 'Người chuyển tiền:',
  BN: 'Người nhận tiền:',
  PKT: 'Người liên quan:',
  NK: 'Người giao hàng:',
  XK: 'Người nhận hàng:',
};

export const PARTIES_EN: { readonly [K in VoucherKind]: string } = {
  PT: 'Paid in by:',
  PC: 'Paid to:',
  BC: 'Transferred by:',
  BN: 'Paid to:',
  PKT: 'Person concerned:',
  NK: 'Delivered by:',
  XK: 'Received by:',
};
