import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_BOOK } from '../support/transcript.ts';
import { Stage, wordsOf } from '../support/play.ts';

/** Words that no union writes: wherever one shows up, a private reason got out. */
const SECRETS = ['bímậtmột', 'bímậthai', 'bímậtba', 'bímậtbốn'] as const;

const LISTS: Readonly<Record<string, string>> = {
  'kho-khan.csv': [
    'Mã đoàn viên,Họ và tên,Đối tượng,Hoàn cảnh,Số tiền,Người nhận thay,Quan hệ',
    `M3,Lê Thị Đào,HCKK,${SECRETS[2]} đang điều trị,600.000,Lê Văn Tám,bố`,
  ].join('\n'),
  'tham-hoi.csv': [
    'Mã đoàn viên,Họ và tên,Diện,Lý do,Số tiền',
    `M4,Phạm Hòa,Ốm đau,${SECRETS[3]} nằm viện,500.000`,
  ].join('\n'),
};

const WRITES = [
  'allocation --fund TCCD --to cash --amount 20.000.000 --on 05/01/2024 --from "LĐLĐ tỉnh" --document 01/CV',
  `hardship open --member M1 --category TNLĐ --amount 3.000.000 --payer TCCD --on 10/01/2024 --payee "Trần Văn Hùng" --relation chồng --reason "${SECRETS[0]} ngã giàn giáo"`,
  'programme add kk --kind hardship --name "Khó khăn 2024" --on 15/01/2024',
  'hardship import kho-khan.csv --round kk --payer TCCD',
  'programme add th --kind visit --name "Thăm hỏi quý I" --on 15/01/2024',
  'visit import tham-hoi.csv --round th --payer TCCD',
  'hardship approve --round hardship-2024 --decision 1/QĐ --on 15/01/2024 --by "Nguyễn Văn An"',
  'hardship approve --round kk --decision 2/QĐ --on 15/01/2024 --by "Nguyễn Văn An"',
  'visit approve --round th --decision 3/QĐ --on 15/01/2024 --by "Nguyễn Văn An"',
  'hardship pay --round hardship-2024 --from TCCD:cash --on 16/01/2024',
  'hardship pay --round kk --from TCCD:cash --on 16/01/2024',
  'visit pay --round th --from TCCD:cash --on 16/01/2024',
  'hardship sign --round kk --all',
  `visit add M2 --kind ốm --on 17/01/2024 --amount 400.000 --decision 4/QĐ --from TCCD:cash --by "Lê Văn Bình" --reason "${SECRETS[1]} mổ dạ dày"`,
  'contribution add --fund TCCD --amount 100.000 --on 18/01/2024 --to cash --donor "Công ty Dược Nam Sơn"',
];

const READS = [
  'hardship list --round hardship-2024',
  'hardship list --round kk',
  'hardship due --on 31/01/2024',
  'visit list --round th',
  'visit list --round visit-2024',
  'member list',
  'ledger member M1 --from 01/01/2024',
  'ledger cash --place cash --from 01/01/2024',
  'ledger journal --from 01/01/2024',
  'ledger bank --place bank --from 01/01/2024',
  'ledger account 111 --from 01/01/2024',
  'ledger fund TCCD --from 01/01/2024',
  'ledger programme --from 01/01/2024',
  'ledger donor --from 01/01/2024',
  'ledger trial-balance --from 01/01/2024',
  'entry list --from 01/01/2024',
  'entry show 3',
  'voucher list --period 2024-01',
  'operation list',
  'balance',
  'check',
  'check --as inspector --period 2024-01',
  'reconcile --period 2024-01',
  'report recipients --period 2024-01',
  'report contributions --period 2024-01',
  'report appeals',
  'report homes',
  'report units --period 2024-01',
  'report template "report disbursements --round kk" --list',
  'verify',
];

