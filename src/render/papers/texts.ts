import type { LineFacts, LineKey } from '../../report/papers/line.ts';
import type { ColumnKey, Paper, PaperColumn, SignerRole } from '../../report/papers/paper.ts';
import { formatDay, formatDong, counted } from '../figures.ts';
import { OFFICES_EN, OFFICES_VI, PARTS_EN, PARTS_VI } from './handover.ts';
import { bookEndEn, bookEndVi } from './book-end.ts';
import { decisionEn, decisionVi } from './decision.ts';
import { FINAL_COLUMNS_EN, FINAL_COLUMNS_VI, finalEn, finalVi } from './final.ts';
import { formsEn, formSignersEn, formSignersVi, formsVi } from './forms.ts';
import { closingEn, closingVi } from './closing.ts';
import { LEDGER_COLUMNS_EN, LEDGER_COLUMNS_VI, ledgersEn, ledgersVi } from './ledgers.ts';
import { pageEn, pageVi } from './page.ts';
import { DISCLOSURE_COLUMNS_EN, DISCLOSURE_COLUMNS_VI, disclosureEn, disclosureVi } from './disclosure.ts';
import { PACK_COLUMNS_EN, PACK_COLUMNS_VI, packEn, packVi } from './pack.ts';
import { TERM_COLUMNS_EN, TERM_COLUMNS_VI, termEn, termVi } from './term.ts';
import { visitEn, visitSignersEn, visitSignersVi, visitVi } from './visit.ts';
import { REPORT_COLUMNS_EN, REPORT_COLUMNS_VI } from './report-columns.ts';
import { reportsEn, reportsVi } from './reports.ts';
import { SIGNING_COLUMNS_EN, SIGNING_COLUMNS_VI, signingEn, signingVi } from './signing.ts';
import { capital, datedEn, datedVi, DOTS, spanEn, spanVi, two, vnd, vndEn } from './terms.ts';
import * as titles from './titles.ts';
import { VISITS as VISITS_EN } from '../messages/en-cases.ts';
import { FIGURES as FIGURES_EN } from '../messages/en-terms.ts';
import { VISITS as VISITS_VI } from '../messages/vi-cases.ts';
import { FIGURES as FIGURES_VI } from '../messages/vi-terms.ts';
import { spelled } from './words.ts';
import { workbookEn, workbookVi, type WorkbookTexts } from './workbook.ts';

/** All that is printed on papers in one language; a catalogue that lacks a sentence does not compile. */
export interface PaperTexts {
  readonly language: 'vi' | 'en';
  readonly lines: { readonly [K in LineKey]: (facts: LineFacts[K]) => string };
  readonly columns: { readonly [K in ColumnKey]: string };
  /** Kinds of recipients that are kept by a code: the occasions of visits. */
  readonly categories: Readonly<Record<string, string>>;
  /** The office over a signature, a line each, and how to sign. */
  readonly signers: {
    readonly [R in SignerRole]: { readonly office: readonly string[]; readonly hint: string };
  };
  /** The unit behind an amount that stands alone. */
  readonly currency: string;
  /** Page number and number of pages, as the medium writes them. */
  readonly page: (page: string, pages: string) => string;
  /** What a workbook says of itself. */
  readonly workbook: WorkbookTexts;
}

