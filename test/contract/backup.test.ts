import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../src/store/codes.ts';
import { Stage, wordsOf } from '../support/play.ts';

// The built program as a process of its own; `npm test` builds it first.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const NAME = 'phucloi-2024-11-30-120000';
const BACKUP = `${NAME}.backup.db`;
let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  await stage.data('init --name "Công đoàn" --from 2024-01 --opening TET:cash=7.000.000');
});
afterEach(() => {
  stage.strike();
});

const add = (book = 'phucloi.db') =>
  stage.data(`contribution add --fund TET --to bank --amount 1000 --on 15/01/2024 --book ${book}`);
const at = (name: string) => join(stage.folder, name);
const files = () => readdirSync(stage.folder).toSorted();
const head = async (book: string) => (await stage.data<{ head: string }>(`verify --book ${book}`)).head;

/** What refuses a command. */
async function refusedAt(line: string): Promise<string> {
  const played = await stage.run([...wordsOf(line), '--json']);
  return (JSON.parse(played.stdout) as { error: { code: string } }).error.code;
}

/** The same, of a command that leaves book and folder as they were. */
async function refused(line: string): Promise<string> {
  const before = [stage.read('phucloi.db'), files()];
  const code = await refusedAt(line);
  expect([stage.read('phucloi.db'), files()], line).toEqual(before);
  return code;
}

/** The bytes of a backup with one of them turned over. */
function flipped(place: number): void {
  const bytes = stage.read(BACKUP);
  bytes.writeUInt8(bytes.readUInt8(place) ^ 0x10, place);
  writeFileSync(at(BACKUP), bytes);
}

test('a backup is a book for its owner only, with its digest beside it, and brings back every report', async () => {
  await stage.data('backup');
  expect(statSync(at(BACKUP)).mode & 0o777).toBe(0o600);
  const digest = createHash('sha256').update(stage.read(BACKUP)).digest('hex');
  expect(stage.read(`${BACKUP}.sha256`).toString()).toBe(`${digest}  ${BACKUP}\n`);
  const was = await head('phucloi.db');
  const reports = async () =>
    Promise.all(['balance', 'entry list', 'ledger journal'].map((line) => stage.run(wordsOf(line))));
  const told = await reports();
  await add();
  expect(await reports()).not.toEqual(told);
  expect(await stage.data(`restore ${BACKUP}`)).toMatchObject({ lost: 1, gained: 0, present: 'whole' });
  expect(await reports()).toEqual(told);
  expect(await head('phucloi.db')).toBe(was);
});

test('a backup that is cut off anywhere is refused as cut off, without its digest too', async () => {
  await stage.data('backup');
  const bytes = stage.read(BACKUP);
  for (const length of [0, 50, 4096, bytes.length - 1]) {
    writeFileSync(at(BACKUP), bytes.subarray(0, length));
    expect(await refused(`restore ${BACKUP}`), `${length} bytes`).toBe('backup.truncated');
  }
  stage.remove(`${BACKUP}.sha256`);
  expect(await refused(`restore ${BACKUP}`)).toBe('backup.truncated');
});

test('a flipped byte is refused by the digest; without it by pages, by the chain, or it changes no report', async () => {
  await stage.data('backup');
  const bytes = stage.read(BACKUP);
  for (const place of [5, 3000, 70_000]) {
    flipped(place);
    expect(await refused(`restore ${BACKUP}`), `byte ${place}`).toBe('backup.altered');
    writeFileSync(at(BACKUP), bytes);
  }
  stage.remove(`${BACKUP}.sha256`);
  const db = new Database(at(BACKUP));
  db.exec("update place set name = 'Két khác' where code = 'cash'");
  db.close();
  const played = await stage.run(['restore', BACKUP, '--json']);
  expect(JSON.parse(played.stdout)).toMatchObject({
    error: { code: 'backup.altered', facts: { how: 'chain', row: { kind: 'place' } } },
  });
  expect((await stage.run(['restore', BACKUP])).stderr).toContain('(nơi giữ tiền ');
  writeFileSync(at(BACKUP), Buffer.concat([bytes, Buffer.alloc(4096)]));
  expect(await refused(`restore ${BACKUP}`)).toBe('backup.altered');
  writeFileSync(at(`${BACKUP}.sha256`), 'no digest');
  expect(await refused(`restore ${BACKUP}`)).toBe('backup.altered');
});

