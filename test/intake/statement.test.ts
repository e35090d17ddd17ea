import { appendFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import agribank from '../../data/banks/agribank.json' with { type: 'json' };
import bidv from '../../data/banks/bidv.json' with { type: 'json' };
import vietcombank from '../../data/banks/vietcombank.json' with { type: 'json' };
import vietinbank from '../../data/banks/vietinbank.json' with { type: 'json' };
import type { Day } from '../../src/domain/day.ts';
import { readContributions } from '../../src/intake/contribution.ts';
import { openList } from '../../src/intake/open.ts';
import { Stage, wordsOf } from '../support/play.ts';

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  await stage.data('init --name "Công đoàn" --from 2024-09');
});

afterEach(() => {
  stage.strike();
});

type Row = readonly (string | number | Date)[];

function csv(rows: readonly Row[], delimiter = ','): string {
  const quoted = (cell: Row[number]) => `"${String(cell).replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(quoted).join(delimiter)}\n`).join('');
}

async function xlsx(
  name: string,
  rows: readonly Row[],
  more?: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sao kê');
  for (const row of rows) sheet.addRow([...row]);
  more?.(sheet, book);
  return stage.write(name, new Uint8Array(await book.xlsx.writeBuffer()));
}

interface Refused {
  readonly code: string;
  readonly facts: {
    readonly rows?: readonly { row: number; column: string; code: string; detail?: string }[];
    readonly breaks?: readonly unknown[];
    readonly what?: string;
    readonly printed?: number;
    readonly found?: number;
    readonly document?: string;
  };
}

/** Runs a command line that must be refused. */
async function refused(line: string): Promise<Refused> {
  const { stdout } = await stage.run([...wordsOf(line), '--json']);
  const answer = JSON.parse(stdout) as { ok: boolean; error?: Refused };
  if (answer.error === undefined) throw new Error(`${line} was taken`);
  return answer.error;
}

interface Shown {
  readonly lines: readonly {
    row: number;
    day: string;
    in: number;
    out: number;
    balance?: number;
    kind: string;
    content: string;
    party: string;
  }[];
}

async function shown(document: string): Promise<Shown['lines']> {
  return (await stage.data<Shown>(`statement show ${document}`)).lines;
}

const GENERAL: Row = ['Ngày', 'Số CT', 'Nợ', 'Có', 'Số dư', 'Nội dung'];

/** Three lines that follow from 1.000.000 and end at 1.649.000. */
const LINES: readonly Row[] = [
  ['01/10/2024', 'A1', '', '500.000', '1.500.000', 'NGUYEN VAN A ung ho'],
  ['02/10/2024', 'A2', '1.000', '', '1.499.000', 'Thu phi dich vu'],
  ['03/10/2024', 'A3', '', '150.000', '1.649.000', 'TRAN THI B ung ho'],
];
const PROVED = {
  rows: 3,
  accepted: 3,
  opening: 1_000_000,
  closing: 1_649_000,
  credits: 650_000,
  debits: 1000,
};

function vcb(rows: readonly Row[]): string {
  return csv([['PageId', ...vietcombank.headings], ...rows]);
}

