import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold, sortKey } from '../../src/domain/name.ts';
import { SMALL_BOOK } from '../support/transcript.ts';
import { Stage, wordsOf } from '../support/play.ts';

// Somebody whose name no other text of the book has, in every place a person gets to.
const NAME = 'Tăng Thị Quỳnh Giao';
const LATER = 'Tăng Thị Quỳnh Giaao';
const ID = '001185099123';
const PHONE = '0199 777 123';
const ACCOUNT = '0000991112223';
const REASON = 'bímậtmột suy thận';

const LIST = `Ngày,Tên,Số tiền,Nội dung\n05/01/2024,${NAME},400.000,${NAME} ủng hộ ${PHONE}\n`;
const STATEMENT = [
  'Ngày giao dịch,Số tham chiếu,Ghi có,Ghi nợ,Số dư,Nội dung',
  `05/01/2024,FT24005111111,400.000,,100.400.000,${fold(NAME).toUpperCase()} CT tu ${ACCOUNT} ung ho`,
  '',
].join('\n');

const WRITES = [
  `member add --code P1 --name "${NAME}" --unit BVA --born 01/02/1985 --id ${ID} --phone "${PHONE}" --account ${ACCOUNT} --bank "Ngân hàng Đồi Mây"`,
  `member add --code P2 --name "${LATER}" --unit BVA`,
  'member add --code P3 --name "Lưu Minh Khôi" --relative-of P1',
  'member merge P2 --into P1',
  'allocation --fund TCCD --to cash --amount 20.000.000 --on 05/01/2024 --from "LĐLĐ tỉnh" --document 01/CV',
  `hardship open --member P1 --category TNLĐ --amount 3.000.000 --payer TCCD --on 10/01/2024 --payee "${LATER} Hùng" --relation chồng --reason "${REASON}"`,
  'hardship approve --round hardship-2024 --decision 1/QĐ --on 15/01/2024 --by "Nguyễn Văn An"',
  'hardship pay --round hardship-2024 --from TCCD:cash --on 16/01/2024',
  `hardship open --member P1 --category HCKK --amount 1.000.000 --payer TCCD --on 20/01/2024`,
  `hardship reject --case hardship-2024/0002 --by "Nguyễn Văn An" --reason "${NAME} đã nhận trong tháng"`,
  'contribution import gop.csv --fund MAIAM --to bank --all-new',
  `donor match --name "${fold(NAME)}" --is P1`,
  'statement import sao-ke.csv --account bank',
  'statement match --account bank --auto --likely',
  `member distinguish P1 M1 --by "Nguyễn Văn An" --reason "Không phải ${NAME}"`,
  `expense add --fund TCCD --from cash --amount 50.000 --on 20/01/2024 --note "Hoa viếng mẹ ${NAME}"`,
];

const stage = new Stage();

beforeAll(async () => {
  stage.write('gop.csv', LIST);
  stage.write('sao-ke.csv', STATEMENT);
  for (const line of SMALL_BOOK) await stage.data(line);
  for (const line of WRITES) {
    const { exit, stderr } = await stage.run(wordsOf(line));
    if (exit > 1) throw new Error(`${line}: ${stderr}`);
  }
}, 240_000);

afterAll(() => {
  stage.strike();
});

/** What of the person stands in the book's bytes, and in what a write may leave beside it. */
function bytesHold(marks: readonly string[]): string[] {
  const files = ['phucloi.db', 'phucloi.db-journal', 'phucloi.db-wal'].map((name) =>
    join(stage.folder, name),
  );
  const bytes = files
    .filter(existsSync)
    .map((path) => readFileSync(path).toString('utf8').normalize('NFC'))
    .join('\n');
  return marks.filter((mark) => bytes.includes(mark));
}

const MARKS = [NAME, LATER, fold(NAME), fold(LATER), sortKey(NAME), sortKey(LATER)];
const PRIVATE = [ID, PHONE, ACCOUNT, REASON, '01/02/1985', '1985-02-01'];

interface Answer {
  readonly remains: readonly { where: string; rows: number; why: string; until?: string }[];
  readonly relatives: readonly string[];
  readonly officials: number;
  readonly unread: boolean;
}

