import { importStatement } from '../../usecase/statement-import.ts';
import { command, type Warning } from '../command.ts';
import { ACCEPT_BREAK, imported, IMPORTED, READING } from '../given.ts';
import { choice, code, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'statement import',
    writes: 'asked',
    args: ['file'],
    options: {
      ...READING,
      rejects: text('FILE'),
      account: needed(code('PLACE')),
      ...ACCEPT_BREAK,
      suspects: choice('keep', 'skip'),
    },
    examples: [
      'statement import sao-ke.csv --account bank',
      'statement import sao-ke.xlsx --account bank --period 2024-09',
      'statement import sao-ke.csv --account bank --accept-break "42=số dư in sai trên bản gốc"',
    ],
    answer: {
      ...IMPORTED,
      account: 'text',
      bank: 'text',
      from: 'day',
      to: 'day',
      total: 'integer',
      'opening?': 'integer',
      'closing?': 'integer',
      credits: 'integer',
      debits: 'integer',
      checked: 'integer',
      breaks: [{ row: 'integer', expected: 'integer', found: 'integer', amount: 'integer' }],
      suspects: 'integer',
      alike: [{ row: 'integer', day: 'day', amount: 'integer', document: 'text', documentRow: 'integer' }],
      kinds: [{ kind: 'text', lines: 'integer' }],
    },
    run: (desk, { args, options }) => {
      const { account, acceptBreak, suspects } = options;
      const acceptBreaks = new Map(acceptBreak.map(({ row, reason }) => [row, reason]));
      return imported(desk, args[0] ?? '', options, async (session, list) => {
        const data = await importStatement(session, list, { account, acceptBreaks, suspects });
        const warnings: Warning[] = [];
        if (data.alike.length > 0 && suspects !== 'skip')
          warnings.push({ code: 'lines.alike', facts: { count: data.suspects, alike: data.alike } });
        if (data.checked === 0 && data.opening === undefined)
          warnings.push({ code: 'statement.unproved', facts: {} });
        return { data, warnings, nothing: data.accepted === 0, text: (m) => m.done.statement(data) };
      });
    },
    next: ({ account }) => [`phucloi statement match --account ${account} --auto`],
  }),
);
