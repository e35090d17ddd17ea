import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { formatDong } from '../../src/render/figures.ts';
import { Stage, wordsOf } from '../support/play.ts';

/** `TIMES=10` hunts ten times as long. */
const TIMES = Number(process.env['TIMES'] ?? 1);

let stage: Stage;
let books = 0;

beforeAll(async () => {
  stage = new Stage();
  await stage.data('init --book new.db --name "Công đoàn" --from 2024-01');
});

afterAll(() => {
  stage.strike();
});

vi.setConfig({ testTimeout: 60_000 * TIMES });

// --- What a list says, apart from how it is written ------------------------------------------------------------------

/** A cell's meaning: words, an amount (behind words, in a line over the list), or a day. */
type Piece = string | { readonly dong: number; readonly said?: string } | { readonly day: string };
type Grid = readonly (readonly Piece[])[];

interface Gift {
  readonly day: string;
  readonly donor: string;
  readonly amount: number;
}

const someDay = fc
  .integer({ min: 0, max: 333 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
const someDong = fc.oneof(
  fc.integer({ min: 1, max: 500_000 }).map((thousands) => thousands * 1000),
  fc.integer({ min: 1, max: 3_000_000_000 }),
);
const donor = fc.constantFrom(
  'Mạnh thường quân',
  'Nguyễn Thị Ánh Tuyết',
  'NGUYỄN VĂN ĐỨC',
  'Công ty "Hoa Sen", chi nhánh 2',
  'Tổ 3;\nKhoa Nội tổng hợp',
  'Tổng công ty Thép Việt Nam',
  'Cộng đồng người Việt | Ba Lan',
  'Tập thể cán bộ, công nhân viên Trường Tiểu học số 1',
  '-',
  '',
);
const gift: fc.Arbitrary<Gift> = fc.record({ day: someDay, donor, amount: someDong });
/** Identical rows are common in real lists: each gift comes up to three times. */
const gifts = (min: number, max: number) =>
  fc
    .array(fc.tuple(gift, fc.constantFrom(1, 1, 1, 2, 3)), { minLength: min, maxLength: max })
    .map((each) => each.flatMap(([one, times]) => Array.from({ length: times }, () => one)));

/** What offices write around the rows of a list. */
interface Frame {
  readonly ordinal: boolean;
  readonly unit: boolean;
  readonly over: readonly string[];
  readonly twoLines: boolean;
  readonly breaks: 'none' | 'titles' | 'pages' | 'subtotals';
  readonly total: boolean;
  readonly words: boolean;
  readonly signed: boolean;
}

const frame: fc.Arbitrary<Frame> = fc.record({
  ordinal: fc.boolean(),
  unit: fc.boolean(),
  over: fc.subarray([
    'CÔNG ĐOÀN BỆNH VIỆN',
    'DANH SÁCH ỦNG HỘ, ĐÓNG GÓP',
    '(Đợt 2; kèm Thông báo số 12)',
    '',
    'Từ ngày 01/01/2024 đến ngày 30/11/2024',
    'Đơn vị tính: đồng',
  ]),
  twoLines: fc.boolean(),
  breaks: fc.constantFrom('none', 'titles', 'pages', 'subtotals'),
  total: fc.boolean(),
  words: fc.boolean(),
  signed: fc.boolean(),
});

function sumOf(gifts: readonly { readonly amount: number }[]): number {
  return gifts.reduce((sum, { amount }) => sum + amount, 0);
}

function inWords(amount: number, south = false): string {
  const config = new ReadingConfig();
  config.unit = ['đồng'];
  config.oddText = south ? 'lẻ' : 'linh';
  config.units = south ? [[], ['ngàn'], ['triệu'], ['tỉ']] : [[], ['nghìn'], ['triệu'], ['tỷ']];
  return doReadNumber(BigInt(amount), config);
}

/** The list as a sheet; `off` is what its printed total and its amount in words are wrong by. */
function sheetOf(gifts: readonly Gift[], frame: Frame, off = { total: 0, words: 0 }): Grid {
  const row = (ordinal: string, day: Piece, name: string, unit: string, amount: Piece): Piece[] => [
    ...(frame.ordinal ? [ordinal] : []),
    day,
    name,
    ...(frame.unit ? [unit] : []),
    amount,
  ];
  const heading = row('STT', 'Ngày', 'Họ và tên', 'Đơn vị', 'Số tiền');
  const half = Math.ceil(gifts.length / 2);
  const between = (at: number): Grid => {
    const part = gifts.slice(at === half ? 0 : half, at);
    if (frame.breaks === 'titles' && frame.ordinal)
      return at === 0 || at === half ? [row(at === 0 ? 'I. Khối bệnh viện' : 'II', '', '', '', '')] : [];
    if (at !== half || at === gifts.length) return [];
    if (frame.breaks === 'pages') return [['Trang 1/2'], ...(frame.twoLines ? [] : [heading])];
    if (frame.breaks !== 'subtotals') return [];
    return [row('', '', 'Cộng trang', '', { dong: sumOf(part) })];
  };
  const all = sumOf(gifts);
  return [
    ...frame.over.map((line) => [line]),
    heading,
    ...(frame.twoLines ? [row('No.', 'Date', 'Full name', 'Unit', 'Amount')] : []),
    ...gifts.flatMap(({ day, donor, amount }, at) => [
      ...between(at),
      row(`${at + 1}`, { day }, donor, 'Khoa Nội', { dong: amount }),
    ]),
    ...(frame.total ? [row('', '', 'Tổng cộng', '', { dong: all + off.total })] : []),
    ...(frame.words ? [[`Bằng chữ: ${inWords(all + off.words, frame.unit)}./.`]] : []),
    ...(frame.total && frame.signed ? [[], row('', '', 'Người lập', '', 'Thủ quỹ')] : []),
  ];
}

// --- How it is written -----------------------------------------------------------------------------------------------

interface Dialect {
  readonly container: 'csv' | 'xlsx' | 'html';
  readonly delimiter: string;
  readonly quotes: 'all' | 'needed';
  /** Whether short rows are filled up with empty cells, as Excel does. */
  readonly padded: boolean;
  /** Whether the first line says the delimiter. */
  readonly sep: boolean;
  readonly newline: string;
  readonly bom: boolean;
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1258';
  readonly marks: 'vi' | 'en' | 'none';
  readonly decimals: boolean;
  readonly currency: string;
  readonly days: 'd/m/yyyy' | 'dd/mm/yyyy' | 'dd-mm-yyyy' | 'yyyy-mm-dd';
  /** Whether a workbook holds amounts as numbers, and days as days. */
  readonly numbers: boolean;
  readonly dates: boolean;
}

const dialect: fc.Arbitrary<Dialect> = fc.record({
  container: fc.constantFrom('csv', 'csv', 'csv', 'xlsx', 'xlsx', 'html'),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quotes: fc.constantFrom('all', 'needed'),
  padded: fc.boolean(),
  sep: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  bom: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-8', 'utf-16le', 'windows-1258'),
  marks: fc.constantFrom('vi', 'en', 'none'),
  decimals: fc.boolean(),
  currency: fc.constantFrom('', '', ' đ', ' VND'),
  days: fc.constantFrom('d/m/yyyy', 'dd/mm/yyyy', 'dd-mm-yyyy', 'yyyy-mm-dd'),
  numbers: fc.boolean(),
  dates: fc.boolean(),
});

function figure(value: number, { marks, decimals, currency }: Dialect): string {
  if (marks === 'none') return `${value}${currency}`;
  // `500,00` by itself may be `500,000` with a digit lost: it proves no mark, and alone it is refused.
  return `${formatDong(value, marks)}${decimals && value >= 1000 ? (marks === 'vi' ? ',00' : '.00') : ''}${currency}`;
}

function textOf(piece: Piece, dialect: Dialect): string {
  if (typeof piece === 'string') return piece;
  if ('dong' in piece) return `${piece.said ?? ''}${figure(piece.dong, dialect)}`;
  const [year = '', month = '', day = ''] = piece.day.split('-');
  const short = (digits: string) => digits.replace(/^0/, '');
  return {
    'd/m/yyyy': `${short(day)}/${short(month)}/${year}`,
    'dd/mm/yyyy': `${day}/${month}/${year}`,
    'dd-mm-yyyy': `${day}-${month}-${year}`,
    'yyyy-mm-dd': piece.day,
  }[dialect.days];
}

/** Windows-1258 has no letter with hat and tone: the tone follows the letter. */
function parted(text: string): string {
  return text.normalize('NFD').replace(/(\p{L})(\p{M}*)/gu, (_, letter: string, marks: string) => {
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(marks)?.[0] ?? '';
    return (letter + marks.replace(tone, '')).normalize('NFC') + tone;
  });
}

function textIn({ bom, encoding }: Dialect, text: string): Buffer {
  if (encoding === 'windows-1258') return iconv.encode(parted(text), encoding);
  return Buffer.from((bom ? '\ufeff' : '') + text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
}

function csvOf(grid: Grid, dialect: Dialect): string {
  const { delimiter, quotes, newline, padded, sep } = dialect;
  const quoted = (text: string) =>
    quotes === 'all' || text.includes(delimiter) || /["\r\n]/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const width = Math.max(...grid.map((row) => row.length));
  const lines = grid.map((row) =>
    Array.from({ length: padded ? width : row.length }, (_, at) =>
      quoted(textOf(row[at] ?? '', dialect)),
    ).join(delimiter),
  );
  return [...(sep ? [`sep=${delimiter}`] : []), ...lines].map((line) => line + newline).join('');
}

function htmlOf(grid: Grid, dialect: Dialect): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  const rows = grid.map(
    (row) => `<tr>${row.map((piece) => `<td>${escaped(textOf(piece, dialect))}</td>`).join('')}</tr>`,
  );
  return `<html><body><table border="1">${rows.join(dialect.newline)}</table></body></html>`;
}

async function workbookOf(grid: Grid, dialect: Dialect): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Trang 1');
  for (const [at, row] of grid.entries()) {
    for (const [column, piece] of row.entries()) {
      const cell = sheet.getCell(at + 1, column + 1);
      if (typeof piece === 'object' && 'dong' in piece && piece.said === undefined && dialect.numbers)
        cell.value = piece.dong;
      else if (typeof piece === 'object' && 'day' in piece && dialect.dates) {
        cell.value = new Date(`${piece.day}T00:00:00Z`);
        cell.numFmt = 'dd/mm/yyyy';
      } else if (piece !== '') cell.value = textOf(piece, dialect);
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function write(name: string, grid: Grid, dialect: Dialect): Promise<void> {
  if (dialect.container === 'xlsx') stage.write(name, await workbookOf(grid, dialect));
  else {
    const text = dialect.container === 'html' ? htmlOf(grid, dialect) : csvOf(grid, dialect);
    stage.write(name, textIn(dialect, text));
  }
}

// --- What the program makes of it ------------------------------------------------------------------------------------

interface Answer {
  readonly ok: boolean;
  readonly data?: {
    readonly rows: number;
    readonly accepted: number;
    readonly duplicates: number;
    readonly total: number;
    readonly document: string;
    readonly opening?: number;
    readonly closing?: number;
    readonly reading: { readonly proofs: number };
  };
  readonly error?: {
    readonly code: string;
    readonly facts: {
      readonly rows?: readonly { row: number; code: string; detail?: string }[];
      readonly breaks?: readonly { row: number }[];
    };
  };
}

/** A book of its own; gives what runs a command line on it. */
function newBook(): (line: string) => Promise<Answer> {
  const name = `so-${books++}.db`;
  copyFileSync(join(stage.folder, 'new.db'), join(stage.folder, name));
  return async (line) =>
    JSON.parse((await stage.run([...wordsOf(line), '--book', name, '--json'])).stdout) as Answer;
}

async function fundOf(run: (line: string) => Promise<Answer>): Promise<number | undefined> {
  const { data } = (await run('balance')) as unknown as {
    data: { funds: { code: string; closing: number }[] };
  };
  return data.funds.find(({ code }) => code === 'XHTT')?.closing;
}

/** Every standing gift: its day, giver and amount, in one order. */
async function standing(run: (line: string) => Promise<Answer>): Promise<string[]> {
  const { data } = (await run('entry list --from 2024-01-01 --to 2024-11-30 --fund XHTT')) as unknown as {
    data: {
      entries: {
        kind: string;
        bookedOn: string;
        party: string;
        reversedBy?: number;
        postings: { amount: number }[];
      }[];
    };
  };
  return data.entries
    .filter(({ kind, reversedBy }) => kind === 'contribution' && reversedBy === undefined)
    .map(({ bookedOn, party, postings }) => `${bookedOn} ${party} ${postings[0]?.amount ?? 0}`)
    .toSorted();
}

const TAKE = 'contribution import a.csv --fund XHTT';
const SECOND = 'contribution import b.csv --fund XHTT';

/** Eight-bit text of few words may be refused as unclear; nothing else of a good list is. */
function mayBeUnclear({ container, encoding }: Dialect, answer: Answer): boolean {
  return container !== 'xlsx' && encoding === 'windows-1258' && answer.error?.code === 'input.encodings';
}

test('a list written in any other way adds nothing, or is refused; identical rows are all kept', async () => {
  let [same, unclear] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      gifts(1, 8),
      frame,
      dialect,
      frame,
      dialect,
      fc.gen(),
      async (rows, one, first, other, second, gen) => {
        const shuffled = gen(() => fc.shuffledSubarray([...rows], { minLength: rows.length }));
        await write('a.csv', sheetOf(rows, one), first);
        await write('b.csv', sheetOf(shuffled, other), second);
        const run = newBook();
        const taken = await run(TAKE);
        if (mayBeUnclear(first, taken)) return;
        const total = sumOf(rows);
        expect(taken.error ?? taken.data).toMatchObject({ rows: rows.length, accepted: rows.length, total });
        const again = await run(SECOND);
        expect(await fundOf(run)).toBe(total);
        if (mayBeUnclear(second, again)) unclear += 1;
        else {
          same += 1;
          expect(again.error ?? again.data).toMatchObject({
            accepted: 0,
            duplicates: rows.length,
            total,
            document: 'D1',
          });
        }
      },
    ),
    { numRuns: 100 * TIMES },
  );
  expect(same).toBeGreaterThan(unclear);
});

test('a list in two parts adds up to the list; the whole after its parts adds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(gifts(2, 8), dialect, dialect, fc.nat(), async (rows, first, second, cut) => {
      const at = 1 + (cut % (rows.length - 1));
      const frame = {
        ordinal: true,
        unit: false,
        over: [],
        twoLines: false,
        breaks: 'none',
        total: true,
        words: true,
        signed: false,
      } as const;
      const [head, tail] = [rows.slice(0, at), rows.slice(at)];
      await write('a.csv', sheetOf(head, frame), { ...first, encoding: 'utf-8' });
      await write('b.csv', sheetOf(tail, frame), { ...second, encoding: 'utf-8' });
      const run = newBook();
      expect((await run(TAKE)).data).toMatchObject({ accepted: head.length });
      const rest = await run(SECOND);
      // Equal rows on both sides may make the second part look like the first once more.
      if (rest.error !== undefined || rest.data?.accepted === 0) {
        const shared = tail.some((row) => head.some((each) => JSON.stringify(each) === JSON.stringify(row)));
        expect([shared, await fundOf(run)]).toEqual([true, sumOf(head)]);
        return;
      }
      expect([rest.data?.accepted, await fundOf(run)]).toEqual([tail.length, sumOf(rows)]);
      await write('b.csv', sheetOf(rows, frame), { ...first, encoding: 'utf-8' });
      expect((await run(SECOND)).error?.code).toBe('input.overlap');
      expect((await run(`${SECOND} --supplements D1,D2`)).data).toMatchObject({ accepted: 0 });
      expect(await fundOf(run)).toBe(sumOf(rows));
    }),
    { numRuns: 40 * TIMES },
  );
});