describe('each bank', () => {
  test('Agribank: control totals above, a balance on every line, two languages in one heading', async () => {
    const rows: Row[] = [
      ['SỔ PHỤ / STATEMENT'],
      ['Số tài khoản / A/C No : 1234567890123'],
      [
        'Ngày phát sinh trước / Prior Statement : 30/09/2024 1,000,000 Doanh số nợ tháng / Monthly less debit :',
      ],
      [
        'Số dư cuối ngày / Ending balance : 03/10/2024 1,649,000 Doanh số có tháng / Monthly plus credit: 7,649,000',
      ],
      ['Số bút toán/Doanh số nợ / Less debit : 1 1,000 Doanh số nợ năm / Annual less debit : 346,300'],
      ['Số bút toán/Doanh số có / Plus credit : 2 650,000 Doanh số có năm / Annual plus credit : 63,583,714'],
      agribank.headings,
      ...LINES.map(([day = '', ref = '', out = '', paid = '', balance = '', memo = '']) =>
        [day, memo, out, paid, balance].map((cell) => String(cell).replaceAll('.', ',')).concat(String(ref)),
      ),
    ];
    stage.write('a.csv', csv(rows));
    const answer = await stage.data('statement import a.csv --account bank');
    expect(answer).toMatchObject({ ...PROVED, bank: 'Agribank', checked: 4, breaks: [] });
  });

  test('Vietcombank: balances at the ends of days only; the first one gives the opening', async () => {
    stage.write(
      'a.csv',
      vcb([
        ['1', '01/10/2024', '5213.1', '', '500.000', '', 'NGUYEN VAN A ung ho'],
        ['1', '01/10/2024', '5213.2', '', '20.000', '1.520.000', 'TRAN THI B ung ho'],
        ['1', '02/10/2024', '5213.3', '5.500', '', '', 'Thu phi dich vu'],
        ['2', '02/10/2024', '5213.3', '', '20.000', '1.534.500', 'LE VAN C ung ho'],
      ]),
    );
    expect(await stage.data('statement import a.csv --account bank')).toMatchObject({
      bank: 'Vietcombank',
      rows: 4,
      accepted: 4,
      checked: 1,
      opening: 1_000_000,
      closing: 1_534_500,
      kinds: [
        { kind: 'contribution', lines: 3 },
        { kind: 'fee', lines: 1 },
      ],
    });
  });

  test('VietinBank: times, no balance: recorded and not proved', async () => {
    const at = (values: Readonly<Record<string, string>>) =>
      vietinbank.headings.map((heading) => values[heading] ?? '');
    stage.write(
      'a.csv',
      csv([
        vietinbank.headings,
        at({
          Date: '12/09/2024',
          Time: '21:09:43',
          CreditAmount: '500,000',
          TransactionDetails: 'ung ho\nbao so 3',
          OffsetAccount: 'NGUYEN VAN A – A/C',
        }),
        at({
          Date: '12/09/2024',
          Time: '21:09:44',
          CreditAmount: '500,000',
          TransactionDetails: 'ung ho\nbao so 3',
          OffsetAccount: 'TRAN THI B – A/C',
        }),
      ]),
    );
    const played = await stage.run(wordsOf('statement import a.csv --account bank --json'));
    expect(JSON.parse(played.stdout)).toMatchObject({
      data: { bank: 'VietinBank', accepted: 2, checked: 0, credits: 1_000_000 },
      warnings: [{ code: 'statement.unproved' }],
    });
    expect((await shown('D1')).map(({ party }) => party)).toEqual(['NGUYEN VAN A', 'TRAN THI B']);
  });

  const bidvRows = (headings: readonly string[]) => [
    ['SO DU DAU KY / Opening balance: 1,000,000'],
    ['Tong no/Total debits: 1,000'],
    ['Tong co/Total credits: 650,000'],
    [...bidv.headings, 'SO CT/REF NO', ...headings, 'SO DU/BALANCE', 'NOI DUNG/DESCRIPTION'],
    ...LINES.map((row) => row.map((cell) => String(cell).replaceAll('.', ','))),
  ];

  test('BIDV: headings without marks in two languages', async () => {
    stage.write('a.csv', csv(bidvRows(['PS NO/DEBIT', 'PS CO/CREDIT'])));
    const answer = await stage.data('statement import a.csv --account bank');
    expect(answer).toMatchObject({ ...PROVED, bank: 'BIDV', checked: 3 });
  });

  // `NO` with a second language beside it is taken for a row's number, and money out is not found.
  test('NO/DEBIT beside CO/CREDIT is money out', async () => {
    stage.write('a.csv', csv(bidvRows(['NO/DEBIT', 'CO/CREDIT'])));
    const answer = await stage.data('statement import a.csv --account bank');
    expect(answer).toMatchObject({ ...PROVED, bank: 'BIDV' });
  });
});

