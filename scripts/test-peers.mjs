// The sample book, and a generated year of 40,000 contributions closed month by month, read by hledger and beancount:
// programs that share no code with this one must take the exports and find every fund's money at the end of every month.
// Debian's age opens the encrypted backups and makes ones that are restored.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { LARGE_YEAR, yearOf } from '../test/support/year.ts';

const program = join(import.meta.dirname, '../bin/phucloi.js');
for (const [peer, packaged] of [
  ['hledger', 'hledger'],
  ['bean-check', 'beancount'],
  ['age', 'age'],
]) {
  if (spawnSync(peer, ['--version']).status === 0) continue;
  process.stdout.write(`skipped: ${peer} is not installed (Debian: apt-get install ${packaged})\n`);
  process.exit(process.env.CI === undefined ? 0 : 1);
}

const home = mkdtempSync(join(tmpdir(), 'phucloi-peers-'));
let [passed, failed] = [0, 0];
const judge = (what, ours, theirs) => {
  if (ours === theirs) passed += 1;
  else {
    failed += 1;
    process.stdout.write(`${what}: ${ours} here, ${theirs} there\n`);
  }
};
const started = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs the program in a folder; any refusal ends the test. */
function phucloi(folder, ...words) {
  const played = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (played.status !== 0) throw new Error(`${words.join(' ')}: ${played.stdout}${played.stderr}`);
  return played.stdout;
}
const data = (folder, ...words) => JSON.parse(phucloi(folder, ...words, '--json')).data;
const accepts = (peer, ...words) => spawnSync(peer, words, { encoding: 'utf8', maxBuffer: 1 << 28 });

/** What every fund holds at the end of every month, as hledger adds it up: assets less what is borrowed. */
function hledgerClosings(file) {
  const played = accepts('hledger', '-f', file, 'balance', '-M', '-H', '--flat', '-N', '-O', 'csv');
  if (played.status !== 0) throw new Error(played.stderr);
  const [head, ...lines] = played.stdout
    .trim()
    .split('\n')
    .map((line) => line.slice(1, -1).split('","'));
  const closings = new Map();
  for (const [account = '', ...figures] of lines) {
    const [root, fund, leaf] = account.split(':');
    if (root !== 'assets' && !(root === 'liabilities' && leaf === 'borrowed')) continue;
    figures.forEach((figure, at) => {
      const key = `${fund} ${head[at + 1]}`;
      closings.set(key, (closings.get(key) ?? 0) + Number(figure.replace(' VND', '').replaceAll(',', '')));
    });
  }
  return closings;
}

/** Both peers take a book's exports and agree with `balance` and `ledger fund` for every fund and month. */
function compare(name, folder, months, today) {
  const since = performance.now();
  const [journal, beans] = [join(folder, 'so.journal'), join(folder, 'so.beancount')];
  for (const [format, file] of [
    ['hledger', journal],
    ['beancount', beans],
  ])
    phucloi(folder, 'export', '--format', format, '-o', file, '--today', today);
  for (const [peer, ...words] of [
    ['hledger', '-f', journal, 'check', '--strict'],
    ['bean-check', beans],
  ]) {
    const { status, stdout, stderr } = accepts(peer, ...words);
    judge(`${name}: ${peer}`, 'accepted', status === 0 ? 'accepted' : `${stdout}${stderr}`.slice(0, 500));
  }
  const theirs = hledgerClosings(journal);
  for (const month of months) {
    const [year = 0, number = 0] = month.split('-').map(Number);
    const day = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
    for (const { code, closing } of data(folder, 'balance', '--as-of', day, '--today', today).funds) {
      judge(`${name}: ${code} ${month}, balance`, closing, theirs.get(`${code} ${month}`) ?? 0);
      const ledger = data(folder, 'ledger', 'fund', code, '--period', month, '--today', today);
      judge(`${name}: ${code} ${month}, ledger`, ledger.closing, theirs.get(`${code} ${month}`) ?? 0);
    }
  }
  process.stdout.write(`${name}: compared in ${seconds(since)}\n`);
}

