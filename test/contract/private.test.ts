import { createSecretKey } from 'node:crypto';
import { chmodSync, copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recoveryCode } from '../../src/domain/recovery-code.ts';
import { sqliteLibrary } from '../../src/store/library.ts';
import { lookupOf } from '../../src/store/private.ts';
import type { Book } from '../../src/usecase/book.ts';
import type { Writer } from '../../src/usecase/port/ports.ts';
import Sqlite from 'better-sqlite3';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

const first = new Stage();
let stage: Stage;
const books: Book[] = [];

beforeAll(async () => {
  for (const line of SMALL_BOOK) await first.data(line);
});

afterAll(() => {
  first.strike();
});

beforeEach(() => {
  stage = new Stage();
  stage.write('phucloi.db', first.read('phucloi.db'));
});

afterEach(() => {
  for (const book of books.splice(0)) book.close();
  stage.strike();
});

const PASSPHRASE = 'ao sen làng cũ mùa thu';
const RECOVERY = recoveryCode(Uint8Array.from({ length: 28 }, (_, at) => at * 7));
/** The cheapest that a book may have: what is tested here is not how long a guess takes. */
const COST = 2 ** 14;

/** A list of people with everything private, each value unlike any other. */
const people = Array.from({ length: 300 }, (_, at) => ({
  code: `TV${String(at).padStart(4, '0')}`,
  id: `0011850${String(at * 317 + 10_007).padStart(5, '0')}`,
  phone: `0912${String(at * 523 + 100_003).padStart(6, '0')}`,
  account: `10${String(at * 991 + 10_000_019)}`,
}));
const BANK = 'Ngân hàng Nông nghiệp chi nhánh Nam Sơn';
const REASON = 'chồng mất vì tai nạn, hai con nhỏ đang đi học';

async function fill(): Promise<void> {
  const rows = people.map(({ code, id, phone, account }, at) =>
    [code, `Nguyễn Thị Số ${at}`, 'CĐCS Bệnh viện A', id, phone, account, BANK].join(','),
  );
  stage.write(
    'ds.csv',
    ['Mã,Họ và tên,Đơn vị,CCCD,Số điện thoại,Số tài khoản,Ngân hàng', ...rows].join('\n'),
  );
  await stage.data('member import ds.csv');
  await stage.data('programme add kho --kind hardship --name "Khó khăn 2024" --on 01/03/2024');
  await stage.data(
    `hardship open --round kho --member TV0003 --amount 3.000.000 --payer XHTT --on 05/03/2024 --reason "${REASON}"`,
  );
}

async function open(): Promise<Book> {
  const book = await sqliteLibrary.open(join(stage.folder, 'phucloi.db'));
  books.push(book);
  return book;
}

const header = {
  command: 'private',
  actor: 'thu-quy',
  recordedAt: '2024-11-30T12:00:00+07:00',
  dryRun: false,
};

async function seal(book: Book, passphrase = PASSPHRASE, recovery = RECOVERY): Promise<void> {
  const vault = await book.newVault({ passphrase, recovery, cost: COST });
  await book.withEntity(header, (writer) => writer.setVault(vault));
}

/** A row of the private table as the file has it. */
interface Kept {
  readonly register: string;
  readonly owner: number;
  readonly field: string;
  readonly value: string;
  readonly lookup: Buffer;
}

function onFile<T>(fn: (sqlite: Sqlite.Database) => T): T {
  const sqlite = new Sqlite(join(stage.folder, 'phucloi.db'));
  try {
    return fn(sqlite);
  } finally {
    sqlite.close();
  }
}
const table = () =>
  onFile((sqlite) => sqlite.prepare<[], Kept>('select * from private order by register, owner, field').all());

/** What a write is refused with. */
async function refused(book: Book, fn: (writer: Writer) => Promise<unknown>): Promise<string> {
  return book.withEntity(header, fn).then(
    () => 'nothing',
    (error: Error) => error.message,
  );
}

