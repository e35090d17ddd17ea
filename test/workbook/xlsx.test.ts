import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fund } from '../../src/domain/fund.ts';
import { sheetName } from '../../src/render/xlsx/workbook.ts';
import { lineCount, measure, partsClosing, spread } from '../../src/render/papers/layout.ts';
import { giftsBetween } from '../../src/report/papers/given.ts';
import { disbursementReport, type DisbursementFacts } from '../../src/report/papers/disbursement.ts';
import type { PrintedAward } from '../../src/report/papers/given.ts';
import { day, dong } from './fixture.ts';
import { formulas, onlySheet, recalculated, reread, resultOf, rowStarting, sumColumn } from './read.ts';

const TET: Fund = { id: 1, code: 'TET', name: 'Quỹ chăm lo Tết', kind: 'own', owner: '', purposes: ['gift'] };
const HELD: Fund = {
  id: 2,
  code: 'TINH',
  name: 'Tiền giữ hộ',
  kind: 'held',
  owner: 'LĐLĐ',
  purposes: ['gift'],
};

interface Given {
  readonly name: string;
  readonly unit: number;
  readonly tet: number;
  readonly held: number;
  readonly outside: number;
  readonly paid: boolean;
}

function award(given: Given, at: number): PrintedAward {
  const paid = given.paid ? { disbursement: at + 1, day: day('2026-01-20'), voucher: 1 } : undefined;
  const base = { award: at + 1, form: 'cash' as const, approved: true };
  const parts = [
    { ...base, line: 1, payer: TET.id, amount: dong(given.tet), paid },
    { ...base, line: 2, payer: HELD.id, amount: dong(given.held), paid: paid && { ...paid, voucher: 2 } },
    { ...base, line: 3, outside: given.name, form: 'goods' as const, amount: dong(given.outside) },
  ].filter((part) => part.amount > 0);
  return {
    id: at + 1,
    code: `tet/${at}`,
    round: 1,
    beneficiary: { id: at + 1, code: `DV${at}` },
    unit: { id: given.unit, code: `U${given.unit}` },
    category: given.name,
    area: '',
    state: 'approved',
    decidedOn: day('2026-01-15'),
    decisionNo: given.name,
    beneficiaryName: given.name,
    sortKey: given.name,
    parts,
  };
}

function facts(now: readonly PrintedAward[]): DisbursementFacts {
  return {
    letterhead: { above: '', name: '=CMD()', town: '', language: 'vi' },
    date: day('2026-01-31'),
    round: undefined,
    month: undefined,
    gifts: giftsBetween(
      [],
      now,
      [TET, HELD],
      [
        { id: 1, code: 'PC-TET-2026-0001', fund: 1 },
        { id: 2, code: 'PC-TINH-2026-0001', fund: 2 },
      ],
    ),
    now,
    faced: new Set(),
    units: [1, 2, 3].map((id) => ({ id, code: `U${id}`, name: `=1+${id}` })),
    officers: [{ role: 'chair', name: '@chair' }],
  };
}

describe('workbooks', () => {
  test('people’s text is never a formula, and sums are what the awards say', async () => {
    const names = fc
      .tuple(
        fc.constantFrom('=', '+', '-', '@', '', "'", '\t'),
        fc.stringMatching(/^[\p{L} ()!$0-9|"&<>']{1,20}$/u),
      )
      .map(([mark, rest]) => mark + rest);
    const amounts = fc.integer({ min: 0, max: 50_000_000 });
    const list = fc.array(
      fc.record({
        name: names,
        unit: fc.integer({ min: 1, max: 3 }),
        tet: amounts,
        held: amounts,
        outside: amounts,
        paid: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(list, async (given) => {
        const awards = given.map(award);
        const { paper } = disbursementReport(facts(awards));
        const sheet = onlySheet(await reread(paper));
        const counted = given.filter((each) => each.paid || each.tet + each.held === 0);
        const sum = counted.reduce((all, each) => all + each.tet + each.held + each.outside, 0);
        const total = rowStarting(sheet, 'Tổng cộng');
        expect(resultOf(sheet.getCell(total, sumColumn(sheet)))).toBe(sum);
        expect(resultOf(sheet.getCell(rowStarting(sheet, 'Tổng chăm lo mọi nguồn'), sumColumn(sheet)))).toBe(
          sum,
        );
        for (const { cell, formula, result } of formulas(sheet)) {
          expect(formula).toMatch(/^(SUBTOTAL\(9,[A-Z]\d+:[A-Z]\d+\)|[A-Z]\d+([+*-][A-Z]\d+)*)$/);
          expect(recalculated(sheet, cell)).toBe(result);
        }
        const printed = new Set<unknown>();
        for (let row = rowStarting(sheet, 'STT') + 1; row < total; row++) {
          if (typeof sheet.getCell(row, 1).value === 'number') printed.add(sheet.getCell(row, 3).value);
        }
        const expected = counted
          .filter((each) => each.tet + each.held + each.outside > 0)
          .map((each) => each.name);
        expect(printed).toEqual(new Set(expected));
      }),
      { numRuns: 40 },
    );
  });

  test('an empty report has a total of zero and no formula', async () => {
    const sheet = onlySheet(await reread(disbursementReport(facts([])).paper));
    expect(sheet.getCell(rowStarting(sheet, 'Tổng cộng'), sumColumn(sheet)).value).toBe(0);
  });
});

describe('sheet names', () => {
  test('are legal, short and all different', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 50 }), { maxLength: 20 }), (wishes) => {
        const taken = new Set<string>();
        const names = wishes.map((wish) => sheetName(wish, taken));
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
        }
      }),
    );
  });

  test('long names that are alike are told apart', () => {
    const taken = new Set<string>();
    const long = 'CĐCS Trung tâm Y tế huyện Định Hóa';
    expect(sheetName(long, taken)).toBe('CĐCS Trung tâm Y tế huyện Định');
    expect(sheetName(long.toUpperCase(), taken)).toBe('CĐCS TRUNG TÂM Y TẾ HUYỆN Đ (2)');
  });
});

describe('layout', () => {
  test('blocks side by side fill the grid without a gap', () => {
    const widths = fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 4, maxLength: 13 });
    const needs = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(widths, needs, (columns, blocks) => {
        const spans = spread(
          columns,
          blocks.map((each) => ({ share: 1, needs: each })),
        );
        let next = 1;
        for (const [first, last] of spans) {
          expect(first).toBe(next);
          expect(last).toBeGreaterThanOrEqual(first);
          next = last + 1;
        }
        expect(next).toBe(columns.length + 1);
      }),
    );
  });

  test('lines are counted as words fall', () => {
    expect(lineCount('Nguyễn Thị Thanh Hòa', 40)).toBe(1);
    expect(lineCount('Nguyễn Thị Thanh Hòa', 12)).toBe(2);
    expect(lineCount('a\nb\n\nc', 40)).toBe(4);
    expect(measure('0'.repeat(10))).toBeCloseTo(10.5, 0);
  });

  test('a closing that a page’s end would part is moved', () => {
    const rows = Array.from({ length: 30 }, () => 20);
    const wide = { wide: true, width: 145 };
    // 30 rows of 20 points on pages of 516: the first page ends between rows 24 and 28, as programs differ.
    expect(partsClosing(rows, 5, 20, wide)).toBe(true);
    expect(partsClosing(rows, 5, 26, wide)).toBe(true);
    expect(partsClosing(rows, 5, 29, wide)).toBe(false);
    expect(partsClosing(rows.slice(0, 20), 5, 15, wide)).toBe(false);
  });
});
