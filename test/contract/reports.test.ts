import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstDay } from '../../src/domain/day.ts';
import { readSpan } from '../../src/domain/span.ts';
import { disbursementReport } from '../../src/report/papers/disbursement.ts';
import type { Gift, PrintedAward } from '../../src/report/papers/given.ts';
import { countStatements } from '../support/count-statements.ts';
import { Stage } from '../support/play.ts';
import { dong, day, month } from '../workbook/fixture.ts';

const stage = new Stage();
let at = '';
const TODAY = '--today 2024-06-30';
const MONTHS = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];

beforeAll(async () => {
  const { folder } = await stage.data<{ folder: string }>('demo --out so-mau');
  at = `--book ${join(folder, 'phucloi.db')} ${TODAY}`;
}, 120_000);
afterAll(() => {
  stage.strike();
});

interface FundFigures {
  readonly code: string;
  readonly kind: 'own' | 'held';
  readonly contributions: number;
  readonly disbursements: number;
  readonly remittances: number;
}
const ledger = async (period: string) =>
  (await stage.data<{ funds: FundFigures[] }>(`reconcile --period ${period} ${at}`)).funds;
const add = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);

test('gifts, however they are divided, are what the ledger has of each fund in each period', async () => {
  for (const period of [...MONTHS, '2024-Q1', '2024-H1']) {
    const funds = await ledger(period);
    for (const by of ['donor', 'unit', 'appeal', 'day']) {
      const { lines, own, held } = await stage.data<{
        lines: { fund: string; net: number }[];
        own: number;
        held: number;
      }>(`report contributions --period ${period} --group-by ${by} ${at}`);
      for (const { code, contributions } of funds)
        expect(add(lines.filter(({ fund }) => fund === code).map(({ net }) => net))).toBe(contributions);
      const of = (kind: string) =>
        add(funds.filter((fund) => fund.kind === kind).map((fund) => fund.contributions));
      expect([own, held]).toEqual([of('own'), of('held')]);
    }
  }
}, 120_000);

test('support by award, by person and by unit is what the ledger disbursed, own and held apart', async () => {
  for (const period of [...MONTHS, '2024-H1']) {
    const funds = await ledger(period);
    const of = (kind: string) =>
      add(funds.filter((fund) => fund.kind === kind).map((fund) => fund.disbursements));
    const spent = [of('own'), of('held')];
    const awards = await stage.data<{ own: number; held: number; rows: { own: number; held: number }[] }>(
      `report disbursements --period ${period} ${at}`,
    );
    expect([awards.own, awards.held]).toEqual(spent);
    expect([add(awards.rows.map(({ own }) => own)), add(awards.rows.map(({ held }) => held))]).toEqual(spent);
    const { people } = await stage.data<{
      people: { sources: { own: number; held: number }; sum: number }[];
    }>(`report recipients --period ${period} ${at}`);
    expect([
      add(people.map(({ sources }) => sources.own)),
      add(people.map(({ sources }) => sources.held)),
    ]).toEqual(spent);
    const { total } = await stage.data<{ total: { own: number; held: number; gifts: number } }>(
      `report units --period ${period} ${at}`,
    );
    expect([total.own, total.held]).toEqual(spent);
    expect(total.gifts).toBe(
      add(funds.filter(({ kind }) => kind === 'own').map((fund) => fund.contributions)),
    );
  }
}, 120_000);

interface Letters {
  readonly letters: readonly {
    donor: string;
    name: string;
    received: number;
    used: number;
    left: number;
    gifts: { entry: number }[];
    trail: { use: string; entry: number; amount: number; award?: string }[];
  }[];
}

