import { formatDay, formatDong } from '../figures.ts';

export const d = (amount: number): string => `${formatDong(amount, 'vi')} đ`;

export const day = formatDay;

export const list = (items: readonly (string | number)[]): string => items.join(', ');

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
  decision: 'quyết định',
  appeal: 'đợt vận động',
  officer: 'cán bộ',
} as const;

export const KINDS = { gift: 'quà', hardship: 'hỗ trợ khó khăn', home: 'Mái ấm Công đoàn' } as const;
