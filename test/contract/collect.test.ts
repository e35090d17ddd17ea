import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

/** As many as the sector of the sample book has. */
const UNITS = 95;
const GIFTS = 3672;
const LEVEL = 300_000;
const GRANT = 1_000_000;

const unitCode = (at: number) => `CS${String(at + 1).padStart(2, '0')}`;
/** How many of the gifts a unit gives: the first ones take what is left over. */
const giftsOf = (at: number) => Math.floor(GIFTS / UNITS) + (at < GIFTS % UNITS ? 1 : 0);
const nameOf = (person: number) =>
  `Nguyễn ${['Thị', 'Văn', 'Hữu', 'Đức'][person % 4]} ${['An', 'Bình', 'Chi', 'Dung', 'Giang'][person % 5]} ${person}`;
const idOf = (person: number) => `0${String(38_185_000_000 + person)}`;
const bornOf = (person: number) =>
  `${String((person % 28) + 1).padStart(2, '0')}/${String((person % 12) + 1).padStart(2, '0')}/${1960 + (person % 40)}`;

/** Rows of other units that are the same person: eight by ID number under another name, four by name and birth date only. */
const SAME_ID = Array.from({ length: 8 }, (_, at) => ({ unit: 10 + at * 3, like: at }));
const SAME_NAME = Array.from({ length: 4 }, (_, at) => ({ unit: 50 + at * 7, like: 40 + at * 2 }));

const stage = new Stage();
const sector = '--book nganh.db';
const codes = Array.from({ length: UNITS }, (_, at) => unitCode(at));
const planted: string[] = [];

/** The roll and the gifts of one unit: its first person may be one of another unit's. */
function listsOf(at: number): { roll: string; gifts: string } {
  const [id, name] = [
    SAME_ID.find(({ unit }) => unit === at)?.like,
    SAME_NAME.find(({ unit }) => unit === at)?.like,
  ];
  const people = Array.from({ length: giftsOf(at) }, (_, nth) => {
    const person = at * 100 + nth;
    if (nth > 0 || (id === undefined && name === undefined))
      return { name: nameOf(person), born: bornOf(person), id: idOf(person) };
    // The first person of unit `like`, as another unit has written them.
    return id === undefined
      ? { name: nameOf((name ?? 0) * 100), born: bornOf((name ?? 0) * 100), id: '' }
      : { name: `Người khác tên ${id}`, born: '', id: idOf(id * 100) };
  });
  const roll = people.map((each, nth) => `DV${nth + 1};${each.name};TO;${each.born};${each.id}`);
  const gifts = people.map((each, nth) => `DV${nth + 1},${each.name},HCKK`);
  return {
    roll: ['Mã;Họ và tên;Đơn vị;Ngày sinh;Số CCCD', ...roll].join('\n'),
    gifts: ['Mã,Họ và tên,Đối tượng', ...gifts].join('\n'),
  };
}

async function makeUnit(at: number): Promise<void> {
  const code = unitCode(at);
  const book = `--book don-vi/${code}.db`;
  const { roll, gifts } = listsOf(at);
  stage.write(`lists/${code}-roll.csv`, roll);
  stage.write(`lists/${code}-gifts.csv`, gifts);
  const lines = [
    `init --code ${code} --name "CĐCS ${code}" --from 2024-01 --opening TCCD:bank=20.000.000 ${book} --no-input`,
    `unit add --code TO --name "Tổ ${code}" --kind group ${book}`,
    `member import lists/${code}-roll.csv --no-backup ${book}`,
    `allocation --fund TCCD --amount ${GRANT} --on 10/01/2024 --from "Công đoàn ngành" --document 01/QĐ-${code} ${book}`,
    `programme add tet-2024 --kind gift --name "Tết" --on 10/02/2024 --tet 2024 --level HCKK=${LEVEL} ${book}`,
    `gift import lists/${code}-gifts.csv --round tet-2024 --payer TCCD --no-backup ${book}`,
    `gift approve --round tet-2024 --decision 01/QĐ-${code} --on 15/01/2024 --by "Trần A" ${book}`,
    `gift pay --round tet-2024 --from TCCD:bank --on 20/01/2024 ${book}`,
    `gift sign --round tet-2024 --all --on 20/01/2024 ${book}`,
    `remit --fund TCCD --amount 100.000 --on 25/01/2024 --to "Công đoàn ngành" --document 02/${code} ${book}`,
    `close 2024-01 ${book}`,
  ];
  for (const line of lines) await stage.data(line);
  // What a close puts beside the book is not brought.
  for (const name of readdirSync(join(stage.folder, 'don-vi')))
    if (!/^CS\d+\.db$/.test(name)) rmSync(join(stage.folder, 'don-vi', name));
}

