import { formatDay, formatDong } from '../figures.ts';

export const d = (amount: number): string => `${formatDong(amount, 'en')} đ`;

export const day = formatDay;

/** A span of months (domain/span.ts) inside a sentence. */
export function span(label: string): string {
  if (label.includes('..')) return label.split('..').map(formatDay).join(' to ');
  const [year = '', part = ''] = label.split('-');
  if (part === '') return year;
  if (part.startsWith('Q')) return `quarter ${part.slice(1)}/${year}`;
  if (part.startsWith('H')) return `half-year ${part.slice(1)}/${year}`;
  return `${part}/${year}`;
}

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const list = (items: readonly (string | number)[]): string => items.join(', ');

export const NOUNS = {
  fund: 'fund',
  place: 'place',
  unit: 'unit',
  member: 'member',
  round: 'round',
  award: 'award',
  entry: 'entry',
  voucher: 'voucher',
  document: 'imported list',
  holder: 'advance',
  finding: 'finding',
  statement: 'statement',
  donor: 'donor',
  operation: 'operation',
  line: 'statement line',
  match: 'match',
  appeal: 'appeal',
  loan: 'loan between funds',
  rule: 'rule',
  setting: 'setting',
  decision: 'decision',
  officer: 'officer',
  item: 'kind of goods',
  move: 'move of goods',
} as const;

export const KINDS = {
  gift: 'gifts',
  hardship: 'hardship support',
  visit: 'visits',
  home: 'Union Home grants',
} as const;

export function goods(a: { quantity: number; measure: string; item: string }): string {
  return `${formatDong(a.quantity, 'en')} ${a.measure} ${a.item}`;
}

/** The figures of a fund's identity, on the screen and on paper. */
export const FIGURES = {
  opening: 'Opening',
  contributions: 'Contributions',
  allocations: 'Allocations',
  transfersIn: 'Transfers in',
  otherIn: 'Other in',
  disbursements: 'Disbursements',
  remittances: 'Remittances',
  transfersOut: 'Transfers out',
  otherOut: 'Other out',
  closing: 'Closing',
} as const;

/** What is kept of a person, by its field. */
export const PERSONAL: Readonly<Record<string, string>> = {
  id: 'citizen ID',
  former: 'former ID card',
  spouse: "spouse's ID",
  phone: 'telephone',
  account: 'bank account',
  bank: 'bank',
  born: 'birth date',
};
