import { refuse } from '../../domain/failure.ts';
import type { Messages } from '../../render/messages.ts';
import { renderTable, type TextStyle } from '../../render/text.ts';
import type { Table } from '../../report/table.ts';
import { matchByHand, matchStatement, type MatchAnswer } from '../../usecase/statement-match.ts';
import { numbers } from '../bank-options.ts';
import { command, type Answer } from '../command.ts';
import { code, flag, month, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'statement match',
    writes: 'asked',
    looks: ({ options: { auto, likely, line, entry } }) =>
      !auto && !likely && line === undefined && entry === undefined,
    args: [],
    options: {
      account: code('PLACE'),
      period: month(),
      auto: flag(),
      likely: flag(),
      line: numbers(),
      entry: numbers(),
      reason: text('TEXT'),
    },
    examples: [
      'statement match --account bank --period 2024-09',
      'statement match --account bank --auto',
      'statement match --line 12 --entry 40,41 --reason "Một lần chuyển cho hai phiếu"',
    ],
    answer: {
      account: 'text',
      recorded: 'integer',
      suggestions: [
        {
          'match?': 'integer',
          lines: ['integer'],
          entries: ['integer'],
          day: 'day',
          amount: 'integer',
          vouchers: ['text'],
          reason: 'text',
          sure: 'boolean',
        },
      ],
      doubts: [{ line: 'integer', day: 'day', amount: 'integer', entries: ['integer'] }],
      lines: 'integer',
      entries: 'integer',
    },
    async run(desk, { options }) {
      const { account, period, auto, likely, line, entry, reason } = options;
      if (line !== undefined || entry !== undefined) {
        if (auto || likely) refuse('usage.conflict', { options: ['--line', auto ? '--auto' : '--likely'] });
        const lines = line ?? refuse('usage.missing', { option: '--line' });
        const entries = entry ?? refuse('usage.missing', { option: '--entry' });
        if (reason === undefined || reason === '') return refuse('usage.missing', { option: '--reason' });
        const session = await desk.session();
        return answerOf(await matchByHand(session, { account, lines, entries, reason }));
      }
      const record = likely ? 'likely' : auto ? 'sure' : 'nothing';
      const session = await desk.session();
      return answerOf(await matchStatement(session, { account, period, record }));
    },
    next: ({ account, recorded, suggestions, lines, entries }) => {
      if (recorded === 0 && suggestions.some(({ sure }) => sure))
        return [`phucloi statement match --account ${account} --auto`];
      return lines + entries === 0 ? ['phucloi reconcile'] : [`phucloi statement queue --account ${account}`];
    },
  }),
);

function answerOf(data: MatchAnswer): Answer {
  return {
    data,
    nothing: data.recorded === 0,
    table: suggested(data, undefined),
    text: (m, style) => textOf(data, m, style),
  };
}

/** What was recorded is only counted; what waits for a yes is shown with its reason. */
function textOf(data: MatchAnswer, m: Messages, style: TextStyle): string {
  const open = suggested({ ...data, suggestions: data.suggestions.filter((each) => !('match' in each)) }, m);
  const doubts: Table = {
    name: 'doubts',
    facts: {},
    columns: [
      { key: 'line', type: 'count' },
      { key: 'day', type: 'day' },
      { key: 'amount', type: 'dong' },
      { key: 'entries', type: 'text' },
    ],
    rows: data.doubts.map(({ entries, ...cells }) => ({
      kind: 'line',
      cells: { ...cells, entries: entries.join(', ') },
    })),
  };
  const tables = [open, doubts].filter(({ rows }) => rows.length > 0);
  return [...tables.map((table) => renderTable(table, m, style)), m.done.matchedLines(data)].join('\n');
}

function suggested(data: MatchAnswer, m: Messages | undefined): Table {
  return {
    name: 'matches',
    facts: { account: data.account },
    columns: [
      { key: 'line', type: 'text' },
      { key: 'day', type: 'day' },
      { key: 'amount', type: 'dong' },
      { key: 'entry', type: 'text' },
      { key: 'voucher', type: 'code' },
      { key: 'reason', type: 'text' },
      { key: 'sure', type: 'code' },
    ],
    rows: data.suggestions.map(({ day, amount, lines, entries, vouchers, reason, sure }) => ({
      kind: 'line',
      cells: {
        line: some(lines),
        day,
        amount,
        entry: some(entries),
        voucher: some(vouchers),
        reason: m?.values[`match.${reason}`] ?? reason,
        sure: m?.values[sure ? 'sure' : 'likely'] ?? (sure ? 'sure' : 'likely'),
      },
    })),
  };
}

/** The first of many: a day's list may have thousands. */
function some(all: readonly (string | number)[]): string {
  return all.length <= 4 ? all.join(', ') : `${all.slice(0, 3).join(', ')} … (${all.length})`;
}
