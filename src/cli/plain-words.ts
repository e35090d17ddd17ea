import type { Command } from './command.ts';
import { kebab, SHORT, type Option, type Options } from './options.ts';

/** The words of a command line: what each option was given, as commander says it, and the words that are no option's. */
export interface Typed {
  readonly args: readonly string[];
  readonly typed: Readonly<Record<string, unknown>>;
}

/**
 * Reads words that can be read in one way only: known options by their whole name or letter, each with its value behind
 * it, and as many words besides as the command takes. Of anything else it says nothing, and commander is
 * asked: to load and to run it is a tenth of what `balance` takes.
 */
export function plainly(command: Command, options: Options, words: readonly string[]): Typed | undefined {
  const args: string[] = [];
  const typed: Record<string, unknown> = {};
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) {
      args.push(word);
      continue;
    }
    const [flag = '', ...joined] = word.split('=');
    const [key, option] = named(options, flag) ?? [];
    if (key === undefined || option === undefined || (joined.length > 0 && !word.startsWith('--')))
      return undefined;
    if (option.takes === 'nothing' && joined.length === 0) {
      // Commander stores `--no-input` as input: false.
      if (/^no[A-Z]/.test(key)) typed[`${key.slice(2, 3).toLowerCase()}${key.slice(3)}`] = false;
      else typed[key] = true;
    } else if (option.takes === 'one') {
      const value = joined.length > 0 ? joined.join('=') : words[(at += 1)];
      if (value === undefined || value === '' || value.startsWith('-')) return undefined;
      typed[key] = value;
    } else return undefined;
  }
  const least = command.args.filter((name) => !name.endsWith('?')).length;
  const most = takesMore(command.args) ? Number.POSITIVE_INFINITY : command.args.length;
  return args.length < least || args.length > most ? undefined : { args, typed };
}

function named(options: Options, flag: string): readonly [string, Option<unknown>] | undefined {
  return Object.entries(options).find(([key]) => flag === SHORT[key] || flag === `--${kebab(key)}`);
}

/** Whether the last argument may stand several times: `file...`. */
function takesMore(args: readonly string[]): boolean {
  return args.at(-1)?.endsWith('...') ?? false;
}