describe('what a statement says of itself', () => {
  const whole = (over: readonly Row[], lines = LINES, under: readonly Row[] = []) =>
    stage.write('a.csv', csv([...over, GENERAL, ...lines, ...under]));

  test('without an opening balance it follows from the first line; with one, that line is proved too', async () => {
    whole([]);
    expect(await stage.data('statement import a.csv --account bank --dry-run')).toMatchObject({
      ...PROVED,
      checked: 2,
    });
    whole([['Số dư đầu kỳ: 1.000.000 VND']], LINES, [['Số dư cuối kỳ', '', '', '', '1.649.000']]);
    expect(await stage.data('statement import a.csv --account bank')).toMatchObject({
      ...PROVED,
      checked: 4,
    });
  });

  test('a closing balance whose label stands in the last column is held too', async () => {
    whole([], LINES, [['', '', '', '', '1.649.001', 'Số dư cuối kỳ']]);
    expect((await refused('statement import a.csv --account bank')).code).toBe('input.breaks');
  });

  test.each([
    ['opening', 'Số dư đầu kỳ: 1.000.001', 3],
    ['closing', 'Số dư cuối kỳ: 1.649.001', 5],
  ])('a printed %s balance that is not the lines’ is a break beside it', async (_what, line, row) => {
    whole([[line]]);
    const { code, facts } = await refused('statement import a.csv --account bank');
    expect([code, facts.breaks]).toMatchObject(['input.breaks', [{ row }]]);
  });

  test.each([
    ['closing', ['Số dư đầu kỳ: 1.000.000', 'Số dư cuối kỳ: 1.649.001'], 1_649_001, 1_649_000],
    ['debits', ['Tổng phát sinh nợ: 2.000'], 2000, 1000],
    ['credits', ['Tổng phát sinh có: 650.001'], 650_001, 650_000],
  ])('printed %s that are not the lines’ refuse it (no balances)', async (what, over, printed, found) => {
    whole(
      over.map((line) => [line]),
      LINES.map((row) => row.with(4, '')),
    );
    const { code, facts } = await refused('statement import a.csv --account bank');
    if (what === 'closing') expect([code, facts.breaks?.length]).toEqual(['input.breaks', 1]);
    else expect({ code, ...facts }).toMatchObject({ code: 'input.control', what, printed, found });
    expect(await stage.data('statement list')).toEqual({ statements: [] });
  });

  test.each([
    [0, 1000, 650_001],
    [1, 2000, 650_000],
  ])('a row of totals that is off refuses it (%i)', async (_at, debits, credits) => {
    const bare = LINES.map((row) => row.with(4, ''));
    whole([], bare, [['Tổng cộng', '', '1.000', '650.000', '', '']]);
    const line = 'statement import a.csv --account bank --dry-run';
    expect(await stage.data(line)).toMatchObject({ credits: 650_000, debits: 1000 });
    whole([], bare, [['Tổng cộng', '', String(debits), String(credits), '', '']]);
    expect((await refused(line)).code).toBe('input.total');
  });

  test('sums below the lines are held against them', async () => {
    whole([], LINES, [['Tổng phát sinh nợ: 1.000'], ['Tổng phát sinh có: 650.000']]);
    expect(await stage.data('statement import a.csv --account bank --dry-run')).toMatchObject(PROVED);
  });

  test.each([
    ['debitCount', 'Less debit : 2 1,000', 2, 1],
    ['creditCount', 'Plus credit : 3 650,000', 3, 2],
    ['debits', 'Less debit : 1 1,001', 1001, 1000],
    ['credits', 'Plus credit : 2 650,010', 650_010, 650_000],
  ])('Agribank’s printed %s is held against the lines', async (what, line, printed, found) => {
    const rows = LINES.map(([day = '', ref = '', out = '', paid = '', balance = '', memo = '']) => [
      day,
      memo,
      out,
      paid,
      balance,
      ref,
    ]);
    stage.write('a.csv', csv([[line], agribank.headings, ...rows]));
    expect(await refused('statement import a.csv --account bank')).toMatchObject({
      code: 'input.control',
      facts: { what, printed, found },
    });
  });

  test('a break within a day that has its balance at the end only is named there', async () => {
    const rows: Row[] = [
      ['1', '01/10/2024', '1', '', '20.000', '1.520.000', 'NGUYEN VAN A ung ho'],
      ['1', '02/10/2024', '2', '', '30.000', '', 'TRAN THI B ung ho'],
      ['1', '02/10/2024', '3', '', '20.000', '1.569.000', 'LE VAN C ung ho'],
    ];
    stage.write('a.csv', vcb(rows));
    expect(await refused('statement import a.csv --account bank')).toMatchObject({
      code: 'input.breaks',
      facts: { breaks: [{ row: 4, expected: 1_570_000, found: 1_569_000, amount: -1000 }] },
    });
  });

  test('an accepted break is recorded with its row; the reason is needed; another row does not help', async () => {
    whole([], LINES.with(2, ['03/10/2024', 'A3', '', '150.000', '1.659.000', 'TRAN THI B ung ho']));
    expect(await refused('statement import a.csv --account bank')).toMatchObject({
      code: 'input.breaks',
      facts: { breaks: [{ row: 4, expected: 1_649_000, found: 1_659_000, amount: 10_000 }] },
    });
    expect(await refused('statement import a.csv --account bank --accept-break "3=in sai"')).toMatchObject({
      code: 'input.breaks',
    });
    expect(await refused('statement import a.csv --account bank --accept-break "4="')).toMatchObject({
      code: 'usage.value',
    });
    const answer = await stage.data(
      'statement import a.csv --account bank --accept-break "4=in sai trên bản gốc"',
    );
    expect(answer).toMatchObject({ accepted: 3, breaks: [{ row: 4, amount: 10_000 }] });
    expect(await stage.data('statement list')).toMatchObject({ statements: [{ lines: 3, breaks: 1 }] });
  });

  test('two amounts on one line are named, with what the balance proves where it does', async () => {
    const two: Row = ['02/10/2024', 'A2', '1.000', '7.000', '1.499.000', 'Thu phi dich vu'];
    whole([], LINES.with(1, two));
    const { code, facts } = await refused('statement import a.csv --account bank');
    expect([code, facts.rows]).toMatchObject([
      'input.rows',
      [{ row: 3, column: 'Nợ', code: 'amount.proved', detail: '1000' }],
    ]);
    whole([], LINES.map((row) => row.with(4, '')).with(1, two.with(4, '')));
    expect((await refused('statement import a.csv --account bank')).facts.rows).toMatchObject([
      { row: 3, code: 'amount.two' },
    ]);
  });
});