test('nothing in the bytes of the book tells a person who was erased, but what is said to remain', async () => {
  expect(bytesHold([...MARKS, ...PRIVATE]).length).toBeGreaterThan(6);
  const { remains, relatives, officials, unread } = await stage.data<Answer>('member erase P1 --yes');
  expect(relatives).toEqual(['P3']);
  // Who rejected, and who told two people apart, stood in one with what was said of the person.
  expect([officials, unread]).toEqual([2, false]);
  expect(remains).toEqual([
    { where: 'entry', rows: 1, why: 'voucher', until: '2034-12-31' },
    { where: 'statement_line', rows: 1, why: 'bank', until: '2034-12-31' },
    { where: 'voucher', rows: 1, why: 'voucher', until: '2034-12-31' },
  ]);
  // The wreath's voucher names the person in its content, the bank's line their account, and both must be kept.
  expect(bytesHold([...MARKS, ...PRIVATE])).toEqual([NAME, ACCOUNT]);
  expect((await stage.run(['verify'])).exit).toBe(0);
  expect((await stage.run(['check'])).exit).toBeLessThan(2);
});

test('two of one name are never chosen between: the other is told and stays', async () => {
  await stage.data(`member add --code Q1 --name "${LATER}" --unit BVA`);
  await stage.data(`member add --code Q2 --name "${LATER}" --unit TTB`);
  const { remains } = await stage.data<{ remains: object[] }>('member erase Q1 --yes');
  expect(remains).toEqual([{ where: 'beneficiary', rows: 1, why: 'same' }]);
});

/** What is written of others when a person is erased: it must stand, letter by letter. */
const DEPOSIT = 'LE VAN BINH NOP TIEN UNG HO KHOA NOI 2 NGUOI';
const LINES = [
  `02/02/2024,FT24033111111,500.000,,100.500.000,${DEPOSIT}`,
  '03/02/2024,FT24034111111,150.000,,100.650.000,LE VAN BINH UNG HO',
];

async function others(): Promise<Stage> {
  const other = new Stage();
  other.write(
    'sao-ke.csv',
    ['Ngày giao dịch,Số tham chiếu,Ghi có,Ghi nợ,Số dư,Nội dung', ...LINES, ''].join('\n'),
  );
  for (const line of [
    ...SMALL_BOOK,
    'member add --code H1 --name "Nguyễn Thị Hòa" --unit BVA --phone "0912 345 678"',
    'member add --code H2 --name "Nguyễn Thị Hoa" --unit BVA',
    'member add --code H3 --name "Lê Văn Bình" --unit BVA',
  ])
    await other.data(line);
  return other;
}

/** Gives the entry of an amount. */
async function entriesOf(other: Stage): Promise<(amount: number) => number> {
  interface Listed {
    readonly entry: number;
    readonly postings: readonly { readonly side: string; readonly amount: number }[];
  }
  const { entries } = await other.data<{ entries: Listed[] }>('entry list --period 2024');
  return (amount) => {
    const found = entries.find(({ postings }) => {
      const debits = postings.filter(({ side }) => side === 'debit').map((posting) => posting.amount);
      return debits.reduce((sum, each) => sum + each, 0) === amount;
    });
    if (found === undefined) throw new Error(`no entry of ${amount}: ${JSON.stringify(entries)}`);
    return found.entry;
  };
}

