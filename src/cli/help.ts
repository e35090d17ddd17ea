import type { FailureFacts } from '../domain/failure-facts.ts';
import { HELP_GROUPS, TOPICS, type HelpTexts, type Topic, type TopicTexts } from '../render/help.ts';
import { brokenLines } from '../render/fold.ts';
import { jsonText } from '../render/screen.ts';
import type { Command } from './command.ts';
import { COMMANDS, type CommandEntry, type CommandName } from './commands.ts';
import { GLOBALS } from './globals.ts';
import { EVERYDAY, groupOf, nounOf, topicOf, type EverydayName } from './groups.ts';
import { formOf } from './form.ts';
import { kebab, SHORT, type Option, type Options } from './options.ts';
import { findCommand } from './run.ts';
import { nounIn, squeezed, unknownTopic } from './suggest.ts';

/** A catalogue that has a text for every command: one that is left out is an error of the compiler. */
export interface Catalogue extends HelpTexts {
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly everyday: Readonly<Record<EverydayName, string>>;
}

export async function textsFor(language: 'vi' | 'en'): Promise<Catalogue> {
  return language === 'en'
    ? (await import('../render/help/en.ts')).en
    : (await import('../render/help/vi.ts')).vi;
}

async function topicsFor(language: 'vi' | 'en'): Promise<TopicTexts> {
  return language === 'en'
    ? (await import('../render/help/en-topics.ts')).topics
    : (await import('../render/help/vi-topics.ts')).topics;
}

const WIDTH = 80;

type Said = { readonly text: string } | { readonly failure: FailureFacts['usage.command'] };

/** Help of what was asked for: the program, a topic, a command, a noun; or why there is none. */
export async function help(words: readonly string[], language: 'vi' | 'en', json: boolean): Promise<Said> {
  const texts = await textsFor(language);
  const found = findCommand(words);
  const noun = nounIn(words);
  const topic = topicNamed(words);
  if (json) {
    const { specOf } = await import('./help-spec.ts');
    const own =
      found === undefined
        ? COMMANDS.filter(({ name }) => noun === undefined || nounOf(name) === noun.name)
        : [found.entry];
    if (words.length > 0 && found === undefined && noun === undefined && topic === undefined)
      return { failure: unknownTopic(words) };
    return { text: `${jsonText(await specOf(own, texts))}\n` };
  }
  if (words.length === 0 || squeezed(words) === 'help') return { text: generalHelp(texts, language) };
  if (ALL.has(squeezed(words))) return { text: allHelp(texts, language) };
  if (topic !== undefined) return { text: await topicHelp(topic, texts, language) };
  if (found !== undefined) return { text: await helpText(await loaded(found.entry), language) };
  if (noun !== undefined && noun.length === words.length)
    return { text: nounHelp(noun.name, texts, language) };
  return { failure: unknownTopic(words) };
}

/** What `help` takes for the list of all commands. */
const ALL: ReadonlySet<string> = new Set(['commands', 'lenh', 'all', 'tatca']);

export async function loaded(entry: CommandEntry): Promise<Command> {
  return (await entry.load()).commandFor(nounOf(entry.name));
}

function topicNamed(words: readonly string[]): Topic | undefined {
  const typed = squeezed(words);
  return (Object.keys(TOPICS) as Topic[]).find((each) => each === typed || TOPICS[each] === typed);
}

/** Help of one command, for a person or as its spec. */
export async function commandHelp(command: Command, language: 'vi' | 'en', json: boolean): Promise<string> {
  if (!json) return helpText(command, language);
  const { specOf } = await import('./help-spec.ts');
  const own = COMMANDS.filter(({ name }) => name === command.name);
  return `${jsonText(await specOf(own, await textsFor(language)))}\n`;
}

