import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const PAIRS = 7;
const KIB = 1024;
/** Debian's, which has XlsxWriter as a package. */
const PYTHON = '/usr/bin/python3';

interface Compared {
  readonly name: string;
  readonly bound: number | undefined;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  readonly ratios: readonly number[];
  /** At most, in MiB. */
  readonly ourMemory: number;
  readonly theirMemory: number;
}

/**
 * Recipients on the report of disbursements as a workbook or PDF, beside a workbook by XlsxWriter in constant-memory mode
 * of the same rows: interleaved pairs, each run a process of its own. Undefined where XlsxWriter is not installed (Debian:
 * python3-xlsxwriter).
 */
export function recipientsTo(
  medium: 'xlsx' | 'pdf',
  rows: number,
  bound: number | undefined,
  folder: string,
): Compared | undefined {
  if (spawnSync(PYTHON, ['-c', 'import xlsxwriter']).status !== 0) return undefined;
  const by = (program: string, script: string, file: string) =>
    run(program, [join(import.meta.dirname, script), String(rows), join(folder, file)]);
  const ours = () => by(process.execPath, 'recipients-paper.ts', `ours.${medium}`);
  const theirs = () => by(PYTHON, 'floor/recipients.py', 'theirs.xlsx');
  // The first pair warms the disk.
  const pairs = Array.from({ length: PAIRS + 1 }, () => ({ theirs: theirs(), ours: ours() })).slice(1);
  return {
    name: `${rows} recipients to ${medium.toUpperCase()}`,
    bound,
    ours: pairs.map((pair) => pair.ours.ms),
    theirs: pairs.map((pair) => pair.theirs.ms),
    ratios: pairs.map((pair) => pair.ours.ms / pair.theirs.ms),
    ourMemory: Math.max(...pairs.map((pair) => pair.ours.mebibytes)),
    theirMemory: Math.max(...pairs.map((pair) => pair.theirs.mebibytes)),
  };
}

/** Both print how much memory they had at most, in KiB. */
function run(program: string, words: readonly string[]): { ms: number; mebibytes: number } {
  const start = performance.now();
  const played = spawnSync(program, words, { encoding: 'utf8' });
  if (played.status !== 0) throw new Error(`${words.join(' ')}: ${played.stderr}`);
  return { ms: performance.now() - start, mebibytes: Number(played.stdout) / KIB };
}
