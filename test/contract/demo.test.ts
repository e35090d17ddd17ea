import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

const stage = new Stage();
let out: string;
let workbooks: number;
let files: readonly string[];

beforeAll(async () => {
  const answer = await stage.data<{ folder: string; commands: number; files: readonly string[] }>(
    'demo --out so-mau',
  );
  out = answer.folder;
  workbooks = answer.files.filter((name) => name.endsWith('.xlsx')).length;
  files = answer.files;
}, 180_000);

afterAll(() => {
  stage.strike();
});

test('every paper of the half-year is written', () => {
  expect(workbooks).toBeGreaterThan(5);
});

test('what is handed in, published and sent is written in every medium, and the pack’s digests hold', () => {
  for (const name of [
    'thang-01',
    'bao-cao-6-thang-2024.pdf',
    'thu-cam-on-6-thang-2024.pdf',
    'cong-khai-6-thang-2024.html',
    'so-quy-tien-mat-2024-01.pdf',
    'trang-thang-2024-06.html',
  ])
    expect(files).toContain(name);
  const cwd = join(out, 'thang-01');
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd });
  for (const name of ['nguoi-nhan', 'ung-ho', 'theo-don-vi', 'bao-cao-chi', 'bien-ban-khoa-so', 'ky-nhan'])
    expect(existsSync(join(cwd, `${name}-2024-01.pdf`)), name).toBe(true);
  // No house had a paper in January: those proposed in May are not in its pack.
  expect(existsSync(join(cwd, 'mai-am-2024-01.pdf'))).toBe(false);
});

test('the sample book has the scale of a provincial health union', async () => {
  const { units } = await stage.data<{ units: { members: number }[] }>(
    `unit list --book ${join(out, 'phucloi.db')}`,
  );
  expect(units.length).toBe(12);
  expect(units.reduce((sum, unit) => sum + unit.members, 0)).toBe(2178);
});

test('344 Tet gifts are 326 × 500,000 and 18 × 1,000,000, all signed for', async () => {
  const line = `gift list --round tet-2024 --book ${join(out, 'phucloi.db')}`;
  const { awards } = await stage.data<{ awards: { total: number; state: string }[] }>(line);
  const count = (total: number) => awards.filter((award) => award.total === total).length;
  expect([awards.length, count(500_000), count(1_000_000)]).toEqual([344, 326, 18]);
  expect(awards.reduce((sum, award) => sum + award.total, 0)).toBe(181_000_000);
  expect(awards.every((award) => award.state === 'signed')).toBe(true);
});

test('8 Union Homes took 180,000,000: 143,410,000 of contributions and the opening balance', async () => {
  const ledger = await stage.data<{ opening: number; in: number; out: number; closing: number }>(
    `ledger fund MAIAM --from 01/01/2024 --to 30/06/2024 --book ${join(out, 'phucloi.db')}`,
  );
  expect(ledger).toMatchObject({ opening: 36_590_000, in: 143_410_000, out: 180_000_000, closing: 0 });
});

test('the half-year is closed, balanced and whole; the list in thousands is flagged and stands as printed', async () => {
  const book = `--book ${join(out, 'phucloi.db')}`;
  const june = await stage.data<{ balanced: boolean; findings: { kind: string }[] }>(
    `reconcile --period 2024-06 ${book}`,
  );
  expect(june.balanced).toBe(true);
  expect(june.findings.map((finding) => finding.kind)).toEqual(['bank.unproved']);
  const january = await stage.data<{ findings: { kind: string; subject: string }[] }>(
    `reconcile --period 2024-01 ${book}`,
  );
  expect(january.findings).toContainEqual(expect.objectContaining({ kind: 'row.magnitude', subject: 'D3' }));
  const late = `contribution add --fund TET --amount 1.000.000 --on 30/06/2024 ${book}`;
  expect((await stage.run(late.split(' '))).exit).toBe(3);
  const { contributions } = await stage.data<{ contributions: { amount: number }[] }>(
    `contribution list --document D3 ${book}`,
  );
  expect(contributions.filter((row) => row.amount === 1_416_882)).toHaveLength(1);
  await stage.data(`verify ${book}`);
});

test('the report’s total is the ledger’s', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(out, 'bao-cao-qua-tet-2024.xlsx'));
  const amounts: unknown[] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.type === ExcelJS.ValueType.Formula) amounts.push(cell.result);
    });
  });
  expect(amounts).toContain(181_000_000);
});
