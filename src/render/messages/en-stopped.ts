import type { Refusals } from '../messages.ts';
import { saidOf, type Unwritable } from './stopped.ts';
import type { REASONS as VI_REASONS, UNWRITABLE as VI_UNWRITABLE } from './vi-stopped.ts';

/** What the system says of a file, and what the program itself will not write over. */
export const REASONS: Readonly<Record<keyof typeof VI_REASONS, string>> = {
  EACCES: 'no right to write there',
  EPERM: 'no right to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  SQLITE_FULL: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'the file is larger than the disk or the system allows',
  EIO: 'the disk reports an error',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'part of the path is a file',
  EISDIR: 'a folder has that name',
  EEXIST: 'part of the path is a file',
  ELOOP: 'the path leads back to itself',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  link: 'the name leads to a file that is not there; a stick or disk may not be plugged in',
  device: 'the machine keeps that name for itself',
  book: 'that is the book',
  'book, list': 'that is the book or the list',
  template: 'that is the template',
};

const NO_ROOM: Unwritable = [
  'The disk must have room for the whole file; what was begun is gone, an older file of that name is as it was.',
  'Delete or move other files, or write to another disk, then run it again.',
];

const UNWRITABLE: Readonly<Record<keyof typeof VI_UNWRITABLE, Unwritable>> = {
  ENOSPC: NO_ROOM,
  EDQUOT: NO_ROOM,
  SQLITE_FULL: NO_ROOM,
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
    `${path} cannot be written (${saidOf(REASONS, reason) ?? reason}).`,
    ...(saidOf(UNWRITABLE, reason) ?? UNWRITABLE_OTHERWISE),
  ],
  'file.unplaced': ({ path, draft }) => [
    `The book is written, but the file could not be named ${path}.`,
    `What it holds is whole in ${draft}; do not run the command again, the book needs nothing more.`,
    'Give that file the name it should have; where its folder may not be written, allow it first.',
  ],
  'book.unreadable': ({ path }) => [
    `You may not read ${path}.`,
    'Only its owner reads a book (mode 0600): it holds private matters of members.',
    'Run the command as whoever keeps the book, or ask them for the right to read it.',
  ],
  'book.full': ({ path, room }) => [
    `The disk of ${path} is full${room === undefined ? '' : ` (${roomSaid(room)} left)`}: this was not written.`,
    'A write needs room for what it changes; one that is stopped leaves nothing: the book is as before.',
    'Delete or move other files, then run the same command again; phucloi doctor shows the room.',
  ],
  'book.unwritten': ({ path, detail }) => [
    `The system took no data when ${path} was written (${detail}): this was not written.`,
    'The disk must be there, sound, with room, and allow a file of this size; the book is as before.',
    'Look at the disk (phucloi doctor), then run the same command again; copy the book to another disk if it stays.',
  ],
} satisfies Partial<Refusals['failures']>;

function roomSaid(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.floor(bytes / 1000)} KB` : `${Math.floor(bytes / 1_000_000)} MB`;
}

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
