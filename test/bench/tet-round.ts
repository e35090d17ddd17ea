import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeRolls } from './members.ts';
import type { Case, Command } from './pairs.ts';
import type { Room } from './room.ts';

const SIZES = [10_000, 100_000];

/** Bound: growth of the time a gift. */
const GROWTH = 1.3;

/** What is done with a round, one command after another; each writes on what the one before it left. */
const STEPS: readonly (readonly [name: string, ...words: string[]])[] = [
  ['gift import', 'gift', 'import', 'gifts.csv', '--round', 'tet', '--payer', 'TET'],
  [
    'gift approve',
    'gift',
    'approve',
    '--round',
    'tet',
    '--decision',
    '1',
    '--on',
    '15/01/2024',
    '--by',
    'An',
  ],
  ['gift pay', 'gift', 'pay', '--round', 'tet', '--from', 'TET:cash', '--on', '20/01/2024'],
  ['gift sign', 'gift', 'sign', '--round', 'tet', '--all'],
  ['gift list to XLSX', 'gift', 'list', '--round', 'tet', '-o', 'list.xlsx'],
  ['reconcile', 'reconcile', '--period', '2024-02'],
  ['ledger member', 'ledger', 'member', 'DV0000001', '--period', '2024'],
];

/** A Tet round imported, approved, paid, signed, listed and reconciled in one command each, beside a tenth of it. */
export function* tetRound(room: Room): Generator<Case> {
  const [few, many] = SIZES;
  if (few === undefined || many === undefined || many > room.largest) return;
  const [small, large] = [bookOf(room, few), bookOf(room, many)];
  for (const [at, [name, ...words]] of STEPS.entries()) {
    yield {
      name: `${name}, ${many} gifts: time a gift`,
      beside: `at ${few}`,
      bound: GROWTH,
      rows: [many, few],
      ours: step(room, large, at, words),
      theirs: step(room, small, at, words),
    };
  }
}

/** One step on the book that the step before it left. */
function step(room: Room, folder: string, at: number, words: readonly string[]): Command {
  const [before, book] = [join(folder, `${at}.db`), join(folder, 'phucloi.db')];
  return {
    ...room.phucloi([...words, ...(words[0] === 'gift' ? ['--yes'] : []), '--book', book]),
    cwd: folder,
    // Gifts that nobody was told of: what reconcile finds is its exit.
    exits: words[0] === 'reconcile' ? [0, 1] : [0],
    before: () => {
      copyFileSync(before, book);
      rmSync(join(folder, 'list.xlsx'), { force: true });
    },
  };
}

/** Units, members and the round's list in a folder, with the book as each step finds it. */
function bookOf(room: Room, gifts: number): string {
  const folder = room.folder(`round-${gifts}`);
  writeRolls(folder, gifts);
  const [book, opening] = [join(folder, 'phucloi.db'), `TET:cash=${gifts * 300_000}`];
  room.play(folder, ['init', '--name', 'CD', '--from', '2024-01', '--opening', opening, '--no-input']);
  room.play(folder, ['unit', 'import', 'units.csv', '--yes']);
  room.play(folder, ['member', 'import', 'members.csv', '--yes', '--no-backup']);
  room.play(folder, [
    'programme',
    'add',
    'tet',
    '--kind',
    'gift',
    '--name',
    'Tet',
    '--on',
    '10/02/2024',
    '--yes',
  ]);
  for (const [at, [, ...words]] of STEPS.entries()) {
    copyFileSync(book, join(folder, `${at}.db`));
    if (words[0] === 'gift') room.play(folder, [...words, '--yes']);
  }
  return folder;
}
