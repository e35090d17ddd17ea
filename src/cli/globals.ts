import type { Day } from '../domain/day.ts';
import { choice, code, day, flag, text } from './options.ts';

/** Options that every command has (design.md 6). */
export const GLOBALS = {
  book: text('PATH'),
  lang: choice('vi', 'en'),
  json: flag(),
  format: choice('text', 'csv'),
  noInput: flag(),
  yes: flag(),
  dryRun: flag(),
  today: day(),
  actor: code('NAME'),
  quiet: flag(),
  verbose: flag(),
  noColor: flag(),
  help: flag(),
};

export interface Globals {
  readonly lang: 'vi' | 'en';
  readonly json: boolean;
  readonly help: boolean;
  readonly verbose: boolean;
  readonly book?: string;
  readonly format?: 'text' | 'csv';
  readonly noInput?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly today?: Day;
  readonly actor?: string;
  readonly quiet?: boolean;
  readonly noColor?: boolean;
}
