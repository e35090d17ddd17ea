import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day, Month } from '../../src/domain/day.ts';
import type { Dong } from '../../src/domain/dong.ts';
import { openList, type OpenedList } from '../../src/intake/open.ts';
import { MASKED } from '../../src/domain/mask.ts';
import { vi } from '../../src/render/messages/vi.ts';
import { sqliteLibrary } from '../../src/store/library.ts';
import { payAdvance } from '../../src/usecase/advance.ts';
import { approveBenefits } from '../../src/usecase/benefit-approve.ts';
import { payBenefits } from '../../src/usecase/benefit-pay.ts';
import { importBenefits } from '../../src/usecase/benefit-import.ts';
import { signBenefits } from '../../src/usecase/benefit-sign.ts';
import { init } from '../../src/usecase/init.ts';
import { importMembers } from '../../src/usecase/member-import.ts';
import { move, contribute, spend, transfer } from '../../src/usecase/money.ts';
import { countCash } from '../../src/usecase/cash-count.ts';
import type { Book } from '../../src/usecase/book.ts';
import { addRound } from '../../src/usecase/round-add.ts';
import { digest } from '../../src/cli/digest.ts';
import type { Session } from '../../src/usecase/session.ts';
import { importUnits } from '../../src/usecase/unit-import.ts';

export const day = (text: string): Day => text as Day;
export const month = (text: string): Month => text as Month;
export const dong = (amount: number): Dong => amount as Dong;

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Nông'];
const MIDDLES = ['Thị', 'Văn', 'Thị Thanh', 'Đức', 'Thị Hồng', 'Quang', 'Thị Ngọc'];
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
  'Nga',
  'Phương',
  'Thảo',
  'Yến',
];

/** A made-up name by number. */
function personName(number: number): string {
  const pick = (names: readonly string[], at: number) => names[at % names.length] ?? '';
  return `${pick(SURNAMES, number)} ${pick(MIDDLES, number * 3 + 1)} ${pick(GIVEN, number * 5 + 2)}`;
}

const UNITS = [
  ['BVDK', 'CĐCS Bệnh viện Đa khoa tỉnh'],
  ['CDC', 'CĐCS Trung tâm Kiểm soát bệnh tật'],
  ['TTYT-PB', 'CĐCS Trung tâm Y tế huyện Phú Bình'],
] as const;

export interface Made {
  readonly book: Book;
  readonly session: Session;
  readonly folder: string;
  readonly list: (name: string, rows: readonly (readonly (string | number)[])[]) => Promise<OpenedList>;
}

