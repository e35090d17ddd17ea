import { Readable } from 'node:stream';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Book, Library } from '../../src/usecase/book.ts';
import { CAP, Model, type Outcome } from '../support/model.ts';
import { Stage, wordsOf } from '../support/play.ts';

/** How many sequences: `TIMES=10000` runs what takes too long for every day. */
const TIMES = Number(process.env['TIMES'] ?? 250);
const SEED = process.env['SEED'] === undefined ? Date.now() % 1_000_000 : Number(process.env['SEED']);
const LIMIT = 60_000 + TIMES * 1_000;
const stage = new Stage();

/**
 * A sequence's commands share one connection: reading the schema anew for each would be half of the time. What they do in
 * between is as ever: a transaction each.
 */
const open = vi.hoisted(() => ({ books: new Map<string, Promise<Book>>() }));
vi.mock('../../src/cli/wire.ts', async () => {
  const { sqliteLibrary } = await import('../../src/store/library.ts');
  const shared = (book: Book): Book => ({
    read: (fn) => book.read(fn),
    withEntity: (header, fn) => book.withEntity(header, fn),
    verify: () => book.verify(),
    health: () => Promise.reject(new Error('not asked')),
    backup: (path) => book.backup(path),
    close: () => {},
  });
  const library: Library = {
    ...sqliteLibrary,
    open: async (path) => {
      const known = open.books.get(path) ?? sqliteLibrary.open(path);
      open.books.set(path, known);
      return shared(await known);
    },
  };
  return { libraryFor: () => library };
});

/** Lets go of every connection, so that the file behind it may be another. */
async function closeBooks(): Promise<void> {
  for (const book of open.books.values()) (await book).close();
  open.books.clear();
}

const OPENING = [
  { fund: 'TET', place: 'cash', amount: 1_600_000 },
  { fund: 'TET', place: 'bank', amount: 400_000 },
  { fund: 'TINH', place: 'cash', amount: 500_000 },
];

beforeAll(async () => {
  const opening = OPENING.map(({ fund, place, amount }) => `${fund}:${place}=${amount}`).join(' ');
  await stage.data(`init --name "Công đoàn ngành Y tế" --from 2024-01 --opening ${opening}`);
  await stage.data('unit add --code A --name "CĐCS A"');
  await stage.data('unit add --code B --name "CĐCS B"');
  for (const [at, name] of ['Nguyễn Thị Ánh', 'Trần Văn Bình', 'Lê Thị Đào', 'Phạm Văn Hòa'].entries())
    await stage.data(`member add --code M${at + 1} --name "${name}" --unit ${at < 2 ? 'A' : 'B'}`);
  await stage.data('programme add tet --kind gift --name "Tết Giáp Thìn 2024" --on 10/01/2024');
  await stage.data(
    `rule add gift.cap --kind gift --what cap --value ${CAP.amount} --from ${CAP.from}/1/2024 --source "Quy chế chi" --verified --force refuse`,
  );
  await closeBooks();
});

afterAll(async () => {
  await closeBooks();
  stage.strike();
});

/** Runs a command line; the answer is read as another program would. */
async function answer(line: string, book: string): Promise<{ code?: string; data: Record<string, unknown> }> {
  const out: string[] = [];
  const words = [...wordsOf(line), '--json', '--book', book];
  const exit = await run(words, {
    stdout: (text) => out.push(text),
    bytes: () => {},
    stderr: () => {},
    stdin: () => Readable.from([]),
    stdinIsTerminal: () => false,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    columns: undefined,
    rows: undefined,
    page: () => Promise.resolve(false),
    env: {},
    cwd: stage.folder,
    user: () => 'thu-quy',
    now: new Date('2024-11-30T05:00:00Z'),
  });
  const said = JSON.parse(out.join('')) as {
    ok: boolean;
    data?: Record<string, unknown>;
    error?: { code: string };
  };
  if (said.ok) return { data: said.data ?? {} };
  if (exit === 70) throw new Error(`${line}: ${out.join('')}`);
  return { code: said.error?.code ?? '', data: {} };
}

const between = (min: number, max: number) => fc.integer({ min, max });
const day = between(1, 28);
const member = fc.integer({ min: 1, max: 4 }).map((number) => `M${number}`);
const fund = fc.constantFrom('TET', 'TET', 'TET', 'TINH');
const place = fc.constantFrom('cash', 'cash', 'cash', 'bank');
const amount = between(1, 7).map((units) => units * 100_000);
const pick = fc.nat({ max: 11 });
const some = fc.option(pick, { nil: undefined, freq: 1 });

