import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { growthOf, type Intake } from './growth.ts';
import { writeDonorList } from './lists.ts';
import { isInstalled, type Case, type Command } from './pairs.ts';
import type { Room } from './room.ts';

/** What the issue of speed names; the bench leaves out those above the largest that it is asked for. */
const SIZES = [10_000, 100_000, 1_000_000];

/** Bound of design.md 7: the import beside a bare loop. */
const BARE = 1.5;

/** How hledger is to read a donor list. */
export const HLEDGER_RULES = `skip 1
fields date, payee, amount, comment, code
date-format %d/%m/%Y
decimal-mark ,
currency VND
account1 assets:bank
account2 income:gifts
`;

/** Donor lists imported beside a bare loop, again beside the first time, at each size beside the one before, and by hledger. */
export function* contributions(room: Room): Generator<Case> {
  const floor = join(import.meta.dirname, 'floor/import.cjs');
  let before: Intake | undefined;
  for (const rows of SIZES.filter((each) => each <= room.largest)) {
    const folder = room.folder(`gifts-${rows}`);
    const [list, empty] = [join(folder, 'gifts.csv'), room.emptyBook()];
    writeDonorList(list, rows);
    const book = join(folder, 'phucloi.db');
    const words = ['contribution', 'import', list, '--fund', 'XHTT', '--to', 'bank', '--yes', '--no-backup'];
    const fresh = () => copyFileSync(empty, book);
    const ours: Command = { ...room.phucloi([...words, '--book', book]), before: fresh };
    const bare: Command = { words: [process.execPath, floor, book, list], before: fresh };
    const name = `contribution import, ${rows} rows`;
    yield { name, beside: 'a bare loop', bound: BARE, ours, theirs: bare };
    const now = { name, rows, ours };
    yield* growthOf(now, before);
    if (isInstalled('hledger', '--version')) {
      writeFileSync(`${list}.rules`, HLEDGER_RULES);
      const journal = join(folder, 'gifts.journal');
      const hledger: Command = {
        words: ['hledger', 'import', '-f', journal, list],
        cwd: folder,
        before: () => {
          writeFileSync(journal, '');
        },
      };
      yield { name, beside: 'hledger import', bound: 1, ours, theirs: hledger };
    }
    before = now;
  }
}