test('twice is once; a list with more rows adds just these as a supplement; undone and taken again is taken once', async () => {
  await fc.assert(
    fc.asyncProperty(
      gifts(1, 6),
      gifts(1, 3),
      frame,
      dialect,
      dialect,
      async (rows, more, frame, first, second) => {
        await write('a.csv', sheetOf(rows, frame), { ...first, encoding: 'utf-8' });
        const run = newBook();
        expect((await run(TAKE)).data).toMatchObject({ accepted: rows.length });
        const once = await standing(run);
        expect((await run(TAKE)).data).toMatchObject({ accepted: 0, duplicates: rows.length });
        expect(await standing(run)).toEqual(once);

        await write('b.csv', sheetOf([...rows, ...more], frame), { ...second, encoding: 'utf-8' });
        expect((await run(SECOND)).error?.code).toBe('input.overlap');
        expect(await fundOf(run)).toBe(sumOf(rows));
        expect((await run(`${SECOND} --supplements D1`)).data).toMatchObject({ accepted: more.length });
        expect(await fundOf(run)).toBe(sumOf(rows) + sumOf(more));

        // Operation 1 made the book, 2 took the list, 3 the rest of it.
        const undo = (operation: number) => run(`operation undo ${operation} --reason "nhập nhầm"`);
        expect((await undo(2)).error?.code).toBe('operation.rests');
        expect((await undo(3)).error).toBeUndefined();
        expect(await standing(run)).toEqual(once);
        expect((await undo(2)).error).toBeUndefined();
        expect([await fundOf(run), await standing(run)]).toEqual([0, []]);
        await write('a.csv', sheetOf(rows, frame), { ...second, encoding: 'utf-8' });
        expect((await run(TAKE)).data).toMatchObject({ accepted: rows.length, duplicates: 0 });
        expect([await fundOf(run), await standing(run)]).toEqual([sumOf(rows), once]);
        expect((await run('verify')).ok).toBe(true);
      },
    ),
    { numRuns: 30 * TIMES },
  );
});

