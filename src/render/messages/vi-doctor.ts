import { formatDay } from '../figures.ts';
import type { DoctorTexts } from './doctor.ts';
import { list } from './vi-terms.ts';

/** Bytes as a person reads them. */
const bytes = (count: number): string => {
  const [unit, size] =
    count < 1e6 ? ['KB', count / 1e3] : count < 1e9 ? ['MB', count / 1e6] : ['GB', count / 1e9];
  return `${size.toFixed(size < 10 ? 1 : 0).replace('.', ',')} ${unit}`;
};

export const vi: DoctorTexts = {
  ailments: {
    'folder.closed': ({ folder }) => [
      `Không ghi được vào thư mục của sổ (${folder}).`,
      'Mỗi lần ghi sổ, SQLite mở một tệp nhật ký tạm cạnh sổ; không có chỗ cho tệp ấy thì không ghi được bút toán nào.',
      'Cấp quyền ghi thư mục, hoặc chuyển sổ sang thư mục của bạn rồi chỉ nơi mới bằng --book.',
    ],
    'folder.network': ({ type }) => [
      `Sổ nằm trên ổ đĩa mạng (${type}).`,
      'Ổ mạng thường không khóa tệp đúng cách: hai máy cùng ghi, hay mạng đứt giữa chừng, có thể làm hỏng sổ.',
      'Chuyển sổ về ổ cứng của máy; chỉ chép bản sao lưu (.backup.db) lên ổ mạng.',
    ],
    'folder.host': ({ type }) => [
      `Sổ nằm trên ổ đĩa của hệ điều hành chủ (${type}), không phải ổ của hệ này.`,
      'Khóa tệp không chắc có hiệu lực với các chương trình ở bên kia; ghi cũng chậm hơn.',
      'Chuyển sổ vào thư mục nhà của hệ này (ví dụ ~/so), hoặc chạy chương trình ngay trên hệ điều hành chủ.',
    ],
    'folder.synced': ({ service }) => [
      `Thư mục của sổ đang được ${service} đồng bộ.`,
      'Chương trình đồng bộ có thể chép sổ khi đang ghi dở, hoặc đè bản cũ của máy khác lên bản đang dùng.',
      `Chuyển sổ ra thư mục không đồng bộ; chỉ để bản sao lưu (.backup.db) và giấy tờ trong ${service}.`,
    ],
    'book.copies': ({ files }) => [
      `Cạnh sổ có bản khác của chính nó: ${list(files)}.`,
      'Chỉ một bản là sổ đang dùng; bút toán ghi nhầm vào bản kia không có trong sổ này.',
      'Xem từng bản: phucloi operation list --book "TÊN TỆP". Giữ bản đúng, chuyển các bản kia đi nơi khác.',
    ],
    'book.journal': ({ file }) => [
      `Còn tệp ${file} cạnh sổ: lần ghi trước bị ngắt (mất điện, rút ổ), hoặc đang có lệnh khác ghi.`,
      'Tệp ấy đi với sổ: nhờ nó, lệnh sau đưa sổ về trước lần ghi dở. Xóa nó có thể làm hỏng sổ.',
      'Đừng xóa, đừng chép riêng sổ. Đợi lệnh kia xong, rồi chạy: phucloi verify',
    ],
    'book.unsound': () => [
      'Tệp sổ bị hỏng: kiểm tra nhanh của SQLite không qua.',
      'Mọi trang và chỉ mục của tệp phải khớp nhau.',
      'Không ghi thêm. Lấy bản sao lưu gần nhất (.backup.db), rồi chạy: phucloi verify --book "BẢN SAO LƯU"',
    ],
    'disk.short': ({ free, size }) => [
      `Ổ đĩa chỉ còn ${bytes(free)}; sổ chiếm ${bytes(size)}.`,
      'Khóa sổ tháng cần chỗ cho một bản sao lưu, nhật ký tạm và giấy tờ: ba lần cỡ của sổ, ít nhất 50 MB.',
      'Dọn bớt ổ đĩa trước khi khóa sổ.',
    ],
    'fonts.missing': ({ files }) => [
      `Thiếu phông chữ để làm tệp PDF: ${list(files)}.`,
      'Phông chữ đi kèm chương trình, trong thư mục data/fonts.',
      'Cài lại chương trình.',
    ],
    'memory.short': ({ total }) => [
      `Máy chỉ có ${bytes(total)} bộ nhớ.`,
      'Danh sách dài hàng trăm nghìn dòng cần khoảng 512 MB.',
      'Đóng bớt chương trình khác trước khi nhập danh sách lớn.',
    ],
    'terminal.letters': ({ charset }) => [
      `Cửa sổ lệnh không dùng UTF-8 (${charset}); chữ có dấu có thể hiện sai.`,
      'Sổ và tệp viết ra vẫn đúng; chỉ màn hình hiện sai.',
      'Đặt LANG=C.UTF-8. Trên Windows dùng Windows Terminal, hoặc chạy trước: chcp 65001',
    ],
    'terminal.narrow': ({ columns }) => [
      `Cửa sổ lệnh chỉ rộng ${columns} cột.`,
      'Bảng vừa với 80 cột trở lên; hẹp hơn thì chữ bị cắt.',
      'Kéo rộng cửa sổ, hoặc ghi danh sách ra tệp bằng -o.',
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
    cache: 'Bộ nhớ đệm',
    state: 'Báo lỗi',
    data: 'Dữ liệu kèm',
    disk: 'Ổ đĩa',
    memory: 'Bộ nhớ',
    terminal: 'Màn hình',
    clock: 'Giờ máy',
  },
  absent: 'chưa có',
  book: (f) =>
    `${bytes(f.bytes)}, dữ liệu phiên bản ${f.schema}, ${f.operations} thao tác, mã niêm phong ${f.head}`,
  closed: (f) =>
    `tháng khóa gần nhất ${f.month.slice(5)}/${f.month.slice(0, 4)} (khóa ngày ${formatDay(f.at)})`,
  backup: (f) => `bản sao lưu gần nhất ${f.file} (${formatDay(f.at)})`,
  disk: (f) => `còn ${bytes(f.free)}${f.type === '' ? '' : ` (${f.type})`}`,
  memory: (f) => `${bytes(f.total)}, còn ${bytes(f.free)}`,
  terminal: (f) => `${f.columns} × ${f.rows}, ${f.colours ? 'có màu' : 'không màu'}, ${f.charset}`,
  piped: 'không phải cửa sổ lệnh',
  sound: 'Không thấy gì sai. Kiểm tra trọn sổ: phucloi verify',
  found: (f) => `${f.errors} lỗi, ${f.warnings} cảnh báo.`,
};
