// npm run real -- DIR: takes every list of a folder of real lists into a book of its own and compares rows and totals
// with a manifest: manifest.tsv in the folder, else test/fixtures/real-lists.tsv (file, rows, total in đồng; or `refused`
// and how many cells). A list that the manifest does not know is only read. The lists stay where they are; nothing of them is kept.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [given] = process.argv.slice(2);
if (given === undefined || !existsSync(given)) {
  process.stderr.write('npm run real -- DIR: a folder of lists\n');
  process.exit(2);
}
const lists = resolve(given);
const program = join(import.meta.dirname, '../bin/phucloi.js');
const folder = mkdtempSync(join(tmpdir(), 'phucloi-real-'));
const own = join(lists, 'manifest.tsv');
const manifest = readManifest(
  existsSync(own) ? own : join(import.meta.dirname, '../test/fixtures/real-lists.tsv'),
);
let [passed, failed] = [0, 0];

function readManifest(path) {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => line.split('\t')).map(([file, rows, total]) => [file, { rows, total }]));
}

function phucloi(...words) {
  const played = spawnSync(process.execPath, [program, ...words, '--json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return JSON.parse(played.stdout);
}

for (const [at, file] of readdirSync(lists)
  .filter((name) => /\.(csv|tsv|txt|xlsx)$/i.test(name))
  .toSorted()
  .entries()) {
  const book = `so-${at}.db`;
  phucloi('init', '--book', book, '--name', 'real', '--from', '2000-01');
  const answer = phucloi('contribution', 'import', join(lists, file), '--fund', 'XHTT', '--book', book);
  const again = phucloi('contribution', 'import', join(lists, file), '--fund', 'XHTT', '--book', book);
  const proof = phucloi('verify', '--book', book);
  const read = answer.ok
    ? { rows: String(answer.data.accepted), total: String(answer.data.posted) }
    : { rows: 'refused', total: String(answer.error.facts.rows?.length ?? answer.error.code) };
  const wanted = manifest.get(file);
  const known = wanted === undefined || (wanted.rows === read.rows && wanted.total === read.total);
  const sound = proof.ok && (!answer.ok || again.data.accepted === 0);
  if (known && sound) passed += 1;
  else failed += 1;
  const verdict = !sound
    ? 'NOT SOUND'
    : wanted === undefined
      ? ''
      : known
        ? 'as the manifest says'
        : `MANIFEST SAYS ${wanted.rows} ${wanted.total}`;
  process.stdout.write(`${file}\t${read.rows}\t${read.total}\t${verdict}\n`);
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
