import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayBefore, firstDay, lastDay } from '../../src/domain/day.ts';
import { acceptanceKey } from '../../src/domain/finding.ts';
import { fundLines } from '../../src/domain/reconcile.ts';
import { findingText } from '../../src/render/findings.ts';
import { en } from '../../src/render/messages/en-findings.ts';
import { vi } from '../../src/render/messages/vi-findings.ts';
import { PAPER_TEXTS } from '../../src/render/papers/texts.ts';
import { gathered } from '../../src/render/xlsx/archive.ts';
import { renderWorkbook } from '../../src/render/xlsx/paper.ts';
import { closingMinutes, type Close } from '../../src/usecase/closing-paper.ts';
import { inspect } from '../../src/usecase/check/inspect.ts';
import { contribute } from '../../src/usecase/money.ts';
import { acceptFinding } from '../../src/usecase/reconcile-accept.ts';
import { reopenMonth } from '../../src/usecase/reopen.ts';
import { day, dong, makeBook, month, payRound, type Made } from './fixture.ts';
import { formulas, load, onlySheet, recalculated, reread, rowStarting, textOf } from './read.ts';

const JANUARY = month('2026-01');
const HEAD = '0123456789abcdef'.repeat(4);
let made: Made;
let close: Close;

beforeAll(async () => {
  made = await makeBook(20);
  await payRound(made);
  const { session, book } = made;
  const findings = await book.read(
    async (reader) => (await inspect(reader, JANUARY, session.today)).findings,
  );
  const unsigned = findings.find((finding) => finding.kind === 'award.unsigned');
  if (unsigned === undefined) throw new Error('everybody signed');
  await acceptFinding(session, {
    finding: unsigned.name,
    period: JANUARY,
    reason: 'Đi công tác, ký sau',
    by: 'Trần Văn Quý',
    until: day('2026-03-31'),
  });
  const told = { balance: dong(17_345_000), by: 'Trần Văn Quý', paper: 'Giấy báo số dư 31/01' };
  const bank = await book.read(async (reader) =>
    (await reader.places()).find((each) => each.kind === 'bank'),
  );
  if (bank === undefined) throw new Error('no bank');
  const header = {
    command: 'statement confirm',
    actor: 'test',
    recordedAt: session.recordedAt,
    dryRun: false,
  };
  await book.withEntity(header, (writer) =>
    writer.addConfirmation({ place: bank, day: day('2026-01-31'), ...told }),
  );
  close = {
    month: JANUARY,
    head: HEAD,
    accepted: [acceptanceKey(unsigned)],
    by: 'thu-quy',
    day: day('2026-02-02'),
  };
});
afterAll(() => {
  made.book.close();
});

const say = (finding: { kind: string; facts: unknown }) => findingText(finding as never, vi);

