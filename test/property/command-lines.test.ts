import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, everyCommand } from '../support/command-line.ts';
import { mustFitSchema, Stage, type Played } from '../support/play.ts';
import { variedBook } from '../support/varied-book.ts';

// Command lines at random on a small book with some of everything: LINES of them by SEED; `npm run soak` plays 10,000.
const LINES = Number(process.env['LINES'] ?? 300);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

const CODES = new Set([0, 1, 2, 3, 4, 5, 6, 7, 130]);
const stage = new Stage();
const kept = new Stage();
const book = join(stage.folder, 'phucloi.db');

beforeAll(async () => {
  await variedBook(kept);
  cpSync(kept.folder, stage.folder, { recursive: true, preserveTimestamps: true });
});

afterAll(() => {
  stage.strike();
  kept.strike();
});

test(`random command lines (SEED=${SEED} LINES=${LINES})`, { timeout: LINES * 1000 }, async () => {
  const commands = await everyCommand();
  const before = { bytes: bytesOf(), head: headOf() };
  await fc.assert(
    fc.asyncProperty(commandLine(commands), async (words) => {
      try {
        expect(await faults(words, await stage.play(words), before)).toEqual([]);
      } finally {
        restore();
      }
    }),
    { seed: SEED, numRuns: LINES },
  );
});

/** What is wrong with how a command line went. */
async function faults(
  words: readonly string[],
  played: Played,
  before: { bytes: string; head: string },
): Promise<string[]> {
  const { exit, stdout, stderr } = played;
  const wrong: string[] = [];
  if (!CODES.has(exit)) wrong.push(`exit ${exit}: ${stdout}${stderr}`);
  const said = printsBytes(stdout) ? stderr : `${stdout}\n${stderr}`;
  const spoiled = /undefined|\[object |\bNaN\b|\n\s+at .+:\d+:\d+/.exec(said);
  if (spoiled !== null)
    wrong.push(`prints ${spoiled[0]}: ${said.slice(Math.max(0, spoiled.index - 200), spoiled.index + 100)}`);
  const ends = words.indexOf('--');
  const flags = ends < 0 ? words : words.slice(0, ends);
  const asked = flags.includes('--json') && !words.some((word) => HELP.has(word)) && !printsBytes(stdout);
  if (asked) await mustFitSchema(words, played).catch((error: unknown) => wrong.push(String(error)));
  if (exit > 1 && bytesOf() !== before.bytes && headOf() !== before.head)
    wrong.push(`exit ${exit}, and the book is another`);
  const drafts = readdirSync(stage.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tmp\b|-journal$/.test(name),
  );
  if (drafts.length > 0) wrong.push(`left behind: ${drafts.join(' ')}`);
  return wrong;
}

/** What is answered with help, or the version, whatever else stands there. */
const HELP = new Set(['--help', '-h', 'help', '--version', '-V']);

/** A workbook or PDF on standard output. */
const printsBytes = (text: string) => text.startsWith('PK') || text.startsWith('%PDF');

function bytesOf(): string {
  return createHash('sha256').update(readFileSync(book)).digest('hex');
}

/** The operations and the head of the chain: what the book's digest is of. */
function headOf(): string {
  const sqlite = new Sqlite(book, { readonly: true });
  try {
    return JSON.stringify(
      sqlite.prepare('select id, hex(digest) as head from operation order by id desc limit 1').get(),
    );
  } finally {
    sqlite.close();
  }
}

/** Puts the folder back as it was. */
function restore(): void {
  const names = new Set(readdirSync(kept.folder));
  for (const name of readdirSync(stage.folder)) {
    if (!names.has(name)) rmSync(join(stage.folder, name), { recursive: true, force: true });
  }
  for (const name of names) {
    const [from, to] = [join(kept.folder, name), join(stage.folder, name)];
    if (statSync(from).isDirectory()) {
      rmSync(to, { recursive: true, force: true });
      cpSync(from, to, { recursive: true });
    } else if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) copyFileSync(from, to);
  }
}
