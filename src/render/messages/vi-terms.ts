import { formatDay, formatDong } from '../figures.ts';

export const d = (amount: number): string => `${formatDong(amount, 'vi')} đ`;

export const day = formatDay;

/** A span of months (domain/span.ts) inside a sentence. */
export function span(label: string): string {
  if (label.includes('..')) return `từ tháng ${label.split('..').map(formatDay).join(' đến tháng ')}`;
  const [year = '', part = ''] = label.split('-');
  if (part === '') return `năm ${year}`;
  if (part.startsWith('Q')) return `quý ${part.slice(1)}/${year}`;
  if (part.startsWith('H')) return `6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} năm ${year}`;
  return `tháng ${part}/${year}`;
}

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const list = (items: readonly (string | number)[]): string => items.join(', ');

/** The places every book has from the start. */
const PLACES: Readonly<Record<string, string>> = {
  cash: 'két tiền mặt',
  bank: 'tài khoản ngân hàng',
};

/** A place on paper: by its name, or by its code where the treasurer gave it. */
export const placeName = (code: string): string => PLACES[code] ?? code;

/** A place on the screen: with the code that is typed for it. */
export const place = (code: string): string => (code in PLACES ? `${placeName(code)} (${code})` : code);

export const NOUNS = {
  fund: 'quỹ',
  place: 'nơi giữ tiền',
  unit: 'đơn vị',
  member: 'đoàn viên',
  round: 'đợt',
  award: 'suất hỗ trợ',
  entry: 'bút toán',
  voucher: 'chứng từ',
  document: 'danh sách đã nhập',
  holder: 'khoản tạm ứng',
  finding: 'phát hiện',
  statement: 'sao kê',
  donor: 'nhà hảo tâm',
  operation: 'thao tác',
  line: 'dòng sao kê',
  match: 'chỗ khớp',
  appeal: 'đợt vận động',
  loan: 'khoản vay giữa hai quỹ',
  rule: 'quy định',
  setting: 'thiết lập',
  decision: 'quyết định',
  officer: 'cán bộ',
  item: 'loại hiện vật',
  move: 'lần nhập, xuất kho',
} as const;

export const KINDS = {
  gift: 'quà',
  hardship: 'hỗ trợ khó khăn',
  visit: 'thăm hỏi',
  home: 'Mái ấm Công đoàn',
} as const;

export function goods(a: { quantity: number; measure: string; item: string }): string {
  return `${formatDong(a.quantity, 'vi')} ${a.measure} ${a.item}`;
}

/** The figures of a fund's identity, on the screen and on paper. */
export const FIGURES = {
  opening: 'Đầu kỳ',
  contributions: 'Ủng hộ',
  allocations: 'Cấp trên cấp',
  transfersIn: 'Quỹ khác sang',
  otherIn: 'Thu khác',
  disbursements: 'Chi chăm lo',
  remittances: 'Nộp cấp trên',
  transfersOut: 'Sang quỹ khác',
  otherOut: 'Chi khác',
  closing: 'Cuối kỳ',
} as const;

/** What is kept of a person, by its field. */
export const PERSONAL: Readonly<Record<string, string>> = {
  id: 'số CCCD',
  former: 'số CMND cũ',
  spouse: 'số CCCD của vợ hoặc chồng',
  phone: 'số điện thoại',
  account: 'số tài khoản',
  bank: 'ngân hàng',
  born: 'ngày sinh',
};
