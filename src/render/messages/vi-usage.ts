import type { Refusals } from '../messages.ts';
import { list } from './vi-terms.ts';

/** What may have been meant, as a question; empty where nothing is near. */
export const meant = (near: readonly string[]) => (near.length > 0 ? `Có phải bạn muốn: ${list(near)}?` : '');

type Usage = 'usage.command' | 'usage.option' | 'usage.value' | 'usage.missing' | 'usage.conflict';

/** Command lines that are not right. */
export const usage: Pick<Refusals['failures'], Usage> = {
  'usage.command': ({ given, near, noun, verbs = [] }) => [
    given === noun ? `Lệnh «${given}» còn thiếu động từ.` : `Không có lệnh «${given}».`,
    noun === undefined
      ? 'Lệnh gồm một danh từ và một động từ, ví dụ: phucloi contribution import.'
      : `Sau «${noun}» là một trong: ${list(verbs)}.`,
    meant(near) ||
      (noun === undefined ? 'Xem các lệnh: phucloi --help' : `Xem từng lệnh: phucloi help ${noun}`),
  ],
  'usage.option': ({ problem, subject, command, form, near }) => [
    {
      unknown: `Lệnh này không có tùy chọn ${subject}.`,
      value: `Tùy chọn ${subject} thiếu giá trị.`,
      argument: `Lệnh thiếu ${subject}.`,
      excess: `Câu lệnh thừa: ${subject}.`,
    }[problem],
    meant(near) || `Viết: phucloi ${form}, rồi đến các tùy chọn.`,
    `Xem tùy chọn và ví dụ: phucloi ${command} --help`,
  ],
  'usage.value': ({ option, given, expected, near = [] }) => [
    `Không đọc được «${given}» ở ${option}.`,
    `Phải là: ${expected}.`,
    meant(near) || 'Sửa chỗ ấy rồi chạy lại.',
  ],
  'usage.missing': ({ option }) => [
    `Thiếu ${option}.`,
    'Lệnh này cần điều đó; ở đây chương trình không hỏi được (chạy tự động, hoặc có --no-input).',
    `Thêm ${option} rồi chạy lại.`,
  ],
  'usage.conflict': ({ options }) => [
    `Không dùng cùng lúc: ${list(options)}.`,
    'Hai điều ấy trái nhau, chỉ được một.',
    'Bỏ bớt, chỉ giữ một rồi chạy lại.',
  ],
};
