import fc from 'fast-check';
import iconv from 'iconv-lite';
import { DELIMITERS, ENCODINGS, type Encoding } from '../../src/intake/names.ts';
import { textDecoder } from '../../src/intake/encoding.ts';

/** The kinds of list that a command reads, each with the headings its sender writes. */
export const KINDS = {
  gifts: ['STT', 'Ngày', 'Họ và tên', 'Đơn vị', 'Nội dung', 'Số tiền'],
  giftsOfADay: ['STT', 'Họ và tên', 'Số tiền', 'Ghi chú'],
  statement: ['Ngày giao dịch', 'Số tham chiếu', 'Ghi nợ', 'Ghi có', 'Số dư', 'Nội dung', 'Tên đối ứng'],
  signedStatement: ['Ngày', 'Số tiền', 'Nợ/Có', 'Nội dung', 'Số dư'],
  members: ['Mã', 'Họ và tên', 'Đơn vị', 'Ngày sinh', 'CCCD', 'Điện thoại', 'Số tài khoản', 'Ngân hàng'],
  units: ['Mã', 'Tên đơn vị', 'Trực thuộc', 'Loại'],
  recipients: ['STT', 'Mã', 'Họ và tên', 'Đơn vị', 'Đối tượng', 'Lý do', 'Số tiền', 'XHTT', 'Hiện vật'],
  signatures: ['Mã', 'Họ và tên', 'Số tiền', 'Ngày', 'Ký nhận', 'Người nhận thay', 'Quan hệ'],
  opening: ['Loại', 'Quỹ', 'Nơi giữ', 'Họ tên', 'Mã', 'Số tiền', 'Đã chi', 'Số lượng', 'ĐVT', 'Hạn'],
  history: ['Mã', 'Họ tên', 'Đơn vị', 'Loại', 'Ngày', 'Số tiền', 'Nội dung'],
  rules: ['Mã', 'Loại', 'Loại quy định', 'Giá trị', 'Cấp', 'Từ ngày', 'Căn cứ', 'Đã đối chiếu'],
  quotas: ['Mã', 'Đơn vị', 'Số người', 'Số tiền'],
  targets: ['Mã', 'Đơn vị', 'Chỉ tiêu', 'Đăng ký'],
  reported: ['Mã', 'Họ và tên', 'Đơn vị', 'Số tiền'],
  failed: ['Mã', 'Nội dung'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ListKind = keyof typeof KINDS;
export const LIST_KINDS = Object.keys(KINDS) as readonly ListKind[];

/** People that there are not: no refusal may name them (told.ts). */
const PEOPLE = ['Nguyễn Thị Quỳnh Giao', 'TRẦN PHƯƠNG NHI', 'Lê Đức Thịnh'];
const NUMBERS = ['0912345678', '079085004321', '1903456789012'];

const money = fc.oneof(
  fc.integer({ min: 1, max: 900 }).map((thousands) => `${thousands}.000`),
  fc.integer({ min: 1, max: 900 }).map((thousands) => `${thousands},000`),
  fc.integer({ min: 1, max: 9_000_000 }).map(String),
  fc.constantFrom(
    '',
    '0',
    '-',
    '1,5 triệu',
    '500k',
    '(200.000)',
    '-50.000',
    '9007199254740991',
    '1e6',
    '50.00',
    '1.500.000,00',
    'khoảng 2 triệu',
    '100 USD',
    '=SUM(F2:F9)',
    '#REF!',
    '１２３',
    '1.000\n2.000',
  ),
);
const day = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
    .map(([d, m]) => `${d}/${m}/2024`),
  fc.constantFrom(
    '',
    '2024-02-29',
    '30/02/2024',
    '45000',
    '1/2',
    '05/06/24',
    '2024-03-05T09:30:00Z',
    '12:30 05/03/2024',
    'ngày 5 tháng 3',
    '9999-12-31',
    '00/00/0000',
    '31.12.1899',
  ),
);
const who = fc.constantFrom(
  ...PEOPLE,
  'Tổng công ty Thép',
  'Tập thể Khoa Nội',
  '',
  '-',
  'Cộng đồng',
  'Tổng cộng',
);
const free = fc.oneof(
  fc.constantFrom(
    '',
    'Ủng hộ bão số 3',
    'MBVCB.123456789.NGUYEN VAN A chuyen tien',
    'Tổng cộng',
    'Bằng chữ: Một triệu đồng',
    'Thủ quỹ',
    'Trang 1/2',
    'Số dư đầu kỳ',
    'x',
    '\u202eabc',
    '\u001b[2J',
    'a"b',
    "'=1+1",
    '\ufeff',
    'NHẬN HỘ 0912345678',
  ),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 12 }).map((codes) => String.fromCharCode(...codes)),
);

