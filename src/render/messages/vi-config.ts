import { once } from '../../domain/once.ts';
import type { Refusals } from '../messages.ts';
import type { ConfigTexts } from './config.ts';

export const config = once((): ConfigTexts => ({
  origins: {
    flag: 'dòng lệnh',
    environment: 'biến môi trường',
    project: 'tệp của thư mục',
    user: 'tệp của người dùng',
    default: 'mặc định',
  },
  place: {
    book: 'sổ',
    project: 'cấu hình của thư mục',
    user: 'cấu hình của người dùng',
    cache: 'chỗ để tạm',
  },
  absent: 'chưa có',
  set: ({ key, value, path }) => `Đã đặt ${key} = ${value} trong ${path}.`,
  unset: ({ key, path, changed }) =>
    changed ? `Đã bỏ ${key} khỏi ${path}.` : `Tệp ${path} không đặt ${key}; không có gì phải bỏ.`,
}));

export const configFailures: Pick<Refusals['failures'], 'config.unfit' | 'usage.terminal'> = {
  'usage.terminal': ({ stream }) =>
    stream === 'in'
      ? [
          'Dấu «-» là đọc danh sách do lệnh khác chuyển sang, mà chưa có lệnh nào chuyển gì.',
          'Danh sách phải được đưa vào bằng dấu < hoặc |, như: phucloi contribution import - --fund XHTT < ung-ho.csv',
          'Đưa tệp vào như trên, hoặc nêu tên tệp thay cho «-».',
        ]
      : [
          'Không in tệp xlsx, pdf hay html ra màn hình.',
          'Dấu «-» chỉ dùng khi chuyển tiếp sang lệnh khác hay tệp khác.',
          'Nêu tên tệp với -o, hoặc chuyển tiếp bằng dấu | hay >.',
        ],
  'config.unfit': ({ path, problem, key, expected }) => [
    {
      file: `Không đọc được tệp cấu hình ${path}.`,
      json: `Tệp cấu hình ${path} viết sai, không đọc được (không phải JSON).`,
      key: `Tệp cấu hình ${path} có mục lạ «${key}».`,
      value: `Tệp cấu hình ${path} ghi sai giá trị của mục «${key}».`,
      place: `Tệp cấu hình ${path} là của thư mục, không được đặt mục «${key}».`,
    }[problem],
    {
      file: 'Phải là một tệp chữ, nhỏ, mà bạn có quyền đọc.',
      json: 'Phải viết đúng như: {"lang": "vi"}',
      key: `Các mục được đặt: ${expected}.`,
      value: expected === '' ? 'Phải là chữ và không để trống.' : `Phải là: ${expected}.`,
      place:
        'Mục này chạy một chương trình hoặc chỉ chỗ cất mật khẩu, nên chỉ nhận từ tệp cấu hình của chính bạn.',
    }[problem],
    key === ''
      ? 'Sửa tệp ấy, hoặc đổi tên nó nếu không phải cấu hình; xem các tệp: phucloi config path'
      : `Sửa tệp ấy, hoặc bỏ mục: phucloi config unset ${key}${path.endsWith('phucloi.json') ? ' --project' : ''}`,
  ],
};
