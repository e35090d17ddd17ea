import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { growthOf, type Intake } from './growth.ts';
import { writeStatement } from './lists.ts';
import type { Case, Command } from './pairs.ts';
import type { Room } from './room.ts';

const SIZES = [20_000, 200_000];

/** A bank's statement with running balances: imported beside a bare parse, beside fewer lines, and again. */
export function* statement(room: Room): Generator<Case> {
  const parse = join(import.meta.dirname, 'floor/parse.cjs');
  let before: Intake | undefined;
  for (const lines of SIZES.filter((each) => each <= room.largest)) {
    const folder = room.folder(`statement-${lines}`);
    const [list, empty, book] = [join(folder, 'sao-ke.csv'), room.emptyBook(), join(folder, 'phucloi.db')];
    writeStatement(list, lines);
    const words = ['statement', 'import', list, '--account', 'bank', '--book', book];
    const ours: Command = {
      ...room.phucloi(words),
      before: () => {
        copyFileSync(empty, book);
      },
    };
    const name = `statement import, ${lines} lines`;
    yield { name, beside: 'csv-parse alone', ours, theirs: { words: [process.execPath, parse, list] } };
    const now = { name, rows: lines, ours };
    yield* growthOf(now, before);
    before = now;
  }
}
