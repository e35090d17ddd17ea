import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holding } from '../support/busy.ts';
import { Stage, wordsOf } from '../support/play.ts';

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  await stage.data('init --name "Công đoàn" --from 2024-01 --opening TET:cash=7.000.000');
  await stage.data('cash count --on 31/01/2024 --total 7.000.000');
});
afterEach(() => {
  stage.strike();
});

async function refused(line: string): Promise<string> {
  const played = await stage.run([...wordsOf(line), '--json']);
  expect(played.exit).not.toBe(0);
  return (JSON.parse(played.stdout) as { error: { code: string } }).error.code;
}

/** What lies in the folder beside the book's own file. */
const files = () =>
  readdirSync(stage.folder)
    .filter((name) => name !== 'phucloi.db')
    .toSorted();

async function mustBeOpen(): Promise<void> {
  expect(files()).toEqual([]);
  await stage.data('contribution add --fund TET --to bank --amount 1000 --on 15/01/2024');
}

test('minutes that cannot be written refuse the close: nothing is sealed, no backup stays', async () => {
  expect(await refused('close 2024-01 --minutes khong/co/bb.xlsx')).toBe('file.unwritable');
  await mustBeOpen();
});

test('minutes of another kind of file, or over a file that is there, are refused before anything is done', async () => {
  expect(await refused('close 2024-01 --minutes bb.doc')).toBe('usage.value');
  await mustBeOpen();
  stage.write('bb.xlsx', 'signed');
  expect(await refused('close 2024-01 --minutes bb.xlsx')).toBe('file.exists');
  expect(stage.read('bb.xlsx').toString()).toBe('signed');
});

test('a backup whose digest cannot stand beside it is taken away again, and that is said: nothing of its name was there', async () => {
  mkdirSync(join(stage.folder, 'phucloi-2024-01.backup.db.sha256'));
  const played = await stage.run(['close', '2024-01', '--json']);
  expect([played.exit, (JSON.parse(played.stdout) as { error: object }).error]).toMatchObject([
    3,
    {
      code: 'file.unwritable',
      facts: { path: expect.stringMatching(/phucloi-2024-01\.backup\.db\.sha256$/), reason: 'EISDIR' },
    },
  ]);
  stage.remove('phucloi-2024-01.backup.db.sha256');
  await mustBeOpen();
});

test('another command that writes keeps the month open and leaves no files', async () => {
  const over = await holding(stage, []);
  const closing = refused('close 2024-01 --lock-timeout 0');
  expect(await closing).toBe('book.busy');
  await over?.();
  await mustBeOpen();
});

test('a rehearsal of a close leaves nothing', async () => {
  const rehearsed = await stage.data<object>('close 2024-01 --dry-run');
  expect(rehearsed).toMatchObject({ month: '2024-01', backup: 'phucloi-2024-01.backup.db', dryRun: true });
  await mustBeOpen();
});

test('the backup is a book of its own: whole, not yet closed, and can be gone on with', async () => {
  const { backup } = await stage.data<{ backup: string }>('close 2024-01 --no-papers');
  expect(files()).toEqual(['phucloi-2024-01.backup.db', 'phucloi-2024-01.backup.db.sha256']);
  const copy = new Database(join(stage.folder, backup));
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
  await stage.data(`verify --book ${backup}`);
  await stage.data(`contribution add --fund TET --to bank --amount 1000 --on 15/01/2024 --book ${backup}`);
});

test('a second book in the folder takes names of its own', async () => {
  await stage.data('close 2024-01');
  await stage.data('init --name "Công đoàn khác" --from 2024-01 --book khac.db');
  const second = await stage.data<{ backup: string; minutes: string }>('close 2024-01 --book khac.db');
  expect(second).toMatchObject({
    backup: 'khac-2024-01-2.backup.db',
    minutes: 'bien-ban-khoa-so-2024-01-2.xlsx',
  });
  expect(existsSync(join(stage.folder, second.minutes))).toBe(true);
});

test('the database refuses to open a locked year again', async () => {
  await stage.data('init --name "Công đoàn" --from 2023-12 --book nam.db');
  await stage.data('close 2023-12 --no-papers --book nam.db');
  await stage.data('lock 2023 --document 15/TB --by An --book nam.db');
  const db = new Database(join(stage.folder, 'nam.db'));
  const reopen = `insert into period_event (entity, id, month, kind, head, wording, operation, digest)
    select entity, 99, '2023-12', 'reopen', head, wording, operation, digest from period_event limit 1`;
  expect(() => db.exec(reopen)).toThrow(/the year is locked/);
  db.close();
});

test('an acceptance that was taken back does not close a month', async () => {
  await stage.data('init --name "Công đoàn" --from 2024-01 --book b.db --opening TET:bank=1.000.000');
  const book = '--book b.db';
  await stage.data(`unit add --code A --name "CĐCS A" ${book}`);
  await stage.data(`member add --code M1 --name "Nguyễn Thị Ánh" --unit A ${book}`);
  await stage.data(`programme add tet --kind gift --name Tết --on 10/02/2024 --level HCKK=500.000 ${book}`);
  await stage.data(`gift open --round tet --member M1 --category HCKK --payer TET ${book}`);
  await stage.data(`gift approve --round tet --decision 1 --on 10/01/2024 --by An ${book}`);
  await stage.data(`gift pay --round tet --from TET:bank --on 20/01/2024 ${book}`);
  await stage.data(
    `reconcile accept award.unsigned:tet/0001 --period 2024-01 --reason x --by An --until 31/01/2024 ${book}`,
  );
  expect((await stage.run(wordsOf(`close --check 2024-01 ${book}`))).exit).toBe(0);
  const db = new Database(join(stage.folder, 'b.db'));
  // No command takes an acceptance back yet: the row that one would write.
  db.exec(`insert into undo (entity, id, undone, wording, operation, digest)
    select entity, 1, operation, wording, operation, digest from acceptance`);
  const { n } = db.prepare('select count(*) as n from undo').get() as { n: number };
  expect(n).toBe(1);
  db.close();
  const { findings } = JSON.parse(
    (await stage.run(wordsOf(`reconcile --period 2024-01 --json ${book}`))).stdout,
  ).data as { findings: { kind: string; accepted: boolean }[] };
  expect(findings.find((each) => each.kind === 'award.unsigned')?.accepted).toBe(false);
});

test('the backup goes where backups go, the minutes stay beside the book; what was refused leaves nothing in either', async () => {
  mkdirSync(join(stage.folder, 'luu'));
  await stage.data('config set backups luu');
  expect(await refused('close 2024-01 --minutes khong/co/bb.xlsx')).toBe('file.unwritable');
  expect(readdirSync(join(stage.folder, 'luu'))).toEqual([]);
  expect(await stage.data('close 2024-01')).toMatchObject({
    backup: 'luu/phucloi-2024-01.backup.db',
    minutes: 'bien-ban-khoa-so-2024-01.xlsx',
  });
  expect(readdirSync(join(stage.folder, 'luu'))).toEqual([
    'phucloi-2024-01.backup.db',
    'phucloi-2024-01.backup.db.sha256',
  ]);
  expect(existsSync(join(stage.folder, 'bien-ban-khoa-so-2024-01.xlsx'))).toBe(true);
  expect(await stage.data('doctor')).toMatchObject({ backup: { file: 'phucloi-2024-01.backup.db' } });
});
