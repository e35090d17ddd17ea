import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dialogue, type Turn } from '../support/dialogue.ts';
import { Stage, wordsOf } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  for (const line of SMALL_BOOK) await stage.data(line);
});

afterEach(() => {
  stage.strike();
});

const ASKED = 'Ghi vào sổ?';
const SHOWN = 'Nếu ghi, kết quả sẽ là';

/** A line at a terminal, and whether it left the book's file as it was. */
async function at(line: string, turns: readonly Turn[] = [], env: Readonly<Record<string, string>> = {}) {
  const before = stage.read('phucloi.db');
  const played = await dialogue(stage.folder, wordsOf(line), turns, env);
  return {
    ...played,
    asked: played.stdout.includes(ASKED),
    shown: played.stderr.split(SHOWN).length - 1,
    wrote: !stage.read('phucloi.db').equals(before),
  };
}

const yes: Turn = { at: ASKED, type: 'c' };
const no: Turn = { at: ASKED, type: 'k' };
const list = (...rows: string[]) => `${['Ngày,Tên,Số tiền', ...rows].join('\n')}\n`;

test('what is asked is shown once before it is written; a no leaves the book as it was', async () => {
  const line = 'contribution add --fund XHTT --amount 500.000 --on 20/01/2024 --donor "Bà Tư"';
  const refused = await at(line, [no]);
  expect(refused).toMatchObject({ exit: 130, asked: true, shown: 1, wrote: false });
  expect(refused.stderr).toContain('PT-XHTT-2024-0001: 500.000 đ');
  const taken = await at(line, [yes]);
  expect(taken).toMatchObject({ exit: 0, asked: true, shown: 1, wrote: true });
  expect(taken.stdout).toContain('PT-XHTT-2024-0001: 500.000 đ');
});

test('--yes, --no-input, --json and --dry-run ask nothing; the last writes nothing', async () => {
  const line = 'contribution add --fund XHTT --amount 500.000 --on 20/01/2024 --donor "Bà Tư"';
  expect(await at(`${line} --dry-run`)).toMatchObject({ exit: 0, asked: false, shown: 0, wrote: false });
  for (const flag of ['--yes', '--no-input', '--json'])
    expect(await at(`${line} ${flag}`)).toMatchObject({ exit: 0, asked: false, shown: 0, wrote: true });
});

test('one small thing is added at once; in a guided path it is shown and asked about too', async () => {
  const line = 'unit add --code KNOI --name "Khoa Nội"';
  const guided = { GUIDED: '1' };
  expect(await at(line, [no], guided)).toMatchObject({ exit: 130, asked: true, shown: 1, wrote: false });
  expect(await at(line)).toMatchObject({ exit: 0, asked: false, shown: 0, wrote: true });
  expect(await at('unit list', [], guided)).toMatchObject({ exit: 0, asked: false, shown: 0, wrote: false });
});

test('a month is closed and opened again only by the month typed', async () => {
  await stage.data('cash count --on 31/01/2024 --total 7.000.000');
  const close = await at('close 2024-01', [{ at: 'Gõ lại tháng', type: '' }]);
  expect(close).toMatchObject({ exit: 130, asked: false, shown: 1, wrote: false });
  expect(close.stderr).toContain('Chưa có gì được ghi');
  expect(await at('close 2024-01', [{ at: 'Gõ lại tháng', type: '1/2024' }])).toMatchObject({ exit: 0 });
  expect(existsSync(join(stage.folder, 'bien-ban-khoa-so-2024-01.xlsx'))).toBe(true);
  const reopen = 'reopen 2024-01 --reason "Sót phiếu chi" --by "Nguyễn Văn An"';
  expect(await at(reopen, [{ at: 'Gõ lại tháng', type: 'c' }])).toMatchObject({ exit: 130, wrote: false });
  expect(await at(reopen, [{ at: 'Gõ lại tháng', type: '2024-01' }])).toMatchObject({ exit: 0, wrote: true });
  expect(await at('close 2024-01 --yes')).toMatchObject({ exit: 0, shown: 0, wrote: true });
});

test('a person is erased only by the code typed', async () => {
  expect(await at('member erase M4', [{ at: 'Gõ lại mã', type: 'M3' }])).toMatchObject({
    exit: 130,
    wrote: false,
  });
  expect(await at('member erase M4', [{ at: 'Gõ lại mã', type: 'm4' }])).toMatchObject({
    exit: 0,
    wrote: true,
  });
});

