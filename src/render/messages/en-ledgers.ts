import { formatDay as day, formatDong } from '../figures.ts';

type Facts = Readonly<Record<string, string | number | undefined>>;

/** What a ledger is called; undefined for what is none. */
export function ledgerTitle(name: string, f: Facts): string | undefined {
  const title = TITLES[name.replace(/Compared$/, '')];
  if (title === undefined) return undefined;
  const period =
    f['asOf'] !== undefined
      ? ` up to ${day(String(f['asOf']))}`
      : ` from ${day(String(f['from']))} to ${day(String(f['to']))}`;
  const then =
    f['thenFrom'] === undefined
      ? ''
      : `, beside ${day(String(f['thenFrom']))} to ${day(String(f['thenTo']))}`;
  const fund = f['fund'] === undefined ? '' : `, fund ${f['fund']}`;
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
    `${title.toUpperCase()}${subject}`,
    ...(f['fund'] === undefined ? [] : [`Fund: ${f['fund']}`]),
    asOf === undefined ? `From ${day(String(f['from']))} to ${day(String(f['to']))}` : `Up to ${asOf}`,
    ...(f['thenFrom'] === undefined
      ? []
      : [`Beside ${day(String(f['thenFrom']))} to ${day(String(f['thenTo']))}`]),
    ...(parts.length === 0 ? [] : [`Filtered: only lines ${parts.join(', ')}; no balance`]),
  ];
}

const TITLES: Readonly<Record<string, string>> = {
  fundLedger: 'Ledger of fund',
  cashLedger: 'Ledger of',
  bankLedger: 'Bank ledger of',
  memberLedger: 'Support received by',
  accountLedger: 'Ledger of account',
  trialBalance: 'Trial balance',
  donorLedgers: 'Donors',
  donorLedger: 'Ledger of donor',
  programmeLedgers: 'Programmes',
  programmeLedger: 'Programme',
  journal: 'Journal',
};

function filtered(f: Facts): string {
  const parts = filters(f);
  return parts.length === 0 ? '' : ` – only lines: ${parts.join(', ')}; no balance`;
}

function filters(f: Facts): string[] {
  return [
    ...(f['unit'] === undefined ? [] : [`unit ${f['unit']}`]),
    ...(f['kind'] === undefined ? [] : [`kind ${f['kind']}`]),
    ...(f['text'] === undefined ? [] : [`with "${f['text']}"`]),
    ...(f['min'] === undefined ? [] : [`from ${formatDong(Number(f['min']), 'en')}`]),
    ...(f['max'] === undefined ? [] : [`up to ${formatDong(Number(f['max']), 'en')}`]),
  ];
}

export const LEDGER_LABELS = {
  monthTurnover: 'Turnover of the month',
  yearToDate: 'Since 1 January',
  shown: 'Total of the lines shown',
} as const;

export const LEDGER_COLUMNS = {
  ownDay: 'Voucher day',
  receipt: 'Receipt',
  payment: 'Payment',
  note: 'Note',
  accountNamed: 'Account',
  netTurnover: 'Debit (cr. −)',
  netBalance: 'Balance (cr. −)',
  openingNet: 'Opening, cr. −',
  closingNet: 'Closing, cr. −',
  debitBalance: 'Debit balance',
  creditBalance: 'Credit balance',
  openingDebit: 'Opening debit',
  openingCredit: 'Opening credit',
  closingDebit: 'Closing debit',
  closingCredit: 'Closing credit',
  gifts: 'Times',
  given: 'Given',
  refunded: 'Refunded',
  net: 'Net',
  granted: 'Decided',
  unpaid: 'Unpaid',
  figure: 'Figure',
  now: 'This period',
  before: 'Other period',
} as const;
