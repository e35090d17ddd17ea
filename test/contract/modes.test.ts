import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SMALL_BOOK } from '../support/transcript.ts';
import { Stage, wordsOf } from '../support/play.ts';

// The built program where the system gives every new file to everybody: what it makes is its owner's alone.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const stage = new Stage();

afterAll(() => {
  stage.strike();
});

const LINES = [
  'config set actor "Trần Thị Hòa"',
  'cash count --place cash --on 31/01/2024 --total 7.000.000',
  'report contributions --period 2024-01 -o moi/ung-ho.xlsx',
  'ledger cash --period 2024-01 -o so.pdf',
  'ledger cash --period 2024-01 -o so.html',
  'ledger cash --period 2024-01 -o so.csv',
  'ledger cash --period 2024-01 -o so.json',
  'voucher list --period 2024-01 -o phieu.xlsx',
  'export --format json -o ca-so.json',
  'export --format hledger -o so.journal',
  'member export M1 --purpose "Trả lời đơn đề nghị" -o cua-toi.json',
  'report month-end --period 2024-01 --only xlsx -o goi-thang',
  'contribution import sai.csv --fund MAIAM --rejects can-sua.xlsx',
  'contribution import dung.csv --fund MAIAM --save-as cach-doc.json --all-new',
  'demo --lists danh-sach',
  'reconcile --period 2024-01',
  'close 2024-01',
];

test('every file is 0600 and every folder 0700, whatever the system would give', () => {
  stage.write('sai.csv', 'Ngày,Tên,Số tiền\nxx,Lê Văn Tám,500.000\n');
  stage.write('dung.csv', 'Ngày,Tên,Số tiền\n05/02/2024,Lê Văn Tám,500.000\n');
  const own = (name: string) => join(stage.folder, name);
  const env = {
    PATH: process.env['PATH'],
    XDG_CONFIG_HOME: own('.config'),
    XDG_CACHE_HOME: own('.cache'),
    XDG_STATE_HOME: own('.state'),
    LANG: 'C.UTF-8',
    TODAY: '2024-03-01',
  };
  for (const line of [...SMALL_BOOK, ...LINES]) {
    const words = [...wordsOf(line), '--today', '2024-03-01', '--no-input', '--yes'];
    spawnSync('bash', ['-c', 'umask 000; exec "$@"', '-', process.execPath, program, ...words], {
      cwd: stage.folder,
      env,
      encoding: 'utf8',
    });
  }
  const made = readdirSync(stage.folder, { recursive: true, encoding: 'utf8' });
  const wrong = made
    .map((name) => ({ name, found: statSync(own(name)) }))
    .filter(({ found }) => (found.mode & 0o777) !== (found.isDirectory() ? 0o700 : 0o600))
    .map(({ name, found }) => `${name} ${(found.mode & 0o777).toString(8)}`);
  expect(wrong).toEqual([]);
  expect(made.length).toBeGreaterThan(20);
}, 240_000);