test('an older book, a newer one, and one that was cut off while it was written are refused as such', async () => {
  writeFileSync(
    at('cu.db'),
    gunzipSync(readFileSync(join(import.meta.dirname, '../migration/schema-4.db.gz'))),
  );
  expect(await refused('restore cu.db')).toBe('backup.older');
  await stage.data('backup');
  stage.remove(`${BACKUP}.sha256`);
  const db = new Database(at(BACKUP));
  db.pragma('user_version = 99');
  db.close();
  expect(await refused(`restore ${BACKUP}`)).toBe('backup.newer');
  stage.write(`${BACKUP}-journal`, 'left');
  expect(await refused(`restore ${BACKUP}`)).toBe('backup.journal');
});

test('a book of an older or a newer version is whole: it is not replaced as if it were damaged', async () => {
  await stage.data('backup');
  const version = (number: number) => {
    const db = new Database(at('phucloi.db'));
    db.pragma(`user_version = ${number}`);
    db.close();
  };
  for (const [number, code] of [
    [4, 'book.older'],
    [3, 'book.version'],
    [SCHEMA_VERSION + 1, 'book.version'],
  ] as const) {
    version(number);
    expect(await refused(`restore ${BACKUP}`)).toBe(code);
    expect(await refused(`restore ${BACKUP} --other-book --dry-run`)).toBe(code);
  }
  // What is damaged besides is put aside, whatever version it says.
  const bytes = stage.read('phucloi.db');
  writeFileSync(at('phucloi.db'), bytes.subarray(0, bytes.length - 8192));
  expect(await stage.data(`restore ${BACKUP}`)).toMatchObject({ present: 'unread' });
});

test('a backup is taken while another process is in the middle of a write, and has nothing of it', async () => {
  const before = await head('phucloi.db');
  const other = new Database(at('phucloi.db'));
  other.exec("begin immediate; update place set name = 'khác'");
  expect(await stage.data('backup')).toMatchObject({ head: before, operations: 1 });
  other.exec('rollback');
  other.close();
});

test('a restore waits for nobody who writes: the book is busy, and stays', async () => {
  await stage.data('backup');
  const other = new Database(at('phucloi.db'));
  other.exec('begin immediate');
  expect(await refused(`restore ${BACKUP}`)).toBe('book.busy');
  other.exec('rollback');
  other.close();
});

test('a damaged book is put aside, and no journal of it meets the book that takes its place', async () => {
  await stage.data('backup');
  const was = await head('phucloi.db');
  for (const [number, from] of [0, 100].entries()) {
    writeFileSync(at('phucloi.db'), stage.read('phucloi.db').fill(0x55, from));
    const damaged = stage.read('phucloi.db');
    stage.write('phucloi.db-journal', 'of the damaged book');
    // One of which not even the first bytes are left might be anybody's file.
    if (from === 0) expect(await refusedAt(`restore ${BACKUP}`)).toBe('backup.other');
    const { kept, present } = await stage.data<{ kept: string; present: string }>(
      `restore ${BACKUP}${from === 0 ? ' --other-book' : ''}`,
    );
    expect([kept, present]).toEqual([
      `${NAME}${number === 0 ? '' : '-2'}.replaced.db`,
      from === 0 ? 'other' : 'unread',
    ]);
    expect(stage.read(kept).equals(damaged)).toBe(true);
    expect(existsSync(at('phucloi.db-journal'))).toBe(false);
    expect(await head('phucloi.db')).toBe(was);
  }
});

test('a journal that was left without its book is put aside too', async () => {
  await stage.data('backup');
  stage.remove('phucloi.db');
  stage.write('phucloi.db-journal', 'of a book that is gone');
  expect(await stage.data(`restore ${BACKUP}`)).toMatchObject({
    present: 'none',
    kept: `${NAME}.replaced.db-journal`,
  });
  expect(existsSync(at('phucloi.db-journal'))).toBe(false);
  expect(existsSync(at(`${NAME}.replaced.db-journal`))).toBe(true);
  await stage.data('verify');
});

