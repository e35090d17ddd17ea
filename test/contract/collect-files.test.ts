import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';
import { wordsOf } from '../support/words.ts';

let stage: Stage;
const at = (name: string) => join(stage.folder, name);
const SECTOR = '--book nganh.db';
const UNIT = '--book u/so-bva.db';

beforeEach(async () => {
  stage = new Stage();
  mkdirSync(at('u'));
  await stage.data(`init --code CDN --name "Ngành" --from 2024-01 ${SECTOR} --no-input`);
  await stage.data(`unit add --code BVA --name "Bệnh viện A" ${SECTOR}`);
  await stage.data(
    `init --code BVA --name "Bệnh viện A" --from 2024-01 --opening TCCD:bank=1.000.000 ${UNIT} --no-input`,
  );
});
afterEach(() => stage.strike());

interface Collected {
  readonly collected: number;
  readonly books: readonly { readonly month: string; readonly state: string; readonly file: string }[];
}

test('a rehearsal leaves nothing: no folder, no draft, no byte of the book', async () => {
  const [before, names] = [stage.read('nganh.db'), readdirSync(stage.folder)];
  expect(await stage.data<Collected>(`collect u/so-bva.db --dry-run ${SECTOR}`)).toMatchObject({
    collected: 1,
  });
  expect(stage.read('nganh.db')).toEqual(before);
  expect(readdirSync(stage.folder)).toEqual(names);
  expect(existsSync(at('nganh.db-units'))).toBe(false);
});

test('the head of the signed minutes is one that the book had, short or whole', async () => {
  const { head } = await stage.data<{ head: string }>(`close 2024-01 ${UNIT}`);
  await stage.data(`contribution add --fund TCCD --to bank --amount 5.000 --on 03/02/2024 ${UNIT}`);
  const short = head.replaceAll(' ', '').slice(0, 16);
  const groups = short.replace(/(.{4})(?=.)/g, '$1 ');
  expect(await stage.data<Collected>(`collect u/so-bva.db --head "BVA=${groups}" ${SECTOR}`)).toMatchObject({
    collected: 1,
  });
  expect(await stage.data<Collected>(`collect u/so-bva.db --head BVA=${short} ${SECTOR}`)).toMatchObject({
    collected: 0,
  });
});

test('of a folder with a book and its backups, the one whose chain holds the others is taken', async () => {
  await stage.data(`backup ${UNIT}`);
  await stage.data(`close 2024-01 ${UNIT}`);
  expect(readdirSync(at('u')).filter((name) => name.endsWith('.db')).length).toBe(3);
  const { books } = await stage.data<Collected>(`collect u ${SECTOR}`);
  expect(books).toMatchObject([{ month: '2024-01', state: 'first', file: 'u/so-bva.db' }]);
  await stage.data(`close 2024-02 ${UNIT}`);
  expect((await stage.data<Collected>(`collect u ${SECTOR}`)).books).toMatchObject([
    { month: '2024-02', state: 'newer' },
  ]);
  expect(readdirSync(at('nganh.db-units'))).toHaveLength(1);
});

test('an encrypted backup is opened by its words, and refused by others', async () => {
  stage.write('mk.txt', 'ao sen làng cũ mùa thu năm ấy\n');
  stage.write('sai.txt', 'một cụm mật khẩu hoàn toàn khác\n');
  const { path } = await stage.data<{ path: string }>(`backup --encrypt --passphrase-file mk.txt ${UNIT}`);
  const refused = await stage.run([
    ...wordsOf(`collect ${path} --passphrase-file sai.txt ${SECTOR}`),
    '--json',
  ]);
  expect((JSON.parse(refused.stdout) as { error: { code: string } }).error.code).toBe('backup.key');
  expect(await stage.data<Collected>(`collect ${path} --passphrase-file mk.txt ${SECTOR}`)).toMatchObject({
    collected: 1,
  });
  // The same book in plain is the same book.
  expect(await stage.data<Collected>(`collect u/so-bva.db ${SECTOR}`)).toMatchObject({ collected: 0 });
});

test('a collection is no more undone than a close: a newer one takes its place', async () => {
  await stage.data(`collect u/so-bva.db ${SECTOR}`);
  const { operations } = await stage.data<{ operations: { operation: number }[] }>(
    `operation list ${SECTOR}`,
  );
  const last = Math.max(...operations.map(({ operation }) => operation));
  const { stdout } = await stage.run([
    ...wordsOf(`operation undo ${last} --reason Nhầm ${SECTOR}`),
    '--json',
  ]);
  expect((JSON.parse(stdout) as { error: { code: string } }).error.code).toBe('operation.kind');
});

test('a whole copy of the sector says what it collected, and takes the units in again', async () => {
  await stage.data(`close 2024-01 ${UNIT}`);
  await stage.data(`collect u/so-bva.db ${SECTOR}`);
  await stage.data(`export --format json --private -o toan-bo.json --purpose "Thử" ${SECTOR}`);
  await stage.data('import-book toan-bo.json --book moi.db');
  const list = async () =>
    (
      await stage.data<{ units: { state: string; month: string }[] }>(
        'collection list --period 2024-01 --book moi.db',
      )
    ).units;
  expect(await list()).toMatchObject([{ state: 'missing', month: '2024-01' }]);
  const { books } = await stage.data<Collected>('collect u/so-bva.db --book moi.db');
  expect(books).toMatchObject([{ state: 'restored' }]);
  expect(await list()).toMatchObject([{ state: 'whole', month: '2024-01' }]);
  await stage.data('verify --book moi.db');
});