test('a printed total or amount in words that is off refuses the list; right ones prove it', async () => {
  await fc.assert(
    fc.asyncProperty(
      gifts(1, 8),
      frame,
      dialect,
      fc.boolean(),
      fc.integer({ min: 1, max: 3_000_000 }),
      async (rows, frame, dialect, words, by) => {
        const printed = {
          ...frame,
          total: !words || frame.total,
          words: words || frame.words,
          breaks: 'none' as const,
        };
        const how = { ...dialect, encoding: 'utf-8' as const };
        const run = newBook();
        await write('b.csv', sheetOf(rows, printed, { total: words ? 0 : by, words: words ? by : 0 }), how);
        const off = await run(SECOND);
        expect([off.error?.code, await fundOf(run)]).toEqual(['input.total', 0]);
        await write('a.csv', sheetOf(rows, printed), how);
        const right = await run(TAKE);
        expect(right.error ?? right.data?.reading).toMatchObject({
          proofs: (printed.total ? 1 : 0) + (printed.words ? 1 : 0),
        });
      },
    ),
    { numRuns: 60 * TIMES },
  );
});

// --- Statements ------------------------------------------------------------------------------------------------------

interface Line {
  readonly day: string;
  readonly memo: string;
  /** Money in above zero, money out below. */
  readonly amount: number;
  readonly balance: number;
}

