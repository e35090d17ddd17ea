import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readMonth, type Day, type Month } from '../../domain/day.ts';
import { shortHead } from '../../domain/form.ts';
import { refuse } from '../../domain/failure.ts';
import { isSameFile, mustBeWritable } from '../../files/write.ts';
import { freeBeside, told } from '../backups.ts';
import { isOnServer } from '../book-address.ts';
import { command } from '../command.ts';
import { resolved } from '../given.ts';
import { backupTexts } from '../language.ts';
import { flag, text } from '../options.ts';
import { openingOf } from '../opening.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'restore',
    writes: {
      typed: ({ args }) => nameOf(args[0] ?? ''),
      question: (q, backup, isThere) => q.restore({ backup, isThere }),
    },
    args: ['file'],
    options: { identity: text('FILE'), otherBook: flag() },
    examples: [
      'restore phucloi-2024-01.backup.db',
      'restore phucloi-2024-01.backup.db --dry-run',
      'restore phucloi-2024-11-30-120000-1a2b3c4d.backup.db.age --identity khoa.txt',
      'restore /media/usb/so/phucloi-2024-01.backup.db --book thu-lai.db',
    ],
    answer: {
      file: 'text',
      book: 'text',
      entity: 'text',
      operations: 'integer',
      entries: 'integer',
      recordedAt: 'text',
      'lastClosed?': 'text',
      head: 'text',
      digest: 'boolean',
      present: 'text',
      'lost?': 'integer',
      'last?': 'day',
      'gained?': 'integer',
      'accesses?': 'integer',
      'erasures?': 'integer',
      'opened?': 'boolean',
      'otherWords?': 'boolean',
      'valuesLost?': 'integer',
      'kept?': 'text',
    },
    async run(desk, { args, options: { identity, otherBook } }) {
      const [file = ''] = args;
      const path = resolved(desk, file);
      const { bookPath, library, work } = desk;
      if (isOnServer(bookPath)) refuse('book.engine', { path: bookPath });
      if (!existsSync(path)) refuse('file.missing', { path: file });
      if (isSameFile(path, bookPath))
        refuse('usage.value', { option: 'FILE', given: file, expected: 'phucloi-2024-01.backup.db' });
      mustBeWritable(bookPath);
      // From here on signals are heard: what is begun is also taken away.
      await work.step(0);
      const keep = (target: string) => freeBeside(desk, dirname(target), '.replaced.db', target);
      const header = desk.header('restore');
      const { proof, present, difference, kept } = await library.restore(
        bookPath,
        { path, open: await openingOf(desk, path, identity), otherBook, keep },
        header,
        desk.access,
      );
      const { uuid: _, hasHead: __, lastClosed, ...facts } = proof;
      const { last, ...counts } = difference ?? {};
      const day = (moment: string) => moment.slice(0, 10) as Day;
      const data = {
        file,
        book: told(desk, bookPath),
        ...facts,
        present,
        ...(lastClosed === undefined ? {} : { lastClosed }),
        ...counts,
        ...(last === undefined ? {} : { last: day(last) }),
        ...(kept === undefined ? {} : { kept: told(desk, kept) }),
      };
      const texts = await backupTexts(desk.m.language);
      return {
        data,
        text: () =>
          texts.restored({
            ...data,
            rehearsed: header.dryRun,
            on: day(proof.recordedAt),
            closing: closingOf(file, lastClosed),
            head: shortHead(proof.head),
          }),
      };
    },
    next: () => ['phucloi verify', 'phucloi status'],
  }),
);

/** The month before whose close a backup was made, by its name: within it that month is still open. */
function closingOf(path: string, lastClosed: Month | undefined): Month | undefined {
  const [, named] =
    /-(\d{4}-\d{2})(?:-\d{1,3})?(?:-[0-9a-f]{8})?\.backup\.db(?:\.age)?$/.exec(basename(path)) ?? [];
  const month = named === undefined ? undefined : readMonth(named);
  return month !== undefined && (lastClosed ?? '') < month ? month : undefined;
}

/** A backup's name as it is typed again: which day's it is, without what all have. */
function nameOf(path: string): string {
  return basename(path).replace(/(?:\.backup)?\.db(?:\.age)?$/, '');
}
