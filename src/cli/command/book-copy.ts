import { copyBook } from '../../usecase/book-copy.ts';
import { bookPathOf } from '../desk.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';
import { libraryFor } from '../wire.ts';

export const { start, commandFor } = starter(
  command({
    name: 'book copy',
    args: ['target'],
    options: {},
    examples: [
      'book copy postgres://may-chu/phucloi',
      'book copy so-rieng.db --book postgres://may-chu/phucloi?entity=BVDK',
    ],
    answer: {
      from: 'text',
      to: 'text',
      entity: 'text',
      uuid: 'text',
      entries: 'integer',
      operations: 'integer',
      head: 'text',
    },
    async run(desk, { args }) {
      const path = bookPathOf(args[0] ?? '', desk.io);
      const session = await desk.session();
      const copied = await copyBook(session, { library: libraryFor(path, desk.io.env), path }, desk.work);
      const data = { from: desk.bookPath, to: path, ...copied };
      return { data, text: (m) => m.done.bookCopied(data) };
    },
  }),
);
