import { defect, progress, waiting } from './vi-progress.ts';
import { ROUND_COLUMNS, ROUND_VALUES } from './vi-rounds.ts';
import { VISITS } from './vi-cases.ts';
import { catalogue, type Now } from './catalogue.ts';
import { FIGURES, KINDS, d, day, span } from './vi-terms.ts';
import { cases } from './vi-show.ts';
import { done } from './vi-done.ts';
import { ROLE_COLUMNS, ROLE_VALUES } from './vi-server.ts';
import { UNIT_COLUMNS } from './vi-units.ts';
import { config } from './vi-config.ts';
import { homeColumns, homeValues } from './vi-homes.ts';
import { pay } from './vi-paid.ts';
import { RULE_COLUMNS, RULE_VALUES, rulesTitle } from './vi-rule-check.ts';
import { objection } from './vi-rules.ts';
import { ruleSaid } from './vi-rule-terms.ts';
import { phrases } from './vi-phrases.ts';
import { prompt, questions } from './vi-questions.ts';
import { reading } from './vi-reading.ts';
import { lines, warnings } from './vi-warnings.ts';
import { LEDGER_COLUMNS, LEDGER_LABELS, ledgerHead, ledgerTitle } from './vi-ledgers.ts';

const now: Now = {
  language: 'vi',
  severities: { error: 'LỖI', warning: 'CẢNH BÁO', notice: 'LƯU Ý', accepted: 'ĐÃ CHẤP NHẬN' },
  columns: {
    ...LEDGER_COLUMNS,
    field: 'Tên',
    aliases: 'Tên khác',
    holds: 'Nội dung',
    decided: 'Ngày duyệt',
    paidOn: 'Ngày chi',
    signedOn: 'Ngày ký',
    ...homeColumns,
    ...UNIT_COLUMNS,
    scope: 'Áp dụng cho',
    force: 'Khi vi phạm',
    verified: 'Văn bản',
    source: 'Căn cứ',
    ...FIGURES,
    ...ROUND_COLUMNS,
    ...RULE_COLUMNS,
    part: 'Kỳ',
    daysLate: 'Quá hạn (ngày)',
    awards: 'Số suất',
    handed: 'Đã giao',
    signedFor: 'Có ký nhận',
    broughtBack: 'Đã nộp lại',
    stillOut: 'Còn giữ',
    target: 'Chỉ tiêu',
    pledged: 'Đăng ký',
    received: 'Đã nộp',
    outstanding: 'Còn thiếu',
    rate: '%',
    share: 'Phần chia',
    shareFund: 'Chia cho quỹ',
    goal: 'Mục tiêu',
    remitBy: 'Hạn nộp',
    remitted: 'Đã nộp trên',
    owed: 'Còn phải nộp',
    appeal: 'Đợt vận động',
    repaid: 'Đã trả',
    lender: 'Quỹ cho vay',
    borrower: 'Quỹ vay',
    setting: 'Thiết lập',
    value: 'Giá trị',
    fallback: 'Mặc định',
    code: 'Mã',
    name: 'Tên',
    in: 'Thu',
    out: 'Chi',
    committed: 'Đã duyệt chưa chi',
    available: 'Còn dùng được',
    balance: 'Tồn',
    day: 'Ngày',
    voucher: 'Số chứng từ',
    party: 'Người nộp, nhận',
    content: 'Nội dung',
    entry: 'Bút toán',
    account: 'TK',
    fund: 'Quỹ',
    place: 'Nơi giữ',
    debit: 'Nợ',
    credit: 'Có',
    difference: 'Chênh lệch',
    kind: 'Loại',
    category: 'Đối tượng',
    state: 'Tình trạng',
    amount: 'Số tiền',
    total: 'Tổng',
    round: 'Đợt',
    award: 'Suất',
    decision: 'Quyết định',
    signed: 'Ký nhận',
    number: 'STT',
    payer: 'Nguồn',
    cash: 'Tiền mặt',
    goods: 'Hiện vật',
    rows: 'Số dòng',
    accepted: 'Đã ghi',
    rejected: 'Để lại',
    document: 'Danh sách',
    file: 'Tệp',
    row: 'Dòng',
    donor: 'Người ủng hộ',
    reference: 'Số tham chiếu',
    holder: 'Người giữ',
    due: 'Hạn',
    open: 'Còn lại',
    purposes: 'Được chi cho',
    owner: 'Của',
    role: 'Chức danh',
    from: 'Từ ngày',
    to: 'Đến ngày',
    credits: 'Tiền vào',
    debits: 'Tiền ra',
    lines: 'Số dòng',
    last: 'Việc cuối',
    until: 'Giữ đến hết',
    fields: 'Mục riêng',
    year: 'Năm',
    vouchers: 'Chứng từ',
    statements: 'Sao kê',
    is: 'Hiện nay',
    operation: 'Số',
    time: 'Giờ',
    access: 'Cách',
    what: 'Những gì',
    for: 'Để làm gì',
    actor: 'Người làm',
    ...ROLE_COLUMNS,
    command: 'Lệnh',
    entries: 'Bút toán',
    documents: 'Danh sách',
    undoneBy: 'Hủy bởi',
    member: 'Đoàn viên',
    item: 'Mã hàng',
    measure: 'ĐVT',
    face: 'Mệnh giá',
    quantity: 'Số lượng',
    cost: 'Giá vốn',
    left: 'Còn',
    leftCost: 'Giá vốn còn',
    counted: 'Kiểm đếm',
    settled: 'Đã ghi sổ',
    by: 'Người kiểm đếm',
    line: 'Dòng sao kê',
    reason: 'Vì sao',
    sure: 'Mức chắc',
    age: 'Số ngày',
    form: 'Hình thức',
    own: 'Quỹ đơn vị',
  },
  labels: {
    ...LEDGER_LABELS,
    ownFunds: 'Cộng quỹ của đơn vị',
    heldFunds: 'Cộng tiền giữ hộ',
    opening: 'Số dư đầu kỳ',
    turnover: 'Cộng phát sinh và số dư cuối kỳ',
    closing: 'Số dư cuối kỳ',
    total: 'Tổng cộng',
    subtotal: 'Cộng',
    ended: 'Trong đó bị bác, đã hủy',
  },
  categories: VISITS,
  rule: ruleSaid,
  judged: objection,
  values: {
    voided: 'HỦY',
    'type.text': 'chữ',
    'type.code': 'mã',
    'type.dong': 'số tiền',
    'type.count': 'số',
    'type.day': 'ngày',
    'type.person': 'tên người',
    ...ROUND_VALUES,
    ...RULE_VALUES,
    'is.member': 'đoàn viên',
    'is.relative': 'người thân',
    'is.worker': 'người lao động',
    'is.active': 'đang sinh hoạt',
    'is.paused': 'tạm dừng sinh hoạt',
    'is.retired': 'nghỉ hưu',
    'is.left': 'thôi là đoàn viên',
    'is.died': 'đã mất',
    returned: 'đã trả lại',
    history: 'trước khi mở sổ',
    ...homeValues,
    'body.grassroots': 'công đoàn cơ sở',
    'body.upper': 'cấp trên trực tiếp cơ sở',
    'body.province': 'cấp tỉnh, ngành trung ương',
    'body.national': 'Tổng Liên đoàn',
    'area.spouse': 'vợ, chồng',
    'area.parent': 'bố, mẹ',
    'area.child': 'con',
    'body.office': 'cơ quan công đoàn',
    refuse: 'không cho',
    warn: 'cảnh báo',
    verified: 'đã đối chiếu',
    unverified: 'chưa đối chiếu',
    kept: 'đúng',
    broken: 'trái',
    waived: 'được chấp thuận',
    own: 'của đơn vị',
    held: 'giữ hộ',
    cash: 'tiền mặt',
    goods: 'hiện vật',
    bank: 'ngân hàng',
    proposed: 'đề nghị',
    approved: 'đã duyệt',
    rejected: 'không duyệt',
    cancelled: 'đã hủy',
    handed: 'đã giao người phát',
    paid: 'đã chi',
    added: 'ghi thêm',
    reversed: 'bút toán đảo',
    signed: 'đã ký nhận',
    sector: 'công đoàn ngành',
    grassroots: 'công đoàn cơ sở',
    section: 'công đoàn bộ phận',
    group: 'tổ công đoàn',
    gift: 'quà',
    hardship: 'hỗ trợ khó khăn',
    home: 'Mái ấm Công đoàn',
    visit: 'thăm hỏi',
    running: 'chi phí',
    chair: 'Chủ tịch',
    accountant: 'Kế toán',
    cashier: 'Thủ quỹ',
    inspection: 'Ủy ban kiểm tra',
    preparer: 'Người lập',
    outside: 'nguồn khác',
    takenBack: 'đã hủy',
    sure: 'chắc chắn',
    likely: 'có thể',
    unmatched: 'chưa khớp',
    unidentified: 'chờ xác định',
    'match.reference': 'cùng số tham chiếu',
    'match.voucher': 'nội dung nêu số chứng từ',
    'match.name': 'cùng ngày, số tiền, người nộp',
    'match.day': 'cùng ngày, số tiền',
    'match.near': 'cùng số tiền, lệch vài ngày',
    'match.near-name': 'cùng số tiền, người nộp, lệch vài ngày',
    'match.sum': 'cộng lại bằng nhau, cùng ngày',
    'match.near-sum': 'cộng lại bằng nhau, lệch ngày hoặc chỉ một phần',
    'match.hand': 'nối bằng tay',
    unpaid: 'chưa nộp',
    partly: 'nộp một phần',
    full: 'đủ',
    unasked: 'ngoài chỉ tiêu',
    noUnit: 'Không rõ đơn vị',
    overdue: 'quá hạn',
    lent: 'trong hạn',
    repaid: 'đã trả',
    voucher: 'chứng từ',
    award: 'suất',
    decision: 'quyết định',
    document: 'danh sách',
    appeal: 'đợt vận động',
    month: 'tháng',
    ok: 'còn nguyên',
    missing: 'mất tệp',
    'retention.due': 'đã hết hạn giữ',
    'retention.kept': 'còn phải giữ',
    'retention.open': 'còn suất chưa xong',
    'access.export': 'xuất tệp',
    'access.list': 'danh sách gửi đi',
    'access.reveal': 'xem đủ',
    ...ROLE_VALUES,
    altered: 'tệp bị sửa',
  },
  lines,
  title(name, f) {
    const period = f['from'] === undefined ? '' : ` từ ${day(String(f['from']))} đến ${day(String(f['to']))}`;
    switch (name) {
      case 'report':
        return String(f['title']);
      case 'roles':
        return 'Ai được làm gì trong sổ này';
      case 'rules':
        return `Quy định đang áp dụng ngày ${day(String(f['on']))}`;
      case 'balance':
        return `Số dư các quỹ đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'distribution':
        return `Lượt phát tiền ${f['voucher']} (đồng)`;
      case 'template':
        return `Tên mà mẫu của «${String(f['paper'])}» được dùng`;
      case 'settings':
        return 'Thiết lập của sổ';
      case 'reconciliation':
        return `Đối chiếu ${span(String(f['period']))} (đồng)`;
      case 'changes':
        return `Thay đổi của tháng ${day(String(f['month']))} so với biên bản ngày ${day(String(f['day']))} (đồng)`;
      case 'units':
        return 'Các đơn vị';
      case 'person':
        return `Các khoản ${f['member']} đã được chăm lo (đồng)`;
      case 'members':
        return 'Đoàn viên';
      case 'funds':
        return 'Các quỹ';
      case 'places':
        return 'Nơi giữ tiền';
      case 'officers':
        return `Người giữ chức danh ngày ${day(String(f['asOf']))}`;
      case 'rounds':
        return 'Các đợt';
      case 'progress':
        return `Tiến độ đợt ${f['round']} – ${f['name']}, đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'stages':
        return `Nhà Mái ấm theo giai đoạn đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'awards':
        return f['round'] === undefined
          ? `Các suất ${KINDS[f['kind'] as keyof typeof KINDS]} của mọi đợt (đồng)`
          : `Các suất của đợt ${f['round']} (đồng)`;
      case 'parts':
        return `Các phần của suất ${f['case']} (đồng)`;
      case 'documents':
        return 'Các danh sách ủng hộ đã nhập (đồng)';
      case 'contributions':
        return `Các khoản của danh sách ${f['document']} (đồng)`;
      case 'statements':
        return 'Sao kê ngân hàng (đồng)';
      case 'statementLines':
        return `Các dòng của sao kê ${f['document']} (đồng)`;
      case 'matches':
        return `Dòng sao kê ngân hàng (${f['account']}) và bút toán có thể là một (đồng)`;
      case 'doubts':
        return 'Dòng sao kê có nhiều cách hiểu, phải chọn bằng tay (đồng)';
      case 'queuedLines':
        return `Dòng sao kê chưa khớp và tiền chờ xác định đến ngày ${day(String(f['asOf']))}, cũ nhất trước (đồng)`;
      case 'queuedEntries':
        return `Bút toán ngân hàng chưa có dòng sao kê đến ngày ${day(String(f['asOf']))}, cũ nhất trước (đồng)`;
      case 'memberData':
        return `Những gì sổ ghi về ${f['member']}`;
      case 'retainedPeople':
        return `Những người không còn là đoàn viên, thông tin giữ đến bao giờ (xét ngày ${day(String(f['asOf']))})`;
      case 'retainedYears':
        return `Chứng từ, sao kê theo năm, giữ đến bao giờ (xét ngày ${day(String(f['asOf']))})`;
      case 'accesses':
        return 'Nhật ký truy cập: những gì đã ra khỏi sổ hoặc được xem đủ, cũ nhất trước';
      case 'operations':
        return 'Các thao tác, mới nhất trước';
      case 'donors':
        return 'Nhà hảo tâm';
      case 'appeals':
        return `Các đợt vận động đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'appeal':
        return `Đợt vận động ${f['code']} – ${f['name']}, đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'collection':
        return `Sổ của các đơn vị đã thu thập, xét đến tháng ${f['period']}`;
      case 'owed':
        return `Tiền còn phải nộp đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'ruleCheck':
        return rulesTitle(f['from']);
      case 'dueParts':
        return `Phải chi trong tháng, đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'loans':
        return `Các khoản vay giữa các quỹ đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'advances':
        return `Tạm ứng đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'entries':
        return `Bút toán${period} (đồng)`;
      case 'stock':
        return `Hiện vật đến ngày ${day(String(f['asOf']))}: số lượng, giá vốn (đồng); không tính vào số dư quỹ`;
      case 'goodsLedger':
        return `Sổ kho ${f['subject']} (${f['measure']})${period}: số lượng, giá vốn (đồng)`;
      case 'counts':
        return `Kiểm kê quỹ${period} (đồng)`;
      case 'papers':
        return 'Giấy tờ lưu kèm';
      case 'vouchers':
        return `Chứng từ${period} (đồng)`;
      default:
        return ledgerTitle(name, f) ?? name;
    }
  },
  ledgerHead,
  words: {
    row: 'dòng',
    column: 'cột',
    more: (count) => `… và ${count} chỗ nữa`,
    mend: 'Xử lý',
    next: 'Tiếp theo',
    reason: 'Lý do trả lại',
    progress,
    waiting,
    dong: d,
    preview: 'Chưa ghi gì. Nếu ghi, kết quả sẽ là:',
    asShown: 'Đã ghi đúng như trên.',
    shownAgain: '\nTrong lúc chờ, sổ đã được ghi thêm ở nơi khác. Kết quả tính lại:',
    unprinted: 'Lệnh đã chạy xong nhưng không in ra được (ổ đĩa đầy?). Kiểm tra sổ trước khi chạy lại.',
  },
  reading,
  defect,
};

export const vi = catalogue(now, { warnings, done, config, cases, pay, questions, prompt, phrases });
