import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from './pairs.ts';
import type { Room } from './room.ts';

const SIZES = [20_000, 100_000];

const UNITS = 95;
const GIFT = 300_000;
/** People of a second round who are paid and have not signed, and after them of a third who are decided on and not paid. */
const UNSIGNED = 50;
const UNPAID = 70;

/** The two quick looks at books of many awards, beside the sample's book. */
export function* awards(room: Room): Generator<Case> {
  for (const size of SIZES.filter((each) => each <= room.largest)) {
    const book = makeAwards(room, size);
    for (const word of ['balance', 'status'])
      yield {
        name: `${word}, ${size} awards`,
        beside: "the sample's book",
        ours: room.phucloi([word, '--book', book]),
        theirs: room.phucloi([word, '--book', room.sampleBook()]),
      };
  }
}

/**
 * A book of so many awards, by the program's own commands: nearly all of them paid and signed for, as in a book of many
 * years, and a few open. `balance` and `status` look for the few.
 */
function makeAwards(room: Room, size: number): string {
  const folder = room.folder(`awards-${size}`);
  const people = Array.from({ length: size }, (_, at) => ({ code: `M${at}`, unit: `DV${at % UNITS}` }));
  const list = (name: string, head: string, rows: readonly string[]) => {
    writeFileSync(join(folder, name), `${[head, ...rows].join('\n')}\n`);
  };
  const gifts = (name: string, to: typeof people) => {
    list(
      name,
      'Mã,Họ và tên,Số tiền',
      to.map(({ code }) => `${code},Đoàn viên ${code},${GIFT}`),
    );
  };
  const units = Array.from({ length: UNITS }, (_, at) => `DV${at},CĐCS số ${at}`);
  list('units.csv', 'Mã,Tên đơn vị', units);
  const members = people.map(({ code, unit }) => `${code},Đoàn viên ${code},${unit}`);
  list('members.csv', 'Mã,Họ và tên,Đơn vị', members);
  gifts('signed.csv', people);
  gifts('unsigned.csv', people.slice(0, UNSIGNED));
  gifts('unpaid.csv', people.slice(UNSIGNED, UNSIGNED + UNPAID));
  const run = (words: string) => {
    room.play(folder, [...words.split(' '), '--yes', '--no-input']);
  };
  run(`init --name CD --from 2024-01 --opening TET:cash=${(size + UNSIGNED + UNPAID) * GIFT}`);
  run('unit import units.csv --no-backup');
  run('member import members.csv --no-backup');
  for (const [at, round] of ['signed', 'unsigned', 'unpaid'].entries()) {
    run(`programme add ${round} --kind gift --name ${round} --on 10/02/2024`);
    run(`gift import ${round}.csv --round ${round} --payer TET --no-backup`);
    run(`gift approve --round ${round} --decision ${at + 1} --on 15/01/2024 --by An`);
    if (round !== 'unpaid') run(`gift pay --round ${round} --from TET:cash --on 20/01/2024`);
    if (round === 'signed') run(`gift sign --round ${round} --all`);
  }
  return join(folder, 'phucloi.db');
}
