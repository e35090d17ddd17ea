import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOurs, totalOf, type PartState } from '../../src/domain/award.ts';
import type { Day } from '../../src/domain/day.ts';
import { sqliteLibrary } from '../../src/store/library.ts';
import type { Reader } from '../../src/usecase/port/ports.ts';
import { Stage, wordsOf } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

const END = '2024-11-30' as Day;
/** Days on which the book is asked again: before, amid and after what is done, so that much of it lies ahead. */
const DAYS = ['2024-01-02', '2024-01-08', '2024-01-14', '2024-01-20', '2024-01-27', END] as Day[];

const SET_UP = [
  ...SMALL_BOOK,
  'goods add PHIEU --name "Phiếu mua hàng" --measure phiếu --face 300.000',
  'goods receive --fund TET --item PHIEU --quantity 8 --value 2.400.000 --on 02/01/2024 --donor "Công ty A"',
  'goods receive --fund TINH --item PHIEU --quantity 3 --value 900.001 --on 02/01/2024 --donor "LĐLĐ tỉnh"',
  'gift open --round tet --member M1 --payer TET --amount 200.000 --goods PHIEU=1 --on 03/01/2024',
  'gift open --round tet --member M2 --payer TET --amount 300.000 --goods PHIEU=2 --on 03/01/2024',
  'gift open --round tet --member M3 --payer TINH --goods PHIEU=2 --on 03/01/2024',
  'gift approve --round tet --decision 01 --by An --on 03/01/2024',
];

/** Signatures that were taken back, which so few lines seldom come to by themselves. */
const TAKEN_BACK = [
  'gift pay --round tet --from TET:cash --on 10/1/2024',
  'gift sign --round tet --all',
  `operation undo ${SET_UP.length + 2} --reason nhầm`,
];

const step = fc
  .record({
    verb: fc.constantFrom(
      'gift open',
      'gift approve',
      'gift pay',
      'gift pay --goods',
      'gift pay --handed-to',
      'gift sign',
      'gift return',
      'goods give',
      'goods reverse',
      'entry reverse',
      'operation undo',
    ),
    day: fc.integer({ min: 3, max: 24 }),
    fund: fc.constantFrom('TET', 'TINH'),
    cash: fc.boolean(),
    goods: fc.integer({ min: 0, max: 2 }),
    outside: fc.boolean(),
    which: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ verb, day, fund, cash, goods, outside, which }) => {
    const on = `--on ${day}/1/2024`;
    const of = `--case tet/000${(which % 4) + 1}`;
    const scope = which % 3 === 0 ? of : '--round tet';
    const parts = `${cash || goods === 0 ? '--amount 200.000' : ''} ${goods > 0 ? `--goods PHIEU=${goods}` : ''}`;
    const lines: { readonly [V in typeof verb]: string } = {
      'gift open': `gift open --round tet --member M4 --payer ${fund} ${parts} ${outside ? '--outside "Công ty A=50.000"' : ''} ${on}`,
      'gift approve': `gift approve ${scope} --decision 01 --by An ${on}`,
      'gift pay': `gift pay ${scope} --from ${fund}:cash ${on} --per ${cash ? 'award' : 'unit'}`,
      'gift pay --goods': `gift pay ${scope} --from ${fund} --goods PHIEU ${on}`,
      'gift pay --handed-to': `gift pay ${scope} --from ${fund}:cash --handed-to Nga --due 31/01/2024 ${on}`,
      'gift sign': `gift sign ${scope} --all`,
      'gift return': `gift return ${of} --reason hỏng --on 28/1/2024`,
      'goods give': `goods give --fund ${fund} --item PHIEU --quantity ${goods + 1} ${of} ${on}`,
      'goods reverse': `goods reverse XK-${fund}-2024-000${(which % 5) + 1} --reason nhầm`,
      'entry reverse': `entry reverse ${which} --reason nhầm`,
      'operation undo': `operation undo ${which + 13} --reason nhầm`,
    };
    return lines[verb];
  });

/** A book as every sequence finds it: goods in stock, and awards of two payers decided. */
async function setUp(): Promise<Uint8Array> {
  const stage = new Stage();
  try {
    for (const line of SET_UP) await stage.data(line);
    return stage.read('phucloi.db');
  } finally {
    stage.strike();
  }
}

