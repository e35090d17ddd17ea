import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBytes } from '../../src/files/read.ts';
import { Stage } from '../support/play.ts';

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  await stage.data('init --name "Công đoàn" --from 2024-09');
});

afterEach(() => {
  stage.strike();
});

/** A list as offices make it: titles merged over it, a heading on the sixth row, a total, its words, signatures. */
async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<void> {
  const book = new ExcelJS.Workbook();
  const hidden = book.addWorksheet('Nháp', { state: 'hidden' });
  hidden.addRow(['Ngày', 'Tên', 'Số tiền']);
  const sheet = book.addWorksheet('Danh sách');
  sheet.mergeCells('A1:B1');
  sheet.getCell('A1').value = 'ỦY BAN';
  sheet.mergeCells('A4:D4');
  sheet.getCell('A4').value = 'DANH SÁCH ỦNG HỘ';
  sheet.getRow(6).values = ['STT', 'NGÀY', 'TÊN ĐƠN VỊ, CÁ NHÂN', 'SỐ TIỀN'];
  fill(sheet);
  stage.write('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
}

test('amounts as text and as numbers, days as text and as dates, a total, words and signatures', async () => {
  await workbook((sheet) => {
    sheet.getRow(7).values = [1, '23/09/2024', 'Trường Tiểu học\nSố 1', '100.000'];
    sheet.getRow(8).values = [2, new Date('2024-09-23T00:00:00Z'), 'Mạnh thường quân', 200_000];
    sheet.getRow(9).values = [
      3,
      '24/9/2024',
      { richText: [{ text: 'Công ' }, { text: 'ty A' }] },
      '6.000.000',
    ];
    sheet.getRow(10).values = [4, '24/9/2024', 'Tổng công ty B', { formula: 'D8*2', result: 400_000 }];
    sheet.getRow(11).values = ['', '', 'Tổng', { formula: 'SUM(D7:D10)', result: 6_700_000 }];
    sheet.getRow(12).values = ['Bằng chữ: Sáu triệu bảy trăm nghìn đồng'];
    sheet.getRow(14).values = ['', '', 'Người lập', 'Thủ quỹ'];
  });
  const answer = await stage.data('contribution import a.xlsx --fund MAIAM');
  expect(answer).toMatchObject({
    rows: 4,
    accepted: 4,
    total: 6_700_000,
    vouchers: ['PT-MAIAM-2024-0001', 'PT-MAIAM-2024-0002'],
  });
});

test('the same list as CSV is the same document', async () => {
  await workbook((sheet) => {
    sheet.getRow(7).values = [1, new Date('2024-09-23T00:00:00Z'), 'Trường Tiểu học\nSố 1', 100_000];
  });
  stage.write(
    'a.csv',
    'STT,NGÀY,"TÊN ĐƠN VỊ, CÁ NHÂN",SỐ TIỀN\n1,23/09/2024,"Trường Tiểu học\nSố 1",100.000\n',
  );
  await stage.data('contribution import a.csv --fund MAIAM');
  expect(await stage.data('contribution import a.xlsx --fund MAIAM')).toMatchObject({
    accepted: 0,
    duplicates: 1,
  });
});

test('a total without a computed value says nothing; a row without one is refused', async () => {
  await workbook((sheet) => {
    sheet.getRow(7).values = [1, '23/09/2024', 'Một', 100_000];
    sheet.getRow(8).values = ['', '', 'Tổng', { formula: 'SUM(D7:D7)' }];
  });
  expect(await stage.data('contribution import a.xlsx --fund MAIAM')).toMatchObject({ accepted: 1 });
  await workbook((sheet) => {
    sheet.getRow(7).values = [1, '23/09/2024', 'Một', { formula: '50000*2' }];
  });
  const played = await stage.run(['contribution', 'import', 'a.xlsx', '--fund', 'XHTT', '--json']);
  expect(played.exit).toBe(4);
  expect(played.stdout).toContain('cell.formula');
});

test('a printed total that is off refuses the workbook', async () => {
  await workbook((sheet) => {
    sheet.getRow(7).values = [1, '23/09/2024', 'Một', 100_000];
    sheet.getRow(8).values = ['', '', 'Tổng cộng', 1_000_000];
  });
  const played = await stage.run(['contribution', 'import', 'a.xlsx', '--fund', 'XHTT', '--json']);
  expect([played.exit, played.stdout.includes('input.total')]).toEqual([4, true]);
});

test('of several sheets one is named, or the workbook is refused (input.sheets)', async () => {
  const book = new ExcelJS.Workbook();
  for (const [name, amount] of [
    ['Tháng 9', 100_000],
    ['Ghi chú', 7],
  ] as const) {
    const sheet = book.addWorksheet(name);
    sheet.addRow(['Ngày', 'Tên', 'Số tiền']);
    sheet.addRow(['23/09/2024', 'Một', amount]);
  }
  stage.write('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
  const line = ['contribution', 'import', 'a.xlsx', '--fund', 'XHTT', '--json'];
  const played = await stage.run(line);
  expect([played.exit, played.stdout.includes('input.sheets')]).toEqual([4, true]);
  expect(JSON.parse((await stage.run([...line, '--sheet', 'Tháng 9'])).stdout)).toMatchObject({
    data: { accepted: 1, total: 100_000 },
  });
});

test('a formula whose value is 0 is computed', async () => {
  await workbook((sheet) => {
    sheet.getRow(7).values = [1, '23/09/2024', 'Một', { formula: 'D9-D9', result: 0 }];
  });
  const played = await stage.run(['contribution', 'import', 'a.xlsx', '--fund', 'XHTT', '--json']);
  expect(played.stdout).toContain('amount.missing');
});

test('a damaged workbook is refused, not half-read', async () => {
  await workbook((sheet) => {
    sheet.getRow(7).values = [1, '23/09/2024', 'Một', 100_000];
  });
  stage.write('b.xlsx', stage.read('a.xlsx').subarray(0, 3000));
  const played = await stage.run(['contribution', 'import', 'b.xlsx', '--fund', 'XHTT', '--json']);
  expect([played.exit, played.stdout.includes('input.format')]).toEqual([4, true]);
});

test('a file over the limit is refused unread (input.size)', () => {
  const path = stage.write('lon.csv', 'x'.repeat(2000));
  expect(() => readBytes(path, 1000)).toThrow('input.size');
});