test('a digest is read as an editor or another tool leaves it, and must agree all the same', async () => {
  await stage.data('backup');
  const digest = createHash('sha256').update(stage.read(BACKUP)).digest('hex');
  for (const [text, agrees] of [
    [`\ufeff${digest}  ${BACKUP}\r\n`, true],
    [`${digest.toUpperCase()}\r\n`, true],
    [digest, true],
    [`${digest.replace(/^./, (first) => (first === '0' ? '1' : '0'))}\n`, false],
    [`${digest}0\n`, false],
  ] as const) {
    writeFileSync(at(`${BACKUP}.sha256`), text);
    if (agrees) expect(await stage.data(`restore ${BACKUP} --dry-run`)).toMatchObject({ digest: true });
    else expect(await refused(`restore ${BACKUP}`)).toBe('backup.altered');
  }
});

test('a link that leads nowhere is no free place: what it leads to may only be unplugged', async () => {
  await stage.data('backup');
  stage.remove('phucloi.db');
  symlinkSync('usb/phucloi.db', at('phucloi.db'));
  expect(await refusedAt(`restore ${BACKUP}`)).toBe('file.unwritable');
  expect(lstatSync(at('phucloi.db')).isSymbolicLink()).toBe(true);
});

test('a write that was cut off is taken back before the book is exchanged', async () => {
  await stage.data('backup');
  const was = await head('phucloi.db');
  // A process that dies in the middle of its commit leaves a journal that is needed.
  const script = `const D = require('better-sqlite3'); const d = new D(process.argv[1]);
    d.pragma('cache_size = 1'); d.exec("begin immediate; update place set name = hex(randomblob(200000))"); process.kill(process.pid, 'SIGKILL')`;
  spawnSync(process.execPath, ['-e', script, at('phucloi.db')], { cwd: join(import.meta.dirname, '../..') });
  expect(existsSync(at('phucloi.db-journal'))).toBe(true);
  expect(await stage.data(`restore ${BACKUP}`)).toMatchObject({ present: 'whole', lost: 0 });
  expect(existsSync(at('phucloi.db-journal'))).toBe(false);
  expect([await head('phucloi.db'), await head(`${NAME}.replaced.db`)]).toEqual([was, was]);
});

test('a book behind a link is exchanged where it lies; the link stays, and so do the rights', async () => {
  const store = new Stage();
  try {
    copyFileSync(at('phucloi.db'), join(store.folder, 'that.db'));
    chmodSync(join(store.folder, 'that.db'), 0o640);
    symlinkSync(join(store.folder, 'that.db'), at('lien-ket.db'));
    await stage.data('backup --book lien-ket.db');
    await add('lien-ket.db');
    const { kept } = await stage.data<{ kept: string }>(
      'restore lien-ket-2024-11-30-120000.backup.db --book lien-ket.db',
    );
    expect(kept).toBe(join(store.folder, 'that-2024-11-30-120000.replaced.db'));
    expect(lstatSync(at('lien-ket.db')).isSymbolicLink()).toBe(true);
    expect(statSync(at('lien-ket.db')).mode & 0o777).toBe(0o640);
    expect(await stage.data('verify --book lien-ket.db')).toMatchObject({ entries: 1 });
  } finally {
    store.strike();
  }
});

test('a disk that is full leaves neither a backup nor a changed book', async () => {
  await stage.data('backup');
  await add();
  const before = [stage.read('phucloi.db'), files()];
  const limited = (line: string) =>
    spawnSync('bash', ['-c', `ulimit -f 200; exec "$0" "$@"`, process.execPath, program, ...wordsOf(line)], {
      cwd: stage.folder,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: at('.cache') },
    });
  for (const line of ['backup --json', `restore ${BACKUP} --json`]) {
    const { status, stdout } = limited(line);
    expect([status, (JSON.parse(stdout) as { error: { code: string } }).error.code]).toEqual([
      3,
      'file.unwritable',
    ]);
  }
  stage.remove('.cache');
  expect([stage.read('phucloi.db'), files()]).toEqual(before);
});

