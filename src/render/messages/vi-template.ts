import type { Refusals } from '../messages.ts';
import { list } from './vi-terms.ts';

const FOUND: Readonly<Record<string, string>> = {
  xlsm: 'sổ tính có macro (.xlsm)',
  encrypted: 'sổ tính đặt mật khẩu',
  protected: 'sổ tính đang khóa (bảo vệ trang tính hoặc cấu trúc)',
  signed: 'sổ tính có chữ ký số',
  hostile: 'sổ tính có phần không sổ tính nào cần (tự định nghĩa ký hiệu, tên dẫn ra ngoài)',
  xls: 'tệp Excel kiểu cũ (.xls)',
  xlsb: 'tệp Excel nhị phân (.xlsb)',
  ods: 'tệp OpenDocument (.ods)',
  docx: 'tệp Word',
  pdf: 'tệp PDF',
  zip: 'không phải sổ tính, hoặc bị cắt cụt',
  xlsx: 'sổ tính đã hỏng',
};

const REMEDIES: Readonly<Record<string, string>> = {
  xlsm: 'Lưu lại thành .xlsx (Excel Workbook): macro không đi theo.',
  encrypted: 'Mở bằng mật khẩu, bỏ mật khẩu (File > Info > Protect Workbook) rồi lưu lại thành .xlsx.',
  protected:
    'Bỏ bảo vệ (Review > Unprotect Sheet, Unprotect Workbook) rồi lưu lại; khóa sau khi điền cũng được.',
  signed: 'Lưu một bản sao không ký (File > Save As) làm mẫu; ký bản đã điền.',
  hostile: 'Chép các ô sang một sổ tính mới rồi lưu thành .xlsx.',
};

const PROBLEMS: Readonly<Record<string, readonly [what: string, holds: string, remedy: string]>> = {
  rows: [
    'vùng lặp không phải đúng một dòng',
    'Vùng lặp là một dòng mẫu; mỗi dòng của bảng thành một bản của dòng ấy.',
    'Đặt lại tên cho đúng một dòng (Formulas > Name Manager).',
  ],
  overlap: [
    'hai tên cùng chỉ một chỗ',
    'Mỗi ô nhận một giá trị, mỗi dòng mẫu một bảng.',
    'Xóa bớt một tên (Formulas > Name Manager).',
  ],
  formula: [
    'ô có công thức',
    'Ô được điền không được có công thức: điền vào là mất công thức.',
    'Xóa công thức trong ô, hoặc đặt tên cho ô khác.',
  ],
  merged: [
    'ô gộp trùm lên dòng lặp và dòng khác',
    'Dòng lặp chỉ có ô gộp nằm gọn trong dòng.',
    'Bỏ gộp ô (Merge & Center) ở dòng lặp.',
  ],
  table: [
    'biểu này không có bảng ấy',
    'Vùng lặp cần một bảng có dòng.',
    'Xem các tên dùng được: phucloi report template "LỆNH" --list',
  ],
  cells: [
    'tên chỉ nhiều ô',
    'Một tên điền một ô, hoặc một ô gộp.',
    'Đặt lại tên cho một ô (Formulas > Name Manager).',
  ],
  sheets: [
    'công thức nêu nhiều trang tính một lúc (Tháng1:Tháng12!A1)',
    'Không biết chắc công thức ấy còn đúng khi thêm dòng.',
    'Viết công thức nêu từng trang tính.',
  ],
  array: [
    'công thức mảng hoặc bảng dữ liệu trùm lên dòng lặp',
    'Không biết chắc công thức ấy còn đúng khi thêm dòng.',
    'Thay bằng công thức thường.',
  ],
  full: [
    'bảng dài hơn trang tính',
    'Một trang tính có nhiều nhất 1.048.576 dòng.',
    'Chọn kỳ ngắn hơn, hoặc viết không dùng mẫu.',
  ],
};

/** What is said of workbooks to be filled. */
export const templateFailures = {
  'template.file': ({ file, found }) => [
    `${file}: không dùng làm mẫu được, ${FOUND[found] ?? found}.`,
    'Mẫu là sổ tính .xlsx thường, không khóa, không mật khẩu, không macro.',
    REMEDIES[found] ?? 'Mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx (Excel Workbook).',
  ],
  'template.names': ({ file, unknown, known }) => [
    `${file}: mẫu không có tên nào của biểu này${unknown.length === 0 ? '' : ` (có: ${list(unknown)})`}.`,
    `Ô được điền phải có tên, hoặc có chữ {{tên}}. Tên dùng được: ${list(known)}, …`,
    'Xem đủ các tên, hoặc lấy mẫu để sửa: phucloi report template "LỆNH" --list · -o mau.xlsx',
  ],
  'template.cell': ({ file, name, sheet, cell, problem }) => {
    const [what, holds, remedy] = PROBLEMS[problem] ?? [problem, '', ''];
    const where = [`«${sheet}»`, cell].filter((each) => each !== '').join(' ');
    return [`${file}, ${where}${name === '' ? '' : ` (${name})`}: ${what}.`, holds, remedy];
  },
} satisfies Partial<Refusals['failures']>;
