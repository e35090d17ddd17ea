import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import codes from '../../data/final-accounts.json' with { type: 'json' };
import { FLOW_ROLES } from '../../src/domain/account.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Dong } from '../../src/domain/dong.ts';
import {
  codedFlows,
  codeSums,
  tableFault,
  type CodeTable,
  type Flow,
} from '../../src/domain/final-accounts.ts';
import { settlementReport } from '../../src/report/papers/b07.ts';
import type { FinalFacts } from '../../src/report/papers/final.ts';
import type { PaperRow, PaperTable } from '../../src/report/papers/paper.ts';
import { incomeBook } from '../../src/report/papers/s82.ts';

const table = codes.tables[0] as unknown as CodeTable;
const FUND = { name: 'Quỹ', kind: 'own', owner: '', purposes: [] } as const;
const FUNDS = [
  { ...FUND, id: 1, code: 'TCCD' },
  { ...FUND, id: 2, code: 'TET' },
];

const flow: fc.Arbitrary<Flow> = fc.record({
  day: fc.constantFrom('2024-01-05', '2024-01-31', '2024-02-01', '2024-12-31').map((day) => day as Day),
  voucher: fc.constantFrom('BC-1', 'PC-1', 'PC-2', ''),
  voucherDay: fc.constant('2024-01-05' as Day),
  entry: fc.integer({ min: 1, max: 4 }),
  kind: fc.constant('receipt' as const),
  fund: fc.constantFrom(1, 2),
  role: fc.constantFrom(...FLOW_ROLES.filter((role) => role !== 'opening')),
  item: fc.constantFrom('', '22', '31', '31.02', '25.01', '99', '10', '50'),
  amount: fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }).map((amount) => amount as Dong),
});
const sorted = fc
  .array(flow, { maxLength: 40 })
  .map((flows) => flows.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.entry - b.entry)));

function factsOf(flows: readonly Flow[], opening: Dong): FinalFacts {
  const coded = codedFlows(flows, table);
  return {
    letterhead: { above: 'LĐLĐ', name: 'CĐCS', town: 'Nam Sơn', language: 'vi' },
    year: 2024,
    to: '2024-12-31' as Day,
    funds: FUNDS,
    complete: true,
    table,
    flows: coded.map((each) => ({ ...each, content: 'Nội dung' })),
    sums: codeSums(coded, table, opening),
    basics: { workers: undefined, payroll: undefined, members: 7 },
    officers: [],
  };
}

function rowsOf(paper: ReturnType<typeof incomeBook>, sheet: number): PaperRow[] {
  const found = paper.sheets[sheet]?.blocks.find((block): block is PaperTable => block.kind === 'table');
  return [...((found?.rows ?? []) as Iterable<PaperRow>)];
}

describe('a year by item codes', () => {
  test('what the codes leave is what came in less what went out, whatever the items say', () => {
    fc.assert(
      fc.property(sorted, fc.integer({ min: 0, max: 1_000_000_000 }), (flows, opening) => {
        const sums = codeSums(codedFlows(flows, table), table, opening as Dong);
        const grown = flows.reduce((all, { amount }) => all + amount, 0);
        expect(sums.get('50')).toBe(opening + grown);
        expect(sums.get('10')).toBe(opening);
      }),
    );
  });

  test('each line of B07 is the year’s total of the S82 column of the same code, and months add up to the year', () => {
    fc.assert(
      fc.property(sorted, (flows) => {
        const facts = factsOf(flows, 5_000_000 as Dong);
        const [book, report] = [incomeBook(facts), settlementReport(facts)];
        const lines = new Map(rowsOf(report, 0).map(({ cells }) => [cells.itemCode, cells.settled]));
        for (const sheet of [0, 1]) {
          const rows = rowsOf(book, sheet);
          const year = rows.find(({ kind }) => kind === 'total')?.cells ?? {};
          for (const { code, part } of table.lines) {
            const total = year[`list:${code}`];
            if (total === undefined) continue;
            expect(lines.get(code), code).toBe(total);
            const of = (kind: string) =>
              rows
                .filter((row) => row.kind === kind)
                .reduce((all, { cells }) => all + Number(cells[`list:${code}`] ?? 0), 0);
            expect(of('line'), `${code} ${part}`).toBe(total);
            if (rows.some(({ kind }) => kind === 'subtotal')) expect(of('subtotal'), code).toBe(total);
          }
        }
        const closing = rowsOf(book, 1).find(({ kind }) => kind === 'stated')?.cells['list:50'];
        expect(closing).toBe(lines.get('50'));
      }),
    );
  });

  test('an item stands for its code or the one it is part of; what it says of the other side counts for nothing', () => {
    const one = (role: Flow['role'], item: string, amount: number): Flow => ({
      day: '2024-01-05' as Day,
      voucher: 'BC-1',
      voucherDay: undefined,
      entry: 1,
      kind: 'receipt',
      fund: 1,
      role,
      item,
      amount: amount as Dong,
    });
    const coded = codedFlows(
      [
        one('otherIn', '22', 10),
        one('otherIn', '', 20),
        one('otherIn', '31', 30),
        one('otherOut', '31.02', -40),
        one('disbursement', '', -50),
      ],
      table,
    );
    expect(coded.map(({ code, amount, assumed }) => [code, amount, assumed])).toEqual([
      ['22', 10, false],
      ['25.02', 20, true],
      ['25.02', 30, true],
      ['31', 40, false],
      ['31', 50, true],
    ]);
  });

  test('money between two funds of the settlement is neither income nor spending; what came from outside is', () => {
    const transfer = (fund: number, role: Flow['role'], amount: number): Flow => ({
      day: '2024-01-05' as Day,
      voucher: 'PKT-1',
      voucherDay: undefined,
      entry: 1,
      kind: 'transfer',
      fund,
      role,
      item: '',
      amount: amount as Dong,
    });
    const [out, back] = [transfer(1, 'transferOut', -70), transfer(2, 'transferIn', 70)];
    expect(codedFlows([out, back], table)).toEqual([]);
    expect(codedFlows([out], table)).toMatchObject([{ code: '37', amount: 70 }]);
    expect(codedFlows([out, { ...back, amount: 100 as Dong }], table)).toMatchObject([
      { code: '25.02', amount: 30 },
    ]);
  });

  test('every table that comes with the program is one, and none is marked as verified', () => {
    for (const each of codes.tables) {
      expect(tableFault(each)).toBeUndefined();
      expect(each.verified).toBe(false);
    }
  });
});
