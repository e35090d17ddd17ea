/** How large a year is made. The same sizes and seed make the same year, to the byte. */
export interface YearSize {
  readonly units: number;
  readonly members: number;
  readonly contributions: number;
  readonly awards: number;
  readonly seed: number;
}

/** A provincial health union's year, as the issue that asked for it counts: one Tet round of 3,672 among the awards. */
export const LARGE_YEAR: YearSize = {
  units: 95,
  members: 17_000,
  contributions: 40_000,
  awards: 6_000,
  seed: 20_240_101,
};
export const SMALL_YEAR: YearSize = { units: 5, members: 100, contributions: 400, awards: 60, seed: 7 };

/** One month: the files that come in, the command lines in their order, the last of which closes it. */
interface YearMonth {
  readonly month: string;
  readonly files: ReadonlyMap<string, string>;
  readonly lines: readonly (readonly string[])[];
  /** What every fund holds at the month's end, added up beside the program; in đồng. */
  readonly closings: ReadonlyMap<string, number>;
}

export interface Year {
  readonly files: ReadonlyMap<string, string>;
  readonly setUp: readonly (readonly string[])[];
  readonly months: readonly YearMonth[];
}

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ'];
const MIDDLES = ['Thị', 'Văn', 'Thị Thu', 'Đức', 'Minh', 'Ngọc', 'Thị Kim', 'Hữu', 'Thanh', 'Quang', 'Xuân'];
const GIVEN = [
  'An',
  'Bình',
  'Châu',
  'Dung',
  'Đào',
  'Giang',
  'Hà',
  'Hòa',
  'Lan',
  'Mai',
  'Nga',
  'Oanh',
  'Phúc',
  'Yến',
];
const OPENINGS = { TET: 3_000_000_000, MAIAM: 1_000_000_000, XHTT: 5_000_000_000, TCCD: 200_000_000 };
const CASH = 50_000_000;
const TET_SHARE = 0.612;
const HOME_SHARE = 0.005;

