import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from '../support/count-statements.ts';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

let stage: Stage;

beforeAll(async () => {
  stage = new Stage();
  for (const line of SMALL_BOOK) await stage.data(line);
  stage.write('tet.csv', 'Mã,Họ tên,Đối tượng\nM1,Nguyễn Thị Ánh,HCKK\nM3,Lê Thị Đào,ĐBKK\n');
  await stage.data('gift import tet.csv --round tet --payer TET');
  await stage.data('gift approve --round tet --decision 01/QĐ --on 15/01/2024 --by "Nguyễn Văn An"');
  await stage.data('gift pay --round tet --from TET:cash --on 20/01/2024');
  await stage.data(
    'contribution add --fund MAIAM --to bank --donor "Cô Sáu" --amount 900.000 --on 12/01/2024',
  );
  await stage.data('donor add --name "Công ty Sao Mai"');
  await stage.data('entry link 3 --donor NT0001').catch(() => undefined);
}, 60_000);

afterAll(() => {
  stage.strike();
});

interface Coded {
  readonly lines: readonly {
    readonly code?: string;
    readonly voucher?: string;
    readonly entry?: number;
    readonly award?: string;
    readonly account?: string;
    readonly fund?: string;
    readonly place?: string;
  }[];
}

/** Lines that another command must take, by what a ledger prints. */
function asked({ voucher, entry, award, account, fund, place }: Coded['lines'][number]): string[] {
  return [
    ...(voucher === undefined || voucher === '' ? [] : [`ledger journal --voucher ${voucher}`]),
    ...(entry === undefined ? [] : [`entry show ${entry}`]),
    ...(award === undefined ? [] : [`explain ${award}`]),
    ...(account === undefined ? [] : [`ledger account ${account} --period 2024-01`]),
    ...(fund === undefined ? [] : [`ledger fund ${fund} --period 2024-01`]),
    ...(place === undefined || place === '' ? [] : [`ledger cash --place ${place} --period 2024-01`]),
  ];
}

test.each([
  'ledger cash --period 2024-01',
  'ledger bank --period 2024-01',
  'ledger fund TET --period 2024-01',
  'ledger member M1',
  'ledger account 1 --period 2024-01',
  'ledger journal --period 2024-01',
  'ledger donor - --period 2024-01',
])('every code that %s prints is taken by another command', async (line) => {
  const { lines } = await stage.data<Coded>(line);
  expect(lines.length).toBeGreaterThan(0);
  for (const each of new Set(lines.flatMap(asked))) await stage.data(each);
});

test('programmes go down from rounds to units, awards and what an award rests on', async () => {
  const [round] = (await stage.data<Coded>('ledger programme')).lines;
  const [unit] = (await stage.data<Coded>(`ledger programme ${round?.code}`)).lines;
  const awards = await stage.data<Coded & { total: { paid: number } }>(
    `ledger programme ${round?.code} --unit ${unit?.code}`,
  );
  expect(awards.total.paid).toBe(500_000);
  await stage.data(`explain ${awards.lines[0]?.code}`);
});

test('donors go down to their gifts, accounts of the trial balance to their ledgers', async () => {
  const { donors } = await stage.data<{ donors: readonly { code: string; net: number }[] }>(
    'ledger donor --period 2024',
  );
  expect(donors.length).toBeGreaterThan(0);
  for (const { code, net } of donors) {
    const ledger = await stage.data<{ closing: number }>(`ledger donor ${code} --period 2024`);
    expect(ledger.closing).toBe(net);
  }
  const { accounts } = await stage.data<{ accounts: readonly { account: string }[] }>(
    'ledger trial-balance --period 2024-01',
  );
  for (const { account } of accounts) await stage.data(`ledger account ${account} --period 2024-01`);
});

test('a month asks as much of a book with ten times the entries in other months', async () => {
  const lines = [
    'ledger cash',
    'ledger fund TET',
    'ledger journal',
    'ledger account 1',
    'ledger trial-balance',
  ];
  const ask = async () => {
    const { counted } = await countStatements(async () => {
      for (const line of lines) await stage.data(`${line} --period 2024-01`);
    });
    return counted.reads;
  };
  const before = await ask();
  for (let day = 10; day <= 28; day++)
    await stage.data(`contribution add --fund TET --donor Lan --amount 100.000 --on 2024-03-${day}`);
  expect(await ask()).toBe(before);
}, 60_000);

test('a file is in the book’s language, and a format without a file goes to standard output', async () => {
  await stage.data('ledger cash --period 2024-01 -o so.json');
  const written = JSON.parse(stage.read('so.json').toString()) as Coded;
  expect(written.lines.length).toBeGreaterThan(0);
  const printed = await stage.run(['ledger', 'cash', '--period', '2024-01', '--format', 'json']);
  expect(JSON.parse(printed.stdout)).toEqual(written);
  const workbook = await stage.run(['ledger', 'cash', '--period', '2024-01', '--format', 'xlsx']);
  expect(workbook.stdout.slice(0, 2)).toBe('PK');
  await stage.run(['balance', '--lang', 'en', '-o', 'du.html']);
  expect(stage.read('du.html').toString()).toContain('Số dư các quỹ');
});
