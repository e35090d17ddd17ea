import { expect, test } from 'vitest';
import { readDay } from '../../src/domain/day.ts';
import { asDong, ZERO } from '../../src/domain/dong.ts';
import { en } from '../../src/render/messages/en.ts';
import { vi } from '../../src/render/messages/vi.ts';
import { PLAIN, renderTable } from '../../src/render/text.ts';
import { widthOf } from '../../src/render/width.ts';
import { accountTable, trialTable } from '../../src/report/ledger-accounts.ts';
import type { Table } from '../../src/report/table.ts';

const from = readDay('2024-01-01') ?? expect.fail();
const to = readDay('2024-03-31') ?? expect.fail();
const much = asDong(12_345_678_900);

const line = {
  day: from,
  voucher: 'BC-MAIAM-2024-0001',
  entry: 1,
  account: '3371',
  fund: 'MAIAM',
  party: 'Công đoàn cơ sở Bệnh viện Đa khoa tỉnh Nam Sơn',
  content: 'Thu ủng hộ theo danh sách ung-ho-mai-am-01.csv (9 khoản)',
};
const account = accountTable({
  account: '3371',
  from,
  to,
  opening: { debit: ZERO, credit: much },
  debit: ZERO,
  credit: much,
  closing: { debit: ZERO, credit: asDong(2 * much) },
  lines: [{ ...line, debit: ZERO, credit: much, balance: asDong(-2 * much) }],
});
const amounts = {
  openingDebit: ZERO,
  openingCredit: much,
  debit: much,
  credit: much,
  closingDebit: ZERO,
  closingCredit: much,
};
const trial = trialTable({
  from,
  to,
  accounts: [{ account: '3371', name: 'Tạm thu quỹ Mái ấm Công đoàn', ...amounts }],
  total: amounts,
});

/** The lines of a table from its heading on. */
function linesAt(width: number, table: Table, m: typeof vi): string[] {
  return renderTable(table, m, { ...PLAIN, width })
    .split('\n')
    .slice(2);
}

test.each([
  ['account', account],
  ['trial balance', trial],
])('the ledger of the %s fits a screen of 80 columns, milliards and all', (_, table) => {
  for (const m of [vi, en]) expect(Math.max(...linesAt(80, table, m).map(widthOf))).toBeLessThanOrEqual(80);
});

test('on a narrow screen a credit is below zero; on a wide one it has a column of its own', () => {
  expect(linesAt(80, account, vi).at(-2)).toContain('-12.345.678.900  -24.691.357.800');
  expect(linesAt(80, trial, vi)[2]).toMatch(
    /-12\.345\.678\.900 +12\.345\.678\.900 +12\.345\.678\.900 +-12\.345/,
  );
  for (const table of [account, trial]) {
    const [wide = '', narrow = ''] = [200, 80].map((width) => linesAt(width, table, vi).join('\n'));
    expect(wide).not.toContain('-12.345');
    expect(wide).not.toContain('−');
    expect(narrow).toContain('−');
  }
});
