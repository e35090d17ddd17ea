import { fold } from '../domain/name.ts';
import { TOPICS } from '../render/help.ts';
import { COMMANDS } from './commands.ts';
import type { Suggestion, Wanted } from './complete-book.ts';
import { CONFIG_KEYS } from './config.ts';
import { GLOBALS } from './globals.ts';
import type { Io } from './io.ts';
import { earlyGlobals } from './language.ts';
import { kebab, SHORT } from './options.ts';
import { outlineOf, type Outline } from './outline.ts';
import { findCommand } from './run.ts';
import { nounIn } from './suggest.ts';

/** Says to the shell's script that files of the folder are to be offered. */
const FILES: Suggestion = { value: ':files' };

/**
 * What may stand where the cursor is: one suggestion a line, its meaning after a tab. The last word is the one being
 * typed. Silent where it cannot tell: a key press must never print an error, ask or write.
 */
export async function complete(words: readonly string[], io: Io): Promise<number> {
  // Windows PowerShell cannot hand over an empty word.
  const typed = words.map((word) => (word === '""' ? '' : word));
  const found = await suggestions(typed, io).catch(() => []);
  io.stdout(found.map(({ value, text }) => `${value}${text === undefined ? '' : `\t${text}`}\n`).join(''));
  return 0;
}

async function suggestions(words: readonly string[], io: Io): Promise<readonly Suggestion[]> {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  if (before.includes('--')) return [FILES];
  const found = findCommand(before);
  if (found === undefined)
    return current.startsWith('-') ? flags(GLOBALS, before, io, current) : names(before, current, io);
  const verbs = found.rest.length > 0 ? [] : verbsAfter(before, current);
  const command = { name: found.entry.name, ...(await outlineOf(found.entry)) };
  return [...verbs, ...(await inCommand(command, found.rest, before, current, io))];
}

/** A command as far as its line goes. */
interface Line extends Outline {
  readonly name: string;
}

type Options = Outline['options'];
type NamedOption = readonly [key: string, option: Options[string]];

/** Options, an option's value, or an argument of a command that is known. */
async function inCommand(
  command: Line,
  rest: readonly string[],
  before: readonly string[],
  current: string,
  io: Io,
): Promise<readonly Suggestion[]> {
  const options: Options = { ...GLOBALS, ...command.options };
  const joined = /^(--[a-z-]+)=(.*)$/s.exec(current);
  if (joined !== null) {
    const [, flag = '', typed = ''] = joined;
    const own = await valuesOf(optionNamed(options, flag), command.name, typed, before, io);
    return own.map((each) => (each === FILES ? each : { ...each, value: `${flag}=${each.value}` }));
  }
  if (current.startsWith('-')) return flags(options, rest, io, current);
  const { open, args } = placeIn(options, rest);
  if (open !== undefined) {
    const own = await valuesOf(open, command.name, current, before, io);
    if (open[1].takes === 'one') return own;
    return [...own, ...(await argument(command, args, current, before, io))];
  }
  return argument(command, args, current, before, io);
}

/** The option that the next word is a value of, and how many arguments stand before. */
function placeIn(options: Options, rest: readonly string[]) {
  let open: NamedOption | undefined;
  let args = 0;
  for (const word of rest) {
    if (word.startsWith('-')) {
      const named = optionNamed(options, word);
      open = named !== undefined && named[1].takes !== 'nothing' && !word.includes('=') ? named : undefined;
    } else if (open === undefined) args += 1;
    else if (open[1].takes !== 'many') open = undefined;
  }
  return { open, args };
}

function optionNamed(options: Options, word: string): NamedOption | undefined {
  const flag = word.replace(/=.*/s, '');
  return Object.entries(options).find(([key]) => `--${kebab(key)}` === flag || SHORT[key] === flag);
}

async function argument(
  command: Line,
  at: number,
  current: string,
  before: readonly string[],
  io: Io,
): Promise<readonly Suggestion[]> {
  const last = command.args.at(-1);
  const name = (command.args[at] ?? (last?.endsWith('...') === true ? last : undefined))?.replace(
    /\?|\.{3}/,
    '',
  );
  if (name === undefined) return [];
  if (name === 'file') return [FILES];
  if (name === 'key')
    return fitting(
      CONFIG_KEYS.map((value) => ({ value })),
      current,
    );
  if (name === 'shell')
    return fitting(
      (await import('./shells.ts')).SHELLS.map((value) => ({ value })),
      current,
    );
  return fromBook({ key: name, value: 'ARG', command: command.name, typed: current }, before, io);
}

