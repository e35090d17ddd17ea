import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askedPast } from '../support/past.ts';
import { Stage } from '../support/play.ts';
import { phucloi, type Left } from '../support/processes.ts';

/** How many processes write at once, and how often each; `npm run soak` says 8 and 200. */
const PROCESSES = Number(process.env['PROCESSES'] ?? 3);
const WRITES = Number(process.env['WRITES'] ?? 3);
/** No command waits longer than this, in seconds; and the machine has other work than ours. */
const PATIENCE = 60;
const SLOW_MS = 20_000;
const LIMIT = 120_000 + PROCESSES * WRITES * 3_000;
const stage = new Stage();

beforeAll(async () => {
  await stage.data('init --name "Công đoàn" --from 2024-01 --opening TET:bank=1.000.000 --no-input');
});
afterAll(() => {
  stage.strike();
});

/** Runs a line until it is done: whatever leaves with 6 is run again, as its words say. */
async function untilDone(line: string): Promise<Left> {
  for (;;) {
    const left = await phucloi(stage, line);
    if (left.exit !== 6) return left;
  }
}

/** What funds have and what places have, by two ways of counting, at one moment. */
async function counted(): Promise<readonly [funds: number, places: number]> {
  const held = "account in (select id from account where role = 'cash' or role = 'bank')";
  const [row] = await askedPast(
    stage,
    `select (select sum(case side when 'debit' then amount else -amount end) from posting where ${held}) as funds,
            (select sum(debit - credit) from balance_day where place <> 0 and ${held}) as places`,
  );
  return [Number(row?.['funds']), Number(row?.['places'])];
}

interface Entry {
  readonly voucher: string;
  readonly postings: readonly { readonly amount: number }[];
}

test(
  `${PROCESSES} processes write ${WRITES} times each, beside an import, a close and readers: nothing is lost`,
  async () => {
    const amountOf = (one: number, write: number) => (one * WRITES + write + 1) * 1000;
    const rows = Array.from(
      { length: 200 },
      (_, row) => `0${(row % 9) + 1}/02/2024,Nhà hảo tâm ${row},50.000`,
    );
    stage.write('ung-ho.csv', `Ngày,Tên,Số tiền\n${rows.join('\n')}\n`);
    const waits: number[] = [];
    const writing = Array.from({ length: PROCESSES }, async (_, one) => {
      for (let write = 0; write < WRITES; write++) {
        const line = `contribution add --fund TET --to bank --amount ${amountOf(one, write)} --on 05/02/2024`;
        const { exit, answer, took } = await phucloi(stage, `${line} --lock-timeout ${PATIENCE}`);
        expect(exit, JSON.stringify(answer)).toBe(0);
        waits.push(took);
      }
    });
    const beside = [
      untilDone('contribution import ung-ho.csv --fund XHTT --to bank'),
      untilDone('close 2024-01 --no-papers'),
    ];
    const over = { done: false };
    let reads = 0;
    const reading = (async () => {
      while (!over.done) {
        const [funds, places] = await counted();
        expect(funds).toBe(places);
        const { exit, answer } = await phucloi(stage, `balance --lock-timeout ${PATIENCE}`);
        expect(exit, JSON.stringify(answer)).toBe(0);
        const { total, funds: each } = answer.data as { total: number; funds: { closing: number }[] };
        expect(each.reduce((all, { closing }) => all + closing, 0)).toBe(total);
        reads += 1;
      }
    })();
    await Promise.all([...writing, ...beside]).finally(() => (over.done = true));
    await reading;
    for (const left of beside) expect((await left).exit, JSON.stringify((await left).answer)).toBe(0);

    const { entries } = await stage.data<{ entries: Entry[] }>('entry list --period 2024-02 --fund TET');
    const expected = Array.from({ length: PROCESSES * WRITES }, (_, at) => (at + 1) * 1000);
    expect(entries.map(({ postings }) => postings[0]?.amount ?? 0).toSorted((a, b) => a - b)).toEqual(
      expected,
    );
    // Numbers go on without a gap, whoever wrote.
    const numbers = entries.map(({ voucher }) => Number(voucher.split('-').at(-1))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(expected.map((_, at) => at + 1));
    const listed = await stage.data<{ entries: Entry[] }>('entry list --period 2024-02 --fund XHTT');
    expect(listed.entries).toHaveLength(rows.length);
    const [funds, places] = await counted();
    expect([funds, places]).toEqual([places, 1_000_000 + 200 * 50_000 + expected.reduce((a, b) => a + b, 0)]);
    await stage.data('verify');
    expect(existsSync(`${stage.folder}/phucloi.db-writer`)).toBe(false);
    expect(readdirSync(stage.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(Math.max(...waits)).toBeLessThan(PATIENCE * 1000 + SLOW_MS);
    process.stderr.write(`longest command ${Math.round(Math.max(...waits))} ms, ${reads} reads\n`);
  },
  LIMIT,
);

test(
  'money that is there once is spent once, whoever is first',
  async () => {
    await stage.data('contribution add --fund TCCD --to cash --amount 3.000 --on 05/02/2024');
    const spend = 'expense add --fund TCCD --amount 1.000 --on 06/02/2024 --note x';
    const left = await Promise.all(
      Array.from({ length: PROCESSES + 2 }, () => phucloi(stage, `${spend} --lock-timeout ${PATIENCE}`)),
    );
    expect(left.filter(({ exit }) => exit === 0)).toHaveLength(3);
    const refused = left.filter(({ exit }) => exit !== 0).map(({ answer }) => answer.error?.code);
    expect(new Set(refused)).toEqual(new Set(['fund.short']));
    await stage.data('verify');
  },
  LIMIT,
);
