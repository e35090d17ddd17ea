import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { asking, Server } from '../support/server.ts';
import { Between } from './between.ts';
import { phucloi, type Ended } from './program.ts';

// Clients are killed at seeded random moments, and connections broken at each of them; `npm run soak:server` says 300.
const KILLS = Number(process.env['CLIENT_KILLS'] ?? 24);
const SEED = Number(process.env['SEED'] ?? 20_241_130);
const LIMIT = 120_000 + KILLS * 6000;

const folder = mkdtempSync(join(tmpdir(), 'phucloi-crash-'));
let server: Server;
let between: Between;
let turn = 0;

beforeAll(async () => {
  server = await Server.start({ durable: true });
  between = await Between.open(server, 5999);
  await mustDo(
    'init --code CDN --name "Công đoàn ngành" --from 2024-01 --opening TET:cash=100.000.000 XHTT:bank=1.000.000 --no-input',
  );
}, LIMIT);

afterAll(async () => {
  await between.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  between.hears = () => 'pass';
  between.shut = false;
});

/** Runs the program by way of what stands between. */
function runs(line: string, input = '', told?: (kill: () => void) => void): Promise<Ended> {
  const env = { PHUCLOI_BOOK: between.by(server.address()) };
  return phucloi(`${line} --json`, { folder, env, input, ...(told === undefined ? {} : { told }) });
}

async function mustDo(line: string, input?: string): Promise<Ended> {
  const ended = await runs(line, input);
  expect(ended.exit, ended.stdout).toBe(0);
  return ended;
}

/** Everything that a command may add to, by how many rows there are. */
async function counted(): Promise<string> {
  const tables = [
    'operation',
    'document',
    'entry',
    'posting',
    'voucher',
    'wording',
    'change',
    'balance_day',
    'donor',
  ];
  const asked = tables.map((name) => `(select count(*) from "${name}") as ${name}`);
  const { rows } = await asking(server.address(), `select ${asked.join(', ')}`);
  return JSON.stringify(rows[0]);
}

/** Commands that write, each another time; the rows of a list go in one by one and by COPY. */
function written(at: number): { readonly line: string; readonly input?: string } {
  turn += 1;
  const lines = [
    { line: `contribution add --fund TET --to cash --amount 1.000 --on 05/02/2024 --donor "Người ${turn}"` },
    { line: `expense add --fund TET --amount 1.000 --on 06/02/2024 --note "lần ${turn}"` },
    {
      line: 'contribution import - --fund XHTT --to bank',
      input: `Ngày,Tên,Số tiền\n${Array.from({ length: 60 }, (_, row) => `05/02/2024,Nhà hảo tâm ${turn}/${row},50.000\n`).join('')}`,
    },
    { line: `fund add Q${turn} --name "Quỹ ${turn}" --owner "CĐCS ${turn}"` },
  ];
  return lines[at % lines.length] ?? { line: 'balance' };
}

