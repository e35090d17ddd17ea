import type { HelpTexts } from '../render/help.ts';
import { COMMANDS } from './commands.ts';
import type { Command } from './command.ts';
import { GLOBALS } from './globals.ts';
import { formOf } from './near.ts';
import { kebab, SHORT, type Options } from './options.ts';

async function textsFor(language: 'vi' | 'en'): Promise<HelpTexts> {
  return language === 'en'
    ? (await import('../render/help/en.ts')).en
    : (await import('../render/help/vi.ts')).vi;
}

/** Help of one command: what it does, examples first, then its options; made from the command itself. */
export async function helpText(command: Command, language: 'vi' | 'en'): Promise<string> {
  const texts = await textsFor(language);
  const alias = COMMANDS.find((entry) => entry.name === command.name)?.alias ?? '';
  return [
    texts.commands[command.name] ?? '',
    '',
    `${texts.usage}: phucloi ${formOf(command)} […]`,
    `${texts.alias}: phucloi ${alias}`,
    '',
    `${texts.examples}:`,
    ...command.examples.map((example) => `  phucloi ${example}`),
    '',
    ...(Object.keys(command.options).length === 0
      ? []
      : [`${texts.options}:`, ...optionLines(command.options, texts), '']),
    `${texts.globals}:`,
    ...optionLines(
      Object.fromEntries(Object.entries(GLOBALS).filter(([key]) => !(key in command.options))),
      texts,
    ),
    '',
  ].join('\n');
}

function optionLines(options: Options, texts: HelpTexts): string[] {
  const lines = Object.entries(options).map(([key, option]) => ({
    flag: `${SHORT[key] === undefined ? '' : `${SHORT[key]}, `}--${kebab(key)}${option.value === undefined ? '' : ` ${option.value}`}${option.takes === 'many' ? ' …' : ''}`,
    text: `${texts.flags[`${key} ${option.value}`] ?? texts.flags[key] ?? ''}${option.required ? ` (${texts.required})` : ''}`,
  }));
  const width = Math.min(34, Math.max(0, ...lines.map(({ flag }) => flag.length)));
  return lines.map(({ flag, text }) => `  ${flag.padEnd(width)}  ${text}`.trimEnd());
}

/** The general help: every command by group, or one noun's commands. */
export async function generalHelp(language: 'vi' | 'en', noun: string): Promise<string> {
  const texts = await textsFor(language);
  const shown = COMMANDS.filter(
    ({ name, alias }) =>
      noun === '' || noun === 'help' || name.startsWith(noun) || alias.startsWith(`${noun} `),
  );
  const listed = shown.length === 0 ? COMMANDS : shown;
  const width = Math.max(...listed.map(({ name }) => name.length));
  return [
    texts.about,
    '',
    `${texts.usage}: phucloi ${texts.nounVerb}`,
    '',
    ...listed.map(({ name }) => `  ${name.padEnd(width)}  ${texts.commands[name] ?? ''}`),
    '',
    texts.more,
    '',
  ].join('\n');
}
