// Opens every paper of test/fixtures/papers.txt as a page in a browser, and the month on one page of this and of a hostile book:
// a page asks for nothing, complains of nothing, is readable to everybody, prints, and has the ledger's figures.
//   node scripts/papers-html.mjs [FOLDER]
// Pictures and prints are left in the folder, where one is given. Needs Debian's chromium: where it is missing the check is
// skipped, in CI it fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import puppeteer from 'puppeteer-core';
import { counting, mustHave } from './checks.mjs';
import { bookOfPapers, packOfPapers, PAPERS, printPaper } from './papers.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const AXE = axe.source;
const TODAY = ['--today', '2024-07-12'];

mustHave('pages', ['chromium'], 'chromium');
const chromium = spawnSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).stdout.trim();
const { check, end } = counting('pages');
const same = (found, wished) =>
  JSON.stringify(found) === JSON.stringify(wished)
    ? undefined
    : `${JSON.stringify(found)} instead of ${JSON.stringify(wished)}`;

/** The same funds with the same figures, in whatever order a page or an answer has them. */
const byCode = (entries) => Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));

const scratch = mkdtempSync(join(tmpdir(), 'phucloi-pages-'));
/** Where pictures and prints are kept for somebody to look at; without it none are made but the prints that are measured. */
const looks = process.argv[2] === undefined ? undefined : resolve(process.argv[2]);
const kept = looks ?? join(scratch, 'looks');
mkdirSync(kept, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: chromium,
  // A browser of root's has no sandbox.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const path of await everyPage()) await look(path);
  const foes = ['vi', 'en'].map(hostile);
  for (const path of foes.flatMap(hostilePages)) {
    const page = await look(path, false);
    const read = await page.evaluate(() => document.body.textContent.includes('<script>alert(1)</script>'));
    check(`${basename(path)} says names as they are`, read ? undefined : 'the name is not there');
    await page.close();
  }
  const books = [
    { folder: join(scratch, 'demo'), period: '2024-01', last: '2024-01-31' },
    { folder: join(scratch, 'demo'), period: '2024-06', last: '2024-06-30' },
    ...foes.map((folder) => ({ folder, period: '2024-01', last: '2024-01-31' })),
  ];
  for (const book of books) await lookAtMonth(book);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
end();

/** Runs the program in a folder; what it refuses is a failed check. */
function phucloi(folder, ...words) {
  const run = spawnSync(process.execPath, [join(ROOT, 'bin/phucloi.js'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [verb, noun] = words;
  check(
    `phucloi ${verb} ${noun}`,
    run.status === 0 ? undefined : `exit ${run.status}: ${run.stdout}${run.stderr}`,
  );
  return run.stdout;
}

/** Every paper as a page, and a month's pack's index. */
async function everyPage() {
  const folder = join(scratch, 'demo');
  await bookOfPapers(folder, check);
  const paths = [];
  for (const paper of PAPERS) {
    const path = join(folder, `${paper.name}.html`);
    await printPaper(folder, paper, path, check);
    paths.push(path);
  }
  await packOfPapers(folder, join(folder, 'pack'), check);
  return [...paths, join(folder, 'pack', 'index.html')];
}

/** A book whose people, funds and units are called what should never reach a page as anything but text. */
function hostile(documents) {
  const folder = join(scratch, `hostile-${documents}`);
  mkdirSync(folder);
  const run = (...words) => phucloi(folder, ...words, ...TODAY);
  const script = '<script>alert(1)</script>';
  const image = '"><img src=x onerror=alert(2)>';
  const turned = 'Nguy\u202eễn \u2066An\u200f';
  const style = '</style><style>*{display:none}';
  run(
    'init',
    '--name',
    `CĐCS ${script}`,
    '--above',
    image,
    '--town',
    `</title>${style}`,
    '--from',
    '2024-01',
    '--no-input',
    '--documents',
    documents,
    '--officer',
    `chair=${script}`,
    `cashier=${image}`,
    `accountant=${turned}`,
    '--opening',
    'TET:cash=5.000.000',
    'MAIAM:bank=9007199254740',
  );
  run('fund', 'add', 'LA', '--name', `Quỹ ${script}`, '--pays', 'gift');
  run('unit', 'add', '--code', 'BVA', '--name', image);
  run('unit', 'add', '--code', 'BVB', '--name', `${turned} & <b>'x'</b> ${'W'.repeat(80)}`);
  run('member', 'add', '--code', 'M1', '--name', script, '--unit', 'BVA');
  run('member', 'add', '--code', 'M2', '--name', `${image} ${turned}`, '--unit', 'BVB');
  run('programme', 'add', 'tet', '--kind', 'gift', '--name', `Tết ${image}`, '--on', '2024-01-10');
  writeFileSync(
    join(folder, 'tet.csv'),
    `Mã;Họ và tên;Đơn vị;Đối tượng;TET\nM1;${script};BVA;"javascript:alert(3)";500.000\nM2;"${`${image} ${turned}`.replaceAll('"', '""')}";BVB;=1+1;700.000\n`,
  );
  run('gift', 'import', 'tet.csv', '--round', 'tet');
  run(
    'gift',
    'approve',
    '--round',
    'tet',
    '--decision',
    '1/QĐ',
    '--on',
    '2024-01-12',
    '--by',
    `Nguyễn Văn An ${style}`,
  );
  run('gift', 'pay', '--round', 'tet', '--from', 'TET:cash', '--on', '2024-01-15');
  return folder;
}

/** Papers of a hostile book that have its people on them. */
function hostilePages(folder) {
  const papers = {
    chi: ['report', 'disbursements', '--period', '2024-01'],
    phieu: ['voucher', 'print', 'PC-TET-2024-0001'],
    ky: ['gift', 'sheet', '--round', 'tet'],
    so: ['ledger', 'journal', '--period', '2024-01'],
  };
  return Object.entries(papers).map(([name, words]) => {
    const path = join(folder, `${basename(folder)}-${name}.html`);
    phucloi(folder, ...words, '-o', path, ...TODAY);
    return path;
  });
}

async function open(path, size = { width: 1280, height: 900 }) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const url = pathToFileURL(path).href;
  page.on('request', (request) => {
    if (request.url() !== url) complaints.push(`asks for ${request.url().slice(0, 80)}`);
  });
  await page.setViewport(size);
  await page.goto(url, { waitUntil: 'networkidle0' });
  return { page, complaints };
}

/** A picture of the whole page, where somebody wants to look at it. */
async function picture(page, name) {
  if (looks !== undefined) await page.screenshot({ path: join(kept, `${name}.png`), fullPage: true });
}

/** What holds of every page. Gives the page back, still open. */
async function look(path, close = true) {
  const name = basename(path, '.html');
  const { page, complaints } = await open(path);
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  check(`${name} is readable to everybody`, same(violations, []));
  const frame = await page.evaluate(() => ({
    lang: /^(vi|en)$/.test(document.documentElement.lang),
    titles: document.querySelectorAll('h1').length,
    uncaptioned: document.querySelectorAll('table:not(:has(> caption)):not([aria-labelledby])').length,
    unscoped: document.querySelectorAll('th:not([scope])').length,
  }));
  check(`${name} has its frame`, same(frame, { lang: true, titles: 1, uncaptioned: 0, unscoped: 0 }));
  await picture(page, `${name}-1280`);
  await page.setViewport({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  check(`${name} fits a telephone`, wide <= 390 ? undefined : `${wide} wide`);
  await picture(page, `${name}-390`);
  const print = await page.pdf({ path: join(kept, `${name}.pdf`), preferCSSPageSize: true });
  check(`${name} prints`, print.length > 1000 ? undefined : `${print.length} bytes`);
  await page.setViewport({ width: 1280, height: 900 });
  check(`${name} asks for nothing and complains of nothing`, same(complaints, []));
  if (close) await page.close();
  return page;
}

async function lookAtMonth({ folder, period, last }) {
  const path = join(folder, `${basename(folder)}-thang-${period}.html`);
  const written = phucloi(folder, 'report', 'month-page', '--period', period, '-o', path, '--json', ...TODAY);
  const first = readFileSync(path);
  phucloi(folder, 'report', 'month-page', '--period', period, '-o', path, ...TODAY);
  check(
    `${basename(path)} is the same bytes again`,
    readFileSync(path).equals(first) ? undefined : 'it differs',
  );
  const balance = JSON.parse(phucloi(folder, 'balance', '--as-of', last, '--json', ...TODAY)).data;
  const reconciled = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/phucloi.js'), 'reconcile', '--period', period, '--json', ...TODAY],
    { cwd: folder, encoding: 'utf8' },
  );
  const { funds, findings } = JSON.parse(reconciled.stdout).data;
  check(`${period} as data has the balance`, same(JSON.parse(written).data.balance, balance));

  const page = await look(path, false);
  const rows = (part) =>
    page.evaluate(
      (prefix) =>
        [...document.querySelectorAll(`tr[id^="${prefix}-fund-"]`)].map((row) => [
          row.id.slice(`${prefix}-fund-`.length),
          [...row.cells].slice(2).map((cell) => Number(cell.textContent.replace(/[.,]/g, ''))),
        ]),
      part,
    );
  const KEYS = ['opening', 'in', 'out', 'closing', 'committed', 'available', 'held'];
  const wished = balance.funds.map((fund) => [fund.code, KEYS.map((key) => fund[key])]);
  check(`${period} has the figures of balance`, same(byCode(await rows('year')), byCode(wished)));
  const reasons = Object.keys(funds[0]).filter(
    (key) =>
      !['code', 'kind'].includes(key) &&
      (['opening', 'closing', 'difference'].includes(key) || funds.some((fund) => fund[key] !== 0)),
  );
  const identity = funds.map((fund) => [fund.code, reasons.map((key) => fund[key])]);
  check(`${period} has the figures of reconcile`, same(byCode(await rows('reasons')), byCode(identity)));
  const found = await page.evaluate(() => document.querySelectorAll('#findings-table tr.line').length);
  check(`${period} has its findings`, same(found, findings.length));
  const adrift = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute('href').slice(1))
      .filter((id) => document.getElementById(id) === null),
  );
  check(`${period} leads nowhere but to itself`, same(adrift, []));
  await sortTable(page, period);
  await page.close();
  await readWithoutScript(path, period);
}

/** A press orders a table, a second turns it round, a third gives back the order it had; sums stay below. */
async function sortTable(page, period) {
  const state = () =>
    page.evaluate(() => {
      const table = document.querySelector('#year-table');
      const rows = [...table.tBodies[0].rows];
      return {
        values: rows
          .filter((row) => row.className === 'line')
          .map((row) => Number(row.cells[5].textContent.replace(/[.,]/g, ''))),
        ends: [rows[0].className, rows.at(-1).className],
        sorted: table.tHead.rows[0].cells[5].getAttribute('aria-sort'),
      };
    });
  const before = await state();
  const up = before.values.toSorted((a, b) => a - b);
  const button = await page.$('#year-table th:nth-child(6) button');
  await button.click();
  const { ends } = before;
  check(`${period} sorts by click`, same(await state(), { values: up, ends, sorted: 'ascending' }));
  await button.focus();
  await page.keyboard.press('Enter');
  const down = { values: up.toReversed(), ends, sorted: 'descending' };
  check(`${period} sorts by key`, same(await state(), down));
  await page.keyboard.press('Space');
  check(`${period} gives its order back`, same(await state(), before));
}

async function readWithoutScript(path, period) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(path).href);
  const tables = await page.$$eval('table', (all) => all.length);
  const buttons = await page.$$eval('button', (all) => all.length);
  check(
    `${period} is read without script`,
    tables > 5 && buttons === 0 ? undefined : `${tables}, ${buttons}`,
  );
  await page.close();
}