test('after encrypting, no private value and no former lookup stands anywhere in the file', async () => {
  await fill();
  const plain = table();
  const bytes = () => stage.read('phucloi.db');
  expect(plain.filter(({ value }) => bytes().includes(value))).toHaveLength(plain.length);
  stage.write('mk.txt', `${PASSPHRASE}\n`);
  await stage.data('private encrypt --passphrase-file mk.txt --recovery-file ma.txt');
  const after = bytes();
  expect(plain.filter(({ value }) => after.includes(value))).toEqual([]);
  expect(plain.filter(({ lookup }) => after.includes(lookup))).toEqual([]);
  // Neither what opens them.
  expect(after.includes(PASSPHRASE)).toBe(false);
  expect(after.includes(stage.read('ma.txt').toString().trim())).toBe(false);
  expect((await stage.data<{ entries: number }>('verify')).entries).toBe(1);
});

test('however often the key is changed, no former value or lookup stays in the file', async () => {
  await fill();
  const book = await open();
  const former: Kept[] = [];
  for (let round = 0; round < 8; round++) {
    former.push(...table());
    if (round > 0) await book.unlock(`${PASSPHRASE} ${round - 1}`);
    await seal(book, `${PASSPHRASE} ${round}`);
    const bytes = stage.read('phucloi.db');
    const found = former.filter(
      ({ value, lookup }) => bytes.includes(value) || (lookup.length > 0 && bytes.includes(lookup)),
    );
    expect(found.map(({ register, field }) => `${round} ${register} ${field}`)).toEqual([]);
  }
});

test('encrypted and given back, the table is what it was, and people who look alike are the same pairs', async () => {
  await fill();
  for (const code of ['M1', 'M2']) {
    await stage.data(`gift open --round tet --member ${code} --amount 500.000 --payer TET --on 20/01/2024`);
  }
  await stage.data('gift approve --round tet --decision 01/QĐ --on 22/01/2024 --by "Nguyễn Văn An"');
  await stage.data('member set M1 --id 001185000111 --phone 0912100003');
  await stage.data('member set M2 --former "001 185 000 111" --account 1010000019');
  await stage.data('member set M3 --spouse 001185000111');
  const plain = table();
  const alike = async () =>
    (await open()).read(async (reader) => {
      const all = (await reader.people()).map(({ id }) => id);
      return (await reader.benefits()).likenesses(all);
    });
  const found = async () => (await stage.run(['check', '--json'])).stdout;
  const findings = await found();
  expect(findings).toContain('tet/0002');
  const pairs = await alike();
  expect(new Set(pairs.map(({ by }) => by))).toEqual(
    new Set(['id', 'spouse', 'phone', 'account', 'relative']),
  );
  const book = await open();
  await seal(book);
  expect(table().some(({ value }, at) => value === plain[at]?.value)).toBe(false);
  expect(await alike()).toEqual(pairs);
  expect(await found()).toBe(findings);
  await book.unlock(PASSPHRASE);
  await book.withEntity(header, (writer) => writer.setVault(undefined));
  expect(table()).toEqual(plain);
  expect(await alike()).toEqual(pairs);
  expect((await book.verify()).ok).toBe(true);
});

