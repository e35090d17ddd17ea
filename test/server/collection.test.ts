import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Stage, wordsOf } from '../support/play.ts';
import { asking, Server } from '../support/server.ts';

const LONG_MS = 240_000;
const UNITS = ['BVA', 'BVB', 'BVC'];
const LATER = '--today 2024-02-10';

let server: Server;
let stage: Stage;

beforeAll(async () => {
  server = await Server.start();
}, LONG_MS);

afterAll(async () => {
  await server.stop();
});

beforeEach(() => {
  stage = new Stage({ env: {} });
});

afterEach(() => {
  stage.strike();
});

async function told<T>(entity: string, line: string, login = 'boss'): Promise<{ exit: number; data: T }> {
  const book = server.address('nganh', `&entity=${entity}`).replace('boss@', `${login}@`);
  const { exit, stdout } = await stage.run([...wordsOf(line), '--book', book, '--json']);
  return { exit, data: (JSON.parse(stdout) as { data: T }).data };
}

async function done<T>(entity: string, line: string): Promise<T> {
  const { exit, data } = await told<T>(entity, line);
  expect(exit, `${entity}: ${line}`).toBe(0);
  return data;
}

test(
  'units that keep their books on one server are told side by side, without being brought',
  async () => {
    stage.write(
      'don-vi.csv',
      `Mã,Tên đơn vị,Thuộc\n${UNITS.map((code) => `${code},Bệnh viện ${code},`).join('\n')}\n`,
    );
    await done('NGANH', 'init --code NGANH --name "Công đoàn ngành" --from 2024-01 --no-input');
    await done('NGANH', 'unit import don-vi.csv');
    await done('NGANH', 'programme add tet --kind gift --tet 2024 --name Tết --on 20/01/2024');
    for (const [at, code] of UNITS.entries()) {
      await done(
        code,
        `init --code ${code} --name ${code} --from 2024-01 --opening TET:cash=5.000.000 --no-input`,
      );
      await done(code, 'unit add --code NOI --name "Khoa Nội" --kind group');
      // One person stands in two units, by the same number.
      const id = at < 2 ? '019090000123' : `01909000012${at + 4}`;
      stage.write(
        'dv.csv',
        `Mã,Họ tên,Đơn vị,CCCD\n${code}1,Người ${'Một Hai Ba'.split(' ')[at]},NOI,${id}\n`,
      );
      await done(code, 'member import dv.csv');
      await done(code, 'programme add tet --kind gift --tet 2024 --name Tết --on 20/01/2024');
      stage.write(
        'qua.csv',
        `Mã,Họ tên,Đơn vị,Số tiền\n${code}1,Người ${'Một Hai Ba'.split(' ')[at]},NOI,500000\n`,
      );
      await done(code, 'gift import qua.csv --round tet --payer TET');
      await done(code, 'gift approve --round tet --decision 1/QĐ --on 21/01/2024 --by "Nguyễn Văn An"');
      await done(code, 'gift pay --round tet --from TET:cash --on 22/01/2024');
      await done(code, 'gift sign --round tet --all --on 22/01/2024');
      await done(code, `cash count --on 31/01/2024 --total 4.500.000 --by "Trần Thị Hòa" ${LATER}`);
      if (code !== 'BVC') await done(code, `close 2024-01 ${LATER}`);
    }
    const { units } = await done<{ units: { unit: string; state: string; month: string }[] }>(
      'NGANH',
      `collection list --period 2024-01 ${LATER}`,
    );
    expect(units.map(({ unit, state }) => [unit, state])).toEqual([
      ['BVA', 'whole'],
      ['BVB', 'whole'],
      ['BVC', 'behind'],
    ]);
    const check = await told<{ findings: { kind: string }[] }>(
      'NGANH',
      `collection check --round tet ${LATER}`,
    );
    expect(check.exit, JSON.stringify(check.data)).toBe(1);
    expect(check.data.findings.map(({ kind }) => kind)).toEqual(['person.units']);
    const whole = await done<{
      units: { union: string; own: Record<string, number> }[];
      own: Record<string, number>;
      absent: { union: string; state: string }[];
    }>('NGANH', `report consolidated --period 2024-01 ${LATER}`);
    // Two units are closed; the third is named, and not counted.
    const spent = { opening: 5_000_000, disbursements: 500_000, closing: 4_500_000 };
    expect(whole.units.map(({ union }) => union)).toEqual(['NGANH', 'BVA', 'BVB']);
    for (const { own } of whole.units.slice(1)) expect(own).toMatchObject(spent);
    expect(whole.own).toMatchObject({ opening: 10_000_000, disbursements: 1_000_000, closing: 9_000_000 });
    expect(whole.absent).toEqual([{ union: 'BVC', state: 'unclosed' }]);
    // A unit's file is not collected into a server's book.
    const own = ['--name', 'BVD', '--from', '2024-01', '--no-input', '--book', 'bvd.db'];
    expect((await stage.run(['init', '--code', 'BVD', ...own])).exit).toBe(0);
    const sector = server.address('nganh', '&entity=NGANH');
    const { exit, stdout } = await stage.run(['collect', 'bvd.db', '--book', sector, '--json']);
    expect([exit, (JSON.parse(stdout) as { error: { code: string } }).error.code]).toEqual([
      3,
      'book.engine',
    ]);
    // The sector's login sees what it was given.
    await asking(server.address(), 'create role thu_nganh login');
    await done('NGANH', 'role grant thu_nganh --as treasurer');
    const alone = await told<{ units: { unit: string; state: string }[] }>(
      'NGANH',
      `collection list --period 2024-01 ${LATER}`,
      'thu_nganh',
    );
    expect(alone.data.units.map(({ state }) => state)).toEqual(['none', 'none', 'none']);
    await done('NGANH', 'role grant thu_nganh --as sector');
    const all = await told<{ units: { state: string }[] }>(
      'NGANH',
      `collection list --period 2024-01 ${LATER}`,
      'thu_nganh',
    );
    expect(all.data.units.map(({ state }) => state)).toEqual(['whole', 'whole', 'behind']);
  },
  LONG_MS,
);
