import { chmodSync, cpSync, openSync, closeSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ailmentsIn, charsetOf, type Seen } from '../../src/cli/ailments.ts';
import { copiesOf, isShare, masked, mountOf, syncedBy } from '../../src/files/machine.ts';
import { en } from '../../src/render/messages/en-doctor.ts';
import { vi } from '../../src/render/messages/vi-doctor.ts';
import { Stage } from '../support/play.ts';

interface Answer {
  readonly findings: readonly { code: string; severity: string; facts: object; refused: string }[];
  readonly paths: readonly { place: string; path: string }[];
}

let stage = new Stage();
beforeEach(async () => {
  stage = new Stage();
  await stage.data('init --name "Công đoàn" --from 2024-01 --no-input --opening TET:cash=5.000.000');
});
afterEach(() => {
  stage.strike();
});

/** Codes of what is wrong with a book; notes depend on the machine. */
async function wrong(book: string, world: ConstructorParameters<typeof Stage>[0] = {}) {
  const looking = new Stage({ cwd: stage.folder, ...world });
  try {
    const { exit, stdout } = await looking.run(['doctor', '--json', '--book', book]);
    const { findings, paths } = (JSON.parse(stdout) as { data: Answer }).data;
    const serious = findings.filter(({ severity }) => severity !== 'note');
    expect(exit).toBe(serious.length === 0 ? 0 : 1);
    return { codes: serious.map(({ code }) => code), findings: serious, paths };
  } finally {
    looking.strike();
  }
}

/** The book, carried to another folder. */
function carried(folder: string): string {
  const to = stage.write(join(folder, 'phucloi.db'), '');
  cpSync(join(stage.folder, 'phucloi.db'), to);
  return to;
}

describe('real folders', () => {
  test('a sound book in a plain folder has nothing wrong; no book yet is nothing wrong either', async () => {
    expect((await wrong('phucloi.db')).codes).toEqual([]);
    expect((await wrong('chua-co/phucloi.db')).codes).toEqual([]);
  });

  test.each([
    ['OneDrive - Sở Y tế tỉnh Nam Sơn/Sổ quỹ', 'OneDrive'],
    ['OneDrive/so', 'OneDrive'],
    ['Google Drive/so', 'Google Drive'],
    ['My Drive/so', 'Google Drive'],
    ['Dropbox (Công đoàn)/so', 'Dropbox'],
    ['Library/Mobile Documents/com~apple~CloudDocs/so', 'iCloud'],
  ])('%s is synchronised', async (folder, service) => {
    const { codes, findings } = await wrong(carried(folder));
    expect(codes).toEqual(['folder.synced']);
    expect(findings[0]?.facts).toEqual({ service });
  });

  test('a folder is synchronised by what the service leaves in it, or by what Windows says of OneDrive', async () => {
    const book = carried('quy/so');
    expect((await wrong(book)).codes).toEqual([]);
    const env = { OneDrive: join(stage.folder, 'quy') };
    expect((await wrong(book, { env })).findings[0]?.facts).toEqual({ service: 'OneDrive' });
    stage.write('quy/.dropbox', '');
    expect((await wrong(book)).findings[0]?.facts).toEqual({ service: 'Dropbox' });
  });

  test('copies that were made of the book are named; its backups and other books are none', async () => {
    const copies = [
      'phucloi (1).db',
      'phucloi - Bản sao.db',
      'phucloi - Copy (2).db',
      "phucloi (Cúc's conflicted copy 2024-03-01).db",
      'phucloi-DESKTOP-7A2KQ1.db',
      'phucloi.sync-conflict-20240301-101010-ABC.db',
      'Copy of phucloi.db',
    ];
    for (const name of [
      ...copies,
      'phucloi-2024-01.backup.db',
      'phucloi-2023.db',
      'khac (1).db',
      'phucloi (1).xlsx',
    ])
      stage.write(name, '');
    const { codes, findings } = await wrong('phucloi.db');
    expect(codes).toEqual(['book.copies']);
    expect(findings[0]?.facts).toEqual({ files: copies.toSorted() });
    expect(copiesOf(join(stage.folder, 'khong-co', 'phucloi.db'))).toEqual([]);
  });

  test('a journal that was left is told before the book is opened', async () => {
    stage.write('phucloi.db-journal', '');
    expect((await wrong('phucloi.db')).codes).toEqual(['book.journal']);
  });

  test('a page that was written over, and a file that is no book, are found', async () => {
    const book = carried('hong');
    const bytes = readFileSync(book);
    const handle = openSync(book, 'r+');
    // Pages behind the first: the book opens, and its trees no longer agree.
    for (let page = 4096 * 8; page + 4096 < bytes.length; page += 4096 * 9)
      writeSync(handle, Buffer.alloc(2048, 0xa5), 0, 2048, page);
    closeSync(handle);
    expect((await wrong(book)).codes.some((code) => code === 'book.unsound' || code === 'book.damaged')).toBe(
      true,
    );
    stage.write('la.db', 'This is no book.');
    expect((await wrong('la.db')).codes).toEqual(['book.foreign']);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written to', async () => {
    const book = carried('dong');
    chmodSync(join(stage.folder, 'dong'), 0o500);
    expect((await wrong(book)).codes).toEqual(['folder.closed']);
    chmodSync(join(stage.folder, 'dong'), 0o700);
  });

  test('nobody’s name is told', async () => {
    const book = carried('thu-quy/so');
    const { paths } = await wrong(book, { env: { HOME: join(stage.folder, 'thu-quy') } });
    expect(paths.find(({ place }) => place === 'book')?.path).toBe('~/so/phucloi.db');
    const elsewhere = await wrong(book);
    expect(elsewhere.paths[0]?.path).toBe(join(stage.folder, '~/so/phucloi.db'));
  });
});

