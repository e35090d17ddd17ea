import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  for (const line of SMALL_BOOK) await stage.data(line);
});

afterEach(() => {
  stage.strike();
});

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const verified = async () => (await stage.run(['verify'])).exit;

/** Runs a line that must be refused and gives its failure. */
async function refused(words: readonly string[]): Promise<{ code: string; rows: { code: string }[] }> {
  const answer = JSON.parse((await stage.run([...words, '--json'])).stdout) as {
    error: { code: string; facts: { rows?: { code: string }[] } };
  };
  return { code: answer.error.code, rows: answer.error.facts.rows ?? [] };
}

test('a unit whose import was taken back comes again as another kind, and the chain holds', async () => {
  stage.write('a.csv', lines('Mã,Tên đơn vị,Loại', 'KN,Khoa Nội,công đoàn bộ phận'));
  stage.write('b.csv', lines('Mã,Tên đơn vị,Loại', 'KN,Khoa Nội,tổ'));
  await stage.data('unit import a.csv');
  await stage.data('operation undo 9 --reason nhầm');
  await stage.data('unit import b.csv');
  const { units } = await stage.data<{ units: { code: string; kind: string }[] }>('unit list');
  expect(units.find(({ code }) => code === 'KN')?.kind).toBe('group');
  expect(await verified()).toBe(0);
});

test('rows that are left out of a statement are not posted', async () => {
  stage.write(
    'a.csv',
    lines(
      'Ngày,Nội dung,Ghi có',
      '02/01/2024,A ung ho,"500,000"',
      '02/01/2024,B ung ho,1,500,000',
      '02/01/2023,C ung ho,"700,000"',
    ),
  );
  const answer = await stage.data('contribution import a.csv --fund XHTT --accept-good');
  expect(answer).toMatchObject({ rows: 3, accepted: 1, rejected: 2, posted: 500_000 });
});

test('a balance that cannot be read is a fault, not a balance that is not printed', async () => {
  stage.write(
    'a.csv',
    lines('Ngày,Nội dung,Có,Số dư', '02/01/2024,A,500.000,1.500.000', '02/01/2024,B,100.000,1.6OO.000'),
  );
  const { code, rows } = await refused(['statement', 'import', 'a.csv', '--account', 'bank']);
  expect([code, rows.map((row) => row.code)]).toEqual(['input.rows', ['amount.unreadable']]);
});

test('erasing a member erases the name in what they gave, and as whom they were known', async () => {
  stage.write(
    'a.csv',
    lines('Ngày,Tên,Số tiền', '02/01/2024,NGUYEN THI ANH,500.000', '03/01/2024,NG. T. ANHH,100.000'),
  );
  await stage.data('donor match --name "NG. T. ANHH" --is M1');
  expect(await stage.data('contribution import a.csv --fund XHTT')).toMatchObject({ linked: 2 });
  await stage.data('member erase M1 --yes');
  const bytes = readFileSync(join(stage.folder, 'phucloi.db')).toString('latin1');
  expect([bytes.includes('NGUYEN THI ANH'), bytes.includes('anhh')]).toEqual([false, false]);
  expect(await verified()).toBe(0);
});

test('a name is one donor at a time', async () => {
  stage.write('a.csv', lines('Ngày,Tên,Số tiền', '02/01/2024,Cô Út,500.000'));
  await stage.data('donor match --name "Cô Út" --is M1');
  await stage.data('donor match --name "Cô Út" --is M2');
  await stage.data('contribution import a.csv --fund XHTT');
  const { donors } = await stage.data<{ donors: { code: string; member: string }[] }>('donor list');
  const { postings } = await stage.data<{ postings: { donor?: string }[] }>('entry show 2');
  const named = postings.map(({ donor }) => donor).find((donor) => donor !== undefined);
  expect(donors.find(({ code }) => code === named)?.member).toBe('M2');
});

test('two unit codes, or a code and another name, are left open', async () => {
  await stage.data('unit add --code KNOI --name "Khoa Nội"');
  await stage.data('unit add --code KNGOAI --name "Khoa Ngoại"');
  stage.write(
    'a.csv',
    lines(
      'Ngày,Tên,Nội dung,Số tiền',
      '02/01/2024,Ai đó,KNOI gui thay KNGOAI,500.000',
      '02/01/2024,Trần Văn Bình,quyen gop KNOI,100.000',
      '02/01/2024,Người lạ,quyen gop KNOI,200.000',
    ),
  );
  const answer = await stage.data<{ linked: number; unsure: { row: number }[] }>(
    'contribution import a.csv --fund XHTT',
  );
  expect([answer.linked, answer.unsure.map(({ row }) => row)]).toEqual([1, [2, 3]]);
});

test('of two members of one name the unit beside it tells which', async () => {
  await stage.data('member add --code M9 --name "Nguyễn Thị Anh" --unit TTB');
  stage.write(
    'a.csv',
    lines(
      'Ngày,Họ tên,Đơn vị,Số tiền',
      '02/01/2024,Nguyen Thi Anh,CĐCS Trung tâm B,500.000',
      '02/01/2024,NGUYEN THI ANH,,100.000',
    ),
  );
  const answer = await stage.data<{ linked: number; unsure: { row: number }[] }>(
    'contribution import a.csv --fund XHTT',
  );
  expect([answer.linked, answer.unsure.map(({ row }) => row)]).toEqual([1, [3]]);
  const { donors } = await stage.data<{ donors: { member?: string }[] }>('donor list');
  expect(donors.map(({ member }) => member)).toEqual(['M9']);
});