beforeAll(async () => {
  stage.write('don-vi/.keep', '');
  stage.write('units.csv', ['Mã,Tên đơn vị', ...codes.map((code) => `${code},CĐCS ${code}`)].join('\n'));
  await stage.data(
    `init --code CDN --name "Công đoàn ngành" --from 2024-01 --opening TCCD:bank=500.000.000 ${sector} --no-input`,
  );
  await stage.data(`unit import units.csv ${sector}`);
  await stage.data(
    `programme add tet-2024 --kind gift --name "Tết" --on 10/02/2024 --tet 2024 --level HCKK=${LEVEL} ${sector}`,
  );
  for (const [at, code] of codes.entries()) {
    await makeUnit(at);
    await stage.data(
      `allocation give --fund TCCD --to ${code} --amount ${GRANT} --on 08/01/2024 --document 01/QĐ-${code} ${sector}`,
    );
    await stage.data(
      `contribution add --fund TCCD --unit ${code} --amount 100.000 --on 26/01/2024 --to bank --document 02/${code} ${sector}`,
    );
  }
  for (const { unit, like } of SAME_ID) planted.push(`id ${[unitCode(like), unitCode(unit)].join('+')}`);
  for (const { unit, like } of SAME_NAME) planted.push(`born ${[unitCode(like), unitCode(unit)].join('+')}`);
}, 300_000);
afterAll(() => stage.strike());

interface Sums {
  readonly [figure: string]: number;
}
interface Consolidated {
  readonly units: readonly { readonly union: string; readonly own: Sums }[];
  readonly eliminations: readonly { readonly what: string; readonly sums: Sums }[];
  readonly own: Sums;
  readonly unmatched: number;
  readonly absent: readonly object[];
}

const files = () => {
  const folder = `${join(stage.folder, 'nganh.db')}-units`;
  const seen = (path: string) => {
    const { mtimeNs, ino, size } = statSync(path, { bigint: true });
    return `${path} ${ino} ${size} ${mtimeNs}`;
  };
  return [join(stage.folder, 'nganh.db'), ...readdirSync(folder).map((name) => join(folder, name))].map(seen);
};

test('ninety-five books are collected, compared and consolidated; the same again changes nothing', async () => {
  const taken = await stage.data<{ collected: number }>(`collect don-vi ${sector}`);
  expect(taken.collected).toBe(UNITS);
  const folder = `${join(stage.folder, 'nganh.db')}-units`;
  expect(readdirSync(folder)).toHaveLength(UNITS);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);

  const before = files();
  const again = await stage.data<{ collected: number }>(`collect don-vi ${sector}`);
  expect(again.collected).toBe(0);
  expect(files()).toEqual(before);

  const list = await stage.data<{ collected: number; behind: number }>(
    `collection list --period 2024-01 ${sector}`,
  );
  expect(list).toMatchObject({ collected: UNITS, behind: 0 });

  const { stdout, exit } = await stage.run([
    'collection',
    'check',
    '--period',
    '2024-01',
    '--json',
    '--book',
    'nganh.db',
  ]);
  expect(exit).toBe(1);
  const { findings } = (
    JSON.parse(stdout) as { data: { findings: { kind: string; facts: Record<string, string> }[] } }
  ).data;
  expect(findings.filter(({ kind }) => kind !== 'person.units')).toEqual([]);
  const found = findings.map(
    ({ facts }) =>
      `${facts['by']} ${[facts['unit'] ?? '', facts['other'] ?? ''].toSorted((a, b) => (a < b ? -1 : 1)).join('+')}`,
  );
  expect(found.toSorted()).toEqual(
    planted
      .map((each) => each.replace(/(\S+)\+(\S+)/, (_, a: string, b: string) => [a, b].toSorted().join('+')))
      .toSorted(),
  );

  const report = await stage.data<Consolidated>(`report consolidated --period 2024-01 ${sector}`);
  expect(report.absent).toEqual([]);
  expect(report.unmatched).toBe(0);
  expect(report.units).toHaveLength(UNITS + 1);
  expect(report.own['disbursements']).toBe(GIFTS * LEVEL);
  expect(report.own['opening']).toBe(500_000_000 + UNITS * 20_000_000);
  for (const key of ['contributions', 'allocations', 'remittances', 'allocationsOut'])
    expect([key, report.own[key]]).toEqual([key, 0]);
  expect(report.own['closing']).toBe(500_000_000 + UNITS * 20_000_000 - GIFTS * LEVEL);
  for (const { union, own } of report.units) {
    const book = union === 'CDN' ? 'nganh.db' : `don-vi/${union}.db`;
    const balance = await stage.data<{ total: number }>(`balance --as-of 31/01/2024 --book ${book}`);
    expect([union, own['closing']]).toEqual([union, balance.total]);
  }
  const round = await stage.data<{ total: Sums; twice: number }>(
    `report consolidated --round tet-2024 ${sector}`,
  );
  expect(round.total).toEqual({
    people: GIFTS - 8,
    awards: GIFTS,
    decided: GIFTS * LEVEL,
    paid: GIFTS * LEVEL,
    signed: GIFTS * LEVEL,
  });
}, 120_000);