/** Help of one command: what it is for, examples first, then its options; made from the command itself. */
async function helpText(command: Command, language: 'vi' | 'en'): Promise<string> {
  const texts = await textsFor(language);
  const entry = COMMANDS.find(({ name }) => name === command.name);
  const exits = exitsOf(command);
  const needed = Object.entries(command.options)
    .filter(([, { required }]) => required)
    .map(([key, option]) => ` ${flagOf(key, option)}`);
  const globals = Object.entries(GLOBALS).filter(([key]) => !(key in command.options));
  return [
    ...wrapped(entry === undefined ? '' : texts.commands[entry.name], ''),
    '',
    ...wrapped(`${texts.usage}: phucloi ${formOf(command)}${needed.join('')} […]`, '    '),
    `${texts.alias}: phucloi ${entry?.alias ?? ''}`,
    '',
    `${texts.examples}:`,
    ...command.examples.map((example) => `  phucloi ${example}`),
    '',
    ...(Object.keys(command.options).length === 0
      ? []
      : [`${texts.options}:`, ...optionLines(command.options, texts), '']),
    `${texts.globals}:`,
    ...optionLines(Object.fromEntries(globals), texts),
    '',
    ...(exits.length === 0
      ? []
      : [
          `${texts.exits}:`,
          ...exits.flatMap((exit) => wrapped(`  ${exit}  ${texts.exit[exit]}`, '     ')),
          '',
        ]),
    ...wrapped(`${texts.seeAlso}: ${seeAlso(command.name, language).map(whole).join(' · ')}`, '    '),
    '',
  ].join('\n');
}

/** Commands that leave with 1 where something is found. */
const FINDS: ReadonlySet<string> = new Set<CommandName>(['check', 'reconcile', 'close', 'collection check']);

/** Exit codes that a command has beside those of all: findings, and a file that is refused. */
export function exitsOf({ name, args, options }: Command): readonly (1 | 4)[] {
  const reads =
    args.some((each) => each.startsWith('file')) ||
    ['list', 'rules', 'codes'].some((key) => options[key]?.value?.startsWith('FILE'));
  return [...(FINDS.has(name) ? ([1] as const) : []), ...(reads ? ([4] as const) : [])];
}

function seeAlso(name: string, language: 'vi' | 'en'): string[] {
  const topic = topicOf(name);
  const noun = nounOf(name);
  const others = COMMANDS.filter((each) => nounOf(each.name) === noun && each.name !== name);
  const own = others.length === 0 ? [] : name === noun ? others.map((each) => each.name) : [noun];
  return [
    ...(topic === undefined ? [] : [`phucloi help ${topicName(topic, language)}`]),
    ...own.map((each) => `phucloi ${each} --help`),
    'phucloi --help',
  ];
}

function topicName(topic: Topic, language: 'vi' | 'en'): string {
  return language === 'en' ? topic : TOPICS[topic];
}

/** How an option is written: its letter, its name, its value. */
export function flagOf(key: string, option: Option<unknown>): string {
  const value = option.value === undefined ? '' : ` ${option.value}`;
  return `--${kebab(key)}${value}${option.takes === 'many' ? ' …' : ''}`;
}

export function flagText(key: string, { value, unseen }: Option<unknown>, texts: HelpTexts): string {
  const text = texts.flags[`${key} ${value}`] ?? texts.flags[key] ?? '';
  return unseen === undefined ? text : `${text}; ${texts.unseen}`;
}

/** Options with what each is for, those that must be given first. */
function optionLines(options: Options, texts: HelpTexts): string[] {
  const lines = Object.entries(options)
    .toSorted(([, a], [, b]) => Number(b.required) - Number(a.required))
    .map(([key, option]) => ({
      flag: `${SHORT[key] === undefined ? '' : `${SHORT[key]}, `}${flagOf(key, option)}`,
      text: `${option.required ? `(${texts.required}) ` : ''}${flagText(key, option, texts)}`,
    }));
  const width = Math.min(26, Math.max(0, ...lines.map(({ flag }) => flag.length)));
  const indent = ' '.repeat(width + 4);
  return lines.flatMap(({ flag, text }) =>
    flag.length > width
      ? [`  ${flag}`, ...wrapped(`${indent}${text}`, indent)]
      : wrapped(`  ${flag.padEnd(width)}  ${text}`, indent),
  );
}