test('the minutes say who, which money, what was accepted, the head, and who signs', async () => {
  const paper = await made.book.read((reader) => closingMinutes(reader, close, say));
  const workbook = await reread(paper);
  expect(workbook.worksheets).toHaveLength(1);
  const sheet = onlySheet(workbook);
  const text = textOf(sheet);
  for (const part of [
    'BIÊN BẢN KHÓA SỔ THÁNG 01 NĂM 2026',
    'Khóa sổ ngày 02 tháng 02 năm 2026; người khóa sổ: thu-quy',
    'kiểm kê ngày 31/01/2026 đếm được 102.050.000 đồng (người kiểm đếm: Lê Thị Mỹ)',
    'ngân hàng xác nhận ngày 31/01/2026 còn 17.345.000 đồng (Giấy báo số dư 31/01); thiếu 678 đồng',
    'chưa có ký nhận. Lý do: Đi công tác, ký sau. Người chấp nhận: Trần Văn Quý; đến ngày 31/03/2026.',
    'Không có.',
    'Mã niêm phong: 0123 4567 89ab cdef',
    HEAD,
    'TM. BAN CHẤP HÀNH',
    'Nguyễn Thị Thanh Hòa',
    'Trần Văn Quý',
    'Lê Thị Mỹ',
    'Thái Nguyên, ngày 02 tháng 02 năm 2026',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain('V. Thay đổi');
});

test('each fund’s line is its identity, and the sums work out to what is stored', async () => {
  const { paper, lines } = await made.book.read(async (reader) => ({
    paper: await closingMinutes(reader, close, say),
    lines: fundLines(
      await reader.funds(),
      await reader.turnovers({ to: dayBefore(firstDay(JANUARY)) }),
      await reader.turnovers({ from: firstDay(JANUARY), to: lastDay(JANUARY) }),
    ),
  }));
  const sheet = onlySheet(await reread(paper));
  const heading = rowStarting(sheet, 'Mã');
  const columns = Array.from({ length: sheet.columnCount }, (_, at) => sheet.getCell(heading, at + 1).text);
  const closing = columns.indexOf('Cuối kỳ') + 1;
  const opening = columns.indexOf('Đầu kỳ') + 1;
  for (const line of lines) {
    const row = rowStarting(sheet, line.fund.code);
    expect(sheet.getCell(row, opening).value).toBe(line.opening);
    expect(sheet.getCell(row, closing).value).toBe(line.closing);
  }
  const all = formulas(sheet);
  expect(all.length).toBeGreaterThan(8);
  expect(all.map(({ cell }) => recalculated(sheet, cell))).toEqual(all.map(({ result }) => result));
  const own = lines.filter(({ fund }) => fund.kind === 'own').reduce((sum, line) => sum + line.closing, 0);
  expect(
    all.find(({ cell }) => cell === sheet.getCell(rowStarting(sheet, 'Cộng quỹ của đơn vị'), closing).address)
      ?.result,
  ).toBe(own);
});

test('one close gives the same bytes again, and English says all of it', async () => {
  const paper = await made.book.read((reader) => closingMinutes(reader, close, say));
  const again = await made.book.read((reader) => closingMinutes(reader, close, say));
  expect(Buffer.from(await gathered(renderWorkbook(again, PAPER_TEXTS.vi)))).toEqual(
    Buffer.from(await gathered(renderWorkbook(paper, PAPER_TEXTS.vi))),
  );
  const inEnglish = await made.book.read((reader) =>
    closingMinutes(reader, close, (finding) => findingText(finding as never, en)),
  );
  const text = textOf(onlySheet(await load(await gathered(renderWorkbook(inEnglish, PAPER_TEXTS.en)))));
  expect(text).toContain('CLOSING MINUTES, MONTH 01/2026');
  expect(text).toContain('not signed for. Reason:');
  expect(text).toContain('Head of the chain: 0123 4567 89ab cdef');
});

test('late items and what changed since the earlier close stand on sheets behind', async () => {
  const { session, book } = made;
  const header = { command: 'close', actor: 'test', recordedAt: session.recordedAt, dryRun: false };
  await book.withEntity(header, (writer) =>
    writer.addPeriodEvent({ month: JANUARY, kind: 'close', reason: '', by: 'thu-quy' }),
  );
  const gift = { fund: 'TET', place: 'bank', party: 'Ông Đỗ Văn Hà', content: 'Ủng hộ Tết' };
  await contribute(session, {
    ...gift,
    amount: dong(700_000),
    on: day('2026-01-30'),
    bookOn: day('2026-02-01'),
  });
  await reopenMonth(session, { month: JANUARY, reason: 'Sót một khoản', by: 'Nguyễn Thị Thanh Hòa' });
  await contribute(session, { ...gift, amount: dong(900_000), on: day('2026-01-31') });
  const [january, february] = await book.read(async (reader) => [
    await closingMinutes(reader, close, say),
    await closingMinutes(reader, { ...close, month: month('2026-02'), accepted: [] }, say),
  ]);
  const [minutes, changes] = (await reread(january)).worksheets;
  if (minutes === undefined || changes === undefined) throw new Error('a sheet is missing');
  expect(textOf(minutes)).toContain('1 bút toán ghi thêm, theo danh sách kèm theo.');
  expect(textOf(minutes)).toContain('Mở lại sổ: Sót một khoản. Người quyết định: Nguyễn Thị Thanh Hòa.');
  expect(changes.getCell(rowStarting(changes, 'STT') + 1, 7).value).toBe(900_000);
  const late = (await reread(february)).worksheets[1];
  if (late === undefined) throw new Error('no list of late items');
  expect(late.getCell(rowStarting(late, 'STT') + 1, 7).value).toBe(700_000);
  expect(textOf(late)).toContain('KHOẢN KỲ TRƯỚC GHI VÀO THÁNG 02/2026');
});
