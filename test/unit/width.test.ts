import { expect, test } from 'vitest';
import { vi } from '../../src/render/messages/vi.ts';
import { PLAIN, renderTable } from '../../src/render/text.ts';
import { widthOf } from '../../src/render/width.ts';
import type { Table } from '../../src/report/table.ts';

const NAME = 'Nguyễn Thị Ánh Nguyệt';

function tableOf(...contents: readonly string[]): Table {
  return {
    name: 'units',
    facts: {},
    columns: [
      { key: 'code', type: 'code' },
      { key: 'receipt', type: 'code', room: 'wide' },
      { key: 'voucher', type: 'code', room: 'narrow' },
      { key: 'content', type: 'text' },
      { key: 'amount', type: 'dong' },
    ],
    rows: contents.map((content) => ({
      kind: 'line',
      cells: { code: 'A', receipt: 'PT-TET-2024-0001', voucher: 'PT-1', content, amount: 1_500_000 },
    })),
  };
}

/** The lines of a table below its rule, at a width of the screen. */
function linesAt(width: number, table: Table): string[] {
  return renderTable(table, vi, { ...PLAIN, width })
    .split('\n')
    .slice(4, -1);
}

test('marks that combine take no column, wide letters two: every line is as wide', () => {
  const lines = linesAt(200, tableOf(NAME, NAME.normalize('NFD'), '公会福利', 'quà 🎁'));
  expect(new Set(lines.map(widthOf)).size).toBe(1);
});

test('a text is cut with … between letters, never between a letter and its marks', () => {
  for (const width of [44, 47, 50, 53]) {
    const lines = linesAt(width, tableOf(NAME.normalize('NFD').repeat(4), '公会'.repeat(30)));
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    expect(lines.every((line) => line.includes('…'))).toBe(true);
    // What stands before the mark of a cut is the beginning of the text, marks and all.
    const [cut = ''] = /N\S.*?(?=…)/u.exec(lines[0] ?? '') ?? [];
    expect(NAME.repeat(4).startsWith(cut.normalize('NFC'))).toBe(true);
  }
});

test('columns for wide screens give way to the one that stands for them', () => {
  const table = tableOf(NAME);
  expect(linesAt(200, table)[0]).toContain('PT-TET-2024-0001');
  expect(linesAt(40, table)[0]).toContain('PT-1');
  expect(linesAt(40, table)[0]).not.toContain('PT-TET-2024-0001');
});
