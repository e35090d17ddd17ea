import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digest } from '../../src/cli/digest.ts';
import { totalOf } from '../../src/domain/award.ts';
import type { Day, Month } from '../../src/domain/day.ts';
import { asDong, sum, type Dong } from '../../src/domain/dong.ts';
import type { ProgrammeRule } from '../../src/domain/rule.ts';
import { monthSpan } from '../../src/domain/span.ts';
import { openList, openSheets } from '../../src/intake/open.ts';
import { PAPER_TEXTS } from '../../src/render/papers/texts.ts';
import { gathered } from '../../src/render/xlsx/archive.ts';
import { renderWorkbook } from '../../src/render/xlsx/paper.ts';
import { MASKED } from '../../src/domain/mask.ts';
import { vi } from '../../src/render/messages/vi.ts';
import type { Block, Paper, PaperRow } from '../../src/report/papers/paper.ts';
import { sqliteLibrary } from '../../src/store/library.ts';
import { settleAdvance } from '../../src/usecase/advance.ts';
import { approveBenefits } from '../../src/usecase/benefit-approve.ts';
import { importBenefits } from '../../src/usecase/benefit-import.ts';
import { payBenefits } from '../../src/usecase/benefit-pay.ts';
import { signBenefits, type SignInput } from '../../src/usecase/benefit-sign.ts';
import { init } from '../../src/usecase/init.ts';
import { importMembers } from '../../src/usecase/member-import.ts';
import { reconcile } from '../../src/usecase/reconcile.ts';
import { addRound } from '../../src/usecase/round-add.ts';
import { setQuota } from '../../src/usecase/round-set.ts';
import { addRule } from '../../src/usecase/rule-change.ts';
import type { Session } from '../../src/usecase/session.ts';
import { signingPaper } from '../../src/usecase/sheet.ts';
import { importUnits } from '../../src/usecase/unit-import.ts';
import { chance } from '../support/chance.ts';
import { countStatements, type Counted } from '../support/count-statements.ts';

const SEED = Number(process.env['SEED'] ?? 20_240_210);
const TET = 'tet-2024';
const day = (text: string): Day => text as Day;

/** A season of a provincial health union: 3,672 gifts over 95 grassroots unions. */
const SEASON = { gifts: 3672, units: 95 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phucloi-tet-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Looks at what each person had before. */
const ONE_A_YEAR: ProgrammeRule = {
  code: 'gift.twice',
  kind: 'gift',
  what: 'times',
  body: '',
  category: '',
  area: '',
  from: day('2024-01-01'),
  to: undefined,
  value: '9/year',
  source: 'Quy chế chi của đơn vị',
  verified: true,
  force: 'refuse',
};

interface Season {
  readonly session: Session;
  readonly units: readonly string[];
  readonly totals: { readonly tet: Dong; readonly held: Dong };
  readonly list: string;
}

/** A book of so many people over so many units, with the list of a round that two payers pay. */
async function season({ gifts, units: many }: typeof SEASON): Promise<Season> {
  const random = chance(SEED);
  const units = Array.from({ length: many }, (_, at) => `DV${String(at + 1).padStart(3, '0')}`);
  const rows = Array.from({ length: gifts }, (_, at) => {
    // Each unit has somebody; the second payer gives to some, and alone to a few.
    const unit = units[at < many ? at : Math.floor(random() * many)] ?? '';
    const both = random();
    const tet = both < 0.05 ? 0 : 300_000 + Math.floor(random() * 8) * 100_000;
    const held = both < 0.3 ? 200_000 + Math.floor(random() * 4) * 50_000 : 0;
    return { code: `M${String(at + 1).padStart(5, '0')}`, unit, tet, held };
  });
  const totals = {
    tet: asDong(rows.reduce((all, row) => all + row.tet, 0)),
    held: asDong(rows.reduce((all, row) => all + row.held, 0)),
  };
  const path = join(folder, `${gifts}.db`);
  const header = { command: 'init', actor: 'test', recordedAt: '2024-02-29T00:00:00Z', dryRun: false };
  await init(sqliteLibrary, header, vi.phrases, {
    path,
    code: 'CDYT',
    name: 'Công đoàn ngành Y tế tỉnh Nam Sơn',
    above: 'LĐLĐ tỉnh Nam Sơn',
    town: 'Nam Sơn',
    language: 'vi',
    firstMonth: '2024-01' as Month,
    series: 'fund',
    officers: [],
    opening: [
      { fund: 'TET', place: 'cash', amount: totals.tet },
      { fund: 'TINH', place: 'cash', amount: totals.held },
    ],
    next: new Map(),
  });
  const session: Session = {
    book: await sqliteLibrary.open(path),
    today: day('2024-02-29'),
    actor: () => 'test',
    recordedAt: '2024-02-29T00:00:00Z',
    dryRun: false,
    phrases: () => vi.phrases,
    mask: MASKED,
  };
  const file = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    return join(folder, name);
  };
  const named = units.map((unit, at) => `${unit},CĐCS số ${at + 1}`);
  await importUnits(session, await openList(file('units.csv', ['Mã,Tên đơn vị', ...named]), {}));
  const roll = rows.map(({ code, unit }) => `${code},Đoàn viên ${code},${unit}`);
  await importMembers(session, await openList(file('roll.csv', ['Mã,Họ và tên,Đơn vị', ...roll]), {}), {
    createUnits: false,
    mendIds: false,
  });
  await addRound(session, {
    code: TET,
    kind: 'gift',
    name: 'Tết Giáp Thìn 2024',
    on: day('2024-02-10'),
    cutOff: day('2024-01-31'),
    levels: new Map(),
  });
  // Everything that judges a list has something to look at: quotas, the past of each person, who may be whom.
  for (const unit of units) await setQuota(session, { round: TET, unit, people: gifts, amount: undefined });
  await addRule(session, ONE_A_YEAR);
  const given = rows.map(({ code, tet, held }) => `${code},Đoàn viên ${code},${tet || ''},${held || ''}`);
  return { session, units, totals, list: file('gifts.csv', ['Mã,Họ và tên,TET,TINH', ...given]) };
}