/** Numbers below a bound, one after another, by the seed alone. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const csv = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

interface BankLine {
  readonly day: number;
  readonly text: string;
  readonly amount: number;
}

/** Makes the files and the command lines of 2024, and what every fund must hold when each month ends. */
export function yearOf(size: YearSize): Year {
  const next = chance(size.seed);
  const pick = (from: readonly string[]) => from[next(from.length)] ?? '';
  const name = () => `${pick(FAMILIES)} ${pick(MIDDLES)} ${pick(GIVEN)}`;
  const people = Array.from({ length: size.members }, (_, at) => ({
    code: `DV${String(at + 1).padStart(5, '0')}`,
    name: name(),
    unit: `CS${two((at % size.units) + 1)}`,
  }));
  const funds = new Map<string, number>(Object.entries(OPENINGS));
  funds.set('TINH', 0);
  funds.set('TCCD', OPENINGS.TCCD + CASH);
  const banks = new Map<string, { balance: number; lines: BankLine[] }>([
    ['bank', { balance: sum(Object.values(OPENINGS)), lines: [] }],
    ['bidv', { balance: 0, lines: [] }],
  ]);
  let cash = CASH;
  let awarded = 0;

  const month = (number: number): YearMonth => {
    const month = `2024-${two(number)}`;
    const last = new Date(Date.UTC(2024, number, 0)).getUTCDate();
    const date = (day: number) => `${two(day)}/${two(number)}/2024`;
    const files = new Map<string, string>();
    const lines: string[][] = [];
    const run = (words: string, ...more: string[]) =>
      lines.push([...words.split(' '), ...more, '--today', `${month}-${two(last)}`]);
    const move = (place: string, day: number, text: string, amount: number) => {
      const bank = banks.get(place);
      if (bank === undefined) cash += amount;
      else bank.lines.push({ day, text, amount });
    };
    const change = (fund: string, amount: number) => funds.set(fund, (funds.get(fund) ?? 0) + amount);

    if (number === 1) {
      const moved = 3_000_000_000;
      run(`move --fund XHTT --from bank --to bidv --amount ${moved} --on ${date(2)}`);
      move('bank', 2, 'Chuyen sang BIDV', -moved);
      move('bidv', 2, 'Nhan tu Vietcombank', moved);
    }

    const share = part(size.contributions, 12, number - 1);
    const lists = [
      { fund: 'MAIAM', to: 'bank', rows: Math.floor(share * 0.4), content: 'Ủng hộ Mái ấm Công đoàn' },
      { fund: 'TET', to: 'bank', rows: Math.floor(share * 0.15), content: 'Ủng hộ Tết đoàn viên' },
    ];
    lists.push({
      fund: 'XHTT',
      to: 'bidv',
      rows: share - sum(lists.map(({ rows }) => rows)),
      content: 'Ủng hộ quỹ xã hội từ thiện',
    });
    for (const { fund, to, rows, content } of lists) {
      const gifts = Array.from({ length: rows }, () => ({
        day: 3 + next(last - 4),
        who: name(),
        amount: 50_000 + 10_000 * next(150) + (next(40) === 0 ? 1 + next(999) : 0),
      })).toSorted((a, b) => a.day - b.day);
      const file = `ung-ho-${fund}-${two(number)}.csv`;
      files.set(
        file,
        csv(
          'STT,Ngày,Họ và tên,Nội dung,Số tiền',
          gifts.map(
            ({ day, who, amount }, at) => `${at + 1},${date(day)},${who},${content} ${month},${amount}`,
          ),
        ),
      );
      run(`contribution import ${file} --fund ${fund} --to ${to}`);
      for (const { day, who, amount } of gifts) move(to, day, `${who} ung ho ${fund}`, amount);
      change(fund, sum(gifts.map(({ amount }) => amount)));
    }

    const given = 20_000_000 + 1_000_000 * next(30);
    run(`allocation --fund TINH --to bank --amount ${given} --on ${date(4)}`, '--from', 'LĐLĐ tỉnh');
    move('bank', 4, 'LDLD tinh cap tien chi ho', given);
    change('TINH', given);

    const grant = (
      kind: 'gift' | 'hardship' | 'home',
      fund: string,
      place: string,
      count: number,
      each: () => number,
    ) => {
      if (count === 0) return;
      const round = `${kind}-${month}`;
      const awards = Array.from({ length: count }, (_, at) => ({
        who: people[(awarded + at) % people.length] ?? { code: '', name: '' },
        amount: each(),
      }));
      awarded += count;
      const total = sum(awards.map(({ amount }) => amount));
      files.set(
        `${round}.csv`,
        csv(
          'Mã,Họ và tên,Số tiền',
          awards.map(({ who, amount }) => `${who.code},${who.name},${amount}`),
        ),
      );
      run(`programme add ${round} --kind ${kind} --on ${date(20)}`, '--name', `Đợt ${month}`);
      run(`${kind} import ${round}.csv --round ${round} --payer ${fund}`);
      run(
        `${kind} approve --round ${round} --decision ${number}/QĐ-${kind} --on ${date(14)}`,
        '--by',
        'Trịnh Kim Long Châu',
      );
      if (place === 'cash') {
        run(`move --fund ${fund} --from bank --to cash --amount ${total} --on ${date(15)}`);
        move('bank', 15, 'Rut tien mat', -total);
        move('cash', 15, '', total);
      }
      if (kind === 'home')
        for (const paper of ['application', 'commune'])
          run(`home paper ${paper} --round ${round} --on ${date(13)} --no ${number}/${paper}`);
      run(`${kind} pay --round ${round} --from ${fund}:${place} --on ${date(16)}`);
      run(
        `${kind} sign --round ${round} --all --count ${count} --total ${total} --paper KN-${round} --on ${date(18)}`,
      );
      move(place, 16, `Chi ${round}`, -total);
      change(fund, -total);
    };
    const tet = Math.round(size.awards * TET_SHARE);
    const homes = Math.max(1, Math.round(size.awards * HOME_SHARE));
    if (number === 1) grant('gift', 'TET', 'cash', tet, () => (next(18) === 0 ? 1_000_000 : 500_000));
    else
      grant(
        'hardship',
        'XHTT',
        'bidv',
        part(size.awards - tet - homes, 11, number - 2),
        () => 500_000 * (1 + next(4)),
      );
    if (number === 6) grant('home', 'MAIAM', 'bank', homes, () => 20_000_000);

    const fee = 22_000 + 11_000 * next(20);
    run(
      `expense add --fund TCCD --from bank --amount ${fee} --on ${date(last)}`,
      '--note',
      'Phí chuyển tiền',
    );
    move('bank', last, 'Phi dich vu', -fee);
    change('TCCD', -fee);
    if (number % 3 === 0) {
      const interest = 10_000 + next(90_000);
      run(
        `receipt add --fund TCCD --to bank --amount ${interest} --on ${date(last)}`,
        '--note',
        'Lãi tiền gửi',
      );
      move('bank', last, 'Tra lai tien gui', interest);
      change('TCCD', interest);
      const remitted = Math.floor((funds.get('TINH') ?? 0) / 2);
      run(`remit --fund TINH --from bank --amount ${remitted} --on ${date(20)}`, '--to', 'LĐLĐ tỉnh');
      move('bank', 20, 'Nop LDLD tinh', -remitted);
      change('TINH', -remitted);
      run(`transfer --from TCCD --to TET --amount 5000000 --on ${date(21)} --document ${number}/NQ-BCH`);
      change('TCCD', -5_000_000);
      change('TET', 5_000_000);
    }
    if (number === 3) {
      run(
        `advance pay --fund TCCD --amount 3000000 --on ${date(5)} --due 20/04/2024`,
        '--holder',
        'Lê Văn Bình',
      );
      move('cash', 5, '', -3_000_000);
    }
    if (number === 4) {
      run(`advance settle --advance PC-TCCD-2024-0001 --on ${date(18)} --spent 2600000 --returned 400000`);
      move('cash', 18, '', 400_000);
      change('TCCD', -2_600_000);
    }

    for (const [place, bank] of banks) {
      const printed: string[] = [];
      for (const { day, text, amount } of bank.lines.toSorted((a, b) => a.day - b.day)) {
        bank.balance += amount;
        printed.push(
          `${date(day)},${text},${amount < 0 ? -amount : ''},${amount > 0 ? amount : ''},${bank.balance},${place}${two(number)}${printed.length + 1}`,
        );
      }
      bank.lines = [];
      files.set(
        `sao-ke-${place}-${two(number)}.csv`,
        csv('Ngày,Nội dung,Nợ,Có,Số dư,Số tham chiếu', printed),
      );
      if (printed.length > 0) run(`statement import sao-ke-${place}-${two(number)}.csv --account ${place}`);
      if (printed.length > 0 && place === 'bidv')
        run(`statement match --account ${place} --period ${month} --auto`);
    }
    run(`cash count --place cash --on ${date(last)} --total ${cash}`, '--by', 'Trần Thị Hòa');
    run(`reconcile --period ${month}`);
    // A year has one set of minutes: twelve would tell of the workbook, not of the books.
    run(`close ${month}`, ...(number === 12 ? [] : ['--no-papers']));
    return { month, files, lines, closings: new Map(funds) };
  };

  return {
    files: new Map([
      [
        'don-vi.csv',
        csv(
          'Mã,Tên đơn vị',
          Array.from({ length: size.units }, (_, at) => `CS${two(at + 1)},CĐCS Trung tâm Y tế số ${at + 1}`),
        ),
      ],
      [
        'doan-vien.csv',
        csv(
          'Mã,Họ và tên,Đơn vị',
          people.map((person) => `${person.code},${person.name},${person.unit}`),
        ),
      ],
    ]),
    setUp: [
      [
        ...'init --code CDYTNS --from 2024-01 --no-input --name'.split(' '),
        'Công đoàn ngành Y tế tỉnh Nam Sơn',
        '--opening',
        ...Object.entries(OPENINGS).map(([fund, amount]) => `${fund}:bank=${amount}`),
        `TCCD:cash=${CASH}`,
        '--today',
        '2024-01-02',
      ],
      ['place', 'add', 'bidv', '--kind', 'bank', '--name', 'Tài khoản BIDV', '--today', '2024-01-02'],
      ['unit', 'import', 'don-vi.csv', '--today', '2024-01-02'],
      ['member', 'import', 'doan-vien.csv', '--today', '2024-01-02'],
    ],
    months: Array.from({ length: 12 }, (_, at) => month(at + 1)),
  };
}

/** One of `of` nearly equal shares of a whole; together they are the whole. */
function part(whole: number, of: number, at: number): number {
  return Math.floor((whole * (at + 1)) / of) - Math.floor((whole * at) / of);
}
