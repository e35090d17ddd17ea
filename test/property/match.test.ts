import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayBefore, daysBetween, lastDay, readDay, type Day, type Month } from '../../src/domain/day.ts';
import { asDong } from '../../src/domain/dong.ts';
import { match, type Entry, type Line, type Suggestion } from '../../src/domain/match.ts';

// A failing run prints its seed and path: fc.assert takes both to play it again.
const dayOf = (number: number): Day =>
  readDay(`${(number % 28) + 1}/${Math.floor(number / 28) + 1}/2024`) as Day;

const NAMES = ['', 'Nguyễn Thị Ánh', 'NGUYEN THI ANH', 'Trần Văn Bình', 'Lê Thị Đào', 'CĐCS Bệnh viện A'];
const REFERENCES = ['', 'FT240001', 'FT240002', 'FT24', '1'];
const CODES = ['BC-MAIAM-2024-0001', 'BC-XHTT-2024-0002', 'BN-TET-2024-0003'];

const amount = fc.constantFrom(-500_000, -11_000, 50_000, 100_000, 150_000, 200_000, 300_000).map(asDong);
const someDay = fc.integer({ min: 0, max: 12 }).map(dayOf);

const line = fc.record({
  day: someDay,
  amount,
  reference: fc.constantFrom(...REFERENCES),
  kind: fc.constantFrom('contribution', 'fee'),
  party: fc.constantFrom(...NAMES),
  content: fc.constantFrom('ung ho', 'theo BC MAIAM 2024 0001', 'chi BN-TET-2024-0003'),
  taken: fc.boolean(),
});
const entry = fc.record({
  bookedOn: someDay,
  ownDay: fc.option(someDay, { nil: undefined }),
  net: amount,
  documentNo: fc.option(fc.constantFrom(...REFERENCES), { nil: undefined }),
  voucher: fc.option(
    fc.integer({ min: 0, max: 2 }).map((at) => ({ id: at + 1, code: CODES[at] ?? '' })),
    { nil: undefined },
  ),
  party: fc.constantFrom(...NAMES),
  taken: fc.boolean(),
});
const numbered = <T>(all: readonly T[]): (T & { id: number })[] =>
  all.map((each, at) => ({ ...each, id: at + 1 }));
const book = fc.record({
  lines: fc.array(line, { maxLength: 25 }).map(numbered),
  entries: fc.array(entry, { maxLength: 25 }).map(numbered),
});

