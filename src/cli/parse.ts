import { refuse } from '../domain/failure.ts';
import type { Command } from './command.ts';
import { GLOBALS, type Globals } from './globals.ts';
import { kebab, type Options } from './options.ts';
import { plainly } from './plain-words.ts';

/** Reads a command's words by its own declaration; refuses what it does not know or cannot read. */
export async function parse(command: Command, words: readonly string[]) {
  const options = { ...GLOBALS, ...command.options };
  const { args, typed } =
    plainly(command, options, words) ?? (await import('./commander.ts')).typedBy(command, options, words);
  return {
    given: { args, options: readAll(command.options, typed) },
    // A command may have an option of its own by a name that all have: `export --format`.
    globals: globalsOf(
      readAll(
        Object.fromEntries(Object.entries(GLOBALS).filter(([key]) => !(key in command.options))),
        typed,
      ) as unknown as Globals,
    ),
  };
}

/** Rows for programs are an answer for programs; one form or the other. */
function globalsOf(typed: Globals): Globals {
  const { json, ndjson } = typed;
  if (json && ndjson === true) refuse('usage.conflict', { options: ['--json', '--ndjson'] });
  return { ...typed, json: json || ndjson === true };
}

function readAll(options: Options, typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read = Object.entries(options).map(([key, option]) => {
    // Commander stores `--no-input` as input: false.
    const negated = /^no[A-Z]/.test(key) ? `${key.slice(2, 3).toLowerCase()}${key.slice(3)}` : undefined;
    const plain = typed[key] === false ? undefined : typed[key];
    const value = negated === undefined ? plain : typed[negated] === false;
    return [key, option.read(value, `--${kebab(key)}`)] as const;
  });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}
