import type { Exit, HelpGroup, Topic } from '../help.ts';

export const groups: Readonly<Record<HelpGroup, string>> = {
  setup: 'Lập sổ, danh mục',
  moneyIn: 'Tiền vào',
  benefits: 'Chăm lo đoàn viên',
  moneyOut: 'Chi khác, chuyển tiền',
  corrections: 'Sửa sai',
  monthEnd: 'Cuối tháng',
  paper: 'Sổ, báo cáo, giấy tờ',
  keeping: 'Giữ sổ',
};

export const topicTitles: Readonly<Record<Topic, string>> = {
  funds: 'Quỹ và nơi giữ tiền',
  rounds: 'Đợt quà, hồ sơ khó khăn, thăm hỏi, Mái ấm: từ đề nghị đến ký nhận',
  imports: 'Nhập danh sách và sao kê từ CSV, Excel',
  closing: 'Đối chiếu và khóa sổ tháng',
  corrections: 'Sửa một việc ghi nhầm',
  periods: 'Viết ngày, tháng, kỳ',
  files: 'Tệp: sổ, giấy tờ in ra, mẫu, bản sao lưu',
  scripts: 'Chạy từ chương trình khác: JSON, mã thoát, biến môi trường',
};

export const more: readonly (readonly [string, string])[] = [
  ['phucloi gift --help', 'các lệnh về quà'],
  ['phucloi gift pay --help', 'ví dụ và tùy chọn của một lệnh'],
  ['phucloi help lenh', 'mọi lệnh, theo nhóm'],
];

export const exit: Readonly<Record<Exit, string>> = {
  0: 'xong',
  1: 'đã xem xong, còn điều phải xử lý',
  2: 'câu lệnh chưa đúng; chưa làm gì',
  3: 'một quy tắc không cho phép; chưa ghi gì',
  4: 'tệp không nhận được; chưa ghi dòng nào',
  5: 'không tìm thấy sổ, tệp hoặc mã',
  6: 'sổ hoặc tệp đang bận; chạy lại được',
  7: 'tệp sổ hỏng hoặc không phải sổ phucloi',
  70: 'chương trình lỗi; sổ không thay đổi',
  130: 'người dùng dừng giữa chừng; chưa ghi gì',
  143: 'hệ thống dừng chương trình (tắt máy, hết giờ); không ghi dở',
};

export const everyday = {
  init: 'lập sổ mới',
  'member import': 'nhập danh sách đoàn viên',
  'programme add': 'mở một đợt quà, hỗ trợ',
  'contribution add': 'ghi một khoản ủng hộ',
  'contribution import': 'nhập danh sách ủng hộ',
  allocation: 'ghi tiền cấp trên cấp',
  'statement import': 'lưu sao kê làm bằng chứng',
  'gift import': 'nhập danh sách người nhận quà',
  'gift approve': 'duyệt theo quyết định',
  'gift pay': 'chi quà, một phiếu chi cả lượt',
  'gift sign': 'ghi ai đã ký nhận',
  'hardship open': 'lập hồ sơ khó khăn',
  'home open': 'lập hồ sơ nhà Mái ấm',
  'visit add': 'ghi một lượt thăm hỏi',
  'expense add': 'ghi chi phí (phí, vòng hoa, xe)',
  move: 'rút, nộp tiền giữa két và tài khoản',
  remit: 'nộp tiền lên cấp trên',
  'advance pay': 'chi tạm ứng',
  'entry correct': 'sửa bút toán: đảo rồi ghi lại',
  'entry reverse': 'đảo bút toán ghi nhầm',
  'operation undo': 'hủy cả một lần nhập, lần chi',
  status: 'việc đến hạn, quá hạn, còn vướng',
  'month-end': 'đi lần lượt các bước cuối tháng',
  balance: 'số dư từng quỹ',
  'cash count': 'ghi kiểm kê két tiền mặt',
  reconcile: 'đối chiếu tháng, chỉ cách xử lý',
  close: 'khóa sổ tháng',
  'ledger fund': 'sổ của một quỹ: thu, chi, tồn',
  'report disbursements': 'báo cáo chi chăm lo',
  'voucher print': 'viết phiếu thu, phiếu chi để ký',
  verify: 'xem sổ có còn nguyên vẹn không',
  demo: 'làm sổ mẫu để xem thử',
};