describe('a sealed book', () => {
  let book: Book;

  beforeEach(async () => {
    await stage.data(`member set M1 --phone 0912100003 --account 1010000019`);
    book = await open();
    await seal(book);
  });

  test('opens by the passphrase however its marks were typed, and by the recovery code however it was written', async () => {
    for (const words of [
      PASSPHRASE,
      PASSPHRASE.normalize('NFD'),
      RECOVERY,
      RECOVERY.toLowerCase().replaceAll('-', ' '),
    ]) {
      await book.unlock(words);
      const told = await book.read(async (reader) => (await reader.benefits()).secrets([1], 'phone'));
      expect([...told.values()]).toEqual(['0912100003']);
    }
    for (const words of [
      '',
      PASSPHRASE.toUpperCase(),
      `${PASSPHRASE} `,
      RECOVERY.slice(1),
      `Z${RECOVERY.slice(1)}`,
    ])
      await expect(book.unlock(words)).rejects.toThrow('passphrase.wrong');
  });

  test('shows nothing and keeps nothing while it is locked', async () => {
    const shown = await book.read(async (reader) => (await reader.persons()).privates(1));
    expect(shown).toEqual({ phone: '***', account: '***' });
    const keep = (writer: Writer) => writer.setSecret({ id: 1, code: 'M1' }, 'phone', '0913000999');
    expect(await refused(book, keep)).toBe('private.locked');
    const used = book.read(async (reader) => (await reader.benefits()).secrets([1], 'account'));
    await expect(used).rejects.toThrow('private.locked');
  });

  test('a key that was changed meanwhile opens nothing and writes nothing', async () => {
    const other = await open();
    const former = await book.unlock(PASSPHRASE);
    await other.unlock(PASSPHRASE);
    await seal(other, 'một cụm khác hẳn cụm trước');
    const keep = (writer: Writer) => writer.setSecret({ id: 1, code: 'M1' }, 'phone', '0913000999');
    expect(await refused(book, keep)).toBe('private.locked');
    // Even put with the new vault's name, the former key opens no value: all of them are under another one.
    const { vault } = await other.unlock('một cụm khác hẳn cụm trước');
    await book.unlock({ ...former, vault });
    const used = book.read(async (reader) => (await reader.benefits()).secrets([1], 'account'));
    await expect(used).rejects.toThrow('private.damaged');
    await expect(book.unlock(PASSPHRASE)).rejects.toThrow('passphrase.wrong');
  });

  test('a value that was altered, shortened, exchanged or put there in the open is refused', async () => {
    await book.unlock(PASSPHRASE);
    const [, phone] = table();
    const value = phone?.value ?? '';
    const last = value.endsWith('A') ? 'B' : 'A';
    const other = table()[0]?.value ?? '';
    for (const wrong of [
      `${value.slice(0, -2)}${last}${value.at(-1)}`,
      value.slice(0, -4),
      'pl1:',
      'pl2:' + value.slice(4),
      other,
      '0912100003',
      '',
    ]) {
      onFile((sqlite) => sqlite.prepare("update private set value = ? where field = 'phone'").run(wrong));
      const used = book.read(async (reader) => (await reader.benefits()).secrets([1], 'phone'));
      await expect(used, wrong).rejects.toThrow('private.damaged');
      expect(await refused(book, (writer) => writer.setVault(undefined)), wrong).toBe('private.damaged');
    }
    // It can be entered anew, and what was left as it was still opens.
    await book.withEntity(header, (writer) => writer.setSecret({ id: 1, code: 'M1' }, 'phone', '0913000999'));
    const told = await book.read(async (reader) => (await reader.persons()).privates(1));
    expect(told).toEqual({ phone: '0913000999', account: '1010000019' });
  });

  test.each([
    ['the vault is gone', 'delete from vault', 'vault'],
    [
      'a value lies there in the open',
      "update private set value = '0912100003' where field = 'phone'",
      'private',
    ],
  ])('%s: the book is not whole, nor is a backup of it', async (_, sql, kind) => {
    const verify = async () => {
      const { stdout } = await stage.run(['verify', '--json']);
      return JSON.parse(stdout) as { error?: { code: string; facts: { kind: string } } };
    };
    expect((await verify()).error).toBeUndefined();
    onFile((sqlite) => sqlite.exec(sql));
    expect((await verify()).error).toMatchObject({ code: 'book.altered', facts: { kind } });
    const { stdout } = await stage.run(['check', '--rule', 'R25', '--json']);
    expect(stdout).toContain('book.altered');
    copyFileSync(join(stage.folder, 'phucloi.db'), join(stage.folder, 'luu.db'));
    const restored = await stage.run(['restore', 'luu.db', '--yes', '--json']);
    expect(JSON.parse(restored.stdout)).toMatchObject({ error: { code: 'backup.altered' } });
    if (kind !== 'vault') return;
    const doctor = await stage.run(['doctor', '--json']);
    expect(doctor.stdout).toContain('private.damaged');
    expect((await stage.run(['doctor'])).stdout).not.toContain('đang để ngỏ');
  });

  test.each([
    ['another salt', 'update vault set salt = randomblob(16)'],
    ['another key', 'update vault set wrapped = randomblob(61)'],
    ['a cost that takes the whole machine', 'update vault set cost = 1 << 40'],
    ['half of it', "delete from vault where opened_by = 'recovery'"],
    ['nothing left of it', 'delete from vault'],
    ['no digest in the chain', "update setting set value = '' where name = 'private.vault'"],
  ])('a vault with %s is refused before anything is derived', async (_, sql) => {
    onFile((sqlite) => sqlite.exec(sql));
    await expect(book.unlock(PASSPHRASE)).rejects.toThrow('private.damaged');
    expect(await refused(book, (writer) => writer.setSecret({ id: 1, code: 'M1' }, 'phone', '1'))).toBe(
      'private.damaged',
    );
    expect(await book.read(async (reader) => (await reader.persons()).privates(1))).toEqual({
      phone: '***',
      account: '***',
    });
    // What cannot be had back can be given up, and the book goes on.
    expect(await book.withEntity(header, (writer) => writer.forgetPrivate())).toBe(2);
    await book.withEntity(header, (writer) => writer.setSecret({ id: 1, code: 'M1' }, 'phone', '0912'));
    expect(await book.read(async (reader) => (await reader.persons()).privates(1))).toEqual({
      phone: '0912',
    });
  });

  test('a vault of a cost that nobody made, told in the chain too, is refused and not tried', async () => {
    const vault = await book.newVault({ passphrase: PASSPHRASE, recovery: RECOVERY, cost: 2 ** 10 });
    await book.unlock(PASSPHRASE);
    await book.withEntity(header, (writer) => writer.setVault(vault));
    await expect(book.unlock(PASSPHRASE)).rejects.toThrow('private.damaged');
  });

  test('a write that is stopped halfway leaves every value and its key', async () => {
    const before = table();
    await book.unlock(PASSPHRASE);
    const vault = await book.newVault({
      passphrase: 'một cụm khác hẳn cụm trước',
      recovery: RECOVERY,
      cost: COST,
    });
    const stopped = refused(book, async (writer) => {
      await writer.setVault(vault);
      throw new Error('stopped');
    });
    expect(await stopped).toBe('stopped');
    expect(table()).toEqual(before);
    await book.unlock(PASSPHRASE);
  });

  test('a copy carries its key along', async () => {
    const path = join(stage.folder, 'ban-sao.db');
    await book.backup(path);
    const copy = await sqliteLibrary.open(path);
    books.push(copy);
    await copy.unlock(PASSPHRASE);
    const told = await copy.read(async (reader) => (await reader.persons()).privates(1));
    expect(told).toEqual({ phone: '0912100003', account: '1010000019' });
  });

  test('lookups tell nothing without the key, and nothing at all of what is never looked for', async () => {
    await book.unlock(PASSPHRASE);
    await book.withEntity(header, (writer) => writer.setSecret({ id: 1, code: 'M1' }, 'bank', BANK));
    const key = onFile((sqlite) => sqlite.prepare<[], { key: Buffer }>('select key from book').get()?.key);
    const rows = table();
    expect(rows.find(({ field }) => field === 'bank')?.lookup).toHaveLength(0);
    expect(rows.map(({ lookup }) => lookup)).not.toContainEqual(
      Buffer.from(lookupOf(createSecretKey(key ?? Buffer.alloc(0)), '0912100003')),
    );
  });
});

