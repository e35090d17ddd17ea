import type { Refusals } from '../messages.ts';
import { PERSONAL } from './vi-terms.ts';

type Codes =
  | 'passphrase.missing'
  | 'passphrase.file'
  | 'passphrase.short'
  | 'passphrase.wrong'
  | 'private.locked'
  | 'private.state'
  | 'private.damaged';

/** Private fields and what opens them. */
export const privateFailures: Pick<Refusals['failures'], Codes> = {
  'passphrase.missing': () => [
    'Thiếu cụm mật khẩu.',
    'Ở đây không hỏi được ai, nên cụm mật khẩu phải nằm trong một tệp.',
    'Ghi cụm mật khẩu vào dòng đầu một tệp chỉ mình bạn đọc được, rồi thêm --passphrase-file TỆP',
  ],
  'passphrase.file': ({ path, problem }) => [
    {
      open: `Không lấy cụm mật khẩu từ tệp ${path}: người khác cũng đọc được tệp này.`,
      empty: `Tệp ${path} không có cụm mật khẩu nào.`,
      large: `Tệp ${path} quá dài, không phải tệp mật khẩu.`,
      none: `${path} không phải là tệp, nên không lấy cụm mật khẩu ở đó.`,
    }[problem],
    problem === 'open'
      ? 'Tệp mật khẩu chỉ được cho một mình chủ của nó đọc.'
      : 'Cụm mật khẩu nằm trọn ở dòng đầu của tệp, dạng chữ UTF-8.',
    problem === 'open'
      ? `Bỏ quyền của người khác: chmod 600 ${path}`
      : 'Sửa lại tệp, hoặc nêu đúng tệp khác.',
  ],
  'passphrase.short': ({ least }) => [
    'Cụm mật khẩu quá ngắn.',
    `Phải có từ ${least} ký tự trở lên; dễ nhớ mà khó đoán nhất là bốn, năm từ không liên quan đến nhau.`,
    'Chọn cụm khác rồi chạy lại.',
  ],
  'passphrase.wrong': () => [
    'Cụm mật khẩu không đúng.',
    'Thông tin riêng trong sổ chỉ mở được bằng cụm mật khẩu của sổ, hoặc bằng mã khôi phục; sổ vừa khôi phục thì theo cụm và mã của lúc sao lưu.',
    'Thử lại; nếu quên, lấy mã khôi phục cất trong két rồi đặt cụm mới: phucloi private passphrase',
  ],
  'private.locked': () => [
    'Thông tin riêng trong sổ đang khóa, không ghi và không đọc được.',
    'Sổ này mã hóa thông tin riêng; khóa có thể vừa được thay ở nơi khác. Chưa có gì được ghi.',
    'Chạy lại lệnh và nhập cụm mật khẩu hiện nay của sổ.',
  ],
  'private.state': ({ state }) =>
    state === 'sealed'
      ? [
          'Thông tin riêng trong sổ đã được mã hóa rồi.',
          'Mỗi sổ chỉ mã hóa một lần, với một cụm mật khẩu.',
          'Muốn đổi cụm mật khẩu: phucloi private passphrase',
        ]
      : state === 'plain'
        ? [
            'Thông tin riêng trong sổ chưa được mã hóa.',
            'Lệnh này dành cho sổ đã mã hóa.',
            'Muốn mã hóa: phucloi private encrypt',
          ]
        : [
            'Sổ này quy định mã hóa thông tin riêng, nhưng tệp sổ không còn khóa.',
            'Sổ dựng lại từ tệp xuất ra phải được đặt cụm mật khẩu mới trước khi ghi thêm thông tin riêng.',
            'Mã hóa lại: phucloi private encrypt; hoặc thôi không mã hóa nữa: phucloi private decrypt',
          ],
  'private.damaged': (f) => [
    f.what === 'key'
      ? 'Khóa của thông tin riêng trong tệp sổ đã bị sửa ngoài chương trình.'
      : `${f.of === undefined ? 'Có thông tin riêng' : `Mục «${PERSONAL[f.field ?? ''] ?? f.field}» của ${f.of}`} trong tệp sổ đã bị sửa, hoặc bị tráo, ngoài chương trình.`,
    'Phần đã mã hóa phải y nguyên như lúc ghi; chương trình không dùng số liệu không tin được.',
    f.what === 'value' && f.register === 'beneficiary'
      ? `Khôi phục từ bản sao lưu, hoặc ghi lại riêng mục ấy: phucloi member set ${f.of} --${f.field} -`
      : 'Dùng bản sao lưu gần nhất còn mở được; nếu không còn bản nào: phucloi private forget',
  ],
};
