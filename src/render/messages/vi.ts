import { formatDong } from '../figures.ts';
import type { Messages } from '../messages.ts';
import { reading } from './vi-reading.ts';
import { d, day, KINDS, list, NOUNS } from './vi-terms.ts';

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
  findings: {
    'fund.difference': (f) =>
      `Quỹ ${f.fund}: tính theo thu chi ${d(f.closing)}, tiền thực có ${d(f.money)}, lệch ${d(f.difference)}.`,
    'money.negative': (f) => `Quỹ ${f.fund} tại ${f.place} âm ${d(f.balance)} cuối ngày ${day(f.day)}.`,
    'place.uncounted': (f) => `Chưa kiểm kê ${f.place}, sổ có ${d(f.balance)}.`,
    'place.difference': (f) =>
      `${f.place} ngày ${day(f.day)}: đếm được ${d(f.counted)}, sổ có ${d(f.balance)}, lệch ${d(f.difference)}.`,
    'award.unsigned': (f) =>
      `Suất ${f.award} (${f.unit}): đã chi ${d(f.total)} ngày ${day(f.paidOn)}, chưa có ký nhận.`,
    'award.unpaid': (f) => `Đợt ${f.round}: đã duyệt chưa chi ${f.people} suất, ${d(f.total)}.`,
    'advance.overdue': (f) => `Tạm ứng ${f.voucher} của ${f.holder} quá hạn ${day(f.due)}, còn ${d(f.open)}.`,
    'voucher.gap': (f) => `Chứng từ ${f.series}: sau số ${f.after} là số ${f.next}.`,
    'balance.stale': (f) => `Số dư ngày ${f.key} không khớp bút toán.`,
    'book.altered': (f) => `${f.kind} ${f.name} đã bị sửa ngoài chương trình.`,
    'row.magnitude': (f) =>
      `Danh sách ${f.document}: ${f.rows} dòng có số tiền khác thường, có thể thiếu hàng nghìn; đã ghi đúng như in.`,
    'period.late': (f) => `Khoản kỳ trước ghi kỳ này: ${f.entries} bút toán, ${d(f.total)}.`,
    'unidentified.open': (f) => `Còn ${d(f.balance)} tiền chờ xác định.`,
  },
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
    'statement.unproved': () =>
      'Không có số dư nào để đối chiếu nên chưa chứng tỏ được sao kê đủ dòng. So tổng với bản giấy của ngân hàng.',
    'list.many-days': (f) =>
      `Danh sách có ${f.days} ngày nên lập ${f.days} phiếu thu. Nếu tiền nộp một lần: --received-on NGÀY --from-person TÊN`,
  },
  severities: { error: 'LỖI', warning: 'CẢNH BÁO', notice: 'LƯU Ý', accepted: 'ĐÃ CHẤP NHẬN' },
  columns: {
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
      case 'reconciliation':
        return `Đối chiếu tháng ${day(String(f['period']))} (đồng)`;
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
      case 'operations':
        return 'Các thao tác, mới nhất trước';
      case 'donors':
        return 'Nhà hảo tâm';
      case 'advances':
        return `Tạm ứng đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'entries':
        return `Bút toán${period} (đồng)`;
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
    sentBack: (a) =>
      a.whole
        ? `Đã viết cả danh sách ra ${a.path}, ${a.rows} dòng có lý do trả lại: sửa ở đó rồi nhập tệp ấy.`
        : `Đã viết ${a.rows} dòng chưa nhận kèm lý do ra ${a.path}: sửa ở đó rồi nhập tệp ấy.`,
    savedProfile: (a) => `Đã lưu cách đọc tệp vào ${a.path}; lần sau thêm --profile ${a.path}`,
    money: (a) =>
      `Đã ghi ${a.voucher}: ${d(a.amount)}, quỹ ${a.fund}, ngày ${day(a.bookedOn)} (bút toán ${a.entry}).`,
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
      `Kiểm kê ${a.place} ngày ${day(a.day)}: đếm được ${d(a.counted)}, sổ có ${d(a.balance)}${a.difference === 0 ? ', khớp.' : a.difference < 0 ? `, thiếu ${d(-a.difference)}.` : `, thừa ${d(a.difference)}.`}`,
    balanced: (a) =>
      a.balanced
        ? `Tháng ${day(a.period)} khớp.${a.accepted > 0 ? ` Có ${a.accepted} lỗi đã chấp nhận.` : ''}\nTiếp theo: phucloi close ${a.period}`
        : `Tháng ${day(a.period)} còn ${a.errors} lỗi.`,
    acceptedFinding: (a) => `Đã chấp nhận ${a.finding} đến ngày ${day(a.until)}.`,
    closed: (a) =>
      `Đã khóa sổ tháng ${day(a.month)}.${a.accepted.length > 0 ? ` Lỗi đã chấp nhận: ${list(a.accepted)}.` : ''}\nGhi vào sổ biên bản: ${a.head}`,
    verified: (a) => `Sổ nguyên vẹn: ${a.entries} bút toán, ${a.operations} thao tác.\nĐầu chuỗi: ${a.head}`,
    checked: (a) =>
      a.errors + a.warnings === 0 ? 'Không phát hiện gì.' : `${a.errors} lỗi, ${a.warnings} cảnh báo.`,
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

/** The first rows of many. */
function some(rows: readonly number[]): string {
  return rows.length <= 20 ? list(rows) : `${list(rows.slice(0, 20))}, … (${rows.length} dòng)`;
}

function range(codes: readonly string[]): string {
  if (codes.length <= 3) return list(codes);
  return `${codes[0]} … ${codes.at(-1)} (${codes.length} phiếu)`;
}
