import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stage, wordsOf } from '../support/play.ts';

const NAME = 'phucloi-2024-11-30-120000';
const BACKUP = `${NAME}.backup.db`;
let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  await stage.data('init --name "Công đoàn" --from 2024-01');
});
afterEach(() => {
  stage.strike();
});

const at = (name: string) => join(stage.folder, name);
const backups = () =>
  readdirSync(stage.folder)
    .filter((name) => name.endsWith('.backup.db'))
    .toSorted();

/** Plays a command line that must succeed at a moment of its own (UTC). */
async function dataAt(moment: string, line: string): Promise<{ path: string; removed: string[] }> {
  const { stdout } = await stage.play([...wordsOf(line), '--json'], undefined, { now: new Date(moment) });
  const answer = JSON.parse(stdout) as { ok: boolean; data: { path: string; removed: string[] } };
  expect(answer.ok, stdout).toBe(true);
  return answer.data;
}

/** A list of two rows, which is backed up before it goes in. */
const list = (day: number) =>
  stage.write('a.csv', `Ngày,Tên,Số tiền\n0${day}/02/2024,Ông Một,1.000\n0${day}/02/2024,Bà Hai,2.000\n`);

test('the clock goes on: the oldest backups give way, those of the day before stay', async () => {
  for (const day of ['01', '02', '03']) await dataAt(`2024-12-${day}T05:00:00Z`, 'backup --keep 2');
  expect(backups()).toEqual([2, 3].map((day) => `phucloi-2024-12-0${day}-120000.backup.db`));
  await stage.data('setting set backup.rows 1');
  for (let day = 1; day <= 7; day++) {
    list(day);
    await dataAt(`2024-12-0${day}T06:00:00Z`, 'contribution import a.csv --fund XHTT');
  }
  expect(backups().filter((name) => name.includes('.auto.'))).toEqual(
    [3, 4, 5, 6, 7].map((day) => `phucloi-2024-12-0${day}-130000.auto.backup.db`),
  );
});

test('a backup of a clock that was ahead takes the place of none that is made now', async () => {
  const [ahead = '', further = ''] = ['2030-01-01', '2031-01-01'].map(
    (day) => `phucloi-${day}-120000.backup.db`,
  );
  await stage.data('backup');
  for (const name of [ahead, further]) copyFileSync(at(BACKUP), at(name));
  for (const name of [BACKUP, `${BACKUP}.sha256`]) stage.remove(name);
  const rehearsed = await stage.data<{ removed: string[] }>('backup --keep 2 --dry-run');
  expect(rehearsed.removed).toEqual([ahead]);
  const two = await stage.data<{ path: string; removed: string[] }>('backup --keep 2');
  expect([two.path, two.removed]).toEqual([BACKUP, [ahead]]);
  expect(backups()).toEqual([BACKUP, further]);
  const one = await dataAt('2024-12-01T05:00:00Z', 'backup --keep 1');
  expect(backups()).toEqual([one.path]);
});

test('five automatic ones of a clock that was ahead do not send the next ones away', async () => {
  await stage.data('setting set backup.rows 1');
  await stage.data('backup');
  for (let number = 1; number <= 5; number++)
    copyFileSync(at(BACKUP), at(`phucloi-2030-01-0${number}-120000.auto.backup.db`));
  for (const name of [BACKUP, `${BACKUP}.sha256`]) stage.remove(name);
  for (let day = 1; day <= 2; day++) {
    list(day);
    await dataAt(`2024-12-0${day}T06:00:00Z`, 'contribution import a.csv --fund XHTT');
    expect(backups()).toContain(`phucloi-2024-12-0${day}-130000.auto.backup.db`);
    expect(backups()).toHaveLength(5);
  }
});
