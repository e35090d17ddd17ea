import type { Refusals } from '../messages.ts';

/** What the system says of a file, and what the program itself will not write over. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền ghi',
  EPERM: 'không có quyền ghi',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOSPC: 'ổ đĩa hết chỗ',
  EDQUOT: 'đã dùng hết phần ổ đĩa dành cho bạn',
  ENOENT: 'chưa có thư mục ấy',
  ENOTDIR: 'một phần đường dẫn là tệp, không phải thư mục',
  EISDIR: 'tên ấy là một thư mục',
  ENAMETOOLONG: 'tên quá dài',
  EMFILE: 'máy đang mở quá nhiều tệp',
  device: 'tên ấy máy giữ riêng, không phải tệp',
  book: 'tên ấy là tệp sổ',
  'book, list': 'tên ấy là tệp sổ hoặc danh sách đang nhập',
  template: 'tên ấy là tệp mẫu',
  link: 'ổ đĩa không nhận tên tệp sổ',
};

/** What must hold where a file cannot be written, and what to do, by what stands in its way. */
type Unwritable = readonly [mustHold: string, toDo: string];

const UNWRITABLE: Readonly<Record<string, Unwritable>> = {
  template: ['Mẫu để dùng lại nhiều lần, không bị ghi đè.', 'Đặt tên khác cho tệp viết ra (-o).'],
  cache: [
    'Lần chạy đầu, chương trình chép phông chữ và các phần của nó vào thư mục này; chỉ bạn được ghi ở đó.',
    'Cho phép ghi, xóa thư mục ấy nếu không phải của bạn, hoặc đặt biến môi trường XDG_CACHE_HOME là một thư mục khác.',
  ],
  name: [
    'Windows giữ riêng các tên CON, PRN, AUX, NUL, COM1…9, LPT1…9; tên tệp không có < > : " | ? *, không tận cùng bằng dấu chấm hay dấu cách.',
    'Đặt tên khác cho tệp.',
  ],
};

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
    `Không ghi được tệp ${path} (${REASONS[reason] ?? reason}).`,
    ...(UNWRITABLE[reason] ?? UNWRITABLE_OTHERWISE),
  ],
} satisfies Partial<Refusals['failures']>;

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
