import { chmodSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SMALL_BOOK } from '../support/transcript.ts';
import { askedPast } from '../support/past.ts';
import { Stage } from '../support/play.ts';

const stages: Stage[] = [];
afterEach(() => {
  for (const stage of stages.splice(0)) stage.strike();
});

async function smallBook(): Promise<Stage> {
  const stage = new Stage();
  stages.push(stage);
  for (const line of SMALL_BOOK) await stage.data(line);
  return stage;
}

test('erasing a person reaches the words that corrected what they gave', async () => {
  const stage = await smallBook();
  await stage.data('contribution add --fund TET --amount 100.000 --on 10/01/2024 --donor "Ông Khách"');
  await stage.data(
    'entry describe 2 --party "Nguyễn Thị Ánh" --content "Của chị Ánh" --reason "Chị Ánh báo"',
  );
  stage.write('uh.csv', 'Ngày,Họ và tên,Số tiền\n11/01/2024,Nguyễn Thị Ánh,200.000\n');
  await stage.data('contribution import uh.csv --fund TET');
  const donors = await stage.data<{ donors: { code: string; name: string }[] }>('donor list');
  const [donor] = donors.donors;
  expect(donor?.name).toBe('Nguyễn Thị Ánh');
  await stage.data(`entry link 2 --donor ${donor?.code ?? ''}`);
  await stage.data('entry correct 3 --amount 300.000 --reason "Ghi thiếu"');
  await stage.data('member erase M1 --yes');
  const texts = await askedPast(
    stage,
    "select party || ' ' || content as text from wording where salt is not null",
  );
  expect(texts.filter(({ text }) => /Ánh|Khách/.test(String(text)))).toEqual([]);
  expect((await stage.run(['verify'])).exit).toBe(0);
});

test('a corrected donor is the one who gives; one that is no longer named gives nothing', async () => {
  const stage = await smallBook();
  await stage.data('donor add --code A --name "Công ty A"');
  await stage.data('donor add --code B --name "Công ty B"');
  await stage.data('contribution add --fund TET --amount 100.000 --on 10/01/2024 --donor "Công ty A"');
  await stage.data('entry link 2 --donor A');
  await stage.data('entry link 2 --donor B');
  const shown = await stage.data<{ postings: { donor?: string }[] }>('entry show 2');
  expect(shown.postings.flatMap(({ donor }) => donor ?? [])).toEqual(['B']);
  await stage.data('operation undo 13 --reason "Không phải B"');
  const back = await stage.data<{ postings: { donor?: string }[] }>('entry show 2');
  expect(back.postings.flatMap(({ donor }) => donor ?? [])).toEqual(['A']);
});

test('an attached paper is copied beside the book, and told where it is missing or altered', async () => {
  const stage = await smallBook();
  const papers = join(stage.folder, 'phucloi.db.papers');
  stage.write('anh.jpg', 'ảnh');
  const state = async () =>
    (await stage.data<{ papers: { state: string }[] }>('attach list')).papers.map(({ state }) => state);
  await stage.data('attach anh.jpg --month 2024-01 --dry-run');
  expect(existsSync(papers)).toBe(false);
  const { path } = await stage.data<{ path: string }>('attach anh.jpg --month 2024-01');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await state()).toEqual(['ok']);
  chmodSync(path, 0o600);
  writeFileSync(path, 'khác');
  expect(await state()).toEqual(['altered']);
  rmSync(path);
  expect(await state()).toEqual(['missing']);
  // Handed in again, the copy is whole again, and the book has no second record of it.
  expect((await stage.data<{ added: boolean }>('attach anh.jpg --month 2024-01')).added).toBe(false);
  expect(await state()).toEqual(['ok']);
});

test('a paper of more than 50 MB is refused', async () => {
  const stage = await smallBook();
  stage.write('phim.mp4', Buffer.alloc(50 * 1024 * 1024 + 1));
  const played = await stage.run(['attach', 'phim.mp4', '--month', '2024-01', '--json']);
  expect([played.exit, played.stdout]).toEqual([4, expect.stringContaining('input.size')]);
});

test('voucher print stamps what was undone', async () => {
  const stage = await smallBook();
  stage.write('uh.csv', 'Ngày,Họ và tên,Số tiền\n11/01/2024,Nguyễn Thị Ánh,200.000\n');
  const { vouchers } = await stage.data<{ vouchers: string[] }>('contribution import uh.csv --fund TET');
  const text = async () => {
    await stage.data(`voucher print ${vouchers[0] ?? ''} -o phieu.xlsx`);
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(stage.folder, 'phieu.xlsx'));
    const found: string[] = [];
    workbook.eachSheet((sheet) => {
      sheet.eachRow((row) => row.eachCell((cell) => found.push(cell.text)));
    });
    rmSync(join(stage.folder, 'phieu.xlsx'));
    return found;
  };
  expect(await text()).not.toContain('HỦY');
  await stage.data('operation undo 9 --reason "Nhập nhầm"');
  expect(await text()).toContain('HỦY');
});
