import type { LineFacts } from '../../report/papers/line.ts';
import type { PackColumn, PackLines, PackName } from '../../report/papers/pack-lines.ts';
import { formatDay, counted } from '../figures.ts';

type PackTexts = { readonly [K in keyof PackLines]: (facts: LineFacts[K]) => string };

const TITLES_VI = {
  contributions: 'DANH SÁCH ỦNG HỘ, ĐÓNG GÓP',
  signing: 'TÌNH HÌNH KÝ NHẬN',
  exceptions: 'SAI LỆCH VÀ VIỆC CẦN LÀM',
  index: 'MỤC LỤC HỒ SƠ CUỐI THÁNG',
} as const;
const TITLES_EN = {
  contributions: 'CONTRIBUTIONS',
  signing: 'STATE OF SIGNATURES',
  exceptions: 'DIFFERENCES AND WHAT TO DO',
  index: 'MONTH-END FILES',
} as const;

const NAMES_VI: { readonly [N in PackName]: string } = {
  cashBook: 'Sổ quỹ tiền mặt',
  bankBook: 'Sổ tiền gửi',
  fundLedger: 'Sổ chi tiết quỹ',
  trialBalance: 'Bảng cân đối phát sinh',
  journal: 'Sổ nhật ký',
  disbursements: 'Báo cáo chi chăm lo',
  recipients: 'Danh sách người nhận',
  contributions: 'Danh sách ủng hộ',
  cashCount: 'Bảng kiểm kê quỹ',
  signing: 'Tình hình ký nhận',
  exceptions: 'Sai lệch và việc cần làm',
  closing: 'Biên bản khóa sổ',
  monthPage: 'Trang tổng hợp tháng',
  index: 'Mục lục',
  page: 'Mục lục xem bằng trình duyệt',
  sums: 'Mã SHA-256 của mọi tệp',
};
const NAMES_EN: { readonly [N in PackName]: string } = {
  cashBook: 'Cash book',
  bankBook: 'Bank book',
  fundLedger: 'Fund ledger',
  trialBalance: 'Trial balance',
  journal: 'Journal',
  disbursements: 'Disbursement report',
  recipients: 'Recipients',
  contributions: 'Contributions',
  cashCount: 'Cash count',
  signing: 'State of signatures',
  exceptions: 'Differences and what to do',
  closing: 'Closing minutes',
  monthPage: 'The month on one page',
  index: 'Index',
  page: 'Index for a browser',
  sums: 'SHA-256 of every file',
};

const named = (what: string, subject: string): string => (subject === '' ? what : `${what}: ${subject}`);

/** What stands on the papers that only a month's pack has. */
export const packVi: PackTexts = {
  packTitle: (f) => TITLES_VI[f.part],
  packDraft: () => 'BẢN NHÁP – chưa khóa sổ',
  packName: (f) => named(NAMES_VI[f.name], f.subject),
  packSigned: (f) => `Đã ký nhận ${f.signed}/${f.awards} suất chi trong tháng.`,
  packUnsigned: (f) => `Còn ${f.awards} suất chưa có ký nhận.`,
  packSeverity: (f) => ({ error: 'Lỗi', warning: 'Cảnh báo', notice: 'Lưu ý' })[f.severity],
  packOpen: (f) => `Cần xử lý: ${f.findings}`,
  packAccepted: (f) => `Đã được chấp nhận: ${f.findings}`,
  packAcceptedBy: (f) => `${f.by}: ${f.reason}`,
  packNoFindings: () => 'Không có sai lệch.',
  packBook: (f) => `Sổ của ${f.name}; mã sổ ${f.book}.`,
  packHead: (f) => `Đầu chuỗi của sổ: ${f.head}`,
  packMonthHead: (f) => `Đầu chuỗi tháng ${formatDay(f.month)}: ${f.head}`,
  packPages: (f) =>
    f.pages === undefined ? (f.sheets === 0 ? '' : `${f.sheets} trang tính`) : `${f.pages} trang`,
  packCheck: () => 'Kiểm tra các tệp còn nguyên: sha256sum -c SHA256SUMS',
};

export const packEn: PackTexts = {
  packTitle: (f) => TITLES_EN[f.part],
  packDraft: () => 'DRAFT – not closed',
  packName: (f) => named(NAMES_EN[f.name], f.subject),
  packSigned: (f) => `Signed for: ${f.signed} of ${counted(f.awards, 'award')} paid in the month.`,
  packUnsigned: (f) => `Not yet signed for: ${f.awards}.`,
  packSeverity: (f) => ({ error: 'Error', warning: 'Warning', notice: 'Notice' })[f.severity],
  packOpen: (f) => `To be mended: ${f.findings}`,
  packAccepted: (f) => `Accepted: ${f.findings}`,
  packAcceptedBy: (f) => `${f.by}: ${f.reason}`,
  packNoFindings: () => 'Nothing differs.',
  packBook: (f) => `Book of ${f.name}, ${f.book}.`,
  packHead: (f) => `Head of the book's chain: ${f.head}`,
  packMonthHead: (f) => `Head of ${formatDay(f.month)}: ${f.head}`,
  packPages: (f) =>
    f.pages === undefined
      ? f.sheets === 0
        ? ''
        : `${f.sheets} ${f.sheets === 1 ? 'sheet' : 'sheets'}`
      : `${f.pages} ${f.pages === 1 ? 'page' : 'pages'}`,
  packCheck: () => 'To see that the files are whole: sha256sum -c SHA256SUMS',
};

type Columns = { readonly [K in PackColumn]: string };
export const PACK_COLUMNS_VI: Columns = {
  packFile: 'Tệp',
  packWhat: 'Là gì',
  packExtent: 'Số trang',
  packDigest: 'SHA-256',
  packSeverity: 'Mức',
  packFinding: 'Sai lệch',
  packMend: 'Xử lý',
};
export const PACK_COLUMNS_EN: Columns = {
  packFile: 'File',
  packWhat: 'What it is',
  packExtent: 'Extent',
  packDigest: 'SHA-256',
  packSeverity: 'Severity',
  packFinding: 'What differs',
  packMend: 'What to do',
};
