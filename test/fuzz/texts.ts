import type { Case, Fuzzed, Maker } from './harness.ts';
import type { Random } from './random.ts';
import { dayNumber, readDay, readMonth, type Day } from '../../src/domain/day.ts';
import {
  AmountColumn,
  readAmount,
  readTyped,
  scaleIn,
  foreignCurrency,
  type AmountReading,
} from '../../src/intake/amount.ts';
import type { Cell } from '../../src/intake/cell.ts';
import { DayColumn, readDayCell } from '../../src/intake/day-cell.ts';
import { codeIn, lineKind, readMemo } from '../../src/intake/memo.ts';
import { readSpan, spanIn } from '../../src/intake/period.ts';
import { readWords } from '../../src/intake/words.ts';
import { changed } from './mutate.ts';

/** Readers of one cell, or of what is typed: their cases are texts, and a case costs a few microseconds. */

const UTF16 = 'utf16le';
const textOf = ({ bytes }: Case) => bytes.toString(UTF16);

/** Texts of known pieces in any order, and texts of a corpus with a few of their letters changed. */
function texts(pieces: readonly string[], corpus: readonly string[]): () => Maker {
  const bytes = corpus.map((text) => Buffer.from(text, UTF16));
  const tokens = pieces.map((text) => Buffer.from(text, UTF16));
  return () => (random) =>
    random.below(2) === 0
      ? Buffer.concat(Array.from({ length: random.below(9) }, () => piece(random, tokens)))
      : changed(random, random.one(bytes), 3, tokens, bytes);
}

/** Mostly one of the known; else any character. */
function piece(random: Random, tokens: readonly Buffer[]): Buffer {
  if (random.below(8) > 0) return random.one(tokens);
  return Buffer.from(String.fromCodePoint(random.below(random.below(2) === 0 ? 0x300 : 0x1_10000)), UTF16);
}

const AMOUNTS = [
  '1.500.000',
  '1,500,000.00',
  '2tr5',
  '1 tỷ 416 triệu 882 nghìn',
  '3 tỷ rưỡi',
  '500k',
  'VND 20,000',
  '(1.000)',
  '- 5.000 đ',
  'khoảng 1,5 triệu đồng',
  "'007",
  '1 000 000',
  '0',
  '9.007.199.254.740.991',
  '1e6',
  'USD 5',
];
const AMOUNT_PIECES = [
  '0',
  '1',
  '12',
  '500',
  '000',
  '999',
  '.',
  ',',
  ' ',
  '\u00a0',
  '\u202f',
  '-',
  '−',
  '(',
  ')',
  '+',
  "'",
  'k',
  'tr',
  'triệu',
  'tỷ',
  'nghìn',
  'trăm',
  'rưỡi',
  'đ',
  'đồng',
  'VND',
  '₫',
  'USD',
  '$',
  'khoảng ',
  '~',
  'e',
  'E+',
  '\n',
  '\t',
  '\u200b',
  '\ufeff',
  '٣',
  '１',
  '½',
  '\ud800',
  '9007199254740992',
  '0'.repeat(60),
  '1.'.repeat(30),
  ' '.repeat(40),
  'tr5'.repeat(20),
  '-'.repeat(40),
];

const MARKS = ['dot', 'comma', 'none'] as const;

/** An amount is a whole number within what a number holds; figures alone are themselves; a column decides or says why not. */
function amount(given: Case): unknown {
  const text = textOf(given);
  const cell: Cell = given.how % 5 === 0 ? { number: text } : text;
  const column = new AmountColumn(given.how % 7 === 0 ? 'dot' : undefined, given.how % 3 === 0 ? 1000 : 1);
  column.see(cell);
  const decided = column.decide();
  const readings: AmountReading[] = 'mark' in decided ? [decided] : [];
  readings.push({ mark: MARKS[given.how % 3] ?? 'none', scale: 1, cells: 0, of: 0, why: 'given' });
  const read = readings.map((reading) => readAmount(cell, reading, given.how % 2 === 0));
  const typed = readTyped(text);
  for (const value of [typed, ...read.map((each) => ('amount' in each ? each.amount : undefined))]) {
    if (value !== undefined && !Number.isSafeInteger(value)) throw new Error(`no whole amount: ${value}`);
    if (value === 0) throw new Error('an amount of nothing');
  }
  if (typed !== undefined && typed <= 0) throw new Error(`typed below zero: ${typed}`);
  if (/^[1-9]\d{0,14}$/.test(text) && typed !== Number(text)) throw new Error(`${text} was read as ${typed}`);
  const grouped =
    /^[1-9]\d{0,2}(\.\d{3})+$/.test(text) && text.length < 20 ? Number(text.replaceAll('.', '')) : undefined;
  if (grouped !== undefined && typed !== undefined && typed !== grouped)
    throw new Error(`${text} was read as ${typed}`);
  return [decided, read, typed, readWords(text), scaleIn(text), foreignCurrency(text)];
}

