// The sample book's ledger, added up by hledger: a program that shares no code with this one must find the same balance
// for every account of every fund.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../bin/phucloi.js');
if (spawnSync('hledger', ['--version']).status !== 0) {
  process.stdout.write('skipped: hledger is not installed (Debian: apt-get install hledger)\n');
  process.exit(process.env.CI === undefined ? 0 : 1);
}
const folder = mkdtempSync(join(tmpdir(), 'phucloi-peers-'));
const phucloi = (...words) => {
  const played = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (played.status !== 0) throw new Error(`${words.join(' ')}: ${played.stderr}`);
  return played.stdout;
};
const data = (...words) => JSON.parse(phucloi(...words, '--json')).data;

phucloi('demo', '--out', folder);
const { lines } = data('ledger', 'journal', '--from', '2023-12-31', '--to', '2024-06-30');
const entries = new Map();
for (const line of lines) entries.set(line.entry, [...(entries.get(line.entry) ?? []), line]);
const journal = [...entries.values()].map((postings) => {
  const [first] = postings;
  const rows = postings.map(
    ({ fund, account, place, debit, credit }) =>
      `  ${fund}:${account}:${place || 'none'}  ${debit - credit} VND`,
  );
  return [`${first.day} ${first.entry}`, ...rows, ''].join('\n');
});
writeFileSync(join(folder, 'book.journal'), journal.join('\n'));
const hledger = (...words) => {
  const played = spawnSync('hledger', ['-f', join(folder, 'book.journal'), ...words], { encoding: 'utf8' });
  if (played.status !== 0) throw new Error(played.stderr);
  return played.stdout;
};

let [passed, failed] = [0, 0];
const judge = (what, ours, theirs) => {
  if (ours === theirs) passed += 1;
  else {
    failed += 1;
    process.stdout.write(`${what}: ${ours} here, ${theirs} in hledger\n`);
  }
};
const money = (query) => {
  const total = hledger('balance', '-N', '--depth', '1', '-O', 'csv', query).split('\n')[1];
  return total === undefined || total === ''
    ? 0
    : Number(/"(-?[\d,]+) VND"/.exec(total)?.[1]?.replaceAll(',', '') ?? 0);
};
for (const { code, closing } of data('balance', '--as-of', '2024-06-30').funds) {
  judge(`${code}, money`, closing, money(`^${code}:(111|112|141):`));
}
judge(
  'entries',
  entries.size,
  hledger('print')
    .split('\n')
    .filter((line) => /^\d{4}-/.test(line)).length,
);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
