import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from '../support/chance.ts';
import { growthOf, type Intake } from './growth.ts';
import { writeLines } from './lists.ts';
import type { Case, Command } from './pairs.ts';
import type { Room } from './room.ts';

const SEED = 20240115;
/** People of a grassroots union. */
const UNIT = 200;
/** What each gift is, in đồng, as lists write it. */
const GIFT = '300.000';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Nông'];
const MIDDLE = ['Thị', 'Văn', 'Thị Thanh', 'Đức', 'Thị Hồng', 'Quang', 'Thị Ngọc', 'Minh', 'Hữu'];
const GIVEN = [
  'An',
  'Ánh',
  'Bình',
  'Chi',
  'Dương',
  'Đào',
  'Hà',
  'Hạnh',
  'Lan',
  'Mai',
  'Phương',
  'Yến',
  'Tuấn',
];
const NAMES = GIVEN.flatMap((given) =>
  MIDDLE.flatMap((middle) => FAMILY.map((family) => `${family} ${middle} ${given}`)),
);
const PROVINCES = ['001', '024', '038', '040', '079', '092'];
const BANKS = ['VCB', 'BIDV', 'Agribank', 'VietinBank'];

interface Person {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly born: string;
  readonly sex: string;
  readonly id: string;
  readonly phone: string;
  readonly account: string;
  readonly bank: string;
  readonly joined: string;
}

const digits = (value: number, length: number) => String(value).padStart(length, '0');

/**
 * People of units of two hundred, the same for the same seed: no two share name and birth date, a number or an account,
 * so that none is taken for another. One in five has no phone, three in ten no account.
 */
function* people(count: number): Generator<Person> {
  const random = chance(SEED);
  const below = (most: number) => Math.floor(random() * most);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  for (let at = 0; at < count; at++) {
    const born = bornOn(at);
    const woman = below(2);
    const account = random() < 0.7;
    yield {
      code: `DV${digits(at + 1, 7)}`,
      name: NAMES[at % NAMES.length] ?? '',
      unit: unitCode(Math.floor(at / UNIT)),
      born: dayText(born),
      sex: woman === 1 ? 'Nữ' : 'Nam',
      // Sex and century, the year, and what sets each apart.
      id: `${pick(PROVINCES)}${woman + (born.year < 2000 ? 0 : 2)}${digits(born.year % 100, 2)}${digits(at % 1_000_000, 6)}`,
      phone: random() < 0.8 ? `09${digits((at * STEP) % 100_000_000, 8)}` : '',
      account: account ? `10${digits(at, 8)}` : '',
      bank: account ? pick(BANKS) : '',
      joined: dayText({ day: 1 + below(28), month: 1 + below(12), year: 2006 + below(17) }),
    };
  }
}

/** Shares no factor with the counts that it walks through. */
const STEP = 7_919;
const YEARS = 45;

/** Another day for each person of one name, as long as there are days. */
function bornOn(at: number) {
  const day = (Math.floor(at / NAMES.length) * STEP + at * 11) % (28 * 12 * YEARS);
  return { day: 1 + (day % 28), month: 1 + (Math.floor(day / 28) % 12), year: 1960 + Math.floor(day / 336) };
}

const dayText = ({ day, month, year }: { day: number; month: number; year: number }) =>
  `${digits(day, 2)}/${digits(month, 2)}/${year}`;

const unitCode = (at: number) => `CS${digits(at + 1, 5)}`;

/** `units.csv`, a roll with codes (`members.csv`) and without (`uncoded.csv`), and `gifts.csv`, one for every person. */
export function writeRolls(folder: string, rows: number): void {
  const units = Array.from({ length: Math.ceil(rows / UNIT) }, (_, at) => unitCode(at));
  writeLines(
    join(folder, 'units.csv'),
    'Mã,Tên đơn vị',
    units,
    (code) => `${code},Công đoàn cơ sở số ${code}`,
  );
  const fields =
    'Họ và tên,Đơn vị,Ngày sinh,Giới tính,Số CCCD,Điện thoại,Số tài khoản,Ngân hàng,Ngày vào công đoàn';
  const rest = ({ code: _, ...fields }: Person) => Object.values(fields).join(',');
  writeLines(
    join(folder, 'members.csv'),
    `Mã,${fields}`,
    people(rows),
    (each) => `${each.code},${rest(each)}`,
  );
  writeLines(join(folder, 'uncoded.csv'), fields, people(rows), rest);
  writeLines(
    join(folder, 'gifts.csv'),
    'Mã,Họ và tên,Đơn vị,Số tiền',
    people(rows),
    ({ code, name, unit }) => `${code},${name},${unit},${GIFT}`,
  );
}

const SIZES = [20_000, 100_000, 1_000_000];

/** Rolls imported at each size beside the one before, and again. */
export function* members(room: Room): Generator<Case> {
  let before: Intake | undefined;
  for (const rows of SIZES.filter((each) => each <= room.largest)) {
    const folder = room.folder(`members-${rows}`);
    const [empty, book] = [join(folder, 'empty.db'), join(folder, 'phucloi.db')];
    writeRolls(folder, rows);
    copyFileSync(room.emptyBook(), empty);
    room.play(folder, ['unit', 'import', 'units.csv', '--book', empty, '--yes', '--no-backup']);
    const words = ['member', 'import', join(folder, 'members.csv'), '--book', book, '--yes', '--no-backup'];
    const ours: Command = {
      ...room.phucloi(words),
      before: () => {
        copyFileSync(empty, book);
      },
    };
    const name = `member import, ${rows} rows`;
    const now = { name, rows, ours };
    yield* growthOf(now, before);
    before = now;
  }
}
