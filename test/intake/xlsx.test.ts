import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../src/domain/failure.ts';
import type { Cell, GridRow, Sheet } from '../../src/intake/cell.ts';
import { openHtml } from '../../src/intake/html.ts';
import { dayOfSerial, isDayFormat } from '../../src/intake/number-format.ts';
import { openWorkbook } from '../../src/intake/workbook.ts';
import { bookOf, zipOf, type BookSpec, type ZipEntry } from '../support/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
const path = join(folder, 'a.xlsx');
afterAll(() => rmSync(folder, { recursive: true }));

async function all(sheet: Sheet): Promise<GridRow[]> {
  const rows: GridRow[] = [];
  for await (const batch of sheet.rows()) {
    expect(batch.length).toBeLessThanOrEqual(500);
    rows.push(...batch);
  }
  return rows;
}

async function opened(entries: readonly ZipEntry[] | Uint8Array) {
  writeFileSync(path, entries instanceof Uint8Array ? entries : zipOf(entries));
  return openWorkbook('a.xlsx', path);
}

async function rowsOf(spec: BookSpec): Promise<GridRow[]> {
  const [sheet] = await opened(bookOf(spec));
  return sheet === undefined ? [] : all(sheet);
}

/** The cells of one sheet with these rows inside `sheetData`. */
async function cellsOf(rows: string, spec: Partial<BookSpec> = {}): Promise<(readonly Cell[])[]> {
  return (await rowsOf({ sheets: [{ xml: `<sheetData>${rows}</sheetData>` }], ...spec })).map(
    (row) => row.cells,
  );
}

async function refused(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
  return undefined;
}

const format = (found: string) => ({ code: 'input.format', facts: { file: 'a.xlsx', found } });
const hostile = (what: string) => ({ code: 'input.hostile', facts: { file: 'a.xlsx', what } });

const fonts = (...names: string[]) =>
  `<fonts>${names.map((name) => `<font><name val="${name}"/></font>`).join('')}</fonts>`;
const styles = (codes: string, ...xfs: string[]) =>
  `<numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs>`;

