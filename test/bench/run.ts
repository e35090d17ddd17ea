// npm run bench: each case beside something run with it, in interleaved pairs; medians and quartiles of ratios.
// npm run bench -- contributions start-up: only those groups. -- --largest 100000: no case of more rows or gifts;
// 5000000 brings the largest book, which the default leaves out.
// -- --pairs 5: at most so many pairs, for a first look.
// Each group writes what it found to out/bench.json, and from that docs/performance.md is made anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { awards } from './awards.ts';
import { books } from './books.ts';
import { contributions } from './contributions.ts';
import { members } from './members.ts';
import { compare, PAIRS, type Case, type Compared } from './pairs.ts';
import { papers } from './papers.ts';
import { peers } from './peers.ts';
import { lineOf, writePerformance, type Found } from './performance.ts';
import { reconcile } from './reconcile.ts';
import { Room } from './room.ts';
import { startUp } from './start-up.ts';
import { statement } from './statement.ts';
import { tetRound } from './tet-round.ts';

const GROUPS: Readonly<Record<string, (room: Room) => Iterable<Case>>> = {
  'start-up': startUp,
  awards,
  contributions,
  statement,
  members,
  'tet-round': tetRound,
  reconcile,
  books,
  papers,
  peers,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    largest: { type: 'string', default: '1000000' },
    pairs: { type: 'string', default: String(PAIRS) },
  },
});
const unknown = positionals.filter((name) => !(name in GROUPS));
if (unknown.length > 0)
  throw new Error(`no such group: ${unknown.join(', ')}; there are ${Object.keys(GROUPS).join(', ')}`);

const root = join(import.meta.dirname, '../..');
const kept = join(root, 'out/bench.json');
mkdirSync(join(root, 'out'), { recursive: true });
const found: Record<string, Found> = existsSync(kept)
  ? (JSON.parse(readFileSync(kept, 'utf8')) as Record<string, Found>)
  : {};
for (const [name, cases] of Object.entries(GROUPS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const room = new Room(Number(values.largest));
  const compared: Compared[] = [];
  try {
    for (const each of cases(room)) {
      compared.push(compare(each, Number(values.pairs)));
      process.stdout.write(lineOf(compared.at(-1) as Compared));
      // After each case: a bench that is broken off has said what it knows.
      found[name] = { largest: room.largest, compared };
      writeFileSync(kept, `${JSON.stringify(found, null, 2)}\n`);
    }
  } finally {
    room.close();
  }
}
await writePerformance(join(root, 'docs/performance.md'), found);
