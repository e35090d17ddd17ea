import type { Refusals } from '../messages.ts';
import { writerNamed } from './vi-progress.ts';

type Codes = 'book.busy' | 'book.replaced' | 'book.read-only' | 'book.unfinished';

/** What stands in the way of a book that is whole: somebody else has it, or nothing may be written to it. */
export const bookFailures: Pick<Refusals['failures'], Codes> = {
  'book.busy': ({ path, how, writer, waited = 0 }) => {
    const patience = waited === 0 ? '' : ` Đã đợi ${waited} giây.`;
    const again = 'Chạy lại lúc khác, không sợ ghi trùng; muốn đợi lâu hơn, thêm --lock-timeout 60.';
    if (how === 'changed')
      return [
        'Trong lúc lệnh này xem sổ, có lệnh khác vừa ghi vào.',
        'Điều đã xem phải còn đúng khi ghi; chưa có gì được ghi.',
        'Chạy lại lệnh này, không sợ ghi trùng.',
      ];
    if (how === 'reading')
      return [
        `Sổ ${path} đang có lệnh khác đọc (báo cáo, in sổ, sao lưu), chưa ghi xong được.${patience}`,
        'Chỉ ghi xong khi không còn ai đang đọc; chưa có gì được ghi.',
        again,
      ];
    return [
      `Sổ ${path} đang có ${writer === undefined ? 'lệnh khác' : writerNamed(writer)} ghi.${patience}`,
      'Mỗi lúc chỉ một lệnh ghi vào sổ; lệnh này chưa ghi gì.',
      again,
    ];
  },
  'book.replaced': ({ path }) => [
    `Tệp sổ ${path} vừa bị thay bằng tệp khác trong lúc lệnh này đang chạy.`,
    'Phải ghi vào đúng tệp đang mang tên ấy (có thể sổ vừa được khôi phục); lệnh này chưa ghi gì.',
    'Xem lại sổ bằng phucloi status rồi chạy lại, không sợ ghi trùng.',
  ],
  'book.read-only': ({ path, cause }) =>
    cause === 'asked'
      ? [
          `Lệnh này ghi vào sổ ${path}, mà sổ đang mở chỉ để đọc (--read-only).`,
          'Đang mở chỉ để xem thì lệnh ghi không chạy được, kể cả chạy thử (--dry-run).',
          'Bỏ --read-only nếu thật sự muốn ghi.',
        ]
      : [
          cause === 'file' ? `Tệp sổ ${path} không cho ghi.` : `Thư mục để sổ ${path} không cho ghi.`,
          'Muốn ghi, cả tệp sổ lẫn thư mục chứa nó phải ghi được; xem sổ thì không cần.',
          'Nếu sổ ở USB đang gạt khóa chống ghi, hay ở đĩa chỉ đọc: chép sổ ra ổ ghi được rồi chạy lại.',
        ],
  'book.unfinished': ({ path }) => [
    `Có lệnh ghi vào sổ ${path} bị ngắt giữa chừng (mất điện, bị tắt); phần ghi dở còn nằm ở tệp ${path}-journal.`,
    'Trước khi xem phải bỏ phần ghi dở ấy, mà muốn bỏ thì phải mở sổ để ghi được.',
    'Chạy một lần không có --read-only: phucloi status. Nếu sổ ở ổ không cho ghi: chép cả hai tệp sang ổ khác rồi chạy ở đó.',
  ],
};
