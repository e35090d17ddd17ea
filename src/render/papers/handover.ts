import type { HandoverPart, HandoverRole } from '../../report/papers/handover.ts';

/** What an office is, as minutes name it. */
export const OFFICES_VI: { readonly [R in HandoverRole]: string } = {
  cashier: 'thủ quỹ',
  accountant: 'kế toán',
  chair: 'chủ tịch, chủ tài khoản',
};

/** The heading of each part of a handover, and the name of its sheet. */
export const PARTS_VI: { readonly [P in HandoverPart]: readonly [string, string] } = {
  balances: ['Số dư từng quỹ theo nơi giữ tiền', 'Biên bản'],
  counts: ['PHỤ LỤC 1. KIỂM KÊ QUỸ GẦN NHẤT', 'Kiểm kê'],
  advances: ['PHỤ LỤC 2. TẠM ỨNG CHƯA THANH TOÁN', 'Tạm ứng'],
  unsigned: ['PHỤ LỤC 3. ĐÃ CHI, CHƯA CÓ KÝ NHẬN', 'Chưa ký nhận'],
  lines: ['PHỤ LỤC 4. DÒNG SAO KÊ CHƯA KHỚP', 'Sao kê chưa khớp'],
  unnamed: ['PHỤ LỤC 5. TIỀN CHỜ XÁC ĐỊNH', 'Chờ xác định'],
  dues: ['PHỤ LỤC 6. VIỆC CÓ HẠN', 'Việc có hạn'],
  goods: ['PHỤ LỤC 7. HIỆN VẬT TỒN KHO', 'Hiện vật'],
  series: ['PHỤ LỤC 8. SỐ CHỨNG TỪ CUỐI TRONG NĂM', 'Số chứng từ'],
};

export const OFFICES_EN: { readonly [R in HandoverRole]: string } = {
  cashier: 'cashier',
  accountant: 'accountant',
  chair: 'chair',
};

export const PARTS_EN: { readonly [P in HandoverPart]: readonly [string, string] } = {
  balances: ['Balance of each fund by place', 'Minutes'],
  counts: ['ANNEX 1. LAST CASH COUNTS', 'Counts'],
  advances: ['ANNEX 2. OPEN ADVANCES', 'Advances'],
  unsigned: ['ANNEX 3. PAID AND NOT SIGNED FOR', 'Not signed'],
  lines: ['ANNEX 4. BANK LINES WITHOUT AN ENTRY', 'Bank lines'],
  unnamed: ['ANNEX 5. UNIDENTIFIED MONEY', 'Unidentified'],
  dues: ['ANNEX 6. DEADLINES', 'Deadlines'],
  goods: ['ANNEX 7. GOODS IN STOCK', 'Goods'],
  series: ["ANNEX 8. THE YEAR'S LAST VOUCHERS", 'Vouchers'],
};
