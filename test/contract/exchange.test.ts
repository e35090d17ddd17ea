import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

let stage: Stage;
let lines: string[];

/** A book with something in most tables: people, awards, advances, statements, counts, undone lists, a close, an erasure. */
beforeAll(async () => {
  stage = new Stage();
  for (const line of SMALL_BOOK) await stage.data(line);
  stage.write(
    'nguoi.csv',
    'Mã,Họ và tên,Đơn vị,CCCD,Điện thoại\nM5,Đỗ Thị Én,BVA,001099012345,0912 345 678\n',
  );
  stage.write(
    'sao-ke.csv',
    'Ngày,Nội dung,Nợ,Có,Số dư\n02/01/2024,Ung ho,,5.000,105.000\n03/01/2024,Phi,1.000,,104.500\n',
  );
  stage.write('ung-ho.csv', 'Ngày,Tên,Số tiền\n02/01/2024,Nguyen Thi Anh,50.000\n02/01/2024,Khác,70.000\n');
  for (const line of [
    'member import nguoi.csv',
    'contribution add --fund XHTT --amount 1.000.000 --on 10/01/2024 --donor "Nguyễn Văn Một"',
    'gift open --round tet --member M1 --category HCKK --payer TET --on 10/01/2024',
    'gift open --round tet --member M2 --category HCKK --payer TET --on 10/01/2024',
    'gift approve --round tet --decision 1/QĐ --on 15/01/2024 --by "Nguyễn Văn An"',
    'gift pay --round tet --from TET:cash --on 16/01/2024 --handed-to "Lê Văn Bình" --due 20/01/2024',
    'gift sign --round tet --all',
    'statement import sao-ke.csv --account bank --accept-break "3=bản giấy in sai"',
    'contribution import ung-ho.csv --fund XHTT',
  ])
    await stage.data(line);
  const { operations } = await stage.data<{ operations: number }>('verify');
  for (const line of [
    `operation undo ${operations} --reason "nhập nhầm"`,
    'contribution import ung-ho.csv --fund XHTT',
    'donor match --name "NG T ANH" --is M1',
    'entry reverse 2 --reason "ghi nhầm"',
    'member erase M3 --yes',
    'cash count --on 31/01/2024 --total 6.120.000 --by "Trần Thị Hòa"',
    'reconcile accept bank.difference:bank@2024-01-03 --reason "bản giấy in sai" --by An --until 29/02/2024',
    'close 2024-01',
    'move --fund MAIAM --from bank --to cash --amount 100.000 --on 02/02/2024',
  ])
    await stage.data(line);
  await stage.data('export --format json --private -o so.json --purpose "Bàn giao"');
  lines = stage.read('so.json').toString().trimEnd().split('\n');
});

afterAll(() => {
  stage.strike();
});

const rows = (book: string, sql: string): unknown[] => {
  const db = new Database(join(stage.folder, book), { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};

test('a book goes out and comes back: the same rows in every table, the same head, the same balances', async () => {
  const rebuilt = await stage.data<{ head: string; withheld: number }>('import-book so.json --book moi.db');
  const { head } = await stage.data<{ head: string }>('verify');
  expect(rebuilt).toMatchObject({ head, withheld: 0 });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ head });
  expect(await stage.data('verify --book moi.db')).toMatchObject({ head });
  const tables = rows(
    'phucloi.db',
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'book'",
  ) as { name: string }[];
  const filled = tables.filter(({ name }) => rows('phucloi.db', `select 1 from "${name}"`).length > 0);
  expect(filled.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'undo',
      'advance',
      'handout',
      'private',
      'statement_break',
      'period_event',
      'alias',
    ]),
  );
  for (const { name } of tables) {
    // Another book has another key, by which private values are found again; day balances may be of zero.
    const columns = name === 'private' ? 'register, owner, field, value' : '*';
    const sql = `select ${columns} from "${name}"${name === 'balance_day' ? ' where debit <> 0 or credit <> 0' : ''}`;
    expect(rows('moi.db', sql), name).toEqual(rows('phucloi.db', sql));
  }
  expect(await stage.data('balance --book moi.db')).toEqual(await stage.data('balance'));
});

test('a rebuilt book goes on as a book: numbers, closed months, persons known by their ID', async () => {
  await stage.data('import-book so.json --book tiep.db');
  const gift = 'contribution add --fund XHTT --amount 1.000 --book tiep.db --on';
  expect(await stage.data(`${gift} 05/02/2024`)).toMatchObject({ voucher: 'PT-XHTT-2024-0004' });
  expect((await stage.run([...gift.split(' '), '05/01/2024'])).exit).toBe(3);
  const [found] = rows('tiep.db', "select length(lookup) as bytes from private where field = 'id'");
  expect(found).toEqual({ bytes: 32 });
});

test('without --private nothing private leaves; the book still comes back to its head', async () => {
  await stage.data('export --format json -o khong-rieng.json');
  const text = stage.read('khong-rieng.json').toString();
  expect(text).not.toMatch(/001099012345|0912.?345/);
  const { head } = await stage.data<{ head: string }>('verify');
  expect(await stage.data('import-book khong-rieng.json --book khong-rieng.db')).toMatchObject({
    head,
    withheld: 2,
  });
});

test('the file tells of its own making', () => {
  const made = lines
    .filter((line) => line.includes('"table":"disclosure"'))
    .map((line) => JSON.parse(line) as unknown);
  expect(made).toMatchObject([{ row: { kind: 'export', scope: 'json 2024-01..2024-11 private' } }]);
});

