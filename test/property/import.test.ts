import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDong } from '../../src/render/figures.ts';
import { Stage } from '../support/play.ts';

interface Gift {
  readonly day: number;
  readonly donor: string;
  readonly amount: number;
}

const gift: fc.Arbitrary<Gift> = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  donor: fc.constantFrom(
    'Mạnh thường quân',
    'Nguyễn Thị Ánh',
    'Công ty "Hoa Sen", chi nhánh 2',
    'Tổ 3;\nKhoa Nội',
    '',
  ),
  amount: fc.integer({ min: 1, max: 2_000_000 }).map((thousands) => thousands * 1000),
});

interface Dialect {
  readonly delimiter: string;
  readonly marks: 'vi' | 'en' | 'none';
  readonly bom: boolean;
  readonly newline: string;
  readonly total: boolean;
}

const dialect: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  marks: fc.constantFrom('vi' as const, 'en' as const, 'none' as const),
  bom: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
  total: fc.boolean(),
});

function listOf(gifts: readonly Gift[], { delimiter, marks, bom, newline, total }: Dialect): string {
  const amount = (value: number) => (marks === 'none' ? String(value) : formatDong(value, marks));
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [
    ['STT', 'Ngày', 'Họ và tên', 'Số tiền'],
    ...gifts.map((each, at) => [`${at + 1}`, `${each.day}/1/2024`, each.donor, amount(each.amount)]),
    ...(total ? [['', '', 'Tổng cộng', amount(gifts.reduce((sum, each) => sum + each.amount, 0))]] : []),
  ];
  return `${bom ? '\ufeff' : ''}${lines.map((cells) => cells.map(quoted).join(delimiter)).join(newline)}${newline}`;
}

/** Once read with the wrong delimiter: the line that ends the quotes looked like a line of its own. */
const BROKEN_LINE: Gift[] = [{ day: 1, donor: 'Tổ 3;\nKhoa Nội', amount: 1_000_000_000 }];

function plain(delimiter: string): Dialect {
  return { delimiter, marks: 'en', bom: false, newline: '\n', total: false };
}

test('a list gives the same rows and total in every dialect, again adds nothing, and every identical row is kept', async () => {
  const stage = new Stage();
  let round = 0;
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(gift, { minLength: 1, maxLength: 12 }),
        dialect,
        dialect,
        async (gifts, one, other) => {
          const book = `--book so-${round++}.db`;
          await stage.data(`init ${book} --name "Công đoàn" --from 2024-01`);
          stage.write('a.csv', listOf(gifts, one));
          stage.write('b.csv', listOf(gifts, other));
          const total = gifts.reduce((sum, each) => sum + each.amount, 0);
          const first = await stage.data(`contribution import a.csv --fund XHTT ${book}`);
          expect(first).toMatchObject({ rows: gifts.length, accepted: gifts.length, total, posted: total });
          const again = await stage.data(`contribution import b.csv --fund XHTT ${book}`);
          expect(again).toMatchObject({ accepted: 0, duplicates: gifts.length, posted: 0 });
          const { funds } = await stage.data<{ funds: { code: string; closing: number }[] }>(
            `balance ${book}`,
          );
          expect(funds.find((fund) => fund.code === 'XHTT')?.closing).toBe(total);
          expect((await stage.data<{ entries: number }>(`verify ${book}`)).entries).toBe(gifts.length);
        },
      ),
      { numRuns: 25, examples: [[BROKEN_LINE, plain(','), plain('\t')]] },
    );
  } finally {
    stage.strike();
  }
});
