import { monthEndPack } from '../../usecase/month-end-pack.ts';
import { sayer } from '../closing-files.ts';
import { command } from '../command.ts';
import { findingsFor } from '../findings.ts';
import { choice, month, needed, text } from '../options.ts';
import { writePack } from '../pack.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report month-end',
    args: [],
    options: {
      output: needed(text('FOLDER')),
      period: needed(month()),
      only: choice('xlsx', 'pdf'),
    },
    examples: [
      'report month-end --period 2024-01 -o thang-01',
      'report month-end --period 2024-01 --only xlsx -o thang-01',
    ],
    answer: {
      folder: 'text',
      month: 'text',
      draft: 'boolean',
      files: [
        {
          file: 'text',
          name: 'text',
          subject: 'text',
          sheets: 'integer',
          'pages?': 'integer',
          bytes: 'integer',
          digest: 'text',
        },
      ],
    },
    async run(desk, { options: { output, period, only } }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const say = sayer(await findingsFor(reader.entity.language));
        const pack = await monthEndPack(reader, period, desk.today, say);
        const media = only === undefined ? (['xlsx', 'pdf'] as const) : [only];
        const files = await writePack(desk, reader, pack, output, media);
        const listed = files.map(({ pages, ...file }) => (pages === undefined ? file : { ...file, pages }));
        return {
          data: { folder: output, month: period, draft: pack.draft, files: listed },
          text: (m) =>
            m.done.packed({ folder: output, month: period, draft: pack.draft, files: files.length }),
        };
      });
    },
  }),
);
