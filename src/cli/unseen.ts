import { refuse } from '../domain/failure.ts';
import { onScreen } from '../render/screen.ts';
import type { Command, Desk, Given } from './command.ts';
import { kebab } from './options.ts';
import { lookFor } from './print.ts';
import { Prompt } from './prompt.ts';

/** More than so many values need. */
const BYTES_MAX = 65_536;

/**
 * What was typed, with the values that `-` left open: asked for unseen at a terminal, else the lines of standard input in
 * the order in which the options stand. Command lines are kept by histories and shown by process lists.
 */
export async function filledIn(
  command: Command,
  given: Given,
  open: readonly string[],
  words: readonly string[],
  desk: Desk,
): Promise<Given> {
  const place = (key: string) =>
    words.findLastIndex((word) => word === `--${kebab(key)}` || word.startsWith(`--${kebab(key)}=`));
  const keys = open.toSorted((a, b) => place(a) - place(b));
  const values = desk.asks() ? await asked(command, keys, desk) : await sentIn(keys, desk);
  const read = keys.map((key, at) => [key, command.options[key]?.read(values[at], `--${kebab(key)}`)]);
  return { ...given, options: { ...given.options, ...Object.fromEntries(read) } };
}

async function asked(
  { options }: Command,
  keys: readonly string[],
  { m, io, globals }: Desk,
): Promise<string[]> {
  const ask = new Prompt(m, lookFor(io, globals));
  const { unseen, nothingTyped } = m.prompt;
  const values = [];
  for (const key of keys) {
    const question = unseen[options[key]?.unseen ?? 'reason'];
    // Nothing would take away what the book has; that is said by "" alone.
    const fault = (line: string) => (line.trim() === '' ? onScreen(nothingTyped) : undefined);
    values.push(await ask.secret(onScreen(question), fault));
  }
  return values;
}

async function sentIn(keys: readonly string[], { io }: Desk): Promise<readonly string[]> {
  const { streamed } = await import('./given.ts');
  const text = io.stdinIsTerminal() ? '' : (await streamed(io, BYTES_MAX)).toString('utf8');
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  // A line too many is a value that would be lost, or one that goes to the wrong option.
  if (lines.length !== keys.length)
    refuse('usage.lines', { options: keys.map((key) => `--${kebab(key)}`), lines: lines.length });
  return lines;
}
