import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { monthsOf, readSpan } from '../../src/domain/span.ts';
import { Stage } from '../support/play.ts';

const FUNDS = ['XHTT', 'TET', 'TCCD'];
const seed = Number(process.env['SEED'] ?? 20_240_131);

interface Change {
  readonly entry: number;
  readonly voucher: string;
  readonly kind: string;
  readonly amount: number;
  readonly bookedOn: string;
  readonly reverses?: number;
}

const gift = fc.record({
  fund: fc.constantFrom(...FUNDS),
  day: fc.integer({ min: 1, max: 31 }),
  amount: fc.integer({ min: 1, max: 900 }).map((thousands) => thousands * 1000),
});
const edit = fc.oneof(
  gift.map((given) => ({ verb: 'add' as const, given })),
  fc.nat().map((which) => ({ verb: 'reverse' as const, which })),
);

test(`after reopening, changing and closing again the minutes list exactly the changed rows (seed ${seed})`, async () => {
  const stage = new Stage();
  let round = 0;
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(gift, { minLength: 1, maxLength: 4 }),
        fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 1, maxLength: 2 }),
        async (first, reopenings) => {
          const name = `so-${round++}`;
          const book = `--book ${name}.db`;
          const add = ({ fund, day, amount }: (typeof first)[number]) =>
            stage.data<Change>(
              `contribution add --fund ${fund} --to bank --amount ${amount} --on ${day}/1/2024 ${book}`,
            );
          await stage.data(`init --name "Công đoàn" --from 2024-01 ${book}`);
          // What may be reversed, by entry.
          const standing: { entry: number; amount: number; bookedOn: string }[] = [];
          for (const each of first) standing.push(await add(each));
          await stage.data(`close 2024-01 --no-papers ${book}`);
          for (const edits of reopenings) {
            await stage.data(`reopen 2024-01 --reason "Sót chứng từ" --by An ${book}`);
            const expected: Omit<Change, 'voucher'>[] = [];
            for (const each of edits) {
              if (each.verb === 'add') {
                const { entry, amount, bookedOn } = await add(each.given);
                standing.push({ entry, amount, bookedOn });
                expected.push({ entry, kind: 'added', amount, bookedOn });
              } else if (standing.length > 0) {
                const [taken] = standing.splice(each.which % standing.length, 1);
                if (taken === undefined) continue;
                const { entry } = await stage.data<{ entry: number }>(
                  `entry reverse ${taken.entry} --reason "Ghi nhầm" ${book}`,
                );
                const { amount, bookedOn, entry: reverses } = taken;
                expected.push({ entry, kind: 'reversed', amount: -amount, bookedOn, reverses });
              }
            }
            await stage.data(`close 2024-01 --no-papers ${book}`);
            // A later month's entries are no changes of this one.
            const late = `--on 31/1/2024 --book-on 1/2/2024 ${book}`;
            await stage.data(`contribution add --fund TET --to bank --amount 5000 ${late}`);
            const { changes } = await stage.data<{ changes: Change[] }>(
              `report closing-minutes --period 2024-01 -o ${name}-${reopenings.indexOf(edits)}.xlsx ${book}`,
            );
            expect(changes.map(({ voucher: _, ...change }) => change)).toEqual(expected);
          }
          const backups = readdirSync(stage.folder).filter(
            (file) => file.startsWith(`${name}-2024-01`) && file.endsWith('.backup.db'),
          );
          expect(backups).toHaveLength(1 + reopenings.length);
        },
      ),
      { numRuns: 10, seed },
    );
  } finally {
    stage.strike();
  }
}, 120_000);

const FLOWS = [
  'contributions',
  'otherIn',
  'disbursements',
  'transfersIn',
  'transfersOut',
  'otherOut',
] as const;
type Line = { readonly code: string; readonly opening: number; readonly closing: number } & Readonly<
  Record<(typeof FLOWS)[number], number>
>;

test(`what a span adds up to is the sum of its months (seed ${seed})`, async () => {
  const stage = new Stage();
  let round = 0;
  const move = fc.record({
    month: fc.integer({ min: 1, max: 9 }),
    fund: fc.constantFrom(...FUNDS),
    amount: fc.integer({ min: 1, max: 900 }).map((thousands) => thousands * 1000),
  });
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { minLength: 3, maxLength: 10 }),
        fc.constantFrom('2024-Q1', 'Q2/2024', '2024-H1', '2024', '2023-11..2024-02', '2024-02..2024-07'),
        async (moves, typed) => {
          const book = `--book tong-${round++}.db`;
          await stage.data(`init --name "Công đoàn" --from 2023-12 ${book}`);
          for (const { month, fund, amount } of moves) {
            const on = `--on 5/${month}/2024 --amount ${amount} ${book}`;
            await stage.data(`contribution add --fund ${fund} --to bank ${on}`);
            await stage.data(
              `expense add --fund ${fund} --from bank --note x ${on.replace(String(amount), '1000')}`,
            );
          }
          const lines = async (period: string): Promise<Line[]> => {
            const played = await stage.run(`reconcile --period ${period} ${book} --json`.split(' '));
            return (JSON.parse(played.stdout) as { data: { funds: Line[] } }).data.funds;
          };
          const whole = await lines(typed);
          const span = readSpan(typed);
          expect(span).toBeDefined();
          if (span === undefined) return;
          const months = await Promise.all(monthsOf(span).map(lines));
          for (const [at, fund] of whole.entries()) {
            const of = months.map((month) => month[at]);
            expect(fund.opening).toBe(of[0]?.opening);
            expect(fund.closing).toBe(of.at(-1)?.closing);
            for (const flow of FLOWS) {
              expect(fund[flow], `${fund.code} ${flow}`).toBe(
                of.reduce((sum, line) => sum + (line?.[flow] ?? 0), 0),
              );
            }
          }
        },
      ),
      { numRuns: 8, seed },
    );
  } finally {
    stage.strike();
  }
}, 120_000);
