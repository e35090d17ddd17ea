import fc from 'fast-check';
import { expect, test } from 'vitest';
import { optionWords, quoted, wordsIn } from '../../src/domain/command-line.ts';

test.each([
  ['16/QĐ-CĐYT', '16/QĐ-CĐYT'],
  ['LĐLĐ tỉnh', '"LĐLĐ tỉnh"'],
  ['', '""'],
  ['$(id) `id`', "'$(id) `id`'"],
  ['Quán "Hai"', `'Quán "Hai"'`],
  [`"Hai" d'Or`, String.raw`'"Hai" d'\''Or'`],
])('%s is shown as a shell takes it', (word, line) => {
  expect(quoted(word)).toBe(line);
});

test('what is quoted is read again', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', 'ố', '"', "'", '$', '`', '\\', '!', '-', '=', '\n'),
  });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (words) => {
      expect(wordsIn(words.map(quoted).join(' '))).toEqual(words);
    }),
  );
});

test('a value that begins as an option does is joined to its own', () => {
  expect(optionWords('--note', ['--dry-run'])).toEqual(['--note=--dry-run']);
  expect(optionWords('--level', ['-a=1', 'b=2'])).toEqual(['--level=-a=1', '--level=b=2']);
  expect(optionWords('--note', ['Tết'])).toEqual(['--note', 'Tết']);
});
