import { formatDay, formatDong } from '../figures.ts';

export const d = (amount: number): string => `${formatDong(amount, 'en')} đ`;

export const day = formatDay;

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
  decision: 'decision',
  appeal: 'appeal',
  officer: 'officer',
} as const;

export const KINDS = { gift: 'gifts', hardship: 'hardship support', home: 'Union Home grants' } as const;
