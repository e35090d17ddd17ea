import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case, Command } from './pairs.ts';
import type { Room } from './room.ts';

/** What one ordinary month of a sector union holds. */
const GIFTS = 3_000;
const AWARDS = 300;

/** Bounds: the same month after nine others like it, and a month ten times as large, by the time a row. */
const [LONGER, LARGER] = [1.2, 1.2];

/** `reconcile` of one month in three books: the month alone, after nine others like it, and ten times as large. */
export function* reconcile(room: Room): Generator<Case> {
  const short = bookOf(room, 'month', 1, 1);
  const [name, beside] = ['reconcile of a month', 'in a book of that month'];
  const long = bookOf(room, 'months', 10, 1);
  yield { name: `${name} after nine others`, beside, bound: LONGER, ours: long, theirs: short };
  const large = bookOf(room, 'month-large', 1, 10);
  yield {
    name: `${name} ten times as large: time a row`,
    beside,
    bound: LARGER,
    rows: [10, 1],
    ours: large,
    theirs: short,
  };
}

/** Makes a book of some months, all but the last closed; gives its last month's `reconcile`. */
function bookOf(room: Room, place: string, months: number, times: number): Command {
  const folder = room.folder(place);
  const run = (words: readonly string[]) => room.play(folder, words);
  const file = (name: string, heading: string, rows: readonly string[]) =>
    writeFileSync(join(folder, name), `${[heading, ...rows].join('\n')}\n`);
  const people = Array.from({ length: AWARDS * times }, (_, at) => `M${at}`);
  run(['init', '--name', 'CD', '--from', '2024-01', '--opening', 'XHTT:cash=900.000.000.000']);
  run(['unit', 'add', '--code', 'BVA', '--name', 'CĐCS A']);
  file(
    'members.csv',
    'Mã,Họ và tên,Đơn vị',
    people.map((code) => `${code},Đoàn viên ${code},BVA`),
  );
  run(['member', 'import', 'members.csv']);
  for (let number = 1; number <= months; number++) {
    const month = String(number).padStart(2, '0');
    const day = (at: number) => `${String(1 + (at % 28)).padStart(2, '0')}/${month}/2024`;
    const gifts = Array.from(
      { length: GIFTS * times },
      (_, at) => `${day(at)},Nhà hảo tâm ${month} ${at},${50_000 + 1_000 * (at % 90)}`,
    );
    file('gifts.csv', 'Ngày,Họ và tên,Số tiền', gifts);
    run(['contribution', 'import', 'gifts.csv', '--fund', 'XHTT', '--yes']);
    const [round, on] = [`kk-${month}`, ['--on', `28/${month}/2024`]];
    file(
      'awards.csv',
      'Mã,Họ và tên,Số tiền',
      people.map((code) => `${code},Đoàn viên ${code},300.000`),
    );
    run(['programme', 'add', round, '--kind', 'hardship', '--name', round, ...on]);
    run(['hardship', 'import', 'awards.csv', '--round', round, '--payer', 'XHTT']);
    run(['hardship', 'approve', '--round', round, '--decision', `${number}/QĐ`, ...on, '--by', 'An']);
    run(['hardship', 'pay', '--round', round, '--from', 'XHTT:cash', ...on]);
    run(['hardship', 'sign', '--round', round, '--all']);
    const { data } = JSON.parse(run(['balance', '--json'])) as {
      data: { funds: { code: string; closing: number }[] };
    };
    const cash = data.funds.find(({ code }) => code === 'XHTT')?.closing ?? 0;
    run(['cash', 'count', '--on', `28/${month}/2024`, '--total', String(cash)]);
    if (number < months) run(['close', `2024-${month}`]);
  }
  const period = `2024-${String(months).padStart(2, '0')}`;
  return { ...room.phucloi(['reconcile', '--period', period]), cwd: folder, exits: [0, 1] };
}