describe('cells', () => {
  test.each<[name: string, xml: string, cell: Cell]>([
    ['a number as stored', '<c><v>1.35E+11</v></c>', { number: '1.35E+11' }],
    ['a fraction as stored', '<c><v>0.1</v></c>', { number: '0.1' }],
    ['no number', '<c><v>1,5</v></c>', '1,5'],
    ['an inline string', '<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
    ['true', '<c t="b"><v>1</v></c>', 'x'],
    ['an error', '<c t="e"><v>#REF!</v></c>', '#REF!'],
    ['a formula with a value', '<c><f>A1*2</f><v>0</v></c>', { number: '0' }],
    ['a formula with a text', '<c t="str"><f>A1&amp;"b"</f><v>a&lt;b</v></c>', 'a<b'],
    ['a formula without', '<c><f>SUM(A1:A9)</f></c>', { formula: 'SUM(A1:A9)' }],
    ['a formula with an empty value', '<c><f>SUM(A1:A9)</f><v/></c>', { formula: 'SUM(A1:A9)' }],
    ['an ISO day', '<c t="d"><v>2024-09-23T00:00:00</v></c>', { day: '2024-09-23' as never }],
    ['escapes', '<c t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c>', 'a\rb_x000D_'],
    ['a no-break space', '<c t="inlineStr"><is><t>1\u00a0000</t></is></c>', '1\u00a0000'],
    ['CDATA', '<c t="inlineStr"><is><t>a<![CDATA[<b>]]></t></is></c>', 'a<b>'],
  ])('%s', async (_name, xml, cell) => {
    expect(await cellsOf(`<row>${xml}<c><v>1</v></c></row>`)).toEqual([[cell, { number: '1' }]]);
  });

  test('false, blank and empty cells are blank, and a row of them is none', async () => {
    const row = '<row><c t="b"><v>0</v></c><c s="1"/><c t="str"><f>""</f><v></v></c><c t="s"><v/></c></row>';
    expect(await cellsOf(`${row}<row/><row><c><v>1</v></c></row>`)).toEqual([[{ number: '1' }]]);
  });

  test('shared strings: runs joined, phonetic hints left out, blanks kept', async () => {
    const strings =
      '<si><t> Một </t></si><si/><si><r><t>Hai</t></r><r><rPr><b/><rFont val="Arial"/></rPr><t xml:space="preserve"> ba</t></r>' +
      '<rPh sb="0" eb="1"><t>hint</t></rPh><phoneticPr fontId="1"/></si>';
    const cell = (index: number) => `<c t="s"><v>${index}</v></c>`;
    expect(await cellsOf(`<row>${cell(0)}${cell(1)}${cell(2)}</row>`, { strings })).toEqual([
      [' Một ', '', 'Hai ba'],
    ]);
  });

  test('cells and rows stand where they say, or next to the one before', async () => {
    const rows = await rowsOf({
      sheets: [
        {
          xml:
            '<dimension ref="A1:XFD1048576"/><sheetData><row r="3"><c r="AA3"><v>27</v></c><c r="B3"><v>2</v></c><c><v>3</v></c></row>' +
            '<row><c><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>9</v></c></row></sheetData>',
        },
      ],
    });
    expect(rows.map((row) => [row.row, row.cells.length])).toEqual([
      [3, 27],
      [4, 1],
      [1_048_576, 1],
    ]);
    expect(rows[0]?.cells.slice(0, 4)).toEqual(['', { number: '2' }, { number: '3' }, '']);
  });

  test('names with a prefix, UTF-16, and a part that is stored', async () => {
    const prefixed =
      '<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:C2"/></x:mergeCells></x:worksheet>';
    expect(await rowsOf({ sheets: [{ xml: prefixed }] })).toEqual([{ row: 1, cells: [{ number: '1' }] }]);
    const wide = Buffer.from(`\ufeff${prefixed}`, 'utf16le');
    expect(await rowsOf({ sheets: [{ xml: wide }] })).toHaveLength(1);
    const stored = bookOf({ sheets: [{ xml: prefixed }] }).map((entry) => ({ ...entry, stored: true }));
    expect(await opened(stored)).toHaveLength(1);
  });
});

describe('days', () => {
  const sheet =
    '<row><c s="1"><v>45558.75</v></c><c s="2"><v>1</v></c><c s="3"><v>2</v></c><c><v>45558</v></c></row>';
  const dated = styles(
    '<numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/>',
    '<xf numFmtId="0"/>',
    '<xf numFmtId="164"/>',
    '<xf numFmtId="14"/>',
    '<xf numFmtId="165"/>',
  );

  test('both date systems', async () => {
    expect(await cellsOf(sheet, { styles: dated })).toEqual([
      [{ day: '2024-09-23' }, { day: '1900-01-01' }, { number: '2' }, { number: '45558' }],
    ]);
    const properties = '<workbookPr date1904="1"/>';
    expect((await cellsOf(sheet, { styles: dated, properties }))[0]?.slice(0, 2)).toEqual([
      { day: '2028-09-24' },
      { day: '1904-01-02' },
    ]);
  });

  test.each([
    ['59', '1900-02-28'],
    ['60', undefined],
    ['61', '1900-03-01'],
    ['36526', '2000-01-01'],
    ['401768', '2999-12-31'],
    ['401769', undefined],
    ['0', undefined],
    ['0.5', undefined],
    ['-1', undefined],
    ['4.5558E4', undefined],
    ['99999999999999999999', undefined],
  ])('serial %s is %s', (serial, day) => expect(dayOfSerial(serial, false)).toBe(day));

  test('every serial is the day that the calendar counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 401_768 }), (serial) => {
        const day = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
        expect(dayOfSerial(`${serial}`, false)).toBe(day);
        expect(serial > 1462 ? dayOfSerial(`${serial - 1462}`, true) : day).toBe(day);
      }),
    );
  });

  test.each([
    [14, undefined, true],
    [22, undefined, true],
    [46, undefined, false],
    [3, undefined, false],
    [164, 'dd\\/mm\\/yyyy', true],
    [164, 'mmm-yy', true],
    [164, 'm', true],
    [164, 'yyyy"năm"', true],
    [164, 'mm:ss', false],
    [164, '[h]:mm:ss', false],
    [164, '#,##0 "đồng dmy"', false],
    [164, '_-* #,##0\\ [$d-42A]_-;\\-* #,##0\\ _d_-;_-@_-', false],
    [164, '#,##0;[Red]-#,##0', false],
    [164, '0.00E+00', false],
    [164, 'General', false],
    [164, '\\d0', false],
  ])('format %i %s shows a day: %s', (id, code, shows) => expect(isDayFormat(id, code)).toBe(shows));
});