/** What stands under a heading: mostly what it asks for. */
function cellUnder(heading: string): fc.Arbitrary<string> {
  if (/tiền|nợ$|có$|dư|chi$|tiêu|ký$|XHTT|vật|Giá trị/i.test(heading))
    return fc.oneof(money, money, money, money, money, free);
  if (/ngày|hạn/i.test(heading)) return fc.oneof(day, day, day, free);
  if (/tên|thay/i.test(heading)) return fc.oneof(who, who, who, free);
  if (/CCCD|điện|tài khoản/i.test(heading)) return fc.oneof(fc.constantFrom(...NUMBERS, '', '12345'), free);
  if (/STT|Mã|Số người|lượng/.test(heading))
    return fc.oneof(
      fc.integer({ min: 1, max: 40 }).map(String),
      fc.constantFrom('M1', 'BVA', 'tet/0001', ''),
      free,
    );
  if (/Loại|Cấp|Nợ\/Có|Ký nhận|nơi|quỹ/i.test(heading))
    return fc.oneof(
      fc.constantFrom(
        'C',
        'D',
        'x',
        'Số dư',
        'Quà Tết',
        'gift',
        'cap',
        'TET',
        'cash',
        'trợ cấp',
        'công đoàn cơ sở',
      ),
      free,
    );
  return free;
}

const row = (headings: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.tuple(...headings.map(cellUnder)).map((cells) => [...cells]);

/** Rows beside the data: titles, periods, totals that are right by chance only, words, page ends, signatures. */
const beside = (headings: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    fc.constantFrom(
      ['CÔNG ĐOÀN BỆNH VIỆN'],
      ['Từ ngày 01/01/2024 đến ngày 30/11/2024'],
      ['Đơn vị tính: nghìn đồng'],
      ['Số dư đầu kỳ: 1.000.000'],
      [],
      ['I', 'Khối bệnh viện'],
      [...headings],
      ['Bằng chữ: Năm trăm nghìn đồng'],
      ['', 'Người lập', 'Thủ quỹ'],
      headings.map((_, at) => `(${at + 1})`),
    ),
    money.map((sum) =>
      headings.map((heading, at) => (at === 1 ? 'Tổng cộng' : /tiền|có/i.test(heading) ? sum : '')),
    ),
  );

/** A list of a kind: mostly whole, with its headings and rows beside them here and there. */
export const grid: fc.Arbitrary<{ readonly kind: ListKind; readonly rows: readonly (readonly string[])[] }> =
  fc.constantFrom(...LIST_KINDS).chain((kind) => {
    const headings: readonly string[] = KINDS[kind];
    return fc
      .tuple(
        fc.array(beside(headings), { maxLength: 3 }),
        fc.shuffledSubarray([...headings], { minLength: headings.length - 1 }),
        fc.boolean(),
        fc.array(
          fc.oneof({ weight: 6, arbitrary: row(headings) }, { weight: 1, arbitrary: beside(headings) }),
          { maxLength: 8 },
        ),
      )
      .map(([over, mixed, isMixed, rows]) => ({
        kind,
        rows: [...over, isMixed ? mixed : [...headings], ...rows],
      }));
  });

interface Dialect {
  readonly delimiter: string;
  readonly newline: string;
  readonly quoted: boolean;
  readonly sep: boolean;
  readonly bom: boolean;
  readonly encoding: Encoding;
}

const dialect: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(...Object.values(DELIMITERS)),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quoted: fc.boolean(),
  sep: fc.boolean(),
  bom: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-8', ...ENCODINGS),
});

export const delimited: fc.Arbitrary<Buffer> = fc
  .tuple(grid, dialect)
  .map(([{ rows }, how]) => textIn(how, rows));

function textIn(
  { delimiter, newline, quoted, sep, bom, encoding }: Dialect,
  rows: readonly (readonly string[])[],
): Buffer {
  const cell = (text: string) =>
    quoted || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((cells) => cells.map(cell).join(delimiter) + newline);
  return encoded(
    `${bom ? '\ufeff' : ''}${sep ? `sep=${delimiter}${newline}` : ''}${lines.join('')}`,
    encoding,
  );
}

/** Text in any encoding that the program reads; letters that one does not have become question marks. */
export function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be')
    return iconv.encode(text, encoding);
  const bytes = BYTES.get(encoding) ?? new Map<string, Buffer>();
  return Buffer.concat(
    Array.from(
      text.normalize('NFC'),
      (letter) => bytes.get(letter) ?? bytes.get(letter.toLowerCase()) ?? Buffer.from('?'),
    ),
  );
}

/** Each letter's bytes in each old encoding, told by reading every byte, and every pair of a letter and a mark. */
const BYTES: ReadonlyMap<Encoding, ReadonlyMap<string, Buffer>> = new Map(
  ENCODINGS.filter((encoding) => !encoding.startsWith('utf')).map((encoding) => {
    const letters = new Map<string, Buffer>();
    const add = (bytes: Buffer) => {
      const decoder = textDecoder({ encoding, why: 'given' });
      const read = (decoder.write(bytes) + decoder.end()).normalize('NFC');
      if (Array.from(read).length === 1 && read !== '\ufffd' && !letters.has(read)) letters.set(read, bytes);
    };
    for (let byte = 1; byte < 256; byte++) add(Buffer.of(byte));
    for (const letter of 'aAeEiIoOuUyYdD\u00f4\u00f6\u00d4\u00d6')
      for (let mark = 0x80; mark < 256; mark++) add(Buffer.of(letter.charCodeAt(0), mark));
    return [encoding, letters];
  }),
);
