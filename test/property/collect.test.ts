import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

// Small books of a sector and its units, with money passed down and up that both sides have, one side has, or the two
// have differently: RUNS of them by SEED.
const RUNS = Number(process.env['RUNS'] ?? 10);
const SEED = Number(process.env['SEED'] ?? 20_260_131);

const UNITS = ['U1', 'U2', 'U3'] as const;

/** One payment between the sector and a unit: what each side writes of it, in thousands; nothing where 0. */
interface Passed {
  readonly unit: (typeof UNITS)[number];
  readonly way: 'down' | 'up';
  readonly sent: number;
  readonly taken: number;
  readonly named: boolean;
}

interface Drawn {
  readonly passed: readonly Passed[];
  /** Other money of each union, in thousands: what comes in and what is spent. */
  readonly own: readonly (readonly [into: number, out: number])[];
}

const amount = fc.integer({ min: 1, max: 900 });
const passed: fc.Arbitrary<Passed> = fc
  .record({
    unit: fc.constantFrom(...UNITS),
    way: fc.constantFrom('down' as const, 'up' as const),
    sent: amount,
    how: fc.constantFrom('same', 'same', 'same', 'less', 'none', 'only'),
    named: fc.boolean(),
  })
  .map(({ how, sent, ...rest }) => ({
    ...rest,
    sent: how === 'only' ? 0 : sent,
    taken: how === 'none' ? 0 : how === 'less' ? sent + 1 : sent,
    // Without a document nothing but the amount tells what belongs together.
    named: rest.named || how !== 'same',
  }));
const drawn: fc.Arbitrary<Drawn> = fc.record({
  passed: fc.array(passed, { maxLength: 6 }),
  own: fc.array(fc.tuple(amount, amount), { minLength: 4, maxLength: 4 }),
});

interface Sums {
  readonly [figure: string]: number;
}
interface Consolidated {
  readonly units: readonly { readonly union: string; readonly own: Sums }[];
  readonly eliminations: readonly { readonly sums: Sums }[];
  readonly own: Sums;
  readonly unmatched: number;
}

const INS = ['contributions', 'allocations', 'transfersIn', 'otherIn'];
const OUTS = ['disbursements', 'remittances', 'transfersOut', 'allocationsOut', 'otherOut'];
const sumOf = (sums: Sums, keys: readonly string[]) =>
  keys.reduce((total, key) => total + (sums[key] ?? 0), 0);

async function play(stage: Stage, { passed: all, own }: Drawn): Promise<void> {
  const lines = [
    'init --code S --name "Ngành" --from 2024-01 --opening TCCD:bank=90.000.000 --book s.db --no-input',
    ...UNITS.flatMap((unit) => [
      `unit add --code ${unit} --name "Đơn vị ${unit}" --book s.db`,
      `init --code ${unit} --name "Đơn vị ${unit}" --from 2024-01 --opening TCCD:bank=9.000.000 --book ${unit}.db --no-input`,
    ]),
  ];
  for (const [at, book] of ['s', ...UNITS].entries()) {
    const [into = 0, out = 0] = own[at] ?? [];
    lines.push(
      `contribution add --fund TCCD --to bank --amount ${into}.000 --on 05/01/2024 --book ${book}.db`,
      `expense add --fund TCCD --from bank --amount ${out}.000 --on 06/01/2024 --note "Chi" --book ${book}.db`,
    );
  }
  for (const [at, { unit, way, sent, taken, named }] of all.entries()) {
    const document = `--document ${at + 1}/VB`;
    const optional = named ? document : '';
    const down = way === 'down';
    if (sent > 0)
      lines.push(
        down
          ? `allocation give --fund TCCD --to ${unit} --amount ${sent}.000 --on 10/01/2024 ${document} --book s.db`
          : `remit --fund TCCD --to Ngành --amount ${sent}.000 --on 10/01/2024 ${document} --book ${unit}.db`,
      );
    if (taken > 0)
      lines.push(
        down
          ? `allocation --fund TCCD --from Ngành --amount ${taken}.000 --on 12/01/2024 ${optional} --book ${unit}.db`
          : `contribution add --fund TCCD --unit ${unit} --to bank --amount ${taken}.000 --on 12/01/2024 ${optional} --book s.db`,
      );
  }
  for (const line of lines) await stage.data(line.replaceAll('  ', ' '));
  for (const unit of UNITS) await stage.data(`close 2024-01 --book ${unit}.db`);
}