const paperVi: PaperTexts = {
  language: 'vi',
  lines: {
    text: (f) => f.text,
    motto1: () => 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto2: () => 'Độc lập - Tự do - Hạnh phúc',
    form: (f) => `Mẫu số: ${f.form}`,
    disbursements: (f) =>
      f.kind === undefined ? 'BÁO CÁO CHI CHĂM LO ĐOÀN VIÊN, NGƯỜI LAO ĐỘNG' : titles.REPORTS_VI[f.kind],
    signing: (f) => titles.LISTS_VI[f.kind],
    voucher: (f) => titles.VOUCHERS_VI[f.kind],
    count: (f) => (f.cash ? 'BẢNG KIỂM KÊ QUỸ TIỀN MẶT' : 'BẢNG ĐỐI CHIẾU SỐ DƯ TIỀN GỬI'),
    cancelled: () => 'HỦY',
    round: (f) => `Đợt: ${f.name} (${f.code})`,
    month: (f) => spanVi(f.month),
    decisions: (f) =>
      `Theo ${f.decisions.map(({ number, day }) => `Quyết định số ${number} ngày ${formatDay(day)}`).join('; ')}`,
    currency: () => 'Đơn vị tính: đồng',
    on: (f) => capital(datedVi(f.day)),
    dateline: (f) => (f.town === '' ? capital(datedVi(f.day)) : `${f.town}, ${datedVi(f.day)}`),
    unit: (f) => `Đơn vị: ${f.name} (${f.code})`,
    subtotal: (f) => `Cộng ${f.name}`,
    total: (f) => `Tổng cộng (${f.people} người)`,
    sheetsTotal: () => 'Tổng cộng',
    payers: (f) => [...f.names, ...(f.unnamed ? ['nguồn khác'] : [])].join(', '),
    own: () => 'Chi từ quỹ của đơn vị',
    held: () => 'Chi hộ từ tiền giữ hộ',
    outside: () => 'Nguồn khác chi trực tiếp (không qua sổ quỹ)',
    fund: (f) => `– ${f.name} (${f.code})`,
    donor: (f) => (f.name === '*' ? '– Không ghi tên' : `– ${f.name}`),
    all: () => 'Tổng chăm lo mọi nguồn',
    people: (f) => `Số người được nhận: ${f.people}. Số suất: ${f.awards}; đã ký nhận: ${f.signed}.`,
    recipients: (f) => `Số người ký nhận theo danh sách: ${f.people}.`,
    unpaid: (f) => `Đã duyệt, chưa chi: ${f.awards} suất, ${vnd(f.amount)}.`,
    handed: (f) => `Đã giao người phát, chưa có ký nhận: ${f.awards} suất, ${vnd(f.amount)}.`,
    takenBack: () => 'Số âm là khoản đã chi ở kỳ trước, kỳ này đảo lại.',
    besides: (f) => `Ngoài ra ${f.goods ? 'hiện vật' : 'nguồn khác'} ${formatDong(f.amount, 'vi')}`,
    book: () => `Quyển số: ${DOTS}`,
    number: (f) => `Số: ${f.code}${f.paperNo === undefined ? '' : ` (số tay: ${f.paperNo})`}`,
    debit: (f) => `Nợ: ${f.accounts.join(', ') || DOTS}`,
    credit: (f) => `Có: ${f.accounts.join(', ') || DOTS}`,
    party: (f) => titles.PARTIES_VI[f.kind],
    address: () => 'Địa chỉ:',
    content: () => 'Nội dung:',
    purse: () => 'Quỹ:',
    purseOf: (f) => `${f.fund} – ${f.fundName}${f.place === undefined ? '' : `; nơi giữ tiền: ${f.place}`}`,
    amount: () => 'Số tiền:',
    inWords: () => 'Viết bằng chữ:',
    ...spelled(),
    papers: () => 'Kèm theo:',
    papersCount: (f) => (f.papers === 0 ? `${DOTS} chứng từ gốc` : `${two(f.papers)} chứng từ gốc`),
    byList: () => '(theo danh sách kèm theo)',
    blank: () => '',
    place: (f) => `Nơi giữ tiền: ${f.name}`,
    counted: () => 'Số tiền kiểm kê thực tế',
    inBook: () => 'Số dư theo sổ',
    inBookOf: (f) => `– ${f.name} (${f.code})`,
    difference: () => 'Chênh lệch (thừa +, thiếu -)',
    countedByTotal: () => 'Kiểm kê theo tổng số, không kê theo mệnh giá.',
    countedBy: (f) => `Người kiểm đếm: ${f.name}.`,
    serials: (f) => `Số sê-ri: ${f.serials}.`,
    handover: () => 'BIÊN BẢN BÀN GIAO',
    handoverOf: (f) => `Công việc ${OFFICES_VI[f.role]}`,
    handoverPart: (f) => PARTS_VI[f.part][0],
    handoverTab: (f) => PARTS_VI[f.part][1],
    handoverAgreed: (f) =>
      `Hai bên đã đối chiếu và thống nhất số liệu trên cùng ${f.annexes} phụ lục kèm theo. Biên bản lập thành 03 bản, mỗi bên giữ 01 bản, lưu 01 bản.`,
    handing: () => 'Bên giao:',
    taking: () => 'Bên nhận:',
    closedTo: () => 'Sổ đã khóa đến hết:',
    noneClosed: () => 'Chưa khóa tháng nào',
    chainHead: () => 'Mã niêm phong của sổ:',
    noneOpen: () => 'Không có.',
    dueKind: (f) =>
      ({
        fund: 'Nộp tiền giữ hộ',
        appeal: 'Đợt vận động',
        advance: 'Thanh toán tạm ứng',
        loan: 'Thu hồi tiền cho quỹ khác vay',
      })[f.kind],
    ...termVi,
    ...disclosureVi,
    ...packVi,
    ...closingVi,
    ...ledgersVi,
    ...visitVi,
    ...signingVi,
    ...formsVi,
    ...bookEndVi,
    ...finalVi,
    ...decisionVi,
    ...pageVi,
    ...reportsVi,
  },
  columns: {
    ...TERM_COLUMNS_VI,
    ...DISCLOSURE_COLUMNS_VI,
    ...PACK_COLUMNS_VI,
    ...FIGURES_VI,
    ...LEDGER_COLUMNS_VI,
    ...SIGNING_COLUMNS_VI,
    ...FINAL_COLUMNS_VI,
    ...REPORT_COLUMNS_VI,
    number: 'STT',
    code: 'Mã',
    person: 'Họ và tên',
    unit: 'Đơn vị',
    category: 'Đối tượng',
    payer: 'Nguồn',
    cash: 'Tiền mặt',
    goods: 'Hiện vật',
    sum: 'Cộng',
    decision: 'Quyết định',
    voucher: 'Chứng từ',
    paidOn: 'Ngày chi',
    signedOn: 'Ký nhận',
    amount: 'Số tiền',
    value: 'Thành tiền',
    signature: 'Ký nhận',
    note: 'Ghi chú',
    face: 'Mệnh giá',
    sheets: 'Số tờ',
    item: 'Tên hàng',
    measure: 'ĐVT',
    quantity: 'Số lượng',
    fund: 'Quỹ',
    place: 'Nơi giữ tiền',
    day: 'Ngày',
    due: 'Hạn',
    what: 'Việc',
    content: 'Nội dung',
    reference: 'Số tham chiếu',
    counted: 'Kiểm đếm',
    book: 'Theo sổ',
    difference: 'Chênh lệch',
    by: 'Người kiểm đếm',
    vouchers: 'Số phiếu đã lập',
    entry: 'Bút toán',
    ownDay: 'Ngày phát sinh',
    bookedOn: 'Ngày ghi sổ',
    change: 'Thay đổi',
  },
  categories: VISITS_VI,
  signers: {
    chair: { office: ['CHỦ TỊCH'], hint: '(Ký, họ tên, đóng dấu)' },
    committee: { office: ['TM. BAN CHẤP HÀNH', 'CHỦ TỊCH'], hint: '(Ký, họ tên, đóng dấu)' },
    head: { office: ['TRƯỞNG BAN KIỂM KÊ', '(CHỦ TỊCH)'], hint: '(Ký, họ tên, đóng dấu)' },
    accountant: { office: ['KẾ TOÁN'], hint: '(Ký, họ tên)' },
    cashier: { office: ['THỦ QUỸ'], hint: '(Ký, họ tên)' },
    preparer: { office: ['NGƯỜI LẬP'], hint: '(Ký, họ tên)' },
    giver: { office: ['NGƯỜI NỘP TIỀN'], hint: '(Ký, họ tên)' },
    recipient: { office: ['NGƯỜI NHẬN TIỀN'], hint: '(Ký, họ tên)' },
    goodsGiver: { office: ['NGƯỜI GIAO'], hint: '(Ký, họ tên)' },
    goodsTaker: { office: ['NGƯỜI NHẬN'], hint: '(Ký, họ tên)' },
    keeper: { office: ['THỦ KHO'], hint: '(Ký, họ tên)' },
    handing: { office: ['BÊN GIAO'], hint: '(Ký, họ tên)' },
    taking: { office: ['BÊN NHẬN'], hint: '(Ký, họ tên)' },
    witness: { office: ['CHỨNG KIẾN', 'CHỦ TỊCH'], hint: '(Ký, họ tên, đóng dấu)' },
    observer: { office: ['NGƯỜI CHỨNG KIẾN'], hint: '(Ký, họ tên)' },
    ...visitSignersVi,
    ...formSignersVi,
    distributor: { office: ['NGƯỜI PHÁT'], hint: '(Ký, họ tên)' },
  },
  currency: 'đồng',
  page: (page, pages) => `Trang ${page}/${pages}`,
  workbook: workbookVi,
};

