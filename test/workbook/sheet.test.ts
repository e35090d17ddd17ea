import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unpack, Zip } from '../../src/intake/workbook-zip.ts';
import { SMALL_BOOK } from '../support/transcript.ts';
import { Stage } from '../support/play.ts';
import { load, recalculated, resultOf, rowStarting, textOf } from './read.ts';

interface Signed {
  readonly signed: number;
  readonly total: number;
  readonly unsigned: number;
  readonly proxies: number;
  readonly left: readonly string[];
  readonly removed: readonly string[];
}
interface Refused {
  readonly error: {
    readonly code: string;
    readonly facts: {
      readonly sheet?: string;
      readonly rows?: readonly { sheet?: string; cell?: string; code: string; row: number }[];
    };
  };
}

let stage: Stage;
const ON = '--on 15/01/2024';

beforeEach(async () => {
  stage = new Stage();
  for (const line of SMALL_BOOK) await stage.data(line);
});
afterEach(() => {
  stage.strike();
});

/** Five people of two units, paid; one of them by two funds. */
async function paidRound(): Promise<void> {
  await stage.data('member add --code M5 --name "=HYPERLINK(\'x\')" --unit BVA');
  const list = [
    'Mã,Họ và tên,Đối tượng,TET,TINH',
    'M1,Nguyễn Thị Ánh,HCKK,500.000,300.000',
    'M2,Trần Văn Bình,HCKK,500.000,',
    'M3,Lê Thị Đào,HCKK,500.000,',
    'M4,Phạm Hòa,HCKK,500.000,',
    "M5,=HYPERLINK('x'),HCKK,500.000,",
  ];
  stage.write('qua.csv', list.map((row) => row.replace(/(\d)\.(\d{3})\.?/g, '$1$2')).join('\n'));
  await stage.data('gift import qua.csv --round tet');
  await stage.data(`gift approve --round tet --decision 1/QĐ ${ON} --by "Nguyễn Văn An"`);
  await stage.data('gift pay --round tet --from TET:cash --on 20/01/2024');
  await stage.data('gift pay --round tet --from TINH:cash --on 20/01/2024');
}

async function printed(line: string): Promise<ExcelJS.Workbook> {
  await stage.data(`gift sheet ${line} -o tờ.xlsx`);
  return load(stage.read('tờ.xlsx'));
}

function sheetOf(workbook: ExcelJS.Workbook, unit: string): ExcelJS.Worksheet {
  const found = workbook.worksheets.find((sheet) => sheet.name.startsWith(unit));
  if (found === undefined) throw new Error(`no sheet of ${unit}`);
  return found;
}

/** Writes into a row's cell under a heading: the row of an award, by its code. */
function fill(sheet: ExcelJS.Worksheet, code: string, cells: Readonly<Record<string, string>>): number {
  const heading = sheet.getRow(rowStarting(sheet, 'STT'));
  for (let row = heading.number + 1; row <= sheet.rowCount; row++) {
    if (sheet.getCell(row, 2).text !== code) continue;
    for (const [title, text] of Object.entries(cells)) {
      const at = (heading.values as unknown[]).indexOf(title);
      if (at < 1) throw new Error(`no column ${title}`);
      sheet.getCell(row, at).value = text;
    }
    return row;
  }
  throw new Error(`no row of ${code}`);
}

