import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dong } from '../../src/domain/dong.ts';
import { readWords as readFromList } from '../../src/intake/words.ts';
import { dongInWords } from '../../src/render/papers/words.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const OTHERS: Readonly<Record<string, number>> = { mốt: 1, tư: 4, lăm: 5 };

/** Reads the words back, by the grammar of Vietnamese numbers and not by the writer's rules. */
function readWords(words: string): bigint {
  const text = words.replace(/ đồng\.\/\.$/, '').toLowerCase();
  const [negative, rest] = text.startsWith('âm ') ? [true, text.slice(3)] : [false, text];
  let [all, below, hundreds, digit] = [0n, 0n, 0n, 0n];
  for (const word of rest.split(' ')) {
    if (word === 'trăm') [hundreds, digit] = [digit * 100n, 0n];
    else if (word === 'mươi') [hundreds, digit] = [hundreds + digit * 10n, 0n];
    else if (word === 'mười') hundreds += 10n;
    else if (word === 'linh' || word === 'lẻ') digit = 0n;
    else if (word === 'nghìn' || word === 'ngàn')
      [below, hundreds, digit] = [below + (hundreds + digit) * 1_000n, 0n, 0n];
    else if (word === 'triệu') [below, hundreds, digit] = [below + (hundreds + digit) * 1_000_000n, 0n, 0n];
    else if (word === 'tỷ')
      [all, below, hundreds, digit] = [(below + hundreds + digit) * 1_000_000_000n, 0n, 0n, 0n];
    else {
      const value = OTHERS[word] ?? DIGITS.indexOf(word);
      if (value < 0) throw new Error(`no number word: ${word}`);
      digit = BigInt(value);
    }
  }
  const value = all + below + hundreds + digit;
  return negative ? -value : value;
}

describe('amounts in words', () => {
  test.each([
    [0, 'Không đồng./.'],
    [301, 'Ba trăm linh một đồng./.'],
    [704, 'Bảy trăm linh bốn đồng./.'],
    [711, 'Bảy trăm mười một đồng./.'],
    [731, 'Bảy trăm ba mươi mốt đồng./.'],
    [15, 'Mười lăm đồng./.'],
    [24, 'Hai mươi tư đồng./.'],
    [105, 'Một trăm linh năm đồng./.'],
    [2_001, 'Hai nghìn không trăm linh một đồng./.'],
    [180_000_000, 'Một trăm tám mươi triệu đồng./.'],
    [1_416_882, 'Một triệu bốn trăm mười sáu nghìn tám trăm tám mươi hai đồng./.'],
    [1_000_000_001, 'Một tỷ không trăm linh một đồng./.'],
    [1_000_000_000_000, 'Một nghìn tỷ đồng./.'],
    [-500_000, 'Âm năm trăm nghìn đồng./.'],
  ])('%i', (amount, words) => {
    expect(dongInWords(amount as Dong)).toBe(words);
  });

  test('read back as the amount', () => {
    const amounts = fc.oneof(
      fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.integer({ min: 0, max: 9_000_000 }).map((thousands) => thousands * 1_000),
    );
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readWords(dongInWords(amount as Dong))).toBe(BigInt(amount));
      }),
    );
  });

  test('the South writes lẻ and ngàn; each is read back, by the list reader too, and no word of the other stands in it', () => {
    const amounts = fc.oneof(
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.constantFrom(0, 1, 11, 21, 24, 25, 101, 1_001, 1_014, 1_000_000_000_000_000, 1_000_000_005_000_000),
    );
    const spelling = fc.record({
      odd: fc.constantFrom('linh', 'lẻ'),
      thousand: fc.constantFrom('nghìn', 'ngàn'),
    });
    fc.assert(
      fc.property(amounts, spelling, (amount, words) => {
        const text = dongInWords(amount as Dong, words);
        expect(readWords(text)).toBe(BigInt(amount));
        expect(readFromList(text)).toBe(amount);
        const said = text.toLowerCase().split(' ');
        expect(said).not.toContain(words.odd === 'linh' ? 'lẻ' : 'linh');
        expect(said).not.toContain(words.thousand === 'nghìn' ? 'ngàn' : 'nghìn');
      }),
    );
    expect(dongInWords(1_105_000 as Dong, { odd: 'lẻ', thousand: 'ngàn' })).toBe(
      'Một triệu một trăm lẻ năm ngàn đồng./.',
    );
  });
});
