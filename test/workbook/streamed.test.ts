import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { PAPER_TEXTS } from '../../src/render/papers/texts.ts';
import { gathered } from '../../src/render/xlsx/archive.ts';
import { renderWorkbook } from '../../src/render/xlsx/paper.ts';
import { say } from '../../src/report/papers/line.ts';
import type { Paper, PaperRow, Provenance } from '../../src/report/papers/paper.ts';
import { day, dong, month } from './fixture.ts';
import { cashBook, paperOf, tableOf } from './made.ts';
import { formulas, load, onlySheet, partOf, recalculated, resultOf, rowStarting, textOf } from './read.ts';

const bytesOf = (paper: Paper, limit?: number) =>
  gathered(renderWorkbook(paper, PAPER_TEXTS[paper.language], limit));

function agree(sheets: readonly ExcelJS.Worksheet[]): number {
  const all = sheets.flatMap((sheet) => formulas(sheet).map((each) => ({ sheet, ...each })));
  for (const { sheet, cell, result } of all)
    expect(recalculated(sheet, cell), `${sheet.name}!${cell}`).toBe(result);
  return all.length;
}

describe('a cash book', () => {
  const paper = paperOf([tableOf(cashBook(12), { filter: true })]);

  test('has a balance after every line, from the opening to the end, each made of the one above', async () => {
    const sheet = onlySheet(await load(await bytesOf(paper)));
    const opening = rowStarting(sheet, 'Số dư đầu kỳ');
    const first = opening + 2;
    expect(formulas(sheet).find(({ cell }) => cell === `E${first}`)).toEqual({
      cell: `E${first}`,
      formula: `E${opening}+C${first}-D${first}`,
      result: 1_001_000,
    });
    // Across the sum of a month and the heading of the next.
    const next = rowStarting(sheet, 'Tháng 02') + 1;
    expect(formulas(sheet).find(({ cell }) => cell === `E${next}`)?.formula).toBe(
      `E${next - 3}+C${next}-D${next}`,
    );
    const end = rowStarting(sheet, 'Số dư cuối kỳ');
    expect(formulas(sheet).find(({ cell }) => cell === `E${end}`)?.formula).toBe(`E${end - 3}`);
    expect(resultOf(sheet.getCell(end, 5))).toBe(1_000_000 + 24_000 - 18_000);
    expect(agree([sheet])).toBe(12 + 4 + 2 + 1);
  });

  test('a balance that the lines do not give stays a figure', async () => {
    const rows = cashBook(4).map((row): PaperRow =>
      row.kind === 'line' && row.cells.content === 'Khoản số 2'
        ? { ...row, cells: { ...row.cells, closing: 5 } }
        : row,
    );
    const sheet = onlySheet(await load(await bytesOf(paperOf([tableOf(rows)]))));
    const row = rowStarting(sheet, 'Tháng 01') + 2;
    expect(sheet.getCell(row, 5).value).toBe(5);
    agree([sheet]);
  });

  test('has headings over headings and the letters of the form, repeated and kept in sight', async () => {
    const bytes = await bytesOf(paper);
    const sheet = onlySheet(await load(bytes));
    const texts = (row: number) => [1, 2, 3, 4, 5].map((at) => sheet.getCell(row, at).text);
    expect([1, 2, 3].map(texts)).toEqual([
      ['Ngày', 'Nội dung', 'Số tiền', 'Số tiền', 'Số tiền'],
      ['Ngày', 'Nội dung', 'Thu', 'Chi', 'Tồn'],
      ['A', 'B', '1', '2', '3'],
    ]);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.pageSetup.printTitlesRow).toBe('1:3');
    const total = rowStarting(sheet, 'Tổng cộng');
    const stored = await partOf(bytes, 'xl/workbook.xml');
    expect(stored).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Sổ'!$A$3:$E$${total - 1}</definedName>`,
    );
    expect(stored).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'Sổ'!$A$1:$E$${total + 2}</definedName>`,
    );
    expect(sheet.autoFilter).toBe(`A3:E${total - 1}`);
  });

  test('folds the lines of a month under its sum', async () => {
    const sheet = onlySheet(await load(await bytesOf(paper)));
    const folded = Array.from({ length: sheet.rowCount }, (_, at) => at + 1).filter(
      (row) => sheet.getRow(row).outlineLevel === 1,
    );
    const from = rowStarting(sheet, 'Tháng 01') + 1;
    const next = rowStarting(sheet, 'Tháng 02') + 1;
    expect(folded).toEqual(
      [0, 1, 2, 3, 4, 5].flatMap((at) => [from + at, next + at]).toSorted((a, b) => a - b),
    );
  });

  test('its cells have styles by name, in the language of the book', async () => {
    const vi = await partOf(await bytesOf(paper), 'xl/styles.xml');
    for (const name of ['Số tiền', 'Ngày', 'Tiêu đề cột', 'Tổng cộng'])
      expect(vi).toContain(`<cellStyle name="${name}"`);
    const en = await partOf(await bytesOf({ ...paper, language: 'en' }), 'xl/styles.xml');
    expect(en).toContain('<cellStyle name="Amount"');
  });
});

describe('a sheet that is full', () => {
  test('goes on on the next, below the heading; balances and sums reach over both', async () => {
    const figures = [
      { name: 'all', label: say('all', {}), amount: dong(18_000), plus: ['table'], strong: true },
    ];
    const paper = paperOf([
      tableOf(cashBook(12), { filter: true }),
      { kind: 'figures', figures },
      { kind: 'signatures', signers: [{ role: 'cashier', name: 'Lê Thị Mỹ' }] },
    ]);
    const bytes = await bytesOf(paper, 10);
    const workbook = await load(bytes);
    const sheets = workbook.worksheets;
    expect(sheets.map(({ name }) => name)).toEqual(['Sổ', 'Sổ (2)', 'Sổ (3)', 'Sổ (4)']);
    for (const sheet of sheets.slice(0, 3)) {
      expect(sheet.rowCount).toBeLessThanOrEqual(10);
      expect(sheet.getCell('C2').text).toBe('Thu');
      expect(sheet.pageSetup.printTitlesRow).toBe('1:3');
    }
    expect(agree(sheets)).toBeGreaterThan(12 + 4 + 2);
    const all = sheets.flatMap((sheet) => formulas(sheet));
    expect(
      all.filter(({ formula }) => formula.startsWith('SUBTOTAL') && formula.includes("'Sổ'!")),
    ).not.toEqual([]);
    expect(all.some(({ formula }) => /^'Sổ'!E\d+\+C4-D4$/.test(formula))).toBe(true);
    const lines = sheets.flatMap((sheet) =>
      Array.from({ length: sheet.rowCount }, (_, at) => sheet.getCell(at + 1, 2).text),
    );
    expect(lines.filter((text) => text.startsWith('Khoản số'))).toHaveLength(12);
    expect(await bytesOf(paper, 10)).toEqual(bytes);
  });

  test('a filter is offered on each', async () => {
    const workbook = await load(await bytesOf(paperOf([tableOf(cashBook(12), { filter: true })]), 10));
    expect(workbook.worksheets.map(({ autoFilter }) => autoFilter).slice(0, 2)).toEqual(['A3:E10', 'A3:E10']);
  });
});

describe('rows', () => {
  const line = (at: number): PaperRow => ({
    kind: 'line',
    cells: { day: day('2026-01-01'), content: `Khoản ${at} ${'x'.repeat(at % 40)}`, contributions: at },
  });

  test('go out as they come', async () => {
    let given = 0;
    async function* rows(): AsyncGenerator<PaperRow> {
      for (let at = 0; at < 60_000; at++) {
        given += 1;
        yield await Promise.resolve(line(at));
      }
    }
    const pieces = renderWorkbook(paperOf([tableOf({ [Symbol.asyncIterator]: rows })]), PAPER_TEXTS.vi);
    let bytes = 0;
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > 10_000) break;
    }
    // Once for the widths; of the second time only the beginning.
    expect(given).toBeGreaterThan(60_000);
    expect(given).toBeLessThan(100_000);
  });

  test('that fail end the file with their error', async () => {
    let times = 0;
    async function* rows(): AsyncGenerator<PaperRow> {
      times += 1;
      yield await Promise.resolve(line(1));
      if (times === 2) throw new RangeError('the second reading');
    }
    await expect(bytesOf(paperOf([tableOf({ [Symbol.asyncIterator]: rows })]))).rejects.toThrow(
      'the second reading',
    );
  });
});

describe('text of people', () => {
  const payloads = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "'=1",
    '_x0041_',
    '<b>&"\u0001',
    ' hai  đầu ',
  ];

  test.each(payloads)('%j is text wherever it stands', async (text) => {
    const said = say('text', { text });
    const bytes = await bytesOf(
      paperOf([
        { kind: 'head', above: text, name: text, right: [said, said], number: said, dateline: said },
        { kind: 'title', lines: [said, said], side: [said], stamp: said },
        { kind: 'note', line: said, at: 'left' },
        { kind: 'paragraph', line: said },
        { kind: 'form', fields: [{ label: said, type: 'text', value: text }] },
        tableOf([
          { kind: 'group', label: said, cells: {} },
          { kind: 'line', cells: { content: text } },
          { kind: 'stated', label: said, cells: { closing: 0 } },
          { kind: 'total', label: said, cells: {} },
        ]),
        { kind: 'figures', figures: [{ name: 'a', label: said, amount: dong(1), strong: false }] },
        {
          kind: 'signatures',
          dateline: said,
          copies: [said, said],
          signers: [{ role: 'chair', name: text }],
        },
      ]),
    );
    const stored = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(stored).not.toContain('<f>');
    // Nothing but the days and figures is anything else than text.
    const cells = [...stored.matchAll(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs)].map(([cell]) => cell);
    expect(cells.filter((cell) => cell.includes('<v>'))).toHaveLength(2);
    expect(cells.filter((cell) => cell.includes(' t="inlineStr"')).length).toBeGreaterThan(15);
    const sheet = onlySheet(await load(bytes));
    expect(formulas(sheet)).toEqual([]);
  });

  test('is stored as the format has it', async () => {
    const rows = ['\u0001', '_x0041_', '\r', '\ud800', 'a\nb', ' c', '<&>', '😀'].map(
      (content): PaperRow => ({
        kind: 'line',
        cells: { content },
      }),
    );
    const stored = await partOf(await bytesOf(paperOf([tableOf(rows)])), 'xl/worksheets/sheet1.xml');
    for (const text of ['_x0001_', '_x005F_x0041_', '_xD800_', '&lt;&amp;&gt;', '😀'])
      expect(stored).toContain(`<is><t>${text}</t></is>`);
    for (const text of ['_x000D_', 'a\nb', ' c'])
      expect(stored).toContain(`<is><t xml:space="preserve">${text}</t></is>`);
  });
});

describe('where figures come from', () => {
  const provenance: Provenance = {
    book: '0f1e2d3c-0000-4000-8000-000000000001',
    name: 'CÔNG ĐOÀN NGÀNH Y TẾ',
    from: day('2026-01-01'),
    to: day('2026-01-31'),
    query: 'ledger fund TET --period 2026-01',
    version: '0.1.0',
    head: '0123456789abcdef'.repeat(4),
  };
  const blocks = [{ kind: 'note', line: say('text', { text: 'x' }), at: 'left' }] as const;

  test('stands on a last sheet, and short at the foot of every page', async () => {
    const workbook = await load(await bytesOf(paperOf(blocks, { provenance })));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Sổ', 'Nguồn số liệu']);
    const sheet = workbook.worksheets[1];
    if (sheet === undefined) throw new Error('no sheet');
    const text = textOf(sheet);
    for (const part of [provenance.book, provenance.query, provenance.version, provenance.head])
      expect(text).toContain(part);
    const from = sheet.getRow(rowStarting(sheet, 'Từ ngày'));
    const days = Array.from({ length: 12 }, (_, at) => from.getCell(at + 1).value);
    expect(days).toContainEqual(new Date('2026-01-01T00:00:00Z'));
    for (const each of workbook.worksheets)
      expect(each.headerFooter.oddFooter).toContain('Mã niêm phong: 0123 4567 89ab cdef');
  });

  test('of a closed month names its head', async () => {
    const sealed = { month: month('2026-01'), head: 'aaaa bbbb cccc dddd' };
    const workbook = await load(await bytesOf(paperOf(blocks, { provenance: { ...provenance, sealed } })));
    expect(onlySheet(workbook).headerFooter.oddFooter).toContain(
      'Mã niêm phong tháng 01/2026: aaaa bbbb cccc dddd',
    );
  });

  test('is no sheet of a list that comes back', async () => {
    const workbook = await load(await bytesOf(paperOf(blocks, { provenance, name: 'signing' })));
    expect(workbook.worksheets).toHaveLength(1);
    expect(onlySheet(workbook).headerFooter.oddFooter).toContain('Mã niêm phong');
  });

  test('a foot is never longer than the format takes', async () => {
    const footer = say('text', { text: `2026 ${'&'.repeat(300)}` });
    const paper = paperOf(blocks, { provenance });
    const sheets = paper.sheets.map((sheet) => ({ ...sheet, footer }));
    const foot = onlySheet(await load(await bytesOf({ ...paper, sheets }))).headerFooter.oddFooter ?? '';
    expect(foot.length).toBeLessThanOrEqual(255);
    expect(foot).toContain('&10 2026 &&');
    expect(foot).toMatch(/[^&](&&)*&C&"Times/);
  });
});
