import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayBefore, firstDay, lastDay } from '../../src/domain/day.ts';
import { Refusal } from '../../src/domain/failure.ts';
import { fundLines } from '../../src/domain/reconcile.ts';
import { monthSpan } from '../../src/domain/span.ts';
import { PAPER_TEXTS } from '../../src/render/papers/texts.ts';
import { gathered } from '../../src/render/xlsx/archive.ts';
import { renderWorkbook } from '../../src/render/xlsx/paper.ts';
import { reverseEntry } from '../../src/usecase/entry-reverse.ts';
import { countPaper, voucherPaper } from '../../src/usecase/papers.ts';
import { disbursementsReported } from '../../src/usecase/report-disbursements.ts';
import type { Reader } from '../../src/usecase/port/ports.ts';
import { day, makeBook, month, payRound, type Made } from './fixture.ts';
import {
  formulas,
  headings,
  load,
  onlySheet,
  recalculated,
  reread,
  resultOf,
  rowStarting,
  sumColumn,
  textOf,
} from './read.ts';

let made: Made;
let paid: Awaited<ReturnType<typeof payRound>>;
const today = day('2026-02-01');

beforeAll(async () => {
  made = await makeBook(20);
  paid = await payRound(made);
});
afterAll(() => {
  made.book.close();
});

const disbursementPaper = async (...given: Parameters<typeof disbursementsReported>) =>
  (await disbursementsReported(...given)).paper;

const read = <T>(fn: (reader: Reader) => Promise<T>): Promise<T> => made.book.read(fn);

/** What the ledger says own and held funds disbursed in a month, in đồng. */
function ledger(reader: Reader, period: string): Promise<{ own: number; held: number }> {
  const [from, to] = [firstDay(month(period)), lastDay(month(period))];
  return Promise.all([
    reader.funds(),
    reader.turnovers({ to: dayBefore(from) }),
    reader.turnovers({ from, to }),
  ]).then(([funds, before, within]) => {
    const lines = fundLines(funds, before, within);
    const of = (kind: string) =>
      lines.filter((line) => line.fund.kind === kind).reduce((sum, line) => sum + line.disbursements, 0);
    return { own: of('own'), held: of('held') };
  });
}

