import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookOf, zipOf, type ZipEntry } from '../support/zip.ts';
import { cellOf, filled, paperOf, partsOf, THREE } from './paper.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function written(data: ZipEntry['data']): string {
  if (typeof data !== 'string') throw new TypeError('no text');
  return data;
}

/** A form as Excel keeps one: row 10 is repeated; everything that can tell a row stands somewhere. */
function form(more: { readonly names?: string } = {}): Uint8Array {
  const xml =
    `<dimension ref="A1:F14"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="9" topLeftCell="A10"/><selection activeCell="B12" sqref="B12"/></sheetView></sheetViews><sheetData>` +
    `<row r="1" spans="1:6"><c r="A1" s="1" t="s"><v>0</v></c></row>` +
    `<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" s="2"/></row>` +
    `<row r="9"><c r="A9" t="inlineStr"><is><t>Đầu bảng</t></is></c><c r="F9"><v>100</v></c></row>` +
    `<row r="10" ht="30" customHeight="1"><c r="A10" s="3" t="s"><v>2</v></c><c r="B10" s="4" t="s"><v>3</v></c><c r="C10" s="4"/><c r="D10" s="5" t="s"><v>4</v></c><c r="E10" s="6"/><c r="F10" s="5"><f>F9+D10</f><v>7</v></c></row>` +
    `<row r="11"><c r="A11" t="s"><v>5</v></c><c r="D11" s="5"><f>SUM(D10:D10)</f><v>9</v></c><c r="E11"><f>SUM($D$10:D10)*2</f></c></row>` +
    `<row r="12"><c r="B12" t="s"><v>6</v></c><c r="D12"><f>D11-SUBTOTAL(9,D10)</f></c></row>` +
    `<row r="14"><c r="A14"><f t="shared" ref="A14:B14" si="0">D10+D11</f></c><c r="B14"><f t="shared" si="0"/></c></row></sheetData>` +
    `<autoFilter ref="A9:F10"/><mergeCells count="3"><mergeCell ref="A1:F1"/><mergeCell ref="B10:C10"/><mergeCell ref="B12:C13"/></mergeCells>` +
    `<conditionalFormatting sqref="D10 F10:F11"><cfRule type="expression" dxfId="0" priority="1"><formula>$D10&gt;D$11</formula></cfRule></conditionalFormatting>` +
    `<dataValidations count="1"><dataValidation type="list" sqref="E10"><formula1>$A$12:$A$14</formula1></dataValidation></dataValidations>` +
    `<hyperlinks><hyperlink ref="A14" location="'Phụ lục'!A1"/></hyperlinks>` +
    `<rowBreaks count="1" manualBreakCount="1"><brk id="11" max="16383" man="1"/></rowBreaks><drawing r:id="rId1" xmlns:r="${OFFICE}"/>`;
  return zipOf(
    bookOf({
      sheets: [
        { name: 'Biểu 01', xml },
        {
          name: 'Phụ lục',
          xml: `<sheetData><row r="1"><c r="A1"><f>'Biểu 01'!D11+SUM('Biểu 01'!D10:D10)</f><v>3</v></c><c r="B1"><f>A1*2</f><v>6</v></c></row></sheetData>`,
        },
        { name: 'Tách rời', xml: '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>' },
      ],
      strings:
        '<si><t>{{cap_tren}} – {{name}}</t></si>' +
        '<si><r><rPr><b/></rPr><t>Kỳ: {{mon</t></r><r><t>th}} (</t></r><r><rPr><i/></rPr><t>{{rows_count}} người)</t></r></si>' +
        '<si><t>{{stt}}</t></si><si><t>{{Họ và tên}}</t></si><si><t>{{so_tien}}</t></si><si><t>Cộng</t></si><si><t>{{ke_toan}}</t></si>',
      styles:
        '<numFmts count="1"><numFmt numFmtId="170" formatCode="dd\\/mm\\/yyyy;@"/></numFmts><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="0"/><xf numFmtId="3"/><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="3"/><xf numFmtId="170"/></cellXfs>',
      more: [
        { name: 'xl/media/image1.png', data: Uint8Array.from([137, 80, 78, 71, 1, 2, 3, 0, 255]) },
        {
          name: 'xl/worksheets/_rels/sheet1.xml.rels',
          data: `<Relationships><Relationship Id="rId1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="rId2" Type="${OFFICE}/comments" Target="../comments1.xml"/><Relationship Id="rId3" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>`,
        },
        {
          name: 'xl/drawings/drawing1.xml',
          data: '<xdr:wsDr xmlns:xdr="d"><xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>0</xdr:col><xdr:row>12</xdr:row></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:row>15</xdr:row></xdr:to><xdr:pic/></xdr:twoCellAnchor><xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from></xdr:oneCellAnchor></xdr:wsDr>',
        },
        {
          name: 'xl/comments1.xml',
          data: '<comments><commentList><comment ref="A12"/><comment ref="A3"/></commentList></comments>',
        },
        {
          name: 'xl/drawings/vmlDrawing1.vml',
          data: '<xml><br><x:Anchor>1, 15, 11, 2, 3, 31, 14, 1</x:Anchor><x:Row>11</x:Row></xml>',
        },
        {
          name: 'xl/charts/chart1.xml',
          data: '<c:chartSpace xmlns:c="c"><c:val><c:numRef><c:f>\'Biểu 01\'!$D$10</c:f><c:numCache><c:pt><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val></c:chartSpace>',
        },
      ],
    }).map((entry) =>
      entry.name === 'xl/workbook.xml' && typeof entry.data === 'string'
        ? {
            ...entry,
            data: entry.data.replace(
              '</workbook>',
              `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'Biểu 01'!$A$1:$F$14</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'Biểu 01'!$9:$9</definedName>${
                more.names ??
                `<definedName name="phucloi_rows">'Biểu 01'!$A$10:$F$10</definedName><definedName name="ngay_chi">'Biểu 01'!$E$10</definedName><definedName name="phucloi_tong_so_tien">'Biểu 01'!$C$3</definedName><definedName name="DanhMuc">'Phụ lục'!$A$1:$A$9</definedName>`
              }</definedNames></workbook>`,
            ),
          }
        : entry,
    ),
  );
}

