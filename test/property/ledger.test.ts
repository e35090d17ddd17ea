import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

interface Ledger {
  readonly opening: number;
  readonly in: number;
  readonly out: number;
  readonly closing: number;
  readonly shown?: { readonly in: number; readonly out: number };
  readonly comparison?: {
    readonly lines: readonly {
      readonly code: string;
      readonly figure: string;
      readonly now: number;
      readonly before: number;
      readonly difference: number;
    }[];
  };
  readonly lines: readonly { readonly in: number; readonly out: number; readonly balance?: number }[];
}
interface Sided {
  readonly debit: number;
  readonly credit: number;
}
interface Trial {
  readonly accounts: readonly {
    readonly account: string;
    readonly openingDebit: number;
    readonly openingCredit: number;
    readonly debit: number;
    readonly credit: number;
    readonly closingDebit: number;
    readonly closingCredit: number;
  }[];
  readonly total: Readonly<Record<string, number>>;
}

const FUNDS = ['XHTT', 'TET', 'TINH', 'MAIAM'];
const PLACES = ['cash', 'bank'];

/** One command line on a day of the first quarter; what the book refuses is refused, and changes nothing. */
const step = fc.record({
  verb: fc.constantFrom('gift', 'gift', 'gift', 'receipt', 'spend', 'move', 'transfer', 'reverse'),
  fund: fc.constantFrom(...FUNDS),
  other: fc.constantFrom(...FUNDS),
  place: fc.constantFrom(...PLACES),
  day: fc.integer({ min: 0, max: 89 }),
  amount: fc.integer({ min: 1, max: 40 }).map((units) => units * 50_000),
  entry: fc.integer({ min: 2, max: 12 }),
});

function dayAt(offset: number): string {
  return new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);
}

function lineOf({ verb, fund, other, place, day, amount, entry }: Step): string {
  const on = `--on ${dayAt(day)}`;
  switch (verb) {
    case 'gift':
      return `contribution add --fund ${fund} --to ${place} --donor Lan --amount ${amount} ${on}`;
    case 'receipt':
      return `receipt add --fund ${fund} --to ${place} --amount ${amount} --party Lan --note Lãi ${on}`;
    case 'spend':
      return `expense add --fund ${fund} --from ${place} --amount ${amount} --party Xe --note Xe ${on}`;
    case 'move': {
      const to = place === 'cash' ? 'bank' : 'cash';
      return `move --fund ${fund} --from ${place} --to ${to} --amount ${amount} ${on}`;
    }
    case 'transfer':
      return `transfer --from ${fund} --to ${other} --place ${place} --amount ${amount} --document 1/QĐ ${on}`;
    case 'reverse':
  }
  return `entry reverse ${entry} --reason "Ghi nhầm"`;
}
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A ledger adds up: its lines to its turnover, the last balance to its closing. */
function addsUp(ledger: Ledger): void {
  const total = (key: 'in' | 'out') => ledger.lines.reduce((sum, line) => sum + line[key], 0);
  expect([total('in'), total('out')]).toEqual([ledger.in, ledger.out]);
  expect(ledger.opening + ledger.in - ledger.out).toBe(ledger.closing);
  expect(ledger.lines.at(-1)?.balance ?? ledger.opening).toBe(ledger.closing);
}