test('a passphrase file that others may read is refused (passphrase.file), and what is made is its owner’s alone', async () => {
  const path = stage.write('mk.txt', `${PASSPHRASE}\n`);
  const line = ['private', 'encrypt', '--passphrase-file', 'mk.txt', '--recovery-file', 'ma.txt'];
  for (const mode of [0o644, 0o640, 0o604, 0o620]) {
    chmodSync(path, mode);
    const played = await stage.run(line);
    expect([played.exit, played.stderr]).toEqual([3, expect.stringContaining('chmod 600')]);
  }
  chmodSync(path, 0o400);
  expect((await stage.run([...line, '--json'])).stdout).not.toContain(PASSPHRASE);
  expect(statSync(join(stage.folder, 'ma.txt')).mode & 0o777).toBe(0o600);
  // The code opens what the passphrase does; a second one is not written over it.
  copyFileSync(join(stage.folder, 'ma.txt'), join(stage.folder, 'ma-cu.txt'));
  const again = [
    'private',
    'passphrase',
    '--passphrase-file',
    'ma-cu.txt',
    '--new-passphrase-file',
    'mk.txt',
  ];
  expect((await stage.run([...again, '--recovery-file', 'ma.txt'])).exit).toBe(3);
  expect((await stage.run([...again, '--recovery-file', 'ma-moi.txt'])).exit).toBe(0);
  expect((await stage.run(['private', 'decrypt', '--passphrase-file', 'ma-cu.txt'])).stderr).toContain(
    'không đúng',
  );
});