test('no line and no entry is used twice, both sides are equal, what is taken stays out', () => {
  fc.assert(
    fc.property(book, ({ lines, entries }) => {
      const { suggestions, doubts } = match(lines, entries);
      const [usedLines, usedEntries] = [
        suggestions.flatMap((each) => each.lines),
        suggestions.flatMap((each) => each.entries),
      ];
      expect(new Set(usedLines).size).toBe(usedLines.length);
      expect(new Set(usedEntries).size).toBe(usedEntries.length);
      const amountOf = new Map(lines.map((each) => [each.id, each]));
      const netOf = new Map(entries.map((each) => [each.id, each]));
      for (const each of suggestions) {
        expect(each.lines.length * each.entries.length).toBeGreaterThan(0);
        expect(sumOf(each.lines.map((id) => amountOf.get(id)?.amount ?? Number.NaN))).toBe(
          sumOf(each.entries.map((id) => netOf.get(id)?.net ?? Number.NaN)),
        );
      }
      for (const id of usedLines) expect(amountOf.get(id)?.taken).toBe(false);
      for (const id of usedEntries) expect(netOf.get(id)?.taken).toBe(false);
      for (const doubt of doubts) {
        expect(usedLines).not.toContain(doubt.line);
        for (const id of doubt.entries) {
          expect(usedEntries).not.toContain(id);
          expect(netOf.get(id)?.net).toBe(amountOf.get(doubt.line)?.amount);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('one line and one entry on the same day are sure only where no other pair is as good', () => {
  fc.assert(
    fc.property(book, ({ lines, entries }) => {
      const used = { lines: new Set<number>(), entries: new Set<number>() };
      for (const each of match(lines, entries).suggestions) {
        if (each.reason.startsWith('near')) expect(each.sure).toBe(false);
        if (each.reason === 'day' && each.sure) {
          const own = lines.find(({ id }) => id === each.lines[0]);
          const rivals = lines.filter(
            (other) =>
              !other.taken &&
              !used.lines.has(other.id) &&
              other.day === own?.day &&
              other.amount === own.amount,
          );
          const mates = entries.filter(
            (other) =>
              !other.taken &&
              !used.entries.has(other.id) &&
              (other.ownDay ?? other.bookedOn) === own?.day &&
              other.net === own.amount,
          );
          expect(rivals.map(({ id }) => id)).toEqual(each.lines);
          expect(mates.map(({ id }) => id)).toEqual(each.entries);
        }
        for (const id of each.lines) used.lines.add(id);
        for (const id of each.entries) used.entries.add(id);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the order in which lines and entries come changes nothing', () => {
  const shuffled = book.chain(({ lines, entries }) =>
    fc.record({
      lines: fc.constant(lines),
      entries: fc.constant(entries),
      mixedLines: fc.shuffledSubarray(lines, { minLength: lines.length }),
      mixedEntries: fc.shuffledSubarray(entries, { minLength: entries.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ lines, entries, mixedLines, mixedEntries }) => {
      expect(match(mixedLines, mixedEntries)).toEqual(match(lines, entries));
    }),
    { numRuns: 300 },
  );
});

/** One movement of money as a bank and a book may each write it. */
const movement = fc.record({
  how: fc.constantFrom('reference', 'voucher', 'day', 'name', 'joined', 'split'),
  parts: fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 6 }),
  out: fc.boolean(),
});

test('movements that a bank and a book write in their own ways are all found, and found rightly', () => {
  fc.assert(
    fc.property(fc.array(movement, { minLength: 1, maxLength: 30 }), fc.integer(), (movements, seed) => {
      const lines: Line[] = [];
      const entries: Entry[] = [];
      const truth: string[] = [];
      for (const [at, { how, parts, out }] of movements.entries()) {
        // A day and an amount of its own each, so that only what is one movement can be equal.
        const day = dayOf(at * 8);
        const amounts = parts.map((part) => asDong((out ? -1 : 1) * (10 ** 9 * (at + 1) + part)));
        const all = asDong(sumOf(amounts));
        const [ofLines, ofEntries] = [how === 'split' ? amounts : [all], how === 'joined' ? amounts : [all]];
        const voucher = { id: at + 1, code: `BC-MAIAM-2024-${String(at + 1).padStart(4, '0')}` };
        const first = { lines: lines.length, entries: entries.length };
        for (const value of ofLines)
          lines.push({
            id: lines.length + 1,
            day,
            amount: value,
            reference: how === 'reference' ? `FT2024${at}` : '',
            kind: 'contribution',
            party: how === 'name' ? 'NGUYEN THI ANH' : '',
            content: how === 'voucher' ? `theo ${voucher.code} ung ho` : 'ung ho',
          });
        for (const value of ofEntries)
          entries.push({
            id: entries.length + 1,
            bookedOn: how === 'reference' || how === 'voucher' ? dayBefore(day) : day,
            net: value,
            documentNo: how === 'reference' ? `ft 2024${at}` : undefined,
            voucher,
            party: how === 'name' ? 'Nguyễn Thị Ánh' : '',
          });
        truth.push(
          keyOf({
            lines: lines.slice(first.lines).map(({ id }) => id),
            entries: entries.slice(first.entries).map(({ id }) => id),
          }),
        );
      }
      const { suggestions, doubts } = match(mixed(lines, seed), mixed(entries, seed));
      expect(suggestions.map(keyOf).toSorted()).toEqual(truth.toSorted());
      expect(suggestions.every(({ sure }) => sure)).toBe(true);
      expect(doubts).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('days are counted as the calendar counts them', () => {
  const months = fc.record({
    year: fc.integer({ min: 1900, max: 2998 }),
    month: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(months, ({ year, month }) => {
      const last = lastDay(`${year}-${String(month).padStart(2, '0')}` as Month);
      expect(daysBetween(dayBefore(last), last)).toBe(1);
      const next = readDay(`1/${(month % 12) + 1}/${month === 12 ? year + 1 : year}`) as Day;
      expect(daysBetween(last, next)).toBe(1);
      expect(daysBetween(next, last)).toBe(-1);
    }),
  );
});

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function keyOf({ lines, entries }: Pick<Suggestion, 'lines' | 'entries'>): string {
  const sorted = (keys: readonly number[]) => keys.toSorted((a, b) => a - b).join(',');
  return `${sorted(lines)}=${sorted(entries)}`;
}

/** Another order, the same for the same seed. */
function mixed<T extends { id: number }>(all: readonly T[], seed: number): T[] {
  const weight = ({ id }: T) => Math.imul(id ^ seed, 0x9e3779b1) >>> 0;
  return all.toSorted((a, b) => weight(a) - weight(b));
}
