import { Command as Commander, CommanderError, Option as CommanderOption } from 'commander';
import { refuse } from '../domain/failure.ts';
import { closest } from '../domain/near.ts';
import type { Command } from './command.ts';
import { formOf } from './form.ts';
import { GLOBALS } from './globals.ts';
import { kebab, SHORT, type Options } from './options.ts';
import type { Typed } from './plain-words.ts';

/** What was typed, by option, and the words that are none; refuses what the command does not know. */
export function typedBy(command: Command, options: Options, words: readonly string[]): Typed {
  const commander = new Commander(command.name)
    .exitOverride()
    .helpOption(false)
    .configureOutput({ writeErr: () => {} })
    .allowExcessArguments(false);
  for (const name of command.args)
    commander.argument(name.endsWith('?') ? `[${name.slice(0, -1)}]` : `<${name}>`);
  addOptions(commander, options, words);
  mustNotTakeFlag(command, options, words);
  try {
    commander.parse([...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError)
      refuseUsage(error, command, commander.args.slice(command.args.length).join(' '));
    throw error;
  }
  return { args: commander.args, typed: commander.opts<Record<string, unknown>>() };
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