/** One command by numbers: which award, voucher or entry is meant is told when it is known what there is. */
const command = fc.oneof(
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('give' as const), fund, place, amount, day }) },
  { weight: 5, arbitrary: fc.record({ verb: fc.constant('open' as const), member, fund, amount }) },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('import' as const),
      rows: fc.uniqueArray(fc.record({ member, tet: amount, tinh: fc.option(amount, { nil: undefined }) }), {
        minLength: 1,
        maxLength: 3,
        selector: (row) => row.member,
      }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      verb: fc.constant('approve' as const),
      award: some,
      except: fc.option(member, { nil: undefined, freq: 4 }),
      day: between(1, 8),
    }),
  },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('reject' as const), award: some }) },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('waive' as const),
      award: pick,
      decision: fc.oneof(
        { weight: 3, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('cancel' as const),
      award: pick,
      day: fc.option(day, { nil: undefined }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      verb: fc.constant('pay' as const),
      award: some,
      fund,
      place,
      day: between(5, 18),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      verb: fc.constant('hand' as const),
      award: some,
      fund,
      place,
      day: between(5, 18),
      due: between(12, 28),
      holder: fc.constantFrom('Lê Văn Phát', 'Đỗ Thị Giao'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      verb: fc.constant('sign' as const),
      award: some,
      except: fc.option(member, { nil: undefined, freq: 3 }),
      proxy: fc.option(member, { nil: undefined, freq: 3 }),
      day: fc.option(between(10, 28), { nil: undefined, freq: 1 }),
      counted: fc.option(fc.record({ count: fc.integer({ min: 1, max: 2 }), total: amount }), {
        nil: undefined,
        freq: 5,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      verb: fc.constant('settle' as const),
      voucher: pick,
      amount,
      day: between(10, 28),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ verb: fc.constant('return' as const), award: pick, day: between(14, 28) }),
  },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('reverse' as const), entry: pick }) },
);
type Drawn = typeof command extends fc.Arbitrary<infer T> ? T : never;

interface Spoken {
  readonly line: string;
  /** What the model says it ends with; a new voucher's code is told by the program. */
  readonly expected: (voucher: string) => Outcome;
}

const on = (of: number | undefined) => (of === undefined ? '' : ` --on ${of}/1/2024`);

