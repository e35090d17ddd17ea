import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';
import { variedBook } from '../support/varied-book.ts';

// Names that lead nowhere, back to themselves, into a device, a pipe or the book: refused with a reason, never a defect,
// and nobody waits.

const stage = new Stage();

beforeAll(async () => {
  await variedBook(stage);
  symlinkSync('vong-a', join(stage.folder, 'vong-b'));
  symlinkSync('vong-b', join(stage.folder, 'vong-a'));
  symlinkSync('/dev/zero', join(stage.folder, 'zero.csv'));
  symlinkSync('phucloi.db', join(stage.folder, 'cua-so.csv'));
  mkdirSync(join(stage.folder, 'thu-muc.csv'));
  execFileSync('mkfifo', [join(stage.folder, 'ong.csv')]);
});

afterAll(() => {
  stage.strike();
});

const LONG = 'x'.repeat(300);

const NOWHERE = [
  'a\0b.csv',
  `${LONG}.csv`,
  'vong-a',
  'vong-a/x.csv',
  'zero.csv',
  'cua-so.csv',
  'thu-muc.csv',
  'ong.csv',
  '/dev/full',
  '',
  '.',
  'phucloi.db',
  'phucloi.db/x.csv',
  'phucloi.db-journal',
  '/proc/1/x.csv',
];

test.each(NOWHERE)('a list is not written to %j', async (path) => {
  const book = readFileSync(join(stage.folder, 'phucloi.db'));
  const { exit, stderr } = await stage.play(['fund', 'list', '-o', path, '--format', 'csv']);
  expect([exit, stderr.split('\n').length]).toEqual([3, 4]);
  expect(readFileSync(join(stage.folder, 'phucloi.db')).equals(book)).toBe(true);
});

test.each(['a\0b.xlsx', `${LONG}.pdf`, 'vong-a/x.html', 'phucloi.db/x.xlsx'])(
  'a paper is not written to %j',
  async (path) => {
    const { exit } = await stage.play(['report', 'disbursements', '--period', '2024-01', '-o', path]);
    expect(exit).toBe(3);
  },
);

const READING: Readonly<Record<string, (path: string) => string[]>> = {
  'a list': (path) => ['contribution', 'import', path, '--fund', 'XHTT', '--dry-run'],
  'a paper': (path) => ['attach', path, '--month', '2024-01'],
  'an exported book': (path) => ['import-book', path, '--book', 'moi.db'],
  'a profile': (path) => [
    'contribution',
    'import',
    'ung-ho.csv',
    '--fund',
    'XHTT',
    '--profile',
    path,
    '--dry-run',
  ],
  'a table of codes': (path) => ['report', 'b07', '--year', '2024', '--codes', path, '-o', 'b.xlsx'],
  'a template': (path) => [
    'report',
    'disbursements',
    '--period',
    '2024-01',
    '-o',
    'q.xlsx',
    '--template',
    path,
  ],
};

// Of /proc/self/mem nothing can be read, as of a stick that is broken.
const UNREADABLE = [
  'a\0b',
  LONG,
  'vong-a',
  'zero.csv',
  'thu-muc.csv',
  'ong.csv',
  '.',
  '/proc/self/mem',
  '/dev/null',
  'phucloi.db/x',
];

test.each(Object.keys(READING))('%s is not read from what is no file', async (what) => {
  for (const path of UNREADABLE) {
    const { exit, stderr } = await stage.play(READING[what]?.(path) ?? []);
    expect([path, stderr, [4, 5].includes(exit)]).toEqual([path, expect.stringMatching(/^(.+\n){3}$/), true]);
  }
});

test.each(['a\0b', LONG, 'phucloi.db/x', 'vong-a/x.db', 'ong.csv', 'zero.csv', 'thu-muc.csv'])(
  'no book is made at %j, and none is opened there',
  async (path) => {
    const made = await stage.play(['init', '--book', path, '--name', 'x', '--from', '2024-01', '--no-input']);
    expect([3, 5]).toContain(made.exit);
    stage.write('phucloi.json', JSON.stringify({ book: path }));
    const opened = await stage.play(['balance']).finally(() => stage.remove('phucloi.json'));
    expect([5, 7]).toContain(opened.exit);
  },
);

test('a paper keeps its name, and none leads its copy out of the folder of papers', async () => {
  for (const name of [
    '..x.PDF',
    'a\nb.pdf',
    '\u001b[2J\u202e.pdf',
    'a.pdf.exe/..pdf'.replaceAll('/', '\\'),
    '-rf.pdf',
    `${'x'.repeat(200)}.p d f`,
  ]) {
    stage.write(name, `giấy ${name}`);
    const { exit, stdout } = await stage.run(['attach', '--month', '2024-01', '--json', '--', name]);
    expect([name, exit]).toEqual([name, 0]);
    expect(stdout).not.toMatch(/[\u0080-\u009f\u202e]/u);
  }
  const kept = execFileSync('find', [join(stage.folder, 'phucloi.db.papers'), '-type', 'f'], {
    encoding: 'utf8',
  });
  for (const path of kept.trim().split('\n'))
    expect(path).toMatch(/phucloi\.db\.papers\/[0-9a-f]{64}(\.[a-z0-9]{1,8})?$/);
  expect(existsSync(join(stage.folder, '..', 'x.PDF'))).toBe(false);
});

test.each(['thu-muc.csv', 'ong.csv', '/dev/null'])(
  'no backup, key or passphrase is waited for in %j',
  async (path) => {
    stage.write('a.db.age', 'age-encryption.org/v1\n-> X25519 ');
    for (const [exit, ...words] of [
      [4, 'restore', path],
      [2, 'restore', 'a.db.age', '--identity', path],
      [3, 'private', 'encrypt', '--passphrase-file', path, '--recovery-file', 'ma.txt'],
    ] as const) {
      const played = await stage.play(words);
      expect([words, played.exit, played.stderr]).toEqual([
        words,
        exit,
        expect.stringMatching(/^(.+\n){3}$/),
      ]);
      expect(played.stderr).toContain(path);
    }
  },
);

test('a book is restored in the place of no folder and no pipe, and no digest is waited for in one', async () => {
  const { path } = await stage.data<{ path: string }>('backup');
  for (const [book, why] of [
    ['thu-muc.csv', 'tên ấy là một thư mục'],
    ['ong.csv', 'không phải tệp'],
    ['vong-a', 'dẫn đến một tệp không thấy'],
  ] as const)
    expect((await stage.play(['restore', path, '--book', book])).stderr).toContain(why);
  stage.remove(`${path}.sha256`);
  execFileSync('mkfifo', [join(stage.folder, `${path}.sha256`)]);
  expect((await stage.play(['restore', path])).stderr).toContain('.sha256');
  for (const name of [path, `${path}.sha256`]) stage.remove(name);
});
