import { VISITS } from './vi-cases.ts';
import { negate } from '../../domain/dong.ts';
import { alteredRow } from './vi-altered.ts';
import type { FindingTexts } from './findings.ts';
import { PAPER_NAMES } from './vi-papers.ts';
import { d, day, place } from './vi-terms.ts';
import { collectFindings } from './vi-collect.ts';
import { homeFindings } from './vi-home-findings.ts';
import { cap } from './vi-rule-terms.ts';

const PURPOSES: Readonly<Record<string, string>> = {
  gift: 'tặng quà',
  hardship: 'hỗ trợ khó khăn',
  visit: 'thăm hỏi',
  home: 'xây, sửa nhà Mái ấm',
};

const OFFICES: Readonly<Record<string, string>> = {
  preparer: 'người lập biểu',
  accountant: 'kế toán',
  cashier: 'thủ quỹ',
};

const HEADER: Readonly<Record<string, string>> = {
  'header.employees': 'số lao động',
  'header.members': 'số đoàn viên',
  'header.payroll': 'quỹ lương',
};

const SAME = {
  id: 'cùng số định danh',
  born: 'cùng họ tên, ngày sinh',
  code: 'cùng một mã',
  phone: 'cùng số điện thoại',
  account: 'cùng số tài khoản',
  staff: 'cùng mã nhân viên',
  card: 'cùng số thẻ đoàn viên',
} as const;