/** A sector union's book of January and February 2026, with a Tet round of so many people. */
export async function makeBook(people = 20, language: 'vi' | 'en' = 'vi'): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'phucloi-papers-'));
  const path = join(folder, 'book.db');
  const header = { command: 'init', actor: 'test', recordedAt: '2026-03-01T00:00:00Z', dryRun: false };
  await init(sqliteLibrary, header, vi.phrases, {
    path,
    code: 'CDYT',
    name: 'CÔNG ĐOÀN NGÀNH Y TẾ TỈNH THÁI NGUYÊN',
    above: 'LIÊN ĐOÀN LAO ĐỘNG TỈNH THÁI NGUYÊN',
    town: 'Thái Nguyên',
    language,
    firstMonth: month('2026-01'),
    series: 'fund',
    officers: [
      { role: 'chair', name: 'Nguyễn Thị Thanh Hòa' },
      { role: 'accountant', name: 'Trần Văn Quý' },
      { role: 'cashier', name: 'Lê Thị Mỹ' },
      { role: 'preparer', name: 'Đỗ Thị Kiều' },
    ],
    opening: [
      { fund: 'TET', place: 'cash', amount: dong(80_000_000 + people * 500_000) },
      { fund: 'XHTT', place: 'cash', amount: dong(35_500_000) },
      { fund: 'TINH', place: 'cash', amount: dong(16_000_000 + people * 200_000) },
      { fund: 'TCCD', place: 'bank', amount: dong(12_345_678) },
    ],
    next: new Map(),
  });
  const book = await sqliteLibrary.open(path);
  const session: Session = {
    book,
    today: day('2026-03-01'),
    actor: () => 'test',
    recordedAt: '2026-03-01T00:00:00Z',
    dryRun: false,
    phrases: () => vi.phrases,
    mask: MASKED,
  };
  const list = async (name: string, rows: readonly (readonly (string | number)[])[]) => {
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n'));
    return openList(file, {});
  };
  await importUnits(session, await list('units', [['Mã', 'Tên đơn vị'], ...UNITS]));
  const roll = Array.from({ length: people }, (_, at) => {
    const unit = UNITS[at % UNITS.length]?.[1] ?? '';
    return [`DV${String(at + 1).padStart(4, '0')}`, personName(at), unit] as const;
  });
  await importMembers(session, await list('members', [['Mã', 'Họ và tên', 'Đơn vị'], ...roll]), {
    createUnits: false,
    mendIds: false,
  });
  await contribute(session, {
    fund: 'TET',
    place: 'cash',
    amount: dong(25_000_000),
    on: day('2026-01-05'),
    party: 'Công ty Cổ phần Dược Thái Nguyên',
    content: 'Ủng hộ quà Tết Bính Ngọ',
  });
  await addRound(session, {
    code: 'tet-2026',
    kind: 'gift',
    name: 'Quà Tết Bính Ngọ 2026',
    on: day('2026-01-10'),
    levels: new Map([['HCKK', dong(500_000)]]),
  });
  const gifts = roll.map(([code, name, unit], at) => {
    const [tet, held] =
      at % 5 === 4 ? [0, 700_000] : [500_000 + (at % 3) * 100_000, at % 4 === 0 ? 300_000 : 0];
    return [
      code,
      name,
      unit,
      at % 2 === 0 ? 'HCKK' : 'Bệnh hiểm nghèo',
      tet,
      held,
      at % 6 === 0 ? 250_000 : '',
    ];
  });
  const headings = ['Mã', 'Họ và tên', 'Đơn vị', 'Đối tượng', 'TET', 'TINH', 'Hiện vật'];
  await importBenefits(session, 'gift', await list('gifts', [headings, ...gifts]), {
    round: 'tet-2026',
    payer: undefined,
  });
  const all = { round: 'tet-2026', cases: [], unit: undefined, except: [] };
  await approveBenefits(session, 'gift', {
    ...all,
    decision: '12/QĐ-CĐYT',
    on: day('2026-01-15'),
    by: 'Nguyễn Thị Thanh Hòa',
    expecting: undefined,
  });
  return { book, session, folder, list };
}

/** Pays and signs for the round, and moves some other money. */
export async function payRound({ session }: Made): Promise<{ advance: string; transfer: string }> {
  const all = { round: 'tet-2026', case: undefined };
  await payBenefits(session, 'gift', {
    ...all,
    cases: [],
    per: 'run',
    from: 'TET:cash',
    on: day('2026-01-20'),
  });
  await payBenefits(session, 'gift', {
    ...all,
    cases: [],
    per: 'run',
    from: 'TINH:cash',
    on: day('2026-01-22'),
  });
  const signed = { on: undefined, checked: undefined, list: [], except: ['DV0003'], proxies: [], digest };
  await signBenefits(session, 'gift', { ...all, ...signed });
  const money = { party: 'Cửa hàng hoa Hồng Ngọc', content: 'Vòng hoa thăm viếng', on: day('2026-01-21') };
  await spend(session, { ...money, fund: 'XHTT', place: 'cash', amount: dong(450_000), purpose: 'running' });
  await move(session, {
    ...money,
    party: '',
    content: '',
    fund: 'XHTT',
    from: 'cash',
    to: 'bank',
    amount: dong(5_000_000),
  });
  const moved = await transfer(session, {
    ...money,
    party: '',
    content: '',
    place: 'cash',
    from: 'XHTT',
    to: 'TET',
    amount: dong(1_000_000),
  });
  const advance = await payAdvance(session, {
    fund: 'XHTT',
    place: 'cash',
    amount: dong(2_000_000),
    on: day('2026-01-23'),
    holder: 'Phạm Thị Nga',
    due: day('2026-02-10'),
    content: 'Tạm ứng thăm hỏi đoàn viên ốm',
  });
  const notes = [
    { face: dong(500_000), sheets: 190 },
    { face: dong(200_000), sheets: 31 },
    { face: dong(50_000), sheets: 17 },
  ];
  await countCash(session, {
    place: 'cash',
    on: day('2026-01-31'),
    total: undefined,
    notes,
    by: ['Lê Thị Mỹ'],
    settle: false,
    fund: undefined,
    due: undefined,
  });
  return { advance: advance.voucher, transfer: moved.voucher };
}