test('a bank line of two donors stays when one of them is erased, and is told where it names them', async () => {
  const other = await others();
  const given = [
    '02/02/2024,Phạm Hòa,300.000',
    '02/02/2024,Lê Văn Bình,200.000',
    '03/02/2024,Lê Văn Bình,150.000',
  ];
  other.write('gop.csv', ['Ngày,Tên,Số tiền', ...given, ''].join('\n'));
  try {
    for (const line of [
      'contribution import gop.csv --fund XHTT --to bank --all-new',
      'donor match --name "Phạm Hòa" --is M4',
      'donor match --name "Lê Văn Bình" --is H3',
      'statement import sao-ke.csv --account bank',
    ])
      await other.data(line);
    const of = await entriesOf(other);
    await other.data(
      `statement match --line 1 --entry ${of(300_000)},${of(200_000)} --reason "Hai người nộp một lần"`,
    );
    await other.data(`statement match --line 2 --entry ${of(150_000)} --reason "Anh Bình nộp"`);
    expect((await other.data<Answer>('member erase M4 --yes')).remains).toEqual([]);
    expect((await other.data<Answer>('member erase H3 --yes')).remains).toEqual([
      { where: 'statement_line', rows: 2, why: 'bank', until: '2034-12-31' },
    ]);
    const held = other.read('phucloi.db').toString('utf8');
    expect([held.includes(DEPOSIT), held.includes('LE VAN BINH UNG HO')]).toEqual([true, true]);
    expect((await other.run(['verify'])).exit).toBe(0);
  } finally {
    other.strike();
  }
});

test('words of a run that name somebody of a like name stay, and are told apart', async () => {
  const other = await others();
  try {
    for (const line of [
      'gift open --round tet --member H1 --category HCKK --payer TET --on 12/01/2024',
      'gift open --round tet --member H2 --category HCKK --payer TET --on 12/01/2024',
      'gift approve --round tet --decision 12/QĐ --on 15/01/2024 --by "Nguyễn Văn An"',
      'gift pay --round tet --from TET:cash --on 16/01/2024 --per run',
    ])
      await other.data(line);
    const run = (await entriesOf(other))(500_000);
    await other.data(
      `entry describe ${run} --content "Quà Tết cho Nguyễn Thị Hoa, Nguyễn Thị Hoa Lan" --reason "Ghi rõ người nhận"`,
    );
    await other.data(
      'expense add --fund TET --from cash --amount 20.000 --on 20/01/2024 --note "Hoa tặng Nguyễn Thị Hòa Lan"',
    );
    const { remains } = await other.data<Answer>('member erase H1 --yes');
    const held = other.read('phucloi.db').toString('utf8');
    expect(held.includes('Quà Tết cho Nguyễn Thị Hoa, Nguyễn Thị Hoa Lan')).toBe(true);
    expect(remains).toEqual([
      { where: 'beneficiary', rows: 1, why: 'same' },
      { where: 'correction', rows: 1, why: 'same' },
      { where: 'entry', rows: 1, why: 'same' },
      { where: 'voucher', rows: 1, why: 'same' },
    ]);
    // H2 is named for sure, but in the words of another's payment: they stay, as a voucher must.
    expect((await other.data<Answer>('member erase H2 --yes')).remains).toContainEqual({
      where: 'correction',
      rows: 1,
      why: 'voucher',
      until: '2034-12-31',
    });
    const left = other.read('phucloi.db').toString('utf8');
    expect(['Quà Tết cho', 'Hoa tặng Nguyễn Thị Hòa Lan'].map((words) => left.includes(words))).toEqual([
      true,
      true,
    ]);
    expect((await other.run(['verify'])).exit).toBe(0);
  } finally {
    other.strike();
  }
});

test('an official who only approved stays named; a reason about the person goes with who gave it', async () => {
  const other = await others();
  try {
    for (const line of [
      'gift open --round tet --member H1 --category HCKK --payer TET --on 12/01/2024',
      'gift open --round tet --member H2 --category HCKK --payer TET --on 12/01/2024',
      'gift approve --round tet --case tet/0001 --decision 12/QĐ --on 15/01/2024 --by "Nguyễn Văn An"',
      'gift reject --case tet/0002 --by "Phan Thị Út" --reason "Đang điều trị ung thư ở nơi khác"',
    ])
      await other.data(line);
    expect((await other.data<Answer>('member erase H1 --yes')).officials).toBe(0);
    expect((await other.data<Answer>('member erase H2 --yes')).officials).toBe(1);
    const held = other.read('phucloi.db').toString('utf8');
    expect(['Nguyễn Văn An', 'ung thư'].map((word) => held.includes(word))).toEqual([true, false]);
  } finally {
    other.strike();
  }
});
