import { counted, formatDay } from '../figures.ts';
import type { DoctorTexts } from './doctor.ts';
import { list } from './en-terms.ts';

/** Bytes as a person reads them. */
export const bytes = (count: number): string => {
  const [unit, size] =
    count < 1e6 ? ['KB', count / 1e3] : count < 1e9 ? ['MB', count / 1e6] : ['GB', count / 1e9];
  return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
};

export const en: DoctorTexts = {
  ailments: {
    'folder.closed': ({ folder }) => [
      `The book's folder cannot be written to (${folder}).`,
      'For every write the program opens a temporary file beside the book; without it nothing can be booked.',
      'Make the folder writable, or move the book to a folder of yours and run: phucloi doctor --book "NEW PATH"',
    ],
    'folder.network': ({ type }) => [
      `The book lies on a network drive (${type}).`,
      'Network drives often cannot keep a file for one machine: two machines writing, or a broken connection, can damage the book.',
      'Move the book to the machine’s own disk; copy only backups (.backup.db) to the network.',
    ],
    'folder.host': ({ type }) => [
      `The book lies on a disk of the host system (${type}), not of this one.`,
      'Programs on the other side may still write at the same time; writing is slower too.',
      'Move the book into your home in this system (for example ~/so), or run the program on the host itself.',
    ],
    'folder.synced': ({ service }) => [
      `The book's folder is synchronised by ${service}.`,
      'It may copy the book in the middle of a write, or put another machine’s older copy over it.',
      `Move the book to a folder that is not; keep only backups (.backup.db) and papers in ${service}.`,
    ],
    'book.copies': ({ files }) => [
      `Other copies of the book stand beside it: ${list(files)}.`,
      'One of them is the book; what was booked into another is not in this one.',
      'Look at each: phucloi operation list --book "FILE". Keep the right one, and move the others away.',
    ],
    'book.journal': ({ file }) => [
      `${file} is left beside the book: a write was cut off (power, a stick pulled out), or one is going on.`,
      'It belongs to the book: with it the next command takes the book back to before that write. Without it the book may be damaged.',
      'Do not delete it, do not copy the book alone. Wait for the other command, then run: phucloi verify',
    ],
    'book.unsound': () => [
      'The book’s file is damaged: a quick check fails.',
      'All parts of the file must agree.',
      'Write nothing more. Restore the latest backup: phucloi restore FILE --dry-run, then phucloi restore FILE',
    ],
    'backup.none': () => [
      'The book has no backup.',
      'Where the machine breaks or is lost, or a file is deleted, only a backup brings the book back.',
      'Make one now, and keep one away from the machine: phucloi backup --to FOLDER',
    ],
    'backup.old': ({ file, days }) => [
      `The newest backup (${file}) is ${days} days old.`,
      'A backup of more than a month ago lacks a month of work.',
      'Make a new one: phucloi backup',
    ],
    'backup.astray': ({ file }) => [
      `The newest backup (${file}) is whole, but of another book, or the book went another way before it was made.`,
      'The backup’s head must stand in the book’s chain.',
      'See whether this is the right book: phucloi operation list; if it is, make a new backup: phucloi backup',
    ],
    'backup.ahead': ({ file, more }) => [
      `The newest backup (${file}) has ${counted(more, 'operation')} more than the book: the book was put back to an older state.`,
      'Nothing is broken: the backup is whole, and the book is as it once was. But that backup is no copy of the present book.',
      'If the book was put back on purpose, make a new one: phucloi backup',
    ],
    'backup.sealed': ({ file }) => [
      `The newest backup (${file}) is encrypted for the holder of a key; it was not tried, as there is no key here.`,
      'Only the key file (AGE-SECRET-KEY-1…) of that person opens it. Where the key is lost, so is the backup.',
      'Bring the key file and try again: phucloi doctor --drill --identity KEY-FILE',
    ],
    'backup.version': ({ file, found, known }) => [
      `The newest backup (${file}) has data version ${found}; the book in use has ${known}. This backup was not tried.`,
      'It keeps the figures as they were before the upgrade; to restore it, a copy of it must be upgraded first.',
      'Back up the upgraded book: phucloi backup',
    ],
    'disk.short': ({ free, size }) => [
      `The disk has only ${bytes(free)} left; the book takes ${bytes(size)}.`,
      'A close needs room for a backup, a temporary file and papers: three times the book, 50 MB at least.',
      'Make room on the disk, then close: phucloi close',
    ],
    'fonts.missing': ({ files }) => [
      `Fonts for PDF files are missing: ${list(files)}.`,
      'They come with the program, in data/fonts.',
      'Install the program again.',
    ],
    'memory.short': ({ total }) => [
      `The machine has only ${bytes(total)} of memory.`,
      'Lists of hundreds of thousands of rows need about 512 MB.',
      'Close other programs before you import a large list.',
    ],
    'terminal.letters': ({ charset }) => [
      `The terminal does not use UTF-8 (${charset}); letters with marks may look wrong.`,
      'The book and the files written are right; only the screen is not.',
      'Set LANG=C.UTF-8. On Windows use Windows Terminal, or run first: chcp 65001',
    ],
    'terminal.narrow': ({ columns }) => [
      `The terminal has only ${columns} columns.`,
      'Tables fit 80 columns or more; in less their words are cut.',
      'Widen the window, or write lists to a file by -o.',
    ],
    'clock.zone': ({ zone }) => [
      `The machine's time zone is ${zone}, not Vietnam's.`,
      'The program always takes the day in Vietnam (UTC+7), so the book is right as long as the clock is.',
      'In Vietnam set the time zone to Asia/Ho_Chi_Minh.',
    ],
  },
  severities: { error: 'ERROR', warning: 'WARNING', note: 'Note' },
  labels: {
    version: 'Version',
    platform: 'Machine',
    book: 'Book',
    config: 'Configuration',
    cache: 'Cache',
    state: 'Reports',
    data: 'Its data',
    disk: 'Disk',
    memory: 'Memory',
    terminal: 'Screen',
    clock: 'Clock',
  },
  absent: 'none yet',
  book: (f) => `${bytes(f.bytes)}, data version ${f.schema}, ${f.operations} operations, head ${f.head}`,
  private: {
    plain: 'private fields are not encrypted (to do it: phucloi private encrypt)',
    sealed: 'private fields are encrypted under a passphrase',
    open: 'private fields lie open: there is no key',
    damaged: 'private fields are encrypted, and their key was altered',
  },
  closed: (f) => `last month closed ${f.month} (on ${formatDay(f.at)})`,
  backup: (f) => `last backup ${f.file} (${formatDay(f.at)})`,
  drill: (f) =>
    `it restores: ${counted(f.operations, 'operation')}, ${f.digest ? 'SHA-256 agrees, ' : ''}${f.newer === 0 ? 'all that the book has' : `the book has ${f.newer} more`}`,
  disk: (f) => `${bytes(f.free)} free${f.type === '' ? '' : ` (${f.type})`}`,
  memory: (f) => `${bytes(f.total)}, ${bytes(f.free)} free`,
  terminal: (f) => `${f.columns} × ${f.rows}, ${f.colours ? 'colours' : 'no colours'}, ${f.charset}`,
  piped: 'no terminal',
  sound: 'Nothing wrong was found. To check the whole book: phucloi verify',
  found: (f) => `${counted(f.errors, 'error')}, ${counted(f.warnings, 'warning')}.`,
};