/** Two screens at most: what the program is, the commands of every day by group, topics, where to go on. */
function generalHelp(texts: Catalogue, language: 'vi' | 'en'): string {
  const names: readonly EverydayName[] = HELP_GROUPS.flatMap((group) => [...EVERYDAY[group]]);
  const line = lister(names, language);
  return [
    ...wrapped(texts.about, ''),
    `${texts.usage}: phucloi ${texts.nounVerb}`,
    ...HELP_GROUPS.flatMap((group) => [
      texts.groups[group],
      ...EVERYDAY[group].flatMap((name) => line(name, texts.everyday[name])),
    ]),
    ...wrapped(
      `${texts.topics}: ${(Object.keys(TOPICS) as Topic[]).map((each) => topicName(each, language)).join(' · ')}`,
      '    ',
    ),
    ...texts.more.map(([words, meaning]) => `  ${words.padEnd(27)}${meaning}`),
    '',
  ].join('\n');
}

/** Every command by group, with its sentence. */
function allHelp(texts: Catalogue, language: 'vi' | 'en'): string {
  const line = lister(
    COMMANDS.map(({ name }) => name),
    language,
  );
  return [
    `${texts.allCommands}:`,
    ...HELP_GROUPS.flatMap((group) => [
      '',
      texts.groups[group],
      ...COMMANDS.filter(({ name }) => groupOf(name) === group).flatMap(({ name }) =>
        line(name, texts.commands[name]),
      ),
    ]),
    '',
  ].join('\n');
}

function nounHelp(noun: string, texts: Catalogue, language: 'vi' | 'en'): string {
  const own = COMMANDS.filter(({ name }) => nounOf(name) === noun);
  const line = lister(
    own.map(({ name }) => name),
    language,
  );
  const topic = topicOf(noun);
  const first = own[0]?.name ?? '';
  return [
    `${texts.usage}: phucloi ${noun} ${own.some(({ name }) => name === noun) ? '[…]' : texts.nounVerb.split(' ').slice(1).join(' ')}`,
    '',
    ...own.flatMap(({ name }) => line(name, texts.commands[name])),
    '',
    ...wrapped(
      `${texts.seeAlso}: ${[...(topic === undefined ? [] : [`phucloi help ${topicName(topic, language)}`]), `phucloi ${first} --help`, 'phucloi --help'].map(whole).join(' · ')}`,
      '    ',
    ),
    '',
  ].join('\n');
}

/** A topic's text, and the commands of a noun that has the topic's name. */
async function topicHelp(topic: Topic, texts: Catalogue, language: 'vi' | 'en'): Promise<string> {
  const text = (await topicsFor(language))[topic].trim();
  const noun = nounIn([topicName(topic, language)]);
  return `${texts.topicTitles[topic]}\n\n${text}\n${noun === undefined ? '' : `\n${texts.seeAlso}: phucloi ${noun.noun} --help\n`}`;
}

/** Lines of commands, in Vietnamese with their names without marks, and what is said of each. */
function lister(names: readonly CommandName[], language: 'vi' | 'en') {
  const aliasOf = (name: string) =>
    language === 'en' ? '' : (COMMANDS.find((each) => each.name === name)?.alias ?? '');
  const width = Math.max(...names.map((name) => name.length));
  const second = Math.max(...names.map((name) => aliasOf(name).length));
  return (name: CommandName, text: string): string[] => {
    const alias = second === 0 ? '' : `${aliasOf(name).padEnd(second)}  `;
    return wrapped(`  ${name.padEnd(width)}  ${alias}${text}`, ' '.repeat(width + 4 + alias.length));
  };
}

/** Words that stay on one line. */
const whole = (words: string): string => words.replaceAll(' ', '\u00a0');

/** A line broken between words at a terminal's width, what follows moved in. */
function wrapped(text: string, indent: string): string[] {
  return brokenLines(text, WIDTH, indent).map((each) => each.replaceAll('\u00a0', ' '));
}
