import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import type { Paper, PaperRow } from '../../src/report/papers/paper.ts';
import { readSpan } from '../../src/domain/span.ts';
import { readDay, readMonth } from '../../src/domain/day.ts';
import { ranges } from '../../src/report/papers/term.ts';
import { sentence } from '../../src/render/papers/layout.ts';
import { PAPER_TEXTS } from '../../src/render/papers/texts.ts';
import { sqliteLibrary } from '../../src/store/library.ts';
import { termReportPaper, type TermReport } from '../../src/usecase/term-report.ts';
import { Stage } from '../support/play.ts';

const stage = new Stage();
const book = join(stage.folder, 'so-mau', 'phucloi.db');
const today = readDay('2024-06-30') ?? expect.fail('no day');

beforeAll(async () => {
  const { exit, stderr } = await stage.run(['demo', '--out', 'so-mau', '--quiet']);
  if (exit !== 0) throw new Error(stderr);
}, 120_000);
afterAll(() => {
  stage.strike();
});

async function made(
  period: string,
  more: { since?: readonly [string, string][]; compare?: boolean } = {},
): Promise<{ report: TermReport; paper: Paper }> {
  const opened = await sqliteLibrary.open(book);
  const since = new Map(
    (more.since ?? []).map(([key, month]) => [key, readMonth(month) ?? expect.fail(month)]),
  );
  try {
    const span = readSpan(period) ?? expect.fail(period);
    return await opened.read((reader) =>
      termReportPaper(reader, { period: span, since, compare: more.compare === true }, today),
    );
  } finally {
    opened.close();
  }
}

const texts = PAPER_TEXTS.vi;
const said = (paper: Paper): string[] =>
  paper.sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [sentence(block.line, texts)] : [])),
  );
const rows = (paper: Paper): PaperRow[] =>
  paper.sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [...(block.rows as Iterable<PaperRow>)] : [])),
  );

