import { formatDay } from '../figures.ts';
import type { DoctorTexts } from './doctor.ts';
import { list } from './vi-terms.ts';

/** Bytes as a person reads them. */
export const bytes = (count: number): string => {
  const [unit, size] =
    count < 1e6 ? ['KB', count / 1e3] : count < 1e9 ? ['MB', count / 1e6] : ['GB', count / 1e9];
  return `${size.toFixed(size < 10 ? 1 : 0).replace('.', ',')} ${unit}`;
};

export const vi: DoctorTexts = {
  ailments: {
    'folder.closed': ({ folder }) => [
      `Không ghi được vào thư mục của sổ (${folder}).`,
      'Mỗi lần ghi sổ, chương trình mở một tệp tạm cạnh sổ; không mở được tệp ấy thì không ghi được bút toán nào.',
      'Cho phép ghi vào thư mục, hoặc chuyển sổ sang thư mục của bạn rồi chạy: phucloi doctor --book "ĐƯỜNG DẪN MỚI"',
    ],
    'folder.network': ({ type }) => [
      `Sổ nằm trên ổ đĩa mạng (${type}).`,
      'Ổ mạng thường không giữ được một tệp cho riêng một máy: hai máy cùng ghi, hay mạng đứt giữa chừng, có thể làm hỏng sổ.',
      'Chuyển sổ về ổ đĩa của máy này; chỉ chép bản sao lưu (.backup.db) lên ổ mạng.',
    ],
    'folder.host': ({ type }) => [
      `Sổ nằm trên ổ đĩa mượn của Windows hay máy chủ (${type}), không phải ổ đĩa của hệ điều hành đang chạy.`,
      'Chương trình ở bên kia vẫn có thể ghi cùng lúc vào sổ; ghi sổ cũng chậm hơn.',
      'Chuyển sổ vào thư mục cá nhân ở bên này (ví dụ ~/so), hoặc chạy chương trình ngay trên Windows.',
    ],
    'folder.synced': ({ service }) => [
      `Thư mục của sổ đang được ${service} đồng bộ.`,
      'Đồng bộ có thể chép sổ khi đang ghi dở, hoặc đè bản cũ từ máy khác lên bản đang dùng.',
      `Chuyển sổ ra thư mục không đồng bộ; chỉ để bản sao lưu (.backup.db) và giấy tờ trong ${service}.`,
    ],
    'book.copies': ({ files }) => [
      `Cạnh sổ có bản khác của chính nó: ${list(files)}.`,
      'Chỉ một bản là sổ đang dùng; khoản nào ghi nhầm vào bản kia thì không có trong sổ này.',
      'Xem từng bản: phucloi operation list --book "TÊN TỆP". Giữ bản đúng, chuyển các bản kia đi nơi khác.',
    ],
    'book.journal': ({ file }) => [
      `Cạnh sổ còn tệp ${file}: lần ghi trước bị ngắt (mất điện, rút ổ), hoặc đang có lệnh khác ghi.`,
      'Tệp ấy đi cùng sổ: nhờ nó, lệnh sau đưa sổ trở lại như trước lần ghi dở. Xóa nó có thể làm hỏng sổ.',
      'Đừng xóa tệp ấy, đừng chép sổ mà bỏ nó lại. Đợi lệnh kia xong rồi chạy: phucloi verify',
    ],
    'book.unsound': () => [
      'Tệp sổ bị hỏng: kiểm tra nhanh không qua.',
      'Mọi phần của tệp sổ phải khớp với nhau.',
      'Đừng ghi thêm. Khôi phục từ bản sao lưu gần nhất: phucloi restore TỆP --dry-run, rồi phucloi restore TỆP',
    ],
    'backup.none': () => [
      'Sổ chưa có bản sao lưu nào.',
      'Máy hỏng, mất máy hay xóa nhầm thì chỉ bản sao lưu mới cứu được sổ.',
      'Sao lưu ngay, và cất một bản ở ngoài máy: phucloi backup --to THƯ-MỤC',
    ],
    'backup.old': ({ file, days }) => [
      `Bản sao lưu mới nhất (${file}) đã ${days} ngày.`,
      'Bản sao lưu quá một tháng thì thiếu cả một tháng làm việc.',
      'Sao lưu lại: phucloi backup',
    ],
    'backup.astray': ({ file }) => [
      `Bản sao lưu mới nhất (${file}) nguyên vẹn, nhưng không phải của sổ này, hoặc sổ đã đi theo hướng khác từ trước đó.`,
      'Mã niêm phong của bản sao lưu phải có trong sổ.',
      'Xem đang dùng đúng sổ chưa: phucloi operation list; đúng thì sao lưu lại: phucloi backup',
    ],
    'backup.ahead': ({ file, more }) => [
      `Bản sao lưu mới nhất (${file}) có thêm ${more} thao tác mà sổ không có: sổ đã được khôi phục về lúc cũ hơn.`,
      'Không có gì hỏng: bản sao lưu nguyên vẹn, và sổ đúng như một lúc trước của nó. Nhưng bản ấy không còn là bản sao của sổ đang dùng.',
      'Nếu khôi phục là chủ ý thì sao lưu lại: phucloi backup',
    ],
    'backup.sealed': ({ file }) => [
      `Bản sao lưu mới nhất (${file}) đã mã hóa cho người giữ khóa; chưa khôi phục thử vì không có khóa.`,
      'Chỉ tệp khóa (AGE-SECRET-KEY-1…) của người ấy mở được bản này. Mất khóa thì bản sao lưu cũng mất.',
      'Đưa tệp khóa vào rồi thử lại: phucloi doctor --drill --identity TỆP-KHÓA',
    ],
    'backup.version': ({ file, found, known }) => [
      `Bản sao lưu mới nhất (${file}) theo phiên bản sổ ${found}; sổ đang dùng theo phiên bản ${known}. Chưa khôi phục thử bản này.`,
      'Bản ấy giữ số liệu đến lúc nâng cấp; muốn khôi phục thì phải nâng cấp một bản chép của nó trước.',
      'Sao lưu sổ đã nâng cấp: phucloi backup',
    ],
    'disk.short': ({ free, size }) => [
      `Ổ đĩa chỉ còn ${bytes(free)}; sổ chiếm ${bytes(size)}.`,
      'Khóa sổ tháng cần chỗ cho một bản sao lưu, tệp tạm và giấy tờ: gấp ba cỡ của sổ, ít nhất 50 MB.',
      'Dọn bớt ổ đĩa, rồi hãy khóa sổ: phucloi close',
    ],
    'fonts.missing': ({ files }) => [
      `Thiếu phông chữ để làm tệp PDF: ${list(files)}.`,
      'Phông chữ đi kèm chương trình, trong thư mục data/fonts.',
      'Cài lại chương trình phucloi.',
    ],
    'memory.short': ({ total }) => [
      `Máy chỉ có ${bytes(total)} bộ nhớ.`,
      'Danh sách dài hàng trăm nghìn dòng cần khoảng 512 MB.',
      'Đóng bớt chương trình khác trước khi nhập danh sách lớn.',
    ],
    'terminal.letters': ({ charset }) => [
      `Cửa sổ lệnh không dùng UTF-8 (${charset}); chữ có dấu có thể hiện sai.`,
      'Sổ và các tệp viết ra vẫn đúng; chỉ chữ trên màn hình là sai.',
      'Đặt LANG=C.UTF-8. Trên Windows dùng Windows Terminal, hoặc chạy trước: chcp 65001',
    ],
    'terminal.narrow': ({ columns }) => [
      `Cửa sổ lệnh chỉ rộng ${columns} cột.`,
      'Bảng vừa với 80 cột trở lên; hẹp hơn thì chữ bị cắt.',
      'Kéo cửa sổ rộng ra, hoặc viết danh sách ra tệp bằng -o.',
    ],
    'clock.zone': ({ zone }) => [
      `Máy đặt múi giờ ${zone}, khác giờ Việt Nam.`,
      'Chương trình luôn ghi ngày theo giờ Việt Nam (UTC+7), nên ngày trong sổ vẫn đúng nếu đồng hồ máy đúng.',
      'Ở Việt Nam thì nên đặt lại múi giờ: Asia/Ho_Chi_Minh.',
    ],
  },
  severities: { error: 'LỖI', warning: 'CẢNH BÁO', note: 'Lưu ý' },
  labels: {
    version: 'Phiên bản',
    platform: 'Máy',
    book: 'Sổ',
    config: 'Cấu hình',
    cache: 'Chỗ để tạm',
    state: 'Bản ghi lỗi',
    data: 'Tệp đi kèm',
    disk: 'Ổ đĩa',
    memory: 'Bộ nhớ',
    terminal: 'Cửa sổ lệnh',
    clock: 'Giờ máy',
  },
  absent: 'chưa có',
  book: (f) =>
    `${bytes(f.bytes)}, phiên bản sổ ${f.schema}, ${f.operations} thao tác, mã niêm phong ${f.head}`,
  private: {
    plain: 'thông tin riêng chưa mã hóa (muốn mã hóa: phucloi private encrypt)',
    sealed: 'thông tin riêng đã mã hóa bằng cụm mật khẩu',
    open: 'thông tin riêng đang để ngỏ: chưa có khóa',
    damaged: 'thông tin riêng đã mã hóa, nhưng khóa đã bị sửa',
  },
  closed: (f) =>
    `tháng khóa gần nhất ${f.month.slice(5)}/${f.month.slice(0, 4)} (khóa ngày ${formatDay(f.at)})`,
  backup: (f) => `bản sao lưu gần nhất ${f.file} (${formatDay(f.at)})`,
  drill: (f) =>
    `khôi phục thử được: ${f.operations} thao tác, ${f.digest ? 'đúng mã SHA-256, ' : ''}${f.newer === 0 ? 'đủ như sổ đang dùng' : `sổ đang dùng có thêm ${f.newer} thao tác`}`,
  disk: (f) => `còn ${bytes(f.free)}${f.type === '' ? '' : ` (${f.type})`}`,
  memory: (f) => `${bytes(f.total)}, còn ${bytes(f.free)}`,
  terminal: (f) => `${f.columns} × ${f.rows}, ${f.colours ? 'có màu' : 'không màu'}, ${f.charset}`,
  piped: 'không phải cửa sổ lệnh',
  sound: 'Không thấy gì đáng ngại. Kiểm tra cả sổ: phucloi verify',
  found: (f) => `${f.errors} lỗi, ${f.warnings} cảnh báo.`,
};