test('every ledger closes as balance says, whatever the period and the filter; comparisons are two ledgers', async () => {
  const played = { lines: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 16, maxLength: 24 }),
      fc.tuple(fc.integer({ min: 0, max: 45 }), fc.integer({ min: 30, max: 89 })),
      async (steps, ends) => {
        const stage = new Stage();
        try {
          await stage.data(
            'init --name "Công đoàn" --from 2024-01 --no-input --opening TET:cash=9.000.000 XHTT:bank=9.000.000 MAIAM:cash=5.000.000',
          );
          for (const each of steps) {
            const played = await stage.run(['--json', ...words(lineOf(each))]);
            expect([0, 3, 5], played.stdout).toContain(played.exit);
          }
          const [from, to] = [dayAt(Math.min(...ends)), dayAt(Math.max(...ends))];
          const days = `--from ${from} --to ${to}`;
          const { funds } = await stage.data<{ funds: readonly { code: string; closing: number }[] }>(
            `balance --as-of ${to}`,
          );
          for (const { code, closing } of funds) {
            const ledger = await stage.data<Ledger>(`ledger fund ${code} ${days} --compare previous`);
            addsUp(ledger);
            played.lines += ledger.lines.length;
            expect(ledger.closing).toBe(closing);
            const compared = ledger.comparison?.lines ?? [];
            const figure = (name: string) => compared.find((line) => line.figure === name);
            expect(figure('closing')?.now).toBe(closing);
            expect(figure('closing')?.before).toBe(ledger.opening);
            for (const { now, before, difference } of compared) expect(now - before).toBe(difference);
            const filtered = await stage.data<Ledger>(`ledger fund ${code} ${days} --min 500.000`);
            expect([filtered.opening, filtered.closing]).toEqual([ledger.opening, closing]);
            const big = ledger.lines.filter((line) => Math.abs(line.in - line.out) >= 500_000);
            expect(filtered.lines.length).toBe(big.length);
            expect(filtered.lines.every((line) => line.balance === undefined)).toBe(true);
            expect(filtered.shown?.in).toBe(big.reduce((sum, line) => sum + line.in, 0));
          }
          const trial = await stage.data<Trial>(`ledger trial-balance ${days}`);
          expect(trial.total['openingDebit']).toBe(trial.total['openingCredit']);
          expect(trial.total['debit']).toBe(trial.total['credit']);
          expect(trial.total['closingDebit']).toBe(trial.total['closingCredit']);
          for (const line of trial.accounts) {
            const account = await stage.data<Sided & { opening: Sided; closing: Sided }>(
              `ledger account ${line.account} ${days}`,
            );
            expect(account).toMatchObject({
              opening: { debit: line.openingDebit, credit: line.openingCredit },
              debit: line.debit,
              credit: line.credit,
              closing: { debit: line.closingDebit, credit: line.closingCredit },
            });
          }
          // What stands beside is what the same ledger says of that period by itself.
          const accounts = trial.accounts.map(({ account }) => `account ${account}`);
          for (const ledger of ['trial-balance', 'donor', ...accounts.slice(0, 3)]) {
            const beside = await comparedBy(stage, `ledger ${ledger} ${days} --compare 2024-01`);
            const alone = await comparedBy(stage, `ledger ${ledger} --period 2024-01 --compare 2024-02`);
            expect(beside.size + alone.size, ledger).toBeGreaterThan(0);
            for (const key of new Set([...beside.keys(), ...alone.keys()]))
              expect(beside.get(key)?.before ?? 0, `${ledger} ${key}`).toBe(alone.get(key)?.now ?? 0);
          }
          for (const [place, number] of [
            ['cash', '111'],
            ['bank', '112'],
          ]) {
            const whole = await stage.data<Ledger>(`ledger ${place} ${days}`);
            addsUp(whole);
            let sum = 0;
            for (const { code } of funds) {
              const part = await stage.data<Ledger>(`ledger ${place} --fund ${code} ${days}`);
              addsUp(part);
              sum += part.closing;
            }
            expect(sum).toBe(whole.closing);
            const kept = trial.accounts.find(({ account }) => account === number);
            expect((kept?.closingDebit ?? 0) - (kept?.closingCredit ?? 0)).toBe(whole.closing);
          }
          // Each fund's trial balance adds up by itself.
          const own = await stage.data<Trial>(`ledger trial-balance --fund TET ${days}`);
          expect(own.total['closingDebit']).toBe(own.total['closingCredit']);
        } finally {
          stage.strike();
        }
      },
    ),
    { numRuns: 4, seed: 20_241_130 },
  );
  expect(played.lines).toBeGreaterThan(10);
}, 240_000);

/** The figures of a comparison by subject and name. */
async function comparedBy(stage: Stage, line: string) {
  const { comparison } = await stage.data<Pick<Ledger, 'comparison'>>(line);
  return new Map((comparison?.lines ?? []).map((each) => [`${each.code} ${each.figure}`, each]));
}

function words(line: string): string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
}
