import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const ROWS = 100_000;
const PAIRS = 7;
const KIB = 1024;
/** Debian's, which has XlsxWriter as a package. */
const PYTHON = '/usr/bin/python3';

export interface Compared {
  readonly name: string;
  readonly bound: number;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  readonly ratios: readonly number[];
  /** At most, in MiB. */
  readonly ourMemory: number;
  readonly theirMemory: number;
}

/**
 * 100,000 recipients on the report of disbursements as a workbook, beside XlsxWriter in constant-memory mode on the same
 * rows; undefined where XlsxWriter is not installed (Debian: python3-xlsxwriter).
 */
export function recipientsToXlsx(folder: string): Compared | undefined {
  if (spawnSync(PYTHON, ['-c', 'import xlsxwriter']).status !== 0) return undefined;
  const ours = () =>
    run(process.execPath, [
      join(import.meta.dirname, 'xlsx-rows.ts'),
      String(ROWS),
      join(folder, 'ours.xlsx'),
    ]);
  const theirs = () =>
    run(PYTHON, [
      join(import.meta.dirname, 'floor/recipients.py'),
      String(ROWS),
      join(folder, 'theirs.xlsx'),
    ]);
  const pairs = Array.from({ length: PAIRS }, () => ({ theirs: theirs(), ours: ours() }));
  return {
    name: `${ROWS} recipients to XLSX`,
    bound: 0.8,
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
