import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publish, publishWithSidecar } from '../../src/files/publish.ts';
import { Stage } from '../support/play.ts';

let stage: Stage;
const at = (name: string) => join(stage.folder, name);

beforeEach(() => {
  stage = new Stage();
  writeFileSync(at('draft'), 'whole');
});
afterEach(() => {
  stage.strike();
});

test('a draft takes a free name, and no name that somebody has: not even that of a link to nothing', () => {
  publish(at('draft'), at('so'));
  expect(readFileSync(at('so'), 'utf8')).toBe('whole');
  writeFileSync(at('other'), 'other');
  symlinkSync(at('nothing'), at('lien-ket'));
  for (const name of ['so', 'lien-ket'])
    expect(() => {
      publish(at('other'), at(name));
    }, name).toThrow('file.exists');
  expect(readFileSync(at('so'), 'utf8')).toBe('whole');
  expect(lstatSync(at('lien-ket')).isSymbolicLink()).toBe(true);
});

test('where neither link nor rename can be, the name that was taken for it is given back', () => {
  // A folder has no second name, and takes the place of no file.
  mkdirSync(at('folder'));
  expect(() => {
    publish(at('folder'), at('so'));
  }).toThrow('file.unwritable');
  expect(existsSync(at('so'))).toBe(false);
});

test('a file whose digest cannot stand beside it does not stand either', () => {
  mkdirSync(at('so.sha256'));
  writeFileSync(at('digest'), 'digest');
  expect(() => {
    publishWithSidecar(at('draft'), at('digest'), at('so'));
  }).toThrow('file.unwritable');
  expect(readdirSync(stage.folder)).toEqual(['digest', 'draft', 'so.sha256']);
});
