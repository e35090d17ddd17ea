import type { StatusTexts } from './status.ts';
import { PAPER_NAMES } from './vi-papers.ts';
import { d, day, place } from './vi-terms.ts';

export const vi: StatusTexts = {
  title: (a) =>
    `Việc đến ngày ${day(a.today)}. Tháng ${day(a.month)} ${a.ended ? 'đã hết, chưa khóa sổ' : `còn đến ngày ${day(a.last)}`}.`,
  states: {
    overdue: () => 'Quá hạn',
    blocking: (month) => `Phải xong mới khóa được sổ tháng ${day(month)}`,
    due: () => 'Cần làm',
  },
  due: {
    'month.close': (f) => `Khóa sổ tháng ${day(f.month)}`,
    'cash.count': (f) => `Kiểm kê ${place(f.place)} cuối tháng ${day(f.month)}, sổ có ${d(f.balance)}`,
    'cash.difference': (f) =>
      `Két tiền mặt (${f.place}): đếm được ${d(f.counted)}, sổ có ${d(f.balance)}, ${f.difference > 0 ? 'thừa' : 'thiếu'} ${d(Math.abs(f.difference))}`,
    'bank.statement': (f) =>
      `Chưa có sao kê ngân hàng (${f.place}) tháng ${day(f.month)}, sổ có ${d(f.balance)}`,
    'bank.difference': (f) =>
      `Ngân hàng (${f.place}) báo ${d(f.bank)}, sổ có ${d(f.book)}, lệch ${d(Math.abs(f.difference))}`,
    'bank.lines': (f) => `${f.lines} dòng sao kê ngân hàng (${f.place}) chưa khớp với bút toán nào`,
    'bank.unidentified': (f) => `${f.receipts} khoản tiền chờ xác định, ${d(f.total)}`,
    'round.list': (f) =>
      `Đợt ${f.round}: ${f.units === 0 ? 'chưa có danh sách nào' : `${f.units} đơn vị chưa gửi danh sách`}`,
    'round.pay': (f) => `Đợt ${f.round}: đã duyệt, chưa chi ${f.people} suất, ${d(f.total)}`,
    'round.sign': (f) => `Đợt ${f.round}: đã chi, chưa ký nhận ${f.people} suất, ${d(f.total)}`,
    'advance.settle': (f) => `Tạm ứng ${f.voucher} của ${f.holder} chưa thanh toán, còn ${d(f.open)}`,
    'advance.handed': (f) => `Tiền giao ${f.holder} đi phát (${f.voucher}) chưa thanh toán, còn ${d(f.open)}`,
    remit: (f) =>
      `Quỹ ${f.fund}${f.appeal === undefined ? '' : `, đợt vận động ${f.appeal}`}: còn phải nộp ${f.owner} ${d(f.owed)}`,
    'loan.repay': (f) => `Quỹ ${f.fund} cho quỹ khác vay (${f.voucher}), còn ${d(f.open)} chưa trả`,
    'paper.promised': (f) => `Suất ${f.award}: còn nợ ${PAPER_NAMES[f.paper]}`,
    'home.stalled': (f) => `Nhà ${f.award}: đã chi ${d(f.paid)}, lâu chưa có gì mới`,
    'acceptance.ends': (f) => `Lỗi đã chấp nhận sắp hết hạn: ${f.finding}`,
  },
  by: ({ day: by, since, days = 0 }) => {
    if (since !== undefined) return days <= 0 ? `từ ${day(since)}` : `từ ${day(since)}, đã ${days} ngày`;
    if (by === undefined) return '';
    const left = days === 0 ? 'hôm nay' : days > 0 ? `quá ${days} ngày` : `còn ${-days} ngày`;
    return `hạn ${day(by)}, ${left}`;
  },
  more: (count) => `… và ${count} việc nữa cùng loại`,
  nothing: (a) => `Không có việc nào đến hạn. Sau ngày ${day(a.last)}: phucloi reconcile --period ${a.month}`,
};
