import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Medium } from '../../src/render/papers/medium.ts';
import { compare, run, type Compared } from './pairs.ts';

/** Debian's, which has XlsxWriter as a package. */
const PYTHON = '/usr/bin/python3';

const CASES: readonly {
  readonly medium: Medium;
  readonly people: number;
  readonly pairs: number;
  readonly bound: number;
}[] = [
  { medium: 'xlsx', people: 100_000, pairs: 7, bound: 0.8 },
  { medium: 'pdf', people: 5_000, pairs: 7, bound: 1 },
];

/**
 * A report of disbursements as a workbook and as PDF, each beside a workbook of the same rows by XlsxWriter in
 * constant-memory mode; undefined where XlsxWriter is not installed (Debian: python3-xlsxwriter).
 */
export async function recipientsToPapers(folder: string): Promise<readonly Compared[] | undefined> {
  if (!existsSync(PYTHON) || spawnSync(PYTHON, ['-c', 'import xlsxwriter']).status !== 0) return undefined;
  const root = join(import.meta.dirname, '../..');
  // Bundled as the program is; within the project, where pdfkit is found.
  const writer = join(root, 'out/write-paper.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'write-paper.ts')],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    external: ['pdfkit'],
    define: { 'import.meta.dirname': '__dirname' },
    logLevel: 'error',
  });
  const floor = join(import.meta.dirname, 'floor/recipients.py');
  return CASES.map(({ medium, people, pairs, bound }) =>
    compare(
      { name: `${people} recipients to ${medium.toUpperCase()}`, beside: 'XlsxWriter', bound, pairs },
      () => run(process.execPath, [writer, String(people), join(folder, `ours.${medium}`)]),
      () => run(PYTHON, [floor, String(people), join(folder, 'theirs.xlsx')]),
    ),
  );
}
