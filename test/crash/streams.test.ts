import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stageWhole } from '../../src/files/write.ts';
import { Stage } from '../support/play.ts';
import { bookAt } from './state.ts';

// The built program where an answer finds no place, or a file or folder may not be written, or is taken away meanwhile.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const stage = new Stage();
const isRoot = process.getuid?.() === 0;
/** Rights do not bind root: then somebody else is made of the process. */
const asOther = isRoot ? ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'] : [];
const canLose = process.platform === 'linux' && (!isRoot || spawnSync('setpriv', ['--version']).status === 0);

beforeAll(async () => {
  await stage.data('init --name "Công đoàn Suối Nguồn" --from 2024-01 --opening TET:cash=5000000');
});
afterAll(() => {
  stage.strike();
});

function shell(line: string, before: readonly string[] = [], cwd = stage.folder) {
  const named = line.replaceAll('$p', `"${process.execPath}" "${program}"`);
  const [command, ...words] = before.length === 0 ? ['sh', '-c', named] : [...before, 'sh', '-c', named];
  const { status, stdout, stderr } = spawnSync(command ?? 'sh', words, {
    cwd,
    env: {
      PATH: process.env['PATH'],
      TZ: 'UTC',
      PHUCLOI_ACTOR: 'thủ quỹ',
      XDG_STATE_HOME: join(cwd, '.state'),
    },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const units = async () =>
  (await stage.data<{ units: { code: string }[] }>('unit list')).units.map(({ code }) => code);

test('an answer that finds no place: the book has it, and it is said where it can be', async () => {
  const full = shell('$p unit add --code DAY --name "Đơn vị đầy" > /dev/full');
  expect([full.status, full.stderr]).toEqual([3, expect.stringContaining('không in ra được')]);
  // Node puts /dev/null where a standard stream is closed: no file of ours ever gets its number.
  for (const [code, line] of [
    ['DONG', '$p unit add --code DONG --name "Đơn vị đóng" >&-'],
    ['KIN', '$p unit add --code KIN --name "Đơn vị kín" <&- >&- 2>&-'],
  ] as const)
    expect([code, shell(line).status]).toEqual([code, 0]);
  expect(await units()).toEqual(['DAY', 'DONG', 'KIN']);
  expect(bookAt(join(stage.folder, 'phucloi.db')).faults).toEqual([]);
});

test('a paper onto a full device is refused in words, and the device stays', () => {
  const said = shell('$p balance -o - --format pdf > /dev/full');
  expect([said.status, said.stderr]).toEqual([3, expect.stringContaining('không in ra được')]);
  const device = shell('$p balance -o /dev/full --format pdf');
  expect([device.status, device.stderr]).toEqual([3, expect.stringContaining('không phải tệp')]);
});

test.skipIf(!canLose)(
  'who may not write or read (book.unreadable) is told which; the book stays as it was',
  () => {
    const folder = join(stage.folder, 'cua-nguoi-khac');
    const book = join(folder, 'phucloi.db');
    mkdirSync(folder);
    copyFileSync(join(stage.folder, 'phucloi.db'), book);
    // Others must come through to it.
    for (const each of [dirname(stage.folder), stage.folder]) chmodSync(each, 0o755);
    const before = bookAt(book).model;
    const add = '$p unit add --code X --name "Đơn vị X" --json';
    const cases: readonly [
      file: number,
      folder: number,
      line: string,
      exits: readonly number[],
      said: RegExp,
    ][] = [
      [0o444, 0o777, add, [3, 7], /"code":"book\.(read-only|damaged)"/],
      [0o666, 0o755, add, [3, 7], /"code":"book\.(read-only|damaged)"/],
      [0o444, 0o555, '$p balance --json', [0], /"ok":true/],
      [0o600, 0o755, '$p balance --json', [7], /"code":"book\.unreadable"/],
      [0o666, 0o555, '$p balance -o x.pdf --json', [3], /không có quyền ghi/],
      [
        0o666,
        0o555,
        '$p init --book moi.db --name "Công đoàn mới" --from 2024-01 --json',
        [3],
        /không có quyền ghi/,
      ],
      [0o666, 0o555, '$p export --format json -o x.json --json', [3], /không có quyền ghi/],
    ];
    for (const [file, rights, line, exits, said] of cases) {
      chmodSync(book, file);
      chmodSync(folder, rights);
      const { status, stdout, stderr } = shell(line, asOther, folder);
      expect([line, stdout, stderr]).toEqual([line, expect.stringMatching(said), '']);
      expect(exits).toContain(status);
      chmodSync(folder, 0o777);
      expect(readdirSync(folder)).toEqual(['phucloi.db']);
    }
    expect(bookAt(book)).toEqual({ faults: [], model: before });
  },
);

test('a folder in the place of a book is none', () => {
  const said = shell('$p balance --book . --json');
  expect([said.status, said.stdout]).toEqual([7, expect.stringContaining('"book.foreign"')]);
});

test('file.unplaced: what the book already has is told as written, and where its file lies', () => {
  const path = join(stage.folder, 'ck.csv');
  const staged = stageWhole(path, Buffer.from('1;2'));
  mkdirSync(join(path, 'day'), { recursive: true });
  expect(() => {
    staged.place();
  }).toThrow('file.unplaced');
  const draft = readdirSync(stage.folder).find((name) => name.startsWith('ck.csv.')) ?? '';
  expect(stage.read(draft).toString()).toBe('1;2');
  rmSync(path, { recursive: true });
  staged.place();
  expect(stage.read('ck.csv').toString()).toBe('1;2');
});

test('the folder is taken away while a list is read: an exit code that is documented, and no stack', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `05/01/2024,Mạnh thường quân ${at},100.000`);
  for (const delay of [0, 60, 110, 160, 220]) {
    const folder = join(stage.folder, `mat-${delay}`);
    mkdirSync(folder);
    copyFileSync(join(stage.folder, 'phucloi.db'), join(folder, 'phucloi.db'));
    stage.write(join(`mat-${delay}`, 'ung-ho.csv'), ['Ngày,Tên,Số tiền', ...rows].join('\n'));
    const words =
      'contribution import ung-ho.csv --fund TET --received-on 06/01/2024 --from-person An --json';
    const child = spawn(process.execPath, [program, ...words.split(' ')], {
      cwd: folder,
      env: { PATH: process.env['PATH'], TZ: 'UTC' },
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    setTimeout(() => {
      rmSync(folder, { recursive: true, force: true });
    }, delay);
    const exit = await new Promise((resolve) => child.on('close', resolve));
    expect([delay, exit, said]).toEqual([
      delay,
      expect.toSatisfy((code: number) => [0, 3, 5, 6, 7].includes(code)),
      expect.not.stringContaining('defect'),
    ]);
  }
});
