import { existsSync } from 'node:fs';
import { refuse } from '../../domain/failure.ts';
import { gatheredText, mustBeWritable, writeStream } from '../../files/write.ts';
import { exportBook, EXPORT_FORMATS, type Exported } from '../../usecase/exchange.ts';
import { command } from '../command.ts';
import { resolved } from '../given.ts';
import { printed } from '../output.ts';
import { choice, flag, needed, otherwise, text } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'export',
    writes: 'plain',
    private: ({ options }) => options.private,
    args: [],
    options: {
      format: needed(choice(...EXPORT_FORMATS)),
      output: needed(text('FILE')),
      ...PERIOD,
      purpose: otherwise(text(), ''),
      names: flag(),
      private: flag(),
    },
    examples: [
      'export --format hledger -o so-2024.journal --purpose "Gửi Ủy ban Kiểm tra đối chiếu"',
      'export --format csv --period 2024-01 -o nhat-ky-01.csv',
      'export --format json --private -o toan-bo-so.json --purpose "Bàn giao thủ quỹ"',
    ],
    answer: {
      path: 'text',
      format: 'text',
      scope: 'text',
      entries: 'integer',
      withheld: 'integer',
      'head?': 'text',
    },
    async run(desk, { options }) {
      const { format, output, purpose, names } = options;
      const session = await desk.session();
      const path = output === '-' ? undefined : resolved(desk, output);
      if (path !== undefined) {
        if (existsSync(path)) refuse('file.exists', { path: output });
        mustBeWritable(path);
      }
      const named = [options.period, options.from, options.to].some((each) => each !== undefined);
      const range = named
        ? await session.book.read((reader) => rangeOf(reader, desk.today, options))
        : undefined;
      const write = await writerOf(format);
      const answer = await exportBook(
        session,
        { format, range, purpose, names, private: options.private },
        async (exported) => {
          const texts = write(exported);
          if (session.dryRun) for (const _ of texts);
          else if (path === undefined) for (const text of texts) printed(() => desk.io.stdout(text));
          else await writeStream(path, desk.work.breathing(gatheredText(texts)));
        },
      );
      const data = { path: output, ...answer };
      return {
        data,
        text: (m) => m.done.exported(data),
        warnings:
          answer.withheld === 0 ? [] : [{ code: 'private.withheld', facts: { fields: answer.withheld } }],
      };
    },
  }),
);

/** Loads how one format is written, and no other. */
async function writerOf(format: Exported['format']): Promise<(exported: Exported) => Iterable<string>> {
  const texts = {
    hledger: async () => (await import('../../render/hledger.ts')).hledgerText,
    beancount: async () => (await import('../../render/beancount.ts')).beancountText,
    csv: async () => (await import('../../render/journal-csv.ts')).journalCsv,
  };
  const { bookFileText } = await import('../../render/book-file.ts');
  const journalText = format === 'json' ? undefined : await texts[format]();
  return (exported) => {
    if (exported.format === 'json') return bookFileText(exported.header, exported.rows);
    if (journalText === undefined) throw new TypeError('a journal for a whole book');
    return journalText(exported.journal);
  };
}
