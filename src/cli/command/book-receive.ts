import { refuse } from '../../domain/failure.ts';
import { readHandover } from '../../intake/handover-file.ts';
import { receiveBook } from '../../usecase/book-receive.ts';
import { namedAmount } from '../amount-options.ts';
import { command } from '../command.ts';
import { sourceOf } from '../given.ts';
import { code, day, many, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'book receive',
    writes: 'asked',
    args: [],
    options: {
      on: needed(day()),
      file: text('FILE.json'),
      cash: otherwise(code('PLACE'), 'cash'),
      bank: otherwise(code('PLACE'), 'bank'),
      as: many('FUND=FUND', fundPair),
      from: text('BODY'),
      document: text('NO'),
      line: many('FUND:PLACE=AMOUNT', moneyLine),
    },
    examples: [
      'book receive --file ban-giao.json --on 02/07/2025 --as XHTT=TET',
      'book receive --from "CĐCS Trung tâm B" --document 45/QĐ-LĐLĐ --on 02/07/2025 --line TET:cash=5.000.000 MAIAM:bank=12.000.000',
    ],
    answer: {
      from: 'text',
      document: 'text',
      on: 'day',
      lines: [{ fund: 'text', place: 'text', amount: 'integer', voucher: 'text' }],
      goods: [{ item: 'text', quantity: 'integer', voucher: 'text' }],
      total: 'integer',
      known: 'boolean',
    },
    async run(desk, { options }) {
      const { on, file: path, cash, bank, as, from, document, line: lines } = options;
      if (path !== undefined && (lines.length > 0 || from !== undefined || document !== undefined))
        refuse('usage.conflict', { options: ['--file', '--line'] });
      if (path === undefined) {
        if (lines.length === 0) refuse('usage.missing', { option: '--file | --line' });
        if (from === undefined) return refuse('usage.missing', { option: '--from' });
        if (document === undefined) return refuse('usage.missing', { option: '--document' });
      }
      const file = path === undefined ? undefined : readHandover(await sourceOf(desk, path));
      const typed = path === undefined ? { from: from ?? '', document: document ?? '', lines } : undefined;
      const data = await receiveBook(await desk.session(), { on, file, cash, bank, as: new Map(as), typed });
      return { data, nothing: data.known, text: (m) => m.done.bookReceived(data) };
    },
  }),
);

function fundPair(typed: string): [from: string, to: string] | undefined {
  const [from = '', to = '', ...more] = typed.split('=');
  return from === '' || to === '' || more.length > 0 ? undefined : [from, to];
}

function moneyLine(typed: string) {
  const named = namedAmount(typed);
  const [fund = '', place = ''] = named?.name.split(':', 2) ?? [];
  return named === undefined || fund === '' || place === ''
    ? undefined
    : { fund, place, amount: named.amount };
}
