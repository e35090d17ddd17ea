// Opens the papers in a second spreadsheet program and looks whether it agrees with what is stored in them.
//   node scripts/papers-xlsx.mjs [FOLDER]
// Without a folder every paper of test/fixtures/papers.txt is printed, and those that the demonstration itself writes are
// taken too. Needs LibreOffice and poppler: where they are
// missing the check is skipped, in CI it fails. openpyxl reads them as a third: without it that part is skipped.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { counting, mustHave } from './checks.mjs';
import { bookOfPapers, packOfPapers, PAPERS, printPaper } from './papers.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Debian's, which has openpyxl as a package. */
const PYTHON = '/usr/bin/python3';
const ERRORS = /#NAME\?|#REF!|#VALUE!|#DIV\/0!|#N\/A|#NUM!|Err:\d+/;

mustHave('papers', ['soffice', 'pdftoppm', 'pdftotext'], 'libreoffice-calc poppler-utils');
const { check, end } = counting('papers');

const scratch = mkdtempSync(join(tmpdir(), 'phucloi-papers-'));
try {
  const papers = gather(process.argv[2] === undefined ? await printed() : resolve(process.argv[2]));
  check('papers are found', papers.length > 0 ? undefined : 'no .xlsx file');
  const control = await lie();
  convert([...papers, control], 'xlsx');
  const [wrong] = (await readNumbers(join(scratch, 'xlsx', basename(control)))).values();
  check('the other program works formulas out by itself', wrong === 2 ? undefined : `1+1 gives ${wrong}`);
  if (papers.length > 0) {
    convert(papers, 'csv');
    convert(papers, 'pdf');
  }
  for (const paper of papers) await examine(paper);
  reread(papers);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
end();

/** Prints every paper, and a month's pack; they lie below the folder that is given back. */
async function printed() {
  const out = join(scratch, 'demo');
  await bookOfPapers(out, check);
  for (const paper of PAPERS) await printPaper(out, paper, join(out, `${paper.name}.xlsx`), check);
  await packOfPapers(out, join(out, 'pack'), check);
  return out;
}

/** Copies every workbook below a folder side by side, under names that differ. */
function gather(folder) {
  const to = join(scratch, 'papers');
  mkdirSync(to);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlsx') && !basename(name).startsWith('~'))
    .toSorted()
    .map((name, at) => {
      const copy = join(to, `${String(at + 1).padStart(3, '0')}-${basename(name)}`);
      copyFileSync(join(folder, name), copy);
      return copy;
    });
}

/** A workbook whose stored value is wrong: whoever reads 3 from it has not recalculated. */
async function lie() {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('control').getCell('A1').value = { formula: '1+1', result: 3 };
  const path = join(scratch, 'control.xlsx');
  await workbook.xlsx.writeFile(path);
  return path;
}

/** Converts with a profile of its own, set to work every formula out when a file is opened. */
function convert(files, format) {
  const profile = join(scratch, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`,
  );
  // The last -1 writes every sheet of a workbook, each to a file of its own.
  const filter =
    format === 'csv'
      ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
      : format;
  const args = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', filter];
  const run = spawnSync('soffice', [...args, '--outdir', join(scratch, format), ...files], {
    encoding: 'utf8',
    timeout: 600_000,
  });
  check(`LibreOffice writes ${format}`, run.status === 0 ? undefined : `exit ${run.status} ${run.stderr}`);
}

/** The value of every formula by sheet and cell; an error is NaN. */
async function readNumbers(path) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const numbers = new Map();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula)
          numbers.set(`${sheet.name}!${cell.address}`, Number(cell.result));
      });
    });
  }
  return numbers;
}

/** Reads numbers, days and text with openpyxl. */
function reread(papers) {
  if (spawnSync(PYTHON, ['-c', 'import openpyxl']).status !== 0) {
    if (process.env.CI) check('openpyxl reads the papers', 'not installed (Debian: python3-openpyxl)');
    else console.log('papers: SKIPPED what openpyxl reads, not installed (Debian: python3-openpyxl)');
    return;
  }
  const run = spawnSync(PYTHON, [join(ROOT, 'scripts/papers-xlsx.py'), ...papers], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  check('openpyxl opens the papers', run.status === 0 ? undefined : run.stderr.trim().split('\n').at(-1));
  if (run.status !== 0) return;
  const { faults, counts, styles } = JSON.parse(run.stdout);
  check(
    'openpyxl reads each cell as what it is',
    faults.length === 0 ? undefined : faults.slice(0, 3).join('; '),
  );
  for (const [kind, count] of Object.entries(counts))
    check(`openpyxl reads ${kind}`, count > 0 ? undefined : 'none');
  check('cells have named styles', styles.length > 5 ? undefined : styles.join(', '));
}

async function examine(paper) {
  const name = basename(paper);
  const stored = await readNumbers(paper);
  const fresh = await readNumbers(join(scratch, 'xlsx', name));
  const differing = [...stored].filter(([cell, value]) => !(fresh.get(cell) === value));
  const first = differing
    .slice(0, 3)
    .map(([cell, value]) => `${cell} stored ${value}, worked out ${fresh.get(cell)}`);
  check(`${name}: ${stored.size} formulas agree`, differing.length === 0 ? undefined : first.join('; '));

  const stem = name.replace(/\.xlsx$/, '');
  const sheets = readdirSync(join(scratch, 'csv')).filter((file) => file.startsWith(stem));
  const bad = sheets.map((file) => ERRORS.exec(readFileSync(join(scratch, 'csv', file), 'utf8'))?.[0]);
  check(
    `${name}: ${sheets.length} sheets without error cells`,
    sheets.length > 0 ? bad.find(Boolean) : 'no sheet',
  );

  const pdf = join(scratch, 'pdf', `${stem}.pdf`);
  const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
  check(`${name}: every figure has room`, /#{3}/.test(text) ? '### in print' : undefined);

  const pages = join(scratch, 'png', stem);
  mkdirSync(pages, { recursive: true });
  spawnSync('pdftoppm', ['-r', '60', '-png', pdf, join(pages, 'page')]);
  const pictures = readdirSync(pages).map((file) => statSync(join(pages, file)).size);
  check(
    `${name}: pages print`,
    pictures.length > 0 && pictures.every((size) => size > 2_000) ? undefined : 'empty page',
  );
}
