import { formatDong } from '../figures.ts';
import { day } from './vi-terms.ts';

type Facts = Readonly<Record<string, string | number | undefined>>;

/** What a ledger is called; undefined for what is none. */
export function ledgerTitle(name: string, f: Facts): string | undefined {
  const title = TITLES[name.replace(/Compared$/, '')];
  if (title === undefined) return undefined;
  const period =
    f['asOf'] !== undefined
      ? ` đến ngày ${day(String(f['asOf']))}`
      : ` từ ${day(String(f['from']))} đến ${day(String(f['to']))}`;
  const then =
    f['thenFrom'] === undefined
      ? ''
      : `, so với từ ${day(String(f['thenFrom']))} đến ${day(String(f['thenTo']))}`;
  const fund = f['fund'] === undefined ? '' : `, quỹ ${f['fund']}`;
  const subject = f['subject'] === undefined || f['subject'] === '' ? '' : ` ${f['subject']}`;
  return `${title}${subject}${fund}${period}${then} (đồng)${filtered(f)}`;
}

/** The same in lines, as a paper is headed. */
export function ledgerHead(name: string, f: Facts): string[] | undefined {
  const title = TITLES[name.replace(/Compared$/, '')];
  if (title === undefined) return undefined;
  const subject = f['subject'] === undefined || f['subject'] === '' ? '' : ` ${f['subject']}`;
  const asOf = f['asOf'] === undefined ? undefined : day(String(f['asOf']));
  const parts = filters(f);
  return [
    `${title.toLocaleUpperCase('vi')}${subject}`,
    ...(f['fund'] === undefined ? [] : [`Quỹ: ${f['fund']}`]),
    asOf === undefined
      ? `Từ ngày ${day(String(f['from']))} đến ngày ${day(String(f['to']))}`
      : `Đến ngày ${asOf}`,
    ...(f['thenFrom'] === undefined
      ? []
      : [`So với từ ngày ${day(String(f['thenFrom']))} đến ngày ${day(String(f['thenTo']))}`]),
    ...(parts.length === 0 ? [] : [`Đã lọc: chỉ những dòng ${parts.join(', ')}; không có số dư`]),
  ];
}

const TITLES: Readonly<Record<string, string>> = {
  fundLedger: 'Sổ quỹ',
  cashLedger: 'Sổ tiền',
  bankLedger: 'Sổ tiền gửi',
  memberLedger: 'Các khoản đã hỗ trợ',
  accountLedger: 'Sổ tài khoản',
  trialBalance: 'Bảng cân đối phát sinh',
  donorLedgers: 'Sổ nhà hảo tâm',
  donorLedger: 'Sổ nhà hảo tâm',
  programmeLedgers: 'Sổ chương trình',
  programmeLedger: 'Sổ chương trình',
  journal: 'Nhật ký chung',
};

function filtered(f: Facts): string {
  const parts = filters(f);
  return parts.length === 0 ? '' : ` – chỉ những dòng: ${parts.join(', ')}; không có số dư`;
}

function filters(f: Facts): string[] {
  return [
    ...(f['unit'] === undefined ? [] : [`đơn vị ${f['unit']}`]),
    ...(f['kind'] === undefined ? [] : [`loại ${f['kind']}`]),
    ...(f['text'] === undefined ? [] : [`có "${f['text']}"`]),
    ...(f['min'] === undefined ? [] : [`từ ${formatDong(Number(f['min']), 'vi')} đ`]),
    ...(f['max'] === undefined ? [] : [`đến ${formatDong(Number(f['max']), 'vi')} đ`]),
  ];
}

export const LEDGER_LABELS = {
  monthTurnover: 'Cộng phát sinh tháng',
  yearToDate: 'Lũy kế từ đầu năm',
  shown: 'Cộng những dòng đã lọc',
} as const;

export const LEDGER_COLUMNS = {
  ownDay: 'Ngày chứng từ',
  receipt: 'Số phiếu thu',
  payment: 'Số phiếu chi',
  note: 'Ghi chú',
  accountNamed: 'Tài khoản',
  netTurnover: 'Nợ (có: −)',
  netBalance: 'Dư nợ (có: −)',
  openingNet: 'Đầu kỳ, có: −',
  closingNet: 'Cuối kỳ, có: −',
  debitBalance: 'Dư nợ',
  creditBalance: 'Dư có',
  openingDebit: 'Nợ đầu kỳ',
  openingCredit: 'Có đầu kỳ',
  closingDebit: 'Nợ cuối kỳ',
  closingCredit: 'Có cuối kỳ',
  gifts: 'Số lần',
  given: 'Đã ủng hộ',
  refunded: 'Đã hoàn trả',
  net: 'Còn lại',
  granted: 'Đã quyết định',
  unpaid: 'Chưa chi',
  figure: 'Chỉ tiêu',
  now: 'Kỳ này',
  before: 'Kỳ so sánh',
} as const;
