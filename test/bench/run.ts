// npm run bench: each case beside something run with it, in interleaved pairs; medians and quartiles of ratios.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { recipientsTo } from './recipients.ts';
import { reconcileAtLength } from './reconcile.ts';
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

function quartiles(values: readonly number[]): [low: number, median: number, high: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
  return [at(0.25), at(0.5), at(0.75)];
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

const demo = join(folder, 'demo');
if (!existsSync(demo)) time([program, 'demo', '--out', demo]);
const book = join(demo, 'phucloi.db');
const floor = join(import.meta.dirname, 'floor/balance.cjs');

const cases: readonly Case[] = [
  {
    name: 'balance on the sample book',
    bound: 1.7,
    beside: 'node -e 0',
    run: [program, 'balance', '--book', book],
    floor: ['-e', '0'],
  },
  {
    name: 'balance on the sample book',
    bound: 1.2,
    beside: 'a bare script: same package, same rows',
    run: [program, 'balance', '--book', book],
    floor: [floor, book],
  },
];

const results = cases.map((each) => ({ ...each, ...measure(each) }));
const show = (values: readonly number[], digits: number) =>
  values.map((value) => value.toFixed(digits)).join(' / ');
for (const { name, beside, bound, ours, theirs, ratio } of results) {
  process.stdout.write(
    `${name} beside ${beside}: ratio ${show(ratio, 2)} (bound ${bound ?? '—'}); ${show(ours, 1)} ms against ${show(theirs, 1)} ms\n`,
  );
}
const round = tetRound(folder, program);
for (const { name, ms, floor: bare } of round) {
  process.stdout.write(
    `${name}: ${ms.toFixed(0)} ms, ${(ms / bare).toFixed(2)} × the same command on one gift\n`,
  );
}
const length = reconcileAtLength(folder, program);
for (const { name, bound, ratios } of length) {
  process.stdout.write(`${name}: ratio ${show(quartiles(ratios), 2)} (bound ${bound})\n`);
}
const statement = await statementOfMany(folder, program);
for (const { name, ms, floor: bare, mebibytes } of statement) {
  process.stdout.write(
    `${name}: ${ms.toFixed(0)} ms, ${(ms / bare).toFixed(1)} × a bare parse of the file (${bare.toFixed(0)} ms); at most ${mebibytes.toFixed(0)} MiB\n`,
  );
}
const papers = [recipientsTo('xlsx', 100_000, 0.8, folder), recipientsTo('pdf', 5_000, undefined, folder)];
for (const paper of papers) {
  if (paper === undefined) {
    process.stdout.write('recipients: skipped, XlsxWriter is not installed (python3-xlsxwriter)\n');
    continue;
  }
  const { name, bound, ours, theirs, ratios, ourMemory, theirMemory } = paper;
  process.stdout.write(
    `${name} beside XlsxWriter, constant memory: ratio ${show(quartiles(ratios), 2)} (bound ${bound ?? '—'}); ${show(quartiles(ours), 0)} ms against ${show(quartiles(theirs), 0)} ms; at most ${ourMemory.toFixed(0)} MiB against ${theirMemory.toFixed(0)} MiB\n`,
  );
}
mkdirSync(join(root, 'out'), { recursive: true });
writeFileSync(
  join(root, 'out/bench.json'),
  `${JSON.stringify({ results, round, length, statement, papers }, null, 2)}\n`,
);
rmSync(folder, { recursive: true, force: true });
