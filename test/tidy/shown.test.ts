import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { findCommand } from '../../src/cli/run.ts';
import { questions } from '../../src/render/messages/en-questions.ts';
import { wordsOf } from '../support/play.ts';

const root = join(import.meta.dirname, '..');

/** The commands that the transcripts run to their end: not refused, not rehearsed, not only asked for help. */
function played(): Set<string> {
  const names = new Set<string>();
  for (const folder of ['transcript', 'failure', 'check', 'guided', 'server']) {
    for (const file of filesIn(folder)) {
      const parts = readFileSync(join(root, folder, file), 'utf8').split(/^(?=[$%#] )/m);
      for (const part of parts.filter((each) => each.startsWith('$ phucloi '))) {
        const [line = ''] = part.split('\n');
        const words = wordsOf(line.slice('$ phucloi '.length));
        const ended = !/^\[exit (?!1\])\d+\]$/m.test(part);
        const rehearsed = ['--dry-run', '-n', '--help', '-h'].some((word) => words.includes(word));
        const found = findCommand(words);
        if (ended && !rehearsed && found !== undefined) names.add(found.entry.name);
      }
    }
  }
  return names;
}

function filesIn(folder: string): string[] {
  const found = readdirSync(root).includes(folder) ? readdirSync(join(root, folder)) : [];
  return found.filter((name) => name.endsWith('.txt'));
}

// Where a transcript runs a command, the book says whether it writes: see `mustOnlyRead` in test/support/play.ts.
test('every command is played by a transcript to its end', () => {
  const shown = played();
  const missing = COMMANDS.map(({ name }) => name).filter((name) => !shown.has(name));
  expect(missing, 'write a short transcript that runs them').toEqual([]);
});

test('every alias is typed without marks and is another word than the name', () => {
  const wrong = COMMANDS.filter(
    ({ name, alias }) => !/^[a-z0-9]+( [a-z0-9]+)?$/.test(alias) || alias === name,
  );
  expect(wrong.map(({ name, alias }) => `${name}: ${alias}`)).toEqual([]);
});

test('what asks before it writes says in what word a typed answer is asked for', async () => {
  const wrong: string[] = [];
  for (const { name, load } of COMMANDS) {
    const { writes, looks, args } = (await load()).commandFor(name.split(' ')[0] ?? '');
    if (looks !== undefined && writes === undefined) wrong.push(`${name}: looks, and writes nothing`);
    // What it is about, or where that is the whole book what is done with it, in the language of the question.
    const word = args.length === 0 ? name.split(' ')[1] : '2024-01';
    if (typeof writes === 'object' && writes.typed({ args: ['2024-01'], options: {} }, questions()) !== word)
      wrong.push(`${name}: the word is not its ${args[0] ?? 'verb'}`);
  }
  expect(wrong).toEqual([]);
});