async function mustAddUp(reader: Reader): Promise<void> {
  const ours = (await reader.awards({})).flatMap(({ parts }) => parts.filter(isOurs));
  const of = (which: (part: PartState) => boolean) => totalOf(ours.filter(which));
  // Nothing is paid that was not decided, or signed for that was not paid: goods no less than money.
  for (const part of ours) {
    if (part.paid !== undefined) expect(part.approved).toBe(true);
    if (part.signedOn !== undefined) expect(part.paid).toBeDefined();
  }
  const decided = of((part) => part.approved);
  const paid = of((part) => part.paid !== undefined);
  expect(decided).toBeGreaterThanOrEqual(paid);
  expect(paid).toBeGreaterThanOrEqual(of((part) => part.signedOn !== undefined));
  // The inspections, which ask the book in their own way, come to the same.
  const check = await reader.check();
  const sumOf = (facts: readonly { readonly total: number }[]) =>
    facts.reduce((all, { total }) => all + total, 0);
  expect(sumOf(await check.unsigned(END))).toBe(
    of((part) => part.paid !== undefined && part.signedOn === undefined),
  );
  expect(sumOf(await check.unpaid(END))).toBe(
    of((part) => part.approved && part.paid === undefined && part.handed === undefined),
  );
  for (const day of DAYS) await mustAgreeOn(day, reader);
  // What left the stock for awards is what stands as given.
  const moves = await (await reader.goods()).moves({});
  const out = moves.filter(({ award }) => award !== undefined).map(({ id }) => id);
  const back = new Set(moves.map(({ reverses }) => reverses));
  const given = ours.flatMap((part) => part.paid?.move ?? []);
  expect(given.toSorted((a, b) => a - b)).toEqual(
    out.filter((id) => !back.has(id)).toSorted((a, b) => a - b),
  );
}

/** What is promised and what waits for a signature, each asked by walking indexes, is what each award says of itself. */
async function mustAgreeOn(day: Day, reader: Reader): Promise<void> {
  const ours = (await reader.awards({ upTo: day })).flatMap(({ decidedOn, parts }) =>
    parts.filter(isOurs).map((part) => ({ ...part, decidedOn })),
  );
  const promised = ours.filter(
    ({ form, approved, decidedOn, paid, handed }) =>
      form === 'cash' &&
      approved &&
      decidedOn !== undefined &&
      decidedOn <= day &&
      paid === undefined &&
      handed === undefined,
  );
  const byPayer = new Map<number, number>();
  for (const { payer = 0, amount } of promised) byPayer.set(payer, (byPayer.get(payer) ?? 0) + amount);
  expect(Object.fromEntries(await reader.committed(day)), day).toEqual(Object.fromEntries(byPayer));
  const unsigned = await (await reader.check()).unsigned(day);
  expect(
    unsigned.reduce((all, { total }) => all + total, 0),
    day,
  ).toBe(totalOf(ours.filter(({ paid, signedOn }) => paid !== undefined && signedOn === undefined)));
}

test('decided is never less than paid, nor paid than signed, in money and in goods', async () => {
  const begun = await setUp();
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (lines) => {
      const stage = new Stage();
      try {
        stage.write('phucloi.db', begun);
        for (const line of lines) {
          const { exit, stderr } = await stage.run(wordsOf(line));
          // A refusal is an answer; a defect is none.
          expect([0, 2, 3, 5], `${line}\n${stderr}`).toContain(exit);
          if (exit !== 0) continue;
          const [noun = '', verb = ''] = line.split(' ');
          const name = `${noun} ${verb}${line.includes('--goods') ? ' --goods' : ''}`;
          done.set(name, (done.get(name) ?? 0) + 1);
          const book = await sqliteLibrary.open(join(stage.folder, 'phucloi.db'));
          try {
            await book.read(mustAddUp);
          } finally {
            book.close();
          }
        }
      } finally {
        stage.strike();
      }
    }),
    { numRuns: 25, endOnFailure: true, examples: [[TAKEN_BACK]] },
  );
  // Every verb had its turn.
  for (const verb of ['gift pay', 'gift pay --goods', 'gift sign', 'gift return'])
    expect(done.get(verb) ?? 0, verb).toBeGreaterThan(0);
});
