import type { FormLines } from '../../report/papers/form-lines.ts';
import type { SignerRole } from '../../report/papers/paper.ts';
import { datedVi, DOTS } from './terms.ts';
import { formatDay } from '../figures.ts';

type FormTexts = { readonly [K in keyof FormLines]: (facts: FormLines[K]) => string };
type FormRole = Extract<SignerRole, 'leader' | 'chiefAccountant' | 'unionAccountant' | 'compiler'>;
type FormSigners = {
  readonly [R in FormRole]: { readonly office: readonly string[]; readonly hint: string };
};

const BY_HAND = DOTS.repeat(6);

/** The sentences of vouchers and of cash counts. */
export const formsVi: FormTexts = {
  formAct: (f) => f.act,
  budgetCode: (f) => `Mã QHNS: ${f.code || DOTS}`,
  receivedFull: () => 'Đã nhận đủ số tiền:',
  inFigures: () => '– Bằng số:',
  inWordsToo: () => '– Bằng chữ:',
  bankPlace: () => 'Tài khoản:',
  bankPapers: () => 'Số chứng từ ngân hàng:',
  cutHere: () => '- '.repeat(60).trim(),
  board: () => 'Ban kiểm kê gồm:',
  boardMember: (f) =>
    `– Ông/Bà: ${f.name || DOTS.repeat(2)}; ${{ head: 'Chủ tịch, Trưởng ban', accountant: 'Kế toán, ủy viên', cashier: 'Thủ quỹ, ủy viên' }[f.office]}`,
  boardMet: (f) => `Đã kiểm kê quỹ ${datedVi(f.day)}, kết quả như sau:`,
  differenceReason: () => `Lý do chênh lệch: ${BY_HAND}`,
};

export const formsEn: FormTexts = {
  formAct: (f) => f.act,
  budgetCode: (f) => `Budget unit code: ${f.code || DOTS}`,
  receivedFull: () => 'Received in full:',
  inFigures: () => '– In figures:',
  inWordsToo: () => '',
  bankPlace: () => 'Account:',
  bankPapers: () => "Bank's document no.:",
  cutHere: () => '- '.repeat(60).trim(),
  board: () => 'Counted by:',
  boardMember: (f) =>
    `– ${f.name || DOTS.repeat(2)}, ${{ head: 'chair, head of the count', accountant: 'accountant', cashier: 'cashier' }[f.office]}`,
  boardMet: (f) => `The box was counted on ${formatDay(f.day)}:`,
  differenceReason: () => `Reason for the difference: ${BY_HAND}`,
};

const [SIGN_VI, SEAL_VI] = ['(Ký, họ tên)', '(Ký, họ tên, đóng dấu)'];
const [SIGN_EN, SEAL_EN] = ['(Signature, name)', '(Signature, name, seal)'];

export const formSignersVi: FormSigners = {
  leader: { office: ['THỦ TRƯỞNG ĐƠN VỊ'], hint: SEAL_VI },
  chiefAccountant: { office: ['KẾ TOÁN TRƯỞNG'], hint: SIGN_VI },
  unionAccountant: { office: ['KẾ TOÁN CÔNG ĐOÀN'], hint: SIGN_VI },
  compiler: { office: ['NGƯỜI LẬP BIỂU'], hint: SIGN_VI },
};

export const formSignersEn: FormSigners = {
  leader: { office: ['HEAD OF THE UNION'], hint: SEAL_EN },
  chiefAccountant: { office: ['CHIEF ACCOUNTANT'], hint: SIGN_EN },
  unionAccountant: { office: ['UNION ACCOUNTANT'], hint: SIGN_EN },
  compiler: { office: ['PREPARED BY'], hint: SIGN_EN },
};