const WELL: Seen = {
  folder: { path: '/so', writable: true, share: false },
  mount: { type: 'ext4', far: 'no' },
  synced: undefined,
  copies: [],
  journal: undefined,
  sound: true,
  size: 1e6,
  free: 1e9,
  missingFonts: [],
  memory: 4e9,
  charset: 'UTF-8',
  columns: 80,
  clock: { ahead: 420, zone: 'Asia/Ho_Chi_Minh' },
};

describe('what is seen', () => {
  test.each<[string, string, Partial<Seen>]>([
    ['book.unsound', 'error', { sound: false }],
    ['folder.closed', 'error', { folder: { path: '/so', writable: false, share: false } }],
    ['fonts.missing', 'error', { missingFonts: ['fonts/LiberationSerif-Bold.ttf'] }],
    ['disk.short', 'error', { free: 20e6 }],
    ['disk.short', 'error', { size: 500e6, free: 1.4e9 }],
    ['book.journal', 'warning', { journal: 'phucloi.db-journal' }],
    ['book.copies', 'warning', { copies: ['phucloi (1).db'] }],
    ['folder.network', 'warning', { mount: { type: 'nfs4', far: 'network' } }],
    ['folder.network', 'warning', { mount: undefined, folder: { path: '', writable: true, share: true } }],
    ['folder.host', 'warning', { mount: { type: '9p', far: 'host' } }],
    ['folder.synced', 'warning', { synced: 'OneDrive' }],
    ['terminal.letters', 'warning', { charset: 'ASCII' }],
    ['terminal.narrow', 'note', { columns: 60 }],
    ['memory.short', 'note', { memory: 256e6 }],
    ['clock.zone', 'note', { clock: { ahead: 0, zone: 'UTC' } }],
  ])('%s is told as %s, in three parts', (code, severity, differs) => {
    const found = ailmentsIn({ ...WELL, ...differs });
    expect(found.map((each) => [each.code, each.severity])).toEqual([[code, severity]]);
    for (const texts of [vi, en]) {
      const say = texts.ailments[found[0]?.code ?? 'book.unsound'] as (facts: object) => readonly string[];
      const said = say(found[0]?.facts ?? {});
      expect(said).toHaveLength(3);
      expect(said.join(' ')).not.toMatch(/undefined|NaN/);
    }
  });

  test('a machine that is well has nothing, and a pipe no letters', () => {
    expect(ailmentsIn(WELL)).toEqual([]);
    expect(ailmentsIn({ ...WELL, columns: undefined, charset: 'ASCII' })).toEqual([]);
    expect(ailmentsIn({ ...WELL, sound: undefined, size: 0, free: undefined, mount: undefined })).toEqual([]);
  });
});

test('mounts are told by the longest folder that holds the path', () => {
  const table = [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/quy /mnt/quy nfs4 rw 0 0',
    '//may/chung /mnt/So\\040chung cifs rw 0 0',
    'an@may:/ /home/an/xa fuse.sshfs rw 0 0',
    'C:\\134 /mnt/c 9p rw 0 0',
    'tmpfs /mnt/quy/trong tmpfs rw 0 0',
  ].join('\n');
  const at = (path: string) => mountOf(table, path);
  expect(at('/srv/so')).toEqual({ type: 'ext4', far: 'no' });
  expect(at('/mnt/quy')).toEqual({ type: 'nfs4', far: 'network' });
  expect(at('/mnt/quyen')).toEqual({ type: 'ext4', far: 'no' });
  expect(at('/mnt/So chung/2024')).toEqual({ type: 'cifs', far: 'network' });
  expect(at('/home/an/xa/so')).toEqual({ type: 'fuse.sshfs', far: 'network' });
  expect(at('/mnt/c/Users')).toEqual({ type: '9p', far: 'host' });
  expect(at('/mnt/quy/trong/so')).toEqual({ type: 'tmpfs', far: 'no' });
  expect(mountOf('', '/so')).toBeUndefined();
});

test('paths of Windows: shares, OneDrive by its variable, the person’s folder', () => {
  expect(isShare('\\\\may-chu\\quy\\phucloi.db')).toBe(true);
  expect(isShare('\\\\?\\UNC\\may-chu\\quy\\phucloi.db')).toBe(true);
  expect(isShare('\\\\?\\C:\\quy\\phucloi.db')).toBe(false);
  expect(isShare('C:\\quy\\phucloi.db')).toBe(false);
  const env = { OneDriveCommercial: 'C:\\Users\\An\\Công đoàn', USERPROFILE: 'C:\\Users\\An' };
  expect(syncedBy('c:\\users\\an\\Công đoàn\\so', env)).toBe('OneDrive');
  expect(masked('C:\\Users\\An\\so\\phucloi.db', env, 'An')).toBe('~\\so\\phucloi.db');
  expect(masked('D:\\Users\\Cuc\\phucloi.db', env, 'An')).toBe('D:\\Users\\~\\phucloi.db');
  expect(masked('/home/cuc/an/phucloi.db', {}, 'an')).toBe('/home/~/~/phucloi.db');
});

test('the letters of a terminal, by its locale', () => {
  expect(charsetOf({ LANG: 'vi_VN.utf8' }, 'linux')).toBe('UTF-8');
  expect(charsetOf({ LANG: 'vi_VN.UTF-8', LC_ALL: 'C' }, 'linux')).toBe('ASCII');
  expect(charsetOf({ LANG: 'vi_VN.TCVN' }, 'linux')).toBe('TCVN');
  expect(charsetOf({}, 'linux')).toBe('ASCII');
  expect(charsetOf({}, 'win32')).toBe('UTF-8');
});