describe('term report of the sample book', () => {
  test('tells what the articles tell, in their words', async () => {
    const { paper } = await made('2024-H1', { since: [['contribution:MAIAM', '2024-01']] });
    const text = said(paper).join('\n');
    expect(text).toContain('đã chi hơn 200 triệu đồng [1] để chăm lo cho đoàn viên, người lao động');
    expect(text).toContain('Nhân dịp Tết Giáp Thìn 2024');
    expect(text).toContain('phối hợp với Liên đoàn Lao động tỉnh Nam Sơn');
    expect(text).toContain('đã trao 344 suất quà với tổng số tiền 181 triệu đồng');
    expect(text).toContain('xây 08 nhà Mái ấm Công đoàn với số tiền là 180 triệu đồng');
    expect(text).toContain('143.410.000 đồng vào quỹ Mái ấm Công đoàn');
    expect(text).toContain('215.125.000 đồng');
  });

  test('counts a figure from its own day, and says so', async () => {
    const { report, paper } = await made('2024-Q2', {
      since: [
        ['remittance:XHTT', '2024-01'],
        ['gift:tet-2024', '2024-01'],
      ],
    });
    const figure = (key: string) => report.figures.find((each) => each.key === key);
    expect(figure('remittance:XHTT')).toMatchObject({
      from: '2024-01-01',
      to: '2024-06-30',
      amount: 215_125_000,
    });
    expect(figure('home')).toMatchObject({ from: '2024-04-01', amount: 180_000_000 });
    expect(figure('gift:tet-2024')).toMatchObject({ from: '2024-01-01', count: 344 });
    expect(said(paper).join('\n')).toContain('(từ năm 2024 đến nay)');
  });

  test('every figure is the sum of its annex, and of the entries it names', async () => {
    const { report } = await made('2024-H1');
    const opened = await sqliteLibrary.open(book);
    const entries = await opened
      .read((reader) => reader.entries(report.days))
      .finally(() => {
        opened.close();
      });
    expect(report.figures.length).toBeGreaterThan(8);
    for (const { key, kind, amount, count, lines, entries: keys } of report.figures) {
      expect(
        lines.reduce((all, line) => all + line.amount, 0),
        key,
      ).toBe(amount);
      expect(
        lines.reduce((all, line) => all + line.count, 0),
        key,
      ).toBe(count);
      const role =
        kind === 'contribution' || kind === 'allocation' || kind === 'remittance' ? kind : 'disbursement';
      const posted = entries
        .filter(({ id }) => keys.includes(id))
        .flatMap(({ postings }) => postings)
        .filter((posting) => posting.role === role)
        .reduce((all, { side, amount: each }) => all + (side === 'debit' ? Number(each) : -Number(each)), 0);
      expect(Math.abs(posted), key).toBe(amount);
    }
  });

  test('periods one after another add up to the whole, in awards and in đồng', async () => {
    const whole = await made('2024-H1');
    const months = await Promise.all(['2024-Q1', '2024-04', '2024-05..2024-06'].map((each) => made(each)));
    for (const figure of whole.report.figures.filter(({ kind }) => kind !== 'round')) {
      const parts = months.flatMap(({ report }) => report.figures.filter(({ key }) => key === figure.key));
      expect(
        parts.reduce((all, each) => all + each.amount, 0),
        figure.key,
      ).toBe(figure.amount);
      expect(
        parts.reduce((all, each) => all + each.count, 0),
        figure.key,
      ).toBe(figure.count);
    }
  });

  test('the period before stands beside it', async () => {
    const { report, paper } = await made('2024-Q2', { compare: true });
    const care = report.figures.find(({ key }) => key === 'hardship');
    expect(care).toBeUndefined();
    const given = report.figures.find(({ key }) => key === 'contribution:MAIAM');
    expect(given?.before).toEqual({ from: '2024-01-01', to: '2024-03-31', count: 45, amount: 83_810_000 });
    expect(rows(paper)[0]?.cells).toHaveProperty('termChange');
  });

  test('correcting one payment changes that figure, in the narrative and the annex, and nothing else', async () => {
    const before = await made('2024-H1');
    const remitted = before.report.figures.find(({ key }) => key === 'remittance:XHTT');
    const at = ['--book', book, '--today', '2024-06-30'];
    for (const words of [
      ['reopen', '2024-06', '--reason', 'Ghi nhầm số nộp', '--by', 'Nguyễn Hữu Phước'],
      ['reopen', '2024-05', '--reason', 'Ghi nhầm số nộp', '--by', 'Nguyễn Hữu Phước'],
      [
        'entry',
        'correct',
        String(remitted?.entries[0]),
        '--amount',
        '215.000.000',
        '--reason',
        'Ghi nhầm',
        '--on',
        '30/05/2024',
      ],
    ]) {
      const { exit, stderr } = await stage.run([...words, ...at]);
      expect(exit, stderr).toBe(0);
    }
    const after = await made('2024-H1');
    const changed = (one: readonly string[], other: readonly string[]) =>
      one.filter((each) => !other.includes(each));
    expect(changed(said(after.paper), said(before.paper))).toEqual([
      expect.stringContaining('215.000.000 đồng từ quỹ xã hội từ thiện'),
    ]);
    const kept = ({ report }: { report: TermReport }) =>
      report.figures.filter(({ key }) => key !== 'remittance:XHTT');
    expect(kept(after)).toEqual(kept(before));
    const corrected = after.report.figures.find(({ key }) => key === 'remittance:XHTT');
    expect(corrected).toMatchObject({ amount: 215_000_000, count: 1 });
    expect(corrected?.entries.length).toBe(3);
    const [old, now] = [rows(before.paper), rows(after.paper)].map((some) =>
      some.map((row) => JSON.stringify(row)),
    );
    expect(changed(now ?? [], old ?? []).length).toBeGreaterThan(0);
    for (const row of changed(now ?? [], old ?? [])) expect(row).toMatch(/XHTT|"mark":10|"number":10/);
  });
});

test('codes one after another are told by the first and last, and none is lost', () => {
  expect(ranges(['tet/0001', 'tet/0002', 'tet/0003', 'tet/0005', 'home/0006'])).toBe(
    'tet/0001–0003, 0005, home/0006',
  );
  expect(ranges(['9', '10', '12'])).toBe('9–10, 12');
  expect(ranges(['A'])).toBe('A');
  expect(ranges([])).toBe('');
});
