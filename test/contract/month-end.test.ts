import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readDay, readMonth } from '../../src/domain/day.ts';
import { sqliteLibrary } from '../../src/store/library.ts';
import { monthEndPack } from '../../src/usecase/month-end-pack.ts';
import { SMALL_BOOK } from '../support/transcript.ts';
import { Stage } from '../support/play.ts';

const stage = new Stage();
const at = (name: string) => join(stage.folder, name);
const bytesOf = (folder: string) =>
  new Map(
    readdirSync(at(folder)).map((name) => [name, readFileSync(join(at(folder), name)).toString('base64')]),
  );
const pack = (folder: string, more = '') =>
  stage.data<{ draft: boolean; files: { file: string; pages?: number; bytes: number; digest: string }[] }>(
    `report month-end --period 2024-01 --only xlsx -o ${folder} --today 2024-02-05 ${more}`,
  );

beforeAll(async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.data(
    'contribution add --fund MAIAM --amount 1.500.000 --on 12/01/2024 --donor "CĐCS Bệnh viện A" --to bank --today 2024-02-01',
  );
  await stage.data(
    'cash count --place cash --on 31/01/2024 --total 7.000.000 --by "Trần Thị Hòa" --today 2024-02-01',
  );
}, 60_000);
afterAll(() => {
  stage.strike();
});

test('a month that is not closed is marked as a draft, and its pack gives way whole once it is', async () => {
  const draft = await pack('thang-01');
  expect(draft.draft).toBe(true);
  expect(readFileSync(at('thang-01/index.html'), 'utf8')).toContain('BẢN NHÁP – chưa khóa sổ');
  await stage.data('close 2024-01 --today 2024-02-01');
  const closed = await pack('thang-01');
  expect(closed.draft).toBe(false);
  expect(readFileSync(at('thang-01/index.html'), 'utf8')).not.toContain('BẢN NHÁP');
  expect(closed.files.map(({ file }) => file)).toContain('bien-ban-khoa-so-2024-01.xlsx');
  expect(readdirSync(stage.folder).filter((name) => /\.(tmp|old)$/.test(name))).toEqual([]);
}, 60_000);

test('what is booked after the month is no difference of it', async () => {
  await stage.data(
    'contribution add --fund MAIAM --amount 300.000 --on 03/02/2024 --donor "CĐCS Bệnh viện A" --to bank --today 2024-02-03',
  );
  const book = await sqliteLibrary.open(at('phucloi.db'));
  try {
    const [month, today] = [readMonth('2024-01'), readDay('2024-02-05')];
    if (month === undefined || today === undefined) throw new Error('no day');
    const said: string[] = [];
    await book.read(async (reader) => {
      const { entries } = await monthEndPack(reader, month, today, ({ kind }) => (said.push(kind), kind));
      await entries.find(({ name }) => name === 'exceptions')?.paperOf(reader);
    });
    expect(said).toEqual(['bank.unproved']);
  } finally {
    book.close();
  }
}, 60_000);

test('two packs of one closed month are the same bytes, also on another day', async () => {
  await pack('mot');
  await stage.data('report month-end --period 2024-01 --only xlsx -o hai --today 2024-03-09');
  expect(bytesOf('hai')).toEqual(bytesOf('mot'));
}, 60_000);

test('the index and the digests name every file, and sha256sum accepts them', async () => {
  const { files } = await pack('mot');
  expect(files.map(({ file }) => file).toSorted()).toEqual(readdirSync(at('mot')).toSorted());
  const page = readFileSync(at('mot/index.html'), 'utf8');
  for (const { file, bytes, digest } of files) {
    const content = readFileSync(join(at('mot'), file));
    expect(content.length, file).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex'), file).toBe(digest);
    if (file !== 'index.html' && file !== 'SHA256SUMS') expect(page).toContain(`${file}</a>`);
    expect(file).toMatch(/^[A-Za-z0-9.-]+$/);
  }
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: at('mot') });
}, 60_000);

test('a pack has its PDFs with their pages', async () => {
  const { files } = await stage.data<{ files: { file: string; pages?: number }[] }>(
    'report month-end --period 2024-01 --only pdf -o ba --today 2024-02-05',
  );
  const pdfs = files.filter(({ file }) => file.endsWith('.pdf'));
  expect(pdfs.length).toBeGreaterThan(8);
  for (const { file, pages } of pdfs) expect(pages, file).toBeGreaterThan(0);
}, 120_000);

test('a kill in the middle leaves the pack that was there as it was', async () => {
  await pack('giu');
  const before = bytesOf('giu');
  const words = ['report', 'month-end', '--period', '2024-01', '-o', 'giu', '--today', '2024-02-05'];
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../bin/phucloi.js'), ...words], {
    cwd: stage.folder,
    stdio: 'ignore',
    env: { ...process.env, PHUCLOI_BOOK: 'phucloi.db' },
  });
  const drafts = () =>
    readdirSync(stage.folder).flatMap((name) =>
      /^giu\..*\.tmp$/.test(name) ? readdirSync(at(name)).slice(0, 4) : [],
    );
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_, signal) => {
      resolve(signal);
    }),
  );
  await vi.waitUntil(() => drafts().length >= 4, { timeout: 40_000, interval: 5 });
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  expect(bytesOf('giu')).toEqual(before);
  await pack('giu');
  expect(bytesOf('giu')).toEqual(before);
}, 120_000);

test('nothing but a pack of this book gives way, and what is there stays as it was', async () => {
  await pack('bon');
  writeFileSync(at('bon/ghi-chu.txt'), 'của tôi');
  const before = bytesOf('bon');
  const words = [
    'report',
    'month-end',
    '--period',
    '2024-01',
    '--only',
    'xlsx',
    '--today',
    '2024-02-05',
    '-o',
  ];
  expect((await stage.run([...words, 'bon'])).exit).toBe(3);
  expect(bytesOf('bon')).toEqual(before);
  rmSync(at('bon/ghi-chu.txt'));
  const index = readFileSync(at('bon/index.html'), 'utf8');
  writeFileSync(
    at('bon/index.html'),
    index.replace(/content="[0-9a-f-]{36}"/, 'content="00000000-0000-0000-0000-000000000000"'),
  );
  expect((await stage.run([...words, 'bon'])).exit).toBe(3);
  mkdirSync(at('trong'));
  expect((await stage.run([...words, 'trong'])).exit).toBe(0);
}, 60_000);
