import { Command as Commander, CommanderError, Option as CommanderOption } from 'commander';
import { refuse } from '../domain/failure.ts';
import { closest } from '../domain/near.ts';
import type { Command } from './command.ts';
import { GLOBALS, type Globals } from './globals.ts';
import { formOf } from './form.ts';
import { kebab, SHORT, type Options } from './options.ts';

/** Reads a command's words by its own declaration; refuses what it does not know or cannot read. */
export function parse(command: Command, words: readonly string[]) {
  const commander = new Commander(command.name)
    .exitOverride()
    .helpOption(false)
    .configureOutput({ writeErr: () => {} })
    .allowExcessArguments(false);
  for (const name of command.args)
    commander.argument(name.endsWith('?') ? `[${name.slice(0, -1)}]` : `<${name}>`);
  const options = { ...GLOBALS, ...command.options };
  addOptions(commander, options, words);
  mustNotTakeFlag(command, options, words);
  try {
    commander.parse([...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError)
      refuseUsage(error, command, commander.args.slice(command.args.length).join(' '));
    throw error;
  }
  const typed = commander.opts<Record<string, unknown>>();
  return {
    given: { args: commander.args, options: readAll(command.options, typed) },
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

/** Declares the options that stand on the command line; making all of them takes longer than parsing. */
function addOptions(commander: Commander, options: Options, words: readonly string[]): void {
  for (const [key, option] of Object.entries(options)) {
    const long = `--${kebab(key)}`;
    const letter = SHORT[key]?.[1];
    const named = (word: string) =>
      word === long ||
      word.startsWith(`${long}=`) ||
      (letter !== undefined && /^-[a-z]/i.test(word) && word.includes(letter));
    if (!words.some(named)) continue;
    const short = SHORT[key] === undefined ? '' : `${SHORT[key]}, `;
    const value = { nothing: '', one: ' <v>', optional: ' [v]', many: ' <v...>' }[option.takes];
    commander.addOption(new CommanderOption(`${short}--${kebab(key)}${value}`));
  }
}

/**
 * An option whose value was forgotten would take the next option for it, and `--note --dry-run` would write. A value
 * that is really written so is joined: `--note=--dry-run`.
 */
function mustNotTakeFlag(command: Command, options: Options, words: readonly string[]): void {
  const flags = new Map<string, Options[string]>();
  for (const [key, option] of Object.entries(options)) {
    flags.set(`--${kebab(key)}`, option);
    const short = SHORT[key];
    if (short !== undefined) flags.set(short, option);
  }
  const end = words.indexOf('--');
  for (let at = 0; at < (end < 0 ? words.length : end); at += 1) {
    const [word = '', next = ''] = words.slice(at, at + 2);
    const takes = flags.get(word)?.takes;
    if (takes !== 'one' && takes !== 'many') continue;
    if (flags.has(next.replace(/^(--[^=]+)=.*$/s, '$1')))
      refuse('usage.option', {
        problem: 'value',
        subject: word,
        command: command.name,
        form: formOf(command),
        near: [],
      });
    at += 1;
  }
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

function refuseUsage(error: CommanderError, command: Command, excess: string): never {
  const subject = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const facts = { form: formOf(command), command: command.name, near: [] };
  switch (error.code) {
    case 'commander.unknownOption': {
      const options = Object.keys({ ...GLOBALS, ...command.options }).map((key) => `--${kebab(key)}`);
      const near = closest(subject, options);
      return refuse('usage.option', { ...facts, problem: 'unknown', subject, near });
    }
    case 'commander.optionMissingArgument':
      return refuse('usage.option', { ...facts, problem: 'value', subject: subject.replace(/ [<[].*$/, '') });
    case 'commander.missingArgument':
      return refuse('usage.option', { ...facts, problem: 'argument', subject: subject.toUpperCase() });
    default:
      return refuse('usage.option', { ...facts, problem: 'excess', subject: excess });
  }
}