interface Statement {
  readonly opening: number;
  readonly lines: readonly Line[];
}

function statements(min: number, max: number): fc.Arbitrary<Statement> {
  const line = fc.record({
    day: fc.integer({ min: 1, max: 9 }),
    amount: fc.oneof(
      someDong,
      someDong,
      fc.integer({ min: 1, max: 50_000 }).map((value) => -value),
    ),
    memo: fc.constantFrom(
      'NGUYEN VAN A ung ho',
      'Thu phi dich vu',
      'ung ho\nbao so 3',
      'TRAN THI B, "mai am"',
    ),
  });
  return fc
    .tuple(
      fc.integer({ min: 1_000_000, max: 9_000_000_000 }),
      fc.array(line, { minLength: min, maxLength: max }),
    )
    .map(([opening, lines]) => {
      let balance = opening;
      const sorted = lines.toSorted((a, b) => a.day - b.day);
      return {
        opening,
        lines: sorted.map(({ day, amount, memo }) => {
          balance += amount;
          return { day: `2024-09-0${day}`, memo, amount, balance };
        }),
      };
    });
}

interface Layout {
  readonly newestFirst: boolean;
  readonly columns: 'two' | 'signed' | 'side';
  readonly printed: boolean;
  readonly balances: boolean;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  newestFirst: fc.boolean(),
  columns: fc.constantFrom('two', 'signed', 'side'),
  printed: fc.boolean(),
  balances: fc.constant(true),
});

