import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { GLOBALS } from '../../src/cli/globals.ts';
import { kebab } from '../../src/cli/options.ts';
import { commandOf, wrongIn } from '../support/named-lines.ts';

const root = join(import.meta.dirname, '../../src');
const files = ['render', 'usecase', 'domain', 'cli'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    // The shells' scripts call what answers the Tab key, which is no command of a person.
    .filter((path) => path.endsWith('.ts') && path !== 'shells.ts')
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