test(
  `a client that is killed at any moment leaves its command done or not begun, and nobody blocked (SEED=${SEED} CLIENT_KILLS=${KILLS})`,
  async () => {
    const faults: string[] = [];
    const seen = { done: 0, not: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const random = chance(SEED + kill * 7919);
      // What it does undisturbed, and how many pieces it says until then.
      const clean = written(kill);
      let pieces = 0;
      between.hears = (at) => {
        pieces = Math.max(pieces, at + 1);
        return 'pass';
      };
      const before = await counted();
      await mustDo(clean.line, clean.input);
      const step = difference(before, await counted());

      const { line, input } = written(kill);
      const from = await counted();
      const blow = Math.floor(random() * (pieces + 1));
      const within = random() < 0.5;
      let end = () => undefined as unknown;
      between.hears = (at) => {
        if (at !== blow) return 'pass';
        end();
        return within ? 'pass' : 'swallow';
      };
      const ended = await runs(line, input, (killing) => (end = killing));
      between.hears = () => 'pass';
      const next = await mustDo('balance --lock-timeout 5');
      // The server may still be about to hear that the other one is gone.
      const after = await settled(from, step);
      const what = `SEED=${SEED} kill ${kill} at ${blow} of ${pieces}${within ? '' : ', unheard'}: ${line}`;
      if (after === 'half') faults.push(`${what}: half done`);
      if (ended.exit === 0 && after !== 'done') faults.push(`${what}: said that it was done, and it is not`);
      if (next.ms > 10_000) faults.push(`${what}: the next one waited ${next.ms} ms`);
      if (after === 'not') {
        seen.not += 1;
        const again = await runs(line, input);
        if (again.exit !== 0) faults.push(`${what}: the next run ${again.stdout}`);
      } else seen.done += 1;
    }
    process.stderr.write(
      `killed clients: ${KILLS}, SEED=${SEED}: ${seen.done} had done it, ${seen.not} had not\n`,
    );
    expect(faults).toEqual([]);
    await mustDo('verify');
    const { rows } = await asking(
      server.address(),
      'select kind, series, year from voucher group by kind, series, year having count(*) <> max(number)',
    );
    expect(rows).toEqual([]);
    const { rows: open } = await asking(
      server.address(),
      "select pid from pg_stat_activity where application_name = 'phucloi' and pid <> pg_backend_pid()",
    );
    expect(open).toEqual([]);
  },
  LIMIT,
);

function difference(before: string, after: string): Record<string, number> {
  const [from, to] = [before, after].map((each) => JSON.parse(each) as Record<string, string>);
  return Object.fromEntries(
    Object.entries(to ?? {}).map(([name, n]) => [name, Number(n) - Number(from?.[name])]),
  );
}

/** What became of a command; `step` is what the same command added undisturbed. */
async function settled(from: string, step: Record<string, number>): Promise<'done' | 'not' | 'half'> {
  const until = Date.now() + 3000;
  for (;;) {
    const { balance_day: _, ...added } = difference(from, await counted());
    const { balance_day: __, ...whole } = step;
    if (Object.entries(whole).every(([name, n]) => added[name] === n)) return 'done';
    const none = Object.values(added).every((n) => n === 0);
    if (Date.now() > until) return none ? 'not' : 'half';
    if (none && (await idle())) return 'not';
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function idle(): Promise<boolean> {
  const { rows } = await asking(
    server.address(),
    "select pid from pg_stat_activity where application_name = 'phucloi' and pid <> pg_backend_pid()",
  );
  return rows.length === 0;
}

const isCommit = (said: string) => /\bcommit\0/.test(said);

test(
  'where the answer to the last word is lost, another connection finds that it was done',
  async () => {
    between.hears = (_, said) => (isCommit(said) ? 'break-after' : 'pass');
    const { line } = written(0);
    const before = await counted();
    await mustDo(line);
    expect(difference(before, await counted())['operation']).toBe(1);
  },
  LIMIT,
);

test(
  'where the last word itself is lost, nothing was written, and it is safe to run again: book.unreachable, 6',
  async () => {
    let broken = false;
    between.hears = (_, said) => {
      if (broken || !isCommit(said)) return 'pass';
      broken = true;
      return 'break';
    };
    const { line } = written(0);
    const before = await counted();
    const { exit, code } = await runs(line);
    expect([exit, code]).toEqual([6, 'book.unreachable']);
    await settled(before, { operation: 1 });
    expect(await counted()).toBe(before);
    await mustDo(line);
    expect(difference(before, await counted())['operation']).toBe(1);
  },
  LIMIT,
);

test(
  'where nobody can look whether it was done, it says so: book.unsure, 7',
  async () => {
    between.hears = (_, said) => {
      if (!isCommit(said)) return 'pass';
      between.shut = true;
      return 'break-after';
    };
    const { line } = written(0);
    const before = await counted();
    const { exit, code } = await runs(line);
    expect([exit, code]).toEqual([7, 'book.unsure']);
    expect(difference(before, await counted())['operation']).toBe(1);
  },
  LIMIT,
);