const MONEY = { two: ['Ghi nợ', 'Ghi có'], signed: ['Số tiền'], side: ['Số tiền', 'Dr/Cr'] } as const;

/** How a line states its amount; an amount of 0 is left blank. */
function moneyOf(amount: number, { columns }: Layout): Piece[] {
  const size: Piece = amount === 0 ? '' : { dong: Math.abs(amount) };
  if (columns === 'two') return amount < 0 ? [size, ''] : ['', size];
  if (columns === 'side') return [size, amount < 0 ? 'Dr' : 'Cr'];
  return [amount < 0 ? { dong: -amount, said: '-' } : size];
}

/** Rows before the first line of the account. */
function linesBegin({ printed }: Layout): number {
  return printed ? 3 : 1;
}

/** A statement of two lines says little: its encoding and delimiter are made to be sure. */
function sure(dialect: Dialect): Dialect {
  return { ...dialect, encoding: 'utf-8', padded: true };
}

function statementOf({ opening, lines }: Statement, layout: Layout): Grid {
  const { newestFirst, printed, balances } = layout;
  const closing = lines.at(-1)?.balance ?? opening;
  const rows = lines.map(({ day, amount, memo, balance }) => [
    { day },
    ...moneyOf(amount, layout),
    balances ? { dong: balance } : '',
    memo,
  ]);
  return [
    ...(printed
      ? [[{ dong: opening, said: 'Số dư đầu kỳ: ' }], [{ dong: closing, said: 'Số dư cuối kỳ: ' }]]
      : []),
    ['Ngày giao dịch', ...MONEY[layout.columns], 'Số dư', 'Nội dung'],
    ...(newestFirst ? rows.toReversed() : rows),
  ];
}

