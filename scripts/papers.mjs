// The papers that are looked at: every report, ledger, form and list of the demonstration's book, after what
// test/fixtures/papers.txt writes into it besides. One process prints them all.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../src/cli/run.ts';

const FIXTURE = fileURLToPath(new URL('../test/fixtures/papers.txt', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../data/sample/', import.meta.url));
const TODAY = ['--today', '2024-07-12'];

/** What one file of command lines says: what is written into the book, and what is printed from it. */
const lines = readFileSync(FIXTURE, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const words = (line) =>
  (line.match(/(?:[^\s"]+|"[^"]*")+/g) ?? []).map((word) => word.replaceAll('"', ''));
const written = lines.filter((line) => line.startsWith('$ ')).map((line) => words(line.slice(2)));

/** Each paper's name and the command line that prints it. */
export const PAPERS = lines
  .filter((line) => !line.startsWith('$ '))
  .map((line) => ({ name: line.slice(0, line.indexOf(': ')), words: words(line.slice(line.indexOf(': ') + 2)) }));

/** The demonstration's book in a folder, with everything that the papers need; what goes wrong is told. */
export async function bookOfPapers(folder, check, language = 'vi') {
  mkdirSync(folder, { recursive: true });
  for (const line of readFileSync(join(SAMPLE, 'demo.txt'), 'utf8').split('\n')) {
    if (!line.startsWith('$ phucloi ')) continue;
    const [command, exit = '0'] = line.slice('$ phucloi '.length).split(/\s+#exit=/);
    const given = words(command).map((word) => word.replace(/^data\/sample\//, SAMPLE));
    const spoken = given[0] === 'init' ? ['--documents', language] : [];
    await told(folder, [...given, ...spoken], check, Number(exit));
  }
  for (const line of written) await told(folder, line, check);
}

/** Prints a paper from a copy of the book: what a paper writes into it must not be there for the next. */
export async function printPaper(folder, { words: line }, path, check) {
  const book = join(folder, 'copy.db');
  copyFileSync(join(folder, 'phucloi.db'), book);
  await told(folder, [...line, '-o', path, '--book', book, ...(line.includes('--today') ? [] : TODAY)], check);
}

async function told(folder, line, check, wished = 0) {
  let said = '';
  const exit = await run(line, {
    stdout: () => undefined,
    bytes: () => undefined,
    stderr: (text) => (said += text),
    stdinIsTerminal: () => false,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    page: () => Promise.resolve(false),
    env: {},
    cwd: folder,
    user: () => 'thu-quy',
    now: new Date('2024-07-12T05:00:00Z'),
  });
  check(`phucloi ${line.join(' ')}`, exit === wished ? undefined : `exit ${exit}: ${said.trim()}`);
}