export const vi: FindingTexts = {
  findings: {
    ...homeFindings,
    ...collectFindings,
    'list.reversed': (f) =>
      `Danh sách ${f.document} cộng ${d(f.total)}, sổ chỉ còn ${d(f.standing)}: ${f.rows} dòng đã bị đảo riêng.`,
    'words.differ': (f) => `Chứng từ ${f.voucher}: bằng chữ là ${d(f.written)}, bằng số là ${d(f.amount)}.`,
    'award.unsigned': (f) =>
      `Suất ${f.award} (${f.unit}): đã chi ${d(f.total)} ngày ${day(f.paidOn)}, chưa có ký nhận.`,
    'award.proxies': (f) =>
      `Đợt ${f.round}, ${f.unit}: ${f.proxies} trong ${f.signed} suất do người khác ký thay, quá ${f.limit} %.`,
    'award.amounts': (f) =>
      `Suất ${f.award}: duyệt ${d(f.decided)}, chi ${d(f.paid)}, ký nhận ${d(f.signed)}.`,
    'award.unpaid': (f) => `Đợt ${f.round}: đã duyệt chưa chi ${f.people} suất, ${d(f.total)}.`,
    'award.late': (f) =>
      `Đợt ${f.round}: ${f.people} suất, ${d(f.total)} duyệt từ ${day(f.since)}, quá ${f.days} ngày chưa chi.`,
    'award.phantom': (f) =>
      `Suất ${f.award} (${f.unit}): có ký nhận ${d(f.total)} ngày ${day(f.signedOn)} nhưng không còn khoản chi nào.`,
    'person.twice': (f) => `Suất ${f.award} và ${f.other} là của một người (${SAME[f.by]}).`,
    'person.elsewhere': (f) =>
      `Suất ${f.award}: người này còn có suất ${f.other} trong đợt ${f.round}, cùng dịp.`,
    'person.namesake': (f) =>
      `Suất ${f.award} và ${f.other}: cùng họ tên, cùng đơn vị ${f.unit}. Là hai người thì chấp nhận một lần là xong.`,
    'household.twice': (f) =>
      `Nhà ${f.award} và ${f.other}: ${f.by === 'phone' ? 'cùng số điện thoại' : 'người trong một nhà'}.`,
    'recipient.left': (f) =>
      `Suất ${f.award}: chi ngày ${day(f.paidOn)} cho người đã thôi là đoàn viên từ ${day(f.left)}.`,
    'unit.closed': (f) =>
      `Suất ${f.award}: chi ngày ${day(f.paidOn)} cho đơn vị ${f.unit}, đã kết thúc hoạt động ngày ${day(f.closed)}.`,
    'level.differs': (f) =>
      `Suất ${f.award}: ${d(f.total)}, mức của diện ${VISITS[f.category] ?? f.category} trong đợt là ${d(f.level)}.`,
    'level.cap': (f) => `Suất ${f.award}: ${d(f.total)}, vượt mức trần ${d(f.cap)}.`,
    'level.norm': (f) =>
      `Suất ${f.award}: ${d(f.total)}, ngoài quy định ${f.rule} (${cap(f.allowed)}), không có quyết định nào cho phép.`,
    'level.advised': (f) =>
      `Suất ${f.award}: ${d(f.total)}, ngoài mức tham khảo ${f.rule} (${cap(f.allowed)}).`,
    'level.waived': (f) =>
      `Suất ${f.award}: ${d(f.total)}, ngoài quy định ${f.rule} (${cap(f.allowed)}), theo ${f.decision}.`,
    'level.times': (f) =>
      `${f.beneficiary} đã được hỗ trợ ${f.times} lần trong năm ${f.year}, quy chế cho ${f.limit} lần.`,
    'paper.overdue': (f) =>
      `Suất ${f.award}: đã hứa bổ sung ${PAPER_NAMES[f.paper]} trước ngày ${day(f.due)}, đến nay chưa có.`,
    'home.second': (f) =>
      `Nhà ${f.award}: người này đã được hỗ trợ nhà một lần (${caseOrDay(f.other)}); mỗi người chỉ được hỗ trợ một lần.`,
    'home.above': (f) => `Nhà ${f.award}: hỗ trợ tất cả ${d(f.total)}, vượt mức ${d(f.level)} của đợt.`,
    'fund.purpose': (f) =>
      `${f.voucher}: chi ${d(f.amount)} để ${PURPOSES[f.purpose] ?? f.purpose} từ quỹ ${f.fund}, ngày ${day(f.day)} quỹ này không được chi việc đó.`,
    'restriction.spent': (f) =>
      `Quỹ ${f.fund} còn ${d(f.money)}, ít hơn ${d(f.restricted)} tiền ủng hộ có chỉ định chưa dùng: đã chi sang việc khác.`,
    'money.negative': (f) =>
      `Quỹ ${f.fund} ở ${place(f.place)} âm ${d(negate(f.balance))} cuối ngày ${day(f.day)}.`,
    'place.uncounted': (f) => `Chưa kiểm kê ${place(f.place)}, sổ có ${d(f.balance)}.`,
    'place.difference': (f) =>
      `Kiểm kê ${place(f.place)} ngày ${day(f.day)}: đếm được ${d(f.counted)}, sổ có ${d(f.balance)}, ${f.difference > 0 ? `thừa ${d(f.difference)}` : `thiếu ${d(negate(f.difference))}`}.`,
    'cash.limit': (f) =>
      `Tiền mặt (${f.place}): ${f.days} ngày giữ quá định mức ${d(f.limit)}, nhiều nhất ${d(f.balance)} ngày ${day(f.day)}.`,
    'cash.daily': (f) =>
      `Tiền mặt (${f.place}): ${f.days} ngày có thu chi mà không kiểm kê, đầu tiên là ${day(f.day)}.`,
    'voucher.gap': (f) => `Chứng từ ${f.series}: sau số ${f.after} là số ${f.next}.`,
    'voucher.order': (f) =>
      `${f.voucher} đề ngày ${day(f.day)} nhưng số liền trước ${f.before} đề ngày ${day(f.beforeDay)}.`,
    'voucher.future': (f) => `${f.voucher} đề ngày ${day(f.day)}, chưa tới.`,
    'fund.unremitted': (f) =>
      `Quỹ ${f.fund}: hạn nộp cấp trên ${day(f.due)} đã qua, còn phải nộp ${d(f.owed)}.`,
    'appeal.unremitted': (f) =>
      `Đợt vận động ${f.appeal}: hạn nộp ${day(f.due)} đã qua, quỹ ${f.fund} còn phải nộp ${d(f.owed)}.`,
    'remittance.twice': (f) =>
      `Bút toán ${f.first} và ${f.second}: hai đơn vị cùng báo một chứng từ ${f.document}, cùng ${d(f.amount)}.`,
    'bank.difference': (f) =>
      `Ngân hàng (${f.place}) ngày ${day(f.day)}: ngân hàng báo ${d(f.bank)}, sổ có ${d(f.book)}, lệch ${d(f.difference)}.`,
    'bank.unproved': (f) =>
      `Ngân hàng (${f.place}): tháng này chưa có sao kê hay xác nhận số dư, sổ có ${d(f.balance)}.`,
    'line.unmatched': (f) =>
      `Ngân hàng (${f.place}): ${f.lines} dòng sao kê từ ${day(f.since)} chưa khớp với bút toán nào, cộng ${d(f.total)}.`,
    'unidentified.open': (f) => `Còn ${d(f.balance)} tiền chờ xác định.`,
    'appeal.targets': (f) =>
      `Đợt vận động ${f.appeal}: chỉ tiêu các đơn vị cộng ${d(f.targets)}, chỉ tiêu chung ${d(f.goal)}.`,
    'allocation.twice': (f) =>
      `Bút toán ${f.first} và ${f.second}: cùng văn bản ${f.document}, cùng ${d(f.amount)}; có thể ghi hai lần.`,
    'fund.difference': (f) =>
      `Quỹ ${f.fund}: tính theo thu chi ${d(f.closing)}, tiền thực có ${d(f.money)}, lệch ${d(f.difference)}.`,
    'statement.opening': (f) =>
      `Ngân hàng (${f.place}): sao kê từ ${day(f.day)} có số dư đầu ${d(f.opening)}, sao kê trước có số dư cuối ${d(f.closing)}.`,
    'share.short': (f) =>
      `Năm ${f.year}: chi chăm lo ${d(f.care)}, chưa đủ ${f.percent} % của ${d(f.dues)} đoàn phí.`,
    'row.magnitude': (f) =>
      `Danh sách ${f.document}: ${f.rows} dòng có số tiền khác thường, có thể thiếu hàng nghìn; đã ghi đúng như in.`,
    'award.magnitude': (f) =>
      `Suất ${f.award}: ${d(f.total)}, hơn mười lần suất ở giữa của đợt (${d(f.median)}).`,
    'header.missing': (f) => `Chưa có ${HEADER[f.setting] ?? f.setting} để ghi đầu báo cáo quyết toán năm.`,
    'period.late': (f) => `Khoản kỳ trước ghi kỳ này: ${f.entries} bút toán, ${d(f.total)}.`,
    'period.year': (f) =>
      `${f.entries} bút toán, ${d(f.total)} có ngày phát sinh trong năm ${f.year} tính vào tháng này.`,
    'officer.same': (f) =>
      `Một người vừa là ${OFFICES[f.first] ?? f.first}, vừa là ${OFFICES[f.second] ?? f.second}.`,
    'advance.overdue': (f) => `Tạm ứng ${f.voucher} của ${f.holder} quá hạn ${day(f.due)}, còn ${d(f.open)}.`,
    'handout.unsigned': (f) =>
      `Suất ${f.award} (${f.unit}): ${d(f.total)} đã giao người phát theo ${f.voucher}, chưa có ký nhận.`,
    'handout.differs': (f) =>
      `Lượt phát ${f.voucher}: các suất chưa ký nhận cộng ${d(f.unsigned)}, người phát còn giữ ${d(f.open)}, đã nộp lại ${d(f.returned)}.`,
    'content.sensitive': (f) => `${f.voucher}: nội dung nói đến bệnh tật; sổ công khai sẽ in ra.`,
    'book.altered': (f) => `Sửa ngoài chương trình: ${alteredRow(f)}.`,
    'balance.stale': (f) => `Số dư ngày ${f.key} không khớp bút toán.`,
    'goods.negative': (f) =>
      `${f.item} của quỹ ${f.fund} còn ${f.quantity} cuối ngày ${day(f.day)}: xuất quá số đã nhập.`,
    'goods.cost': (f) =>
      `${f.item} của quỹ ${f.fund}: còn ${f.quantity} nhưng giá trị còn ${d(f.cost)}, số lượng và giá trị không đi cùng nhau.`,
    'loan.overdue': (f) =>
      `Quỹ ${f.fund} cho vay (bút toán ${f.entry}) quá hạn ${day(f.due)}, còn ${d(f.open)} chưa trả.`,
  },
  groups: {
    book: 'Sổ',
    funds: 'Quỹ và mục đích chi',
    cash: 'Tiền mặt',
    vouchers: 'Chứng từ',
    lists: 'Danh sách ủng hộ – phiếu thu – ngân hàng',
    benefits: 'Đã duyệt – đã chi – đã ký',
    remittances: 'Vận động và nộp cấp trên',
    goods: 'Hiện vật',
    people: 'Người giữ tiền, người ký',
    period: 'Kỳ của số liệu',
  },
  owners: { cashier: 'thủ quỹ', accountant: 'kế toán', chair: 'chủ tịch' },
  age: (days) => `đã ${days} ngày`,
  inspector: {
    own: (f) => `Quyết định do chính người nhận, hoặc người nhập sổ, ký: ${f.count}.`,
    round: (f) => `Khoản chi tròn triệu: ${f.count}, ${d(f.total)}.`,
    holiday: (f) => `Chi vào chủ nhật, ngày lễ: ${f.count}, ${d(f.total)}.`,
    papers: (f) => `Chứng từ không có giấy tờ kèm theo trong sổ: ${f.count}, ${d(f.total)}.`,
    bulk: (f) => `Ký nhận chung cả lượt, không đối chiếu danh sách ký: ${f.count}, ${d(f.total)}.`,
    proxy: (f) => `Người khác ký thay: ${f.count}, ${d(f.total)}.`,
  },
  sample: (a) =>
    `Gọi hỏi lại ${a.count} trong ${a.of} suất đã chi, chọn theo mã niêm phong ${a.head}: ai tính lại cũng ra danh sách này.`,
};

/** A case's code, or the day of a benefit of the time before the book. */
function caseOrDay(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text;
}
