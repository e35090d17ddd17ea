import { join } from 'node:path';
import { compare, run, type Compared } from './pairs.ts';

const PAIRS = 21;
const BOUND = 1.7;

/** What a person waits for at every turn of the prompt: help, the version, completion, and the two quick looks at a book. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  '--help': ['--help'],
  '--version': ['--version'],
  balance: ['balance'],
  status: ['status'],
};

/** How long the program takes to start and answer, beside a Node that does nothing. */
export function startUp(book: string, program: string): readonly Compared[] {
  const usage = join(import.meta.dirname, 'floor/usage.cjs');
  const node = (...words: readonly string[]) => run(process.execPath, ['--require', usage, ...words]);
  return Object.entries(LINES).map(([name, words]) =>
    compare(
      { name, beside: 'node -e 0', bound: BOUND, pairs: PAIRS },
      () => node(program, ...words, '--book', book),
      () => node('-e', '0'),
    ),
  );
}
