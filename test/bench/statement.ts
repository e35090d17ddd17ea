import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeStatement } from './lists.ts';
import type { Case, Command } from './pairs.ts';
import type { Room } from './room.ts';

const SIZES = [20_000, 200_000];

/** Bounds of design.md 7: growth of the time a row, and the same statement again beside the first time. */
const [GROWTH, AGAIN] = [1.3, 0.35];

/** A bank's statement with running balances: imported beside a bare parse, beside fewer lines, and again. */
export function* statement(room: Room): Generator<Case> {
  const parse = join(import.meta.dirname, 'floor/parse.cjs');
  let before: { readonly lines: number; readonly ours: Command } | undefined;
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
    if (before !== undefined)
      yield {
        name: `${name}: time a line`,
        beside: `at ${before.lines}`,
        bound: GROWTH,
        rows: [lines, before.lines],
        ours,
        theirs: before.ours,
      };
    yield {
      name: `${name}, again`,
      beside: 'the first time',
      bound: AGAIN,
      ours: { ...ours, before: undefined },
      theirs: ours,
    };
    before = { lines, ours };
  }
}
