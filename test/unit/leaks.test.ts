import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { leaksIn, sheetRows } from '../support/leaks.ts';

// What looks through the whole run must be able to find something.
test('a private value of the sample lists is found wherever it got to, and named by its field alone', () => {
  // Deep enough to be taken away for good: this run is looked through as well.
  const root = join(mkdtempSync(join(tmpdir(), 'phucloi-leak-')), 'run');
  const roll = sheetRows(join(import.meta.dirname, '../../data/sample/doan-vien.xlsx'));
  const heading = roll.find((row) => row.includes('Số CCCD')) ?? [];
  const valueOf = (row: number, field: string) => roll.at(row)?.[heading.indexOf(field)] ?? '';
  const phone = valueOf(-1, 'Số điện thoại').replaceAll(' ', '');
  try {
    mkdirSync(join(root, 'kept/stage'), { recursive: true });
    writeFileSync(
      join(root, 'said-1'),
      `\x1ea.test.ts\x1fstderr of balance\x1f1 ${valueOf(-2, 'Số CCCD')}\n`,
    );
    writeFileSync(
      join(root, 'kept/stage/a.csv'),
      `x;${phone.slice(0, 4)}.${phone.slice(4, 7)}.${phone.slice(7)}`,
    );
    writeFileSync(
      join(root, 'kept/stage/e.txt'),
      `LH +84 ${phone.slice(1, 4)} ${phone.slice(4, 7)} ${phone.slice(7)} nhé`,
    );
    writeFileSync(
      join(root, 'kept/stage/f.txt'),
      `(${phone.slice(0, 3)}) ${phone.slice(3, 6)} - ${phone.slice(6)}`,
    );
    writeFileSync(join(root, 'kept/stage/b.gz'), gzipSync('Ung thư vú giai đoạn cuối'));
    writeFileSync(join(root, 'kept/stage/c.txt'), 'Số tài khoản ***123, 20.000.000 đ, 0912 345 678');
    writeFileSync(join(root, 'kept/stage/d.txt'), phone);
    writeFileSync(join(root, 'allowed'), 'stage/d.txt\n');
    expect(leaksIn(root)).toEqual([
      'Hoàn cảnh: stage/b.gz',
      'Số CCCD: a.test.ts, stderr of balance',
      'Số điện thoại: stage/a.csv',
      'Số điện thoại: stage/e.txt',
      'Số điện thoại: stage/f.txt',
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