describe('sheets', () => {
  const one = '<sheetData><row><c><v>1</v></c></row></sheetData>';

  test('visible ones with a value, in order; targets from the root or the folder', async () => {
    const sheets = await opened(
      bookOf({
        sheets: [
          { xml: one, name: 'Hai' },
          { xml: one, name: 'Ẩn', state: 'hidden' },
          { xml: one, name: 'Kín', state: 'veryHidden' },
          { xml: '<sheetData><row r="9"><c s="1"/></row></sheetData>', name: 'Trống' },
          { xml: one, name: 'A&amp;B' },
        ],
        targets: ['/xl/worksheets/sheet1.xml', '../xl/./worksheets/sheet2.xml'],
      }),
    );
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Hai', 'A&B']);
  });

  test('what is hidden is counted, anew at each reading', async () => {
    const [sheet] = await opened(
      bookOf({
        sheets: [
          {
            xml: '<cols><col min="2" max="2" hidden="1"/><col min="27" max="16384" hidden="true"/></cols><sheetData><row hidden="1"><c><v>1</v></c></row><row hidden="1"/><row><c><v>1</v></c><c><v>2</v></c><c r="AA3"><v>3</v></c></row></sheetData>',
          },
        ],
      }),
    );
    for (let time = 0; time < 2; time++) {
      if (sheet !== undefined) await all(sheet);
      expect(sheet?.notes).toEqual({ hiddenRows: 1, hiddenColumns: ['B', 'AA'], oldFonts: 0 });
    }
  });

  test('a reader that leaves early closes the file', async () => {
    const rows = Array.from({ length: 20_000 }, () => '<row><c><v>1</v></c></row>').join('');
    const [sheet] = await opened(bookOf({ sheets: [{ xml: `<sheetData>${rows}</sheetData>` }] }));
    const files = () => readdirSync('/proc/self/fd').length;
    const before = files();
    for (let time = 0; time < 5; time++)
      for await (const batch of sheet?.rows() ?? []) if (batch.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(files()).toBe(before);
  });
});

test('text in an old font is read by the font of the run, or else of the cell', async () => {
  const xml =
    '<c s="1" t="s"><v>0</v></c><c s="0" t="s"><v>0</v></c><c s="1" t="s"><v>1</v></c><c s="1" t="s"><v>2</v></c>';
  const [sheet] = await opened(
    bookOf({
      sheets: [{ xml: `<sheetData><row>${xml}</row></sheetData>` }],
      styles: `${fonts('Arial', '.VnTime')}<cellXfs><xf/><xf fontId="1"/></cellXfs>`,
      strings:
        '<si><t>®ång</t></si><si><t>STT</t></si>' +
        '<si><r><t>Sè </t></r><r><rPr><rFont val="Arial"/></rPr><t>é</t></r><r><rPr><rFont val="VNI-Times"/></rPr><t>ñoà</t></r><r><rPr><rFont val="VNI-Times"/></rPr><t>ng</t></r></si>',
    }),
  );
  expect(sheet === undefined ? [] : (await all(sheet))[0]?.cells).toEqual([
    'đồng',
    '®ång',
    'STT',
    'Số éđồng',
  ]);
  expect(sheet?.notes.oldFonts).toBe(2);
});

describe('what is no workbook, or a damaged one', () => {
  const rows = (xml: string, spec: Partial<BookSpec> = {}) =>
    bookOf({ sheets: [{ xml: `<sheetData>${xml}</sheetData>` }], ...spec });
  const good = rows('<row><c><v>1</v></c></row>');
  const file = (name: string, data = '<x/>'): ZipEntry => ({ name, data });
  const ods = 'application/vnd.oasis.opendocument.spreadsheet';
  const laughs =
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';

  test.each<[string, readonly ZipEntry[] | Uint8Array, unknown]>([
    ['bytes', Buffer.from('PK\u0003\u0004 and no more'), format('zip')],
    ['a zip cut off', zipOf(good).subarray(0, -200), format('zip')],
    ['any zip', [file('a.txt')], format('zip')],
    [
      'a spreadsheet of LibreOffice',
      [{ ...file('mimetype', ods), stored: true }, file('content.xml')],
      format('ods'),
    ],
    ['a document', [file('[Content_Types].xml'), file('word/document.xml')], format('docx')],
    ['a binary workbook', [file('[Content_Types].xml'), file('xl/workbook.bin')], format('xlsb')],
    ['an encrypted part', good.map((each) => ({ ...each, encrypted: true })), format('zip')],
    [
      'a wrong checksum',
      good.map((each) => (each.name.includes('sheet1') ? { ...each, crc: 1 } : each)),
      format('zip'),
    ],
    [
      'a size that lies',
      good.map((each) => (each.name.includes('sheet1') ? { ...each, size: 9 } : each)),
      format('zip'),
    ],
    ['a name that climbs', [...good, file('../../etc/x')], hostile('path')],
    ['an absolute name', [...good, file('/etc/x')], hostile('path')],
    ['a drive', [...good, file('C:/x')], hostile('path')],
    ['a name twice', [...good, file('XL/Workbook.xml')], hostile('path')],
    ['a target that climbs', rows('', { targets: ['../../../etc/passwd'] }), hostile('path')],
    ['a target that is not there', rows('', { targets: ['worksheets/none.xml'] }), format('xlsx')],
    ['billion laughs', bookOf({ sheets: [{ xml: laughs }] }), hostile('entity')],
    [
      'a document type in the strings',
      rows('', { strings: `<?xml version="1.0"?><!DOCTYPE sst><sst/>` }),
      hostile('entity'),
    ],
    ['a document type inside', rows('<!DOCTYPE x>'), hostile('entity')],
    ['an unknown entity', rows('<row><c t="str"><v>&nbsp;</v></c></row>'), format('xlsx')],
    [
      'XML cut off',
      bookOf({ sheets: [{ xml: '<?xml version="1.0"?><worksheet><sheetData><row>' }] }),
      format('xlsx'),
    ],
    ['an attribute of JavaScript', rows('<row hasOwnProperty="1" r="1"/>'), format('xlsx')],
    [
      'no UTF-8',
      bookOf({ sheets: [{ xml: Buffer.from('<worksheet>\u00ff</worksheet>', 'latin1') }] }),
      format('xlsx'),
    ],
    ['deep elements', rows('<a>'.repeat(1000)), format('xlsx')],
    ['a long tag', rows(`<row spans="${'1'.repeat(1_000_000)}"/>`), format('xlsx')],
    ['no shared strings', rows('<row><c t="s"><v>0</v></c></row>'), format('xlsx')],
    [
      'a string out of range',
      rows('<row><c t="s"><v>1</v></c></row>', { strings: '<si><t>a</t></si>' }),
      format('xlsx'),
    ],
    ['rows out of order', rows('<row r="2"/><row r="1"/>'), format('xlsx')],
    ['a cell of another row', rows('<row r="2"><c r="A3"><v>1</v></c></row>'), format('xlsx')],
    ['a cell twice', rows('<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), format('xlsx')],
    ['a row too far', rows('<row r="1048577"/>'), hostile('rows')],
    ['a column too far', rows('<row><c r="XFE1"><v>1</v></c></row>'), hostile('rows')],
    ['a long cell', rows(`<row><c t="str"><v>${'a'.repeat(32_768)}</v></c></row>`), hostile('cell')],
    ['a long string', rows('', { strings: `<si><t>${'a'.repeat(32_768)}</t></si>` }), hostile('cell')],
    [
      'many shared strings',
      rows('', { strings: `<si><t>${'a'.repeat(32_000)}</t></si>`.repeat(2200) }),
      expect.objectContaining({ code: 'input.size' }),
    ],
  ])('%s', async (_name, entries, failure) => {
    const read = async () => {
      for (const sheet of await opened(entries)) await all(sheet);
    };
    expect(await refused(read)).toEqual(failure);
  });

  test('a long cell is taken up to what Excel allows', async () => {
    const text = 'a'.repeat(32_767);
    expect(await cellsOf('<row><c t="s"><v>0</v></c></row>', { strings: `<si><t>${text}</t></si>` })).toEqual(
      [[text]],
    );
  });

  const read = async (bytes: Uint8Array) => {
    const [sheet] = await opened(bytes);
    return sheet === undefined ? undefined : all(sheet);
  };

  test('any byte changed is refused or changes nothing', async () => {
    const bytes = zipOf(rows('<row><c><v>100000</v></c><c t="inlineStr"><is><t>Một</t></is></c></row>'));
    const whole = [{ row: 1, cells: [{ number: '100000' }, 'Một'] }];
    expect(await read(bytes)).toEqual(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        let rows: unknown;
        const failure = await refused(async () => {
          rows = await read(changed);
        });
        if (failure === undefined) expect(rows).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });
});

describe('much from little', () => {
  const MIB = 1024 * 1024;
  const head = '<?xml version="1.0"?><worksheet><sheetData>';
  const tail = '</sheetData></worksheet>';
  const sheet = (block: string, times: number, before = '', after = ''): BookSpec => ({
    sheets: [{ xml: { head: head + before, block, times, tail: after + tail } }],
  });
  const numbered = (row: (number: number) => string): BookSpec => ({
    sheets: [{ xml: head + Array.from({ length: 1_000_000 }, (_, index) => row(index + 1)).join('') + tail }],
  });
  const validations =
    '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations><conditionalFormatting sqref="A1:XFD1048576"/>';

  test.each<[string, BookSpec | readonly ZipEntry[], string | number]>([
    [
      'a shared string of 200 MB',
      {
        sheets: [{ xml: '<sheetData/>' }],
        strings: {
          head: '<?xml version="1.0"?><sst><si><t>',
          block: 'a'.repeat(MIB),
          times: 200,
          tail: '</t></si></sst>',
        },
      },
      'cell',
    ],
    ['a cell of 200 MB', sheet('a'.repeat(MIB), 200, '<row><c t="str"><v>', '</v></c></row>'), 'cell'],
    ['a comment of 200 MB', sheet('a'.repeat(MIB), 200, '<!--', '-->'), 'xlsx'],
    ['a sheet of more than 1 GiB', sheet('<row/>'.padEnd(MIB), 1100), 'input.size'],
    [
      'the same, of which the directory says 1 kB',
      bookOf(sheet('<row/>'.padEnd(MIB), 1100)).map((each) =>
        each.name.includes('sheet1') ? { ...each, size: 1000 } : each,
      ),
      'zip',
    ],
    ['a million empty rows', numbered((row) => `<row r="${row}"/>`), 0],
    ['a million rows', numbered((row) => `<row r="${row}"><c r="A${row}"><v>1</v></c></row>`), 1_000_000],
    [
      'a value in the last column of each row',
      numbered((row) => `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row>`),
      'rows',
    ],
    [
      'rules over whole columns',
      {
        sheets: [
          {
            xml: `<cols><col min="1" max="16384" style="1"/></cols><sheetData><row><c><v>1</v></c></row></sheetData>${validations.repeat(50_000)}`,
          },
        ],
      },
      1,
    ],
  ])('%s', (_name, spec, answer) => {
    const file = join(folder, 'much.xlsx');
    writeFileSync(file, zipOf('sheets' in spec ? bookOf(spec) : spec));
    const script = `
      const { openWorkbook } = await import(${JSON.stringify(new URL('../../src/intake/workbook.ts', import.meta.url).href)});
      let answer = 0;
      const start = performance.now();
      try {
        for (const sheet of await openWorkbook('a', ${JSON.stringify(file)}))
          for await (const batch of sheet.rows()) answer += batch.length;
      } catch ({ failure: { code, facts } }) { answer = facts.what ?? facts.found ?? code; }
      const mib = Math.round(process.resourceUsage().maxRSS / 1024);
      console.log(JSON.stringify({ answer, mib, ms: Math.round(performance.now() - start) }));`;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    const told = JSON.parse(out) as { answer: string | number; mib: number; ms: number };
    expect(told.answer).toBe(answer);
    expect(told.mib).toBeLessThan(300);
  });
});

const OPEN = join(import.meta.dirname, '../../../shared/data/open');

test.runIf(existsSync(OPEN))('real workbooks read as exceljs reads them', async () => {
  const names = readdirSync(OPEN).filter((name) => name.endsWith('.xlsx'));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const theirs = new ExcelJS.Workbook();
    await theirs.xlsx.readFile(join(OPEN, name));
    const ours = await openWorkbook(name, join(OPEN, name));
    for (const sheet of ours) {
      const other = theirs.getWorksheet(sheet.name);
      const shown = new Map<string, string>();
      other?.eachRow((row, number) =>
        row.eachCell((cell, column) => {
          const text = cell.isMerged && cell.master !== cell ? '' : shownBy(cell);
          if (text !== '') shown.set(`${number}:${column}`, text);
        }),
      );
      const rows = await all(sheet);
      const mine = rows.flatMap((row) =>
        row.cells.flatMap((cell, at) =>
          textOf(cell) === '' ? [] : [[`${row.row}:${at + 1}`, textOf(cell)] as const],
        ),
      );
      expect(mine.length).toBeGreaterThan(0);
      // Places of what differs only: no cell's text may come into a report.
      expect(mine.filter(([place, text]) => shown.get(place) !== text).map(([place]) => place)).toEqual([]);
      expect(shown.size).toBe(mine.length);
    }
  }
});

function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return 'number' in cell ? cell.number : 'day' in cell ? cell.day : '';
}

function shownBy(cell: ExcelJS.Cell): string {
  const value = cell.value instanceof Object && 'formula' in cell.value ? cell.result : cell.value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null || value === undefined ? '' : typeof value === 'object' ? cell.text : `${value}`;
}

test('a workbook that exceljs wrote', async () => {
  const book = new ExcelJS.Workbook();
  const made = book.addWorksheet('Danh sách');
  made.mergeCells('A1:C1');
  made.getCell('A1').value = 'DANH SÁCH';
  made.getRow(3).values = [
    1,
    new Date('2024-09-23T00:00:00Z'),
    { richText: [{ text: 'Một ' }, { text: 'hai' }] },
  ];
  made.getRow(4).values = [135_000_000_000, true, { formula: 'A3*2', result: 2 }];
  made.getRow(5).values = [{ error: '#N/A' }, { text: 'x', hyperlink: 'https://example.invalid' }];
  const [sheet] = await opened(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(sheet === undefined ? [] : await all(sheet)).toEqual([
    { row: 1, cells: ['DANH SÁCH'] },
    { row: 3, cells: [{ number: '1' }, { day: '2024-09-23' }, 'Một hai'] },
    { row: 4, cells: [{ number: '135000000000' }, 'x', { number: '2' }] },
    { row: 5, cells: ['#N/A', 'x'] },
  ]);
});

describe('HTML', () => {
  async function* pieces(text: string, size: number) {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const read = async (text: string, size = 7) => all(await openHtml('a.xlsx', () => pieces(text, size)));

  test('the table with the most rows; spans, entities, lines, nested tables', async () => {
    const html = `<!DOCTYPE html><html><style>td{}</style><table><tr><td>Bank</td><td>
      <table><tr><th rowspan=2>Ng&agrave;y</th><th colspan="2">Số  tiền</th><th>&nbsp;</th></tr>
      <tr><th>Nợ<th>Có</tr>
      <tr></tr>
      <tr><td>23/09/2024<br/> 08:00</td><td></td><td>1&nbsp;000</td><td>a <b>b</b> &lt;c&gt;<table><tr><td>in</td></tr></table>d<script>x</script></td></tr></table></td></tr>
      <tr><td>1</td><td>2</td></tr></table></html>`;
    const rows = [
      { row: 1, cells: ['Ngày', 'Số tiền', '', '\u00a0'] },
      { row: 2, cells: ['', 'Nợ', 'Có'] },
      { row: 4, cells: ['23/09/2024\n08:00', '', '1\u00a0000', 'a b <c>d'] },
    ];
    for (const size of [1, 7, 10_000]) expect(await read(html, size)).toEqual(rows);
  });

  test('cells and rows that nobody closed', async () => {
    expect(await read('<table><tr><td>1<td><font>2<td>3<tr><td>4</table>')).toEqual([
      { row: 1, cells: ['1', '2', '3'] },
      { row: 2, cells: ['4'] },
    ]);
  });

  const row = '<tr><td>1</td><td>2</td></tr>';
  test.each([
    ['no table', '<p>1</p>', format('html')],
    ['a table cut off in a row', `<table>${row}<tr><td>1</td>`, format('html')],
    ['deep elements', `<table>${row}${'<b>'.repeat(2000)}`, format('html')],
    ['a long cell', `<table><tr><td>${'a'.repeat(40_000)}`, hostile('cell')],
    ['wide spans', `<table><tr>${'<td colspan=1000>1</td>'.repeat(20)}`, hostile('rows')],
  ])('%s', async (_name, html, failure) => {
    expect(await refused(() => read(html, 5000))).toEqual(failure);
  });
});