test('fees, their VAT, interest and refunds are lines of the statement and never gifts', async () => {
  const memos = [
    ['Thu phi dich vu SMS', 'debit'],
    ['Thue GTGT phi dich vu', 'debit'],
    ['Tra lai tien gui', 'credit'],
    ['Hoan tra giao dich loi', 'credit'],
    ['Thu phi hoan lai', 'credit'],
    ['NGUYEN VAN A ung ho quy', 'credit'],
  ] as const;
  stage.write(
    'a.csv',
    csv([
      GENERAL,
      ...memos.map(([memo, side], at) => [
        '01/10/2024',
        `A${at}`,
        side === 'debit' ? '1.000' : '',
        side === 'credit' ? '20.000' : '',
        '',
        memo,
      ]),
    ]),
  );
  const gifts = await stage.data<{ leftOut: { kind: string; lines: number }[] }>(
    'contribution import a.csv --fund XHTT --to bank',
  );
  expect(gifts).toMatchObject({ rows: 1, accepted: 1, posted: 20_000 });
  expect(gifts.leftOut.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
    { kind: 'fee', lines: 2 },
    { kind: 'interest', lines: 1 },
    { kind: 'refund', lines: 1 },
    { kind: 'vat', lines: 1 },
  ]);
  await stage.data('statement import a.csv --account bank');
  expect((await shown('D2')).map(({ kind }) => kind)).toEqual([
    'fee',
    'vat',
    'interest',
    'refund',
    'fee',
    'contribution',
  ]);
});

test('account and telephone numbers are masked where a statement is shown', async () => {
  const [account, other, phone] = ['0987001234567', '0123004567890', '0912345678'];
  stage.write(
    'a.csv',
    csv([
      GENERAL,
      [
        '01/10/2024',
        'A1',
        '',
        '20.000',
        '',
        `MBVCB.6916176124.NGUYEN VAN A chuyen tien.CT tu ${account} NGUYEN VAN A toi ${other} CONG DOAN`,
      ],
      ['01/10/2024', 'A2', '', '30.000', '', `ung ho, lien he ${phone}`],
    ]),
  );
  await stage.data('statement import a.csv --account bank');
  for (const line of ['statement show D1', 'statement show D1 --json']) {
    const { stdout } = await stage.run(wordsOf(line));
    for (const number of [account, other, phone]) expect(stdout).not.toContain(number);
    expect(stdout).toContain(`***${account.slice(-3)}`);
  }
});

