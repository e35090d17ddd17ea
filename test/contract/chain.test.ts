import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askedPast, past, pastTheLaws } from '../support/past.ts';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.data(
    'contribution add --fund XHTT --amount 1.000.000 --on 10/01/2024 --donor "Nguyễn Văn Một"',
  );
  await stage.data('gift open --round tet --member M1 --category HCKK --payer TET --on 10/01/2024');
  await stage.data('gift approve --round tet --decision 1/QĐ --on 15/01/2024 --by "Nguyễn Văn An"');
  await stage.data('gift pay --round tet --from TET:cash --on 16/01/2024');
  await stage.data('gift sign --round tet --all');
  stage.write(
    'sao-ke.csv',
    'Ngày,Nội dung,Nợ,Có,Số dư\n02/01/2024,Ung ho,,5.000,105.000\n03/01/2024,Phi,1.000,,104.500\n',
  );
  await stage.data('statement import sao-ke.csv --account bank --accept-break "3=bản giấy in sai"');
  stage.write('ung-ho.csv', 'Ngày,Tên,Số tiền\n02/01/2024,Nguyen Thi Anh,50.000\n');
  await stage.data('contribution import ung-ho.csv --fund XHTT');
  await stage.data('operation undo 15 --reason "nhập nhầm"');
  await stage.data('donor match --name "NG T ANH" --is M1');
  await stage.data('cash count --on 31/01/2024 --total 7.500.000');
});

afterEach(() => {
  stage.strike();
});

async function broken(): Promise<{ kind: string; name: string; operation: number }> {
  const played = await stage.run(['verify', '--json']);
  expect(played.exit).toBe(7);
  const answer = JSON.parse(played.stdout) as { error: { code: string; facts: never } };
  expect(answer.error.code).toBe('book.altered');
  return answer.error.facts;
}

const FROZEN = [
  'acknowledgement',
  'award',
  'award_event',
  'award_part',
  'cash_count',
  'change',
  'decision',
  'disbursement',
  'entry',
  'operation',
  'posting',
  'statement',
  'statement_break',
  'statement_line',
  'undo',
  'voucher',
];

test.each(FROZEN)('the database refuses to change or delete rows of %s', async (table) => {
  const column = table === 'posting' ? 'amount' : table === 'award_part' ? 'amount' : 'digest';
  const value = column === 'amount' ? '1' : 'randomblob(32)';
  await expect(past(stage, `update "${table}" set "${column}" = ${value}`)).rejects.toThrow(
    /never changed|only the actor/,
  );
  await expect(past(stage, `delete from "${table}"`)).rejects.toThrow(/never deleted/);
  if (stage.book === undefined)
    await expect(
      past(stage, `insert or replace into "${table}" select * from "${table}" limit 1`),
    ).rejects.toThrow(/never replaced|already/);
  else {
    const instead = `insert into "${table}" select * from "${table}" limit 1
      on conflict on constraint "${table}_pkey" do update set "${column}" = ${value}`;
    await expect(past(stage, instead)).rejects.toThrow(/never changed|only the actor|already/);
    await expect(past(stage, `truncate "${table}" cascade`)).rejects.toThrow(/never emptied/);
  }
});

// Only SQLite would put a row in another's place without taking that one away by law.
test.skipIf(process.env['PHUCLOI_TEST_SERVER'] !== undefined)(
  'the database refuses to put another row in the place of a number, a code or a reversal',
  async () => {
    await stage.data('entry reverse 2 --reason x');
    for (const table of ['voucher', 'award', 'entry']) {
      const columns = (await askedPast(stage, `select name from pragma_table_info('${table}')`)).map(
        ({ name }) => (name === 'id' ? '999' : String(name)),
      );
      await expect(
        past(
          stage,
          `insert or replace into ${table} select ${columns.join(', ')} from ${table} order by id desc limit 1`,
        ),
      ).rejects.toThrow(/never replaced/);
    }
  },
);

test('the database refuses an entry that is unbalanced, empty, late or in a closed month', async () => {
  await stage.data(
    'reconcile accept bank.difference:bank@2024-01-03 --period 2024-01 --reason "bản giấy in sai" --by An --until 31/01/2024',
  );
  await stage.data('close 2024-01');
  const entry = (day: string) =>
    `insert into entry (entity, id, kind, booked_on, wording, operation, digest)
       select entity, 99, kind, '${day}', wording, operation, digest from entry where id = 2`;
  const posting = (id: number, line: number, side: string) =>
    `insert into posting (entity, entry, line, account, fund, place, side, amount)
       select entity, ${id}, ${line}, account, fund, place, '${side}', 5 from posting where entry = 2 and line = 1`;
  const both = `${posting(99, 1, 'debit')}; ${posting(99, 2, 'credit')}`;
  await expect(past(stage, `${posting(99, 1, 'debit')}; ${entry('2024-02-01')}`)).rejects.toThrow(
    /not balanced/,
  );
  await expect(past(stage, entry('2024-02-01'))).rejects.toThrow(/no posting/);
  await expect(past(stage, `${both}; ${entry('2024-01-31')}`)).rejects.toThrow(/month is closed/);
  await expect(past(stage, `${both}; ${entry('2023-12-31')}`)).rejects.toThrow(
    /month is closed|before the first month/,
  );
  await expect(past(stage, posting(2, 9, 'debit'))).rejects.toThrow(/already posted/);
  // Postings that no entry comes to, and a row of nowhere.
  await expect(past(stage, both)).rejects.toThrow(/foreign key/i);
});

