import { counted, formatDay } from '../figures.ts';
import { alteredRow } from './en-altered.ts';
import type { Refusals } from '../messages.ts';
import type { BackupTexts } from './backup.ts';
import { bytes } from './en-doctor.ts';
import { saidOf } from './stopped.ts';
import { REASONS } from './en-stopped.ts';
import { list } from './en-terms.ts';

export const backup: BackupTexts = {
  backedUp: (a) =>
    [
      `The book is backed up to ${a.path} (${bytes(a.bytes)}${a.encrypted ? ', encrypted' : ''}); the copy was opened and checked.`,
      `It has ${counted(a.operations, 'operation')}, head ${a.head}.`,
      ...(a.removed.length === 0 ? [] : [`Older ones removed: ${list(a.removed)}.`]),
    ].join('\n'),
  backedUpFirst: (a) => `Before the import the book was backed up to ${a.path}.`,
  restored: (a) =>
    [
      `${a.book} ${a.rehearsed ? 'would be' : 'is'} restored from ${a.file}: ${counted(a.operations, 'operation')}, head ${a.head}.`,
      `The backup was ${[
        `last written on ${formatDay(a.on)}`,
        ...(a.closing === undefined ? [] : [`made before ${formatDay(a.closing)} was closed`]),
        ...(a.lastClosed === undefined ? [] : [`the last closed month is ${formatDay(a.lastClosed)}`]),
      ].join('; ')}.`,
      a.digest
        ? 'The backup is whole: its SHA-256 is the one beside it, every page and every row agrees.'
        : 'The backup is whole: every page and every row agrees (no .sha256 file lies beside it).',
      ...lostIn(a),
      ...(a.kept === undefined
        ? []
        : [
            a.present === 'none'
              ? `No book lay there, only what a former one left half written; it is kept: ${a.kept}`
              : `The book as it was is kept: ${a.kept}`,
          ]),
    ].join('\n'),
};

function lostIn({
  present,
  lost = 0,
  last,
  gained = 0,
  accesses = 0,
  erasures = 0,
  opened = false,
  otherWords = false,
  valuesLost = 0,
}: Parameters<BackupTexts['restored']>[0]): string[] {
  if (present === 'none') return [];
  if (present === 'unread')
    return ['The book that lay there is damaged and cannot be read: what the backup lacks cannot be told.'];
  if (present === 'other')
    return ['Another book lay there; all its operations are now only in the file that is kept.'];
  return [
    valuesLost > 0
      ? `The backup has every operation of the present book, but lacks ${counted(valuesLost, 'private value')} (numbers of papers, telephones, accounts or reasons); they are now only in the file that is kept.`
      : lost === 0
        ? 'Nothing is lost: the backup has every operation of the present book.'
        : `Lost: ${counted(lost, 'operation')} that the backup does not have${last === undefined ? '' : `, the last written on ${formatDay(last)}`}; they are now only in the file that is kept.`,
    ...(accesses === 0
      ? []
      : [
          `Among them private values were shown or given ${counted(accesses, 'time')}: the restored book does not say so. The file that is kept must be kept with the book, and as long.`,
        ]),
    ...(opened
      ? [
          'The private fields of the backup are not encrypted: once restored, whoever can open the file can read them. Encrypt them again: phucloi private encrypt',
        ]
      : []),
    ...(otherWords
      ? [
          'The private fields of the backup open by the passphrase and the recovery code of that time, not by those of the present book. To set new ones: phucloi private passphrase',
        ]
      : []),
    ...(erasures === 0
      ? []
      : [
          `After the backup, the present book erased personal data ${counted(erasures, 'time')}: those people are back in the book. Erase them again: phucloi member erase`,
        ]),
    ...(gained === 0 ? [] : [`Gained: ${counted(gained, 'operation')} that the present book does not have.`]),
  ];
}

type Codes = Extract<keyof Refusals['failures'], `backup.${string}`>;

const HOW = {
  digest: 'its SHA-256 is not the one in the .sha256 file beside it',
  size: 'it is longer than the book in it',
  pages: 'its pages and indexes do not agree',
  shape: 'its tables or guards are not as the program makes them',
  chain: 'it does not match the chain',
  balances: 'its balances do not match the entries',
  cipher: 'its encrypted part does not agree',
} as const;

export const backupFailures: Pick<Refusals['failures'], Codes> = {
  'backup.truncated': ({ path, bytes: found, expected }) => [
    `The backup ${path} is cut off: ${bytes(found)} of ${bytes(expected)} are left.`,
    'A backup must be copied whole. Nothing was changed, the present book is as it was.',
    'Copy it again from where it is kept (pull a stick out only when the copy is done), or use another one.',
  ],
  'backup.altered': ({ path, how, row }) => [
    `The backup ${path} is damaged or was altered: ${HOW[how]}${row === undefined ? '' : ` (${alteredRow(row)})`}.`,
    'A backup must be as it was made. Nothing was changed, the present book is as it was.',
    'Use another backup. To see what there is: phucloi doctor --drill',
  ],
  'backup.foreign': ({ path }) => [
    `${path} is no backup of a book of phucloi.`,
    'Only what phucloi backup, phucloi close or the program itself made can be restored (.backup.db).',
    'Check the file’s name and run it again.',
  ],
  'backup.older': ({ path, found, known }) => [
    `The backup ${path} has data version ${found}, older than version ${known} of this program.`,
    'The program does not put a book of an older version in the place of the present one. Nothing was changed.',
    'Copy it to another file, bring the copy to the new version, and restore from that: phucloi migrate --book COPY',
  ],
  'backup.newer': ({ path, found, known }) => [
    `The backup ${path} has data version ${found}, newer than version ${known} of this program.`,
    'An older program cannot read a newer book. Nothing was changed, the backup is as it was.',
    'Install the newer program and run it again.',
  ],
  'backup.journal': ({ path, journal }) => [
    `${journal} lies beside ${path}: it is a book that was cut off while it was written, and no backup yet.`,
    'The two belong together; with one of them left behind the figures are wrong.',
    `Open it once, so that the program puts it in order: phucloi verify --book ${path}; then restore again.`,
  ],
  'backup.key': ({ path, by }) => [
    by === 'passphrase'
      ? `The passphrase does not open the backup ${path}.`
      : `No key opens the backup ${path}.`,
    by === 'passphrase'
      ? 'It is encrypted by the passphrase given when it was made, which may not be the one of the book.'
      : 'It is encrypted for the holder of an age key; the key file (AGE-SECRET-KEY-1…) is needed.',
    by === 'passphrase'
      ? 'Type it again; mind the keyboard’s Vietnamese input and capitals.'
      : 'Name the right key file: --identity KEY-FILE',
  ],
  'backup.other': ({ path, book }) => [
    `${path} is a backup of another book than the one that lies at ${book}.`,
    'To restore is to take a book back to a backup of its own.',
    'Restore it under another name: --book NEW-NAME.db; where another book is really to take its place, add --other-book.',
  ],
  'backup.failed': ({ path, reason }) => [
    `The book could not be backed up to ${path} (${saidOf(REASONS, reason) ?? reason}), so the list was not imported.`,
    'A long list is only imported where a backup was made just before; nothing was written.',
    'Make room, or set another folder: phucloi config set backups FOLDER; to go without a backup add --no-backup.',
  ],
};