/** The command line that was drawn, number by number, and how the model runs it. */
function spoken(drawn: Drawn, model: Model, number: number): Spoken {
  const at = <T>(all: readonly T[], index: number) => all[index % Math.max(1, all.length)];
  const one = (index: number) => at(model.awards, index)?.code ?? 'tet/0001';
  const of = (index: number | undefined) => (index === undefined ? undefined : one(index));
  const which = (award: string | undefined, except?: string) =>
    `${award === undefined ? '--round tet' : `--case ${award}`}${except === undefined ? '' : ` --except ${except}`}`;
  const by = `--decision ${number}/QĐ-CĐYT --by "Nguyễn Văn An"`;
  switch (drawn.verb) {
    case 'give':
      return {
        line: `contribution add --fund ${drawn.fund} --to ${drawn.place} --amount ${drawn.amount}${on(drawn.day)}`,
        expected: () => model.give(drawn.fund, drawn.place, drawn.amount, drawn.day),
      };
    case 'open':
      return {
        line: `gift open --round tet --member ${drawn.member} --payer ${drawn.fund} --amount ${drawn.amount} --on 2/1/2024`,
        expected: () => model.open(drawn.member, drawn.fund, drawn.amount),
      };
    case 'import': {
      const rows = drawn.rows.toSorted((a, b) => (a.member < b.member ? -1 : 1));
      stage.write(
        'list.csv',
        ['Mã đoàn viên,TET,TINH', ...rows.map((row) => `${row.member},${row.tet},${row.tinh ?? ''}`)].join(
          '\n',
        ),
      );
      const parts = ({ tet, tinh }: (typeof rows)[number]) => [
        { fund: 'TET', amount: tet },
        ...(tinh === undefined ? [] : [{ fund: 'TINH', amount: tinh }]),
      ];
      return {
        line: 'gift import list.csv --round tet',
        expected: () => model.import(rows.map((row) => ({ member: row.member, parts: parts(row) }))),
      };
    }
    case 'approve': {
      const award = of(drawn.award);
      const except = award === undefined ? drawn.except : undefined;
      return {
        line: `gift approve ${which(award, except)} ${by}${on(drawn.day)}`,
        expected: () => model.approve({ award, except }, drawn.day),
      };
    }
    case 'reject':
      return {
        line: `gift reject ${which(of(drawn.award))} --reason "Lập lại danh sách"`,
        expected: () => model.reject({ award: of(drawn.award) }),
      };
    case 'waive':
      return {
        line: `gift waive --case ${one(drawn.award)} --rule gift.cap --by "Nguyễn Văn An" --reason "Hoàn cảnh đặc biệt"${drawn.decision ? ` --decision ${number}/QĐ-CĐYT` : ''}`,
        expected: () => model.waive(one(drawn.award), drawn.decision),
      };
    case 'cancel':
      return {
        line: `gift cancel --case ${one(drawn.award)} --reason "Đã chuyển công tác"${drawn.day === undefined ? '' : ` ${by}${on(drawn.day)}`}`,
        expected: () => model.cancel(one(drawn.award), drawn.day),
      };
    case 'pay':
    case 'hand': {
      const handed = drawn.verb === 'hand' ? { holder: drawn.holder, due: drawn.due } : undefined;
      const to = handed === undefined ? '' : ` --handed-to "${handed.holder}" --due ${handed.due}/1/2024`;
      const award = of(drawn.award);
      return {
        line: `gift pay ${which(award)} --from ${drawn.fund}:${drawn.place}${on(drawn.day)}${to}`,
        expected: (voucher) => model.pay({ award }, drawn.fund, drawn.place, drawn.day, handed, voucher),
      };
    }
    case 'sign': {
      const award = of(drawn.award);
      const { counted, proxy } = drawn;
      const instead = proxy === undefined ? '' : ` --proxy "${proxy}=Đỗ Thị Hạnh;người thân;GUQ-${number}"`;
      const paper =
        counted === undefined ? '' : ` --count ${counted.count} --total ${counted.total} --paper DS-01`;
      return {
        line: `gift sign ${which(award, drawn.except)} --all${on(drawn.day)}${paper}${instead}`,
        expected: () => model.sign({ award, except: drawn.except, proxy }, drawn.day, counted),
      };
    }
    case 'settle': {
      const voucher = at(model.vouchers(), drawn.voucher) ?? 'PC-TET-2024-0099';
      return {
        line: `advance settle --advance ${voucher} --returned ${drawn.amount}${on(drawn.day)}`,
        expected: () => model.settle(voucher, drawn.amount, drawn.day),
      };
    }
    case 'return':
      return {
        line: `gift return --case ${one(drawn.award)}${on(drawn.day)} --reason "Chuyển nhầm"`,
        expected: () => model.giveBack(one(drawn.award), drawn.day),
      };
    case 'reverse':
      break;
  }
  const entry = (drawn.entry % (model.entries.length + 1)) + 1;
  return { line: `entry reverse ${entry} --reason "Ghi nhầm"`, expected: () => model.reverse(entry) };
}

/** Most begin with people, money and a decision: from there on there is something to go wrong. */
const opened: Drawn[] = [
  { verb: 'open', member: 'M1', fund: 'TET', amount: 700_000 },
  { verb: 'import', rows: ['M2', 'M3', 'M4'].map((each) => ({ member: each, tet: 400_000, tinh: 200_000 })) },
  { verb: 'approve', award: undefined, except: undefined, day: 3 },
];
const commands = fc
  .tuple(between(0, 4), fc.array(command, { minLength: 3, maxLength: 10 }))
  .map(([begun, drawn]) => [...opened.slice(0, begun), ...drawn]);
let ran = 0;
let refusals = 0;