test('one byte of a posted entry: verify names that entry', async () => {
  await pastTheLaws(stage, "update posting set amount = amount + 1 where entry = 2 and side = 'debit'");
  expect(await broken()).toMatchObject({ kind: 'entry', name: '2' });
});

const TAMPERINGS: readonly [what: string, sql: string, kind: string][] = [
  ['a day', "update entry set booked_on = '2024-01-11' where id = 2", 'entry'],
  ['a fund', 'update posting set fund = 3 where entry = 2', 'entry'],
  ['a digest with its row', 'update entry set digest = randomblob(32) where id = 2', 'entry'],
  ['an entry taken away', 'delete from entry where id = 2; delete from posting where entry = 2', 'operation'],
  ['an operation taken away', 'delete from operation where id = 9', 'entry'],
  ['a fund renamed', "update fund set name = 'Quỹ khác' where code = 'TET'", 'fund'],
  [
    'a member added past the program',
    `insert into beneficiary select entity, 99, 'M99', kind, unit, null, name, sort_key, folded, null, null, null, null, null, 0, salt from beneficiary where id = 1`,
    'beneficiary',
  ],
  [
    "a donor's name changed",
    "update wording set party = 'Ai khác' where party = 'Nguyễn Văn Một'",
    'wording',
  ],
  ['a statement line changed', 'update statement_line set amount = amount + 1', 'statement_line'],
  ['a statement moved', 'update statement set place = 1', 'statement'],
  ['an accepted break hidden', 'delete from statement_break', 'operation'],
  ['an undo forgotten', 'delete from undo', 'operation'],
  ['a donor made another', 'update donor set beneficiary = 2', 'donor'],
  ['an alias turned', 'update alias set same = 0', 'alias'],
  ['an award raised', 'update award_part set amount = amount + 1', 'award'],
  ['a signature moved', "update acknowledgement set day = '2024-01-17'", 'acknowledgement'],
  ['a count changed', 'update cash_count set total = 1', 'cash_count'],
  ['a decision changed', "update decision set number = '2/QĐ'", 'decision'],
  ['an actor changed', "update operation set actor = 'ai khac' where id = 3", 'operation'],
];

test.each(TAMPERINGS)('%s is found', async (_, sql, kind) => {
  await pastTheLaws(stage, sql);
  expect((await broken()).kind).toBe(kind);
});

/** Every byte that the book's file has, or every row that lies on the server. */
async function bytes(): Promise<Buffer> {
  if (stage.book === undefined) return readFileSync(join(stage.folder, 'phucloi.db'));
  const tables = await askedPast(
    stage,
    'select tablename as name from pg_tables where schemaname = current_schema()',
  );
  const rows: string[] = [];
  for (const { name } of tables)
    rows.push(
      JSON.stringify(await askedPast(stage, `select row_to_json(t)::text as row from "${String(name)}" t`)),
    );
  return Buffer.from(rows.join('\n'));
}

test('erasing people leaves the chain whole, and no byte of them', async () => {
  expect((await bytes()).includes('Nguyễn Thị Ánh')).toBe(true);
  await stage.data('member erase M1 --yes');
  expect((await bytes()).includes('Nguyễn Thị Ánh')).toBe(false);
  await past(
    stage,
    'update wording set salt = null, party = null, address = null, content = null, fingerprint = null',
    'update operation set actor = null, salt = null',
  );
  await expect(past(stage, "update wording set party = 'x'")).rejects.toThrow(/erased/);
  const proof = await stage.data<{ entries: number; broken: null }>('verify');
  expect(proof).toMatchObject({ entries: 5, broken: null });
});

test('a day balance that is not what the postings say is found by check', async () => {
  await pastTheLaws(stage, "update balance_day set debit = debit + 1 where day = '2024-01-10' and debit > 0");
  const played = await stage.run(['check', '--json']);
  expect(played.exit).toBe(1);
  expect(played.stdout).toContain('balance.stale');
});