test('a statement of a place of cash is refused', async () => {
  stage.write('a.csv', csv([GENERAL, ...LINES]));
  expect((await refused('statement import a.csv --account cash')).code).toBe('place.cash');
});

// Digits of an amount are masked as if they were somebody's number (reader.ts, `masked`).
test('an amount of nine digits that the balances prove is told', async () => {
  const rows = [
    ['01/10/2024', 'A1', '', '1.000', '1.001.000', 'NGUYEN VAN A ung ho'],
    ['02/10/2024', 'A2', '', '', '101.001.000', 'TRAN THI B ung ho'],
  ];
  stage.write('a.csv', csv([GENERAL, ...rows]));
  const { facts } = await refused('statement import a.csv --account bank');
  expect(facts.rows).toMatchObject([{ row: 3, code: 'amount.proved', detail: '100000000' }]);
});

test('which end is first is told by the balances, before an amount is said to be proved', async () => {
  const rows = [
    ['01/10/2024', 'A3', '', '', '1.001.000', 'NGUYEN VAN A ung ho'],
    ['01/10/2024', 'A2', '', '', '1.000.999', 'TRAN THI B ung ho'],
    ['01/10/2024', 'A1', '1', '', '999.999', 'Thu phi dich vu'],
  ];
  stage.write('a.csv', csv([GENERAL, ...rows]));
  const { facts } = await refused('statement import a.csv --account bank');
  // Newest first: 1 and 1.000 came in. Oldest first the second would be 1 out, and the last line would break.
  expect(facts.rows).toMatchObject([
    { row: 2, detail: '1' },
    { row: 3, detail: '1000' },
  ]);
});

test('an amount that two directions prove differently is not said to be proved', async () => {
  const rows = [
    ['01/10/2024', 'A1', '', '', '1.000.000', 'NGUYEN VAN A ung ho'],
    ['01/10/2024', 'A2', '', '', '1.500.000', 'TRAN THI B ung ho'],
  ];
  stage.write('a.csv', csv([GENERAL, ...rows]));
  const { facts } = await refused('statement import a.csv --account bank');
  expect(facts.rows?.map(({ code, detail }) => [code, detail])).toEqual([
    ['amount.missing', undefined],
    ['amount.missing', undefined],
  ]);
});

test('interest in a statement with one column of amounts is no gift', async () => {
  const heading = ['Ngày giao dịch', 'Số tiền', 'Số dư', 'Nội dung'];
  const rows = [
    ['01/10/2024', '+500.000', '1.500.000', 'NGUYEN VAN A ung ho'],
    ['02/10/2024', '+20.000', '1.520.000', 'Tra lai tien gui'],
  ];
  stage.write('a.csv', csv([heading, ...rows]));
  const answer = await stage.data('contribution import a.csv --fund XHTT --to bank');
  expect(answer).toMatchObject({ posted: 500_000, leftOut: [{ kind: 'interest', lines: 1 }] });
});

test('page rows and repeated headings are no lines', async () => {
  const [first = [], ...rest] = LINES;
  stage.write('a.csv', csv([GENERAL, first, ['Trang 1/2'], GENERAL, ...rest, ['Trang 2/2']]));
  expect(await stage.data('statement import a.csv --account bank')).toMatchObject(PROVED);
});

// A repeated line is compared with both lines of the heading joined.
test('a heading of two lines, repeated on each page, is no line', async () => {
  const english = ['Date', 'Ref', 'Debit', 'Credit', 'Balance', 'Description'];
  const [first = [], ...rest] = LINES;
  stage.write('a.csv', csv([GENERAL, english, first, GENERAL, english, ...rest]));
  expect(await stage.data('statement import a.csv --account bank')).toMatchObject(PROVED);
});

