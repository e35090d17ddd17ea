import type { Refusals } from '../messages.ts';
import { writerNamed } from './en-progress.ts';
import type { bookFailures as VI } from './vi-book.ts';

/** What stands in the way of a book that is whole: somebody else has it, or nothing may be written to it. */
export const bookFailures: Pick<Refusals['failures'], keyof typeof VI> = {
  'book.busy': ({ path, how, writer, waited = 0 }) => {
    const patience = waited === 0 ? '' : ` Waited ${waited} s.`;
    const again = 'Run it again later: nothing is written twice. To wait longer, add --lock-timeout 60.';
    if (how === 'changed')
      return [
        'Another command wrote to the book while this one looked at it.',
        'What was looked at must still hold when it is written; nothing was written.',
        'Run it again: nothing is written twice.',
      ];
    if (how === 'reading')
      return [
        `Other commands (reports, papers, a backup) read ${path}; the write could not be finished.${patience}`,
        'A write is finished when nobody reads any more; nothing was written.',
        again,
      ];
    return [
      `${writer === undefined ? 'Another command' : writerNamed(writer)} writes to ${path}.${patience}`,
      'One command writes at a time; this one wrote nothing.',
      again,
    ];
  },
  'book.replaced': ({ path }) => [
    `Another file took the place of ${path} while this command ran.`,
    'What is written must go to the file of that name (it may just have been restored); nothing was written.',
    'Look at the book with phucloi status, then run it again: nothing is written twice.',
  ],
  'book.read-only': ({ path, cause }) =>
    cause === 'asked'
      ? [
          `This command writes to ${path}, which is opened to be read only (--read-only).`,
          'With --read-only only commands that look can run; rehearsals (--dry-run) of those that write cannot.',
          'Leave --read-only out if it is really to be written.',
        ]
      : [
          cause === 'file'
            ? `The file ${path} may not be written.`
            : `The folder of ${path} may not be written.`,
          'To write, both the file and its folder must be writable; to look, they need not be.',
          'If it is on a stick with its switch on, or on a read-only disk: copy it to a disk that can be written.',
        ],
  'book.unfinished': ({ path }) => [
    `A command that wrote to ${path} was cut off; what it left half-written is in ${path}-journal.`,
    'That must be taken back before the book can be read, and for this it must be opened to be written.',
    'Run once without --read-only: phucloi status. If the disk is read-only, copy both files to another one.',
  ],
};
