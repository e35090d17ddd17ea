// Writes docs/reference.md and docs/reference.vi.md from the program itself. `--facts` first replays every transcript for
// the facts of failures and warnings, which the sentences of the reference are made with.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { format, resolveConfig } from 'prettier';
import { referenceIn, SEEN, seen } from '../test/support/reference.ts';
import { Stage, wordsOf } from '../test/support/play.ts';
import { SMALL_BOOK } from '../test/support/small-book.ts';


/** A transcript in which a command warns. */
const WARNS = /^! (CẢNH BÁO|WARNING):/m;

if (process.argv.includes('--facts')) await gather();
for (const [language, path] of [
  ['en', 'docs/reference.md'],
  ['vi', 'docs/reference.vi.md'],
]) {
  const text = await referenceIn(language);
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

/** Replays the transcripts with --json and keeps the first facts of each code; what no transcript shows stays as it is. */
async function gather() {
  const known = seen();
  const found = { failures: {}, warnings: {} };
  for (const folder of ['test/failure', 'test/transcript']) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      // Of the long transcripts only those that warn: every failure has one of its own.
      if (folder === 'test/failure' || WARNS.test(text)) await replay(text, found);
    }
  }
  const sorted = (one, other) =>
    Object.fromEntries(Object.entries({ ...one, ...other }).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const all = {
    failures: sorted(known.failures, found.failures),
    warnings: sorted(known.warnings, found.warnings),
  };
  writeFileSync(SEEN, await format(JSON.stringify(all), { ...(await resolveConfig(SEEN)), filepath: SEEN }));
}

async function replay(transcript, found) {
  const stage = new Stage();
  const lines = transcript.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line.startsWith('% file ')) {
      const end = lines.indexOf('% end', at);
      stage.write(line.slice('% file '.length), `${lines.slice(at + 1, end).join('\n')}\n`);
      at = end;
    } else if (line === '% book') {
      for (const command of SMALL_BOOK) await stage.data(command);
    } else if (line.startsWith('% sql ')) {
      const sqlite = new Sqlite(join(stage.folder, 'phucloi.db'));
      sqlite.exec(line.slice('% sql '.length));
      sqlite.close();
    } else if (line.startsWith('$ phucloi ')) {
      const words = wordsOf(line.slice('$ phucloi '.length));
      // What the Tab key is answered with is no document.
      if (words[0] === 'complete') continue;
      const { stdout } = await stage.run(words.includes('--json') ? words : [...words, '--json']);
      keep(steady(stdout, stage.folder), found);
    }
  }
  stage.strike();
}

/** Without what differs from run to run. */
function steady(stdout, folder) {
  return stdout
    .replaceAll(`${folder}/`, '')
    .replaceAll(folder, '.')
    .replace(/\b[0-9a-f]{64}\b/g, '0'.repeat(64))
    .replace(/\b[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}\b/g, 'AB2CD-EF3GH');
}

function keep(stdout, found) {
  let answer;
  try {
    answer = JSON.parse(stdout);
  } catch {
    return;
  }
  const { error, warnings = [] } = answer;
  if (error !== undefined) found.failures[error.code] ??= error.facts;
  for (const { code, facts } of warnings) found.warnings[code] ??= facts;
}
