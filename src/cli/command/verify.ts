import { refuse } from '../../domain/failure.ts';
import { shortHead } from '../../domain/form.ts';
import { command } from '../command.ts';
import { keepHeapSmall } from '../memory.ts';
import { one, reader } from '../options.ts';
import { starter } from '../starter.ts';

/** A head as the minute book has it, four groups of four, or the whole of it; in hex without blanks. */
const head = () =>
  one<string>(
    'HEAD',
    reader((typed) => {
      const hex = typed.replace(/\s+/g, '').toLowerCase();
      return /^(?:[0-9a-f]{16}|[0-9a-f]{64})$/.test(hex) ? hex : undefined;
    }, '"1a2b 3c4d 5e6f 7a8b" · 64 × 0-9 a-f'),
  );

export const { start, commandFor } = starter(
  command({
    name: 'verify',
    args: [],
    options: { head: head() },
    examples: ['verify', 'verify --head "1a2b 3c4d 5e6f 7a8b"'],
    answer: {
      entries: 'integer',
      operations: 'integer',
      head: 'text',
      short: 'text',
      broken: 'any',
      'found?': { operation: 'integer', command: 'text', recordedAt: 'text', head: 'text', 'month?': 'text' },
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      keepHeapSmall();
      const proof = await book.verify();
      if (!proof.ok) return refuse('book.altered', proof.broken);
      const { entries, operations, head: full } = proof;
      const data = { entries, operations, head: full, short: shortHead(full), broken: null };
      const wanted = options.head;
      if (wanted === undefined) return { data, text: (m) => m.done.verified(data) };
      const sealed = await book.read(async (books) => (await books.periods()).sealedAt(wanted));
      if (sealed === undefined) {
        return refuse('head.unknown', { head: wanted.length === 64 ? wanted : shortHead(wanted) });
      }
      const { month, ...at } = sealed;
      const found = { ...at, ...(month === undefined ? {} : { month }) };
      const later = operations - sealed.operation;
      return {
        data: { ...data, found },
        text: (m) =>
          `${m.done.verified(data)}\n${m.done.headFound({ ...found, head: shortHead(found.head), later })}`,
      };
    },
  }),
);
