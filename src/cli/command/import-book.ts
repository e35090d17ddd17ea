import { openBookFile } from '../../intake/book-file.ts';
import { STREAMED } from '../../intake/names.ts';
import { sourceOf } from '../given.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'import-book',
    writes: 'asked',
    args: ['file'],
    options: {},
    examples: ['import-book toan-bo-so.json --book so-moi.db'],
    answer: {
      book: 'text',
      uuid: 'text',
      entries: 'integer',
      operations: 'integer',
      head: 'text',
      withheld: 'integer',
      open: 'boolean',
    },
    async run(desk, { args }) {
      const file = args[0] ?? '';
      const { header, rows } = openBookFile(await sourceOf(desk, file), file === '-' ? STREAMED : file);
      const { dryRun } = desk.header('import-book');
      const rebuilt = await desk.library.rebuild(desk.bookPath, { file, header, rows }, dryRun, desk.work);
      const data = { book: desk.bookPath, ...rebuilt };
      return {
        data,
        text: (m) => m.done.rebuilt(data),
        warnings: [
          ...(rebuilt.withheld === 0
            ? []
            : [{ code: 'private.withheld' as const, facts: { fields: rebuilt.withheld } }]),
          ...(rebuilt.open ? [{ code: 'private.open' as const, facts: {} }] : []),
        ],
      };
    },
  }),
);