describe('disbursement report', () => {
  test('its totals are the ledger’s, and its formulas work out to what is stored', async () => {
    const { paper, booked } = await read(async (reader) => ({
      paper: await disbursementPaper(reader, { period: monthSpan(month('2026-01')) }, today),
      booked: await ledger(reader, '2026-01'),
    }));
    const sheet = onlySheet(await reread(paper));
    const figure = (label: string) => resultOf(sheet.getCell(rowStarting(sheet, label), sumColumn(sheet)));
    expect(booked.own).toBeGreaterThan(0);
    expect(booked.held).toBeGreaterThan(0);
    expect(figure('Chi từ quỹ của đơn vị')).toBe(booked.own);
    expect(figure('Chi hộ từ tiền giữ hộ')).toBe(booked.held);
    const outside = figure('Nguồn khác chi trực tiếp') ?? 0;
    expect(figure('Tổng chăm lo mọi nguồn')).toBe(booked.own + booked.held + outside);
    expect(figure('Tổng cộng (20 người)')).toBe(booked.own + booked.held + outside);
    const all = formulas(sheet);
    expect(all.length).toBeGreaterThan(15);
    expect(all.map(({ cell }) => recalculated(sheet, cell))).toEqual(all.map(({ result }) => result));
  });

  test('says the round, the decision, one row an award, and who signs', async () => {
    const paper = await read((reader) => disbursementPaper(reader, { round: 'TET-2026' }, today));
    const sheet = onlySheet(await reread(paper));
    const text = textOf(sheet);
    for (const part of [
      'LIÊN ĐOÀN LAO ĐỘNG TỈNH THÁI NGUYÊN',
      'CÔNG ĐOÀN NGÀNH Y TẾ TỈNH THÁI NGUYÊN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'BÁO CÁO CHI QUÀ CHO ĐOÀN VIÊN, NGƯỜI LAO ĐỘNG',
      'Đợt: Quà Tết Bính Ngọ 2026 (tet-2026)',
      'Theo Quyết định số 12/QĐ-CĐYT ngày 15/01/2026',
      'Đơn vị tính: đồng',
      'Tổng số tiền (bằng chữ): Mười bốn triệu năm trăm nghìn đồng./.',
      'Số người được nhận: 20. Số suất: 20; đã ký nhận: 19.',
      'Thái Nguyên, ngày 01 tháng 02 năm 2026',
      'Nguyễn Thị Thanh Hòa',
      '(Ký, họ tên, đóng dấu)',
    ]) {
      expect(text).toContain(part);
    }
    const heading = rowStarting(sheet, 'STT');
    const rows = [];
    for (let row = heading + 1; !sheet.getCell(row, 1).text.startsWith('Tổng cộng'); row++) {
      if (typeof sheet.getCell(row, 1).value === 'number') rows.push(sheet.getRow(row));
    }
    expect(rows).toHaveLength(20);
    const [first] = rows;
    expect(first?.getCell(3).value).toBe('Nguyễn Văn Bình');
    expect(headings(sheet).slice(5, 9)).toEqual(['TET', 'TINH', 'Hiện vật', 'Cộng']);
    expect([6, 7].map((at) => first?.getCell(at).value)).toEqual([500_000, 300_000]);
    expect(first?.getCell(7).numFmt).toBe('#,##0');
    expect(first?.getCell(12).value).toEqual(new Date('2026-01-22T00:00:00Z'));
    expect(first?.getCell(12).numFmt).toBe('dd/mm/yyyy');
    const unsigned = rows.find((row) => row.getCell(2).value === 'DV0003');
    expect(unsigned?.getCell(13).value).toBeNull();
    const { pageSetup, views } = sheet;
    expect(pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
    });
    expect(pageSetup.fitToHeight).toBe(0);
    expect(pageSetup.printTitlesRow).toBe(`${heading}:${heading}`);
    expect(views[0]).toMatchObject({ state: 'frozen', ySplit: heading });
    expect(sheet.headerFooter.oddFooter).toContain('&P');
  });

  test('the same book makes the same bytes', async () => {
    const render = () =>
      read(async (reader) => {
        const paper = await disbursementPaper(reader, { round: 'tet-2026' }, today);
        return gathered(renderWorkbook(paper, PAPER_TEXTS.vi));
      });
    const first = await render();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(Buffer.compare(first, await render())).toBe(0);
    const workbook = await load(first);
    expect(workbook.created).toEqual(new Date('2026-02-01T00:00:00Z'));
  });

  test('needs a round or a month', async () => {
    await expect(read((reader) => disbursementPaper(reader, {}, today))).rejects.toBeInstanceOf(Refusal);
  });
});

describe('a payment taken back in a later month', () => {
  test('stands negative in that month, and every month’s report is still the ledger’s', async () => {
    const other = await makeBook(6);
    await payRound(other);
    const { session, book } = other;
    const entry = await book.read(async (reader) => {
      const [benefit] = await reader.entries({
        from: day('2026-01-01'),
        to: day('2026-01-31'),
        kind: 'benefit',
      });
      return benefit?.id ?? 0;
    });
    // A closed January keeps its paper; the mistake is taken back in February.
    await session.book.withEntity(
      { command: 'close', actor: 'test', recordedAt: session.recordedAt, dryRun: false },
      (writer) => writer.addPeriodEvent({ month: month('2026-01'), kind: 'close', reason: '', by: 'test' }),
    );
    await reverseEntry({ ...session, today: day('2026-02-10') }, entry, 'chi nhầm');
    for (const period of ['2026-01', '2026-02']) {
      const { paper, booked } = await book.read(async (reader) => ({
        paper: await disbursementPaper(reader, { period: monthSpan(month(period)) }, day('2026-03-01')),
        booked: await ledger(reader, period),
      }));
      const sheet = onlySheet(await reread(paper));
      const own = resultOf(sheet.getCell(rowStarting(sheet, 'Chi từ quỹ của đơn vị'), sumColumn(sheet)));
      const negative = textOf(sheet).includes('Số âm là khoản đã chi');
      expect({ period, own, negative }).toEqual({ period, own: booked.own, negative: period === '2026-02' });
    }
    book.close();
  });
});

