import type { Wording } from '../../domain/entry.ts';
import type { Mask } from '../../domain/mask.ts';
import { refuse } from '../../domain/failure.ts';
import type { Messages } from '../../render/messages.ts';
import type { CorrectionView } from '../../usecase/port/corrections.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { entryData } from '../entries.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';
import { entryNumber } from './entry-reverse.ts';

export const { start, commandFor } = starter(
  command({
    name: 'entry show',
    lists: true,
    args: ['entry'],
    options: {},
    reveals: true,
    examples: ['entry show 128'],
    answer: {
      entry: 'integer',
      kind: 'text',
      bookedOn: 'day',
      'ownDay?': 'day',
      voucher: 'text',
      'clears?': 'integer',
      'due?': 'day',
      'reverses?': 'integer',
      'reversedBy?': 'integer',
      party: 'text',
      content: 'text',
      digest: 'text',
      postings: ['any'],
      'first?': { party: 'text', content: 'text' },
      'corrections?': ['any'],
    },
    async run(desk, { args }) {
      const id = entryNumber(args[0] ?? '');
      const session = await desk.session();
      const found = await session.book.read(async (reader) => {
        const reads = await reader.corrections();
        const corrections = await reads.history(id);
        return { entry: await reader.entry(id), corrections, first: await reads.firstWords(id) };
      });
      const first = worded(found.first, session.mask);
      const corrections = found.corrections.map((each) => ({
        ...each,
        reason: session.mask.text(each.reason),
        ...(each.wording === undefined ? {} : { wording: worded(each.wording, session.mask) }),
      }));
      const { entry } = found;
      if (entry === undefined) return refuse('missing', { noun: 'entry', code: String(id) });
      const data = {
        ...entryData(entry, session.mask),
        ...(corrections.length === 0 ? {} : { first, corrections }),
      };
      const table: Table = {
        name: 'entries',
        facts: { from: entry.bookedOn, to: entry.bookedOn },
        columns: [
          { key: 'fund', type: 'code' },
          { key: 'account', type: 'code' },
          { key: 'place', type: 'code' },
          { key: 'debit', type: 'dong' },
          { key: 'credit', type: 'dong' },
        ],
        rows: data.postings.map((posting) => ({
          kind: 'line',
          cells: {
            fund: posting.fund,
            account: posting.account,
            place: posting.place,
            [posting.side]: posting.amount,
          },
        })),
      };
      const head = [`#${data.entry}`, data.voucher, data.party, data.content].filter(Boolean).join(' · ');
      return {
        data,
        table,
        text: (m, style) =>
          [head, ...historyLines(m, first, corrections), renderTable(table, m, style)].join('\n'),
      };
    },
  }),
);

/** An entry's words as they may be shown. */
function worded({ party, content, address }: Wording, { text }: Mask): Wording {
  return {
    party: text(party),
    content: text(content),
    ...(address === undefined ? {} : { address: text(address) }),
  };
}

/** What the entry said first, and each correction; nothing where it was never corrected. */
function historyLines(m: Messages, first: Wording, corrections: readonly CorrectionView[]): string[] {
  if (corrections.length === 0) return [];
  const said = [first.party, first.content].filter(Boolean).join(' · ');
  return [
    m.done.firstSaid({ said }),
    ...corrections.map(({ by, recordedAt: at, reason, wording, links }) =>
      m.done.corrected({
        at,
        by,
        reason,
        ...wording,
        ...(links === undefined ? {} : { donor: links.donor ?? '', unit: links.unit ?? '' }),
      }),
    ),
  ];
}