test('a list that left rows out is taken again when they are good', async () => {
  stage.write('a.csv', lines('Mã,Họ và tên,Đơn vị', 'M7,Bùi Thị Bảy,BVA', 'M8,Hồ Văn Tám,Khoa Mới'));
  expect(await stage.data('member import a.csv --accept-good')).toMatchObject({ accepted: 1, rejected: 1 });
  await stage.data('unit add --code KM --name "Khoa Mới"');
  expect(await stage.data('member import a.csv')).toMatchObject({ accepted: 1, duplicates: 1 });
});

test('who has no code is given the next one, however far into the roll', async () => {
  const coded = Array.from({ length: 5000 }, (_, at) => `R${at},Hồ Văn Tám,BVA`);
  const namesakes = [',Bùi Thị Bảy,BVA', ',Bùi Thị Bảy,BVA'];
  const roll = ['Mã,Họ và tên,Đơn vị', ...coded, ...namesakes];
  type Members = { members: { code: string; name: string }[] };
  const { members } = await stage.data<Members>('member list');
  stage.write('a.csv', lines(...roll));
  expect(await stage.data('member import a.csv')).toMatchObject({ accepted: 5002, duplicates: 0 });
  const later = await stage.data<Members>('member list');
  const given = later.members.filter(({ name }) => name === 'Bùi Thị Bảy').map(({ code }) => code);
  expect(given).toEqual([5001, 5002].map((number) => `TV${members.length + number}`));
  // The same people in another list: the two of one name are two, and a third is new.
  stage.write('b.csv', lines(...roll, ',Bùi Thị Bảy,BVA'));
  expect(await stage.data('member import b.csv')).toMatchObject({ accepted: 1, duplicates: 5002 });
});

test('of codes that are given none is given twice, whatever others have', async () => {
  const { members } = await stage.data<{ members: unknown[] }>('member list');
  const far = (number: number) => `TV${String(members.length + number).padStart(4, '0')}`;
  // One that would be given is the book's, another one is the roll's own, further down.
  stage.write('a.csv', lines('Mã,Họ và tên,Đơn vị', `${far(3)},Lê Thị Ba,BVA`));
  stage.write(
    'b.csv',
    lines('Mã,Họ và tên,Đơn vị', ',Hồ Văn Tám,BVA', ',Bùi Thị Bảy,BVA', ',Đỗ Năm,BVA', `${far(5)},Vũ Tư,BVA`),
  );
  await stage.data('member import a.csv');
  expect(await stage.data('member import b.csv')).toMatchObject({ accepted: 4 });
  const codes = (await stage.data<{ members: { code: string }[] }>('member list')).members.map(
    (each) => each.code,
  );
  expect(codes.filter((code) => code.startsWith('TV')).toSorted()).toEqual([2, 3, 4, 5, 6].map(far));
});

test('an import is not taken back from under a later one that counted its rows', async () => {
  const head = 'Mã,Họ và tên,Đơn vị';
  stage.write('a.csv', lines(head, 'M7,Bùi Thị Bảy,BVA'));
  stage.write('b.csv', lines(head, 'M7,Bùi Thị Bảy,BVA', 'M8,Hồ Văn Tám,BVA'));
  await stage.data('member import a.csv');
  await stage.data('member import b.csv');
  expect((await refused(['operation', 'undo', '9', '--reason', 'x'])).code).toBe('operation.rests');
  await stage.data('operation undo 10 --reason x');
  await stage.data('operation undo 9 --reason x');
  expect(await stage.data('member import b.csv')).toMatchObject({ accepted: 2 });
});

test('what is written beside the book never falls on the book or the list', async () => {
  const list = lines('Ngày,Tên,Số tiền', '02/01/2024,A,x');
  stage.write('a.csv', list);
  const line = ['contribution', 'import', 'a.csv', '--fund', 'XHTT'];
  for (const target of ['a.csv', './a.csv']) {
    expect((await refused([...line, '--rejects', target])).code).toBe('file.unwritable');
  }
  expect((await refused([...line, '--save-as', 'phucloi.db'])).code).toBe('file.unwritable');
  expect((await refused([...line, '--rejects', 'phucloi.db'])).code).toBe('usage.value');
  expect((await refused([...line, '--rejects', 'khong-co/a.csv'])).code).toBe('file.unwritable');
  expect(stage.read('a.csv').toString()).toBe(list);
  expect(await verified()).toBe(0);
});

test('a list that came back is mended and taken, and gives what the whole would have', async () => {
  const head = ['CÔNG ĐOÀN,,,', 'STT,Ngày,Tên,Số tiền'];
  stage.write(
    'a.csv',
    lines(
      ...head,
      '1,02/01/2024,An,500.000',
      '2,33/01/2024,"=1+1",300.000',
      '3,04/01/2024,Chi,khoảng 200.000',
      ',,Tổng cộng,1.000.000',
    ),
  );
  const taken = await stage.data('contribution import a.csv --fund XHTT --accept-good --rejects b.csv');
  expect(taken).toMatchObject({ rows: 3, accepted: 1, rejected: 2 });
  const back = stage.read('b.csv').toString();
  expect(back.split('\r\n')).toHaveLength(head.length + 2 + 1);
  writeFileSync(join(stage.folder, 'b.csv'), back.replace('33/01', '03/01').replace('khoảng ', ''));
  expect(await stage.data('contribution import b.csv --fund XHTT')).toMatchObject({
    accepted: 2,
    posted: 500_000,
  });
  // Refused as a whole, all of it comes back, as a workbook too.
  const played = await stage.run([
    'contribution',
    'import',
    'a.csv',
    '--fund',
    'MAIAM',
    '--rejects',
    'c.xlsx',
  ]);
  expect(played.exit).toBe(4);
  expect((await refused(['contribution', 'import', 'c.xlsx', '--fund', 'MAIAM'])).rows).toHaveLength(2);
});
