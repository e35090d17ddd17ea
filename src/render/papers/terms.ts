import type { Dong } from '../../domain/dong.ts';
import { formatDay, formatDong } from '../figures.ts';

export const vnd = (amount: number): string => `${formatDong(amount, 'vi')} đồng`;
export const two = (value: number): string => String(value).padStart(2, '0');
export const DOTS = '……………';

/** A day as papers are dated: a zero before days under ten and before the first two months only (NĐ 30/2020). */
export function datedVi(day: string | undefined): string {
  if (day === undefined) return 'ngày …… tháng …… năm ………';
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `ngày ${two(date)} tháng ${month < 3 ? two(month) : month} năm ${year}`;
}

/** A span (domain/span.ts) as papers name it. */
export function spanVi(label: string): string {
  const [, year = '', part = ''] = /^(\d{4})-?(.*)$/.exec(label) ?? [];
  if (label.includes('..')) return `Từ tháng ${label.split('..').map(formatDay).join(' đến tháng ')}`;
  if (part === '') return `Năm ${year}`;
  if (part.startsWith('Q')) return `Quý ${part.slice(1)} năm ${year}`;
  if (part.startsWith('H')) return `6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} năm ${year}`;
  return `Tháng ${part} năm ${year}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const vndEn = (amount: Dong): string => `${formatDong(amount, 'en')} VND`;
export function spanEn(label: string): string {
  const [, year = '', part = ''] = /^(\d{4})-?(.*)$/.exec(label) ?? [];
  if (label.includes('..')) return `Months ${label.split('..').map(formatDay).join(' to ')}`;
  if (part === '') return `Year ${year}`;
  if (part.startsWith('Q')) return `Quarter ${part.slice(1)}/${year}`;
  if (part.startsWith('H')) return `Half-year ${part.slice(1)}/${year}`;
  return `Month ${part}/${year}`;
}
export const datedEn = (day: string | undefined): string =>
  day === undefined ? '…… / …… / …………' : formatDay(day);
