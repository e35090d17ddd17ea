import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Stage, wordsOf, type Played } from '../support/play.ts';
import { asking, Server } from '../support/server.ts';

const LONG_MS = 120_000;
const TABLES_OF_PEOPLE = [
  'beneficiary',
  'private',
  'award',
  'status',
  'wording',
  'posting',
  'entry',
  'donor',
];

let server: Server;
let stage: Stage;
let number = 0;

const UNITS = 'Mã,Tên đơn vị,Thuộc\nNOI,Khoa Nội,\nNGOAI,Khoa Ngoại,\n';
const PEOPLE =
  'Mã,Họ tên,Đơn vị,CCCD\nA1,Nguyễn Văn Nội,NOI,019090000123\nA2,Trần Thị Ngoại,NGOAI,019190000456\n';
const GIFTS = 'Mã,Họ tên,Đơn vị,Số tiền\nA1,Nguyễn Văn Nội,NOI,500000\nA2,Trần Thị Ngoại,NGOAI,500000\n';

beforeAll(async () => {
  server = await Server.start();
  for (const login of ['thu_a', 'thu_b', 'thu_moi', 'kiem_tra', 'nganh', 'khoa_noi', 'la'])
    await asking(server.address(), `create role ${login} login`);
}, LONG_MS);

afterAll(async () => {
  await server.stop();
});

beforeEach(async () => {
  stage = new Stage();
  number += 1;
  stage.write('don-vi.csv', UNITS);
  stage.write('doan-vien.csv', PEOPLE);
  stage.write('qua.csv', GIFTS);
  for (const code of ['BVA', 'BVB']) {
    const at = code === 'BVA' ? '' : '&entity=BVB';
    await done(
      'boss',
      `init --code ${code} --name ${code} --from 2024-01 --opening TET:cash=5.000.000 --officer "cashier=Trần Thị Hòa" --no-input`,
      code === 'BVA' ? '' : at,
    );
  }
  for (const code of ['BVA', 'BVB']) {
    const at = `&entity=${code}`;
    await done('boss', 'unit import don-vi.csv', at);
    await done('boss', 'member import doan-vien.csv', at);
    await done('boss', 'programme add tet --kind gift --name Tết --on 20/01/2024', at);
    await done('boss', 'gift import qua.csv --round tet --payer TET', at);
  }
  await done('boss', 'role grant thu_a --as treasurer', '&entity=BVA');
  await done('boss', 'role grant thu_b --as treasurer', '&entity=BVB');
  await done('boss', 'role grant kiem_tra --as inspector', '&entity=BVA');
  await done('boss', 'role grant nganh --as sector', '&entity=BVB');
  await done('boss', 'role grant khoa_noi --as unit --unit NOI', '&entity=BVA');
}, LONG_MS);

afterEach(() => {
  stage.strike();
});

const addressOf = (login: string, more = ''): string =>
  server.address(`vai${number}`, more).replace('boss@', `${login}@`);

function says(login: string, line: string, more = ''): Promise<Played> {
  const words = [...wordsOf(line), '--book', addressOf(login, more), '--today', '2024-02-01', '--json'];
  return stage.run(words);
}

async function done<T>(login: string, line: string, more = ''): Promise<T> {
  const played = await says(login, line, more);
  const answer = JSON.parse(played.stdout) as { ok: boolean; data: T };
  expect(answer.ok, `${login}: ${line}\n${played.stdout}`).toBe(true);
  return answer.data;
}

async function refused(login: string, line: string, more = ''): Promise<[exit: number, code: string]> {
  const played = await says(login, line, more);
  const { error } = JSON.parse(played.stdout) as { error?: { code: string } };
  return [played.exit, error?.code ?? ''];
}