async function handIn(workbook: ExcelJS.Workbook, more = ''): Promise<{ data?: Signed } & Partial<Refused>> {
  stage.write('nop.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
  const played = await stage.run([
    'gift',
    'sign',
    '--round',
    'tet',
    '--list',
    'nop.xlsx',
    ...more.split(' ').filter(Boolean),
    '--json',
  ]);
  return JSON.parse(played.stdout) as { data?: Signed } & Partial<Refused>;
}

/** A part of the workbook as it is stored. */
async function xmlOf(name: string): Promise<string> {
  const zip = await Zip.open('tờ.xlsx', join(stage.folder, 'tờ.xlsx'));
  const part = await zip.part(name);
  if (part === undefined) throw new Error(`no part ${name}`);
  const chunks: Buffer[] = [];
  for await (const chunk of unpack(part, 1_000_000)) chunks.push(chunk);
  zip.close();
  return Buffer.concat(chunks).toString('utf8');
}

describe('the list to sign', () => {
  test('has a sheet a unit, a code a row, a column a payer, and the sums of both', async () => {
    await paidRound();
    const workbook = await printed('--round tet');
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      'BVA CĐCS Bệnh viện A',
      'TTB CĐCS Trung tâm B',
    ]);
    const sheet = sheetOf(workbook, 'BVA');
    const heading = rowStarting(sheet, 'STT');
    const titles = (sheet.getRow(heading).values as unknown[]).slice(1);
    expect(titles).toEqual(
      ['STT', 'Mã', 'Họ và tên', 'Đối tượng', 'TET', 'TINH', 'Thành tiền', 'Ký nhận', 'Ngày nhận'].concat([
        'Người nhận thay',
        'Quan hệ',
        'Giấy tờ',
      ]),
    );
    const total = rowStarting(sheet, 'Tổng cộng (3 người)');
    const sums = [5, 6, 7].map((at) => sheet.getCell(total, at));
    expect(sums.map(resultOf)).toEqual([1_500_000, 300_000, 1_800_000]);
    expect(sums.map((cell) => recalculated(sheet, cell.address))).toEqual([1_500_000, 300_000, 1_800_000]);
    expect(textOf(sheet)).toContain('Một triệu tám trăm nghìn đồng');
    expect(textOf(sheet)).toContain('Số người ký nhận theo danh sách: 3.');
    expect(textOf(sheet)).toMatch(
      /Mã kiểm soát: [2-9A-Z]{5}-[2-9A-Z]{5} \(cả danh sách: [2-9A-Z]{5}-[2-9A-Z]{5}\)/,
    );
    expect(sheet.headerFooter.oddFooter).toMatch(/Mã kiểm soát: [2-9A-Z]{5}-[2-9A-Z]{5}/);
    // A name that looks like a formula is a name.
    const odd = fill(sheet, 'tet/0005', {});
    expect(sheet.getCell(odd, 3).value).toBe("=HYPERLINK('x')");
    // Of one payer only there is one column of money.
    expect(rowStarting(sheetOf(workbook, 'TTB'), 'Tổng cộng (2 người)')).toBeGreaterThan(0);
    expect((sheetOf(workbook, 'TTB').getRow(heading).values as unknown[])[5]).toBe('Số tiền');
  });

  test('breaks into pages of a fixed number of rows, each with its subtotal', async () => {
    for (let at = 0; at < 27; at++)
      await stage.data(`member add --code N${at} --name "Đoàn viên số ${at}" --unit BVA`);
    const rows = Array.from({ length: 27 }, (_, at) => `N${at},100000`);
    stage.write('qua.csv', ['Mã,Số tiền', ...rows].join('\n'));
    await stage.data('gift import qua.csv --round tet --payer TET');
    await stage.data(`gift approve --round tet --decision 1/QĐ ${ON} --by "Nguyễn Văn An"`);
    const sheet = sheetOf(await printed('--round tet'), 'BVA');
    const pages = ['Cộng trang 1', 'Cộng trang 2', 'Cộng trang 3'].map((text) => rowStarting(sheet, text));
    expect(pages.map((row) => resultOf(sheet.getCell(row, 5)))).toEqual([1_000_000, 1_400_000, 300_000]);
    expect(pages.map((row) => recalculated(sheet, `E${row}`))).toEqual([1_000_000, 1_400_000, 300_000]);
    const total = rowStarting(sheet, 'Tổng cộng');
    expect(recalculated(sheet, `E${total}`)).toBe(2_700_000);
    const broken = [...(await xmlOf('xl/worksheets/sheet1.xml')).matchAll(/<brk id="(\d+)"/g)];
    expect(broken.map(([, id]) => Number(id))).toEqual(pages.slice(0, 2));
  });

  test('of a section is headed by the section, of a unit holds its sections', async () => {
    stage.write('to.csv', 'Mã,Tên đơn vị,Loại,Trực thuộc\nKN,Tổ CĐ Khoa Nội,tổ công đoàn,BVA\n');
    await stage.data('unit import to.csv');
    await stage.data('member add --code M9 --name "Vũ Thị Lan" --unit KN');
    for (const member of ['M1', 'M9'])
      await stage.data(
        `gift open --round tet --member ${member} --amount 500.000 --payer TET --on 10/01/2024`,
      );
    await stage.data(`gift approve --round tet --decision 1/QĐ ${ON} --by "Nguyễn Văn An"`);
    await stage.data('gift pay --round tet --from TET:cash --on 20/01/2024');
    const whole = await printed('--round tet');
    expect(whole.worksheets.map((sheet) => sheet.name)).toEqual(['BVA CĐCS Bệnh viện A']);
    expect(textOf(sheetOf(whole, 'BVA'))).toContain('Tổ CĐ Khoa Nội');
    const part = await printed('--round tet --unit KN');
    fill(sheetOf(part, 'KN'), 'tet/0002', { 'Ký nhận': 'x' });
    expect((await handIn(part)).data).toMatchObject({ signed: 1, left: [] });
    expect((await handIn(part, '--unit BVA')).data).toMatchObject({ signed: 0, unsigned: 1 });
  });
});

