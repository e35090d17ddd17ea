import type { Refusals } from '../messages.ts';

/** What is said when work was stopped from outside, or stopped by another program that holds a file. */
export const stoppedFailures = {
  stopped: ({ written }) => stopped('Đã dừng theo lệnh của bạn (Ctrl-C).', written),
  terminated: ({ written }) => stopped('Đã dừng vì hệ thống yêu cầu chương trình kết thúc.', written),
  'file.held': ({ path, lock }) => [
    `Tệp ${path} đang mở ở chương trình khác${lock === undefined ? '' : ` (có tệp khóa ${lock} bên cạnh)`}.`,
    'Tệp phải đóng thì mới đọc, ghi được; sổ không bị ghi dở, không tệp nào viết dở.',
    'Đóng tệp trong Excel (hoặc đợi chương trình sao lưu, diệt virus xong) rồi chạy lại.',
  ],
} satisfies Partial<Refusals['failures']>;

function stopped(what: string, written: boolean): [string, string, string] {
  return written
    ? [
        what,
        'Sổ đã ghi trọn thao tác này trước khi dừng; không tệp nào viết dở.',
        'Xem thao tác vừa ghi: phucloi operation list',
      ]
    : [what, 'Sổ không bị ghi dở, không tệp nào viết dở.', 'Khi sẵn sàng, chạy lại đúng lệnh ấy.'];
}