async function refused(text: string): Promise<string> {
  stage.write('hong.json', text);
  const played = await stage.run(['import-book', 'hong.json', '--book', 'hong.db', '--json']);
  expect(played.exit).toBe(4);
  expect(readdirSync(stage.folder).filter((name) => name.startsWith('hong.db'))).toEqual([]);
  return (JSON.parse(played.stdout) as { error: { code: string } }).error.code;
}

test('a file that is cut short anywhere is refused and leaves nothing behind', async () => {
  const whole = `${lines.join('\n')}\n`;
  for (const part of [0.1, 0.5, 0.9, 0.999])
    expect(await refused(whole.slice(0, Math.floor(whole.length * part)))).toBe('input.cut');
  expect(await refused(`${lines.slice(0, -1).join('\n')}\n`)).toBe('input.cut');
  expect(await refused(whole.slice(0, 20))).toBe('input.foreign');
  expect(await refused('')).toBe('input.foreign');
});

test('one byte of any line altered is refused', async () => {
  for (let at = 1; at < lines.length; at += 7) {
    const line = lines[at] ?? '';
    const digit = line.search(/\d/);
    const other = `${line.slice(0, digit)}${line[digit] === '1' ? '2' : '1'}${line.slice(digit + 1)}`;
    expect(await refused(`${lines.with(at, other).join('\n')}\n`), line).toBe('input.altered');
  }
});

/** Writes the last line anew, as somebody would who knows how it is made. */
async function forged(change: (rows: string[]) => string[]): Promise<string> {
  const body = `${change(lines.slice(0, -1)).join('\n')}\n`;
  const sha256 = createHash('sha256').update(body).digest('hex');
  return refused(`${body}${JSON.stringify({ end: { rows: lines.length - 2, sha256 } })}\n`);
}

test('an altered row under a digest made anew is refused by the chain', async () => {
  const raise = (table: string, from: RegExp, to: string) => (all: string[]) => {
    const at = all.findIndex((line) => line.startsWith(`{"table":"${table}"`) && from.test(line));
    expect(at).toBeGreaterThan(0);
    return all.with(at, (all[at] ?? '').replace(from, to));
  };
  const forgeries = [
    raise('wording', /Nguyễn Văn Một/, 'Nguyễn Văn Hai'),
    raise('fund', /Quỹ chăm lo Tết/, 'Quỹ khác'),
    raise('award_part', /500000/, '600000'),
    raise('acknowledgement', /2024-01-\d\d/, '2024-01-21'),
    raise('operation', /gift pay/, 'gift sign'),
    (all: string[]) => all.filter((line) => !line.startsWith('{"table":"cash_count"')),
    (all: string[]) => all.with(1, (all[1] ?? '').replace('"entity"', '"sqlite_schema"')),
    (all: string[]) => all.with(0, (all[0] ?? '').replace(/"head":"./, '"head":"x')),
  ];
  for (const forgery of forgeries) expect(await forged(forgery)).toBe('input.altered');
});

test('nothing falls on a file that is there', async () => {
  for (const name of ['so.json', 'phucloi.db'])
    expect((await stage.run(['export', '--format', 'csv', '-o', name])).exit).toBe(3);
});

/** The digests as docs/interchange.md tells them, written anew from its words. */
function chainOf(book: readonly string[]): { head: string; words: number } {
  const hash = (...parts: (string | Buffer)[]) => {
    const digest = createHash('sha256');
    for (const each of parts) digest.update(each);
    return digest.digest();
  };
  const canonical = (kind: string, fields: readonly (string | number | null | undefined)[]) =>
    `4:${kind}${fields
      .map((field) => {
        const text = String(field ?? '');
        return field === null || field === undefined ? ';-' : `;${text.length}:${text}`;
      })
      .join('')}`;
  const bytes = (hex: unknown) => Buffer.from(String(hex), 'hex');
  const [header, ...rest] = book.map((line) => JSON.parse(line) as Record<string, never>);
  const origin = [String(header?.['uuid']), String(header?.['entity'])];
  let previous: Buffer = Buffer.alloc(32);
  let words = 0;
  let wrote = new Map<string, Buffer[]>();
  for (const { table, row } of rest as unknown as { table: string; row: Record<string, never> }[]) {
    if (table === 'wording') {
      const fields = [row['party'] ?? '', row['address'], row['content'] ?? '', row['fingerprint']];
      if (row['salt'] === null) continue;
      expect(hash(bytes(row['salt']), canonical('text', fields)).toString('hex')).toBe(row['digest']);
      words += 1;
    } else if (table === 'operation') {
      const { command, recorded_at, actor_digest } = row;
      const tables = [...wrote].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const fields = tables.flatMap(([name, digests]) => [
        name,
        digests.length,
        hash(...digests).toString('hex'),
      ]);
      const text = canonical('operation', [...origin, command, recorded_at, actor_digest, ...fields]);
      previous = hash(previous, text);
      expect(previous.toString('hex')).toBe(row['digest']);
      wrote = new Map();
    } else if (table === 'change') {
      const digest = hash(canonical('change', [...origin, row['register'], row['columns'], row['digest']]));
      wrote.set(table, [...(wrote.get(table) ?? []), digest]);
    } else if (row !== undefined && 'operation' in row) {
      wrote.set(table, [...(wrote.get(table) ?? []), bytes(row['digest'])]);
    }
  }
  return { head: previous.toString('hex'), words };
}

test('another program finds the head by the words of docs/interchange.md', () => {
  const { head, words } = chainOf(lines);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ head });
  expect(words).toBeGreaterThan(10);
});