/** Runs one sequence on a copy of the book, command by command beside the model, and looks at what is left. */
async function play(drawn: readonly Drawn[]): Promise<void> {
  const book = 'sequence.db';
  const path = join(stage.folder, book);
  await closeBooks();
  copyFileSync(join(stage.folder, 'phucloi.db'), path);
  const model = new Model(OPENING);
  const told: string[] = [];
  for (const [at, each] of drawn.entries()) {
    const { line, expected } = spoken(each, model, at + 1);
    told.push(line);
    const { code, data } = await answer(line, book);
    const outcome = expected(typeof data['voucher'] === 'string' ? data['voucher'] : '');
    ran += 1;
    const story = told.join('\n');
    if ('refused' in outcome) {
      refusals += 1;
      expect(code ?? 'done', story).toBe(outcome.refused);
    } else {
      expect(code ?? 'done', story).toBe('done');
      expect(data, story).toMatchObject(outcome.said);
    }
  }
  await mustAgree(model, book, told.join('\n'));
  mustHold(path, told.join('\n'));
  rmSync(path);
}

/** States and money as the program tells them are the model's. */
async function mustAgree(model: Model, book: string, story: string): Promise<void> {
  const listed = await answer('gift list --round tet', book);
  const awards = listed.data['awards'] as { code: string; member: string; state: string; total: number }[];
  expect(
    awards.map(({ code, member: whose, state, total }) => ({ code, member: whose, state, total })),
    story,
  ).toEqual(
    model.awards.map((award) => ({
      code: award.code,
      member: award.member,
      state: model.stageOf(award),
      total: award.parts.reduce((sum, part) => sum + part.amount, 0),
    })),
  );
  const funds = (await answer('balance', book)).data['funds'] as { code: string; closing: number }[];
  for (const code of ['TET', 'TINH'])
    expect(funds.find((each) => each.code === code)?.closing, `${story}\n${code}`).toBe(
      model.money(code) + model.out(code),
    );
}

/** What must hold of the rows themselves, asked past the program. */
function mustHold(path: string, story: string): void {
  const sqlite = new Sqlite(path, { readonly: true });
  try {
    const low = sqlite
      .prepare(
        `select min(balance) as low from (select sum(sum(case side when 'debit' then p.amount else -p.amount end))
           over (partition by p.fund, p.place order by e.booked_on) as balance
           from posting p join entry e on e.entity = p.entity and e.id = p.entry
          where p.place is not null group by p.fund, p.place, e.booked_on)`,
      )
      .get() as { low: number };
    expect(low.low, story).toBeGreaterThanOrEqual(0);
    const twice = sqlite
      .prepare(
        `select a.beneficiary from award a left join award_event v on v.award = a.id
            and v.id = (select max(x.id) from award_event x where x.award = a.id)
          where coalesce(v.kind, 'propose') in ('propose', 'approve') and not exists (select 1 from waiver w where w.award = a.id)
          group by a.round, a.beneficiary having count(*) > 1`,
      )
      .all();
    expect(twice, story).toEqual([]);
    const sums = sqlite
      .prepare(
        `with decided as (select a.round, p.award, p.line, p.amount from award a join award_part p on p.award = a.id
           where (select v.kind from award_event v where v.award = a.id order by v.id desc limit 1) = 'approve'),
         paid as (select a.round, s.id, s.award, p.amount from disbursement s join award_part p on p.award = s.award and p.line = s.line
           join award a on a.id = s.award
           where not exists (select 1 from entry r where r.reverses = s.entry) and not exists (
             select 1 from entry b where b.clears = s.entry and b.kind = 'return'
                and not exists (select 1 from entry y where y.reverses = b.id)))
         select (select coalesce(sum(amount), 0) from decided) as decided, (select coalesce(sum(amount), 0) from paid) as paid,
                (select coalesce(sum(k.amount), 0) from acknowledgement k join paid on paid.id = k.disbursement) as signed,
                (select count(*) from paid where award not in (select award from decided)) as beside`,
      )
      .get() as { decided: number; paid: number; signed: number; beside: number };
    expect(sums.paid, `${story}\ndecided, paid`).toBeLessThanOrEqual(sums.decided);
    expect(sums.signed, `${story}\npaid, signed`).toBeLessThanOrEqual(sums.paid);
    expect(sums.beside, `${story}\npaid without a decision`).toBe(0);
  } finally {
    sqlite.close();
  }
}

test(
  `${TIMES} sequences of commands end as a plain model says (SEED=${SEED})`,
  async () => {
    await fc.assert(fc.asyncProperty(commands, play), { numRuns: TIMES, seed: SEED });
    process.stderr.write(`seed ${SEED}: ${TIMES} sequences, ${ran} commands, ${refusals} of them refused\n`);
  },
  LIMIT,
);