test(
  `consolidated is the sum of all less what they passed to each other (SEED=${SEED} RUNS=${RUNS})`,
  { timeout: RUNS * 20_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (books) => {
        const stage = new Stage();
        try {
          await play(stage, books);
          await stage.data(`collect ${UNITS.map((unit) => `${unit}.db`).join(' ')} --book s.db`);
          const report = await stage.data<Consolidated>('report consolidated --period 2024-01 --book s.db');
          for (const { own } of [
            ...report.units,
            report,
            ...report.eliminations.map(({ sums }) => ({ own: sums })),
          ])
            expect((own['opening'] ?? 0) + sumOf(own, INS) - sumOf(own, OUTS)).toBe(own['closing']);
          for (const { sums } of report.eliminations) expect(sumOf(sums, INS)).toBe(sumOf(sums, OUTS));
          let closing = 0;
          for (const book of ['s', ...UNITS])
            closing += (await stage.data<{ total: number }>(`balance --as-of 31/01/2024 --book ${book}.db`))
              .total;
          expect(report.own['closing']).toBe(closing);

          const { stdout } = await stage.run([
            'collection',
            'check',
            '--period',
            '2024-01',
            '--json',
            '--book',
            's.db',
          ]);
          const { findings } = (JSON.parse(stdout) as { data: { findings: { kind: string }[] } }).data;
          // A gift that the sector took of a unit which remitted nothing is a gift.
          const telling = books.passed.filter(
            ({ way, sent, taken }) => sent !== taken && (way === 'down' || sent > 0),
          );
          expect(findings.length > 0).toBe(telling.length > 0);
          if (findings.length === 0) {
            expect([
              report.own['allocations'],
              report.own['allocationsOut'],
              report.own['remittances'],
            ]).toEqual([0, 0, 0]);
            expect(report.unmatched).toBe(0);
          }
        } finally {
          stage.strike();
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
);

/** What a unit's book goes through after it was collected at a point of its way. */
const way = fc.record({
  before: fc.integer({ min: 1, max: 3 }),
  after: fc.integer({ min: 0, max: 3 }),
  /** How many of its operations are taken back by an old copy, and how many written since. */
  back: fc.integer({ min: 0, max: 3 }),
  since: fc.integer({ min: 0, max: 2 }),
});

test(
  `what goes on is taken, what is older or went another way is not (SEED=${SEED} RUNS=${RUNS})`,
  { timeout: RUNS * 20_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(way, async ({ before, after, back, since }) => {
        const stage = new Stage();
        const path = (name: string) => join(stage.folder, name);
        const writes = async (count: number, mark: string) => {
          for (let at = 0; at < count; at++)
            await stage.data(
              `contribution add --fund TCCD --to bank --amount ${at + 1}.000 --on 05/01/2024 --note ${mark} --book u.db`,
            );
        };
        try {
          await stage.data('init --code S --name "Ngành" --from 2024-01 --book s.db --no-input');
          await stage.data('unit add --code U1 --name "Đơn vị" --book s.db');
          await stage.data('init --code U1 --name "Đơn vị" --from 2024-01 --book u.db --no-input');
          const copies = [stage.read('u.db')];
          for (let at = 0; at < before + after; at++) {
            if (at === before) await stage.data('collect u.db --book s.db');
            await writes(1, 'Góp');
            copies.push(stage.read('u.db'));
          }
          if (after === 0) await stage.data('collect u.db --book s.db');
          const kept = Math.max(0, before + after - back);
          stage.write('u.db', copies[kept] ?? '');
          await writes(since, 'Khác');
          copyFileSync(path('s.db'), path('s-before.db'));
          const { stdout } = await stage.run(['collect', 'u.db', '--json', '--book', 's.db']);
          const answer = JSON.parse(stdout) as { data?: { collected: number }; error?: { code: string } };
          const got = answer.error?.code ?? (answer.data?.collected === 0 ? 'same' : 'taken');
          const meant =
            kept < before
              ? since === 0
                ? 'collect.older'
                : 'collect.forked'
              : kept + since === before
                ? 'same'
                : 'taken';
          expect([before, after, back, since, got]).toEqual([before, after, back, since, meant]);
          if (got !== 'taken') expect(stage.read('s.db')).toEqual(stage.read('s-before.db'));
        } finally {
          stage.strike();
        }
      }),
      { numRuns: RUNS * 2, seed: SEED },
    );
  },
);
