import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parse } from '../../src/cli/parse.ts';
import { GLOBALS } from '../../src/cli/globals.ts';
import { en } from '../../src/render/help/en.ts';
import { vi } from '../../src/render/help/vi.ts';
import { wordsOf } from '../support/play.ts';

const root = join(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = tracked.filter((path) => path.startsWith('src/') && path.endsWith('.ts'));
const withoutComments = (path: string): string =>
  text(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');

/** What each folder may import from the others, and what to do instead. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  report: ['report', 'domain'],
  intake: ['intake', 'domain', 'files'],
  usecase: ['usecase', 'domain', 'report', 'intake'],
  store: ['store', 'domain', 'usecase/port', 'usecase/book.ts', 'files'],
  render: ['render', 'domain', 'report', 'usecase/port', 'usecase/phrases.ts', 'files/data.ts'],
  files: ['files', 'domain/failure.ts'],
  cli: ['cli', 'domain', 'report', 'intake', 'usecase', 'render', 'files'],
};

/** Packages have one home each. */
const HOMES: Readonly<Record<string, string>> = {
  kysely: 'src/store/',
  'better-sqlite3': 'src/store/',
  commander: 'src/cli/',
  inquirer: 'src/cli/',
  chalk: 'src/cli/',

  yauzl: 'src/intake/workbook',
  sax: 'src/intake/workbook src/render/template/',
  htmlparser2: 'src/intake/html.ts',
  'iconv-lite': 'src/intake/',
  yazl: 'src/render/xlsx/ src/render/template/',
  pdfkit: 'src/render/pdf/',
  'read-vietnamese-number': 'src/render/',
  'get-east-asian-width': 'src/render/',
};

function importsOf(path: string): string[] {
  return [...text(path).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('imports', () => {
  test('point one way', () => {
    const wrong: string[] = [];
    for (const path of sources) {
      const folder = path.split('/')[1] ?? '';
      for (const target of importsOf(path).filter((name) => name.startsWith('.'))) {
        const into = relative(join(root, 'src'), join(root, dirname(path), target));
        if (into.startsWith('..')) continue;
        const wire = path === 'src/cli/wire.ts' && into.startsWith('store/');
        const allowed = (MAY_IMPORT[folder] ?? []).some((may) => into === may || into.startsWith(`${may}/`));
        if (!allowed && !wire) {
          wrong.push(`${path} imports ${into}: pass it in from the folder that knows both, or move it down`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('packages stay in their homes, and the domain has none', () => {
    const wrong: string[] = [];
    for (const path of sources) {
      for (const name of importsOf(path).filter((each) => !each.startsWith('.'))) {
        const home = HOMES[name];
        if (home !== undefined && !home.split(' ').some((each) => path.startsWith(each))) {
          wrong.push(`${path}: ${name} belongs in ${home}`);
        }
        if (/^src\/(domain|report)\//.test(path)) wrong.push(`${path}: ${name}: domain and report are pure`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('sources', () => {
  test('have at most 400 lines: past that a file is two things', () => {
    const long = sources.filter((path) => text(path).split('\n').length > 400);
    expect(long).toEqual([]);
  });

  test('read no clock and no chance outside the edge', () => {
    const banned = /new Date\(\)|Date\.now|Math\.random|process\.env/;
    const wrong = sources.filter(
      (path) => !path.startsWith('src/cli/main.ts') && banned.test(withoutComments(path)),
    );
    expect(wrong).toEqual([]);
  });

  test('keep no state at the top of a module, export by name, have no barrels', () => {
    const wrong = sources.filter(
      (path) =>
        /^(export )?let /m.test(text(path)) ||
        /^export default|^export \* from/m.test(text(path)) ||
        path.endsWith('/index.ts'),
    );
    expect(wrong).toEqual([]);
  });

  test('never turn text into money by Number or parseFloat', () => {
    const wrong = sources.filter((path) => /parseFloat|parseInt/.test(withoutComments(path)));
    const intake = sources.filter(
      (path) => path.startsWith('src/intake/') && /\bNumber\(/.test(withoutComments(path)),
    );
    // A parser's line number is no money.
    expect([...wrong, ...intake.filter((path) => path !== 'src/intake/csv.ts')]).toEqual([]);
  });

  test('keep Vietnamese to catalogues, data and the examples of commands', () => {
    const letters = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;
    const wrong = sources.filter(
      (path) =>
        !/^src\/(render\/(messages|help|guide|papers)\/|cli\/command\/)/.test(path) &&
        letters.test(withoutComments(path).replace(/ALPHABET = '[^']+'|\/\[đð\]\/g/g, '')),
    );
    expect(wrong).toEqual([]);
  });

  test('give a reason with every suppression', () => {
    const bare = sources
      .concat(tracked.filter((path) => path.startsWith('test/') && path.endsWith('.ts')))
      .filter((path) => path !== 'test/tidy/tidy.test.ts')
      .filter((path) =>
        /(oxlint-disable|@ts-ignore|@ts-expect-error|eslint-disable)[^\n]*$/m.test(text(path)),
      )
      .filter((path) => !/(oxlint-disable|@ts-expect-error)[^\n]* -- \w+/.test(text(path)));
    expect(bare).toEqual([]);
  });
});

describe('commands', () => {
  test.each([
    ['vi', vi],
    ['en', en],
  ])('and their options are all in the help (%s)', async (_, texts) => {
    const missing: string[] = [];
    const used = new Set(Object.keys(GLOBALS));
    const valued = new Set<string>();
    for (const { name, load } of COMMANDS) {
      if (texts.commands[name] === undefined) missing.push(name);
      const command = (await load()).commandFor(name.split(' ')[0] ?? '');
      expect(command.name).toBe(name);
      for (const [key, { value }] of Object.entries(command.options)) {
        used.add(key);
        valued.add(`${key} ${value}`);
      }
    }
    for (const key of used) if (texts.flags[key] === undefined) missing.push(`--${key}`);
    expect(missing).toEqual([]);
    expect(
      Object.keys(texts.commands).filter((name) => !COMMANDS.some((entry) => entry.name === name)),
    ).toEqual([]);
    expect(Object.keys(texts.flags).filter((key) => !used.has(key) && !valued.has(key))).toEqual([]);
  });

  test('have a file each, a name each and an alias each', () => {
    const files = sources.filter((path) => path.startsWith('src/cli/command/'));
    const table = text('src/cli/commands.ts');
    expect(files.filter((path) => !table.includes(`./command/${path.split('/').at(-1)}`))).toEqual([]);
    const names = COMMANDS.flatMap(({ name, alias }) => [name, alias]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('have examples that their own parser takes', async () => {
    const wrong: string[] = [];
    for (const { name, load } of COMMANDS) {
      const command = (await load()).commandFor(name.split(' ')[0] ?? '');
      if (command.examples.length === 0) wrong.push(name);
      for (const example of command.examples) {
        if (!example.startsWith(name)) wrong.push(example);
        expect(() => parse(command, wordsOf(example.slice(name.length))), example).not.toThrow();
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the lock file', () => {
  interface Lock {
    readonly packages: Readonly<Record<string, { gypfile?: boolean; resolved?: string }>>;
  }
  const lock = JSON.parse(text('package-lock.json')) as Lock;

  test('keeps better-sqlite3 from being compiled: run `npm run lock` after npm install', () => {
    expect(lock.packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
  });

  test('names no registry host', () => {
    expect(Object.values(lock.packages).filter((each) => each.resolved !== undefined)).toEqual([]);
  });
});

test('the project names no path of a machine and no registry', () => {
  const host = ['registry', 'npmjs'].join('.');
  const place = ['/wo', 'rk/'].join('');
  const wrong = tracked
    .filter((path) => /\.(ts|mjs|js|json|md|txt|csv|yml)$|^\.ci\//.test(path))
    .filter((path) => text(path).includes(host) || text(path).includes(place));
  expect(wrong).toEqual([]);
});
