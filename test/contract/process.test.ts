import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { Stage } from '../support/play.ts';

// The built program as a process of its own; `npm test` builds it first.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const stage = new Stage();

afterAll(() => {
  stage.strike();
});

function phucloi(...words: string[]) {
  const env = { ...process.env, XDG_CACHE_HOME: join(stage.folder, 'cache'), LANG: 'C.UTF-8' };
  const played = spawnSync(process.execPath, [program, ...words], {
    cwd: stage.folder,
    env,
    encoding: 'utf8',
  });
  return { exit: played.status, stdout: played.stdout, stderr: played.stderr };
}

test('version and help', () => {
  expect(phucloi('--version')).toEqual({ exit: 0, stdout: `phucloi ${manifest.version}\n`, stderr: '' });
  expect(phucloi('--help').stdout).toContain('contribution import');
  expect(phucloi('gift', 'pay', '--help', '--lang', 'en').stdout).toContain('phucloi gift pay --round');
});

test('a month through the built chunks', () => {
  expect(
    phucloi('init', '--name', 'Công đoàn', '--from', '2024-01', '--opening', 'TET:cash=1000000').exit,
  ).toBe(0);
  expect(phucloi('unit', 'add', '--code', 'A', '--name', 'CĐCS A').exit).toBe(0);
  expect(phucloi('member', 'add', '--code', 'M1', '--name', 'Nguyễn Thị Ánh', '--unit', 'A').exit).toBe(0);
  stage.write('a.csv', 'Ngày,Tên,Số tiền\n05/01/2024,Mạnh thường quân,2.000.000\n');
  expect(phucloi('ungho', 'nhap', 'a.csv', '--fund', 'XHTT').exit).toBe(0);
  expect(
    phucloi('programme', 'add', 'tet', '--kind', 'gift', '--name', 'Tết', '--on', '10/02/2024').exit,
  ).toBe(0);
  expect(
    phucloi('gift', 'open', '--round', 'tet', '--member', 'M1', '--amount', '500000', '--payer', 'TET').exit,
  ).toBe(0);
  expect(
    phucloi('gift', 'approve', '--round', 'tet', '--decision', '1', '--on', '10/01/2024', '--by', 'An').exit,
  ).toBe(0);
  expect(phucloi('gift', 'pay', '--round', 'tet', '--from', 'TET:cash', '--on', '20/01/2024').exit).toBe(0);
  expect(phucloi('reconcile', '--period', '2024-01').exit).toBe(1);
  expect(phucloi('gift', 'sign', '--round', 'tet', '--all').exit).toBe(0);
  expect(phucloi('kiemke', '--place', 'cash', '--on', '31/01/2024', '--total', '2500000').exit).toBe(0);
  expect(phucloi('report', 'disbursements', '--round', 'tet', '-o', 'tet.xlsx').exit).toBe(0);
  expect(phucloi('khoaso', '2024-01').exit).toBe(0);
  expect(phucloi('verify').exit).toBe(0);
  const balance = phucloi('balance', '--json', '--as-of', '31/01/2024');
  expect(JSON.parse(balance.stdout)).toMatchObject({ ok: true, data: { total: 2_500_000 } });
});

test('JSON is one document on stdout, for a failure too', () => {
  const played = phucloi('balance', '--book', 'khong-co.db', '--json');
  expect(played.exit).toBe(5);
  expect(played.stderr).toBe('');
  expect(JSON.parse(played.stdout)).toMatchObject({ ok: false, error: { code: 'book.missing' } });
});

test('an older Node gets one clear line in both languages', () => {
  const old = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });";
  const script = `${old} require(${JSON.stringify(program)})`;
  const played = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(played.status).toBe(2);
  expect(played.stderr).toContain('phucloi cần Node');
  expect(played.stderr).toContain('phucloi needs Node');
});
