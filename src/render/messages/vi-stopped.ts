import type { Refusals } from '../messages.ts';
import { saidOf, type Unwritable } from './stopped.ts';

/** What the system says of a file, and what the program itself will not write over. */
export const REASONS = {
  EACCES: 'không có quyền ghi',
  EPERM: 'không có quyền ghi',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOSPC: 'ổ đĩa hết chỗ',
  SQLITE_FULL: 'ổ đĩa hết chỗ',
  EDQUOT: 'đã dùng hết phần ổ đĩa dành cho bạn',
  EFBIG: 'tệp lớn quá mức ổ đĩa hoặc máy cho phép',
  EIO: 'ổ đĩa báo lỗi',
  ENOENT: 'chưa có thư mục ấy',
  ENOTDIR: 'một phần đường dẫn là tệp, không phải thư mục',
  EISDIR: 'tên ấy là một thư mục',
  EEXIST: 'một phần đường dẫn là tệp, không phải thư mục',
  ELOOP: 'đường dẫn quay vòng về chính nó',
  ENAMETOOLONG: 'tên quá dài',
  EMFILE: 'máy đang mở quá nhiều tệp',
  link: 'tên ấy dẫn đến một tệp không thấy; USB hoặc ổ đĩa có thể chưa cắm',
  device: 'tên ấy máy giữ riêng, không phải tệp',
  book: 'tên ấy là tệp sổ',
  'book, list': 'tên ấy là tệp sổ hoặc danh sách đang nhập',
  template: 'tên ấy là tệp mẫu',
} satisfies Readonly<Record<string, string>>;

const NO_ROOM: Unwritable = [
  'Ổ đĩa phải còn chỗ cho trọn tệp; phần đã viết dở đã bỏ, tệp cũ cùng tên (nếu có) còn nguyên.',
  'Xóa bớt hoặc chuyển tệp khác đi nơi khác, hoặc viết ra ổ khác, rồi chạy lại.',
];

/** What must hold and what to do, by what stands in the way. */
export const UNWRITABLE = {
  ENOSPC: NO_ROOM,
  EDQUOT: NO_ROOM,
  SQLITE_FULL: NO_ROOM,
  template: ['Mẫu để dùng lại nhiều lần, không bị ghi đè.', 'Đặt tên khác cho tệp viết ra (-o).'],
  cache: [
    'Lần chạy đầu, chương trình chép phông chữ và các phần của nó vào thư mục này; chỉ bạn được ghi ở đó.',
    'Cho phép ghi, xóa thư mục ấy nếu không phải của bạn, hoặc đặt biến môi trường XDG_CACHE_HOME là một thư mục khác.',
  ],
  name: [
    'Windows giữ riêng các tên CON, PRN, AUX, NUL, COM1…9, LPT1…9; tên tệp không có < > : " | ? *, không tận cùng bằng dấu chấm hay dấu cách.',
    'Đặt tên khác cho tệp.',
  ],
} satisfies Readonly<Record<string, Unwritable>>;

const UNWRITABLE_OTHERWISE: Unwritable = [
  'Tệp viết ra cần một tên riêng, trong thư mục cho ghi, trên ổ đĩa còn chỗ.',
  'Chọn tên hoặc thư mục khác rồi chạy lại.',
];

/** What is said when work was stopped from outside, or a file cannot be written. */
export const stoppedFailures = {
  stopped: ({ written }) => stopped('Đã dừng theo lệnh của bạn (Ctrl-C).', written),
  terminated: ({ written }) => stopped('Đã dừng vì máy yêu cầu chương trình kết thúc.', written),
  'file.held': ({ path, lock }) => [
    `Tệp ${path} đang mở ở chương trình khác${lock === undefined ? '' : ` (có tệp khóa ${lock} bên cạnh)`}.`,
    'Tệp phải đóng thì mới đọc, viết được; sổ không bị ghi dở, không tệp nào viết dở.',
    'Đóng tệp trong Excel (hoặc đợi chương trình sao lưu, diệt virus làm xong) rồi chạy lại đúng lệnh ấy.',
  ],
  'file.unwritable': ({ path, reason }) => [
    `Không ghi được tệp ${path} (${saidOf(REASONS, reason) ?? reason}).`,
    ...(saidOf(UNWRITABLE, reason) ?? UNWRITABLE_OTHERWISE),
  ],
  'file.unplaced': ({ path, draft }) => [
    `Sổ đã ghi xong, nhưng chưa đặt được tên ${path} cho tệp.`,
    `Nội dung đã ghi đủ trong ${draft}; không chạy lại lệnh.`,
    'Đổi tên tệp ấy thành tên cần có; nếu thư mục không cho ghi thì cho phép ghi trước.',
  ],
  'book.unreadable': ({ path }) => [
    `Không có quyền đọc sổ ${path}.`,
    'Sổ chỉ chủ tệp đọc được (quyền 0600), vì trong sổ có chuyện riêng của đoàn viên.',
    'Chạy lệnh bằng tài khoản của người giữ sổ, hoặc nhờ người ấy cho quyền đọc.',
  ],
  'book.full': ({ path, room }) => [
    `Ổ đĩa có sổ ${path} hết chỗ${room === undefined ? '' : ` (còn ${roomSaid(room)})`}: thao tác này chưa ghi được.`,
    'Ghi sổ cần chỗ trống bằng phần thay đổi, và lệnh bị dừng không để lại gì trong sổ: mọi thứ như trước khi chạy.',
    'Xóa bớt hoặc chuyển tệp khác đi nơi khác, rồi chạy lại đúng lệnh ấy; xem chỗ trống: phucloi doctor',
  ],
  'book.unwritten': ({ path, detail }) => [
    `Máy không nhận dữ liệu khi ghi sổ ${path} (${detail}): thao tác này chưa ghi được.`,
    'Ổ đĩa phải còn cắm, còn tốt, còn chỗ và cho phép tệp lớn cỡ này; sổ vẫn như trước khi chạy.',
    'Xem lại ổ đĩa (USB còn cắm chắc không, phucloi doctor), rồi chạy lại đúng lệnh ấy; nếu vẫn lỗi thì chép sổ sang ổ khác.',
  ],
} satisfies Partial<Refusals['failures']>;

function roomSaid(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.floor(bytes / 1000)} KB` : `${Math.floor(bytes / 1_000_000)} MB`;
}

function stopped(what: string, written: boolean): [string, string, string] {
  return written
    ? [
        what,
        'Sổ đã ghi trọn thao tác này trước khi dừng; không tệp nào viết dở.',
        'Xem thao tác vừa ghi: phucloi operation list',
      ]
    : [
        what,
        'Sổ không bị ghi dở, không tệp nào viết dở.',
        'Khi nào muốn làm tiếp thì chạy lại đúng lệnh ấy.',
      ];
}
