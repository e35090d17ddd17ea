import { assert, constantFrom, integer, pre, property, tuple, array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskedText } from '../../src/domain/mask.ts';

/** All that people put between the groups of a number. */
const SEPARATORS = ['', ' ', '.', '-', ' - ', '\u00a0', '\u2013', '. '];
const WORDS = ['', 'LH ', 'liên hệ: ', 'chị Lan (', 'sal', 'ft', 'zp', 'usal', 'số máy ', 'a;'];
const AFTER = ['', ' hoặc', ' dong gop', ')', ', cảm ơn', ' NGUYEN VAN A', '/'];

/** Every way to write digits in groups, a bit for each gap. */
function grouped(digits: string, gaps: number, separator: string): string {
  return Array.from(digits)
    .map((digit, at) => (at > 0 && ((gaps >> (at - 1)) & 1) === 1 ? separator + digit : digit))
    .join('');
}

/** A day with the rest of a number after it, or a mobile number with two digits: what is then hidden is that alone. */
const LOOKS_OTHER = /^0[35789]\d{8}\D|^\d\d?([.-])\d\d?\1(?:19|20)\d\d(?![.-]?\d)/;

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

describe('a number of a person is hidden however it is written', () => {
  const numbers = [
    '0912345678',
    '84912345678',
    '02438251234',
    '0283825123',
    '079123456789',
    '001085012345',
    '241234567',
  ];
  for (const number of numbers)
    test(`${number.length} digits: all groupings with each separator`, () => {
      const seen: string[] = [];
      for (let gaps = 0; gaps < 2 ** (number.length - 1); gaps += 1)
        for (const separator of SEPARATORS) {
          const written = grouped(number, gaps, separator);
          // Without a word before it, this is how an amount is written.
          if (LOOKS_OTHER.test(written)) continue;
          if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(written) && number.length === 9) continue;
          const shown = maskedText(`LH ${written} nhé`);
          if (digitsOf(shown).length > 3) seen.push(`${written} was shown as ${shown}`);
        }
      expect(seen).toEqual([]);
    }, 60_000);

  test('with separators and words of every kind', () => {
    assert(
      property(
        constantFrom(...numbers),
        array(constantFrom(...SEPARATORS), { minLength: 11, maxLength: 11 }),
        constantFrom(...WORDS),
        constantFrom(...AFTER),
        (number, separators, word, after) => {
          const written = Array.from(number)
            .map((digit, at) => digit + (separators[at] ?? ''))
            .join('');
          pre(!LOOKS_OTHER.test(written) && !(number.startsWith('24') && /\d\.\d{3}(?!\d)/.test(written)));
          const shown = maskedText(word + written.trim().replace(/[.-]+$/, '') + after);
          expect(digitsOf(shown).length).toBeLessThanOrEqual(3);
        },
      ),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['LH +84 912 345 678 hoặc 0912 34 56 78', 'LH ***678 hoặc ***678'],
    ['(84) 912 345 678', '***678'],
    ['+84 (0)912 345 678', '***678'],
    ['(024) 3825 1234', '***234'],
    ['0912345678/0987654321', '***678/***321'],
    ['0912 345 678 0987 654 321', '***678 ***321'],
    ['0912345678 0987654321', '***678 ***321'],
    ['CMND 24123456', 'CMND ***456'],
    ['CMND số 241.234.567', 'CMND số ***567'],
    ['STK: 1234 5678', 'STK: ***678'],
    ['sal0912345678', 'sal***678'],
    ['chuyen sal 12, xft123456789', 'chuyen sal 12, xft***789'],
    ['05.01.2024 0912345678', '05.01.2024 ***678'],
    ['12.500.000 0912 345 678', '12.500.000 ***678'],
    ['500.000 đồng, 0912.345.678 đồng ý', '500.000 đồng, ***678 đồng ý'],
  ])('%s', (words, shown) => {
    expect(maskedText(words)).toBe(shown);
  });
});

describe('what is no number of a person stays to be read', () => {
  const day = tuple(
    integer({ min: 1, max: 28 }),
    integer({ min: 1, max: 12 }),
    integer({ min: 1990, max: 2040 }),
  );
  const two = (value: number) => String(value).padStart(2, '0');

  test('amounts with dots, and with blanks before a currency', () => {
    assert(
      property(
        integer({ min: 1, max: 83_999_999_999 }),
        constantFrom('Chi ', '', 'gạo, '),
        (amount, word) => {
          const dotted = String(amount).replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
          for (const unit of ['', ' đồng', 'đ', ' VND', ' suất', ', 500.000'])
            expect(maskedText(word + (amount < 1000 ? String(amount) : dotted) + unit)).toBe(
              word + (amount < 1000 ? String(amount) : dotted) + unit,
            );
          const blanks = `${word}${dotted.replaceAll('.', ' ')}`;
          for (const unit of [' đồng', ' đ', ' VNĐ', ' triệu'])
            expect(maskedText(blanks + unit)).toBe(blanks + unit);
          expect(maskedText(`${word}${amount} đồng`)).toBe(`${word}${amount} đồng`);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('days and spans of days', () => {
    assert(
      property(day, day, ([day, month, year], [other, , later]) => {
        const said = [
          `${two(day)}/${two(month)}/${year}`,
          `${two(day)}-${two(month)}-${year}`,
          `${day}.${month}.${year}`,
          `${year}-${two(month)}-${two(day)}`,
          `${year}-${two(month)}-${two(day)} - ${later}-12-${two(other)}`,
          `từ ${two(day)}/${two(month)} đến ${two(other)}/12/${later}`,
          `${year} - ${later}`,
          `${two(day)}.${two(month)}.${year} 500.000`,
        ];
        for (const text of said) expect(maskedText(text)).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    '12/QĐ-CĐYT',
    'Nghị quyết 15/2024/NQ-BCH',
    'PC-2024-0012',
    'PT-2024-0012, PC-2024-0013 - 5',
    'tet-2026/0012',
    'MBVCB.1234567890.123456.Ung ho',
    'FT24005111111',
    'ZP240912000001',
    'ma GD 123456789',
    'Giai đoạn 2023 2024 2025',
    '5.000.000 - 10.000.000',
    'số tiền 1 500 000 000',
  ])('%s', (words) => {
    expect(maskedText(words)).toBe(words);
  });
});