const STATEMENT = 'statement import a.csv --account bank';
const LATER = 'statement import b.csv --account bank';

/** Whether the lines also follow from each other the other way round: then nothing tells where they begin. */
function fitsBothWays({ lines }: Statement): boolean {
  return lines.every(
    ({ amount, balance }, at) => balance === (lines[at + 1]?.balance ?? balance - amount) + amount,
  );
}

test('a statement is one document in either order and any writing; its gifts are one list', async () => {
  await fc.assert(
    fc.asyncProperty(
      statements(1, 8),
      layout,
      dialect,
      dialect,
      fc.boolean(),
      async (statement, layout, first, second, balances) => {
        const { opening, lines } = statement;
        const one = { ...layout, balances };
        await write('a.csv', statementOf(statement, one), sure(first));
        await write(
          'b.csv',
          statementOf(statement, { ...one, newestFirst: !one.newestFirst, printed: !one.printed }),
          sure(second),
        );
        const run = newBook();
        const taken = await run(STATEMENT);
        const credits = sumOf(lines.filter(({ amount }) => amount > 0));
        expect(taken.error ?? taken.data).toMatchObject({
          rows: lines.length,
          accepted: lines.length,
          total: credits,
        });
        const again = await run(LATER);
        expect(again.error ?? again.data).toMatchObject({
          accepted: 0,
          duplicates: lines.length,
          document: 'D1',
        });
        const given = lines.filter(({ amount, memo }) => amount > 0 && !memo.startsWith('Thu phi'));
        const gifts = await run(`${TAKE} --to bank`);
        expect(gifts.error ?? gifts.data).toMatchObject({ accepted: given.length, total: sumOf(given) });
        expect((await run(`${SECOND} --to bank`)).data).toMatchObject({ accepted: 0 });
        expect(await fundOf(run)).toBe(sumOf(given));
        if (balances && !fitsBothWays(statement))
          for (const { data } of [taken, again])
            expect(data).toMatchObject({ opening, closing: lines.at(-1)?.balance });
      },
    ),
    { numRuns: 60 * TIMES },
  );
});

/** Where a line stands in the file; rows are counted from 1. */
function rowOf(at: number, { lines }: Statement, layout: Layout, { container, sep }: Dialect): number {
  const before = linesBegin(layout) + (container === 'csv' && sep ? 1 : 0);
  return before + 1 + (layout.newestFirst ? lines.length - 1 - at : at);
}

