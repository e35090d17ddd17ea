import { maskedText } from '../domain/mask.ts';
import type { Journal } from '../report/interchange.ts';
import { csvCell } from './csv.ts';

const COLUMNS = [
  'entry',
  'line',
  'day',
  'voucher',
  'kind',
  'document',
  'fund',
  'account',
  'role',
  'place',
  'debit',
  'credit',
  'item',
  'unit',
];

/** One line a posting: ISO days, whole numbers, codes; what was there before the first day is carried by no line. */
export function* journalCsv(journal: Journal): Iterable<string> {
  const funds = new Map(journal.funds.map((fund) => [fund.id, fund]));
  const places = new Map(journal.places.map(({ id, code }) => [id, code]));
  const numbers = new Map(journal.accounts.map(({ role, held, number }) => [`${role} ${held}`, number]));
  yield `${[...COLUMNS, ...(journal.names ? ['party', 'content'] : [])].join(',')}\r\n`;
  for (const entry of journal.entries) {
    for (const { line, fund, role, place, side, amount, item, unit } of entry.postings) {
      const { code = String(fund), kind = 'own' } = funds.get(fund) ?? {};
      const cells: (string | number)[] = [
        entry.id,
        line,
        entry.day,
        entry.voucher,
        entry.kind,
        entry.document,
        code,
        numbers.get(`${role} ${kind === 'held'}`) ?? '',
        role,
        places.get(place ?? 0) ?? '',
        side === 'debit' ? amount : 0,
        side === 'credit' ? amount : 0,
        item,
        unit,
      ];
      if (journal.names) cells.push(maskedText(entry.party), maskedText(entry.content));
      yield `${cells.map(csvCell).join(',')}\r\n`;
    }
  }
}