describe('lines that may stand already', () => {
  const bare = (rows: readonly Row[]) => csv([GENERAL, ...rows.map((row) => row.with(4, ''))]);
  const more = (at: number): Row => ['05/10/2024', `B${at}`, '', `${at + 1}0.000`, '', 'LE VAN C ung ho'];

  test('with balances a line that stands already is not brought twice', async () => {
    stage.write('a.csv', csv([GENERAL, ...LINES.slice(0, 2)]));
    stage.write('b.csv', csv([GENERAL, ...LINES.slice(1)]));
    await stage.data('statement import a.csv --account bank');
    expect(await stage.data('statement import b.csv --account bank')).toMatchObject({
      rows: 2,
      accepted: 1,
      duplicates: 1,
      suspects: 0,
    });
    const { lines } = await stage.data<{ lines: { row: number }[] }>('statement show D2');
    expect(lines.map(({ row }) => row)).toEqual([3]);
  });

  // Day, amount and balance are taken for one line's own: a gift paid back and given again has all three twice.
  test('a balance that comes back after the same amount on one day is another line', async () => {
    const [gave, back, again]: Row[] = [
      ['01/10/2024', 'A1', '', '100.000', '1.100.000', 'NGUYEN VAN A ung ho'],
      ['01/10/2024', 'A2', '100.000', '', '1.000.000', 'Hoan tra giao dich loi'],
      ['01/10/2024', 'A3', '', '100.000', '1.100.000', 'TRAN THI B ung ho'],
    ];
    stage.write('a.csv', csv([GENERAL, gave ?? []]));
    stage.write('b.csv', csv([GENERAL, back ?? [], again ?? []]));
    await stage.data('statement import a.csv --account bank');
    // Another reference beside the same balance: it may be one line or two, so it is asked, and kept.
    expect((await refused('statement import b.csv --account bank')).code).toBe('input.repeated');
    const kept = await stage.data('statement import b.csv --account bank --suspects keep');
    expect(kept).toMatchObject({ accepted: 2, suspects: 1 });
  });

  test('without balances few alike are kept and shown; skip leaves them out; most of a file is refused', async () => {
    stage.write('a.csv', bare([...LINES, more(8), more(9)]));
    await stage.data('statement import a.csv --account bank');
    stage.write('b.csv', bare([more(9), more(0), more(1), more(2)]));
    const kept = await stage.data('statement import b.csv --account bank --dry-run');
    expect(kept).toMatchObject({
      accepted: 4,
      suspects: 1,
      alike: [{ row: 2, day: '2024-10-05', amount: 100_000, document: 'D1', documentRow: 6 }],
    });
    const skipped = await stage.data('statement import b.csv --account bank --suspects skip --dry-run');
    expect(skipped).toMatchObject({ accepted: 3, duplicates: 1, suspects: 1 });
    stage.write('c.csv', bare([...LINES.slice(1), more(0)]));
    expect(await refused('statement import c.csv --account bank')).toMatchObject({
      code: 'input.repeated',
      facts: { document: 'D1', overlap: 2, rows: 3 },
    });
    expect(await stage.data('statement import c.csv --account bank --suspects keep --dry-run')).toMatchObject(
      { accepted: 3, suspects: 2 },
    );
    expect(await stage.data('statement import c.csv --account bank --suspects skip')).toMatchObject({
      accepted: 1,
      duplicates: 2,
    });
  });
});

test('a list that changes between two readings is refused', async () => {
  // A short list is held after its first reading; this one is read anew.
  const long = Array.from({ length: 20_000 }, () => (LINES[0] ?? []).with(4, ''));
  const path = stage.write('a.csv', csv([GENERAL, ...long]));
  const list = await openList(path, {});
  const limits = { first: '2024-09-01' as Day, today: '2024-11-30' as Day };
  const gifts = await readContributions(list, limits, undefined);
  appendFileSync(path, csv([LINES[0] ?? []]));
  const read = async () => {
    let rows = 0;
    for await (const batch of gifts.rows()) rows += batch.length;
    return rows;
  };
  await expect(read()).rejects.toThrow('input.changed');
});