test('an exchange that was cut off leaves the book a second name, which the next one takes away', async () => {
  await stage.data('backup');
  spawnSync('ln', [at('phucloi.db'), at('phucloi-2024-11-29-120000.replaced.db')]);
  await add();
  await stage.data(`restore ${BACKUP}`);
  expect(files().filter((name) => name.includes('replaced'))).toEqual([`${NAME}.replaced.db`]);
});

test('automatic backups are rotated; those of a person, a month and another book stay', async () => {
  await stage.data('setting set backup.rows 1');
  await stage.data('backup');
  await stage.data('cash count --on 31/01/2024 --total 7.000.000');
  await stage.data('close 2024-01 --no-papers');
  await stage.data('init --name "Công đoàn khác" --from 2024-01 --book khac.db');
  copyFileSync(at('khac.db'), at('phucloi-2020-01-01-120000.auto.backup.db'));
  for (let number = 1; number <= 7; number++) {
    stage.write(
      'a.csv',
      `Ngày,Tên,Số tiền\n0${number}/02/2024,Ông Một,1.000\n0${number}/02/2024,Bà Hai,2.000\n`,
    );
    await stage.data('contribution import a.csv --fund XHTT');
  }
  const backups = files().filter((name) => name.endsWith('.backup.db'));
  expect(backups).toEqual(
    [
      'phucloi-2020-01-01-120000.auto.backup.db',
      ...[3, 4, 5, 6, 7].map((number) => `${NAME}-${number}.auto.backup.db`),
      BACKUP,
      'phucloi-2024-01.backup.db',
    ].toSorted(),
  );
});

test('a drill finds what is wrong with the newest backup', async () => {
  const codes = async (line = 'doctor --drill --json') => {
    const { stdout } = await stage.run(wordsOf(line));
    const { data } = JSON.parse(stdout) as { data: { findings: { code: string; severity: string }[] } };
    return data.findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
  };
  expect(await codes()).toEqual(['backup.none']);
  await stage.data('backup');
  expect(await codes()).toEqual([]);
  copyFileSync(at('phucloi.db'), at('cu.db'));
  await add();
  await stage.data('backup --keep 1');
  await stage.data('restore cu.db');
  expect(await codes()).toEqual(['backup.ahead']);
  for (const name of files()) if (name.startsWith(NAME) || name === 'cu.db') stage.remove(name);
  await stage.data('backup');
  await stage.data('init --name "Công đoàn khác" --from 2024-01 --book khac.db');
  stage.remove(`${BACKUP}.sha256`);
  const whole = stage.read(BACKUP);
  copyFileSync(at('khac.db'), at(BACKUP));
  expect(await codes()).toEqual(['backup.astray']);
  writeFileSync(at(BACKUP), whole.subarray(0, 9000));
  expect(await codes()).toEqual(['backup.truncated']);
  expect(files()).toEqual(['khac.db', BACKUP, 'phucloi.db']);
});

test('of three restores at once one puts the backup there; who finds another book there than it opened says so', async () => {
  await stage.data('backup');
  const was = await head('phucloi.db');
  await add();
  const run = () => {
    const child = spawn(process.execPath, [program, 'restore', BACKUP, '--json'], {
      cwd: stage.folder,
      env: { ...process.env, XDG_CACHE_HOME: at('.cache') },
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    return new Promise<string>((resolve) => {
      child.on('close', (exit) => {
        const { error } = JSON.parse(said) as { error?: { code: string } };
        resolve(`${exit} ${error?.code ?? 'done'}`);
      });
    });
  };
  const ended = await Promise.all([run(), run(), run()]);
  expect(ended).toContain('0 done');
  // One that comes after an exchange restores once more; nobody has to wait as long as patience lasts.
  expect(ended.filter((each) => each !== '0 done' && each !== '6 book.replaced')).toEqual([]);
  expect(await head('phucloi.db')).toBe(was);
  const kept = files().filter((name) => name.endsWith('.replaced.db'));
  expect(kept).toHaveLength(ended.filter((each) => each === '0 done').length);
});
