import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../../src/usecase/check/rules.ts';
import { testTranscripts } from '../support/transcript.ts';

const folder = import.meta.dirname;

// One transcript for each rule: one look in which it fires and one in which it does not.
testTranscripts(folder);

/** Rules that only an altered book can fire; the test that alters one. */
const BY_ALTERING = 'test/property/mutation.test.ts';
const ALTERED: readonly string[] = ['R25', 'R26'];

test('every rule fires in its transcript, and does not', () => {
  const wanting = RULES.filter(({ code }) => {
    if (ALTERED.includes(code)) return false;
    const path = join(folder, `${code.toLowerCase()}.txt`);
    if (!existsSync(path)) return true;
    const looks = readFileSync(path, 'utf8')
      .split(/^(?=[$%#] )/m)
      .filter((part) => part.startsWith(`$ phucloi check --rule ${code} `));
    const fires = (look: string) => look.includes(` · ${code} · `) || look.includes(`"rule":"${code}"`);
    return !looks.some(fires) || looks.every(fires);
  });
  expect(wanting.map(({ code }) => code)).toEqual([]);
});

test('every kind of finding is shown by a transcript', () => {
  const shown = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const kinds = RULES.filter(({ code }) => !ALTERED.includes(code)).flatMap(({ kinds: of }) =>
    Object.keys(of),
  );
  expect(kinds.filter((kind) => !shown.includes(` ${kind}:`))).toEqual([]);
});

test('rules that a transcript cannot fire are fired elsewhere', () => {
  const text = readFileSync(join(folder, '../..', BY_ALTERING), 'utf8');
  expect(ALTERED.filter((code) => !text.includes(code))).toEqual([]);
});

test('codes stand in order, and each kind of finding belongs to one rule', () => {
  expect(RULES.map(({ code }) => code)).toEqual(RULES.map((_, at) => `R${String(at + 1).padStart(2, '0')}`));
  const kinds = RULES.flatMap((rule) => Object.keys(rule.kinds));
  expect(new Set(kinds).size).toBe(kinds.length);
});
