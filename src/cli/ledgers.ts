import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { ledgerReport, ledgerTable, type LedgerLine } from '../report/ledger.ts';
import { renderTable } from '../render/text.ts';
import type { Answer } from './command.ts';

/** Shape of every ledger with a running balance. */
export const LEDGER_SHAPE = {
  subject: 'text',
  from: 'day',
  to: 'day',
  opening: 'integer',
  in: 'integer',
  out: 'integer',
  closing: 'integer',
  lines: [
    {
      day: 'day',
      voucher: 'text',
      entry: 'integer',
      party: 'text',
      content: 'text',
      in: 'integer',
      out: 'integer',
      balance: 'integer',
    },
  ],
} as const;

export function ledgerAnswer(
  name: string,
  range: { from: Day; to: Day; subject: string },
  grows: 'debit' | 'credit',
  opening: Dong,
  rows: readonly LedgerLine[],
): Answer {
  const report = ledgerReport(range, grows, opening, rows);
  const table = ledgerTable(name, report);
  return { data: report, table, text: (m, style) => renderTable(table, m, style) };
}
