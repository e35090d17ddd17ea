import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const UNITS = 95;
/** A season of a provincial health union: 3,672 gifts over 95 grassroots unions. */
const GIFTS = 3672;

/** A Tet round imported, approved, paid and signed in one command each, beside the same commands on one gift. */
export function tetRound(folder: string, program: string): { name: string; ms: number; floor: number }[] {
  const large = play(join(folder, 'large'), program, GIFTS);
  const single = play(join(folder, 'single'), program, 1);
  return large.map(({ name, ms }, at) => ({
    name: `${name}, ${GIFTS} gifts`,
    ms,
    floor: single[at]?.ms ?? NaN,
  }));
}

function play(folder: string, program: string, gifts: number): { name: string; ms: number }[] {
  mkdirSync(folder);
  const people = Array.from({ length: gifts }, (_, at) => ({ code: `M${at}`, unit: `DV${at % UNITS}` }));
  const lines = (head: string, rows: readonly string[]) => `${[head, ...rows].join('\n')}\n`;
  writeFileSync(
    join(folder, 'units.csv'),
    lines(
      'Mã,Tên đơn vị',
      Array.from({ length: UNITS }, (_, at) => `DV${at},CĐCS số ${at}`),
    ),
  );
  writeFileSync(
    join(folder, 'members.csv'),
    lines(
      'Mã,Họ và tên,Đơn vị',
      people.map(({ code, unit }) => `${code},Đoàn viên ${code},${unit}`),
    ),
  );
  writeFileSync(
    join(folder, 'gifts.csv'),
    lines(
      'Mã,Họ và tên,Số tiền',
      people.map(({ code }) => `${code},Đoàn viên ${code},300.000`),
    ),
  );
  const run = (words: string) => {
    const start = performance.now();
    const played = spawnSync(process.execPath, [program, ...words.split(' ')], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (played.status !== 0) throw new Error(`${words}: ${played.stderr}`);
    return { name: words.split(' ').slice(0, 2).join(' '), ms: performance.now() - start };
  };
  run(`init --name CD --from 2024-01 --opening TET:cash=${gifts * 300_000}`);
  run('unit import units.csv');
  run('member import members.csv');
  run('programme add tet --kind gift --name Tet --on 10/02/2024');
  return [
    run('gift import gifts.csv --round tet --payer TET'),
    run('gift approve --round tet --decision 1 --on 15/01/2024 --by An'),
    run('gift pay --round tet --from TET:cash --on 20/01/2024'),
    run('gift sign --round tet --all'),
    run('reconcile --period 2024-02'),
  ];
}