test('a workbook that changes between two readings is refused', async () => {
  const path = await xlsx('a.xlsx', [GENERAL, ...LINES]);
  const list = await openList(path, {});
  await xlsx('a.xlsx', [GENERAL, ...LINES.slice(1)]);
  const read = async () => {
    let rows = 0;
    for await (const batch of list.rows()) rows += batch.length;
    return rows;
  };
  // Its parts no longer stand where they stood, or have other sums.
  await expect(read()).rejects.toThrow(/^input\.(changed|format)$/);
});

describe('one statement in many forms is one document', () => {
  const SAME = { rows: 3, accepted: 0, duplicates: 3, document: 'D1', closing: 1_649_000 };
  const again = async (file: string): Promise<object> => {
    stage.write('a.csv', csv([GENERAL, ...LINES]));
    await stage.data('statement import a.csv --account bank');
    return stage.data(`statement import ${file} --account bank`);
  };
  const figure = (cell: Row[number]) =>
    /^[\d.]+$/.test(String(cell)) && cell !== '' ? Number(String(cell).replaceAll('.', '')) : cell;
  const day = (cell: Row[number] | undefined) =>
    new Date(`${String(cell).split('/').toReversed().join('-')}T00:00:00Z`);

  test('a workbook with numbers and days', async () => {
    await xlsx('b.xlsx', [GENERAL, ...LINES.map((row) => row.map(figure).with(0, day(row[0])))], (sheet) => {
      sheet.getColumn(1).numFmt = 'dd/mm/yyyy';
    });
    expect(await again('b.xlsx')).toMatchObject(SAME);
  });

  test('a workbook that counts its days from 1904', async () => {
    const rows = [GENERAL, ...LINES.map((row) => row.map(figure).with(0, day(row[0])))];
    await xlsx('b.xlsx', rows, (sheet, book) => {
      sheet.getColumn(1).numFmt = 'dd/mm/yyyy';
      book.properties.date1904 = true;
    });
    expect(await again('b.xlsx')).toMatchObject(SAME);
  });

  test('a workbook with text numbers and no-break blanks, hidden rows and a merged heading of two lines', async () => {
    const upper = ['Ngày', 'Số CT', 'Phát sinh', '', 'Số dư', 'Nội dung'];
    const lower = ['', '', 'Nợ', 'Có', '', ''];
    const text = LINES.map((row) =>
      row.map((cell) => (figure(cell) === cell ? cell : `\u00a0${String(cell)}\u00a0`)),
    );
    await xlsx('b.xlsx', [['SAO KÊ TÀI KHOẢN'], upper, lower, ...text], (sheet) => {
      sheet.mergeCells('C2:D2');
      for (const column of ['A', 'B', 'E', 'F']) sheet.mergeCells(`${column}2:${column}3`);
      sheet.getRow(5).hidden = true;
    });
    expect(await again('b.xlsx')).toMatchObject(SAME);
  });

  test('a hidden row is read, and said', async () => {
    await xlsx('b.xlsx', [GENERAL, ...LINES], (sheet) => {
      sheet.getRow(3).hidden = true;
    });
    const answer = await stage.data('statement import b.xlsx --account bank');
    expect(answer).toMatchObject({ ...PROVED, reading: { hiddenRows: 1 } });
  });

  test('semicolons behind a sep= line', async () => {
    stage.write('b.csv', `sep=;\r\n${csv([GENERAL, ...LINES], ';').replaceAll('\n', '\r\n')}`);
    expect(await again('b.csv')).toMatchObject(SAME);
  });

  test('the HTML table that a bank names .xls', async () => {
    const rows = [GENERAL, ...LINES].map(
      (row) => `<tr>${row.map((cell) => `<td>${cell instanceof Date ? '' : cell}</td>`).join('')}</tr>`,
    );
    stage.write(
      'b.xls',
      `<html><head><meta charset="utf-8"></head><body><p>SAO KÊ</p><table>${rows.join('\n')}</table></body></html>`,
    );
    expect(await again('b.xls')).toMatchObject(SAME);
  });

  test('newest first', async () => {
    stage.write('b.csv', csv([GENERAL, ...LINES.toReversed()]));
    expect(await again('b.csv')).toMatchObject(SAME);
  });
});
