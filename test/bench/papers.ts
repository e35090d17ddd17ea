import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { isInstalled, PYTHON, type Case, type Command } from './pairs.ts';
import type { Room } from './room.ts';

const SIZES = [10_000, 100_000, 500_000];
/** Above this no sheet is only deflated. */
const DEFLATED_MAX = 100_000;
const PDF_PEOPLE = 5_000;

/** Bounds: a workbook of 100,000 rows beside XlsxWriter's in constant-memory mode (design.md 7), and growth of the time a row. */
const [XLSXWRITER, GROWTH] = [0.8, 1.3];

/** A report of disbursements as a workbook and as PDF, beside the same workbook by XlsxWriter, its XML deflated, and at each size the one before. */
export function* papers(room: Room): Generator<Case> {
  const folder = room.folder('papers');
  const root = join(import.meta.dirname, '../..');
  // Bundled as the program is; within the project, where pdfkit is found.
  const writer = join(root, 'out/write-paper.cjs');
  buildSync({
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
  const ours = (people: number, file: string): Command => ({
    words: [process.execPath, writer, String(people), join(folder, file)],
  });
  const theirs = (people: number): Command => ({
    words: [
      PYTHON,
      join(import.meta.dirname, 'floor/recipients.py'),
      String(people),
      join(folder, 'theirs.xlsx'),
    ],
  });
  const deflate = join(import.meta.dirname, 'floor/deflate.cjs');
  const xlsxWriter = isInstalled(PYTHON, '-c', 'import xlsxwriter');
  let before: number | undefined;
  for (const people of SIZES.filter((each) => each <= room.largest)) {
    const name = `${people} recipients to XLSX`;
    if (xlsxWriter)
      yield {
        name,
        beside: 'XlsxWriter',
        bound: XLSXWRITER,
        ours: ours(people, 'a.xlsx'),
        theirs: theirs(people),
      };
    if (people <= DEFLATED_MAX)
      yield {
        name,
        beside: 'deflating the same XML',
        ours: ours(people, 'a.xlsx'),
        theirs: { words: [process.execPath, deflate, sheetOf(ours(people, 'a.xlsx'), folder)] },
      };
    if (before !== undefined)
      yield {
        name: `${name}: time a row`,
        beside: `at ${before}`,
        bound: GROWTH,
        rows: [people, before],
        ours: ours(people, 'a.xlsx'),
        theirs: ours(before, 'b.xlsx'),
      };
    before = people;
  }
  const name = `${PDF_PEOPLE} recipients to PDF`;
  if (xlsxWriter)
    yield {
      name,
      beside: 'XlsxWriter, a workbook',
      ours: ours(PDF_PEOPLE, 'a.pdf'),
      theirs: theirs(PDF_PEOPLE),
    };
}

/** Writes a workbook and takes its sheet's XML out of it. */
function sheetOf({ words: [program, ...words] }: Command, folder: string): string {
  for (const [tool, ...rest] of [
    [program, ...words],
    [PYTHON, '-m', 'zipfile', '-e', words.at(-1) ?? '', folder],
  ] as const) {
    const { status, stderr } = spawnSync(tool, rest, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${tool} ${rest.join(' ')}: ${stderr}`);
  }
  return join(folder, 'xl/worksheets/sheet1.xml');
}
