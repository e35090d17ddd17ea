import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

let stage: Stage;

beforeEach(() => {
  stage = new Stage();
});

afterEach(() => {
  stage.strike();
});

test.each([
  ['a link to itself', (path: string) => symlinkSync(path, path)],
  ['a folder', (path: string) => mkdirSync(path)],
  ['more than any configuration says', () => stage.write('phucloi.json', ' '.repeat(70_000))],
  ['a list', () => stage.write('phucloi.json', '[]')],
  ['a key that every object has', () => stage.write('phucloi.json', '{"toString": "vi"}')],
  [
    'the key of what every object comes from',
    () => stage.write('phucloi.json', '{"__proto__": {"lang": "vi"}}'),
  ],
])('%s is no configuration, which every command says but those that mend it', async (_, make) => {
  const path = join(stage.folder, 'phucloi.json');
  make(path);
  const { exit, stdout } = await stage.run(['fund', 'list', '--json']);
  expect(exit).toBe(2);
  expect((JSON.parse(stdout) as { error: { code: string } }).error.code).toBe('config.unfit');
  expect((await stage.run(['config', 'path'])).exit).toBe(0);
  expect((await stage.run(['--version'])).exit).toBe(0);
  rmSync(path, { recursive: true });
});