const PAPERS = [
  'report disbursements --round hardship-2024 -o chi-1.xlsx',
  'report disbursements --round kk -o chi-2.xlsx',
  'report disbursements --period 2024-01 -o chi-3.xlsx',
  'hardship sheet --round hardship-2024 -o ky-1.xlsx',
  'visit sheet --round th -o ky-2.xlsx',
  'visit print visit-2024/0001 -o c01-1.xlsx',
  'visit print th/0001 -o c01-2.xlsx',
  'voucher print PC-TCCD-2024-0001 --and PC-TCCD-2024-0004 -o phieu.xlsx',
  'report recipients --period 2024-01 -o nguoi-1.html',
  'report thanks --period 2024-01 -o cam-on.html',
  'report term --period 2024-01 -o nhiem-ky.html',
  'report decision --round kk --decision 2/QĐ -o quyet-dinh.html',
  'report s82 --year 2024 -o s82.xlsx',
  'report b07 --year 2024 -o b07.xlsx',
  'report month-page --period 2024-01 -o trang.html',
  'report disclosure --level public --period 2024-01 -o cong-khai-1.html',
  'report disclosure --level members --unit BVA --period 2024-01 -o cong-khai-2.html',
  'report disclosure --level committee --period 2024-01 -o cong-khai-3.html',
  'report disclosure --level inspector --period 2024-01 -o cong-khai-4.xlsx',
  'report template "hardship sheet --round kk" -o mau.xlsx',
  'ledger member M1 --from 01/01/2024 -o so-1.html',
  'ledger cash --place cash --from 01/01/2024 -o so-2.csv',
  'ledger journal --from 01/01/2024 -o so-3.xlsx',
  'ledger programme --from 01/01/2024 -o so-4.html',
  'hardship list --round kk -o danh-sach.html',
  'report month-end --period 2024-01 --only xlsx -o goi-thang',
  'export --format hledger -o so.journal',
  'export --format json -o so.json',
];

const stage = new Stage();
const said: string[] = [];

async function run(line: string): Promise<void> {
  const { stdout, stderr, exit } = await stage.run(wordsOf(line));
  if (exit > 1) throw new Error(`${line}: ${stderr}`);
  said.push(`${line.replace(/--reason "[^"]*"/, '')}\n${stdout}\n${stderr}`);
}

beforeAll(async () => {
  for (const [name, text] of Object.entries(LISTS)) stage.write(name, text);
  for (const line of SMALL_BOOK) await stage.data(line);
  for (const line of WRITES) await run(line);
  for (const line of READS) {
    await run(line);
    await run(`${line} --json`);
  }
  for (const line of PAPERS) await run(line);
}, 240_000);

afterAll(() => {
  stage.strike();
});

const leaks = (text: string) => SECRETS.filter((secret) => text.normalize('NFC').includes(secret));

test('reasons were kept, each with its award', () => {
  const kept = rowsOf((sqlite) => sqlite.prepare("select value from private where register = 'award'").all());
  expect(leaks(kept)).toEqual([...SECRETS]);
});

test('no command says a reason, as text or as JSON', () => {
  expect(said.filter((each) => leaks(each).length > 0)).toEqual([]);
});

test('no file that was written holds a reason', () => {
  const files = readdirSync(stage.folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !(name in LISTS) && !name.includes('phucloi.db') && statSync(join(stage.folder, name)).isFile(),
  );
  // The month's pack is a folder of many.
  expect(files.length).toBeGreaterThan(PAPERS.length + 10);
  expect(files.filter((name) => leaks(textIn(join(stage.folder, name))).length > 0)).toEqual([]);
});

test('in the book a reason stands in the private table and nowhere else', () => {
  const open = rowsOf((sqlite) =>
    sqlite
      .prepare<[], { name: string }>(
        "select name from sqlite_schema where type = 'table' and name <> 'private'",
      )
      .all()
      .map(({ name }) => sqlite.prepare(`select * from "${name}"`).all()),
  );
  expect(leaks(open)).toEqual([]);
});

/** What a query gives, as one text. */
function rowsOf(read: (sqlite: Sqlite.Database) => unknown): string {
  const sqlite = new Sqlite(join(stage.folder, 'phucloi.db'), { readonly: true });
  try {
    return JSON.stringify(read(sqlite));
  } finally {
    sqlite.close();
  }
}

/** The text of a file, of every part of it where it is a workbook. */
function textIn(path: string): string {
  const bytes = readFileSync(path);
  if (!path.endsWith('.xlsx')) return bytes.toString('utf8');
  const parts: string[] = [];
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== 0x06054b50) end -= 1;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const part = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    parts.push((bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(part) : part).toString('utf8'));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  const text = parts.join('\n');
  if (!text.includes('worksheet')) throw new Error(`${path}: no workbook`);
  return text;
}

test('erasing people takes their reasons and whoever took the money for them, and the chain stays whole', async () => {
  for (const member of ['M1', 'M2', 'M3', 'M4']) await stage.data(`member erase ${member} --yes`);
  const all = rowsOf((sqlite) =>
    ['private', 'wording'].map((table) => sqlite.prepare(`select * from ${table}`).all()),
  );
  expect(leaks(all)).toEqual([]);
  expect(all).not.toMatch(/Trần Văn Hùng|Lê Văn Tám/);
  expect((await stage.run(['verify'])).exit).toBe(0);
});
