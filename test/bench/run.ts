// npm run bench: each case beside something run with it, in interleaved pairs; medians and quartiles of ratios.
// npm run bench -- papers: only that one of start, start-up, round, reconcile, statement, papers.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { lineOf, quartiles, show } from './pairs.ts';
import { recipientsToPapers } from './papers.ts';
import { reconcileAtLength } from './reconcile.ts';
import { startUp } from './start-up.ts';
import { statementOfMany } from './statement.ts';
import { tetRound } from './tet-round.ts';

const PAIRS = 21;
const root = join(import.meta.dirname, '../..');
const program = join(root, 'bin/phucloi.js');
const folder = mkdtempSync(join(tmpdir(), 'phucloi-bench-'));

interface Case {
  readonly name: string;
  readonly bound: number | undefined;
  readonly beside: string;
  readonly run: readonly string[];
  readonly floor: readonly string[];
}

/** Milliseconds of one run of node with these words; a run that fails ends the bench. */
function time(words: readonly string[]): number {
  const start = performance.now();
  const played = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  const took = performance.now() - start;
  if (played.status !== 0) throw new Error(`${words.join(' ')}: ${played.stderr}`);
  return took;
}

function measure({ run, floor }: Case) {
  time(run);
  time(floor);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    theirs.push(time(floor));
    ours.push(time(run));
  }
  const ratios = ours.map((value, at) => value / (theirs[at] ?? NaN));
  return { ours: quartiles(ours), theirs: quartiles(theirs), ratio: quartiles(ratios) };
}

/** The book of the sample month, made when first asked for. */
function sampleBook(): string {
  const demo = join(folder, 'demo');
  if (!existsSync(demo)) time([program, 'demo', '--out', demo]);
  return join(demo, 'phucloi.db');
}

/** How long the program takes to start, read a book and answer. */
function start() {
  const book = sampleBook();
  const run = [program, 'balance', '--book', book];
  const floor = join(import.meta.dirname, 'floor/balance.cjs');
  const bare = 'a bare script: same package, same rows';
  const name = 'balance on the sample book';
  const cases: readonly Case[] = [
    { name, bound: 1.7, beside: 'node -e 0', run, floor: ['-e', '0'] },
    { name, bound: 1.2, beside: bare, run, floor: [floor, book] },
  ];
  const results = cases.map((each) => ({ ...each, ...measure(each) }));
  for (const { beside, bound, ours, theirs, ratio } of results) {
    process.stdout.write(
      `${name} beside ${beside}: ratio ${show(ratio, 2)} (bound ${bound ?? '—'}); ${show(ours, 1)} ms against ${show(theirs, 1)} ms\n`,
    );
  }
  return results;
}

const CASES = {
  start: () => Promise.resolve(start()),
  'start-up': () => {
    const started = startUp(sampleBook(), program);
    for (const each of started) process.stdout.write(lineOf(each));
    return Promise.resolve(started);
  },
  round: () => {
    const round = tetRound(folder, program);
    for (const { name, ms, floor } of round)
      process.stdout.write(
        `${name}: ${ms.toFixed(0)} ms, ${(ms / floor).toFixed(2)} × the same command on one gift\n`,
      );
    return Promise.resolve(round);
  },
  reconcile: () => {
    const length = reconcileAtLength(folder, program);
    for (const { name, bound, ratios } of length)
      process.stdout.write(`${name}: ratio ${show(quartiles(ratios), 2)} (bound ${bound})\n`);
    return Promise.resolve(length);
  },
  statement: async () => {
    const statement = await statementOfMany(folder, program);
    for (const { name, ms, floor, mebibytes } of statement)
      process.stdout.write(
        `${name}: ${ms.toFixed(0)} ms, ${(ms / floor).toFixed(1)} × a bare parse of the file (${floor.toFixed(0)} ms); at most ${mebibytes.toFixed(0)} MiB\n`,
      );
    return statement;
  },
  papers: async () => {
    const papers = await recipientsToPapers(folder);
    if (papers === undefined)
      process.stdout.write('papers: skipped, XlsxWriter is not installed (python3-xlsxwriter)\n');
    for (const each of papers ?? []) process.stdout.write(lineOf(each));
    return papers;
  },
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.keys(CASES).includes(name));
if (unknown.length > 0) throw new Error(`no such case: ${unknown.join(', ')}`);
mkdirSync(join(root, 'out'), { recursive: true });
const results: Record<string, unknown> = {};
for (const [name, measured] of Object.entries(CASES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  results[name] = await measured();
  // After each case: a bench that is broken off has said what it knows.
  writeFileSync(join(root, 'out/bench.json'), `${JSON.stringify(results, null, 2)}\n`);
}
rmSync(folder, { recursive: true, force: true });
