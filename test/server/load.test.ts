import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { asking, Server } from '../support/server.ts';
import { Client, load, quantile, type Tally } from './clients.ts';
import { mustBeWhole, type Asks } from './judged.ts';

// Many clients write into many entities at once; `npm run soak:server` says 50 clients, 95 entities and a minute.
const CLIENTS = Number(process.env['CLIENTS'] ?? 12);
const ENTITIES = Number(process.env['ENTITIES'] ?? 16);
const SECONDS = Number(process.env['SECONDS'] ?? 8);
const SEED = Number(process.env['SEED'] ?? 20_241_130);
/** How often the server is killed meanwhile. */
const KILLS = Number(process.env['KILLS'] ?? 2);
const LIMIT = 240_000 + (SECONDS + ENTITIES) * 4000;

const folder = mkdtempSync(join(tmpdir(), 'phucloi-load-'));
let server: Server;

beforeAll(async () => {
  server = await Server.start({ durable: true });
}, LIMIT);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const codes = Array.from({ length: ENTITIES }, (_, at) => `U${String(at + 1).padStart(2, '0')}`);

/** Makes a book of each, four at a time. */
async function made(books: readonly string[]): Promise<void> {
  const turns = books.entries();
  const work = async () => {
    const client = new Client(folder);
    for (const [at, book] of turns) {
      const line = `init --code ${codes[at]} --from 2024-01 --opening TET:cash=1.000.000 --no-input --name`;
      const { exit, answer } = await client.run({
        book,
        words: [...line.split(' '), `Công đoàn ${codes[at]}`],
      });
      expect(exit, JSON.stringify(answer)).toBe(0);
    }
    client.end();
  };
  await Promise.all([work(), work(), work(), work()]);
}

async function verified(books: readonly string[]): Promise<void> {
  const turns = books.values();
  const work = async () => {
    const client = new Client(folder);
    for (const book of turns) {
      const { exit, answer } = await client.run({ book, words: ['verify'] });
      expect(exit, JSON.stringify(answer)).toBe(0);
    }
    client.end();
  };
  await Promise.all([work(), work(), work()]);
}

function said(what: string, tally: Tally): void {
  const { done, refused, took, again, unsure, seconds } = tally;
  const rate = (done.length / seconds).toFixed(1);
  const codesAgain = [...again].map(([code, times]) => `${code} ${times}`).join(', ') || 'none';
  process.stderr.write(
    `${what}: ${CLIENTS} clients, ${ENTITIES} entities, ${seconds.toFixed(1)} s, SEED=${SEED}: ${done.length} writes` +
      ` (${rate}/s), ${refused.length} refused; median ${quantile(took, 0.5)} ms, p99 ${quantile(took, 0.99)} ms;` +
      ` told to run again: ${codesAgain}; unsure: ${unsure.length}, of which ${unsure.filter(({ stood }) => stood).length} stood\n`,
  );
}

const bookIn = (schema: string, more = '') => server.address(schema, more);

test(
  `${CLIENTS} clients write into ${ENTITIES} entities of one database: nothing is lost, doubled or left out (SEED=${SEED})`,
  async () => {
    await made(codes.map(() => bookIn('load')));
    const books = codes.map((code) => bookIn('load', `&entity=${code}`));
    const asks: Asks = async (sql) => (await asking(bookIn('load'), sql)).rows;
    const tally = await load({
      clients: CLIENTS,
      seconds: SECONDS,
      folder,
      books,
      random: chance(SEED),
      mark: 'a',
    });
    said('server', tally);
    await mustBeWhole(asks, tally, 'a');
    await verified(books);
    expect(tally.done.length).toBeGreaterThan(CLIENTS);
  },
  LIMIT,
);

test(
  `the same load on ${ENTITIES} files`,
  async () => {
    const books = codes.map((code) => join(folder, `${code}.db`));
    await made(books);
    const asks: Asks = (sql) =>
      Promise.resolve(
        books.flatMap((book) => {
          const sqlite = new Sqlite(book, { readonly: true });
          try {
            return sqlite.prepare<[], Record<string, unknown>>(sql).all();
          } finally {
            sqlite.close();
          }
        }),
      );
    const tally = await load({
      clients: CLIENTS,
      seconds: SECONDS,
      folder,
      books,
      random: chance(SEED),
      mark: 'b',
    });
    said('files', tally);
    await mustBeWhole(asks, tally, 'b');
    await verified(books);
    expect(tally.done.length).toBeGreaterThan(0);
  },
  LIMIT,
);

test(
  `the server is killed ${KILLS} times and comes back: what was acknowledged stands (SEED=${SEED})`,
  async () => {
    const few = codes.slice(0, 8);
    await made(few.map(() => bookIn('killed')));
    const books = few.map((code) => bookIn('killed', `&entity=${code}`));
    const asks: Asks = async (sql) => (await asking(bookIn('killed'), sql)).rows;
    const random = chance(SEED + 1);
    let over = false;
    const killing = (async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await pause((SECONDS * 1000 * (0.5 + random())) / (KILLS + 1));
        if (over) return;
        await server.kill9();
        await pause(random() * 500);
        await server.restart();
      }
    })();
    const tally = await load({
      clients: Math.min(CLIENTS, 12),
      seconds: SECONDS,
      folder,
      books,
      random,
      mark: 'c',
      // The server may be away still.
      stands: async (name) => {
        for (;;) {
          try {
            const like = `select 1 from wording where party like '%${name}' or content like '%${name}'`;
            return (await asks(like)).length > 0;
          } catch {
            await pause(200);
          }
        }
      },
    });
    over = true;
    await killing;
    said('killed', tally);
    await mustBeWhole(asks, tally, 'c');
    await verified(books);
    expect(tally.again.get('book.unreachable') ?? 0).toBeGreaterThan(0);
  },
  LIMIT,
);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
