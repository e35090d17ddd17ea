import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FACTS, REGISTERS } from '../../src/store/schema.ts';
import { placesOf, type Place } from '../support/pages.ts';
import { Stage } from '../support/play.ts';
import { variedBook } from '../support/varied-book.ts';

// A byte of a book is changed, at FLIPS random places by SEED; `npm run soak` takes 1,000. Places are drawn class by
// class: most of a small book's bytes are the empty rest of a page, where a change changes nothing.
const FLIPS = Number(process.env['FLIPS'] ?? 60);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

const TODAY = ['--today', '2024-03-20', '--no-input', '--json'];

/** What a treasurer looks at: every table with something to show is behind one of them. */
const REPORTS: readonly string[] = [
  'balance',
  'status',
  'reconcile --period 2024-01',
  'reconcile --period 2024-02',
  'ledger fund XHTT --period 2024',
  'ledger fund TCCD --period 2024',
  'ledger cash --place cash --period 2024',
  'ledger bank --place bank --period 2024',
  'ledger trial-balance --period 2024',
  'ledger journal --period 2024',
  'ledger donor --period 2024',
  'report disbursements --period 2024',
  'report units --period 2024',
  'report contributions --period 2024',
  'fund list',
  'place list',
  'officer list',
  'unit list',
  'member list',
  'member show M2',
  'member show M5',
  'donor list',
  'appeal list',
  'gift list --round tet',
  'visit list',
  'hardship list',
  'home stages',
  'voucher list --period 2024-01',
  'statement list',
  'cash list',
  'goods list',
  'advance list',
  'loan list',
  'operation list',
  'rule list',
  'setting list',
];

const ROWS: ReadonlySet<string> = new Set([
  ...FACTS,
  ...REGISTERS,
  'posting',
  'award_part',
  'match_line',
  'match_entry',
  'operation',
  'wording',
]);
const APART: ReadonlySet<string> = new Set(['private', 'vault', 'book', 'balance_day', 'sqlite_stat1']);

/** The classes of places. A row is in one with its record's own head, which says what the values are. */
function classOf({ owner, part }: Place): string {
  if (owner === 'header' || owner === 'freelist') return owner;
  if (part !== 'content') return part;
  if (ROWS.has(owner)) return 'row';
  if (APART.has(owner)) return owner;
  return owner === 'sqlite_schema' ? 'schema' : 'index';
}

const stage = new Stage();
const book = join(stage.folder, 'phucloi.db');

/** A book as it was before anything was changed: what it answers, and where which bytes are. */
class Whole {
  readonly bytes = readFileSync(book);
  readonly answers = new Map<string, string>();
  readonly where: (at: number) => Place;
  readonly places: Map<string, number[]>;

  private constructor() {
    this.where = placesOf(book);
    this.places = Map.groupBy(this.bytes.keys(), (at) => classOf(this.where(at)));
  }

  static async now(): Promise<Whole> {
    const whole = new Whole();
    for (const line of [...REPORTS, 'check']) whole.answers.set(line, (await ask(line)).stdout);
    return whole;
  }
}

let plain: Whole;
/** The same book with its private fields under a passphrase. */
let sealed: Whole;

beforeAll(async () => {
  await variedBook(stage);
  stage.write(
    'nguoi.csv',
    'Mã,Họ và tên,Đơn vị,CCCD,Điện thoại\nM5,Đỗ Thị Én,BVA,001099012345,0912 345 678\n',
  );
  await stage.data('member import nguoi.csv');
  plain = await Whole.now();
  stage.write('cum.txt', 'ao sen làng cũ mùa thu\n');
  chmodSync(join(stage.folder, 'cum.txt'), 0o600);
  await stage.data('private encrypt --passphrase-file cum.txt --recovery-file ma.txt');
  sealed = await Whole.now();
}, 120_000);

afterAll(() => {
  stage.strike();
});

const ask = (line: string) => stage.play([...line.split(' '), ...TODAY]);

const codeIn = (stdout: string) =>
  (JSON.parse(stdout) as { error?: { code: string; facts: { kind?: string } } }).error;

/** How a change was found: named by `verify`, by what the file's pages say, by `check`; or there was nothing to find. */
type Outcome = 'verify' | 'pages' | 'check' | 'equal';

interface Judged {
  readonly outcome: Outcome;
  readonly faults: readonly string[];
}

/** Asks everything of the book as it is now. */
async function judged({ answers }: Whole, place: Place): Promise<Judged> {
  const faults: string[] = [];
  const asked = async (line: string) => {
    const begun = performance.now();
    const played = await ask(line);
    if (![0, 1, 2, 3, 5, 6, 7].includes(played.exit))
      faults.push(
        `${line}: exit ${played.exit} ${/(?:\w*Error|Refusal) [\w_]* ?\w+\.[jt]s:\d+(?::\d+)?(?: \S+){0,4}/.exec(played.stdout)?.[0] ?? ''}`,
      );
    if (performance.now() - begun > 30_000) faults.push(`${line}: hangs`);
    return played;
  };
  const proof = await asked('verify');
  const differing: string[] = [];
  for (const line of REPORTS) {
    const { exit, stdout } = await asked(line);
    // What is refused shows nothing wrong.
    if (stdout !== answers.get(line) && exit !== 7) differing.push(line);
  }
  const check = await asked('check');
  await asked('doctor');
  const said = proof.exit === 0 ? undefined : codeIn(proof.stdout);
  if (said !== undefined) {
    const named = said.code === 'book.altered';
    // Rows of one kind are told by rows that follow from them: an operation, or an entry by its postings.
    if (!named && classOf(place) === 'row' && !/^(?:book|private)\./.test(said.code))
      faults.push(`verify says ${said.code}`);
    return { outcome: named ? 'verify' : 'pages', faults };
  }
  if (check.exit === 7 || (check.stdout !== answers.get('check') && check.exit === 1))
    return { outcome: 'check', faults };
  if (differing.length > 0) faults.push(`shown otherwise, and nothing says so: ${differing.join(', ')}`);
  if (check.stdout !== answers.get('check')) faults.push('check says less');
  return { outcome: 'equal', faults };
}

