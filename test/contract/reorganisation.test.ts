import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

// As in a province in June 2025: of 48 units of a health union five ended, the others went to the union above.

const UNITS = 48;
const ENDED = 5;
/** People of each unit; with 48 units about as many as the sample has. */
const EACH = 50;

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});
afterEach(() => {
  stage.strike();
});

interface Told {
  readonly units: readonly { unit: string; parent: string; own?: { own: number; people: number } }[];
  readonly total: { own: number; people: number; gifts: number };
}

const unit = (at: number) => `CS${String(at + 1).padStart(2, '0')}`;
const codes = Array.from({ length: UNITS }, (_, at) => unit(at));

async function bookOf(each: number): Promise<void> {
  await stage.data(
    'init --name "Công đoàn ngành Y tế" --from 2025-01 --no-input --opening TET:cash=900.000.000',
  );
  await stage.data('unit add --code CDN --name "Công đoàn ngành Y tế tỉnh" --kind sector');
  await stage.data('unit add --code TINH --name "LĐLĐ tỉnh" --kind sector');
  const units = codes.map((code) => `${code};Đơn vị y tế ${code};CDN`);
  stage.write('don-vi.csv', ['Mã;Tên đơn vị;Trực thuộc', ...units, ''].join('\n'));
  await stage.data('unit import don-vi.csv');
  const people = codes.flatMap((code, of) =>
    Array.from({ length: each }, (_, at) => `DV${of * each + at + 1};Nguyễn Thị ${code} ${at + 1};${code}`),
  );
  stage.write('doan-vien.csv', ['Mã;Họ và tên;Đơn vị', ...people, ''].join('\n'));
  await stage.data('member import doan-vien.csv --no-backup');
}

test('five units end and forty-three move: nobody is lost, nothing given changes, every tree has the same totals', async () => {
  await bookOf(EACH);
  await stage.data('programme add tet --kind gift --name Tết --on 29/01/2025 --level HCKK=300.000');
  const gifts = codes.flatMap((code, of) =>
    [1, 2, 3].map((at) => `DV${of * EACH + at};Nguyễn Thị ${code} ${at};${code};HCKK`),
  );
  stage.write('qua.csv', ['Mã;Họ và tên;Đơn vị;Đối tượng', ...gifts, ''].join('\n'));
  await stage.data('gift import qua.csv --round tet --payer TET --today 05/01/2025');
  await stage.data(
    'gift approve --round tet --decision 1/QĐ --on 06/01/2025 --by "Lê An" --today 06/01/2025',
  );
  await stage.data('gift pay --round tet --from TET:cash --on 15/01/2025 --today 15/01/2025');
  const year = 'report units --period 2025 --today 31/07/2025';
  const before = await stage.data<Told>(year);

  const [first = '', ...ended] = codes.slice(0, ENDED);
  const stay = codes.slice(ENDED);
  const by = '--on 20/06/2025 --document 45/QĐ-LĐLĐ --today 30/06/2025';
  const merged = await stage.data<{ moved: number; ended: string[] }>(
    `unit merge ${first} --and ${ended.join(' ')} --into ${stay[0]} ${by}`,
  );
  expect(merged).toMatchObject({ moved: ENDED * EACH, ended: codes.slice(0, ENDED) });
  const moved = await stage.data<{ moved: object[]; units: number }>(
    `unit move ${stay[0]} --and ${stay.slice(1).join(' ')} --to TINH ${by}`,
  );
  expect(moved.moved).toHaveLength(UNITS - ENDED);

  // The old tree is told as it was, the new one under the union above; both to the đồng.
  expect(await stage.data<Told>(year)).toEqual(before);
  const now = await stage.data<Told>(`${year} --tree new`);
  expect(now.total).toEqual(before.total);
  expect(now.total).toMatchObject({ own: UNITS * 3 * 300_000, people: UNITS * 3 });
  const own = now.units.filter((each) => each.own !== undefined);
  expect(own).toHaveLength(UNITS - ENDED);
  expect(new Set(own.map(({ parent }) => parent))).toEqual(new Set(['TINH']));
  expect(own.find((each) => each.unit === stay[0])?.own).toMatchObject({ people: (ENDED + 1) * 3 });
  const yet = await stage.data<Told>(`${year} --tree new --as-of 19/06/2025`);
  expect(new Set(yet.units.filter((each) => each.own !== undefined).map(({ parent }) => parent))).toEqual(
    new Set(['CDN']),
  );

  // Everybody stands in one unit on each day; nobody kept another code.
  for (const [on, units] of [
    ['19/06/2025', UNITS + 2],
    ['20/06/2025', UNITS - ENDED + 2],
  ] as const) {
    const listed = await stage.data<{ units: { members: number }[] }>(`unit list --on ${on}`);
    expect(listed.units).toHaveLength(units);
    expect(listed.units.reduce((all, { members }) => all + members, 0)).toBe(UNITS * EACH);
  }
  await stage.data('verify');

  // Taken back, the later one first, the book tells what it told before.
  const { operations } = await stage.data<{ operations: { operation: number }[] }>('operation list');
  for (const { operation } of operations.slice(0, 2))
    await stage.data(`operation undo ${operation} --reason "Nhập nhầm"`);
  expect(await stage.data<Told>(`${year} --tree new`)).toMatchObject({
    total: before.total,
    units: before.units,
  });
  await stage.data('verify');
}, 240_000);

test('a unit of 10,000 people is merged in one write', async () => {
  await bookOf(1);
  const people = Array.from({ length: 10_000 }, (_, at) => `X${at + 1};Trần Văn ${at + 1};${codes[0]}`);
  stage.write('dong.csv', ['Mã;Họ và tên;Đơn vị', ...people, ''].join('\n'));
  await stage.data('member import dong.csv --no-backup');
  const merged = await stage.data<{ moved: number }>(
    `unit merge ${codes[0]} --into ${codes[1]} --on 20/06/2025 --document 1/QĐ --today 30/06/2025`,
  );
  expect(merged.moved).toBe(10_001);
  const { units } = await stage.data<{ units: { code: string; members: number }[] }>('unit list');
  expect(units.find(({ code }) => code === codes[1])?.members).toBe(10_002);
}, 240_000);
