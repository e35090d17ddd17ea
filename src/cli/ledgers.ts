import type { Day } from '../domain/day.ts';
import type { EntryKind } from '../domain/entry.ts';
import type { LedgerFilter } from '../report/ledger.ts';
import { ledgerTable, type LedgerForm, type LedgerReport } from '../report/ledger.ts';
import { comparison, comparisonTable, type Summary } from '../report/ledger-summary.ts';
import { renderTable } from '../render/text.ts';
import { comparedWith } from '../usecase/ledger-compare.ts';
import type { Days } from '../usecase/ledger-books.ts';
import { amount } from './amount-options.ts';
import type { Answer, Desk } from './command.ts';
import { choice, code, one, reader as reading, text } from './options.ts';

export const FILTER_SHAPE = {
  'unit?': 'text',
  'kind?': 'text',
  'text?': 'text',
  'min?': 'integer',
  'max?': 'integer',
} as const;

export const COMPARISON_SHAPE = {
  'comparison?': {
    from: 'day',
    to: 'day',
    lines: [{ code: 'text', figure: 'text', now: 'integer', before: 'integer', difference: 'integer' }],
  },
} as const;

/** Shape of every ledger with a running balance. */
export const LEDGER_SHAPE = {
  subject: 'text',
  from: 'day',
  to: 'day',
  opening: 'integer',
  in: 'integer',
  out: 'integer',
  closing: 'integer',
  'filter?': FILTER_SHAPE,
  'shown?': { in: 'integer', out: 'integer' },
  'months?': [
    {
      month: 'text',
      in: 'integer',
      out: 'integer',
      balance: 'integer',
      yearIn: 'integer',
      yearOut: 'integer',
    },
  ],
  lines: [
    {
      day: 'day',
      ownDay: 'day',
      voucher: 'text',
      'paperNo?': 'text',
      cancelled: 'boolean',
      entry: 'integer',
      fund: 'text',
      party: 'text',
      content: 'text',
      'award?': 'text',
      in: 'integer',
      out: 'integer',
      'balance?': 'integer',
    },
  ],
  ...COMPARISON_SHAPE,
} as const;

const KINDS = [
  'opening',
  'contribution',
  'allocation',
  'receipt',
  'expense',
  'move',
  'transfer',
  'remittance',
  'advance',
  'settlement',
  'benefit',
  'loan',
  'repayment',
  'identification',
  'return',
  'refund',
  'purchase',
  'reversal',
] as const satisfies readonly EntryKind[];

/** Options that narrow a ledger down. */
export const FILTER = {
  unit: code('UNIT'),
  kind: choice(...KINDS),
  min: amount(),
  max: amount(),
  text: text('TEXT'),
};

/** Another period beside a ledger's own. */
export const COMPARE = {
  compare: one('PERIOD|previous|last-year', reading(comparedWith, 'previous · last-year · 2023 · 2023-Q4')),
};

/** The options that were given, or none. */
export function filterOf(options: {
  readonly [K in keyof LedgerFilter]: LedgerFilter[K] | undefined;
}): LedgerFilter | undefined {
  const { unit, kind, text: words, min, max } = options;
  const given = Object.entries({ unit, kind, text: words, min, max }).filter(
    ([, value]) => value !== undefined,
  );
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** A ledger with a balance as it is answered; `form` says in which columns. */
export function ledgerAnswer(
  desk: Desk,
  name: string,
  report: LedgerReport,
  form: LedgerForm = 'plain',
): Answer & { readonly data: LedgerReport } {
  const table = ledgerTable(name, report, form, desk.m.values['voided']);
  return { data: report, table, text: (m, style) => renderTable(table, m, style) };
}

/** A ledger beside another period: its summary now and then, and the difference. */
export async function comparedAnswer(
  desk: Desk,
  name: string,
  answer: Answer,
  range: Days & { readonly subject?: string },
  compare: ((range: Days) => Days) | undefined,
  summaryOf: (range: Days) => Promise<readonly Summary[]>,
): Promise<Answer> {
  if (compare === undefined) return answer;
  const { from, to } = range;
  const other: { from: Day; to: Day } = compare({ from, to });
  const compared = comparison(other, await summaryOf({ from, to }), await summaryOf(other));
  const table = comparisonTable(`${name}Compared`, range, compared, desk.m.columns);
  return {
    data: { ...answer.data, comparison: compared },
    table,
    text: (m, style) => renderTable(table, m, style),
  };
}
