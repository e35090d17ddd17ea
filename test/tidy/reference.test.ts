import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { EVERYDAY, groupOf } from '../../src/cli/groups.ts';
import { help } from '../../src/cli/help.ts';
import { refusalsFor, messagesFor } from '../../src/cli/language.ts';
import { EXIT, type Failure } from '../../src/domain/failure.ts';
import { failureText } from '../../src/render/failure.ts';
import { HELP_GROUPS, TOPICS } from '../../src/render/help.ts';
import { topics as en } from '../../src/render/help/en-topics.ts';
import { topics as vi } from '../../src/render/help/vi-topics.ts';
import { parse } from '../../src/cli/parse.ts';
import { wordsOf } from '../support/play.ts';
import { referenceIn, seen } from '../support/reference.ts';
import { commandOf } from '../support/named-lines.ts';

const root = join(import.meta.dirname, '../..');

test.each([
  ['en', 'docs/reference.md'],
  ['vi', 'docs/reference.vi.md'],
] as const)('the reference is of this program: else run npm run reference (%s)', async (language, page) => {
  const path = join(root, page);
  const made = await format(await referenceIn(language), { ...(await resolveConfig(path)), filepath: path });
  expect(readFileSync(path, 'utf8') === made, `${page} is stale: npm run reference`).toBe(true);
});

test('every failure of the reference has facts, and says what its transcript says', async () => {
  const { failures } = seen();
  expect(Object.keys(EXIT).filter((code) => failures[code] === undefined)).toEqual([]);
  const said = await refusalsFor('vi');
  const m = await messagesFor('vi');
  const other: string[] = [];
  for (const code of Object.keys(EXIT)) {
    const shown = transcriptOf(code);
    if (shown === undefined) continue;
    // The last part, what to do, is the least bound to figures.
    const lines = failureText({ code, facts: failures[code] } as Failure, m, said).split('\n');
    if (!shown.includes(lines.at(-1)?.trim() ?? '-')) other.push(code);
  }
  expect(other).toEqual([]);
});

function transcriptOf(code: string): string | undefined {
  try {
    return readFileSync(join(root, 'test/failure', `${code}.txt`), 'utf8');
  } catch {
    return undefined;
  }
}

test('every command stands in one group, and every group has commands of every day', () => {
  for (const { name } of COMMANDS) expect(HELP_GROUPS).toContain(groupOf(name));
  for (const group of HELP_GROUPS) {
    expect(EVERYDAY[group].length).toBeGreaterThan(0);
    expect(EVERYDAY[group].filter((name) => groupOf(name) !== group)).toEqual([]);
  }
});

test.each(['vi', 'en'] as const)('the general help fits two screens of 80 × 24 (%s)', async (language) => {
  const said = await help([], language, false);
  const lines = 'text' in said ? said.text.trimEnd().split('\n') : [];
  expect(lines.length).toBeGreaterThan(30);
  expect(lines.length).toBeLessThanOrEqual(48);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test.each([
  ['vi', vi],
  ['en', en],
])(
  'topics are of 20 to 48 lines, two screens, and their command lines can be read (%s)',
  async (_, topics) => {
    for (const topic of Object.keys(TOPICS) as (keyof typeof TOPICS)[]) {
      const lines = topics[topic].trim().split('\n');
      expect([topic, lines.length > 19 && lines.length < 49]).toEqual([topic, true]);
      for (const line of lines
        .filter((each) => each.startsWith('  phucloi '))
        .map((each) =>
          each
            .trim()
            .slice(8)
            .replace(/ < \S+$/, ''),
        )) {
        if (line.startsWith('help ')) continue;
        const command = await commandOf(line);
        if (command === undefined) throw new Error(line);
        expect(() => parse(command, wordsOf(line.slice(command.name.length))), line).not.toThrow();
      }
    }
  },
);

test('the names of topics are no names of commands in the other language, and none is given twice', () => {
  const names = Object.entries(TOPICS).flatMap(([a, b]) => [...new Set([a, b])]);
  expect(new Set(names).size).toBe(names.length);
});

test('names spoken in one breath are one command’s each', () => {
  const squeezed = COMMANDS.flatMap(({ name, alias }) => [...new Set([name, alias])]).map((each) =>
    each.replaceAll(/[ -]/g, ''),
  );
  expect(squeezed.filter((each, index) => squeezed.indexOf(each) !== index)).toEqual([]);
});
