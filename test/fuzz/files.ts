import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { EncodingSniffer, textDecoder } from '../../src/intake/encoding.ts';
import { ENCODINGS } from '../../src/intake/names.ts';
import { delimited, encoded, grid, KINDS, LIST_KINDS } from './grids.ts';
import type { Case, Fuzzed } from './harness.ts';
import { readList } from './lists.ts';
import { mutants } from './mutate.ts';
import { ended } from './told.ts';
import { HTML_TOKENS, TEXT_TOKENS, XML_TOKENS, ZIP_TOKENS } from './words.ts';
import { workbookOf, workbooks } from './workbooks.ts';

/** Readers of lists: delimited text, workbooks, HTML; files, or what comes through a pipe. */

/** A small good list of each kind, a cell of each column as its sender writes it. */
const GOOD: Readonly<Record<string, string>> = {
  STT: '1',
  Ngày: '05/03/2024',
  'Ngày giao dịch': '05/03/2024',
  'Họ và tên': 'Nguyễn Thị Quỳnh Giao',
  'Họ tên': 'Trần Phương Nhi',
  'Đơn vị': 'Bệnh viện A',
  'Nội dung': 'Ủng hộ bão số 3',
  'Ghi chú': '',
  'Số tiền': '1.500.000',
  'Số tham chiếu': 'FT24065',
  'Ghi nợ': '',
  'Ghi có': '1.500.000',
  'Số dư': '2.500.000',
  'Tên đối ứng': 'LE DUC THINH',
  'Nợ/Có': 'C',
  Mã: 'M1',
  'Ngày sinh': '05/03/1985',
  CCCD: '079085004321',
  'Điện thoại': '0912345678',
  'Số tài khoản': '1903456789012',
  'Ngân hàng': 'Vietcombank',
  'Tên đơn vị': 'CĐCS Bệnh viện A',
  'Trực thuộc': '',
  Loại: 'Số dư',
  'Đối tượng': 'HCKK',
  'Lý do': 'Nhà của Quỳnh Giao bị tốc mái',
  XHTT: '500.000',
  'Hiện vật': '',
  'Ký nhận': 'x',
  'Người nhận thay': 'Lê Đức Thịnh',
  'Quan hệ': 'chồng',
  Quỹ: 'TET',
  'Nơi giữ': 'cash',
  'Đã chi': '',
  'Số lượng': '',
  ĐVT: '',
  Hạn: '',
  'Loại quy định': 'cap',
  'Giá trị': '900.000',
  Cấp: '',
  'Từ ngày': '01/01/2024',
  'Căn cứ': 'QĐ 1/QĐ-LĐLĐ',
  'Đã đối chiếu': 'x',
  'Số người': '12',
  'Chỉ tiêu': '5.000.000',
  'Đăng ký': '',
};

function rowsOf(headings: readonly string[]): string[][] {
  const row = headings.map((heading) => GOOD[heading] ?? '');
  const total = headings.map((heading) =>
    /^(Số tiền|Ghi có|Chỉ tiêu)$/.test(heading) ? (GOOD[heading] ?? '') : '',
  );
  return [['DANH SÁCH'], [...headings], row, ['Tổng cộng', ...total.slice(1)]];
}

const GRIDS = LIST_KINDS.map((kind) => rowsOf(KINDS[kind]));
const TEXTS = GRIDS.map((rows) => rows.map((cells) => cells.join(';')).join('\r\n'));

const csv: readonly Buffer[] = [
  ...TEXTS.map((text) => encoded(text, 'utf-8')),
  ...ENCODINGS.map((encoding, at) => encoded(TEXTS[at % TEXTS.length] ?? '', encoding)),
  Buffer.from('sep=;\nNgày;Họ và tên;Số tiền\n5/3/2024;"Công ty ""Hoa Sen""; chi nhánh";500.000\n'),
  Buffer.alloc(0),
];

const xlsx: readonly Buffer[] = GRIDS.map(workbookOf);

const html: readonly Buffer[] = GRIDS.map((rows) => {
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return Buffer.from(
    `<html><head><meta charset="utf-8"><title>Sao kê</title></head><body><table border=1>${lines.join('\n')}</table></body></html>`,
  );
});

const pages: fc.Arbitrary<Buffer> = fc
  .tuple(
    grid,
    fc.array(fc.constantFrom(...HTML_TOKENS.filter((token) => typeof token === 'string').slice(40, 75)), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([{ rows }, odd]) => {
    const cell = (text: string, at: number) =>
      `<td>${at % 5 === 0 ? (odd[at % odd.length] ?? '') : ''}${text}</td>`;
    return Buffer.from(
      `<table>${rows.map((cells, at) => `<tr>${cells.map((text, column) => cell(text, at + column)).join('')}</tr>`).join('')}</table>`,
    );
  });

/** Real lists that lie beside the project on the machine that plays this; never committed. */
function besides(ending: RegExp): Buffer[] {
  const folder = process.env['LISTS'];
  if (folder === undefined) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && statSync(join(folder, name)).size < 20_000)
    .map((name) => readFileSync(join(folder, name)));
}

/** What came in pieces of any size is read as what came whole. */
function streamed({ how, bytes }: Case): Promise<unknown> {
  return ended(() => {
    const encoding = how % 4 === 0 ? ENCODINGS[(how >>> 4) % ENCODINGS.length] : undefined;
    const sizes = [1 + ((how >>> 8) % 7), 1 + ((how >>> 12) % 61), 1 + ((how >>> 16) % 4097)];
    const read = (pieces: readonly Buffer[]) =>
      ended(() => {
        const sniffer = new EncodingSniffer('x', encoding);
        for (const piece of pieces) sniffer.write(piece);
        const found = sniffer.end();
        const decoder = textDecoder(found);
        return Promise.resolve([found, pieces.map((piece) => decoder.write(piece)).join('') + decoder.end()]);
      });
    const pieces: Buffer[] = [];
    for (let [at, turn] = [0, 0]; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1;
      pieces.push(bytes.subarray(at, at + size));
      at += size;
    }
    return Promise.all([read([bytes]), read(pieces)]).then(([whole, parts]) => {
      if (JSON.stringify(whole) !== JSON.stringify(parts))
        throw new Error(`in pieces it reads otherwise:\n${JSON.stringify(whole)}\n${JSON.stringify(parts)}`);
      return whole;
    });
  });
}

export const LIST_READERS: readonly Fuzzed[] = [
  {
    name: 'csv',
    quick: 250,
    bound: 2000,
    chunk: 3000,
    begin: mutants([...csv, ...besides(/\.(csv|txt)$/)], TEXT_TOKENS, [delimited, delimited]),
    read: (given) => readList(given),
  },
  {
    name: 'pieces',
    quick: 150,
    bound: 2000,
    chunk: 3000,
    begin: mutants([...csv, ...besides(/\.(csv|txt)$/)], TEXT_TOKENS, [delimited]),
    read: streamed,
  },
  {
    name: 'html',
    quick: 200,
    bound: 2000,
    chunk: 3000,
    begin: mutants([...html, ...besides(/\.html?$/)], HTML_TOKENS, [pages]),
    read: (given) => readList(given),
  },
  {
    name: 'xlsx',
    quick: 150,
    bound: 3000,
    chunk: 1500,
    begin: mutants(
      [...xlsx, ...besides(/\.xlsx$/)],
      [...ZIP_TOKENS, ...XML_TOKENS.slice(0, 40)],
      [workbooks.cells, workbooks.xml, workbooks.xml, workbooks.entries],
    ),
    read: (given) => readList(given),
  },
];
