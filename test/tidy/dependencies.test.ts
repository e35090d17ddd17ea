import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const [packages = '', scripts = ''] = read('docs/dependencies.md').split('## Install scripts');

/** The rows of a page's tables, without their headings. */
const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => /^\| (?!package\b)[^-]/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test('every dependency has its reason in docs/dependencies.md, and every reason its dependency', () => {
  const named = rows(packages).map(([name = '']) => name);
  const all = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  expect(named.toSorted()).toEqual(all.toSorted());
  expect(rows(packages).filter(([, why = '']) => why === '')).toEqual([]);
});

test('install scripts that run are those that the page names, and no other package has one', () => {
  const said = rows(scripts).map(([name, runs]) => [name, runs === 'yes']);
  expect(Object.fromEntries(said)).toEqual(manifest.allowScripts);
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Readonly<Record<string, { hasInstallScript?: boolean }>>;
  };
  const have = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(have.filter((name) => manifest.allowScripts[name] === undefined)).toEqual([]);
});