const month = (number) => `2024-${String(number).padStart(2, '0')}`;
try {
  const sample = join(home, 'sample');
  phucloi(home, 'demo', '--out', sample);
  compare('sample', sample, [1, 2, 3, 4, 5, 6].map(month), '2024-06-30');

  // One dong in one posting: both peers must refuse it, or they prove nothing.
  for (const [file, peer, ...words] of [
    ['so.journal', 'hledger', 'check', '--strict', '-f'],
    ['so.beancount', 'bean-check'],
  ]) {
    const path = join(sample, file);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/(assets:TET:bank {2}|Assets:TET:Bank {2})135000000/, '$1135000001'),
    );
    judge(
      `one dong more, ${peer}`,
      'refused',
      accepts(peer, ...words, path).status === 0 ? 'accepted' : 'refused',
    );
  }

  // Encrypted backups: what is made here is opened by age, and what age makes is restored here.
  const keys = join(sample, 'khoa.txt');
  const made = spawnSync('age-keygen', ['-o', keys], { encoding: 'utf8' });
  const recipient = /age1\w+/.exec(made.stderr)?.[0] ?? '';
  const { path: sealed, head: sealedHead } = data(sample, 'backup', '--recipient', recipient);
  judge(
    'age: opens',
    0,
    accepts('age', '-d', '-i', keys, '-o', join(sample, 'mo.db'), join(sample, sealed)).status,
  );
  judge('age: opened', sealedHead, data(sample, 'verify', '--book', 'mo.db').head);
  judge(
    'age: encrypts',
    0,
    accepts('age', '-r', recipient, '-o', join(sample, 'cua-age.age'), join(sample, 'mo.db')).status,
  );
  judge(
    'age: restored',
    sealedHead,
    data(sample, 'restore', 'cua-age.age', '--identity', 'khoa.txt', '--book', 'lai.db').head,
  );
  judge('age: digest', 0, spawnSync('sha256sum', ['-c', `${sealed}.sha256`], { cwd: sample }).status);
  // age asks for passphrases at a terminal only.
  const words = 'bốn từ không liên quan';
  writeFileSync(join(sample, 'mat-khau'), `${words}\n`, { mode: 0o600 });
  const asked = (...line) =>
    spawnSync('script', ['-qec', line.join(' '), '/dev/null'], {
      cwd: sample,
      input: `${words}\n${words}\n`,
      encoding: 'utf8',
    }).status;
  const byWords = data(sample, 'backup', '--encrypt', '--passphrase-file', 'mat-khau').path;
  judge('age: opens by passphrase', 0, asked('age', '-d', '-o', 'mo-2.db', byWords));
  judge('age: opened by passphrase', sealedHead, data(sample, 'verify', '--book', 'mo-2.db').head);
  judge('age: encrypts by passphrase', 0, asked('age', '-p', '-o', 'cua-age-2.age', 'mo.db'));
  judge(
    'age: restored by passphrase',
    sealedHead,
    data(sample, 'restore', 'cua-age-2.age', '--passphrase-file', 'mat-khau', '--book', 'lai-2.db').head,
  );

  const folder = join(home, 'year');
  mkdirSync(folder);
  const put = (files) => files.forEach((text, name) => writeFileSync(join(folder, name), text));
  const year = yearOf(LARGE_YEAR);
  process.stdout.write(`year: ${JSON.stringify(LARGE_YEAR)}\n`);
  put(year.files);
  const begun = performance.now();
  for (const words of year.setUp) phucloi(folder, ...words);
  process.stdout.write(`set up: ${seconds(begun)}\n`);
  for (const { month: name, files, lines, closings } of year.months) {
    put(files);
    const times = new Map();
    const since = performance.now();
    for (const words of lines) {
      const one = performance.now();
      phucloi(folder, ...words);
      const verb = words
        .slice(0, 2)
        .filter((word) => /^[a-z]+$/.test(word))
        .join(' ');
      times.set(verb, (times.get(verb) ?? 0) + performance.now() - one);
    }
    const slowest = [...times].toSorted(([, a], [, b]) => b - a).slice(0, 4);
    const told = slowest.map(([verb, ms]) => `${verb} ${(ms / 1000).toFixed(1)} s`).join(', ');
    process.stdout.write(`${name}: closed in ${seconds(since)} (${told})\n`);
    const { funds } = data(folder, 'balance', '--as-of', lines.at(-1).at(-1), '--today', lines.at(-1).at(-1));
    for (const { code, closing } of funds)
      judge(`${code} ${name}, generated`, closings.get(code) ?? 0, closing);
  }
  compare(
    'year',
    folder,
    year.months.map((each) => each.month),
    '2024-12-31',
  );
  const whole = performance.now();
  phucloi(folder, 'export', '--format', 'json', '-o', 'so.json', '--today', '2024-12-31');
  phucloi(folder, 'import-book', 'so.json', '--book', 'moi.db');
  judge('year: rebuilt', data(folder, 'verify').head, data(folder, 'verify', '--book', 'moi.db').head);
  process.stdout.write(`year: out and back in ${seconds(whole)}\n`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed, ${seconds(started)}\n`);
process.exitCode = failed === 0 ? 0 : 1;
