import type { Refusals } from '../messages.ts';

/** What is said when work was stopped from outside, or stopped by another program that holds a file. */
export const stoppedFailures = {
  stopped: ({ written }) => stopped('Stopped, as you asked (Ctrl-C).', written),
  terminated: ({ written }) => stopped('Stopped: the system asked the program to end.', written),
  'file.held': ({ path, lock }) => [
    `Another program has ${path} open${lock === undefined ? '' : ` (its lock file ${lock} lies beside it)`}.`,
    'A file is read and written only when it is closed; nothing is half-written, neither the book nor a file.',
    'Close it in Excel (or wait for the backup program or virus scanner), then run the command again.',
  ],
} satisfies Partial<Refusals['failures']>;

function stopped(what: string, written: boolean): [string, string, string] {
  return written
    ? [
        what,
        'The book had taken this operation in whole before; no file is half-written.',
        'See what was written: phucloi operation list',
      ]
    : [
        what,
        'Nothing is half-written, neither the book nor a file.',
        'Run the same command again when ready.',
      ];
}
