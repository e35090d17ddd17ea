import type { LineFacts } from '../../report/papers/line.ts';
import type { PackColumn, PackLines, PackName } from '../../report/papers/pack-lines.ts';
import { formatDay, counted } from '../figures.ts';

type PackTexts = { readonly [K in keyof PackLines]: (facts: LineFacts[K]) => string };

const TITLES_VI = {
  signing: 'TÌNH HÌNH KÝ NHẬN',
  exceptions: 'SAI LỆCH VÀ VIỆC CẦN LÀM',
  index: 'MỤC LỤC HỒ SƠ CUỐI THÁNG',
} as const;
const TITLES_EN = {
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
  units: 'Ủng hộ và chăm lo theo đơn vị',
  homes: 'Tiến độ Mái ấm Công đoàn',
  recipients: 'Danh sách người được chăm lo',
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
  units: 'Gifts and support by unit',
  homes: 'Union Homes by stage',
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

const USES_VI: { readonly [N in PackName]: string } = {
  cashBook: 'Từng khoản thu, chi, tồn tiền mặt; thủ quỹ và kế toán ký',
  bankBook: 'Từng khoản gửi vào, rút ra, còn lại; đối chiếu với sao kê ngân hàng',
  fundLedger: 'Thu, chi, tồn của từng quỹ',
  trialBalance: 'Số dư và phát sinh của mọi tài khoản; kiểm tra sổ cân',
  journal: 'Mọi bút toán trong tháng theo thứ tự ghi sổ',
  disbursements: 'Đã chi cho ai, bao nhiêu, từ nguồn nào, theo quyết định nào',
  units: 'Từng đơn vị đã đóng góp bao nhiêu và được chăm lo bao nhiêu',
  homes: 'Mỗi nhà đang ở bước nào, đã chi và còn phải chi bao nhiêu',
  recipients: 'Mỗi người một dòng: đã nhận những khoản nào trong tháng',
  contributions: 'Ai ủng hộ quỹ nào, bao nhiêu; đã trả lại bao nhiêu',
  cashCount: 'Tiền đếm được trong két so với sổ; ban kiểm kê ký',
  signing: 'Ai đã ký nhận, ai chưa',
  exceptions: 'Những chỗ chưa khớp, ai phụ trách và cách xử lý',
  closing: 'Số dư chốt của tháng; ban chấp hành ký để khóa sổ',
  monthPage: 'Cả tháng trên một trang, có biểu đồ; xem bằng trình duyệt',
  index: 'Mục lục này, để in và lưu cùng hồ sơ',
  page: 'Mục lục để mở từng tệp',
  sums: 'Để biết tệp nào đã bị sửa',
};
const USES_EN: { readonly [N in PackName]: string } = {
  cashBook: 'Each sum of cash in and out and what was left; signed by cashier and accountant',
  bankBook: 'Each sum in and out and what was left; to be compared with the bank’s statement',
  fundLedger: 'What came into each fund, went out and was left',
  trialBalance: 'Balances and turnovers of every account; that the book balances',
  journal: 'Every entry of the month, as it was booked',
  disbursements: 'What was paid, to whom, from which source, by which decision',
  units: 'What each unit gave, and what its people received',
  homes: 'How far each house is, what was paid and is still to be paid',
  recipients: 'One row a person: what they received in the month',
  contributions: 'Who gave how much to which fund; what was given back',
  cashCount: 'The cash that was counted, beside the book; signed by those who counted',
  signing: 'Who has signed, and who has not',
  exceptions: 'What does not agree, who sees to it, and how it is mended',
  closing: 'The balances that the month is closed with; signed by the committee',
  monthPage: 'The whole month on one page with charts, for a browser',
  index: 'This index, to be printed and kept with the files',
  page: 'The index from which files are opened',
  sums: 'Tells which file was changed',
};

const GROUPS_VI = {
  books: 'I. Sổ',
  reports: 'II. Báo cáo',
  lists: 'III. Danh sách',
  minutes: 'IV. Biên bản',
  index: 'V. Mục lục và mã kiểm tra',
} as const;
const GROUPS_EN = {
  books: 'I. Books',
  reports: 'II. Reports',
  lists: 'III. Lists',
  minutes: 'IV. Minutes',
  index: 'V. Index and digests',
} as const;

const named = (what: string, subject: string): string => (subject === '' ? what : `${what}: ${subject}`);

/** What stands on the papers that only a month's pack has. */
export const packVi: PackTexts = {
  packTitle: (f) => TITLES_VI[f.part],
  packDraft: () => 'BẢN NHÁP – chưa khóa sổ',
  packName: (f) => named(NAMES_VI[f.name], f.subject),
  packGroup: (f) => GROUPS_VI[f.group],
  packUse: (f) => USES_VI[f.name],
  packSigned: (f) => `Đã ký nhận ${f.signed}/${f.awards} suất chi trong tháng.`,
  packUnsigned: (f) => `Còn ${f.awards} suất chưa có ký nhận.`,
  packSeverity: (f) => ({ error: 'Lỗi', warning: 'Cảnh báo', notice: 'Lưu ý' })[f.severity],
  packOpen: (f) => `Cần xử lý: ${f.findings}`,
  packAccepted: (f) => `Đã được chấp nhận: ${f.findings}`,
  packAcceptedBy: (f) => `${f.by}: ${f.reason}`,
  packNoFindings: () => 'Không có sai lệch.',
  packBook: (f) => `Sổ của ${f.name}; mã sổ ${f.book}.`,
  packHead: (f) => `Mã niêm phong của sổ: ${f.head}`,
  packMonthHead: (f) => `Mã niêm phong tháng ${formatDay(f.month)}: ${f.head}`,
  packPages: (f) =>
    f.pages === undefined ? (f.sheets === 0 ? '' : `${f.sheets} trang tính`) : `${f.pages} trang`,
  packCheck: () => 'Kiểm tra các tệp còn nguyên: sha256sum -c SHA256SUMS',
};

export const packEn: PackTexts = {
  packTitle: (f) => TITLES_EN[f.part],
  packDraft: () => 'DRAFT – not closed',
  packName: (f) => named(NAMES_EN[f.name], f.subject),
  packGroup: (f) => GROUPS_EN[f.group],
  packUse: (f) => USES_EN[f.name],
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
  packWhat: 'Tên hồ sơ',
  packUse: 'Dùng để',
  packExtent: 'Số trang',
  packDigest: 'SHA-256',
  packSeverity: 'Mức',
  packFinding: 'Sai lệch',
  packMend: 'Xử lý',
};
export const PACK_COLUMNS_EN: Columns = {
  packFile: 'File',
  packWhat: 'What it is',
  packUse: 'What it is for',
  packExtent: 'Extent',
  packDigest: 'SHA-256',
  packSeverity: 'Severity',
  packFinding: 'What differs',
  packMend: 'What to do',
};
