import type { Refusals } from '../messages.ts';

/** What the system says of a file, and what the program itself will not write over. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no right to write there',
  EPERM: 'no right to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'part of the path is a file',
  EISDIR: 'a folder has that name',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  device: 'the machine keeps that name for itself',
  book: 'that is the book',
  'book, list': 'that is the book or the list',
  template: 'that is the template',
  link: 'the disk lets no book take its name',
};

/** What must hold where a file cannot be written, and what to do, by what stands in its way. */
type Unwritable = readonly [mustHold: string, toDo: string];

const UNWRITABLE: Readonly<Record<string, Unwritable>> = {
  template: ['A template is used again and is never written over.', 'Name another file to write (-o).'],
  cache: [
    'On its first run the program puts its fonts and its library into this folder; nobody else may write there.',
    'Make it writable, remove it where it is not yours, or set XDG_CACHE_HOME to another folder.',
  ],
  name: [
    'Windows keeps the names CON, PRN, AUX, NUL, COM1…9, LPT1…9 for itself; a name has no < > : " | ? * and ends in no full stop or blank.',
    'Choose another name.',
  ],
};

const UNWRITABLE_OTHERWISE: Unwritable = [
  'What is written needs a name of its own, in a folder that may be written, on a disk that has room.',
  'Choose another name or folder, then run it again.',
];

/** What is said when work was stopped from outside, or a file cannot be written. */
export const stoppedFailures = {
  stopped: ({ written }) => stopped('Stopped, as you asked (Ctrl-C).', written),
  terminated: ({ written }) => stopped('Stopped: the system asked the program to end.', written),
  'file.held': ({ path, lock }) => [
    `Another program has ${path} open${lock === undefined ? '' : ` (its lock file ${lock} lies beside it)`}.`,
    'A file is read and written only when it is closed; nothing is half-written, neither the book nor a file.',
    'Close it in Excel (or wait for the backup program or virus scanner), then run the command again.',
  ],
  'file.unwritable': ({ path, reason }) => [
    `${path} cannot be written (${REASONS[reason] ?? reason}).`,
    ...(UNWRITABLE[reason] ?? UNWRITABLE_OTHERWISE),
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
        'To go on, run the same command again.',
      ];
}