const ALL = { round: TET, case: undefined };

async function imported({ session, list }: Season): Promise<void> {
  await importBenefits(session, 'gift', await openList(list, {}), { round: TET, payer: undefined });
}

async function approved({ session }: Season): Promise<void> {
  const decision = {
    decision: '12/QĐ-CĐYT',
    by: 'Nguyễn Văn An',
    on: day('2024-01-20'),
    expecting: undefined,
  };
  await approveBenefits(session, 'gift', { ...ALL, ...decision, cases: [], unit: undefined, except: [] });
}

/** One distributor a unit carries what both payers give there; a payer that gives nothing to it hands nothing out. */
async function handedOut({ session, units }: Season, payers: readonly string[]): Promise<void> {
  const awards = await session.book.read(async (reader) => reader.awards({}));
  const funds = await session.book.read(async (reader) => reader.funds());
  for (const fund of payers) {
    const id = funds.find(({ code }) => code === fund)?.id;
    for (const unit of units) {
      const own = awards.filter((award) => award.unit.code === unit);
      if (!own.some(({ parts }) => parts.some(({ payer }) => payer === id))) continue;
      const handedTo = { name: `Người phát ${unit}`, due: day('2024-02-08') };
      await payBenefits(session, 'gift', {
        ...ALL,
        cases: [],
        per: 'run',
        unit,
        from: `${fund}:cash`,
        on: day('2024-01-30'),
        handedTo,
      });
    }
  }
}

/** The printed list, a mark in every row; without the rows of `removed`, as somebody would hand it in. */
async function returnedList({ session }: Season, removed?: string): Promise<SignInput['list']> {
  const { paper } = await session.book.read((reader) => signingPaper(reader, 'gift', { round: TET, digest }));
  const marked = (row: PaperRow): PaperRow[] => {
    if (row.kind !== 'line') return [row];
    return row.cells.code === removed ? [] : [{ ...row, cells: { ...row.cells, signature: 'x' } }];
  };
  const block = (each: Block): Block =>
    each.kind === 'table' ? { ...each, rows: [...(each.rows as Iterable<PaperRow>)].flatMap(marked) } : each;
  const sheets = paper.sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map(block) }));
  const back: Paper = { ...paper, sheets };
  const path = join(folder, 'ky-nhan.xlsx');
  writeFileSync(path, await gathered(renderWorkbook(back, PAPER_TEXTS.vi)));
  return openSheets(path, {});
}

async function signed({ session }: Season, list: SignInput['list']) {
  const how = { except: [], proxies: [], checked: undefined, list, digest };
  return signBenefits(session, 'gift', { ...ALL, on: day('2024-02-05'), ...how });
}

