import type { Day } from '../domain/day.ts';
import { choice, code, day, flag, text } from './options.ts';

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
  color: choice('auto', 'always', 'never'),
  noColor: flag(),
  noPager: flag(),
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
  readonly color?: 'auto' | 'always' | 'never';
  readonly noColor?: boolean;
  readonly noPager?: boolean;
}
