import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

// The built program as a process of its own, where its streams are what is asked about.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const stage = new Stage();
const MAKE = 'init --name CĐCS --from 2024-01 --no-input --opening TET:cash=1000000';

beforeAll(async () => {
  await stage.data(MAKE);
});

afterAll(() => {
  stage.strike();
});

/** What a shell says of a line in which `$p` is the program. */
function shell(line: string) {
  const p = `"${process.execPath}" "${program}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', line.replaceAll('$p', p)], {
    cwd: stage.folder,
    encoding: 'utf8',
  });
  return [stdout, stderr];
}

test('a pipe or a device is not replaced by a file', async () => {
  shell('mkfifo ong.csv');
  const { exit, stderr } = await stage.run(['fund', 'list', '-o', 'ong.csv']);
  expect([exit, stderr]).toEqual([3, expect.stringContaining('ong.csv')]);
  expect(lstatSync(join(stage.folder, 'ong.csv')).isFIFO()).toBe(true);
});

test('no list falls on the book or on what the database keeps beside it', async () => {
  const before = readFileSync(join(stage.folder, 'phucloi.db'));
  for (const name of ['phucloi.db', './phucloi.db', 'phucloi.db-journal', 'phucloi.db-wal', 'phucloi.db-shm'])
    expect([name, (await stage.run(['fund', 'list', '--format', 'csv', '-o', name])).exit]).toEqual([
      name,
      3,
    ]);
  expect(readFileSync(join(stage.folder, 'phucloi.db')).equals(before)).toBe(true);
  expect(readdirSync(stage.folder).filter((name) => name !== 'ong.csv')).toEqual(['phucloi.db']);
});

test('whoever closes a pipe early has read enough: nothing is said', () => {
  const [text, json, paper] = ['text', 'json', 'html'].map((format) =>
    shell(`$p setting list --format ${format} | true; $p ledger journal --format ${format} | head -c 1`),
  );
  expect([text?.[1], json, paper]).toEqual(['', ['{', ''], ['<', '']]);
});

test('a list of a period is the same bytes on whatever day it is written', async () => {
  for (const list of ['ledger donor', 'ledger programme', 'voucher list', 'entry list'])
    for (const form of ['xlsx', 'pdf']) {
      const line = `${list} --period 2024-01 -o danh-sach.${form}`;
      await stage.data(`${line} --today 2024-06-30`);
      const first = stage.read(`danh-sach.${form}`);
      await stage.data(`${line} --today 2024-11-30`);
      expect([line, stage.read(`danh-sach.${form}`).equals(first)]).toEqual([line, true]);
    }
});

test('a full disk behind standard output is said in words', () => {
  for (const format of ['text', 'csv', 'xlsx']) {
    const [, said] = shell(`$p ledger journal --format ${format} > /dev/full; echo $? >&2`);
    expect(said).toMatch(/^Lệnh đã chạy xong nhưng không in ra được .*\n3\n$/);
  }
});
