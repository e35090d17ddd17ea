import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { wrongIn } from '../support/named-lines.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Command lines of a page: those of its blocks, without their remarks, and those in its running text. */
function linesOf(text: string): string[] {
  return [...text.matchAll(/^(?:\$ )?phucloi (.*)$|`phucloi ([^`\n]*)`/gm)]
    .map(([, block, inline]) => (block ?? inline ?? '').replace(/ +#.*$/, '').trim())
    .filter((line) => /^[a-z]/.test(line) && !/^help\b/.test(line))
    .map(named);
}

/** A line by the command's name where it is written by its alias. */
function named(line: string): string {
  const entry = COMMANDS.find(({ alias }) => line === alias || line.startsWith(`${alias} `));
  return entry === undefined ? line : entry.name + line.slice(entry.alias.length);
}

test('every command line of the pages is one, with its options', async () => {
  const pages = [
    'README.md',
    'README.vi.md',
    ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
  ];
  const wrong: string[] = [];
  let seen = 0;
  for (const page of pages) {
    for (const each of linesOf(read(page))) {
      seen += 1;
      // The table of papers leaves out what its last column says.
      const line = page === 'docs/papers.md' ? `${each} -o FILE` : each;
      wrong.push(...(await wrongIn(line)).map((fault) => `${page}: ${fault}`));
    }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(100);
});

test('docs/papers.md has every book, report and paper, with the files it is written to', async () => {
  const page = read('docs/papers.md');
  const rows = new Map(
    [...page.matchAll(/^\| `phucloi ([^`]*)` \|.*\| ([^|]*) \|$/gm)].map(([, line = '', files = '']) => [
      line,
      files,
    ]),
  );
  const missing: string[] = [];
  for (const { name, load } of COMMANDS) {
    const { output } = (await load()).commandFor(name.split(' ')[0] ?? '').options;
    const files = output?.value?.replace(/^FILE/, '').replaceAll('|', ' ');
    if (!/^(report|ledger) /.test(name) && files !== '.xlsx .pdf .html') continue;
    const row = [...rows].find(([line]) => line === name || line.startsWith(`${name} `));
    if (row === undefined ? !page.includes(`\`${name}\``) : row[1] !== files)
      missing.push(`${name}: ${files}`);
  }
  expect(missing).toEqual([]);
});
