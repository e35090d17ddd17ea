import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { GLOBALS } from '../../src/cli/globals.ts';
import { kebab } from '../../src/cli/options.ts';
import { outlineOf, type Outline } from '../../src/cli/outline.ts';
import { VALUED } from '../../src/cli/run.ts';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

// The scripts in real shells, which call the built program by its name.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const stage = new Stage();

beforeAll(async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.run(['donor', 'add', '--code', 'AC', '--name', `Ác $(id) \`id\` "b" 'c' \\`]);
  const path = stage.write('bin/phucloi', `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(path, 0o755);
  for (const shell of ['bash', 'zsh', 'fish']) {
    stage.write(`completion.${shell}`, (await stage.run(['completion', shell])).stdout);
  }
});
afterAll(() => {
  stage.strike();
});

function isInstalled(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

/** What a shell prints that runs `script` beside the book. */
function printed(shell: string, options: readonly string[], script: string): string[] {
  const { stdout, stderr } = spawnSync(shell, [...options, '-c', script], {
    cwd: stage.folder,
    encoding: 'utf8',
    env: {
      PATH: [join(stage.folder, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
      HOME: stage.folder,
      XDG_CACHE_HOME: join(stage.folder, 'cache'),
      LANG: 'C.UTF-8',
      PHUCLOI_LANG: 'vi',
    },
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe.skipIf(!isInstalled('bash'))('in bash', () => {
  /** Words as bash breaks them: at blanks, and at : and = apart. */
  const completed = (line: string, ...words: readonly string[]) =>
    printed(
      'bash',
      ['--norc'],
      `source completion.bash; COMP_LINE=$1; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _phucloi
       printf '%s\\n' "\${COMPREPLY[@]}"`.replace(/^/, `set -- ${[line, ...words].map(quoted).join(' ')}; `),
    );

  test.each([
    ['a noun', ['giftt', 'phucloi', 'gif'], ['gift']],
    ['a verb by its alias, the noun with marks', ['phucloi quà n', 'phucloi', 'quà', 'n'], ['nhap']],
    [
      'a place behind a fund',
      ['phucloi gift pay --from TET:c', 'phucloi', 'gift', 'pay', '--from', 'TET', ':', 'c'],
      ['cash'],
    ],
    [
      'a value behind =',
      ['phucloi gift pay --round=te', 'phucloi', 'gift', 'pay', '--round', '=', 'te'],
      ['tet'],
    ],
    [
      'a name with blanks',
      ['phucloi gift approve --by ph', 'phucloi', 'gift', 'approve', '--by', 'ph'],
      ['Phạm\\ Thị\\ Cúc'],
    ],
    [
      'a name in quotes',
      ['phucloi gift approve --by "Ph', 'phucloi', 'gift', 'approve', '--by', '"Ph'],
      ['Phạm Thị Cúc"'],
    ],
    ['a person by name', ['phucloi member show dao', 'phucloi', 'member', 'show', 'dao'], ['M3']],
    [
      'a name that a shell would run, in double quotes',
      ['phucloi contribution add --donor "Ác', 'phucloi', 'contribution', 'add', '--donor', '"Ác'],
      ['Ác \\$(id) \\`id\\` \\"b\\" \'c\' \\\\"'],
    ],
    [
      'the same name in single quotes',
      ["phucloi contribution add --donor 'Ác", 'phucloi', 'contribution', 'add', '--donor', "'Ác"],
      ["Ác $(id) `id` \"b\" '\\''c'\\'' \\'"],
    ],
    [
      'a file',
      ['phucloi unit import comp', 'phucloi', 'unit', 'import', 'completion.b'],
      ['completion.bash'],
    ],
  ])('%s', (_, [line = '', ...words], expected) => {
    expect(completed(line, ...words)).toEqual(expected);
  });

  test('several people found by name are shown beside their codes', () => {
    const shown = completed('phucloi member show th', 'phucloi', 'member', 'show', 'th');
    expect(shown.map((line) => line.trim()).filter(Boolean)).toEqual([
      'M1  Nguyễn Thị Ánh',
      'M3  Lê Thị Đào',
    ]);
  });
});

describe.skipIf(!isInstalled('zsh'))('in zsh', () => {
  /** zsh completes within its line editor only: what would be offered is caught instead. */
  const completed = (...words: readonly string[]) =>
    printed(
      'zsh',
      ['-f'],
      `compdef() {}; _files() { print -- FILES }
       compadd() { print -rl -- "\${shown[@]}" }
       source ./completion.zsh
       words=(phucloi ${words.map(quoted).join(' ')}); CURRENT=$#words; PREFIX=$words[CURRENT]
       _phucloi`,
    );

  test.each([
    ['options with what each is for', ['gift', 'pay', '--ro'], ['--round  đợt']],
    ['a name with blanks, after an open quote', ['gift', 'approve', '--by', 'ph'], ['Phạm Thị Cúc']],
    [
      'a place behind a fund',
      ['gift', 'pay', '--from', 'TET:c'],
      ['TET:cash  Quỹ chăm lo Tết · Két tiền mặt'],
    ],
    ['nothing typed yet', ['gift', 'list', '--round', ''], ['tet  Tết Giáp Thìn 2024']],
    ['a file', ['unit', 'import', ''], ['FILES']],
  ])('%s', (_, words, expected) => {
    expect(completed(...words)).toEqual(expected);
  });

  test('its first line says whose words it completes', () => {
    expect(readFileSync(join(stage.folder, 'completion.zsh'), 'utf8')).toMatch(/^#compdef phucloi\n/);
  });
});

describe.skipIf(!isInstalled('fish'))('in fish', () => {
  const completed = (line: string) =>
    printed('fish', ['--no-config'], `source completion.fish; complete -C ${quoted(line)}`);

  test.each([
    ['options with what each is for', 'phucloi gift pay --ro', ['--round\tđợt']],
    ['a name with blanks', 'phucloi gift approve --by Ph', ['Phạm Thị Cúc']],
    ['a place behind a fund', 'phucloi gift pay --from TET:c', ['TET:cash\tQuỹ chăm lo Tết · Két tiền mặt']],
    ['nothing typed yet', 'phucloi gift list --round ', ['tet\tTết Giáp Thìn 2024']],
    ['a file', 'phucloi unit import completion.b', ['completion.bash']],
  ])('%s', (_, line, expected) => {
    expect(completed(line)).toEqual(expected);
  });
});

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

test('options that take a value are known before the command is', () => {
  const valued = Object.entries(GLOBALS)
    .filter(([, { takes }]) => takes !== 'nothing')
    .map(([key]) => `--${kebab(key)}`);
  expect([...VALUED].toSorted()).toEqual(valued.toSorted());
});

test('nothing is asked, written or said where the book is broken', async () => {
  stage.write('broken.db', 'no book');
  for (const line of ['member show ', 'gift pay --from ', 'close ', 'x y z']) {
    const played = await stage.run(['complete', '--', ...line.split(' '), '--book', 'broken.db', '']);
    expect(played).toMatchObject({ exit: 0, stderr: '' });
  }
  expect(readFileSync(join(stage.folder, 'broken.db'), 'utf8')).toBe('no book');
});

test('the build writes out every command line as its command declares it', async () => {
  const script = join(import.meta.dirname, '../../scripts/outlines.mjs');
  const { written } = (await import(script)) as { written: () => Promise<string> };
  const built = (await import(`data:text/javascript,${encodeURIComponent(await written())}`)) as {
    outlineOf: (entry: { readonly name: string }) => Promise<Outline>;
  };
  for (const entry of COMMANDS) expect(await built.outlineOf(entry)).toEqual(await outlineOf(entry));
});
