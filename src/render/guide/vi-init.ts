import type { InitTexts } from './init-texts.ts';

export const vi: InitTexts = {
  intro:
    'Lập sổ mới: trả lời vài câu hỏi, xem lại cả một lượt rồi mới ghi.\nMuốn thôi thì gõ < rồi Enter ở bất cứ câu nào; chưa đồng ý thì chưa ghi gì.',
  name: {
    why: 'Tên đầy đủ như trên con dấu, in ở đầu mọi giấy tờ. Ví dụ: Công đoàn ngành Y tế tỉnh Nam Sơn',
    ask: 'Tên công đoàn giữ sổ:',
  },
  above: {
    why: 'In ở dòng trên tên công đoàn mình; cũng là nơi mình nộp tiền lên. Ví dụ: Liên đoàn Lao động tỉnh Nam Sơn',
    ask: 'Công đoàn cấp trên (Enter nếu không có):',
  },
  town: {
    why: 'Nơi ký, đứng trước ngày tháng trên giấy tờ: «Nam Sơn, ngày … tháng … năm …».',
    ask: 'Địa danh (Enter để bỏ qua):',
  },
  from: {
    why: 'Sổ bắt đầu từ ngày 1 tháng ấy; số dư cuối ngày hôm trước là số dư đầu kỳ. Ví dụ: 01/2024',
    ask: 'Tháng đầu tiên của sổ:',
  },
  officers: 'Họ tên người ký phiếu và báo cáo; chưa có thì thêm sau cũng được.',
  chair: 'Chủ tịch (Enter để bỏ qua):',
  accountant: 'Kế toán (Enter để bỏ qua):',
  cashier: 'Thủ quỹ (Enter để bỏ qua):',
  opening: (day) =>
    `Số dư từng quỹ cuối ngày ${day}, theo sổ cũ. Không có thì Enter. Gõ như 36.590.000 hoặc 5 triệu.`,
  fund: ({ name, purposes, owner }) =>
    owner === '' ? `${name} – chi cho: ${purposes}.` : `${name} (giữ hộ ${owner}) – chi cho: ${purposes}.`,
  cash: '  tiền mặt trong két:',
  bank: '  tiền gửi ngân hàng:',
  sum: (sum) => `Cộng số dư đầu kỳ: ${sum} đ`,
  another: 'Có thêm quỹ nào khác không?',
  next: [
    'Tiếp theo: ở màn hình chính (gõ phucloi) chọn «Đoàn viên, đơn vị»',
    'để nhập danh sách đơn vị và đoàn viên (tệp Excel đang dùng cũng được).',
  ],
};