const paperEn: PaperTexts = {
  language: 'en',
  lines: {
    text: (f) => f.text,
    motto1: () => 'SOCIALIST REPUBLIC OF VIET NAM',
    motto2: () => 'Independence - Freedom - Happiness',
    form: (f) => `Form ${f.form}`,
    disbursements: (f) =>
      f.kind === undefined ? 'REPORT ON SUPPORT PAID TO MEMBERS AND WORKERS' : titles.REPORTS_EN[f.kind],
    signing: (f) => titles.LISTS_EN[f.kind],
    voucher: (f) => titles.VOUCHERS_EN[f.kind],
    count: (f) => (f.cash ? 'CASH COUNT' : 'BANK BALANCE COMPARED'),
    cancelled: () => 'CANCELLED',
    round: (f) => `Round: ${f.name} (${f.code})`,
    month: (f) => spanEn(f.month),
    decisions: (f) =>
      `By ${f.decisions.map(({ number, day }) => `decision ${number} of ${formatDay(day)}`).join('; ')}`,
    currency: () => 'In Vietnamese đồng',
    on: (f) => datedEn(f.day),
    dateline: (f) => (f.town === '' ? datedEn(f.day) : `${f.town}, ${datedEn(f.day)}`),
    unit: (f) => `Unit: ${f.name} (${f.code})`,
    subtotal: (f) => `Subtotal ${f.name}`,
    total: (f) => `Total (${counted(f.people, 'person', 'people')})`,
    sheetsTotal: () => 'Total',
    payers: (f) => [...f.names, ...(f.unnamed ? ['others'] : [])].join(', '),
    own: () => "Paid from the union's own funds",
    held: () => 'Paid on behalf of others from money held',
    outside: () => 'Given directly by others (not in the books)',
    fund: (f) => `– ${f.name} (${f.code})`,
    donor: (f) => (f.name === '*' ? '– Not named' : `– ${f.name}`),
    all: () => 'Support from all sources',
    sumInWords: (f) => `Total amount: ${vndEn(f.amount)}`,
    people: (f) => `People supported: ${f.people}. Awards: ${f.awards}; signed for: ${f.signed}.`,
    recipients: (f) => `People on this list: ${f.people}.`,
    unpaid: (f) => `Approved and not yet paid: ${counted(f.awards, 'award')}, ${vndEn(f.amount)}.`,
    handed: (f) =>
      `With a distributor, not yet signed for: ${counted(f.awards, 'award')}, ${vndEn(f.amount)}.`,
    takenBack: () => 'A negative amount was paid in an earlier period and taken back in this one.',
    besides: (f) => `Besides, ${f.goods ? 'goods' : 'others'} ${formatDong(f.amount, 'en')}`,
    book: () => `Book: ${DOTS}`,
    number: (f) => `No.: ${f.code}${f.paperNo === undefined ? '' : ` (paper no.: ${f.paperNo})`}`,
    debit: (f) => `Debit: ${f.accounts.join(', ') || DOTS}`,
    credit: (f) => `Credit: ${f.accounts.join(', ') || DOTS}`,
    party: (f) => titles.PARTIES_EN[f.kind],
    address: () => 'Address:',
    content: () => 'For:',
    purse: () => 'Fund:',
    purseOf: (f) => `${f.fund} – ${f.fundName}${f.place === undefined ? '' : `; at: ${f.place}`}`,
    amount: () => 'Amount:',
    inWords: () => '',
    words: () => '',
    papers: () => 'Attached:',
    papersCount: (f) => (f.papers === 0 ? `${DOTS} documents` : counted(f.papers, 'document')),
    byList: () => '(by the attached list)',
    blank: () => '',
    place: (f) => `Place: ${f.name}`,
    counted: () => 'Counted',
    inBook: () => 'Balance in the book',
    inBookOf: (f) => `– ${f.name} (${f.code})`,
    difference: () => 'Difference (over +, short -)',
    countedByTotal: () => 'Counted as one total, not by notes.',
    countedBy: (f) => `Counted by: ${f.name}.`,
    serials: (f) => `Serials: ${f.serials}.`,
    handover: () => 'MINUTES OF HANDOVER',
    handoverOf: (f) => `Office: ${OFFICES_EN[f.role]}`,
    handoverPart: (f) => PARTS_EN[f.part][0],
    handoverTab: (f) => PARTS_EN[f.part][1],
    handoverAgreed: (f) =>
      `Both sides compared these figures and those of the ${f.annexes} annexes and agree. Made in three copies: one for each side, one for the file.`,
    handing: () => 'Handed over by:',
    taking: () => 'Taken over by:',
    closedTo: () => 'Closed up to:',
    noneClosed: () => 'No month is closed yet',
    chainHead: () => "Head of the book's chain:",
    noneOpen: () => 'None.',
    dueKind: (f) =>
      ({
        fund: 'Money held, to be remitted',
        appeal: 'Appeal',
        advance: 'Advance to be settled',
        loan: 'Loan to be repaid',
      })[f.kind],
    ...termEn,
    ...disclosureEn,
    ...packEn,
    ...closingEn,
    ...ledgersEn,
    ...visitEn,
    ...signingEn,
    ...formsEn,
    ...bookEndEn,
    ...finalEn,
    ...decisionEn,
    ...pageEn,
    ...reportsEn,
  },
  columns: {
    ...TERM_COLUMNS_EN,
    ...DISCLOSURE_COLUMNS_EN,
    ...PACK_COLUMNS_EN,
    ...FIGURES_EN,
    ...LEDGER_COLUMNS_EN,
    ...SIGNING_COLUMNS_EN,
    ...FINAL_COLUMNS_EN,
    ...REPORT_COLUMNS_EN,
    number: 'No.',
    code: 'Code',
    person: 'Full name',
    unit: 'Unit',
    category: 'Category',
    payer: 'Source',
    cash: 'Cash',
    goods: 'Goods',
    sum: 'Sum',
    decision: 'Decision',
    voucher: 'Voucher',
    paidOn: 'Paid on',
    signedOn: 'Signed on',
    amount: 'Amount',
    value: 'Value',
    signature: 'Signature',
    note: 'Note',
    face: 'Face value',
    sheets: 'Notes',
    item: 'Goods',
    measure: 'Measure',
    quantity: 'Quantity',
    fund: 'Fund',
    place: 'Place',
    day: 'Day',
    due: 'Due',
    what: 'What',
    content: 'Content',
    reference: 'Reference',
    counted: 'Counted',
    book: 'In the book',
    difference: 'Difference',
    by: 'Counted by',
    vouchers: 'Vouchers made',
    entry: 'Entry',
    ownDay: 'Own day',
    bookedOn: 'Booked on',
    change: 'Change',
  },
  categories: VISITS_EN,
  signers: {
    chair: { office: ['CHAIR'], hint: '(Signature, name, seal)' },
    committee: { office: ['FOR THE COMMITTEE', 'CHAIR'], hint: '(Signature, name, seal)' },
    head: { office: ['HEAD OF THE COUNT', '(CHAIR)'], hint: '(Signature, name, seal)' },
    accountant: { office: ['ACCOUNTANT'], hint: '(Signature, name)' },
    cashier: { office: ['CASHIER'], hint: '(Signature, name)' },
    preparer: { office: ['PREPARED BY'], hint: '(Signature, name)' },
    giver: { office: ['PAID IN BY'], hint: '(Signature, name)' },
    recipient: { office: ['RECEIVED BY'], hint: '(Signature, name)' },
    goodsGiver: { office: ['DELIVERED BY'], hint: '(Signature, name)' },
    goodsTaker: { office: ['RECEIVED BY'], hint: '(Signature, name)' },
    keeper: { office: ['STOREKEEPER'], hint: '(Signature, name)' },
    handing: { office: ['HANDED OVER BY'], hint: '(Signature, name)' },
    taking: { office: ['TAKEN OVER BY'], hint: '(Signature, name)' },
    witness: { office: ['WITNESSED BY', 'CHAIR'], hint: '(Signature, name, seal)' },
    observer: { office: ['WITNESSED BY'], hint: '(Signature, name)' },
    ...visitSignersEn,
    ...formSignersEn,
    distributor: { office: ['DISTRIBUTOR'], hint: '(Signature, name)' },
  },
  currency: 'VND',
  page: (page, pages) => `Page ${page}/${pages}`,
  workbook: workbookEn,
};

/** What stands over a column. */
export function headingOf({ key, title }: PaperColumn, texts: PaperTexts): string {
  if (typeof title === 'object') return (texts.lines[title.line] as (facts: unknown) => string)(title.facts);
  return title ?? (Object.hasOwn(texts.columns, key) ? texts.columns[key as ColumnKey] : key);
}

/** The texts a paper is printed with: of its language, amounts in words as its union spells them. */
export function textsFor({ language, spelling }: Pick<Paper, 'language' | 'spelling'>): PaperTexts {
  const texts = PAPER_TEXTS[language];
  // English papers spell no amount.
  if (spelling === undefined || language === 'en') return texts;
  return { ...texts, lines: { ...texts.lines, ...spelled(spelling) } };
}

export const PAPER_TEXTS: { readonly vi: PaperTexts; readonly en: PaperTexts } = { vi: paperVi, en: paperEn };
