import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LIST_MAX, writeDonorList } from './lists.ts';
import type { Case, Command } from './pairs.ts';
import type { Room } from './room.ts';

/** Gifts of the books: two postings each. */
const SIZES = [5_000, 50_000, 500_000, 5_000_000];
/** Above this only what a person asks of a book each month. */
const WHOLE_MAX = 500_000;

/** Bounds of design.md 7: a large book's balance beside a small one's, growth of the time a posting, verify beside its floor. */
const [FLAT, GROWTH, VERIFY] = [1.2, 1.3, 1.5];

/** What goes through a month of the book, or through its accounts. */
const READS: Readonly<Record<string, readonly string[]>> = {
  'ledger fund, a month': ['ledger', 'fund', 'XHTT', '--period', '2024-06'],
  'ledger fund, the year': ['ledger', 'fund', 'XHTT', '--period', '2024'],
  'reconcile, a month': ['reconcile', '--period', '2024-06'],
  check: ['check'],
  'close --dry-run': ['close', '2024-01', '--dry-run'],
};

/** What writes or lists all of it. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  'ledger journal --ndjson': ['ledger', 'journal', '--period', '2024', '--ndjson'],
  'contribution list --ndjson': ['contribution', 'list', '--document', 'D1', '--ndjson'],
  'entry list --ndjson': ['entry', 'list', '--period', '2024', '--ndjson'],
  backup: ['backup', '--to', '.', '--keep', '1'],
  'export --format csv': ['export', '--format', 'csv', '-o', 'journal.csv', '--purpose', 'bench'],
  'export --format json': ['export', '--format', 'json', '-o', 'book.json', '--purpose', 'bench'],
};

/** Commands that read large books, beside the same on a tenth of it, `balance` beside the sample's, `verify` beside its floor. */
export function* books(room: Room): Generator<Case> {
  const floor = join(import.meta.dirname, 'floor/verify.cjs');
  let before: { readonly gifts: number; readonly folder: string } | undefined;
  for (const gifts of SIZES.filter((each) => each <= room.largest)) {
    const folder = room.folder(`book-${gifts}`);
    const book = join(folder, 'phucloi.db');
    copyFileSync(room.emptyBook(), book);
    importGifts(room, folder, gifts);
    const postings = 2 * gifts;
    yield {
      name: `balance, ${postings} postings`,
      beside: "the sample's book",
      bound: FLAT,
      ours: room.phucloi(['balance', '--book', book]),
      theirs: room.phucloi(['balance', '--book', room.sampleBook()]),
    };
    yield {
      name: `verify, ${postings} postings`,
      beside: 'reading, hashing and checking as much',
      bound: VERIFY,
      ours: room.phucloi(['verify', '--book', book]),
      theirs: { words: [process.execPath, floor, book] },
    };
    const asked = gifts <= WHOLE_MAX ? { ...READS, ...WHOLE } : READS;
    for (const [name, words] of before === undefined ? [] : Object.entries(asked)) {
      const at = (place: string): Command => ({
        ...room.phucloi([...words, '--today', '2025-01-31']),
        cwd: place,
        exits: [0, 1],
        before: () => {
          for (const file of ['journal.csv', 'book.json']) rmSync(join(place, file), { force: true });
        },
      });
      yield {
        name: `${name}, ${postings} postings: time a posting`,
        beside: `at ${2 * (before?.gifts ?? 1)}`,
        bound: GROWTH,
        rows: [gifts, before?.gifts ?? 1],
        ours: at(folder),
        theirs: at(before?.folder ?? folder),
      };
    }
    before = { gifts, folder };
  }
}

/** Takes so many gifts into the folder's book, a list after another; each is removed once it is in the book. */
function importGifts(room: Room, folder: string, gifts: number): void {
  const list = join(folder, 'gifts.csv');
  for (let number = 1, left = gifts; left > 0; number += 1, left -= LIST_MAX) {
    writeDonorList(list, Math.min(left, LIST_MAX), number);
    const words = ['contribution', 'import', list, '--fund', 'XHTT', '--to', 'bank'];
    room.play(folder, [...words, '--yes', '--no-backup', '-q']);
    rmSync(list);
  }
}
