import type { Command } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { GLOBALS } from '../../src/cli/globals.ts';
import { kebab, SHORT } from '../../src/cli/options.ts';
import { TOPICS } from '../../src/render/help.ts';
import { wordsOf } from './words.ts';

const loaded = new Map<string, Command>();
/** The command that a line begins with. */
export async function commandOf(line: string): Promise<Command | undefined> {
  const entry = COMMANDS.filter(({ name }) => line === name || line.startsWith(`${name} `)).toSorted(
    (a, b) => b.name.length - a.name.length,
  )[0];
  if (entry === undefined) return undefined;
  const known = loaded.get(entry.name);
  if (known !== undefined) return known;
  const command = (await entry.load()).commandFor(entry.name.split(' ')[0] ?? '');
  loaded.set(entry.name, command);
  return command;
}

/** Whether there is help of that name: a topic, a command, a noun, or the list of all commands. */
function isHelp(name: string): boolean {
  const nouns = COMMANDS.flatMap((each) => [each.name, each.alias]).flatMap((each) => [
    each,
    each.split(' ')[0],
  ]);
  return [...Object.entries(TOPICS).flat(), ...nouns, 'commands', 'lenh'].includes(name);
}

/** What is wrong with a named line: no such command, an option it has not, a required option left out of a whole line. */
export async function wrongIn(line: string): Promise<string[]> {
  if (/^help (--json|X|[\p{Lu}]+)$/u.test(line.trim())) return [];
  const asked = /^help ([a-z-]+)$/.exec(line.trim())?.[1] ?? /^([a-z-]+) --help$/.exec(line.trim())?.[1];
  if (asked !== undefined) return isHelp(asked) ? [] : [`${line}: no such help`];
  const command = await commandOf(line.replace(/[.,:](?=\s|$)/g, '').trim());
  if (command === undefined) {
    const noun = /^([a-z]+) …$/.exec(line.trim())?.[1];
    return COMMANDS.some(({ name }) => name.startsWith(`${noun} `)) ? [] : [`${line}: no such command`];
  }
  const flags = wordsOf(line).flatMap((word) => {
    const short = Object.keys(SHORT).find((key) => SHORT[key] === word);
    return (short === undefined ? undefined : kebab(short)) ?? /^--([a-z-]+)/.exec(word)?.[1] ?? [];
  });
  const options = Object.entries({ ...GLOBALS, ...command.options });
  const unknown = flags.filter((flag) => !options.some(([key]) => kebab(key) === flag));
  // What goes on with a value or an option is a whole line; what goes on in prose names the command only.
  const rest = line.slice(command.name.length).trim();
  const whole =
    !rest.startsWith('--help') &&
    /^(--|[\p{Lu}\d"])/u.test(rest) &&
    !rest.replace(/--\S+ …/g, '').includes('…');
  const left = Object.entries(command.options)
    .filter(([key, { required }]) => whole && required && !flags.includes(kebab(key)))
    .map(([key]) => key);
  return [
    ...unknown.map((flag) => `${line}: ${command.name} has no --${flag}`),
    ...left.map((key) => `${line}: ${command.name} needs --${kebab(key)}`),
  ];
}
