import { controlCode } from '../../domain/control-code.ts';
import { controlOf, writeHandover } from '../../intake/handover-file.ts';
import { bookEndPaper } from '../../report/papers/book-end.ts';
import { endBook } from '../../usecase/book-end.ts';
import { command } from '../command.ts';
import { mustBeFree } from '../given.ts';
import { day, needed, text } from '../options.ts';
import { dressed, mediumFor, OUTPUT, putBytes, putPrinted } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'book end',
    writes: { typed: (_, q) => q.endWord(), question: (q, word) => q.endBook({ word }) },
    args: [],
    options: {
      ...OUTPUT,
      on: needed(day()),
      to: needed(text('BODY')),
      document: needed(text('NO')),
      out: needed(text('FILE.json')),
    },
    examples: [
      'book end --on 30/06/2025 --to "LĐLĐ tỉnh" --document 45/QĐ-LĐLĐ -o bien-ban-ban-giao.pdf --out ban-giao.json',
    ],
    answer: {
      path: 'text',
      file: 'text',
      control: 'text',
      on: 'day',
      to: 'text',
      document: 'text',
      money: [
        {
          fund: 'text',
          name: 'text',
          kind: 'text',
          owner: 'text',
          place: 'text',
          amount: 'integer',
          'restriction?': 'text',
          voucher: 'text',
        },
      ],
      goods: [
        {
          item: 'text',
          name: 'text',
          measure: 'text',
          fund: 'text',
          quantity: 'integer',
          cost: 'integer',
          voucher: 'text',
        },
      ],
      total: 'integer',
      people: 'integer',
      open: 'integer',
    },
    async run(desk, { options }) {
      const { output, out, on, to, document } = options;
      const medium = mediumFor(desk, output);
      mustBeFree(desk, [desk.bookPath, output], '--out', out);
      const session = await desk.session();
      let control = '';
      const answer = await endBook(session, { on, to, document }, async (handed, facts, reader) => {
        control = controlCode(controlOf(handed));
        const paper = bookEndPaper(facts, control);
        await putPrinted(desk, output, medium, await dressed(desk, reader, paper));
        await putBytes(desk, out, writeHandover(handed));
      });
      const data = { path: output, file: out, control, ...answer };
      return { data, text: (m) => m.done.bookEnded(data) };
    },
    next: () => ['phucloi verify', 'phucloi backup'],
  }),
);
