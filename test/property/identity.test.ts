import fc from 'fast-check';
import { expect, test } from 'vitest';
import provinces from '../../data/id-provinces.json' with { type: 'json' };
import { readDay, type Day } from '../../src/domain/day.ts';
import { birthYear, idDoubts, mendedId, type Sex } from '../../src/domain/identity.ts';
import { masked } from '../../src/domain/mask.ts';

const CODES = [...Object.keys(provinces.verified), ...Object.keys(provinces.unverified)];

/** A citizen ID as it is issued, with whose it is. */
const citizen = fc
  .record({
    province: fc.constantFrom(...CODES),
    birthYear: fc.integer({ min: 1930, max: 2024 }),
    sex: fc.constantFrom<Sex>('male', 'female'),
    rest: fc.integer({ min: 0, max: 999_999 }),
  })
  .map(({ province, rest, ...owner }) => {
    const mark = (owner.birthYear < 2000 ? 0 : 2) + (owner.sex === 'male' ? 0 : 1);
    const year = String(owner.birthYear % 100).padStart(2, '0');
    return { id: `${province}${mark}${year}${String(rest).padStart(6, '0')}`, owner };
  });

test('a number as it is issued is never doubted, however it is spaced', () => {
  fc.assert(
    fc.property(citizen, ({ id, owner }) => {
      expect(idDoubts(id, owner)).toEqual([]);
      expect(idDoubts(`${id.slice(0, 3)} ${id.slice(3, 6)}.${id.slice(6)}`, owner)).toEqual([]);
      expect(idDoubts(id)).toEqual([]);
    }),
  );
});

test('another birth year and the other sex are each told, and only they', () => {
  fc.assert(
    fc.property(citizen, fc.integer({ min: 1, max: 80 }), ({ id, owner }, years) => {
      const sex = owner.sex === 'male' ? 'female' : 'male';
      expect(idDoubts(id, { ...owner, birthYear: owner.birthYear - years })).toEqual(['year']);
      expect(idDoubts(id, { ...owner, sex })).toEqual(['sex']);
      expect(idDoubts(id, { birthYear: owner.birthYear + years, sex })).toEqual(['year', 'sex']);
    }),
  );
});

test('what a spreadsheet took from the front comes back whole, and nothing else is mended', () => {
  fc.assert(
    fc.property(citizen, ({ id, owner }) => {
      const eaten = id.replace(/^0+/, '');
      expect(mendedId(eaten)).toBe(id);
      expect(idDoubts(eaten, owner)).toEqual(['zero']);
      expect(mendedId(id)).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{0,14}$/), (digits) => {
      const mended = mendedId(digits);
      if (mended === undefined) return;
      expect(mended.endsWith(digits)).toBe(true);
      expect(idDoubts(mended).filter((doubt) => doubt !== 'year')).toEqual([]);
    }),
  );
});

test('a number is doubted for one cause of length or letters, and never shown by more than its end', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (text) => {
      const doubts = idDoubts(text);
      const digits = text.replace(/[\s.-]/gu, '');
      if (!/^\d+$/.test(digits)) expect(doubts).toEqual(['letters']);
      const shown = masked(text).replace(/\D/g, '');
      expect(shown.length).toBeLessThanOrEqual(3);
      expect(text.replace(/\D/g, '').endsWith(shown)).toBe(true);
    }),
  );
});

test('birth dates are read as days and years, and none that is still to come', () => {
  const today = readDay('30/11/2024') as Day;
  const read = ['12/05/1985', '1985-05-12', '1985', '31/02/1980', '12/2024', '01/12/2024', '2025', '85', ''];
  expect(read.map((born) => birthYear(born, today))).toEqual([
    1985,
    1985,
    1985,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