describe(`a Tet round (SEED=${SEED})`, () => {
  test('3,672 gifts over 95 units from two payers: decided, paid and signed are equal; one left out is named', async () => {
    const made = await season(SEASON);
    const { session, totals } = made;
    await imported(made);
    await approved(made);
    await handedOut(made, ['TET']);
    // The second payer gives at the table.
    await payBenefits(session, 'gift', {
      ...ALL,
      cases: [],
      per: 'run',
      from: 'TINH:cash',
      on: day('2024-01-30'),
    });
    const awards = await session.book.read(async (reader) => reader.awards({}));
    expect(awards).toHaveLength(SEASON.gifts);
    expect(new Set(awards.map(({ unit }) => unit.code)).size).toBe(SEASON.units);
    // One of both: its row is missing from what was paid, and from what a distributor carried.
    const both = awards.filter(({ parts }) => parts.length === 2);
    const removed = both[Math.floor(chance(SEED + 1)() * both.length)];
    if (removed === undefined) throw new Error('no award');
    const all = sum([totals.tet, totals.held]);
    const lost = totalOf(removed.parts);
    const answer = await signed(made, await returnedList(made, removed.code));
    expect(answer).toMatchObject({
      signed: SEASON.gifts - 1,
      total: all - lost,
      unsigned: 1,
      left: [removed.code],
      removed: [removed.code],
    });
    const found = async () => {
      const { findings } = await reconcile(session, monthSpan('2024-02' as Month));
      return findings.filter(({ kind }) => /^(award\.unsigned|handout\.)/.test(kind));
    };
    const name = (kind: string) => expect.objectContaining({ kind, subject: removed.code }) as unknown;
    expect(await found()).toEqual([name('award.unsigned'), name('handout.unsigned')]);
    // The gift was fetched after all; decided, paid and signed are one sum.
    await signed(made, []);
    expect(await found()).toEqual([]);
    const parts = (await session.book.read(async (reader) => reader.awards({}))).flatMap(
      (award) => award.parts,
    );
    expect(totalOf(parts.filter(({ approved: yes }) => yes))).toBe(all);
    expect(totalOf(parts.filter(({ paid }) => paid !== undefined))).toBe(all);
    expect(totalOf(parts.filter(({ signedOn }) => signedOn !== undefined))).toBe(all);
    const open = await session.book.read(async (reader) => reader.advances(day('2024-02-29')));
    expect(sum(open.map((advance) => advance.open))).toBe(0);
    session.book.close();
  }, 120_000);

  test('a gift that nobody fetched comes back, and can be paid again', async () => {
    const made = await season({ gifts: 12, units: 3 });
    const { session } = made;
    await imported(made);
    await approved(made);
    await handedOut(made, ['TET', 'TINH']);
    const [first] = await session.book.read(async (reader) => reader.awards({}));
    if (first === undefined) throw new Error('no award');
    await signed(made, await returnedList(made, first.code));
    for (const { voucher, open } of await session.book.read(async (reader) =>
      reader.advances(session.today),
    )) {
      if (open === 0) continue;
      const back = {
        returned: open,
        spent: asDong(0),
        purpose: 'gift',
        content: '',
        minutes: '01/BB',
      } as const;
      await settleAdvance(session, { advance: voucher, on: day('2024-02-06'), ...back });
    }
    const payers = new Set(first.parts.map(({ payer }) => payer));
    const funds = await session.book.read(async (reader) => reader.funds());
    let again = 0;
    for (const { code } of funds.filter(({ id }) => payers.has(id))) {
      again += (
        await payBenefits(session, 'gift', {
          ...ALL,
          cases: [],
          per: 'run',
          from: `${code}:cash`,
          on: day('2024-02-07'),
        })
      ).total;
    }
    expect(again).toBe(totalOf(first.parts));
    session.book.close();
  });

  test('no step asks the book more often for more people', async () => {
    const steps = async (gifts: number): Promise<Record<string, Counted>> => {
      const made = await season({ gifts, units: 4 });
      const counted: Record<string, Counted> = {};
      const step = async (name: string, fn: () => Promise<unknown>) => {
        counted[name] = (await countStatements(fn)).counted;
      };
      await step('import', () => imported(made));
      await step('approve', () => approved(made));
      await step('pay', () =>
        payBenefits(made.session, 'gift', {
          ...ALL,
          cases: [],
          per: 'run',
          from: 'TINH:cash',
          on: day('2024-01-30'),
        }),
      );
      await step('hand out', () => handedOut(made, ['TET']));
      const list = await returnedList(made);
      await step('sign', () => signed(made, list));
      made.session.book.close();
      return counted;
    };
    // Windows of a few hundred rows are read at once; one query a row would be 360 more.
    const [small, large] = [await steps(40), await steps(400)];
    const runs = (counted: Counted | undefined, mark: string) =>
      [...(counted?.queries ?? [])].reduce(
        (sum, [query, times]) => sum + (query.includes(mark) ? times : 0),
        0,
      );
    for (const [name, { reads, writes }] of Object.entries(large)) {
      expect(reads - (small[name]?.reads ?? 0), `${name}: reads`).toBeLessThan(20);
      expect(writes, `${name}: writes`).toBeGreaterThan(small[name]?.writes ?? Infinity);
    }
    // On the list and again on the decision: who may be whom, what each had, what a unit has, one question for
    // everybody; what people are is asked by rules and by quotas.
    const asked = { 'staff_no(id, value)': 1, 'join history': 1, 'from quota': 1, 'from status': 2 };
    for (const name of ['import', 'approve'])
      for (const [mark, times] of Object.entries(asked))
        expect([runs(small[name], mark), runs(large[name], mark)], `${name}: ${mark}`).toEqual([
          times,
          times,
        ]);
  }, 60_000);
});