test('a rehearsal leaves no file; what it refuses needs no answer; what only looks is not shown first', async () => {
  const early = await at('close 2024-01', []);
  expect(early).toMatchObject({ exit: 3, shown: 0, wrote: false });
  expect(early.stdout).not.toContain('Gõ lại');
  expect(await at('close 2024-01 --check')).toMatchObject({ exit: 1, shown: 0, wrote: false });
  await stage.data('cash count --on 31/01/2024 --total 7.000.000');
  await at('close 2024-01', [{ at: 'Gõ lại tháng', type: '2024-02' }]);
  expect(existsSync(join(stage.folder, 'bien-ban-khoa-so-2024-01.xlsx'))).toBe(false);
  expect(existsSync(join(stage.folder, 'phucloi-2024-01.backup.db'))).toBe(false);
});

test('an import says its warnings once; rows go back to the sender after the yes, or with the refusal', async () => {
  stage.write('a.csv', list('24/01/2024,Một,1.000.000', '25/01/2024,Hai,hai trăm', '26/01/2024,Ba,300.000'));
  const strict = await at('contribution import a.csv --fund XHTT --rejects tra-lai-1.csv');
  expect(strict).toMatchObject({ exit: 4, asked: false, wrote: false });
  expect(existsSync(join(stage.folder, 'tra-lai-1.csv'))).toBe(true);
  const line = 'contribution import a.csv --fund XHTT --accept-good --rejects tra-lai-2.csv --save-as a.json';
  expect(await at(line, [no])).toMatchObject({ exit: 130, shown: 1, wrote: false });
  for (const file of ['tra-lai-2.csv', 'a.json']) expect(existsSync(join(stage.folder, file))).toBe(false);
  const taken = await at(line, [yes]);
  expect(taken).toMatchObject({ exit: 0, shown: 1, wrote: true });
  for (const file of ['tra-lai-2.csv', 'a.json']) expect(existsSync(join(stage.folder, file))).toBe(true);
  expect(taken.stderr.match(/^CẢNH BÁO:/gm)).toHaveLength(2);
});

test('where nothing would be written nothing is asked', async () => {
  stage.write('a.csv', list('24/01/2024,Một,1.000.000'));
  expect(await at('contribution import a.csv --fund XHTT', [yes])).toMatchObject({ exit: 0, wrote: true });
  expect(await at('contribution import a.csv --fund XHTT')).toMatchObject({
    exit: 0,
    asked: false,
    shown: 0,
  });
});

test('a list that was altered while it was asked about is not taken', async () => {
  stage.write('a.csv', list('24/01/2024,Một,1.000.000'));
  const before = () => stage.write('a.csv', list('24/01/2024,Một,9.000.000'));
  const altered = await at('contribution import a.csv --fund XHTT', [{ ...yes, before }]);
  expect(altered).toMatchObject({ exit: 4, asked: true, wrote: false });
});

test('a yes is to what was shown: a book that another program wrote meanwhile is shown and asked about again', async () => {
  const line = 'expense add --fund TET --from cash --amount 4.000.000 --on 20/01/2024 --note Quà';
  const program = join(import.meta.dirname, '../../bin/phucloi.js');
  const other = wordsOf('expense add --fund TET --from cash --amount 500.000 --on 20/01/2024 --note Hoa');
  const before = () => {
    spawnSync(process.execPath, [program, ...other], { cwd: stage.folder });
  };
  const left = await at(line, [{ ...yes, before }, no]);
  expect(left).toMatchObject({ exit: 130, shown: 2 });
  expect(left.stderr).toContain('PC-TET-2024-0002');
  expect((await stage.data<{ entries: number }>('verify')).entries).toBe(2);
});

test('who a giver is is asked once, in the rehearsal, and holds for the run', async () => {
  await stage.data('member add --code M9 --name "Nguyễn Thị Anh" --unit TTB');
  stage.write('a.csv', list('24/01/2024,NGUYEN THI ANH,1.000.000'));
  const played = await at('contribution import a.csv --fund XHTT', [{ at: 'là ai?', type: '' }, yes]);
  expect(played).toMatchObject({ exit: 0, asked: true, shown: 1, wrote: true });
  expect(played.stdout.split('✓ «NGUYEN THI ANH» là ai? M1')).toHaveLength(2);
  // What stands after the question is the run's own answer.
  expect(played.stdout.split(ASKED).at(-1)).toContain('1 khoản là của nhà hảo tâm');
});