const codeOf = async (line: string): Promise<string> => {
  const { stdout } = await stage.run([...line.split(' '), '--json', '--book', 'nganh.db']);
  const answer = JSON.parse(stdout) as { ok: boolean; error?: { code: string } };
  return answer.ok ? '' : (answer.error?.code ?? '?');
};

test('a copy that was altered or lost is told, left out, and made again from the same book', async () => {
  const folder = `${join(stage.folder, 'nganh.db')}-units`;
  const name = readdirSync(folder).find((each) => each.startsWith('CS05-')) ?? '';
  const path = join(folder, name);
  const bytes = readFileSync(path);
  chmodSync(path, 0o600);
  writeFileSync(path, Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]));
  const kinds = async () => {
    const { stdout } = await stage.run([
      'collection',
      'check',
      '--period',
      '2024-01',
      '--json',
      '--book',
      'nganh.db',
    ]);
    const { findings } = (JSON.parse(stdout) as { data: { findings: { kind: string }[] } }).data;
    return findings.map(({ kind }) => kind).filter((kind) => kind !== 'person.units');
  };
  expect(await kinds()).toEqual(['copy.altered']);
  const without = await stage.data<Consolidated>(`report consolidated --period 2024-01 ${sector}`);
  expect(without.absent).toEqual([{ union: 'CS05', state: 'altered' }]);
  expect(without.units).toHaveLength(UNITS);
  rmSync(path);
  expect(await kinds()).toEqual(['copy.missing']);
  expect(await stage.data(`collect don-vi/CS05.db ${sector}`)).toMatchObject({ collected: 1 });
  expect(await kinds()).toEqual([]);
  expect(readFileSync(path)).toEqual(bytes);
});

test('a chain whose last operation was changed, a row altered, an older schema: each is refused, and nothing is written', async () => {
  const before = files();
  const altered = (name: string, sql: string) => {
    const path = join(stage.folder, name);
    copyFileSync(join(stage.folder, 'don-vi/CS06.db'), path);
    const db = new Sqlite(path);
    db.exec(sql);
    db.close();
  };
  altered(
    'row.db',
    `create table kept as select name, sql from sqlite_schema where type = 'trigger' and name = 'unit_fixed';
     update unit set name = 'Khác' where code = 'TO'; drop table kept;`,
  );
  altered('old.db', 'drop table vault; drop table collected; pragma user_version = 4');
  expect(await codeOf('collect row.db')).toBe('backup.altered');
  expect(await codeOf('collect old.db')).toBe('collect.schema');
  expect(await codeOf('collect row.db old.db')).toBe('collect.refused');
  expect(files()).toEqual(before);
  expect(readdirSync(stage.folder).filter((name) => /\.tmp(-journal)?$/.test(name))).toEqual([]);
  expect(existsSync(`${join(stage.folder, 'nganh.db')}-units`)).toBe(true);
});
