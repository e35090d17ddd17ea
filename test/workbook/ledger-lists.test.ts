import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';
import { load, onlySheet, textOf } from './read.ts';

const stage = new Stage();

beforeAll(async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.data('donor add --name "Nhà thuốc Cỏ May"');
  await stage.data('contribution add --fund MAIAM --to bank --amount 3.000.000 --on 05/02/2024 --donor Lan');
});
afterAll(() => {
  stage.strike();
});

/** What a ledger's workbook says. */
async function written(ledger: string): Promise<string> {
  await stage.data(`ledger ${ledger} -o so.xlsx`);
  return textOf(onlySheet(await load(stage.read('so.xlsx'))));
}

const SIGNED = ['LĐLĐ TỈNH NAM SƠN', 'Đơn vị tính: đồng', 'Trần Thị Hòa', 'Phạm Thị Cúc', 'Nguyễn Văn An'];

test.each([
  ['member M1 --period 2024-02', ['CÁC KHOẢN ĐÃ HỖ TRỢ M1', 'Từ ngày 01/02/2024 đến ngày 29/02/2024']],
  ['account 3 --period 2024-Q1', ['SỔ TÀI KHOẢN 3', 'Từ ngày 01/01/2024 đến ngày 31/03/2024']],
  [
    'fund MAIAM --period 2024-Q1 --unit BVA --min 1.000.000',
    ['SỔ QUỸ MAIAM', 'Đã lọc: chỉ những dòng đơn vị BVA, từ 1.000.000 đ; không có số dư'],
  ],
  [
    'trial-balance --period 2024-02 --compare previous',
    ['BẢNG CÂN ĐỐI PHÁT SINH', 'So với từ ngày 01/01/2024 đến ngày 31/01/2024'],
  ],
  ['donor --period 2024-Q1', ['SỔ NHÀ HẢO TÂM']],
  ['programme', ['SỔ CHƯƠNG TRÌNH', 'Đến ngày 30/11/2024']],
])('ledger %s is written with a head, its period and signatures', async (ledger, said) => {
  const paper = await written(ledger);
  for (const text of [...said, ...SIGNED]) expect(paper).toContain(text);
});

test('a list that is no ledger is not signed', async () => {
  await stage.data('unit list -o don-vi.xlsx');
  expect(textOf(onlySheet(await load(stage.read('don-vi.xlsx'))))).not.toContain('Trần Thị Hòa');
});
