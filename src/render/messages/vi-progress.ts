import { formatDong } from '../figures.ts';
import type { BookWriter } from '../../domain/failure-facts.ts';
import type { Messages } from '../messages.ts';

const UNITS = { rows: 'dòng', files: 'tệp', commands: 'lệnh', rules: 'phép kiểm tra' };

/** How far long work is: one line, written over by the next. */
export const progress: Messages['words']['progress'] = ({ unit, done, all, perSecond, seconds }) => {
  const of = all === undefined ? '' : `/${formatDong(all, 'vi')}`;
  const rate = perSecond < 2 ? '' : `, ${formatDong(perSecond, 'vi')} ${UNITS[unit]}/giây`;
  return `Đang làm: ${formatDong(done, 'vi')}${of} ${UNITS[unit]}${rate}${seconds === undefined ? '' : `, còn khoảng ${timeLeft(seconds)}`}`;
};

/** Who writes, as the one who waits can find them: who, what, since when, and where that is another machine. */
export function writerNamed({ actor, command, since, machine }: BookWriter): string {
  const where = machine === undefined ? '' : `, trên máy ${machine}`;
  return `${actor} (phucloi ${command}, từ ${since.slice(11, 19)}${where})`;
}

/** Another process has the book: one line too. */
export const waiting: Messages['words']['waiting'] = ({ how, writer, seconds }) =>
  how === 'reading'
    ? `Đang đợi lệnh khác đọc xong sổ: ${seconds} giây`
    : `Đang đợi ${writer === undefined ? 'lệnh khác' : writerNamed(writer)} ghi xong: ${seconds} giây`;

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${seconds} giây`;
  return seconds < 3600
    ? `${Math.floor(seconds / 60)} phút ${seconds % 60} giây`
    : `${Math.floor(seconds / 3600)} giờ ${Math.floor((seconds % 3600) / 60)} phút`;
}

/** The program failed by itself: what to send in, and where it lies. */
export const defect: Messages['defect'] = (report, path) =>
  [
    'Chương trình tự gặp lỗi; sổ không bị ghi dở.',
    'Gửi mấy dòng dưới đây cho người phụ trách chương trình (không có tên người, số tiền hay nội dung nào của sổ):',
    report.replaceAll(/^/gm, '  '),
    ...(path === undefined ? [] : [`Mấy dòng ấy cũng có trong tệp: ${path}`]),
    'Muốn xem kỹ lỗi trên máy này: chạy lại lệnh, thêm --verbose.',
  ].join('\n');
