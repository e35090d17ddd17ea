import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage, wordsOf } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';
import { formulas, load, recalculated, resultOf, rowStarting, textOf } from './read.ts';

const stage = new Stage();

beforeAll(async () => {
  for (const line of [
    ...SMALL_BOOK,
    'goods add QUATET --name "Suất quà Tết" --measure suất',
    'goods add PHIEU --name "Phiếu mua hàng" --measure phiếu --face 500.000',
    'goods buy --fund TET --item QUATET --quantity 3 --amount 1.000.000 --on 15/01/2024 --party "Siêu thị Minh Cầu"',
    'goods buy --fund TET --item PHIEU --quantity 2 --amount 1.000.000 --on 15/01/2024 --serials A001-A002',
    'goods give --fund TET --item QUATET --quantity 2 --on 16/01/2024 --to BVA --party "Lê Thị Đào"',
    'goods give --fund TET --item PHIEU --quantity 1 --serials A002 --on 16/01/2024 --to BVA',
    'goods reverse XK-TET-2024-0002 --reason "Ghi nhầm"',
    'gift open --member M1 --round tet --category HCKK',
    'gift approve --round tet --decision 12/QĐ --on 16/01/2024 --by "Nguyễn Văn An"',
    'gift pay --round tet --from TET:cash --on 17/01/2024',
    'advance pay --fund TET --amount 1.000.000 --on 18/01/2024 --holder "Lê Văn Bình" --due 20/02/2024',
    'receipt add --fund CHO --to bank --amount 350.000 --on 20/01/2024 --note "Không rõ người gửi"',
    'cash count --on 31/01/2024 --total 3.505.000 --by "Trần Thị Hòa" --by "Phạm Thị Cúc" --settle',
    'handover --role cashier --to "Vũ Thị Mai" --on 01/02/2024 -o ban-giao.xlsx',
    'voucher print NK-TET-2024-0001 --and XK-TET-2024-0002 XK-TET-2024-0003 -o kho.xlsx',
  ])
    await stage.data(line);
}, 60_000);
afterAll(() => {
  stage.strike();
});

test('a handover says all that is open, and its totals are the balance’s', async () => {
  const workbook = await load(stage.read('ban-giao.xlsx'));
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    'Biên bản',
    'Kiểm kê',
    'Tạm ứng',
    'Chưa ký nhận',
    'Sao kê chưa khớp',
    'Chờ xác định',
    'Việc có hạn',
    'Hiện vật',
    'Số chứng từ',
    'Nguồn số liệu',
  ]);
  const [minutes] = workbook.worksheets;
  if (minutes === undefined) throw new TypeError('no minutes');
  for (const part of [
    'BIÊN BẢN BÀN GIAO',
    'Công việc thủ quỹ',
    'Trần Thị Hòa',
    'Vũ Thị Mai',
    'BÊN GIAO',
    'BÊN NHẬN',
    'CHỨNG KIẾN',
    'Nguyễn Văn An',
    'Nam Sơn, ngày 01 tháng 02 năm 2024',
  ])
    expect(textOf(minutes)).toContain(part);
  const { funds } = await stage.data<{ funds: { closing: number }[] }>('balance --as-of 01/02/2024');
  // What is advanced is no money in a place.
  const money = funds.reduce((sum, fund) => sum + fund.closing, 0) - 1_000_000;
  expect(resultOf(minutes.getCell(rowStarting(minutes, 'Tổng cộng'), 5))).toBe(money);
  for (const sheet of workbook.worksheets) {
    const all = formulas(sheet);
    expect(all.map(({ cell }) => recalculated(sheet, cell))).toEqual(all.map(({ result }) => result));
  }
  const shown = (name: string) => textOf(workbook.getWorksheet(name) ?? expect.fail(name));
  expect(shown('Kiểm kê')).toContain('Trần Thị Hòa, Phạm Thị Cúc');
  expect(shown('Tạm ứng')).toContain('PC-TET-2024-0004');
  expect(shown('Chưa ký nhận')).toContain('Nguyễn Thị Ánh');
  expect(shown('Sao kê chưa khớp')).toContain('Không có.');
  expect(shown('Chờ xác định')).toContain('BC-CHO-2024-0001');
  expect(shown('Việc có hạn')).toContain('Thanh toán tạm ứng');
  expect(shown('Hiện vật')).toContain('Suất quà Tết');
  expect(shown('Số chứng từ')).toContain('XK-TET-2024-0003');
});

test('the new cashier signs from the day on, and the old one before it', async () => {
  for (const [day, name] of [
    ['31/01/2024', 'Trần Thị Hòa'],
    ['01/02/2024', 'Vũ Thị Mai'],
  ]) {
    await stage.data(`report cash-count --on ${day} -o kiem-ke.xlsx`);
    const [sheet] = (await load(stage.read('kiem-ke.xlsx'))).worksheets;
    if (sheet === undefined) throw new TypeError('no sheet');
    const closing = textOf(sheet).split('THỦ QUỸ')[1] ?? '';
    expect(closing).toContain(name);
  }
});

test('a rehearsed handover writes no file and changes nobody', async () => {
  const before = await stage.data<{ head: string }>('verify');
  const [line, file] = ['handover --role chair --to "Lê Thị Đào" --on 01/03/2024 -o thu.xlsx', 'thu.xlsx'];
  await stage.data(`${line} --dry-run`);
  expect(() => stage.read(file)).toThrow('ENOENT');
  expect((await stage.data<{ head: string }>('verify')).head).toBe(before.head);
});

test('a pack that cannot be written changes nothing', async () => {
  const before = await stage.data<{ head: string }>('verify');
  const folder = mkdtempSync(join(tmpdir(), 'phucloi-test-'));
  writeFileSync(join(folder, 'file'), '');
  const line = `handover --role chair --to "Lê Thị Đào" --on 01/03/2024 -o ${folder}/file/ban-giao.xlsx`;
  const played = await stage.run(wordsOf(line));
  rmSync(folder, { recursive: true });
  expect(played.stderr).toContain('ban-giao.xlsx');
  expect(played.exit).toBe(3);
  expect((await stage.data<{ head: string }>('verify')).head).toBe(before.head);
});

test('goods vouchers show quantity, measure and cost; one that was taken back is void', async () => {
  const workbook = await load(stage.read('kho.xlsx'));
  const [received, given, back] = workbook.worksheets;
  if (received === undefined || given === undefined || back === undefined) throw new TypeError('no sheets');
  for (const part of ['PHIẾU NHẬP KHO', 'Suất quà Tết', 'suất', 'Siêu thị Minh Cầu', 'THỦ KHO'])
    expect(textOf(received)).toContain(part);
  expect(textOf(received)).not.toContain('HỦY');
  const row = rowStarting(received, 'STT') + 1;
  expect(received.getCell(row, 5).value).toBe(3);
  expect(received.getCell(row, 6).value).toBe(1_000_000);
  for (const part of ['PHIẾU XUẤT KHO', 'HỦY', 'Số sê-ri: A002.']) expect(textOf(given)).toContain(part);
  expect(back.getCell(rowStarting(back, 'STT') + 1, 5).value).toBe(-1);
});
