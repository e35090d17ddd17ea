import type { FinalsDone } from './finals.ts';
import { d, list } from './vi-terms.ts';

export const finalsDone = (): FinalsDone => ({
  finalAccounts: (a) =>
    [
      `Đã viết ${a.path}: năm ${a.year}, quỹ ${list(a.funds)}.`,
      `Đầu kỳ ${d(a.opening)} + thu ${d(a.income)} - chi ${d(a.spending)} = cuối kỳ ${d(a.closing)}.`,
      ...(a.complete
        ? []
        : [
            'Ghi tiêu đề «Phần phúc lợi – không thay B07»: quỹ chưa được khai là ghi đủ mọi khoản ở đây.',
            'Sổ này ghi đủ (đoàn phí, kinh phí, phần cấp trên cấp) thì khai: phucloi setting set final-accounts.funds QUỸ',
          ]),
      ...(a.complete && a.uncoded > 0
        ? [
            `${a.uncoded} chứng từ chưa ghi mã mục, xếp theo loại thu, chi; liệt kê ở trang cuối để kế toán xem lại.`,
          ]
        : []),
      ...(a.verified ? [] : ['Bảng mã có sẵn chưa xác minh hết: mã có dấu (*) cần kế toán kiểm tra.']),
    ].join('\n'),
});
