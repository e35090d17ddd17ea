// Looks with poppler at papers written as PDF: fonts, letters, order, margins, pages, and that two runs are one.
//   node scripts/papers-pdf.mjs [FOLDER]
// Every paper of test/fixtures/papers.txt is written as PDF; papers of a folder are looked at too. Needs
// poppler: where it is missing the check is skipped, in CI it fails.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import { counting, mustHave } from './checks.mjs';
import { bookOfPapers, PAPERS, printPaper } from './papers.mjs';

/** The page's margins in points, and how far above its lower edge the foot's letters end. */
const MARGINS = { left: 43.2, right: 28.8, top: 36, foot: 15 };
/** Boxes of letters reach a little over their lines. */
const SLACK = 1.5;

mustHave('papers-pdf', ['pdffonts', 'pdfinfo', 'pdftotext'], 'poppler-utils');
const { check, end } = counting('papers-pdf');
/** Rows of workbooks that were found again. */
let compared = 0;

const scratch = mkdtempSync(join(tmpdir(), 'phucloi-papers-pdf-'));
try {
  for (const { path, again, workbook } of await written()) {
    if (again !== undefined)
      check(`${basename(path)}: two runs are one`, same(path, again) ? undefined : 'bytes differ');
    await examine(path, workbook);
  }
  check('rows are found again', compared > 1000 ? undefined : `${compared} rows`);
  const given = process.argv[2];
  if (given !== undefined) {
    const folder = resolve(given);
    const papers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pdf'),
    );
    check(`${given}: papers are found`, papers.length > 0 ? undefined : 'no .pdf file');
    for (const name of papers.toSorted()) await examine(join(folder, name));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
end(`${compared} rows compared, `);

/** Every paper as PDF, twice, beside its workbook. */
async function written() {
  const home = join(scratch, 'demo');
  await bookOfPapers(home, check);
  const papers = [];
  for (const paper of PAPERS) {
    const [path, again, workbook] = ['.pdf', '-2.pdf', '.xlsx'].map((ending) =>
      join(scratch, `${paper.name}${ending}`),
    );
    for (const file of [path, again, workbook]) await printPaper(home, paper, file, check);
    papers.push({ path, again, workbook });
  }
  return papers;
}

function same(one, other) {
  return existsSync(one) && existsSync(other) && readFileSync(one).equals(readFileSync(other));
}

function poppler(program, ...words) {
  return spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
}

async function examine(path, workbook) {
  const name = basename(path);
  if (!existsSync(path)) return check(name, 'was not written');
  const fonts = poppler('pdffonts', path).trim().split('\n').slice(2);
  const bare = fonts.find((line) => !/ yes yes yes +\d+ +0$/.test(line));
  check(`${name}: ${fonts.length} fonts are embedded`, fonts.length > 0 ? bare : 'none');

  const info = poppler('pdfinfo', path);
  const pages = Number(/^Pages: +(\d+)/m.exec(info)?.[1]);
  check(`${name}: is A4`, /\(A4\)/.test(info) ? undefined : info);
  check(`${name}: has a title`, /^Title: +\S/m.test(info) ? undefined : info);

  const layout = poppler('pdftotext', '-layout', path, '-');
  const plain = poppler('pdftotext', path, '-');
  const raw = poppler('pdftotext', '-raw', path, '-');
  for (const [way, text] of Object.entries({ layout, plain, raw })) {
    const wrong =
      text !== text.normalize('NFC')
        ? 'not composed'
        : /[\ufffd\ue000-\uf8ff]/.test(text)
          ? 'unknown letters'
          : undefined;
    check(`${name}: ${way} text is composed Vietnamese`, wrong);
    const numbers = [...text.matchAll(/(?:Trang|Page) (\d+)\/(\d+)/g)].map(([, at, of]) => `${at}/${of}`);
    // Vouchers, signing lists and letters of one file are numbered each for itself.
    const wanted = [];
    while (wanted.length < pages) {
      const of = Number(numbers[wanted.length]?.split('/')[1] ?? pages);
      for (let at = 1; at <= of; at++) wanted.push(`${at}/${of}`);
    }
    check(
      `${name}: ${way} text numbers ${pages} pages`,
      String(numbers) === String(wanted) ? undefined : String(numbers),
    );
  }
  check(`${name}: nothing is cut or on top of another`, misplaced(poppler('pdftotext', '-bbox', path, '-')));
  if (workbook !== undefined)
    check(`${name}: rows are the workbook's, in order`, await astray(workbook, raw));
}

/** The first word beyond the margins, or over another. */
function misplaced(html) {
  for (const [at, page] of html.split('<page ').slice(1).entries()) {
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page).map(Number);
    const words = [
      ...page.matchAll(
        /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g,
      ),
    ].map(([, ...found]) => ({ box: found.slice(0, 4).map(Number), text: found[4] }));
    for (const [index, { box, text }] of words.entries()) {
      const [left, top, right, bottom] = box;
      const beyond =
        left < MARGINS.left - SLACK ||
        right > width - MARGINS.right + SLACK ||
        top < MARGINS.top - SLACK ||
        bottom > height - MARGINS.foot + SLACK;
      if (beyond) return `page ${at + 1}: ${text} at ${box}`;
      const over = words.slice(index + 1).find((other) => overlap(box, other.box) > 0.25);
      if (over !== undefined) return `page ${at + 1}: ${text} and ${over.text}`;
    }
  }
  return undefined;
}

/** How much of the smaller of two boxes lies in the other. */
function overlap([l1, t1, r1, b1], [l2, t2, r2, b2]) {
  const shared =
    Math.max(0, Math.min(r1, r2) - Math.max(l1, l2)) * Math.max(0, Math.min(b1, b2) - Math.max(t1, t2));
  return shared / Math.max(0.01, Math.min((r1 - l1) * (b1 - t1), (r2 - l2) * (b2 - t2)));
}

/** The first numbered row of the workbook that does not stand whole in the text, after the row before it. */
async function astray(path, raw) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const text = raw.replace(/\s+/g, '');
  let from = 0;
  let rows = 0;
  for (const sheet of book.worksheets) {
    let numbered = false;
    for (let at = 1; at <= sheet.rowCount; at++) {
      const cells = sheet.getRow(at);
      const first = cells.getCell(1).value;
      if (first === 'STT' || first === 'No.') numbered = true;
      if (!numbered || typeof first !== 'number') continue;
      const row = [];
      cells.eachCell((cell) => row.push(said(cell)));
      const wanted = row.join('').replace(/\s+/g, '');
      const found = text.indexOf(wanted, from);
      if (found < 0) return `${sheet.name}, row ${at}: ${row.join(' | ')}`;
      from = found + wanted.length;
      rows += 1;
    }
  }
  compared += rows;
  return undefined;
}

function said(cell) {
  const value = cell.result ?? cell.value;
  if (value instanceof Date) {
    const [year, month, day] = value.toISOString().slice(0, 10).split('-');
    return `${day}/${month}/${year}`;
  }
  if (typeof value === 'number')
    return cell.numFmt.includes(',') ? value.toLocaleString('de-DE') : String(value);
  return typeof value === 'string' ? value : '';
}
