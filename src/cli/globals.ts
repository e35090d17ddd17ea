import type { Day } from '../domain/day.ts';
import { COLORS, readLockTimeout, LOCK_TIMEOUTS } from './config.ts';
import { choice, code, day, flag, one, reader, text } from './options.ts';

/** What a list can be printed as; a paper knows only the last three. */
const FORMATS = ['text', 'csv', 'json', 'xlsx', 'pdf', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** Options that every command has (design.md 6). */
export const GLOBALS = {
  book: text('PATH'),
  lang: choice('vi', 'en'),
  json: flag(),
  ndjson: flag(),
  format: choice(...FORMATS),
  noInput: flag(),
  yes: flag(),
  dryRun: flag(),
  today: day(),
  actor: code('NAME'),
  quiet: flag(),
  verbose: flag(),
  color: choice(...COLORS),
  noColor: flag(),
  noPager: flag(),
  lockTimeout: one('SECONDS', reader(readLockTimeout, LOCK_TIMEOUTS)),
  readOnly: flag(),
  passphraseFile: text('FILE'),
  reveal: text('PURPOSE'),
  help: flag(),
};

export interface Globals {
  readonly lang: 'vi' | 'en';
  /** The language was asked for on the command line. */
  readonly langTyped?: boolean;
  /** Answers are for programs: one document, or with `ndjson` one line for each row and one for the rest. */
  readonly json: boolean;
  readonly ndjson?: boolean;
  readonly help: boolean;
  readonly verbose: boolean;
  readonly book?: string;
  readonly format?: Format;
  readonly noInput?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly today?: Day;
  readonly actor?: string;
  readonly quiet?: boolean;
  readonly color?: (typeof COLORS)[number] | undefined;
  readonly noColor?: boolean;
  readonly noPager?: boolean;
  /** How many seconds a command waits for another one that has the book. */
  readonly lockTimeout?: number | undefined;
  /** The book is opened so that nothing can be written to it. */
  readonly readOnly?: boolean;
  /** The file whose first line is the passphrase; the words themselves stand in no option. */
  readonly passphraseFile?: string;
  /** Why private values are shown whole, and that they are. */
  readonly reveal?: string;
}
