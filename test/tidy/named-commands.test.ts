import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { GLOBALS } from '../../src/cli/globals.ts';
import { kebab, SHORT } from '../../src/cli/options.ts';
import { wordsOf } from '../support/play.ts';

const root = join(import.meta.dirname, '../../src');
const files = ['render', 'usecase', 'domain', 'cli'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(root, folder, path)),
);

/** A source's text with what is put in at run time written as one word: a kind of programme, or a value. */
function plain(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/\$\{(?:[\w.]+\.)?kind\}/g, 'gift')
    .replace(/\$\{\(?(?:[\w.]+\.)?(?:role)\)?\}/g, 'cashier')
    .replace(/\$\{[^{}]*\}/g, 'X');
}

/** Command lines that sentences and mends name: from `phucloi` to the end of the phrase; `phucloi book` and the like is prose. */
const NAMED = /phucloi (?!book\b|that\b|c\u1EE7a |xu\u1EA5t\.)([a-z][^'`\n\\·;?)]*)/g;

const loaded = new Map<string, Command>();
async function commandOf(line: string): Promise<Command | undefined> {
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

/** What is wrong with a named line: no such command, an option it has not, a required option left out of a whole line. */
async function wrongIn(line: string): Promise<string[]> {
  const command = await commandOf(line.replace(/[.,:](?=\s|$)/g, '').trim());
  if (command === undefined) {
    const noun = /^([a-z]+) …$/.exec(line.trim())?.[1];
    return COMMANDS.some(({ name }) => name.startsWith(`${noun} `)) ? [] : [`${line}: no such command`];
  }
  const flags = wordsOf(line).flatMap((word) => {
    const short = Object.keys(SHORT).find((key) => SHORT[key] === word);
    return short ?? /^--([a-z-]+)/.exec(word)?.[1] ?? [];
  });
  const options = Object.entries({ ...GLOBALS, ...command.options });
  const unknown = flags.filter((flag) => !options.some(([key]) => kebab(key) === flag));
  // What goes on with a value or an option is a whole line; what goes on in prose names the command only.
  const rest = line.slice(command.name.length).trim();
  const whole = /^(--|[\p{Lu}\d"])/u.test(rest) && !rest.replace(/--\S+ …/g, '').includes('…');
  const left = Object.entries(command.options)
    .filter(([key, { required }]) => whole && required && !flags.includes(kebab(key)))
    .map(([key]) => key);
  return [
    ...unknown.map((flag) => `${line}: ${command.name} has no --${flag}`),
    ...left.map((key) => `${line}: ${command.name} needs --${kebab(key)}`),
  ];
}

test('every command that a sentence or a mend names is there, with its options', async () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const path of files) {
    for (const [, line = ''] of plain(path).matchAll(NAMED)) {
      seen += 1;
      wrong.push(...(await wrongIn(line)).map((each) => `${path.slice(root.length + 1)}: ${each}`));
    }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(100);
});

test('every option that a sentence names belongs to some command', async () => {
  const known = new Set(Object.keys(GLOBALS).map(kebab));
  for (const { name } of COMMANDS) {
    for (const key of Object.keys((await commandOf(name))?.options ?? {})) known.add(kebab(key));
  }
  const wrong = files
    .filter((path) => /render\/(messages|help)\//.test(path))
    .flatMap((path) =>
      [...plain(path).matchAll(/(?<![\w-])--([a-z]+(?:-[a-z]+)*)/g)]
        .filter(([, flag = '']) => !known.has(flag) && flag !== 'version')
        .map(([flag]) => `${path.slice(root.length + 1)}: ${flag}`),
    );
  expect(wrong).toEqual([]);
});

test('a command, an option and a required option that are not there are found', async () => {
  expect(await wrongIn('gift lend --case X')).toEqual(['gift lend --case X: no such command']);
  expect(await wrongIn('balance --never')).toEqual(['balance --never: balance has no --never']);
  expect(await wrongIn('reopen X --by NAME')).toEqual(['reopen X --by NAME: reopen needs --reason']);
});