test(
  `a byte changed anywhere is found, or changes nothing (SEED=${SEED} FLIPS=${FLIPS})`,
  {
    timeout: 60_000 + FLIPS * 20_000,
  },
  async () => {
    const draw = drawer(SEED);
    const all = [
      ...[...plain.places].map(([name, among]) => ({ whole: plain, label: name, among })),
      ...['private', 'vault'].map((name) => {
        return { whole: sealed, label: `sealed ${name}`, among: sealed.places.get(name) ?? [] };
      }),
    ].toSorted((a, b) => (a.label < b.label ? -1 : 1));
    expect(all.filter(({ among }) => among.length === 0)).toEqual([]);
    const counts = new Map<string, Map<Outcome, number>>();
    const wrong: string[] = [];
    for (let flip = 0; flip < FLIPS; flip++) {
      const drawn = all[flip % all.length];
      if (drawn === undefined) break;
      const { whole, label, among } = drawn;
      const { bytes } = whole;
      const at = among[draw(among.length)] ?? 0;
      const changed = Buffer.from(bytes);
      const mask = draw(2) === 0 ? 1 << draw(8) : 1 + draw(255);
      changed[at] = (bytes[at] ?? 0) ^ mask;
      writeFileSync(book, changed);
      const place = whole.where(at);
      const { outcome, faults } = await judged(whole, place);
      const of = counts.get(label) ?? new Map<Outcome, number>();
      counts.set(label, of.set(outcome, (of.get(outcome) ?? 0) + 1));
      const told = `flip ${flip}: byte ${at} ^ ${mask} in ${place.owner} (${label})`;
      const found = outcome === 'verify' || outcome === 'pages';
      if (faults.length === 0 && !found && MUST.has(label) && !unproved(label, bytes, changed))
        wrong.push(`${told}: ${outcome}`);
      if (faults.length > 0)
        wrong.push(`${told}: ${faults[0]}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`);
    }
    if (FLIPS > 100)
      console.log(
        [...counts].map(([name, of]) => `${name} ${JSON.stringify(Object.fromEntries(of))}`).join('\n'),
      );
    expect(wrong).toEqual([]);
  },
);

test('a trigger taken away or put there is found', async () => {
  const draw = drawer(SEED);
  for (const made of ['drop', 'create', 'both']) {
    writeFileSync(book, plain.bytes);
    const sqlite = new Sqlite(book);
    const names = sqlite
      .prepare<[], string>("select name from sqlite_schema where type = 'trigger'")
      .pluck()
      .all();
    const table = FACTS[draw(FACTS.length)] ?? '';
    if (made !== 'create') sqlite.exec(`drop trigger "${names[draw(names.length)]}"`);
    if (made !== 'drop')
      sqlite.exec(`create trigger evil after insert on "${table}" begin delete from private; end`);
    sqlite.close();
    const { exit, stdout } = await ask('verify');
    expect([exit, codeIn(stdout)], `SEED=${SEED} ${made}`).toMatchObject([
      7,
      { code: 'book.altered', facts: { kind: 'trigger' } },
    ]);
  }
});

/**
 * Classes of which each change must be found by `verify` or by what the file's pages say. Not among them: the header and
 * the free pages (version numbers, counts and rests that SQLite makes anew), the rest of a page (`unused`), the numbers of
 * rows without a key (`number`), what the query planner keeps.
 */
const MUST: ReadonlySet<string> = new Set([
  'row',
  'schema',
  'index',
  'structure',
  'balance_day',
  'private',
  'vault',
  'sealed private',
  'sealed vault',
]);

/**
 * What no proof can hold of private values, since the chain must not know them. In plain: letters beside a number's
 * digits, and whose a value is, of the people that there are. Encrypted: whether a value opens, which only its key tells.
 */
function unproved(label: string, before: Buffer, after: Buffer): boolean {
  if (!label.endsWith('private')) return false;
  const [was, is] = [before, after].map((bytes) => {
    writeFileSync(join(stage.folder, 'xem.db'), bytes);
    const sqlite = new Sqlite(join(stage.folder, 'xem.db'));
    try {
      const rows = sqlite
        .prepare<[], { value: string; lookup: Buffer }>('select value, lookup from private order by lookup')
        .all();
      if (label !== 'private') return rows.map(({ value }) => /^pl1:[\w-]{38,}$/.test(value));
      return rows.map(({ value, lookup }) => [value.replaceAll(/\D/g, '') || value, lookup.toString('hex')]);
    } finally {
      sqlite.close();
    }
  });
  return JSON.stringify(was) === JSON.stringify(is);
}

/** The same numbers for the same seed everywhere. */
function drawer(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
