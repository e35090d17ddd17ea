import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

/** A naive ledger of one month: what lies where at the end of each day. */
class Model {
  readonly #moves: { key: string; day: number; amount: number }[] = [];

  least(key: string, more: readonly { key: string; day: number; amount: number }[]): number {
    const all = [...this.#moves, ...more].filter((move) => move.key === key);
    let least = 0;
    for (let day = 1; day <= 31; day++) {
      least = Math.min(
        least,
        all.filter((move) => move.day <= day).reduce((sum, move) => sum + move.amount, 0),
      );
    }
    return least;
  }

  /** Takes the moves where no key falls below zero on any day. */
  post(moves: readonly { key: string; day: number; amount: number }[]): boolean {
    if (moves.some((move) => this.least(move.key, moves) < 0)) return false;
    this.#moves.push(...moves);
    return true;
  }

  total(fund: string): number {
    return this.#moves
      .filter((move) => move.key.startsWith(`${fund}:`))
      .reduce((sum, move) => sum + move.amount, 0);
  }
}

const FUNDS = ['XHTT', 'TET', 'TCCD'];
const command = fc.record({
  verb: fc.constantFrom('in', 'out', 'move', 'transfer'),
  fund: fc.constantFrom(...FUNDS),
  to: fc.constantFrom(...FUNDS),
  place: fc.constantFrom('cash', 'bank'),
  day: fc.integer({ min: 1, max: 31 }),
  amount: fc.integer({ min: 1, max: 50 }).map((thousands) => thousands * 1000),
});

test('random money commands end as a naive ledger predicts, refusals included', async () => {
  const stage = new Stage();
  let round = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
        const book = `--book so-${round++}.db`;
        const model = new Model();
        await stage.data(`init ${book} --name "Công đoàn" --from 2024-01`);
        for (const { verb, fund, to, place, day, amount } of commands) {
          const other = place === 'cash' ? 'bank' : 'cash';
          const given = `--amount ${amount} --on ${day}/1/2024 ${book} --json`;
          const from = { key: `${fund}:${place}`, day, amount: -amount };
          const [line, moves] = {
            in: [`contribution add --fund ${fund} --to ${place} ${given}`, [{ ...from, amount }]],
            out: [`expense add --fund ${fund} --from ${place} ${given}`, [from]],
            move: [
              `move --fund ${fund} --from ${place} --to ${other} ${given}`,
              [from, { key: `${fund}:${other}`, day, amount }],
            ],
            transfer: [
              `transfer --from ${fund} --to ${to} --place ${place} --document 1 ${given}`,
              [from, { key: `${to}:${place}`, day, amount }],
            ],
          }[verb] as [string, { key: string; day: number; amount: number }[]];
          const allowed = (verb !== 'transfer' || fund !== to) && model.post(moves);
          const played = await stage.run(line.split(' '));
          expect(played.exit, line).toBe(allowed ? 0 : 3);
        }
        const { funds } = await stage.data<{ funds: { code: string; closing: number }[] }>(`balance ${book}`);
        for (const fund of FUNDS)
          expect(funds.find((each) => each.code === fund)?.closing).toBe(model.total(fund));
        await stage.data(`verify ${book}`);
        const { findings } = await stage.data<{ findings: { kind: string }[] }>(
          `reconcile --period 2024-01 ${book}`,
        );
        // Money is never counted here, no bank is asked, and papers are written in no order of days.
        const usual = new Set(['place.uncounted', 'bank.unproved', 'voucher.order']);
        expect(findings.filter(({ kind }) => !usual.has(kind))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  } finally {
    stage.strike();
  }
});
