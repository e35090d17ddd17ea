import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { finished } from 'node:stream/promises';

const LINES = 200_000;
const KIB = 1024;

/** Runs node and tells how long it took and how much memory it had at most. */
const MEASURED = `
  process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS));
`;

/**
 * A statement of 200,000 lines with peers.md's statistics (a fifth identical in day, amount and text), imported, imported
 * again, and parsed bare by csv-parse.
 */
export async function statementOfMany(
  folder: string,
  program: string,
): Promise<{ name: string; ms: number; floor: number; mebibytes: number }[]> {
  const home = join(folder, 'statement');
  mkdirSync(home);
  await write(join(home, 'sao-ke.csv'));
  const bare = run(home, ['-e', BARE]);
  run(home, [program, 'init', '--name', 'CD', '--from', '2024-01', '--no-input']);
  return ['statement import', 'the same again'].map((name) => {
    const { ms, mebibytes } = run(home, [program, 'statement', 'import', 'sao-ke.csv', '--account', 'bank']);
    return { name: `${name}, ${LINES} lines`, ms, floor: bare.ms, mebibytes };
  });
}

const BARE = `
  const { parse } = require(${JSON.stringify(join(import.meta.dirname, '../../node_modules/csv-parse/dist/cjs/index.cjs'))});
  let rows = 0;
  require('node:fs').createReadStream('sao-ke.csv').pipe(parse()).on('data', () => rows++)
    .on('end', () => process.stdout.write(String(rows)));
`;

function run(cwd: string, words: readonly string[]): { ms: number; mebibytes: number } {
  const start = performance.now();
  const measured = `data:text/javascript,${encodeURIComponent(MEASURED)}`;
  const played = spawnSync(process.execPath, ['--import', measured, ...words], { cwd, encoding: 'utf8' });
  if (played.status !== 0) throw new Error(`${words.join(' ')}: ${played.stderr}`);
  const peak = /peak (\d+)$/.exec(played.stderr)?.[1] ?? '0';
  return { ms: performance.now() - start, mebibytes: Number(peak) / KIB };
}

async function write(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write('Ngày,Nội dung,Nợ,Có,Số dư,Số tham chiếu\n');
  // A simple generator of its own, so that every run measures the same file.
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  let balance = 1_000_000_000;
  const dong = (value: number) => `"${value.toLocaleString('en')}"`;
  for (let at = 0; at < LINES; at++) {
    const day = String(1 + Math.floor((at * 28) / LINES)).padStart(2, '0');
    const same = next(5) === 0;
    const amount = same ? 200_000 : (10 + next(5000)) * 1000;
    const memo = same
      ? 'Ung ho cac tinh bi bao lu'
      : `MBVCB.${next(1e9)}.ung ho.CT tu ${next(1e9)} NGUYEN VAN ${next(1e6)} toi 0712 CD NGANH`;
    balance += amount;
    file.write(`${day}/01/2024,"${memo}",,${dong(amount)},${dong(balance)},${same ? '' : next(1e9)}\n`);
  }
  file.end();
  await finished(file);
}
