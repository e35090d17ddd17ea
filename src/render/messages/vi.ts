import { formatDong } from '../figures.ts';
import type { Messages } from '../messages.ts';
import { reading } from './vi-reading.ts';
import { capital, d, day, KINDS, list, NOUNS, span } from './vi-terms.ts';

/** Kinds of lines of a bank's statement. */
const lines: Messages['lines'] = {
  contribution: 'ủng hộ',
  fee: 'phí',
  vat: 'thuế GTGT',
  interest: 'lãi',
  refund: 'hoàn tiền',
  sweep: 'điều chuyển tự động',
  salary: 'lương',
  dues: 'đoàn phí',
  allocation: 'cấp trên cấp',
  payment: 'chi',
};

export const vi: Messages = {
  language: 'vi',
  warnings: {
    'row.magnitude': (f) =>
      `Dòng ${some(f.rows)}: số tiền khác thường so với cả danh sách (có thể thiếu hàng nghìn). Đã ghi đúng như in; hỏi lại nơi gửi.`,
    'rows.suspect': (f) =>
      `${f.count} dòng giống dòng của danh sách khác (cùng ngày, số tiền, tên). Vẫn ghi; nên xem lại.`,
    'rows.left': (f) =>
      `Chưa nhận dòng ${some(f.rows)}. Vì thế không đối chiếu được với số cộng in trên danh sách.`,
    'donors.unsure': (f) =>
      `${f.unsure.length} tên chưa rõ của ai, đã ghi nhưng chưa gắn với người nào: ${f.unsure
        .slice(0, 5)
        .map(
          ({ row, candidates }) =>
            `dòng ${row} (${list(candidates.slice(0, 5))}${candidates.length > 5 ? ', …' : ''})`,
        )
        .join(
          '; ',
        )}${f.unsure.length > 5 ? '; …' : ''}. Nêu là ai cho những lần sau: phucloi donor match --name TÊN --is MÃ`,
    'lines.left-out': (f) =>
      `Không lấy vì không phải tiền ủng hộ: ${f.kinds.map((each) => `${each.lines} dòng ${lines[each.kind] ?? each.kind}`).join(', ')}.`,
    'lines.alike': (f) =>
      `${f.count} dòng giống dòng của sao kê trước (cùng ngày, số tiền); vẫn giữ trừ khi thêm --suspects skip:${f.alike
        .slice(0, 10)
        .map(
          (each) =>
            `\n  dòng ${each.row} | ${each.document} dòng ${each.documentRow} | ${day(each.day)} | ${d(each.amount)}`,
        )
        .join('')}${f.count > 10 ? `\n  … và ${f.count - 10} dòng nữa` : ''}`,
    'private.withheld': (f) =>
      `${f.fields} mục riêng tư (CCCD, điện thoại, số tài khoản, hoàn cảnh) không nằm trong tệp. Cần thì xuất với --private --purpose "LÝ DO".`,
    'statement.unproved': () =>
      'Không có số dư nào để đối chiếu nên chưa chứng tỏ được sao kê đủ dòng. So tổng với bản giấy của ngân hàng.',
    'list.many-days': (f) =>
      `Danh sách có ${f.days} ngày nên lập ${f.days} phiếu thu. Nếu tiền nộp một lần: --received-on NGÀY --from-person TÊN`,
  },
  severities: { error: 'LỖI', warning: 'CẢNH BÁO', notice: 'LƯU Ý', accepted: 'ĐÃ CHẤP NHẬN' },
  columns: {
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
    opening: 'Đầu kỳ',
    in: 'Thu',
    out: 'Chi',
    closing: 'Cuối kỳ',
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
    contributions: 'Ủng hộ',
    allocations: 'Cấp trên cấp',
    transfersIn: 'Quỹ khác sang',
    otherIn: 'Thu khác',
    disbursements: 'Chi chăm lo',
    remittances: 'Nộp cấp trên',
    transfersOut: 'Sang quỹ khác',
    otherOut: 'Chi khác',
    difference: 'Chênh lệch',
    kind: 'Loại',
    unit: 'Đơn vị',
    parent: 'Trực thuộc',
    members: 'Đoàn viên',
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
    operation: 'Số',
    recordedAt: 'Lúc',
    actor: 'Người làm',
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
  },
  labels: {
    ownFunds: 'Cộng quỹ của đơn vị',
    heldFunds: 'Cộng tiền giữ hộ',
    opening: 'Số dư đầu kỳ',
    turnover: 'Cộng phát sinh và số dư cuối kỳ',
    closing: 'Số dư cuối kỳ',
    total: 'Tổng cộng',
    subtotal: 'Cộng',
  },
  values: {
    own: 'của đơn vị',
    held: 'giữ hộ',
    cash: 'tiền mặt',
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
    altered: 'tệp bị sửa',
  },
  lines,
  title(name, f) {
    const period = f['from'] === undefined ? '' : ` từ ${day(String(f['from']))} đến ${day(String(f['to']))}`;
    switch (name) {
      case 'balance':
        return `Số dư các quỹ đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'settings':
        return 'Thiết lập của sổ';
      case 'reconciliation':
        return `Đối chiếu ${span(String(f['period']))} (đồng)`;
      case 'changes':
        return `Thay đổi của tháng ${day(String(f['month']))} so với biên bản ngày ${day(String(f['day']))} (đồng)`;
      case 'fundLedger':
        return `Sổ quỹ ${f['subject']}${period} (đồng)`;
      case 'cashLedger':
        return `Sổ tiền ${f['subject']}${period} (đồng)`;
      case 'memberLedger':
        return `Các khoản đã hỗ trợ ${f['subject']}${period} (đồng)`;
      case 'journal':
        return `Nhật ký chung${period} (đồng)`;
      case 'units':
        return 'Các đơn vị';
      case 'members':
        return 'Đoàn viên';
      case 'funds':
        return 'Các quỹ';
      case 'places':
        return 'Nơi giữ tiền';
      case 'rounds':
        return 'Các đợt';
      case 'awards':
        return `Các suất của đợt ${f['round']} (đồng)`;
      case 'documents':
        return 'Các danh sách ủng hộ đã nhập (đồng)';
      case 'contributions':
        return `Các khoản của danh sách ${f['document']} (đồng)`;
      case 'statements':
        return 'Sao kê ngân hàng (đồng)';
      case 'statementLines':
        return `Các dòng của sao kê ${f['document']} (đồng)`;
      case 'matches':
        return `Dòng sao kê ${f['account']} và bút toán có thể là một (đồng)`;
      case 'doubts':
        return 'Dòng sao kê có nhiều cách hiểu, phải chọn bằng tay (đồng)';
      case 'queuedLines':
        return `Dòng sao kê chưa khớp và tiền chờ xác định đến ngày ${day(String(f['asOf']))}, cũ nhất trước (đồng)`;
      case 'queuedEntries':
        return `Bút toán ngân hàng chưa có dòng sao kê đến ngày ${day(String(f['asOf']))}, cũ nhất trước (đồng)`;
      case 'operations':
        return 'Các thao tác, mới nhất trước';
      case 'donors':
        return 'Nhà hảo tâm';
      case 'appeals':
        return `Các đợt vận động đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'appeal':
        return `Đợt vận động ${f['code']} – ${f['name']}, đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'owed':
        return `Tiền còn phải nộp đến ngày ${day(String(f['asOf']))} (đồng)`;
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
        return name;
    }
  },
  words: {
    row: 'dòng',
    column: 'cột',
    more: (count) => `… và ${count} chỗ nữa`,
    mend: 'Xử lý',
    reason: 'Lý do trả lại',
    progress: ({ rows, seconds }) =>
      `Đang đọc: ${formatDong(rows, 'vi')} dòng${seconds === undefined ? '' : `, còn ${seconds} giây`}`,
    dong: d,
    preview: 'Chưa ghi gì. Nếu ghi, kết quả sẽ là:',
    unprinted: 'Lệnh đã chạy xong nhưng không in ra được (ổ đĩa đầy?). Kiểm tra sổ trước khi chạy lại.',
  },
  reading,
  done: {
    init: (a) =>
      `Đã tạo sổ ${a.book}, mở từ tháng ${day(a.firstMonth)}.\nQuỹ: ${list(a.funds)}. Nơi giữ tiền: ${list(a.places)}. Số dư đầu kỳ: ${d(a.opening)}.\nTiếp theo: phucloi unit import TỆP · phucloi member import TỆP · phucloi contribution import TỆP --fund QUỸ`,
    dryRun: () => 'Chạy thử: không có gì được ghi.',
    added: (a) => `Đã thêm ${NOUNS[a.noun]} ${a.code}.`,
    erased: (a) => `Đã xóa thông tin cá nhân của ${a.code}; chứng từ và số tiền giữ nguyên.`,
    imported: (a) =>
      a.accepted === 0
        ? `Không có gì mới: ${a.rows} dòng đều đã có (danh sách ${a.document}).`
        : `Đã nhận ${a.accepted} trong ${a.rows} dòng (danh sách ${a.document})${a.duplicates > 0 ? `; ${a.duplicates} dòng đã có từ trước` : ''}.${a.rejected > 0 ? `\nChưa nhận ${a.rejected} dòng sai.` : ''}`,
    importedUnits: (a) => `Đã tạo thêm ${a.units} đơn vị.`,
    contributions: (a) =>
      a.accepted === 0 && a.reversed === 0
        ? `Không có gì mới: ${a.duplicates} dòng đều đã có trong sổ (danh sách ${a.document}, ${d(a.total)}).`
        : `Đã ghi ${a.accepted} trong ${a.rows} khoản ủng hộ, ${d(a.posted)}, vào quỹ ${a.fund}, nơi giữ ${a.place} (danh sách ${a.document}).${a.rejected > 0 ? `\nĐể lại ${a.rejected} dòng sai.` : ''}${a.duplicates > 0 ? `\n${a.duplicates} dòng đã có từ trước, không ghi lại.` : ''}${a.reversed > 0 ? `\nĐã đảo ${a.reversed} khoản không còn trong danh sách mới.` : ''}${a.linked > 0 ? `\nTrong đó ${a.linked} khoản là của nhà hảo tâm, đoàn viên, đơn vị có trong sổ.` : ''}\nPhiếu thu: ${range(a.vouchers)}.`,
    statement: (a) =>
      a.accepted === 0
        ? `Không có gì mới: ${a.rows} dòng đều đã có (sao kê ${a.document}).`
        : `Đã lưu ${a.accepted} trong ${a.rows} dòng sao kê ${a.account}, từ ${day(a.from)} đến ${day(a.to)} (sao kê ${a.document}); chưa ghi vào sổ quỹ.${a.duplicates > 0 ? `\n${a.duplicates} dòng đã có từ trước.` : ''}\n${a.opening === undefined ? '' : `Số dư đầu ${d(a.opening)}. `}Tiền vào ${d(a.credits)}, tiền ra ${d(a.debits)}${a.closing === undefined ? '' : `, số dư cuối ${d(a.closing)}`}.${a.checked > 0 ? `\nĐã kiểm tra ${a.checked} số dư, ${a.breaks.length === 0 ? 'không có chỗ lệch' : `chấp nhận ${a.breaks.length} chỗ lệch`}.` : ''}`,
    undone: (a) =>
      `Đã hủy thao tác ${a.operation}${a.documents.length > 0 ? ` (${list(a.documents)})` : ''}: ${
        [
          ...(a.reversed > 0 ? [`đảo ${a.reversed} bút toán (${range(a.vouchers)})`] : []),
          ...(a.lines > 0 ? [`rút ${a.lines} dòng sao kê`] : []),
          ...(a.awards > 0 ? [`hủy ${a.awards} đề nghị`] : []),
          ...(a.members > 0 ? [`rút ${a.members} đoàn viên`] : []),
          ...(a.units > 0 ? [`rút ${a.units} đơn vị`] : []),
        ].join(', ') || 'những gì đã ghi không còn tính'
      }.${a.documents.length > 0 ? '\nTệp ấy có thể nhập lại.' : ''}`,
    matched: (a) =>
      a.same ? `Từ nay ghi tên này là của ${a.code}.` : `Từ nay tên này không phải của ${a.code}.`,
    matchedLines: (a) => {
      const open = a.suggestions.filter((each) => each.match === undefined);
      const sure = open.filter((each) => each.sure).length;
      const said = [
        ...(a.recorded > 0
          ? [
              `Đã khớp ${a.recorded} chỗ ở ${a.account}${a.recorded === 1 ? ` (số ${a.suggestions.find((each) => each.match !== undefined)?.match})` : ''}.`,
            ]
          : []),
        ...(open.length > 0 ? [`Đề nghị ${open.length} chỗ, ${sure} chỗ chắc chắn; chưa ghi.`] : []),
        `Chưa khớp ở ${a.account}: ${a.lines} dòng sao kê, ${a.entries} bút toán.`,
        ...(sure > 0
          ? [`Ghi những chỗ chắc chắn: phucloi statement match --account ${a.account} --auto`]
          : []),
        ...(open.length > sure
          ? [
              `Ghi cả những chỗ có thể, sau khi xem lại: phucloi statement match --account ${a.account} --likely`,
            ]
          : []),
        ...(a.doubts.length > 0
          ? ['Chọn bằng tay: phucloi statement match --line SỐ --entry SỐ --reason "LÝ DO"']
          : []),
      ];
      return said.join('\n');
    },
    unmatched: (a) =>
      `Đã gỡ khớp ${list(a.matches)}: ${a.lines.length} dòng sao kê, ${a.entries.length} bút toán lại chưa khớp.`,
    posted: (a) =>
      a.posted.length === 0
        ? `Không có dòng nào như thế chưa khớp ở ${a.account}.`
        : `Đã ghi ${a.posted.length} dòng sao kê ${a.account} vào quỹ ${a.fund}, ${d(a.total)}, khớp sẵn (bút toán ${a.posted.length === 1 ? a.posted[0]?.entry : `${a.posted[0]?.entry} … ${a.posted.at(-1)?.entry}`}).\nChứng từ: ${range([...new Set(a.posted.map(({ voucher }) => voucher))])}.`,
    identified: (a) =>
      `Đã xác định ${d(a.amount)} của bút toán ${a.clears}, tiền vào ngày ${day(a.bankDay)}: ghi quỹ ${a.fund} ngày ${day(a.bookedOn)} (${a.voucher}, bút toán ${a.entry}); còn chờ xác định ${d(a.open)}.`,
    confirmed: (a) =>
      `Ngân hàng xác nhận ${a.account} ngày ${day(a.day)} có ${d(a.balance)}; sổ có ${d(a.book)}, ${a.difference === 0 ? 'khớp' : `lệch ${d(a.difference)}`}.`,
    explained: () => 'Không còn dòng sao kê, bút toán hay khoản tiền nào chờ.',
    sentBack: (a) =>
      a.whole
        ? `Đã viết cả danh sách ra ${a.path}, ${a.rows} dòng có lý do trả lại: sửa ở đó rồi nhập tệp ấy.`
        : `Đã viết ${a.rows} dòng chưa nhận kèm lý do ra ${a.path}: sửa ở đó rồi nhập tệp ấy.`,
    savedProfile: (a) => `Đã lưu cách đọc tệp vào ${a.path}; lần sau thêm --profile ${a.path}`,
    money: (a) =>
      `Đã ghi ${a.voucher}: ${d(a.amount)}, quỹ ${a.fund}, ngày ${day(a.bookedOn)} (bút toán ${a.entry}).`,
    purposes: (a) => `Quỹ ${a.fund} hôm nay được chi cho: ${list(a.purposes) || 'không việc gì'}.`,
    remitBy: (a) =>
      a.remitBy === undefined
        ? `Đã bỏ hạn nộp của quỹ ${a.fund}.`
        : `Tiền của quỹ ${a.fund} phải nộp trước hết ngày ${day(a.remitBy)}.`,
    target: (a) =>
      `Đợt vận động ${a.appeal}: đơn vị ${a.unit} chỉ tiêu ${d(a.target)}${a.pledged === undefined ? '' : `, đăng ký ${d(a.pledged)}`}.`,
    repaid: (a) => `${a.voucher}: đã trả ${d(a.amount)}, còn nợ ${d(a.open)}.`,
    appeal: (a) =>
      [
        `Đã thu ${d(a.received)}${a.goal === undefined ? '' : ` trên mục tiêu ${d(a.goal)}`}.`,
        ...(a.unpaid.length > 0 ? [`Chưa nộp: ${list(a.unpaid)}.`] : []),
        ...(a.remit === undefined
          ? []
          : [
              `Giữ hộ ${a.remit.owner}: ${d(a.remit.received)}; đã nộp ${d(a.remit.remitted)}, còn phải nộp ${d(a.remit.owed)}${a.remit.due === undefined ? '' : ` (hạn ${day(a.remit.due)}${a.remit.overdue ? ', quá hạn' : ''})`}.`,
            ]),
      ].join('\n'),
    settled: (a) => `Đã thanh toán tạm ứng (${a.voucher}); còn ${d(a.open)}.`,
    reversed: (a) =>
      `Đã đảo bút toán ${a.reverses} bằng bút toán ${a.entry} (${a.voucher}, ngày ${day(a.bookedOn)}).`,
    described: (a) => `Bút toán ${a.entry} nay ghi: ${[a.party, a.content].filter(Boolean).join(' · ')}.`,
    linked: (a) =>
      `Bút toán ${a.entry}: người ủng hộ ${a.donor || 'không gắn với ai'}, đơn vị ${a.unit || 'không gắn'}.`,
    cameBack: (a) =>
      `${list(a.vouchers)}: đã thu lại ${d(a.total)} của ${a.case}; trở lại là đã duyệt chưa chi.\nChi lại: phucloi ${a.kind} pay --case ${a.case} --from QUỸ:NƠI --on NGÀY`,
    attached: (a) =>
      a.copied ? `Đã lưu ${a.file} kèm ${a.code} (${a.path}).` : `${a.file} đã lưu kèm ${a.code} từ trước.`,
    openedBook: (a) =>
      `Đã ghi số dư đầu kỳ ngày ${day(a.day)} (${a.entries} bút toán, danh sách ${a.document}).\nTiền của đơn vị ${d(a.own)}, tiền giữ hộ ${d(a.held)}.${
        a.advances + a.loans + a.awards + a.goods === 0
          ? ''
          : `\nKèm theo: ${[
              ...(a.advances > 0 ? [`${a.advances} khoản tạm ứng`] : []),
              ...(a.loans > 0 ? [`${a.loans} khoản vay giữa các quỹ`] : []),
              ...(a.awards > 0 ? [`${a.awards} suất đã duyệt`] : []),
              ...(a.goods > 0 ? [`${a.goods} mặt hàng`] : []),
            ].join(', ')}.`
      }`,
    history: (a) =>
      a.accepted === 0
        ? `Không có gì mới: ${a.rows} dòng đều đã có (danh sách ${a.document}).`
        : `Đã lưu ${a.accepted} trong ${a.rows} khoản hỗ trợ trước khi mở sổ (danh sách ${a.document}); không ghi vào sổ quỹ.${a.duplicates > 0 ? `\n${a.duplicates} dòng đã có từ trước.` : ''}`,
    firstSaid: (a) => `  Lúc đầu ghi: ${a.said}`,
    corrected: (a) =>
      `  ${a.at} ${a.by}: ${[
        ...(a.content === undefined ? [] : [[a.party, a.content].filter(Boolean).join(' · ')]),
        ...(a.donor === undefined ? [] : [`người ủng hộ ${a.donor || '–'}, đơn vị ${a.unit || '–'}`]),
      ].join('; ')}${a.reason === '' ? '' : ` (${a.reason})`}`,
    opened: (a) =>
      `Đã lập hồ sơ ${a.case}, ${d(a.total)}.\nTiếp theo: phucloi ${a.kind} approve --case ${a.case} --decision SỐ --on NGÀY --by "HỌ TÊN"`,
    proposed: (a) =>
      `Đề nghị ${a.people} người vào đợt ${a.round} (danh sách ${a.document}).\nChi từ quỹ của đơn vị: ${d(a.own)}. Tổng chăm lo mọi nguồn: ${d(a.total)}.`,
    approved: (a) =>
      `Quyết định ${a.decision}: duyệt ${a.people} suất đợt ${a.round}.\nChi từ quỹ của đơn vị: ${d(a.own)}. Tổng chăm lo mọi nguồn: ${d(a.total)}.`,
    paid: (a) =>
      a.advance
        ? `${a.voucher}: giao người phát ${d(a.total)} cho ${a.people} suất đợt ${a.round}. Là tạm ứng cho đến khi ký nhận.`
        : `${a.voucher}: đã chi ${d(a.total)} cho ${a.people} suất đợt ${a.round}.`,
    signed: (a) =>
      `Đã ghi ký nhận ${a.signed} suất đợt ${a.round}, ${d(a.total)} (${{ bulk: 'xác nhận chung', checked: 'đã đối chiếu danh sách ký', listed: 'theo danh sách ký' }[a.how]}).${a.unsigned > 0 ? `\nCòn ${a.unsigned} suất chưa ký.` : ''}`,
    counted: (a) =>
      `Kiểm kê ${a.place} ngày ${day(a.day)}: đếm được ${d(a.counted)}, sổ có ${d(a.balance)}${a.difference === 0 ? ', khớp.' : a.difference < 0 ? `, thiếu ${d(-a.difference)}.` : `, thừa ${d(a.difference)}.`}${
        a.voucher === undefined
          ? a.settle === undefined
            ? ''
            : `\nĐếm lại; nếu đúng là ${a.difference < 0 ? 'thiếu' : 'thừa'} thì ghi vào sổ: ${a.settle}`
          : a.difference < 0
            ? `\nĐã ghi ${a.voucher}: thủ quỹ nhận nợ số thiếu. Sổ nay khớp số đếm được.`
            : `\nĐã ghi ${a.voucher}: số thừa vào quỹ CHO, chờ xác định. Sổ nay khớp số đếm được.`
      }`,
    bought: (a) =>
      `Đã mua ${goods(a)}: ${a.payment} chi ${d(a.cost)} (bút toán ${a.entry}), ${a.voucher} nhập kho ngày ${day(a.day)}. Quỹ ${a.fund} còn ${a.left} ${a.measure}.`,
    tookIn: (a) =>
      `Đã nhận ${goods(a)}, trị giá ${d(a.cost)}: ${a.voucher} nhập kho ngày ${day(a.day)}. Quỹ ${a.fund} còn ${a.left} ${a.measure}.`,
    gaveOut: (a) =>
      `Đã xuất ${goods(a)}, giá vốn ${d(a.cost)}: ${a.voucher} ngày ${day(a.day)}. Quỹ ${a.fund} còn ${a.left} ${a.measure}.`,
    goodsReversed: (a) =>
      `Đã đảo ${a.reverses} bằng ${a.voucher} (${goods(a)}, ${d(a.cost)}, ngày ${day(a.day)})${a.entry === undefined ? '' : `, cùng khoản chi (bút toán ${a.entry})`}. Quỹ ${a.fund} còn ${a.left} ${a.measure}.`,
    left: (a) => `Đã ghi ${a.code} thôi là đoàn viên từ ngày ${day(a.on)}; các khoản đã nhận giữ nguyên.`,
    unitClosed: (a) =>
      `Đã kết thúc đơn vị ${a.code} sau ngày ${day(a.on)}${a.successor === undefined ? '' : `, chuyển về ${a.successor}`}.${a.members > 0 ? ` Còn ${a.members} người đứng tên ở đơn vị này.` : ''}`,
    officeEnded: (a) => `Đã ghi thôi giữ chức danh ${a.role} sau ngày ${day(a.on)}.`,
    handedOver: (a) =>
      `Đã viết ${a.path} (${a.sheets} trang tính): tiền ${d(a.balance)}, còn ${a.open} việc dở.\n${a.role} mới ký giấy tờ từ ngày ${day(a.from)}. In ra để hai bên ký.`,
    balanced: (a) =>
      a.balanced
        ? `${capital(span(a.period))} khớp.${a.accepted > 0 ? ` Có ${a.accepted} lỗi đã chấp nhận.` : ''}${/^\d{4}-\d\d$/.test(a.period) ? `\nTiếp theo: phucloi close ${a.period}` : ''}`
        : `${capital(span(a.period))} còn ${a.errors} lỗi.`,
    closed: (a) =>
      `Đã khóa sổ tháng ${day(a.month)}.\nBản sao lưu đã kiểm tra: ${a.backup}${a.minutes === undefined ? '' : `\nBiên bản khóa sổ để ký: ${a.minutes}`}\nGhi vào sổ biên bản: ${a.head}`,
    readyToClose: (a) =>
      [
        a.errors === 0
          ? `Tháng ${day(a.month)} không còn lỗi nào cản khóa sổ.`
          : `Chưa khóa được tháng ${day(a.month)}: còn ${a.errors} lỗi chưa xử lý.`,
        a.ends !== undefined
          ? `Tháng chưa hết: khóa được từ ngày ${day(a.ends)}.`
          : a.errors === 0
            ? `Tiếp theo: phucloi close ${a.month}`
            : '',
      ]
        .filter(Boolean)
        .join('\n'),
    acceptedBy: (a) => `Lý do: ${a.reason}. Người chấp nhận: ${a.by}, đến ngày ${day(a.until)}.`,
    reopened: (a) =>
      `Đã mở lại tháng ${day(a.month)} theo quyết định của ${a.by}; lý do nằm lại trong sổ.\nSửa xong thì khóa lại: phucloi close ${a.month} (biên bản mới kê rõ những dòng thay đổi)`,
    locked: (a) =>
      `Đã khóa hẳn năm ${a.year} theo ${a.document}; các tháng của năm không mở lại được nữa.\nGhi vào sổ biên bản: ${a.head}`,
    minutes: (a) =>
      `Đã viết biên bản khóa sổ tháng ${day(a.month)}: ${a.path}.${
        a.earlier === undefined
          ? ''
          : a.changes === 0
            ? `\nKhông có bút toán nào thay đổi so với biên bản ngày ${day(a.earlier)}.`
            : `\n${a.changes} bút toán thay đổi so với biên bản ngày ${day(a.earlier)}.`
      }`,
    headFound: (a) =>
      `Đầu chuỗi ${a.head} có trong sổ: sau thao tác ${a.operation} (${a.command}, ${day(a.recordedAt.slice(0, 10))})${a.month === undefined ? '' : `, là đầu chuỗi khi khóa sổ tháng ${day(a.month)}`}.\nMọi dòng ghi đến thao tác ấy còn nguyên vẹn; sau đó có thêm ${a.later} thao tác.`,
    verified: (a) =>
      `Sổ nguyên vẹn: ${a.entries} bút toán, ${a.operations} thao tác.\nĐầu chuỗi: ${a.short}\nĐầy đủ: ${a.head}`,
    acceptedFinding: (a) =>
      `Đã chấp nhận ${a.finding}${a.until === '9999-12-31' ? '; không hỏi lại nữa' : ` đến ngày ${day(a.until)}`}.`,
    set: (a) => `${a.name}: ${a.value === '' ? 'tắt' : a.value}${a.isDefault ? ' (mặc định)' : ''}.`,
    checked: (a) => (a.findings === 0 ? 'Không phát hiện gì.' : `${a.errors} lỗi, ${a.warnings} cảnh báo.`),
    exported: (a) =>
      `Đã xuất ${a.path} (${a.scope}): ${a.entries} bút toán.${a.head === undefined ? '' : `\nĐầu chuỗi: ${a.head}`}`,
    rebuilt: (a) =>
      `Đã dựng lại sổ ${a.book}: ${a.entries} bút toán, ${a.operations} thao tác, khớp chuỗi băm.\nĐầu chuỗi: ${a.head}`,
    written: (a) => `Đã viết ${a.path} (${a.sheets} trang tính).`,
    nothing: () => 'Chưa có gì.',
  },
  questions: {
    confirm: () => 'Ghi vào sổ?',
    donor: (a) => `«${a.name}» là ai?`,
    nobody: () => 'không phải ai trong số này (nhớ cho lần sau)',
    later: () => 'để sau',
    erase: (a) => `Xóa thông tin cá nhân của ${a.code}? Không lấy lại được.`,
    closeMonth: (a) => `Gõ lại tháng để khóa (${a.month}):`,
    lockYear: (a) => `Khóa hẳn năm ${a.year}? Không mở lại được nữa.`,
    name: () => 'Tên công đoàn giữ sổ:',
    firstMonth: () => 'Tháng đầu tiên của sổ (MM/YYYY):',
    above: () => 'Công đoàn cấp trên (để trống nếu không có):',
    town: () => 'Địa danh ghi trên giấy tờ:',
    chair: () => 'Chủ tịch:',
    accountant: () => 'Kế toán:',
    cashier: () => 'Thủ quỹ:',
    opening: (a) => `Số dư đầu kỳ quỹ ${a.fund} tại ${a.place} (đồng, để trống là 0):`,
  },
  phrases: {
    opening: () => 'Số dư đầu kỳ',
    listReceipt: (f) => `Thu ủng hộ theo danh sách ${f.file} (${f.rows} khoản)`,
    gift: () => 'Thu ủng hộ',
    allocated: () => 'Thu tiền cấp trên cấp',
    advanced: () => 'Chi tạm ứng',
    moved: (f) => `Chuyển tiền từ ${f.from} sang ${f.to}`,
    transferred: (f) => `Chuyển từ ${f.from} sang ${f.to}`,
    remitted: (f) => `Nộp ${f.fund} lên ${f.to}`,
    benefit: (f) => `Chi ${KINDS[f.kind]}: ${f.round} (${f.people} người, có danh sách kèm theo)`,
    handedOut: (f) => `Giao tiền đi phát: ${f.round} (${f.people} người)`,
    signedFor: (f) => `Thanh toán tạm ứng theo danh sách ký nhận: ${f.round} (${f.people} người)`,
    spent: (f) => `Chi từ tạm ứng ${f.voucher}`,
    returned: (f) => `Nộp lại tiền tạm ứng ${f.voucher}`,
    lent: (f) => `${f.from} cho ${f.to} vay`,
    repaid: (f) => `Trả khoản vay ${f.voucher}`,
    supported: (f) => `Hỗ trợ ${f.unit}`,
    goodsBought: (f) => `Mua ${f.item} (${f.quantity} ${f.measure})`,
    goodsReceived: (f) => `Nhận ủng hộ ${f.item} (${f.quantity} ${f.measure})`,
    goodsGiven: (f) => `Xuất ${f.item} (${f.quantity} ${f.measure})${f.to === '' ? '' : `: ${f.to}`}`,
    goodsReversed: (f) => `Đảo ${f.voucher}: ${f.reason}`,
    surplus: (f) => `Thừa quỹ khi kiểm kê ${f.place} ngày ${day(f.day)}`,
    shortage: (f) => `Thiếu quỹ khi kiểm kê ${f.place} ngày ${day(f.day)}, thủ quỹ nhận nợ`,
    countAgain: (f) => `Kiểm kê lại ${f.place} ngày ${day(f.day)}`,
    handover: (f) => `Bàn giao công việc ${OFFICES[f.role] ?? f.role}`,
    bankFee: () => 'Phí ngân hàng',
    bankInterest: () => 'Lãi tiền gửi',
    paidBack: () => 'Trả lại tiền chờ xác định cho người chuyển',
    identified: (f) => `Xác định tiền chờ xác định của bút toán ${f.entry}`,
    bankLines: (f) =>
      `${{ contribution: 'Thu ủng hộ', fee: 'Phí ngân hàng', interest: 'Lãi tiền gửi', refund: 'Trả lại tiền chờ xác định', unidentified: 'Thu tiền chờ xác định' }[f.as]} theo sao kê (${f.lines} khoản)`,
    undone: (f) =>
      `${f.list ? 'Hủy lần nhập danh sách' : 'Hủy thao tác'} (${f.entries} bút toán${f.of === undefined ? '' : ` ngày ${day(f.of)}`}): ${f.reason}`,
    reversed: (f) =>
      `Đảo bút toán ${f.entry}${f.voucher === '' ? '' : ` (${f.voucher}${f.of === undefined ? '' : ` ngày ${day(f.of)}`})`}: ${f.reason}`,
    givenBack: (f) => `Thu lại tiền đã chi theo ${f.voucher}: ${f.reason}`,
    refunded: (f) => `Hoàn trả tiền ủng hộ${f.voucher === '' ? '' : ` (${f.voucher})`}: ${f.reason}`,
    openedAdvance: () => 'Tạm ứng chưa thanh toán đầu kỳ',
    openedLoan: (f) => `Quỹ ${f.to} vay quỹ ${f.from}, số dư đầu kỳ`,
    yearRound: (f) =>
      `${f.kind === 'home' ? 'Nhà Mái ấm Công đoàn' : 'Hỗ trợ đoàn viên khó khăn'} năm ${f.year}`,
  },
  defect: (report) =>
    `Chương trình gặp lỗi của chính nó; sổ không bị ghi dở.\nGửi dòng này cho người bảo trì (không có thông tin cá nhân):\n  ${report}`,
};

const OFFICES: Readonly<Record<string, string>> = {
  cashier: 'thủ quỹ',
  accountant: 'kế toán',
  chair: 'chủ tịch',
};

function goods(a: { quantity: number; measure: string; item: string }): string {
  return `${formatDong(a.quantity, 'vi')} ${a.measure} ${a.item}`;
}

/** The first rows of many. */
function some(rows: readonly number[]): string {
  return rows.length <= 20 ? list(rows) : `${list(rows.slice(0, 20))}, … (${rows.length} dòng)`;
}

function range(codes: readonly string[]): string {
  if (codes.length <= 3) return list(codes);
  return `${codes[0]} … ${codes.at(-1)} (${codes.length} phiếu)`;
}
