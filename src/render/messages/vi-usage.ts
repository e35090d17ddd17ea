import type { Refusals } from '../messages.ts';
import { list } from './vi-terms.ts';

/** What may have been meant, as a question; empty where nothing is near. */
export const meant = (near: readonly string[]) => (near.length > 0 ? `Có phải bạn muốn: ${list(near)}?` : '');

type Usage =
  | 'reveal.purpose'
  | 'usage.command'
  | 'usage.option'
  | 'usage.value'
  | 'usage.missing'
  | 'usage.conflict'
  | 'usage.lines'
  | 'reveal.none';

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
  'usage.lines': ({ options, lines }) => [
    `Cần ${options.length} dòng cho ${list(options)}, mà lệnh nhận được ${lines} dòng.`,
    'Mỗi tùy chọn ghi «-» lấy một dòng, theo thứ tự trên dòng lệnh, đưa vào bằng dấu < hoặc |.',
    'Đưa vào cho đúng số dòng; hoặc chạy ở màn hình, không có --json và --no-input, để được hỏi.',
  ],
  'reveal.purpose': () => [
    'Chưa nói vì sao cần xem đủ số, lý do.',
    'Mục đích được ghi vào sổ, ai xem nhật ký cũng phải hiểu: ít nhất hai chữ.',
    'Viết: --reveal "VÌ SAO", ví dụ --reveal "Đối chiếu CCCD theo công văn của LĐLĐ".',
  ],
  'reveal.none': ({ command }) => [
    `Lệnh ${command} không hiện đủ số hay lý do, nên không dùng --reveal được.`,
    'Chỉ những lệnh tra người, suất, bút toán, chứng từ, dòng sao kê mới hiện đủ được; giấy tờ in ra để gửi đi thì luôn che.',
    'Bỏ --reveal, hoặc dùng ở: member show, hardship show, hardship list, entry show, entry list, contribution list, voucher list, goods ledger, statement show, statement queue.',
  ],
};
