import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HLEDGER_RULES } from './contributions.ts';
import { writeDonorList } from './lists.ts';
import { isInstalled, type Case, type Command } from './pairs.ts';
import type { Room } from './room.ts';

const SIZES = [10_000, 100_000];

/** Ahead of each of them (design.md 7). */
const AHEAD = 1;

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
        ours: ours('ledger', 'fund', 'XHTT', '--period', '2024'),
        theirs: theirs(program, ...journal, 'register', 'XHTT'),
      };
      yield {
        name: `monthly sums again, ${gifts} gifts`,
        beside,
        bound: AHEAD,
        // Its months' sums stand in it.
        ours: ours('ledger', 'fund', 'XHTT', '--period', '2024'),
        theirs: theirs(
          program,
          ...journal,
          ...(program === 'ledger' ? ['register', '--monthly'] : ['balance', '--monthly']),
        ),
      };
    }
    if (isInstalled('bean-check', '--version'))
      yield {
        name: `balance again, ${gifts} gifts`,
        beside: 'bean-query',
        bound: AHEAD,
        ours: ours('balance'),
        theirs: theirs('bean-query', 'book.beancount', 'balances'),
      };
    if (isInstalled('hledger', '--version')) {
      writeFileSync(`${list}.rules`, HLEDGER_RULES);
      const both = (...lines: readonly string[]): [string, ...string[]] => ['sh', '-c', lines.join(' && ')];
      const [again, program] = [join(folder, 'again.db'), [...room.phucloi([]).words].join(' ')];
      yield {
        name: `import and first balance, ${gifts} gifts`,
        beside: 'hledger',
        bound: AHEAD,
        ours: {
          words: both(`${program} ${words.join(' ')} --book ${again}`, `${program} balance --book ${again}`),
          before: () => {
            copyFileSync(room.emptyBook(), again);
          },
        },
        theirs: {
          words: both('hledger import -f again.journal gifts.csv', 'hledger -f again.journal balance'),
          cwd: folder,
          before: () => {
            writeFileSync(join(folder, 'again.journal'), '');
          },
        },
      };
    }
  }
}
