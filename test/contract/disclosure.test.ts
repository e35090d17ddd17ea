import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DISCLOSURE_LEVELS,
  contributorsOf,
  initials,
  isMasked,
  type DisclosureLevel,
} from '../../src/report/disclosure.ts';
import { asDong } from '../../src/domain/dong.ts';
import { readDay } from '../../src/domain/day.ts';
import { readSpan } from '../../src/domain/span.ts';
import { shown } from '../../src/render/papers/layout.ts';
import { PAPER_TEXTS } from '../../src/render/papers/texts.ts';
import { sentence } from '../../src/render/papers/layout.ts';
import type { Paper, PaperRow } from '../../src/report/papers/paper.ts';
import { sqliteLibrary } from '../../src/store/library.ts';
import { disclosurePaperOf } from '../../src/usecase/disclosure.ts';
import { SMALL_BOOK } from '../support/transcript.ts';
import { Stage } from '../support/play.ts';
import { join } from 'node:path';

const stage = new Stage();
const PEOPLE = ['Nguyễn Thị Ánh', 'Trần Văn Bình', 'Lê Thị Đào', 'Phạm Hòa'];
const REASON = 'Bệnh hiểm nghèo kéo dài';

beforeAll(async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  stage.write('tet.csv', 'Mã,Đơn vị,Đối tượng\nM1,BVA,HCKK\nM2,BVA,Khác\nM3,TTB,ĐBKK\n');
  await stage.data('programme set tet --level Khác=500.000');
  await stage.data('gift import tet.csv --round tet --payer TET');
  await stage.data('gift approve --round tet --decision 12/QĐ-CĐYT --on 16/01/2024 --by "Nguyễn Văn An"');
  await stage.data('gift pay --round tet --from TET:cash --on 26/01/2024');
  await stage.data(
    `hardship open --member M4 --amount 500.000 --payer TINH --on 12/01/2024 --reason "${REASON}"`,
  );
  await stage.data(
    'hardship approve --round hardship-2024 --decision 2/QĐ-CĐYT --on 16/01/2024 --by "Nguyễn Văn An"',
  );
  await stage.data('hardship pay --round hardship-2024 --from TINH:cash --on 27/01/2024');
  await stage.data(
    'contribution add --fund MAIAM --amount 1.500.000 --on 12/01/2024 --donor "Công ty Suối Nguồn" --to bank',
  );
  await stage.data(
    'contribution add --fund MAIAM --amount 200.000 --on 13/01/2024 --donor "Lê Văn Lượng" --to bank',
  );
}, 60_000);
afterAll(() => {
  stage.strike();
});

/** All that is printed on a paper, as a reader sees it. */
async function printed(level: DisclosureLevel): Promise<string> {
  const book = await sqliteLibrary.open(join(stage.folder, 'phucloi.db'));
  const period = readSpan('2024-H1') ?? expect.fail('no span');
  const today = readDay('2024-06-30') ?? expect.fail('no day');
  const unit = level === 'members' ? 'BVA' : undefined;
  try {
    const { paper } = await book.read((reader) =>
      disclosurePaperOf(reader, { level, period, unit }, today, () => 'sai lệch'),
    );
    return textOf(paper);
  } finally {
    book.close();
  }
}

function textOf(paper: Paper): string {
  const texts = PAPER_TEXTS.vi;
  const lines = paper.sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block): string[] => {
      if (block.kind === 'note') return [sentence(block.line, texts)];
      if (block.kind === 'title') return block.lines.map((line) => sentence(line, texts));
      if (block.kind !== 'table') return [];
      return [...(block.rows as Iterable<PaperRow>)].map((row) =>
        block.columns.map((column) => shown(row.cells[column.key], column, texts)).join('|'),
      );
    }),
  );
  return lines.join('\n');
}

describe('what each level reads', () => {
  test('the public reads no name of a person and no group under five', async () => {
    const text = await printed('public');
    for (const name of [...PEOPLE, 'Lê Văn Lượng']) expect(text).not.toContain(name);
    expect(text).toContain('Công ty Suối Nguồn: 1.500.000 đồng;');
    expect(text).toContain('Một số cá nhân khác: 200.000 đồng.');
    expect(text).toContain('Tặng quà, hỗ trợ khó khăn: dưới 5 người');
    expect(text).not.toMatch(/người, 2\.000\.000/);
  });

  test('members read their own unit, those in hardship by initials', async () => {
    const text = await printed('members');
    expect(text).toContain('N.T.Á.');
    expect(text).not.toContain('Nguyễn Thị Ánh');
    expect(text).toContain('Trần Văn Bình');
    expect(text).not.toContain('Lê Thị Đào');
    expect(text).not.toContain('L.T.Đ.');
  });

  test('the committee reads names and amounts, inspectors decisions and vouchers too', async () => {
    const committee = await printed('committee');
    for (const name of [...PEOPLE, 'Lê Văn Lượng']) expect(committee).toContain(name);
    expect(committee).not.toContain('12/QĐ-CĐYT');
    const inspector = await printed('inspector');
    expect(inspector).toContain('12/QĐ-CĐYT');
    expect(inspector).toContain('PC-TET-2024-0001');
    expect(inspector).toContain('Tháng 01/2024: chưa khóa sổ');
  });

  test.each(DISCLOSURE_LEVELS)('a reason stands on no paper: %s', async (level) => {
    expect(await printed(level)).not.toContain(REASON);
  });
});

test('who is not plainly an organisation is a person', () => {
  const given = (party: string, amount: number, unit?: string) => ({ party, unit, amount: asDong(amount) });
  const { organisations, individuals } = contributorsOf([
    given('Công ty TNHH Một', 500),
    given('CÔNG TY TNHH MỘT', 300),
    given('Nguyễn Thị Hội', 200),
    given('Ban Mai', 100),
    given('', 50),
    given('Trần Văn Tư', 400, 'CĐCS Bệnh viện A'),
    given('Quỹ Một', 100),
    given('Quỹ Một', -100),
  ]);
  expect(organisations).toEqual([
    { name: 'Công ty TNHH Một', amount: 800 },
    { name: 'CĐCS Bệnh viện A', amount: 400 },
  ]);
  expect(individuals).toBe(350);
});

test('initials, and who is told by them', () => {
  expect(initials('Nguyễn  Thị Ánh')).toBe('N.T.Á.');
  expect(isMasked('visit', '')).toBe(true);
  expect(isMasked('gift', 'HCKK')).toBe(true);
  expect(isMasked('gift', 'Khác')).toBe(false);
});
