import type { FinalLines } from '../../report/papers/final-lines.ts';
import { formatDay } from '../figures.ts';
import { spanEn, spanVi } from './terms.ts';

type FinalTexts = { readonly [K in keyof FinalLines]: (facts: FinalLines[K]) => string };

/** The sentences of the yearly settlement. */
export const finalVi: FinalTexts = {
  finalForm: (f) => (f.form === 'S82' ? 'Mẫu số: S82-TLĐ' : 'Mẫu số: B07-TLĐ'),
  finalTitle: (f) =>
    f.form === 'S82'
      ? f.part
        ? 'SỔ THU, CHI PHẦN PHÚC LỢI'
        : 'SỔ THU, CHI TÀI CHÍNH CÔNG ĐOÀN CƠ SỞ'
      : f.part
        ? 'THU, CHI PHẦN PHÚC LỢI'
        : 'BÁO CÁO QUYẾT TOÁN THU, CHI TÀI CHÍNH CÔNG ĐOÀN CƠ SỞ',
  welfareOnly: () => 'Phần phúc lợi – không thay B07',
  finalYear: (f) =>
    f.to === undefined ? `Năm ${f.year}` : `Năm ${f.year} (số liệu đến ngày ${formatDay(f.to)})`,
  finalFunds: (f) => `Quỹ: ${f.funds.map(({ code, name }) => `${name} (${code})`).join('; ')}`,
  finalAddress: (f) => `Địa chỉ: ${f.town || '…………………………'}`,
  finalPage: (f) => (f.page === 'in' ? 'Phần thu' : 'Phần chi'),
  codeName: (f) => `${f.name}${f.unsure ? ' (*)' : ''}`,
  codeTitle: (f) => `Mã ${f.code}`,
  codeOpening: () => 'Số dư đầu năm',
  codeMonth: (f) => `Cộng ${spanVi(f.month).toLowerCase()}`,
  codeYear: (f) => `Cộng năm ${f.year}`,
  codeClosing: (f) => `Số dư cuối kỳ (mã ${f.closing} = mã ${f.opening} + cộng thu - cộng chi)`,
  unsureNote: (f) =>
    `(*) Mã chưa xác minh theo văn bản gốc. Kế toán công đoàn kiểm tra trước khi ký, hoặc dùng bảng mã đã ký duyệt (--codes). ${f.source}`.trim(),
  assumedTitle: () => 'CHỨNG TỪ CHƯA GHI MÃ MỤC',
  assumedTab: () => 'Chưa có mã mục',
  assumedNote: (f) =>
    `${f.vouchers} chứng từ dưới đây không ghi mã mục (hoặc ghi mã không có trong bảng); mã được xếp theo loại thu, chi.`,
  basicPart: () => 'A – CÁC CHỈ TIÊU CƠ BẢN',
  basicWorkers: () => '1. Số lao động (người):',
  basicPayroll: () => '2. Quỹ tiền lương đóng kinh phí công đoàn:',
  basicMembers: (f) => `3. Số đoàn viên đến ngày ${formatDay(f.day)} (người):`,
  basicDues: () => '4. Quỹ tiền lương đóng đoàn phí:',
  basicStaff: () => '5. Số cán bộ công đoàn chuyên trách (người):',
  figuresPart: () => 'B – CÁC CHỈ TIÊU THU, CHI TÀI CHÍNH CÔNG ĐOÀN',
  finalGroup: (f) =>
    ({
      opening: 'Tài chính công đoàn tích lũy đầu kỳ',
      in: 'Thu',
      out: 'Chi',
      closing: 'Tài chính công đoàn tích lũy cuối kỳ',
      owed: 'Còn phải nộp cấp trên',
    })[f.group],
  finalSum: (f) => (f.group === 'in' ? 'Cộng thu' : 'Cộng chi'),
};

export const finalEn: FinalTexts = {
  finalForm: (f) => (f.form === 'S82' ? 'Form S82-TLĐ' : 'Form B07-TLĐ'),
  finalTitle: (f) =>
    f.form === 'S82'
      ? f.part
        ? 'INCOME AND SPENDING, WELFARE PART'
        : 'INCOME AND SPENDING OF THE GRASSROOTS UNION'
      : f.part
        ? 'INCOME AND SPENDING, WELFARE PART'
        : "SETTLEMENT OF THE GRASSROOTS UNION'S FINANCE",
  welfareOnly: () => 'Welfare part – does not replace B07',
  finalYear: (f) => (f.to === undefined ? `Year ${f.year}` : `Year ${f.year} (up to ${formatDay(f.to)})`),
  finalFunds: (f) => `Funds: ${f.funds.map(({ code, name }) => `${name} (${code})`).join('; ')}`,
  finalAddress: (f) => `Address: ${f.town || '…………………………'}`,
  finalPage: (f) => (f.page === 'in' ? 'Income' : 'Spending'),
  codeName: (f) => `${f.name}${f.unsure ? ' (*)' : ''}`,
  codeTitle: (f) => `Code ${f.code}`,
  codeOpening: () => 'Opening balance',
  codeMonth: (f) => `${spanEn(f.month)} together`,
  codeYear: (f) => `Year ${f.year} together`,
  codeClosing: (f) => `Closing balance (code ${f.closing} = code ${f.opening} + income - spending)`,
  unsureNote: (f) =>
    `(*) A code not verified against the act. The union's accountant checks it before signing, or gives a table that is signed off (--codes). ${f.source}`.trim(),
  assumedTitle: () => 'VOUCHERS WITHOUT AN ITEM CODE',
  assumedTab: () => 'Without a code',
  assumedNote: (f) =>
    `Vouchers with no item code, or one that is not in the table: ${f.vouchers}. Theirs goes by the kind of income or spending.`,
  basicPart: () => 'A – BASIC FIGURES',
  basicWorkers: () => '1. Workers:',
  basicPayroll: () => '2. Payroll that the union contribution is paid on:',
  basicMembers: (f) => `3. Members on ${formatDay(f.day)}:`,
  basicDues: () => '4. Payroll that dues are paid on:',
  basicStaff: () => '5. Full-time union officers:',
  figuresPart: () => "B – INCOME AND SPENDING OF THE UNION'S FINANCE",
  finalGroup: (f) =>
    ({
      opening: 'Accumulated at the beginning',
      in: 'Income',
      out: 'Spending',
      closing: 'Accumulated at the end',
      owed: 'Still to be remitted',
    })[f.group],
  finalSum: (f) => (f.group === 'in' ? 'Income together' : 'Spending together'),
};

export const FINAL_COLUMNS_VI = {
  bookOrder: 'Số TT',
  bookText: 'Tóm tắt nội dung',
  documentDay: 'Ngày chứng từ',
  incomeSum: 'Cộng thu',
  spendingSum: 'Cộng chi',
  rank: 'TT',
  itemText: 'NỘI DUNG',
  itemCode: 'MÃ SỐ',
  planned: 'DỰ TOÁN (được giao)',
  settled: 'QUYẾT TOÁN',
  approvedAbove: 'CẤP TRÊN DUYỆT',
} as const;

export const FINAL_COLUMNS_EN = {
  bookOrder: 'No.',
  bookText: 'Content',
  documentDay: "Voucher's day",
  incomeSum: 'Income',
  spendingSum: 'Spending',
  rank: 'No.',
  itemText: 'ITEM',
  itemCode: 'CODE',
  planned: 'BUDGET',
  settled: 'SETTLED',
  approvedAbove: 'APPROVED ABOVE',
} as const;
