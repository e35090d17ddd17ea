import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { askedPast } from '../support/past.ts';
import { Stage, wordsOf } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

const stage = new Stage();
const PAY = 'gift pay --round tet --from TET:bank --on 18/01/2024';

afterAll(() => {
  stage.strike();
});

const disclosures = () =>
  askedPast(
    stage,
    'select d.kind, d.scope, w.party, w.content from disclosure d join wording w on w.entity = d.entity and w.id = d.wording order by d.id',
  );

test('a list of transfers holds accounts as they are, is readable by its owner only, and is a disclosure', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.data('move --fund TET --from cash --to bank --amount 3.000.000 --on 10/01/2024');
  await stage.data('gift open --round tet --member M1 --category HCKK --payer TET --on 10/01/2024');
  await stage.data('gift open --round tet --member M3 --category ĐBKK --payer TET --on 10/01/2024');
  await stage.data('gift approve --round tet --decision 12/QĐ --on 15/01/2024 --by An');
  await stage.data('member set M1 --account 0011002233445');

  // Somebody has no account: nothing is paid, written or recorded.
  const refused = await stage.run(wordsOf(`${PAY} --export-bank ck.csv`));
  expect(refused.exit).toBe(3);
  expect(existsSync(join(stage.folder, 'ck.csv'))).toBe(false);
  expect(await disclosures()).toEqual([]);

  await stage.data('member set M3 --account 0500');
  // More than the account has: the list waited beside its place, and goes.
  await stage.data('move --fund TET --from bank --to cash --amount 2.000.000 --on 17/01/2024');
  const short = await stage.run(wordsOf(`${PAY} --export-bank ck.csv`));
  expect(short.stderr).toContain('Không đủ tiền');
  expect(existsSync(join(stage.folder, 'ck.csv'))).toBe(false);
  expect(await disclosures()).toEqual([]);

  await stage.data('move --fund TET --from cash --to bank --amount 2.000.000 --on 17/01/2024');
  await stage.data(`${PAY} --export-bank ck.csv --layout bidv`);
  expect(statSync(join(stage.folder, 'ck.csv')).mode & 0o777).toBe(0o600);
  expect(stage.read('ck.csv').toString()).toBe(
    [
      '\ufeffSTT,Số tài khoản,Tên người hưởng,Ngân hàng hưởng,Số tiền,Loại tiền,Nội dung',
      '1,0011002233445,NGUYEN THI ANH,,500000,VND,tet tet/0001',
      '2,0500,LE THI DAO,,1000000,VND,tet tet/0002',
      '',
    ].join('\r\n'),
  );
  expect(await disclosures()).toEqual([
    { kind: 'list', scope: 'transfer bidv tet', party: 'thu-quy', content: 'BN-TET-2024-0002' },
  ]);
});

test('as a workbook the account is text and the amount a number, and no total follows', async () => {
  await stage.data('gift return --case tet/0001 tet/0002 --on 20/01/2024 --reason "Ngân hàng trả lại"');
  await stage.data(
    'gift pay --round tet --from TET:bank --on 22/01/2024 --export-bank ck.xlsx --layout vietcombank --purpose "Chi lại"',
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(stage.folder, 'ck.xlsx'));
  const [sheet] = workbook.worksheets;
  const rows = sheet?.getRows(1, sheet.rowCount) ?? [];
  expect(rows.map((row) => [1, 2, 3, 4, 5].map((at) => row.getCell(at).value))).toEqual([
    ['STT', 'Số tài khoản', 'Tên người hưởng', 'Số tiền', 'Nội dung'],
    [1, '0011002233445', 'NGUYEN THI ANH', 500_000, 'tet tet/0001'],
    [2, '0500', 'LE THI DAO', 1_000_000, 'tet tet/0002'],
  ]);
  expect((await disclosures()).at(-1)).toMatchObject({
    scope: 'transfer vietcombank tet',
    content: 'Chi lại',
  });
});

test("a relative who takes the money is paid into their own account, not into the person's", async () => {
  await stage.data('fund purpose TET --add hardship --from 01/01/2024 --document 02/NQ-BCH');
  await stage.data('move --fund TET --from cash --to bank --amount 300.000 --on 22/01/2024');
  await stage.data(
    'hardship open --member M1 --amount 300.000 --payer TET --on 22/01/2024 --payee "Trần Văn Nam" --relation chồng' +
      ' --payee-account 9704366614 --payee-bank Techcombank --paper application=01/ĐĐN@20/01/2024',
  );
  await stage.data('hardship approve --round hardship-2024 --decision 20/QĐ --on 22/01/2024 --by An');
  await stage.data(
    'hardship pay --round hardship-2024 --from TET:bank --on 23/01/2024 --export-bank kk.csv --layout bidv',
  );
  expect(stage.read('kk.csv').toString()).toContain(
    '1,9704366614,TRAN VAN NAM,Techcombank,300000,VND,hardship-2024 hardship-2024/0001',
  );
});
