import { formatDong } from '../figures.ts';
import type { Messages } from '../messages.ts';

const UNITS = { rows: 'dòng', files: 'tệp', commands: 'lệnh', rules: 'phép kiểm tra' };

/** How far long work is: one line, written over by the next. */
export const progress: Messages['words']['progress'] = ({ unit, done, all, perSecond, seconds }) => {
  const of = all === undefined ? '' : `/${formatDong(all, 'vi')}`;
  const rate = perSecond < 2 ? '' : `, ${formatDong(perSecond, 'vi')} ${UNITS[unit]}/giây`;
  return `Đang làm: ${formatDong(done, 'vi')}${of} ${UNITS[unit]}${rate}${seconds === undefined ? '' : `, còn khoảng ${timeLeft(seconds)}`}`;
};

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${seconds} giây`;
  return seconds < 3600
    ? `${Math.floor(seconds / 60)} phút ${seconds % 60} giây`
    : `${Math.floor(seconds / 3600)} giờ ${Math.floor((seconds % 3600) / 60)} phút`;
}
