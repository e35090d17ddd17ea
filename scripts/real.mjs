// npm run real -- DIR: takes every list of a folder of real lists into a book of its own and compares rows and totals
// with a manifest: manifest.tsv in the folder, else test/fixtures/real-lists.tsv (file, rows, total in đồng; or `refused`
// and how many cells, or the code). A bank's statement is taken by `statement import` too: its lines, money in, money out
// and proved balances follow. A list that the manifest does not know is only read. The lists stay where they are; nothing
// of them is kept.
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
  return new Map(
    lines.map((line) => line.split('\t')).map(([file, ...figures]) => [file, figures.join('\t')]),
  );
}

function phucloi(...words) {
  const played = spawnSync(process.execPath, [program, ...words, '--json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return JSON.parse(played.stdout);
}

/** Takes a list twice; gives the figures of the first time, and whether the second added nothing. */
function taken(words, figures) {
  const [first, again] = [phucloi(...words), phucloi(...words)];
  if (first.ok) return { figures: figures(first.data), sound: again.ok && again.data.accepted === 0, first };
  const { code, facts } = first.error;
  return { figures: ['refused', facts.rows?.length ?? code], sound: !again.ok, first };
}

for (const [at, file] of readdirSync(lists)
  .filter((name) => /\.(csv|tsv|txt|xlsx?|html?)$/i.test(name) && !/manifest\.tsv$/i.test(name))
  .toSorted()
  .entries()) {
  const [book, path] = [`so-${at}.db`, join(lists, file)];
  phucloi('init', '--book', book, '--name', 'real', '--from', '2000-01');
  const gifts = taken(
    ['contribution', 'import', path, '--fund', 'XHTT', '--book', book],
    ({ accepted, posted }) => [accepted, posted],
  );
  // Money in a column of its own is a bank's way of writing.
  const isStatement = gifts.first.data?.reading.heading.columns.credit !== undefined;
  const lines = isStatement
    ? taken(
        ['statement', 'import', path, '--account', 'bank', '--book', book],
        ({ accepted, credits, debits, checked }) => [accepted, credits, debits, checked],
      )
    : { figures: [], sound: true };
  const proof = phucloi('verify', '--book', book);
  const read = [...gifts.figures, ...lines.figures].join('\t');
  const wanted = manifest.get(file);
  const known = wanted === undefined || wanted === read;
  const sound = proof.ok && gifts.sound && lines.sound;
  if (known && sound) passed += 1;
  else failed += 1;
  const verdict = !sound
    ? 'NOT SOUND'
    : wanted === undefined
      ? ''
      : known
        ? 'as the manifest says'
        : `MANIFEST SAYS ${wanted.replaceAll('\t', ' ')}`;
  process.stdout.write(`${file}\t${read}\t${verdict}\n`);
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