/** What a login reads by itself, past the program; the server's letters where it may not. */
async function reads(login: string, sql: string): Promise<unknown> {
  const client = new pg.Client({
    host: server.folder,
    port: server.port,
    user: login,
    database: 'postgres',
    options: `-c search_path=vai${number}`,
  });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows.flat();
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

test(
  'a treasurer keeps one book, and sees nobody of another, by the program or past it',
  async () => {
    const { members } = await done<{ members: { code: string }[] }>('thu_a', 'member list');
    expect(members.map(({ code }) => code).toSorted()).toEqual(['A1', 'A2']);
    expect(await refused('thu_a', 'member list', '&entity=BVB')).toEqual([5, 'entity.unknown']);
    for (const table of TABLES_OF_PEOPLE)
      expect(await reads('thu_a', `select distinct entity from "${table}"`), table).not.toContain('2');
    expect(await reads('thu_a', 'select count(*) from beneficiary')).toEqual(['2']);
    expect(await reads('boss', 'select count(*) from beneficiary')).toEqual(['4']);
    // Writes what is theirs, and what is another's not even past the program.
    await done('thu_a', 'contribution add --donor "Lê Hoa" --amount 100.000 --fund TET --on 05/01/2024');
    expect(await reads('thu_a', "update beneficiary set name = 'x' where entity = 2 returning id")).toEqual(
      [],
    );
    expect(await reads('thu_a', "insert into holder values (2, 9, 'H9', 'x', 'x', 'x')")).toBe('42501');
  },
  LONG_MS,
);

test(
  'what the program forbids the database forbids: nobody writes in the name of another, or changes what is posted',
  async () => {
    expect(await refused('thu_a', 'fund list --actor boss')).toEqual([0, '']);
    expect(await refused('thu_a', 'fund add Q --name Q --actor boss')).toEqual([3, 'role.actor']);
    const operations = await done<{ operations: { actor: string }[] }>('thu_a', 'operation list');
    await done('thu_a', 'fund add Q --name Q');
    const after = await done<{ operations: { actor: string }[] }>('thu_a', 'operation list');
    expect(after.operations.length).toBe(operations.operations.length + 1);
    expect(after.operations[0]?.actor).toBe('thu_a');
    const forged = "insert into operation values (1, 99, 'x', '2024', 'boss', null, 'x', sha256('x'))";
    expect(await reads('thu_a', forged)).toBe('42501');
    expect(await reads('thu_a', 'update posting set amount = amount + 1')).toBe('42501');
    expect(await reads('thu_a', 'update operation set actor = null, salt = null')).toBe('42501');
    expect(await reads('boss', 'update posting set amount = amount + 1')).toBe('PHL01');
    expect(await reads('thu_a', 'delete from entry')).toBe('42501');
    expect(await reads('thu_a', 'truncate entry cascade')).toBe('42501');
    expect(await reads('boss', 'truncate entry cascade')).toBe('PHL01');
    expect(await reads('thu_a', 'select * from permission')).toBe('42501');
    expect(await reads('thu_a', "select give_permission('la', 2, null, 'keep')")).toBe('42501');
    expect(await reads('kiem_tra', "select give_permission('kiem_tra', 1, null, 'keep')")).toBe('42501');
    expect(await reads('thu_a', "select give_permission('thu_a', 0, null, 'look')")).toBe('42501');
    // Nobody is everybody, and no entity is made past `init`.
    for (const login of ['public', 'none', 'pg_monitor'])
      expect(await refused('thu_a', `role grant ${login} --as treasurer`)).toEqual([5, 'role.missing']);
    const forgedEntity =
      "insert into entity select entity, 2, 'X', name, above, town, language, first_month, series, salt from entity";
    expect(await reads('thu_a', forgedEntity)).toBe('42501');
    expect(await reads('thu_a', 'select key from book')).toBe('42501');
    expect(await reads('thu_a', 'select key_of(2)')).toEqual([null]);
    expect(await done('thu_a', 'verify')).toMatchObject({ broken: null });
  },
  LONG_MS,
);

test(
  'long lists go in by whoever keeps the book, past no policy',
  async () => {
    const rows = Array.from({ length: 150 }, (_, at) => `0${(at % 9) + 1}/01/2024,Người ${at},${at + 10}000`);
    stage.write('ung-ho.csv', `Ngày,Họ tên,Số tiền\n${rows.join('\n')}\n`);
    expect(await done('thu_a', 'contribution import ung-ho.csv --fund TET')).toMatchObject({ accepted: 150 });
    const members = Array.from({ length: 40 }, (_, at) => `M${at},Đoàn viên ${at},NOI`);
    stage.write('them.csv', `Mã,Họ tên,Đơn vị\n${members.join('\n')}\n`);
    await done('thu_a', 'member import them.csv');
    stage.write(
      'qua-2.csv',
      `Mã,Họ tên,Đơn vị,Số tiền\n${members.map((line) => `${line},20000`).join('\n')}\n`,
    );
    await done('thu_a', 'programme add tet-2 --kind gift --name Tết --on 20/01/2024 --twice part');
    await done('thu_a', 'gift import qua-2.csv --round tet-2 --payer TET');
    await done('thu_a', 'gift approve --round tet-2 --decision 2/QĐ --on 21/01/2024 --by "Nguyễn Văn An"');
    await done('thu_a', 'gift pay --round tet-2 --from TET:cash --on 22/01/2024');
    expect(await done('thu_a', 'verify')).toMatchObject({ broken: null });
  },
  LONG_MS,
);

test(
  'what somebody was not given here cannot be taken from them here',
  async () => {
    expect(await refused('thu_a', 'role revoke boss')).toEqual([5, 'role.none']);
    expect(await refused('thu_a', 'role revoke thu_b')).toEqual([5, 'role.none']);
    expect(await done('thu_b', 'balance')).toBeDefined();
    expect(await done('boss', 'balance', '&entity=BVB')).toBeDefined();
    // Every book at once is the owner's to give, and to take back.
    expect(await refused('thu_a', 'role revoke nganh')).toEqual([5, 'role.none']);
    expect(await refused('thu_a', 'role grant thu_moi --as treasurer --instead-of la')).toEqual([
      5,
      'role.none',
    ]);
    expect(await refused('thu_moi', 'balance', '&entity=BVA')).toEqual([3, 'book.denied']);
    expect(await done('thu_b', 'role revoke nganh')).toEqual({ login: 'nganh', reads: true });
    await done('boss', 'role grant nganh --as sector', '&entity=BVB');
    expect(await done('nganh', 'verify', '&entity=BVA')).toMatchObject({ broken: null });
    await done('boss', 'role revoke nganh', '&entity=BVB');
    expect(await refused('nganh', 'balance', '&entity=BVA')).toEqual([3, 'book.denied']);
  },
  LONG_MS,
);

test(
  'an inspector reads a book whole and nothing private of it, and writes nothing',
  async () => {
    expect(await done('kiem_tra', 'verify')).toMatchObject({ broken: null });
    expect(await done('kiem_tra', 'balance')).toMatchObject({ total: expect.anything() as unknown });
    expect(await refused('kiem_tra', 'fund add Q --name Q')).toEqual([3, 'book.denied']);
    expect(await refused('kiem_tra', 'balance', '&entity=BVB')).toEqual([5, 'entity.unknown']);
    expect(await reads('kiem_tra', 'select count(*) from beneficiary')).toEqual(['2']);
    expect(await reads('kiem_tra', 'select count(*) from private')).toEqual(['0']);
    expect(await reads('kiem_tra', 'select key from book')).toBe('42501');
    expect(await reads('kiem_tra', "update fund set name = 'x'")).toBe('42501');
  },
  LONG_MS,
);

test(
  "the sector's login keeps its own book and reads every other, and nothing private there",
  async () => {
    await done('nganh', 'fund add Q --name Q');
    expect(await done('nganh', 'verify', '&entity=BVA')).toMatchObject({ broken: null });
    expect(await refused('nganh', 'fund add Q --name Q', '&entity=BVA')).toEqual([3, 'book.denied']);
    expect(await reads('nganh', 'select distinct entity from private')).toEqual(['2']);
    expect(await reads('nganh', 'select count(*) from beneficiary')).toEqual(['4']);
  },
  LONG_MS,
);

test(
  'who looks after a unit sees its people and what they were given, and no ledger',
  async () => {
    const { members } = await done<{ members: { code: string }[] }>('khoa_noi', 'member list');
    expect(members.map(({ code }) => code)).toEqual(['A1']);
    expect(await reads('khoa_noi', 'select code from beneficiary')).toEqual(['A1']);
    expect(await reads('khoa_noi', 'select count(*) from award')).toEqual(['1']);
    expect(await reads('khoa_noi', 'select count(*) from award_part')).toEqual(['1']);
    expect(await reads('khoa_noi', 'select count(*) from private')).toEqual(['1']);
    for (const table of [
      'entry',
      'posting',
      'balance_day',
      'wording',
      'donor',
      'statement_line',
      'operation',
    ])
      expect(await reads('khoa_noi', `select count(*) from "${table}"`), table).toBe('42501');
    expect(await refused('khoa_noi', 'balance')).toEqual([3, 'book.denied']);
    expect(await refused('khoa_noi', 'fund add Q --name Q')).toEqual([3, 'book.denied']);
  },
  LONG_MS,
);

test(
  'after a handover the old login is refused, and the new one keeps the book',
  async () => {
    const handover = 'handover --role cashier --to "Vũ Thị Mai" --on 01/02/2024 -o ban-giao.xlsx --login';
    expect(await refused('thu_a', `${handover} khong_co`)).toEqual([5, 'role.missing']);
    expect(await done('thu_a', 'balance')).toBeDefined();
    expect(await done('thu_a', `${handover} thu_moi`)).toMatchObject({ login: 'thu_moi', ended: 'thu_a' });
    expect(await refused('thu_a', 'balance')).toEqual([3, 'book.denied']);
    expect(await reads('thu_a', 'select count(*) from beneficiary')).toBe('42P01');
    expect(await reads('thu_a', `select count(*) from vai${number}.beneficiary`)).toBe('42501');
    await done('thu_moi', 'fund add Q --name Q');
    const { roles } = await done<{ roles: { login: string; endedBy?: string }[] }>('thu_moi', 'role list');
    expect(roles.find(({ login }) => login === 'thu_a')?.endedBy).toBe('thu_a');
    await done('thu_moi', 'role revoke kiem_tra');
    expect(await refused('kiem_tra', 'balance')).toEqual([3, 'book.denied']);
    expect(await refused('thu_moi', 'role revoke la')).toEqual([5, 'role.none']);
  },
  LONG_MS,
);

test(
  'a rehearsal gives and ends nothing',
  async () => {
    await done('thu_a', 'role grant thu_moi --as treasurer --instead-of thu_a --dry-run');
    expect(await done('thu_a', 'balance')).toBeDefined();
    expect((await refused('thu_moi', 'balance'))[0]).not.toBe(0);
  },
  LONG_MS,
);