test('letters tell every đồng once: received is used and left, and no payment is told of more than it was', async () => {
  const { letters } = await stage.data<Letters>(`report thanks --period 2024-H1 ${at}`);
  for (const { received, used, left, trail } of letters) {
    expect(used + left).toBe(received);
    expect(add(trail.map(({ amount }) => amount))).toBe(used);
  }
  // The eight houses cost all that came into MAIAM and the opening: each named gift is in a house to the last đồng.
  const homes = letters.flatMap(({ trail }) =>
    trail.filter(({ award }) => award?.startsWith('mai-am') === true),
  );
  const { lines } = await stage.data<{ lines: { fund: string; net: number; unnamed: boolean }[] }>(
    `report contributions --period 2024-H1 --fund MAIAM ${at}`,
  );
  const named = add(lines.filter(({ unnamed }) => !unnamed).map(({ net }) => net));
  expect(add(homes.map(({ amount }) => amount))).toBe(named);
  const xhtt = (await ledger('2024-H1')).find(({ code }) => code === 'XHTT');
  const remitted = letters.flatMap(({ trail }) => trail.filter(({ use }) => use === 'remittance'));
  expect(add(remitted.map(({ amount }) => amount))).toBe(xhtt?.remittances);
  const seen = new Set(letters.flatMap(({ gifts }) => gifts.map(({ entry }) => entry)));
  expect(seen.size).toBe(add(letters.map(({ gifts }) => gifts.length)));
}, 60_000);

test('no letter names anybody who received something', async () => {
  const { awards } = await stage.data<{ awards: { name?: string }[] }>(`home list --round mai-am-2024 ${at}`);
  const names = awards.flatMap(({ name }) => name ?? []);
  expect(names.length).toBe(8);
  const played = await stage.run(`report thanks --period 2024-H1 ${at}`.split(' '));
  expect(played.exit).toBe(0);
  for (const name of names) expect(played.stdout).not.toContain(name);
});

test('a report asks the same number of questions of a month and of half a year', async () => {
  for (const report of ['contributions', 'recipients', 'disbursements', 'units', 'thanks']) {
    const ask = async (period: string) =>
      (await countStatements(() => stage.data(`report ${report} --period ${period} ${at}`))).counted.reads;
    expect(await ask('2024-H1')).toBe(await ask('2024-01'));
  }
}, 60_000);

test('rows of 100,000 recipients are made as they are read', () => {
  const awards = Array.from({ length: 100_000 }, (_, id): PrintedAward => ({
    id,
    code: `tet/${id}`,
    round: 1,
    beneficiary: { id, code: `DV${id}` },
    unit: { id: id % 90, code: `U${id % 90}` },
    category: 'HCKK',
    area: '',
    state: 'approved',
    beneficiaryName: 'Nguyễn Thị Ánh',
    sortKey: String(id),
    parts: [{ award: id, line: 1, form: 'cash', amount: dong(500_000), approved: true }],
  }));
  const fund = { id: 1, code: 'TET', name: 'Tết', kind: 'own', owner: '', purposes: ['gift'] } as const;
  const gifts = awards.map((award): Gift => {
    const [part] = award.parts;
    if (part === undefined) throw new TypeError('an award of no part');
    return { award, part, amount: part.amount, fund, voucher: 'PC-1', paidOn: firstDay(month('2024-01')) };
  });
  const { paper, totals } = disbursementReport({
    letterhead: { above: '', name: '', town: '', language: 'vi' },
    date: day('2024-01-31'),
    round: undefined,
    month: readSpan('2024-01')?.label,
    gifts,
    now: [],
    units: [],
    faced: new Set(),
    officers: [],
  });
  expect(totals.all).toBe(100_000 * 500_000);
  const table = paper.sheets[0]?.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table' || !(Symbol.iterator in table.rows)) throw new TypeError('no rows to read');
  expect(Array.isArray(table.rows)).toBe(false);
  for (let times = 0; times < 2; times++) {
    let [lines, all] = [0, 0];
    for (const { kind, cells } of table.rows) {
      if (kind === 'line') [lines, all] = [lines + 1, all + Number(cells.sum)];
    }
    expect([lines, all]).toEqual([100_000, totals.all]);
  }
});
