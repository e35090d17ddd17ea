import type { FailureFacts } from '../../domain/failure-facts.ts';
import { day, NOUNS } from './vi-terms.ts';

type Altered = FailureFacts['book.altered'];

/** Rows of the book, by table. */
const ROWS: Readonly<Record<string, string>> = {
  ...NOUNS,
  acceptance: 'chấp nhận',
  account: 'tài khoản',
  acknowledgement: 'ký nhận',
  advance: 'tạm ứng',
  award_event: 'bước của suất',
  beneficiary: 'người thụ hưởng',
  cash_count: 'biên bản kiểm kê',
  change: 'thay đổi danh mục',
  decision: 'quyết định',
  disbursement: 'khoản chi',
  entity: 'đơn vị giữ sổ',
  handout: 'khoản giao phát',
  level: 'mức chi',
  period_event: 'khóa sổ',
  purpose: 'mục đích quỹ',
  alias: 'tên gọi khác của nhà hảo tâm',
  statement_line: 'dòng sao kê',
  statement_break: 'chỗ lệch số dư đã chấp nhận',
  item: 'loại hiện vật',
  stock: 'lần nhập, xuất kho',
  disclosure: 'lần đưa ra ngoài sổ',
  undo: 'lần hủy thao tác',
  wording: 'lời ghi',
  private: 'thông tin riêng',
  vault: 'khóa của thông tin riêng',
};

/** What a book is made of besides its rows. */
const SHAPES: Readonly<Record<string, string>> = {
  trigger: 'bộ chặn sửa (trigger)',
  index: 'chỉ mục',
  table: 'bảng dữ liệu',
  view: 'bảng dữ liệu',
};

/** What was found otherwise than the program wrote or made it. */
export function alteredRow({ kind, name, operation }: Altered): string {
  const shape = SHAPES[kind];
  if (shape !== undefined) return name === '' ? `${shape} lạ của sổ` : `${shape} của sổ (bảng ${name})`;
  if (kind === 'balance_day') return `số dư cộng sẵn ngày ${day(name)}`;
  return `${ROWS[kind] ?? kind}${name === '' ? '' : ` ${name}`}${operation === 0 ? '' : ` (thao tác ${operation})`}`;
}

const KEEP = 'Giữ nguyên tệp này làm bằng chứng và dùng bản sao lưu còn khớp: phucloi verify --book BẢN-SAO';

/** The refusal of a book that is not what the program wrote. */
export function altered(facts: Altered): [string, string, string] {
  const told = `Sổ đã bị sửa ngoài chương trình: ${alteredRow(facts)}`;
  if (facts.kind in SHAPES)
    return [
      `${told} không đúng như chương trình lập.`,
      'Bảng, chỉ mục và bộ chặn sửa của sổ phải đúng như lúc lập sổ, không thêm, không bớt.',
      KEEP,
    ];
  if (facts.kind === 'balance_day')
    return [`${told} không khớp các bút toán.`, 'Số dư mỗi ngày phải bằng các bút toán cộng lại.', KEEP];
  return [`${told} không khớp niêm phong của sổ.`, 'Mọi dòng đã ghi phải y nguyên như lúc ghi.', KEEP];
}
