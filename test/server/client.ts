// One client of many: runs each command line that it is told (a line of JSON on standard input) in this process by the
// built program's own front door, and answers with what came of it. It connects anew for each command, as a person's would.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { run as Run } from '../../src/cli/main.ts';
import type { Ask, Told } from './clients.ts';

const { run } = createRequire(import.meta.url)(join(import.meta.dirname, '../../dist/main.cjs')) as {
  run: typeof Run;
};

for await (const line of createInterface({ input: process.stdin })) {
  const { book, words, input } = JSON.parse(line) as Ask;
  const begun = performance.now();
  const out: string[] = [];
  const exit = await run([...words, '--json'], {
    stdout: (text) => out.push(text),
    bytes: () => undefined,
    stderr: () => undefined,
    stdin: () => Readable.from(input === undefined ? [] : [Buffer.from(input)]),
    stdinIsTerminal: () => false,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    columns: undefined,
    rows: undefined,
    page: () => Promise.resolve(false),
    env: { PHUCLOI_BOOK: book },
    cwd: process.cwd(),
    user: () => 'thu-quy',
    now: new Date('2024-11-30T05:00:00Z'),
  });
  const told: Told = {
    exit,
    took: performance.now() - begun,
    answer: JSON.parse(out.join('')) as Told['answer'],
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