describe('the list that came back', () => {
  beforeEach(paidRound);

  test('records marks, days and proxies; who has no row any more is named', async () => {
    const workbook = await printed('--round tet');
    const sheet = sheetOf(workbook, 'BVA');
    fill(sheet, 'tet/0001', { 'Ký nhận': 'x', 'Ngày nhận': '25/01/2024' });
    const proxy = { 'Người nhận thay': 'Trần Thị Hạnh', 'Quan hệ': 'vợ', 'Giấy tờ': 'GUQ-01' };
    fill(sheet, 'tet/0002', { 'Ký nhận': 'x', ...proxy });
    sheet.spliceRows(fill(sheet, 'tet/0005', {}), 1);
    const { data } = await handIn(workbook);
    expect(data).toMatchObject({
      signed: 2,
      total: 1_300_000,
      unsigned: 3,
      proxies: 1,
      left: ['tet/0003', 'tet/0004', 'tet/0005'],
      removed: ['tet/0005'],
    });
    const asked = await stage.data<{ questions: { question: string; subjects: string[] }[] }>(
      'check --as inspector --period 2024-01 --sample 1',
    );
    expect(asked.questions.find(({ question }) => question === 'proxy')?.subjects).toEqual(['tet/0002']);
    const checked = await stage.run(['check', '--rule', 'R03', '--period', '2024-01', '--json']);
    const { data: found } = JSON.parse(checked.stdout) as { data: { findings: { subject: string }[] } };
    expect(found.findings.map(({ subject }) => subject)).toEqual([
      'tet/0003',
      'tet/0004',
      'tet/0005',
      // One of two signed by another.
      'tet/BVA',
    ]);
    // The same file again, with more marks, adds only what is new.
    fill(sheetOf(workbook, 'TTB'), 'tet/0003', { 'Ký nhận': 'x' });
    expect((await handIn(workbook)).data).toMatchObject({ signed: 1, total: 500_000, unsigned: 2 });
  });

  test('is refused whole where awards changed since it was printed, by the sheet', async () => {
    const workbook = await printed('--round tet');
    fill(sheetOf(workbook, 'BVA'), 'tet/0001', { 'Ký nhận': 'x' });
    await stage.data('gift return --case tet/0003 --on 22/01/2024 --reason "Không ai nhận"');
    const { error } = await handIn(workbook);
    expect(error?.code).toBe('sheet.control');
    expect(error?.facts.sheet).toBe('TTB CĐCS Trung tâm B');
  });

  test('is refused where a control code is not its sheet’s', async () => {
    const workbook = await printed('--round tet');
    const sheet = sheetOf(workbook, 'BVA');
    const row = rowStarting(sheet, 'Mã kiểm soát');
    const text = sheet.getCell(row, 1).text;
    sheet.getCell(row, 1).value = text.replace(/: ./, (all) => (all.endsWith('K') ? ': L' : ': K'));
    expect((await handIn(workbook)).error?.code).toBe('sheet.control');
    sheet.getCell(row, 1).value = '';
    expect((await handIn(workbook)).error?.code).toBe('sheet.control');
  });

  test('takes each sheet once', async () => {
    const workbook = await printed('--round tet --unit TTB');
    const again = workbook.addWorksheet('bản sao');
    sheetOf(workbook, 'TTB').eachRow((row) => {
      again.getRow(row.number).values = row.values;
    });
    expect((await handIn(workbook)).error).toMatchObject({
      code: 'sheet.repeated',
      facts: { sheet: 'bản sao' },
    });
  });

  test('of one distributor signs for what that distributor carried, and for nothing else', async () => {
    await stage.data('member add --code M7 --name "Đỗ Thị Mai" --unit TTB');
    stage.write('them.csv', 'Mã,TET,TINH\nM7,500000,300000\n');
    await stage.data('gift import them.csv --round tet');
    await stage.data('gift approve --round tet --decision 2/QĐ --on 16/01/2024 --by "Nguyễn Văn An"');
    const { voucher } = await stage.data<{ voucher: string }>(
      'gift pay --round tet --from TET:cash --on 22/01/2024 --handed-to "Lê Văn Bình" --due 10/02/2024',
    );
    await stage.data('gift pay --round tet --from TINH:cash --on 22/01/2024');
    const workbook = await printed(`--round tet --advance ${voucher}`);
    const sheet = sheetOf(workbook, 'TTB');
    expect(textOf(sheet)).toContain(`Người phát: Lê Văn Bình (tạm ứng theo ${voucher} ngày 22/01/2024)`);
    fill(sheet, 'tet/0006', { 'Ký nhận': 'x' });
    expect((await handIn(workbook)).data).toMatchObject({ signed: 1, total: 500_000, left: [], removed: [] });
    const { open, units } = await stage.data<{ open: number; units: object[] }>(`advance show ${voucher}`);
    expect(open).toBe(0);
    expect(units).toEqual([
      { unit: 'TTB', awards: 1, handed: 500_000, signed: 500_000, returned: 0, open: 0 },
    ]);
    // What the other payer gave at the table is still to be signed for.
    const rest = await printed('--round tet --unit TTB');
    fill(sheetOf(rest, 'TTB'), 'tet/0006', { 'Ký nhận': 'x' });
    expect((await handIn(rest)).data).toMatchObject({ signed: 1, total: 300_000 });
  });

  test('tells every fault of every sheet by its cell', async () => {
    const workbook = await printed('--round tet');
    const [one, two] = [sheetOf(workbook, 'BVA'), sheetOf(workbook, 'TTB')];
    const rows = [
      fill(one, 'tet/0001', { 'Ký nhận': 'x', 'Người nhận thay': 'Trần Thị Hạnh' }),
      fill(one, 'tet/0002', { 'Ký nhận': 'có lẽ' }),
      fill(one, 'tet/0005', { 'Ký nhận': 'x', 'Thành tiền': '400000' }),
      fill(two, 'tet/0003', { 'Ký nhận': 'x', 'Ngày nhận': '19/01/2024' }),
      fill(two, 'tet/0004', { 'Quan hệ': 'con', Mã: 'tet/0099' }),
    ];
    const { error } = await handIn(workbook);
    expect(error?.code).toBe('input.rows');
    const found = error?.facts.rows?.map(({ sheet, cell, code }) => `${sheet?.slice(0, 3)} ${cell} ${code}`);
    expect(found?.toSorted()).toEqual(
      [
        `BVA K${rows[0]} proxy.relation`,
        `BVA H${rows[1]} signed.unclear`,
        `BVA G${rows[2]} award.amount`,
        `TTB G${rows[3]} signed.early`,
        `TTB B${rows[4]} award.unknown`,
        `TTB F${rows[4]} signed.unclear`,
        `TTB H${rows[4]} proxy.name`,
      ].toSorted(),
    );
  });
});