/** Values of an option: its choices, files, or what the book has of its kind. */
async function valuesOf(
  named: NamedOption | undefined,
  command: string,
  typed: string,
  before: readonly string[],
  io: Io,
): Promise<readonly Suggestion[]> {
  if (named === undefined) return [];
  const [key, { value = '' }] = named;
  if (/^(FILE|THEIR|PATH|FOLDER)/.test(value)) return [FILES];
  const parts = value.split('|');
  const choices = parts.filter(
    (each) => /^[a-z][a-z0-9-]*$/.test(each) && (parts.length > 1 || each === value),
  );
  const kind = parts.find((each) => /^[A-Z]/.test(each));
  const own = choices.filter((each) => each.startsWith(typed)).map((each) => ({ value: each }));
  if (kind === undefined) return own;
  return [...own, ...(await fromBook({ key, value: kind, command, typed }, before, io))];
}

async function fromBook(wanted: Wanted, before: readonly string[], io: Io): Promise<readonly Suggestion[]> {
  const { bookValues } = await import('./complete-book.ts');
  const at = before.indexOf('--book');
  return bookValues(wanted, at < 0 ? undefined : before[at + 1], io).catch(() => []);
}

/** Options that may still be given, with what each is for. */
async function flags(
  options: Options,
  given: readonly string[],
  io: Io,
  current: string,
): Promise<readonly Suggestion[]> {
  const { lang } = earlyGlobals(given, io);
  const texts =
    lang === 'en'
      ? (await import('../render/help/en-flags.ts')).flags
      : (await import('../render/help/vi-flags.ts')).flags;
  return Object.entries(options)
    .map(([key, option]) => ({
      value: `--${kebab(key)}`,
      text: texts[`${key} ${option.value}`] ?? texts[key],
      again: option.takes === 'many',
    }))
    .filter(({ value, again }) => value.startsWith(current) && (again || !given.includes(value)))
    .map(({ value, text = '' }) => ({ value, text }));
}

/** Nouns, verbs of a noun, topics of the help; each beside its name in the other language. */
function names(before: readonly string[], current: string, io: Io): readonly Suggestion[] {
  const typed = before.filter((word) => !word.startsWith('-'));
  const asked = typed[0] === 'help';
  const words = asked ? typed.slice(1) : typed;
  if (words.length > 0) return verbsAfter(words, current);
  const { lang } = earlyGlobals(before, io);
  const nouns = new Map<string, string>();
  const first = (name: string) => name.split(' ')[0] ?? '';
  for (const { name, alias } of COMMANDS) {
    if (!nouns.has(first(name))) nouns.set(first(name), first(alias));
    // With nothing typed yet an English reader sees one name a noun.
    if ((lang === 'vi' || current !== '') && !nouns.has(first(alias))) nouns.set(first(alias), first(name));
  }
  const topics = Object.entries(TOPICS).map(([en, vi]) => (lang === 'en' ? [en, vi] : [vi, en]));
  const all = [...(asked ? topics : [['help', '']]), ...nouns];
  return fitting(
    all.map(([value = '', text = '']) => (text === '' || text === value ? { value } : { value, text })),
    current,
  );
}

function verbsAfter(words: readonly string[], current: string): readonly Suggestion[] {
  const known = nounIn(words);
  if (known === undefined || known.length !== words.filter((word) => !word.startsWith('-')).length) return [];
  const byName = known.noun === known.name;
  const verbs = COMMANDS.filter(({ name, alias }) =>
    (byName ? name : alias).startsWith(`${known.noun} `),
  ).map(({ name, alias }) => {
    const [value, text] = byName ? [name, alias] : [alias, name];
    return { value: value.slice(known.noun.length + 1), text };
  });
  return fitting(verbs, current);
}

function fitting(all: readonly Suggestion[], current: string): readonly Suggestion[] {
  const key = fold(current);
  const fit = all.filter(({ value }) => fold(value).startsWith(key));
  return [...new Map(fit.map((each) => [each.value, each])).values()];
}
