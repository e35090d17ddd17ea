import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Case, Command } from './pairs.ts';
import type { Room } from './room.ts';

/** Bounds of design.md 7, beside a Node that does nothing and beside a bare script that prints the same rows. */
const [NODE, BARE] = [1.7, 1.2];

/** What a person waits for at every turn of the prompt: help, the version, and the two quick looks at a book. */
const LINES = ['--help', '--version', 'balance', 'status'];

/** Words before the Tab key: what the program knows by itself, and what only the book knows. */
const COMPLETED: Readonly<Record<string, readonly string[]>> = {
  'a noun': [''],
  'a verb': ['gift', ''],
  'an option': ['gift', 'pay', '--'],
  'a choice': ['balance', '--format', ''],
  'a round': ['gift', 'pay', '--round', ''],
  'a member': ['member', 'show', 'DV00'],
};

/** How long the program takes to start and answer about the sample's book. */
export function* startUp(room: Room): Generator<Case> {
  const book = room.sampleBook();
  const node: Command = { words: [process.execPath, '-e', '0'] };
  for (const word of LINES) {
    const ours = room.phucloi([word, '--book', book]);
    yield { name: word, beside: 'node -e 0', bound: NODE, ours, theirs: node };
  }
  const cache = room.folder('cache');
  yield {
    name: 'balance, the first time after install',
    beside: 'node -e 0',
    // Where bin/phucloi.js keeps compiled code.
    ours: {
      ...room.phucloi(['balance', '--book', book]),
      env: { XDG_CACHE_HOME: cache },
      before: () => {
        rmSync(cache, { recursive: true, force: true });
      },
    },
    theirs: node,
  };
  const bare: Command = {
    words: [process.execPath, join(import.meta.dirname, 'floor/balance.cjs'), book],
  };
  yield {
    name: 'balance',
    beside: 'a bare script',
    bound: BARE,
    ours: room.phucloi(['balance', '--book', book]),
    theirs: bare,
  };
  for (const [what, words] of Object.entries(COMPLETED)) {
    const ours = room.phucloi(['complete', '--', '--book', book, ...words]);
    yield { name: `completing ${what}`, beside: 'node -e 0', bound: NODE, ours, theirs: node };
  }
}