describe('a filled template', () => {
  test('has the paper in its cells, typed, with the cell styles of the template', async () => {
    const { parts, unknown } = await filled(form(), paperOf(THREE));
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(cellOf(xml, 'A1')).toContain('LĐLĐ tỉnh Nam Sơn – Công đoàn ngành Y tế tỉnh Nam Sơn');
    expect(cellOf(xml, 'C3')).toBe('<c r="C3" s="2"><v>1800000</v></c>');
    expect(cellOf(xml, 'A10')).toBe('<c r="A10" s="3"><v>1</v></c>');
    expect(cellOf(xml, 'B11')).toContain('<t xml:space="preserve">Trần Văn Bình</t>');
    expect(cellOf(xml, 'D12')).toBe('<c r="D12" s="5"><v>300000</v></c>');
    // 27/01/2024 as Excel counts days.
    expect(cellOf(xml, 'E12')).toBe('<c r="E12" s="6"><v>45318</v></c>');
    expect(cellOf(xml, 'B14')).toContain('Phạm Thị Cúc');
    expect([...xml.matchAll(/<row r="1[012]" ht="30" customHeight="1">/g)]).toHaveLength(3);
    expect(unknown).toEqual([]);
  });

  test('keeps the looks of runs, and fills a place that runs part', async () => {
    const { parts } = await filled(form(), paperOf(THREE));
    const cell = cellOf(parts.get('xl/worksheets/sheet1.xml') ?? '', 'A3');
    expect(cell).toBe(
      '<c r="A3" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">Kỳ: Tháng 01 năm 2024</t></r>' +
        '<r><t xml:space="preserve"> (</t></r><r><rPr><i/></rPr><t xml:space="preserve">3 người)</t></r></is></c>',
    );
  });

  test('moves what stands below, and grows what has the row in it', async () => {
    const { parts } = await filled(form(), paperOf(THREE));
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    for (const each of [
      '<dimension ref="A1:F16"/>',
      'topLeftCell="A10"',
      'activeCell="B14" sqref="B14"',
      '<autoFilter ref="A9:F12"/>',
      '<mergeCells count="5"><mergeCell ref="A1:F1"/><mergeCell ref="B10:C10"/><mergeCell ref="B11:C11"/><mergeCell ref="B12:C12"/><mergeCell ref="B14:C15"/></mergeCells>',
      'sqref="D10:D12 F10:F13"',
      '<formula>$D10&gt;D$13</formula>',
      'sqref="E10:E12"><formula1>$A$14:$A$16</formula1>',
      '<hyperlink ref="A16"',
      '<brk id="13" max="16383" man="1"/>',
    ])
      expect(xml).toContain(each);
    const book = parts.get('xl/workbook.xml') ?? '';
    expect(book).toContain("'Biểu 01'!$A$1:$F$16<");
    expect(book).toContain("'Biểu 01'!$9:$9<");
    expect(book).toContain("'Biểu 01'!$A$10:$F$12<");
    expect(book).toContain('</definedNames><calcPr fullCalcOnLoad="1"/>');
    expect(parts.get('xl/drawings/drawing1.xml')).toContain('<xdr:row>14</xdr:row></xdr:from>');
    expect(parts.get('xl/drawings/drawing1.xml')).toContain('<xdr:row>17</xdr:row></xdr:to>');
    expect(parts.get('xl/comments1.xml')).toContain('<comment ref="A14"/><comment ref="A3"/>');
    expect(parts.get('xl/drawings/vmlDrawing1.vml')).toContain(
      '1, 15, 13, 2, 3, 31, 16, 1</x:Anchor><x:Row>13<',
    );
    expect(parts.get('xl/charts/chart1.xml')).toContain("<c:f>'Biểu 01'!$D$10:$D$12</c:f></c:numRef>");
  });

  test('carries formulas on row by row and reckons the sums it stores', async () => {
    const { parts } = await filled(form(), paperOf(THREE));
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(cellOf(xml, 'F10')).toContain('<f>F9+D10</f><v>500100</v>');
    expect(cellOf(xml, 'F12')).toContain('<f>F11+D12</f><v>1800100</v>');
    expect(cellOf(xml, 'D13')).toContain('<f>SUM(D10:D12)</f><v>1800000</v>');
    expect(cellOf(xml, 'E13')).toContain('<f>SUM($D$10:D12)*2</f><v>3600000</v>');
    expect(cellOf(xml, 'D14')).toContain('<f>D13-SUBTOTAL(9,D10:D12)</f><v>0</v>');
    expect(cellOf(xml, 'A16')).toContain('<f>D10+D13</f>');
    expect(cellOf(xml, 'B16')).toContain('<f>E10+E13</f>');
    const other = parts.get('xl/worksheets/sheet2.xml') ?? '';
    expect(cellOf(other, 'A1')).toBe(`<c r="A1"><f>'Biểu 01'!D13+SUM('Biểu 01'!D10:D12)</f></c>`);
    expect(cellOf(other, 'B1')).toBe('<c r="B1"><f>A1*2</f></c>');
  });

  test('leaves every part that need not change byte for byte', async () => {
    const { parts, before, bytes } = await filled(form(), paperOf(THREE));
    const after = new Map((await partsOf(bytes)).map((part) => [part.name, part.bytes.toString('latin1')]));
    const changed = [...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name);
    expect(changed.toSorted()).toEqual([
      'xl/charts/chart1.xml',
      'xl/comments1.xml',
      'xl/drawings/drawing1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect([...parts.keys()]).toEqual([...before.keys()]);
  });

  test('is the same bytes each time', async () => {
    const [one, other] = [await filled(form(), paperOf(THREE)), await filled(form(), paperOf(THREE))];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });

  test('keeps one empty row where the paper has no line', async () => {
    const { parts } = await filled(form(), paperOf([]));
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(cellOf(xml, 'B10')).toBe('<c r="B10" s="4"/>');
    expect(cellOf(xml, 'D11')).toContain('<f>SUM(D10:D10)</f><v>0</v>');
  });

  test('names what the paper has not, and leaves those cells as they are', async () => {
    const names = `<definedName name="phucloi_rows">'Biểu 01'!$10:$10</definedName><definedName name="so_tai_khoan">'Biểu 01'!$C$3</definedName>`;
    const { unknown, parts } = await filled(form({ names }), paperOf(THREE));
    expect(unknown).toEqual(['so_tai_khoan']);
    expect(cellOf(parts.get('xl/worksheets/sheet1.xml') ?? '', 'C3')).toBe('<c r="C3" s="2"/>');
  });

  test('without its chain of formulas, which tells cells that are elsewhere now', async () => {
    const workbook = bookOf({
      sheets: [
        {
          name: 'A',
          xml: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{{name}}</t></is></c></row></sheetData>',
        },
      ],
      more: [{ name: 'xl/calcChain.xml', data: '<calcChain/>' }],
    }).map((entry) => {
      if (entry.name === '[Content_Types].xml')
        return { ...entry, data: '<Types><Override PartName="/xl/calcChain.xml" ContentType="c"/></Types>' };
      if (entry.name !== 'xl/_rels/workbook.xml.rels') return entry;
      const chain = `<Relationship Id="rc" Type="${OFFICE}/calcChain" Target="calcChain.xml"/></Relationships>`;
      return { ...entry, data: written(entry.data).replace('</Relationships>', chain) };
    });
    const { parts } = await filled(zipOf(workbook), paperOf(THREE));
    expect(parts.has('xl/calcChain.xml')).toBe(false);
    expect(parts.get('[Content_Types].xml')).toBe('<Types></Types>');
    expect(parts.get('xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });
});

/** A sheet with one repeated row of two cells. */
function small(row: string, rest = '', name = 'phucloi_rows', area = '$A$1:$B$1'): Uint8Array {
  return zipOf(
    bookOf({
      sheets: [{ name: 'S', xml: `<sheetData>${row}</sheetData>${rest}` }],
    }).map((entry) =>
      entry.name === 'xl/workbook.xml'
        ? {
            ...entry,
            data: written(entry.data).replace(
              '</workbook>',
              `<definedNames><definedName name="${name}">S!${area}</definedName></definedNames></workbook>`,
            ),
          }
        : entry,
    ),
  );
}

const TEXT = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const ROW = `<row r="1">${TEXT('A1', '{{person}}')}${TEXT('B1', '{{amount}}')}</row>`;

describe('refused', () => {
  const problem = async (template: Uint8Array, paper = paperOf(THREE)) => {
    try {
      await filled(template, paper);
    } catch (error) {
      return (error as { failure?: { code: string; facts: object } }).failure;
    }
    return undefined;
  };

  test.each([
    ['rows', small(ROW, '', 'phucloi_rows', '$A$1:$B$2')],
    ['table', small(ROW, '', 'phucloi_rows_2')],
    ['cells', small(ROW, '', 'phucloi_name', '$A$1:$B$1')],
    ['formula', small('<row r="1"><c r="A1"><f>1+1</f></c></row>', '', 'phucloi_name', '$A$1')],
    ['merged', small(ROW, '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>')],
    [
      'array',
      small(`<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f></c>${TEXT('B1', '{{amount}}')}</row>`),
    ],
  ])('a range or cell that cannot be filled: %s', async (what, template) => {
    expect(await problem(template)).toMatchObject({ code: 'template.cell', facts: { problem: what } });
  });

  test('a formula over several sheets at once', async () => {
    const over = small(`${ROW}<row r="2"><c r="A2"><f>SUM(Jan:Dec!A1)</f></c></row>`);
    expect(await problem(over)).toMatchObject({ facts: { problem: 'sheets' } });
  });

  test('a template that names nothing, or is locked', async () => {
    expect(await problem(small('<row r="1"><c r="A1"/></row>', '', 'khac', '$A$1'))).toMatchObject({
      code: 'template.names',
      facts: { unknown: ['khac'] },
    });
    expect(await problem(small(ROW, '<sheetProtection sheet="0"/>'))).toBeUndefined();
    expect(await problem(small(ROW, '<sheetProtection sheet="1"/>'))).toMatchObject({
      code: 'template.file',
      facts: { found: 'protected' },
    });
  });
});

test('text of people stays text, letter for letter', async () => {
  for (const person of ['=1+1', '+84', '-1', '@SUM(A1)', '\tx', '\rx', 'a_x000D_b', '<&">', '  Hòa ']) {
    const { bytes, parts } = await filled(small(ROW), paperOf([{ person, amount: 1 }]));
    expect(cellOf(parts.get('xl/worksheets/sheet1.xml') ?? '', 'A1')).toContain('t="inlineStr"');
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<f');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as never);
    const { text } = book.worksheets[0]?.getCell('A1') ?? { text: '' };
    // The library leaves Excel's spelling of letters as it stands.
    expect(text.replace(/_x005F(_x)/g, '$1').replace('_x000D_x', '\rx')).toBe(person);
  }
});

test('a template that exceljs writes keeps its pictures, its widths and its second sheet', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Biểu', { pageSetup: { printTitlesRow: '3:3' } });
  sheet.getCell('A1').value = '{{tieu_de}}';
  sheet.mergeCells('A1:C1');
  sheet.getRow(3).values = ['TT', 'Họ tên', 'Số tiền'];
  sheet.getRow(4).values = ['{{stt}}', '{{ho_ten}}', '{{so_tien}}'];
  sheet.getCell('C4').numFmt = '#,##0';
  sheet.getCell('C4').border = { bottom: { style: 'double' } };
  sheet.getCell('C5').value = { formula: 'SUM(C4:C4)' };
  sheet.addConditionalFormatting({
    ref: 'C4:C4',
    rules: [{ type: 'expression', priority: 1, formulae: ['C4>700000'], style: { font: { bold: true } } }],
  });
  const image = workbook.addImage({ buffer: Buffer.from([1, 2, 3]) as never, extension: 'png' });
  sheet.addImage(image, { tl: { col: 0, row: 6 }, ext: { width: 20, height: 20 } });
  workbook.definedNames.add("'Biểu'!$A$4:$C$4", 'phucloi_cac_dong');
  workbook.definedNames.add("'Biểu'!$C$5", 'tong_ket');
  workbook.addWorksheet('Khác').getCell('A1').value = { formula: "'Biểu'!C5" };
  const template = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { bytes, unknown } = await filled(template, paperOf(THREE));
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(Buffer.from(bytes) as never);
  const out = read.getWorksheet('Biểu');
  expect([4, 5, 6].map((row) => out?.getCell(`C${row}`).value)).toEqual([500_000, 1_000_000, 300_000]);
  expect(out?.getCell('C6').border.bottom?.style).toBe('double');
  expect(out?.getCell('C7').value).toMatchObject({ formula: 'SUM(C4:C6)', result: 1_800_000 });
  expect(out?.getImages()[0]?.range.tl.nativeRow).toBe(8);
  expect(read.getWorksheet('Khác')?.getCell('A1').value).toMatchObject({ formula: "'Biểu'!C7" });
  expect(unknown).toEqual(['tong_ket']);
});

test('any number of lines adds up below, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -2_000_000_000, max: 9_000_000_000 }), { maxLength: 30 }),
      async (amounts) => {
        const lines = amounts.map((amount, at) => ({ person: `Người ${at}`, amount }));
        const { parts, before } = await filled(form(), paperOf(lines));
        const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
        const last = 9 + Math.max(1, amounts.length);
        const total = amounts.reduce((sum, each) => sum + each, 0);
        expect(cellOf(xml, `D${last + 1}`)).toContain(`<f>SUM(D10:D${last})</f><v>${total}</v>`);
        expect(cellOf(xml, `B${last + 2}`)).toContain('Phạm Thị Cúc');
        expect(Buffer.from(parts.get('xl/sharedStrings.xml') ?? '', 'utf8').toString('latin1')).toBe(
          before.get('xl/sharedStrings.xml'),
        );
      },
    ),
    { numRuns: 25 },
  );
});