const DAYS = [
  '05/02/2024',
  '2024-02-29',
  '5.2.24',
  '24-09-26',
  '12/05',
  '2024-09-24T21:27:00+07:00',
  '24/09/2024 21:27 PM',
  '45292',
  'ngày 05 tháng 02 năm 2024',
  '20240924',
  'Thứ hai, 05/02/2024',
  'Từ ngày 01/09/2024 đến ngày 30/09/2024',
  'Tháng 9 năm 2024',
  'Quý III/2024',
  'Năm 2024',
  '2024-09',
  '01/09/2024..30/09/2024',
  'Sáu tháng đầu năm 2024',
];
const DAY_PIECES = [
  '0',
  '1',
  '5',
  '12',
  '29',
  '30',
  '31',
  '02',
  '2024',
  '2023',
  '1900',
  '9999',
  '24',
  '/',
  '-',
  '.',
  ' ',
  'T',
  'Z',
  '+07:00',
  '-12:00',
  ':',
  '21:27',
  '23:59:59',
  'PM',
  'SA',
  'CH',
  'ngày ',
  'tháng ',
  'năm ',
  'quý ',
  'đến ',
  'từ ',
  'đầu ',
  'cuối ',
  'II',
  'thứ hai, ',
  '..',
  '\u00a0',
  '\u200b',
  '３',
  '\ud83d',
  '0'.repeat(50),
  '1/'.repeat(40),
  ' '.repeat(60),
  'tháng '.repeat(30),
  '12:'.repeat(30),
  'từ ngày 1/1/2024 '.repeat(20),
];

/** A day is one of the calendar, inside its span; a day written in full is itself. */
function day(given: Case): unknown {
  const text = textOf(given);
  const span = given.how % 3 === 0 ? readSpan('2024-09') : undefined;
  const cell: Cell = given.how % 5 === 0 ? { number: text } : text;
  const column = new DayColumn(span);
  column.see(1, cell);
  const read = readDayCell(cell, column.decide());
  if ('day' in read) {
    mustBeDay(read.day);
    if (span !== undefined && (read.day < span.from || read.day > span.to))
      throw new Error(`${read.day} outside`);
    if (read.clock !== undefined && !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(read.clock))
      throw new Error(`no clock: ${read.clock}`);
  }
  const typed = readDay(text);
  if (typed !== undefined) mustBeDay(typed);
  const spans = [spanIn(text), readSpan(text)];
  for (const each of spans) {
    if (each === undefined) continue;
    mustBeDay(each.from);
    mustBeDay(each.to);
    if (each.from > each.to) throw new Error(`a span that ends before it begins: ${each.from} ${each.to}`);
  }
  return [read, typed, readMonth(text), spans];
}

function mustBeDay(value: Day): void {
  const [, year = '', month = '', number = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(number)));
  if (
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== value ||
    !Number.isInteger(dayNumber(value))
  )
    throw new Error(`no day: ${value}`);
}

const MEMOS = [
  'MBVCB.6789012345.Quynh Giao ung ho dong bao bao so 3.CT tu 0123456789 NGUYEN THI QUYNH GIAO toi 1900000000 CONG DOAN',
  'IBFT LE DUC THINH CHUYEN TIEN',
  '020097040509121212-0912345678-ung ho mai am',
  'ZP240912000001 123456789012345 nguyen van a ung ho',
  'Cty TNHH Hoa Sen ung ho',
  'Lai nhap von',
  'Thu phi SMS',
  'CHUYEN TIEN DEN TU NAPAS NOI DUNG: TRAN PHUONG NHI UNG HO XHTT',
  'B/O: CONG TY A F/O: CONG DOAN ND: ung ho',
  'TKThe :19034567890 tai TCB',
  '//SAL/T09 LUONG//',
];
const MEMO_PIECES = [
  'NGUYEN ',
  'tran ',
  'thi ',
  'van ',
  'CTY ',
  'cong ty ',
  'ung ho ',
  'chuyen tien ',
  'MBVCB.',
  '123456',
  '0912345678',
  'FT24268',
  ' tu ',
  ' toi ',
  'CT ',
  '.',
  ',',
  ':',
  '-',
  '/',
  '(',
  ')',
  ' nd: ',
  'b/o: ',
  'bao so 3',
  'phi ',
  'lai ',
  'hoan ung ',
  '\n',
  '\u200b',
  '\u202e',
  'đ',
  'Ấ',
  'a\u0302\u0301',
  '\ud800',
  '🙏',
  ' '.repeat(80),
  'a'.repeat(1200),
  'ct tu 0'.repeat(60),
  '1 '.repeat(400),
  '. '.repeat(400),
  'partner.direct_debits_vcb.momo.1.',
  '-1-1:1:1',
  '*'.repeat(300),
  'x1'.repeat(300),
];
const CODES = ['XHTT', 'bao-so-3', 'MA01', 'tet/0001'];

/** The numbers of accounts never come back whole, all is on one line, and a code is one of those asked for. */
function memo(given: Case): unknown {
  const [text = '', counter = ''] = textOf(given).split('\u0001');
  const read = readMemo(text, counter);
  const code = codeIn(text, CODES);
  if (code !== undefined && !CODES.includes(code)) throw new Error(`no code: ${code}`);
  return [read, lineKind(text, 'credit'), lineKind(text, 'debit'), code];
}

export const TEXT_READERS: readonly Fuzzed[] = [
  {
    name: 'amount',
    quick: 1000,
    bound: 1000,
    chunk: 50_000,
    begin: texts(AMOUNT_PIECES, AMOUNTS),
    read: amount,
  },
  { name: 'day', quick: 1000, bound: 1000, chunk: 50_000, begin: texts(DAY_PIECES, DAYS), read: day },
  {
    name: 'memo',
    quick: 1000,
    bound: 1000,
    chunk: 20_000,
    begin: texts([...MEMO_PIECES, '\u0001'], MEMOS),
    read: memo,
  },
];
