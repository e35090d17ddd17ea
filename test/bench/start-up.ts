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

/** Words before the Tab key: what the program knows by itself, and what only the book knows. */
const COMPLETED: Readonly<Record<string, readonly string[]>> = {
  'a noun': [''],
  'a verb': ['gift', ''],
  'an option': ['gift', 'pay', '--'],
  'a choice': ['balance', '--format', ''],
  'a round': ['gift', 'pay', '--round', ''],
  'a member': ['member', 'show', 'DV00'],
};

/** How long the program takes to start and answer, beside a Node that does nothing. */
export function startUp(book: string, program: string): readonly Compared[] {
  const usage = join(import.meta.dirname, 'floor/usage.cjs');
  const node = (...words: readonly string[]) => run(process.execPath, ['--require', usage, ...words]);
  const lines = Object.entries(LINES).map(([name, words]) => [name, [...words, '--book', book]] as const);
  const completed = Object.entries(COMPLETED).map(
    ([name, words]) => [`${name} completed`, ['complete', '--', '--book', book, ...words]] as const,
  );
  return [...lines, ...completed].map(([name, words]) =>
    compare(
      { name, beside: 'node -e 0', bound: BOUND, pairs: PAIRS },
      () => node(program, ...words),
      () => node('-e', '0'),
    ),
  );
}