test('amounts that are missing are all named, each with what the balances prove and nothing else', async () => {
  let [proved, unproved] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      statements(3, 10),
      layout,
      dialect,
      fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 }),
      async (statement, layout, dialect, which) => {
        const { lines } = statement;
        const lost = new Set(which.map((at) => at % lines.length));
        // Where neither the days of whole lines nor printed balances say which end is first: see the statement tests.
        const days = new Set(lines.filter((_, at) => !lost.has(at)).map(({ day }) => day));
        fc.pre(days.size > 1 || (layout.printed && lines[0]?.balance !== lines.at(-1)?.balance));
        const blanked = lines.map((line, at) => (lost.has(at) ? { ...line, amount: 0 } : line));
        const grid = statementOf({ ...statement, lines: blanked }, layout);
        await write('a.csv', grid, sure(dialect));
        const run = newBook();
        const { error } = await run(STATEMENT);
        const named = new Map((error?.facts.rows ?? []).map((fault) => [fault.row, fault]));
        expect([error?.code, named.size]).toEqual(['input.rows', lost.size]);
        for (const at of lost) {
          const fault = named.get(rowOf(at, statement, layout, dialect));
          const amount = String(Math.abs(lines[at]?.amount ?? 0));
          if (fault?.code === 'amount.proved') expect(fault.detail).toBe(amount);
          else expect(fault?.code).toBe('amount.missing');
          if (fault?.code === 'amount.proved') proved += 1;
          else unproved += 1;
          // With the first and last balance printed, one amount that is missing is always proved.
          if (lost.size === 1 && layout.printed) expect(fault?.code).toBe('amount.proved');
        }
        expect((await run('statement list')).data).toEqual({ statements: [] });
      },
    ),
    { numRuns: 100 * TIMES },
  );
  expect(proved).toBeGreaterThan(unproved);
});

test('an amount or a balance that is off is a break at its row or at the next line’s', async () => {
  await fc.assert(
    fc.asyncProperty(
      statements(5, 10),
      layout,
      dialect,
      fc.nat(),
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.constantFrom('amount', 'balance'),
      async (statement, layout, dialect, which, by, what) => {
        // Without an opening balance nothing says that the first line is wrong.
        const first = layout.printed ? 0 : 1;
        const at = first + (which % (statement.lines.length - first));
        const lines = statement.lines.map((line, index) => {
          if (index !== at) return line;
          if (what === 'balance') return { ...line, balance: line.balance + by };
          return { ...line, amount: line.amount + Math.sign(line.amount) * by };
        });
        const begin = linesBegin(layout);
        const printed = statementOf(statement, layout).slice(0, begin);
        const grid = [...printed, ...statementOf({ ...statement, lines }, layout).slice(begin)];
        await write('a.csv', grid, sure(dialect));
        const { error } = await newBook()(STATEMENT);
        const rows = (error?.facts.breaks ?? []).map(({ row }) => row);
        const row = rowOf(at, statement, layout, dialect);
        const next = rowOf(Math.min(at + 1, lines.length - 1), statement, layout, dialect);
        expect([error?.code, rows.filter((each) => each !== row && each !== next)]).toEqual([
          'input.breaks',
          [],
        ]);
        expect(rows).toContain(row);
      },
    ),
    { numRuns: 100 * TIMES },
  );
});

test('two statements that overlap bring each line once', async () => {
  await fc.assert(
    fc.asyncProperty(
      statements(2, 12),
      layout,
      layout,
      dialect,
      dialect,
      fc.nat(),
      fc.nat(),
      async (statement, one, other, first, second, x, y) => {
        const { opening, lines } = statement;
        // A day on which a balance comes back after the same amount is a case of its own, below.
        const keys = new Set(lines.map(({ day, amount, balance }) => `${day} ${amount} ${balance}`));
        fc.pre(keys.size === lines.length);
        const to = 1 + (x % lines.length);
        const from = y % (to + 1 > lines.length ? lines.length : to + 1);
        const before = from === 0 ? opening : (lines[from - 1]?.balance ?? 0);
        await write('a.csv', statementOf({ opening, lines: lines.slice(0, to) }, one), sure(first));
        await write('b.csv', statementOf({ opening: before, lines: lines.slice(from) }, other), sure(second));
        const run = newBook();
        const a = await run(STATEMENT);
        expect(a.error ?? a.data).toMatchObject({ accepted: to });
        const b = await run(LATER);
        expect(b.error ?? b.data).toMatchObject({ accepted: lines.length - to });
        const { data } = (await run('statement list')) as unknown as {
          data: { statements: { lines: number }[] };
        };
        expect(data.statements.reduce((sum, each) => sum + each.lines, 0)).toBeGreaterThanOrEqual(
          lines.length,
        );
      },
    ),
    { numRuns: 60 * TIMES },
  );
});
