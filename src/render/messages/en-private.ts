import type { Refusals } from '../messages.ts';
import { PERSONAL } from './en-terms.ts';

type Codes =
  | 'passphrase.missing'
  | 'passphrase.file'
  | 'passphrase.short'
  | 'passphrase.wrong'
  | 'private.locked'
  | 'private.state'
  | 'private.damaged';

/** Private fields and what opens them. */
export const privateFailures: Pick<Refusals['failures'], Codes> = {
  'passphrase.missing': () => [
    'The passphrase is missing.',
    'Nobody can be asked here, so it must stand in a file.',
    'Put it in the first line of a file that only you can read, and add --passphrase-file FILE',
  ],
  'passphrase.file': ({ path, problem }) => [
    {
      open: `The passphrase is not taken from ${path}: others can read that file.`,
      empty: `There is no passphrase in ${path}.`,
      large: `${path} is too long for a passphrase file.`,
      none: `${path} is no file; no passphrase is taken from there.`,
    }[problem],
    problem === 'open'
      ? 'A passphrase file must be readable by its owner only.'
      : 'The passphrase is the whole first line of the file, as UTF-8 text.',
    problem === 'open'
      ? `Take the others' rights away: chmod 600 ${path}`
      : 'Mend the file, or name another.',
  ],
  'passphrase.short': ({ least }) => [
    'The passphrase is too short.',
    `It must have ${least} characters or more; four or five unrelated words are easy to remember and hard to guess.`,
    'Choose another and run it again.',
  ],
  'passphrase.wrong': () => [
    'The passphrase is not right.',
    "Private fields open only by the book's passphrase, or by its recovery code; after a restore, by those of the time of the backup.",
    'Try again; if it is forgotten, take the recovery code from the safe and set a new one: phucloi private passphrase',
  ],
  'private.locked': () => [
    'The private fields of this book are locked.',
    'The book encrypts them; the key may have been changed elsewhere just now. Nothing was written.',
    "Run the command again with the book's present passphrase.",
  ],
  'private.state': ({ state }) =>
    state === 'sealed'
      ? [
          'The private fields of this book are encrypted already.',
          'A book is encrypted once, under one passphrase.',
          'To change the passphrase: phucloi private passphrase',
        ]
      : state === 'plain'
        ? [
            'The private fields of this book are not encrypted.',
            'This command is for a book that is.',
            'To encrypt them: phucloi private encrypt',
          ]
        : [
            'This book is to encrypt private fields, and its file has no key for them.',
            'A book rebuilt from an export needs a new passphrase before more is kept.',
            'Encrypt again: phucloi private encrypt; or give it up: phucloi private decrypt',
          ],
  'private.damaged': (f) => [
    f.what === 'key'
      ? 'The key of the private fields was altered outside the program.'
      : `${f.of === undefined ? 'A private field' : `The field "${PERSONAL[f.field ?? ''] ?? f.field}" of ${f.of}`} was altered, or swapped, outside the program.`,
    'What is encrypted must be as it was written; nothing is done with figures that cannot be trusted.',
    f.what === 'value' && f.register === 'beneficiary'
      ? `Restore a backup, or enter that field again: phucloi member set ${f.of} --${f.field} -`
      : 'Use the last backup that still opens; if there is none: phucloi private forget',
  ],
};
