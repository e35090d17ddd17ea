import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HLEDGER_RULES } from './contributions.ts';
import { writeDonorList, writeLedgerList } from './lists.ts';
import { isInstalled, type Case, type Command } from './pairs.ts';
import type { Room } from './room.ts';

const SIZES = [10_000, 100_000];

/** Its months' sums stand in it. */
const FUND_LEDGER = ['ledger', 'fund', 'XHTT', '--period', '2024'];

/** Ahead of each of them (design.md 7). */
const AHEAD = 1;

/** What beancount is asked, beside what we are. */
const BEANCOUNT: readonly (readonly [what: string, ours: readonly string[], query: string])[] = [
  ['balance', ['balance'], 'balances'],
  ["a fund's ledger", FUND_LEDGER, "select date, account, position where account ~ 'XHTT'"],
  ['monthly sums', FUND_LEDGER, 'select year, month, account, sum(position) group by 1, 2, 3'],
];

/** How each takes in the list, into a journal that is empty before. */
const IMPORTS: Readonly<Record<string, string>> = {
  hledger: 'hledger import -f again.journal gifts.csv',
  ledger:
    'ledger -f again.journal convert plain.csv --input-date-format %d/%m/%Y --account assets:bank > new.journal && mv new.journal again.journal',
};

/** The same gifts kept by us and by hledger, ledger and beancount: a balance, a fund's ledger and monthly sums again, and import with a first balance. */
export function* peers(room: Room): Generator<Case> {
  for (const gifts of SIZES.filter((each) => each <= room.largest)) {
    const folder = room.folder(`peers-${gifts}`);
    const [list, book] = [join(folder, 'gifts.csv'), join(folder, 'phucloi.db')];
    writeDonorList(list, gifts);
    const words = [
      'contribution',
      'import',
      list,
      '--fund',
      'XHTT',
      '--to',
      'bank',
      '--yes',
      '--no-backup',
      '-q',
    ];
    copyFileSync(room.emptyBook(), book);
    room.play(folder, [...words, '--book', book]);
    for (const format of ['hledger', 'beancount'])
      room.play(folder, ['export', '--format', format, '-o', `book.${format}`, '--book', book, '--yes']);
    const ours = (...asked: readonly string[]) => room.phucloi([...asked, '--book', book]);
    const theirs = (...asked: [string, ...string[]]): Command => ({ words: asked, cwd: folder });
    const journal = ['-f', 'book.hledger'];
    for (const program of ['hledger', 'ledger'].filter((each) => isInstalled(each, '--version'))) {
      const beside = program;
      yield {
        name: `balance again, ${gifts} gifts`,
        beside,
        bound: AHEAD,
        ours: ours('balance'),
        theirs: theirs(program, ...journal, 'balance'),
      };
      yield {
        name: `a fund's ledger again, ${gifts} gifts`,
        beside,
        bound: AHEAD,
        ours: ours(...FUND_LEDGER),
        theirs: theirs(program, ...journal, 'register', 'XHTT'),
      };
      yield {
        name: `monthly sums again, ${gifts} gifts`,
        beside,
        bound: AHEAD,
        ours: ours(...FUND_LEDGER),
        theirs: theirs(
          program,
          ...journal,
          ...(program === 'ledger' ? ['register', '--monthly'] : ['balance', '--monthly']),
        ),
      };
    }
    // Beancount has no importer of lists until one is written for it: only what it answers again is asked.
    for (const [what, asked, query] of isInstalled('bean-check', '--version') ? BEANCOUNT : [])
      yield {
        name: `${what} again, ${gifts} gifts`,
        beside: 'bean-query',
        bound: AHEAD,
        ours: ours(...asked),
        theirs: theirs('bean-query', 'book.beancount', query),
      };
    writeFileSync(`${list}.rules`, HLEDGER_RULES);
    writeLedgerList(join(folder, 'plain.csv'), gifts);
    const again = join(folder, 'again.db');
    const program = room.phucloi([]).words.join(' ');
    for (const [peer, takesIn] of Object.entries(IMPORTS)) {
      if (!isInstalled(peer, '--version')) continue;
      yield {
        name: `import and first balance, ${gifts} gifts`,
        beside: peer,
        bound: AHEAD,
        ours: {
          words: shell(`${program} ${words.join(' ')} --book ${again}`, `${program} balance --book ${again}`),
          before: () => {
            copyFileSync(room.emptyBook(), again);
          },
        },
        theirs: {
          words: shell(takesIn, `${peer} -f again.journal balance`),
          cwd: folder,
          before: () => {
            writeFileSync(join(folder, 'again.journal'), '');
          },
        },
      };
    }
  }
}

/** Lines of a shell, each when the one before it went well. */
const shell = (...lines: readonly string[]): [string, ...string[]] => ['sh', '-c', lines.join(' && ')];
