import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** What one ordinary month of a sector union holds. */
const GIFTS = 3_000;
const AWARDS = 300;
const PAIRS = 11;

interface Ratio {
  readonly name: string;
  readonly bound: number;
  /** The ratios of interleaved pairs, sorted. */
  readonly ratios: readonly number[];
}

/**
 * `reconcile` of one month in three books, in interleaved pairs: the month alone, the same month after nine others like
 * it, a month ten times as large.
 */
export function reconcileAtLength(folder: string, program: string): readonly Ratio[] {
  const short = bookOf(join(folder, 'short'), program, 1, 1);
  const long = bookOf(join(folder, 'long'), program, 10, 1);
  const large = bookOf(join(folder, 'month-large'), program, 1, 10);
  const ratios = (of: () => number) => {
    of();
    return Array.from({ length: PAIRS }, () => {
      const beside = short();
      return of() / beside;
    }).toSorted((a, b) => a - b);
  };
  short();
  return [
    { name: 'reconcile of a month in a book ten times as long', bound: 1.2, ratios: ratios(long) },
    { name: 'reconcile of a month ten times as large', bound: 12, ratios: ratios(large) },
  ];
}

/** Makes a book of some months, all but the last closed; gives what times its last month's `reconcile`, in milliseconds. */
function bookOf(folder: string, program: string, months: number, times: number): () => number {
  mkdirSync(folder);
  const run = (words: readonly string[], exits: readonly number[] = [0]) => {
    const start = performance.now();
    const played = spawnSync(process.execPath, [program, ...words], { cwd: folder, encoding: 'utf8' });
    if (!exits.includes(played.status ?? -1))
      throw new Error(`${words.join(' ')}: ${played.stdout}${played.stderr}`);
    return performance.now() - start;
  };
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
    const { funds } = JSON.parse(
      spawnSync(process.execPath, [program, 'balance', '--json'], { cwd: folder, encoding: 'utf8' }).stdout,
    ).data as { funds: { code: string; closing: number }[] };
    const cash = funds.find(({ code }) => code === 'XHTT')?.closing ?? 0;
    run(['cash', 'count', '--on', `28/${month}/2024`, '--total', String(cash)]);
    if (number < months) run(['close', `2024-${month}`]);
  }
  const period = `2024-${String(months).padStart(2, '0')}`;
  return () => run(['reconcile', '--period', period], [0, 1]);
}