describe('vouchers', () => {
  test('one sheet each: party, accounts of the chart, amount in figures and words, signers', async () => {
    const codes = ['PC-TET-2026-0001', 'PT-TET-2026-0001', paid.transfer, paid.advance];
    const workbook = await reread(await read((reader) => voucherPaper(reader, codes)));
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(codes);
    const texts = workbook.worksheets.map(textOf);
    expect(texts[0]).toContain('PHIẾU CHI');
    expect(texts[0]).toContain('Mẫu số: C41-BB');
    expect(texts[0]).toContain('(theo danh sách kèm theo)');
    expect(texts[0]).toContain('Nợ: 6118');
    expect(texts[0]).toContain('Có: 111');
    expect(texts[0]).toContain('NGƯỜI NHẬN TIỀN');
    expect(texts[1]).toContain('PHIẾU THU');
    expect(texts[1]).toContain('Mẫu số: C40-BB');
    expect(texts[1]).toContain('Công ty Cổ phần Dược Thái Nguyên');
    expect(texts[1]).toContain('Hai mươi lăm triệu đồng./.');
    expect(texts[2]).toContain('PHIẾU KẾ TOÁN');
    expect(texts[2]).toContain('Một triệu đồng./.');
    expect(texts[2]).not.toContain('Mẫu số');
    expect(texts[3]).toContain('Nợ: 141');
    for (const sheet of workbook.worksheets) expect(sheet.pageSetup.fitToHeight).toBe(1);
    const receipt = workbook.getWorksheet('PT-TET-2026-0001');
    if (receipt === undefined) throw new Error('no receipt');
    const amount = receipt.getCell(rowStarting(receipt, 'Số tiền:'), 5);
    expect(amount.value).toBe(25_000_000);
    expect(amount.numFmt).toBe('#,##0 "đồng"');
  });

  test('a cancelled one prints HỦY', async () => {
    const other = await makeBook(4);
    const { session, book } = other;
    const entry = await book.read(async (reader) => {
      const [first] = await reader.entries({
        from: day('2026-01-01'),
        to: day('2026-01-31'),
        kind: 'contribution',
      });
      return first?.id ?? 0;
    });
    await reverseEntry(session, entry, 'nhập nhầm');
    const workbook = await reread(await book.read((reader) => voucherPaper(reader, ['PT-TET-2026-0001'])));
    expect(textOf(onlySheet(workbook))).toMatch(/^HỦY$/m);
    book.close();
  });

  test('an unknown one is refused', async () => {
    await expect(read((reader) => voucherPaper(reader, ['PC-TET-2026-0999']))).rejects.toMatchObject({
      failure: { code: 'missing' },
    });
  });
});

describe('cash count', () => {
  test('sheets by face value, the book’s balance, the difference', async () => {
    const { paper, balance } = await read(async (reader) => ({
      paper: await countPaper(reader, 'cash', day('2026-01-31')),
      balance: (await reader.turnovers({ to: day('2026-01-31') }))
        .filter((row) => row.place === 1)
        .reduce((sum, row) => sum + row.debit - row.credit, 0),
    }));
    const sheet = onlySheet(await reread(paper));
    const figure = (label: string) => resultOf(sheet.getCell(rowStarting(sheet, label), 4));
    expect(figure('Tổng cộng')).toBe(102_050_000);
    expect(figure('Số tiền kiểm kê thực tế')).toBe(102_050_000);
    expect(figure('Số dư theo sổ')).toBe(balance);
    expect(figure('Chênh lệch')).toBe(102_050_000 - balance);
    const all = formulas(sheet);
    expect(all.map(({ cell }) => recalculated(sheet, cell))).toEqual(all.map(({ result }) => result));
    const text = textOf(sheet);
    expect(text).toContain('Một trăm linh hai triệu không trăm năm mươi nghìn đồng./.');
    for (const name of ['Lê Thị Mỹ', 'Trần Văn Quý', 'Nguyễn Thị Thanh Hòa']) expect(text).toContain(name);
  });

  test('where nothing was counted, a form to fill in', async () => {
    const sheet = onlySheet(
      await reread(await read((reader) => countPaper(reader, 'cash', day('2026-01-30')))),
    );
    expect(sheet.getCell(rowStarting(sheet, 'Chênh lệch'), 4).value).toBeNull();
    expect(sheet.getCell(rowStarting(sheet, 'Tổng cộng'), 4).value).toBeNull();
  });
});
