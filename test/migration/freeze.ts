import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';
import { gunzipSync, gzipSync } from 'node:zlib';
import { facts, questions, TODAY, type FrozenAnswer } from './answers.ts';

/**
 * Freezes what a program says of the book of its own schema: `node test/migration/freeze.ts N PROGRAM`, where PROGRAM is
 * bin/phucloi.js as it was built from the code of schema N, and schema-N.db.gz lies here. Done once for a schema: what is
 * frozen is what every later version must go on saying.
 */
const [, , schema = '', program = ''] = argv;
const here = (ending: string) => join(import.meta.dirname, `schema-${schema}.${ending}`);
const folder = mkdtempSync(join(tmpdir(), 'phucloi-freeze-'));
try {
  const book = join(folder, 'phucloi.db');
  writeFileSync(book, gunzipSync(readFileSync(here('db.gz'))));
  const ask = (line: string, ...more: string[]) =>
    spawnSync(execPath, [program, ...line.split(' '), '--today', TODAY, ...more], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder },
      maxBuffer: 1e8,
    });
  const { data, text } = questions();
  const answers = data.map((line): FrozenAnswer => {
    const { status, stdout, stderr } = ask(line, '--json');
    if (status !== 0 && status !== 1) throw new Error(`${line}: ${stdout}${stderr}`);
    return { line, exit: status, data: facts(stdout) };
  });
  writeFileSync(here('json.gz'), gzipSync(JSON.stringify(answers), { level: 9 }));
  const said = text.map((line) => `$ phucloi ${line}\n${ask(line).stdout}`);
  writeFileSync(here('txt'), said.join('\n'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
