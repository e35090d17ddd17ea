import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countSheet } from '../../src/report/papers/count.ts';
import type { Paper, PaperSheet } from '../../src/report/papers/paper.ts';
import { textsFor } from '../../src/render/papers/texts.ts';
import { shown } from '../../src/render/papers/layout.ts';
import { endOfficer } from '../../src/usecase/register-ends.ts';
import { addOfficer } from '../../src/usecase/registers.ts';
import { roundDecision } from '../../src/usecase/decision-paper.ts';
import { spellingOf, voucherPaper } from '../../src/usecase/papers.ts';
import { provenanceOf } from '../../src/usecase/provenance.ts';
import type { Reader } from '../../src/usecase/port/ports.ts';
import { setSetting } from '../../src/usecase/setting.ts';
import type { SettingName } from '../../src/usecase/check/settings.ts';
import { day, dong, makeBook, payRound, type Made } from './fixture.ts';

let made: Made;
beforeAll(async () => {
  made = await makeBook(6);
  await payRound(made);
});
afterAll(() => {
  made.book.close();
});

const read = <T>(fn: (reader: Reader) => Promise<T>): Promise<T> => made.book.read(fn);
const set = (name: SettingName, value: string) => setSetting(made.session, name, value, () => undefined);

/** Who signs a sheet, in the order of its blocks. */
const signers = (sheet: PaperSheet | undefined): string[] =>
  (sheet?.blocks ?? []).flatMap((block) =>
    block.kind === 'signatures' ? block.signers.map(({ name }) => name) : [],
  );

/** Every sentence of a paper's heads, titles, notes and forms. */
function said(paper: Paper): string[] {
  const texts = textsFor(paper);
  const say = (value: Parameters<typeof shown>[0]) => shown(value, { type: 'text' }, texts);
  return paper.sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block): string[] => {
      if (block.kind === 'head')
        return [...block.right, ...(block.number === undefined ? [] : [block.number])].map(say);
      if (block.kind === 'title') return [...block.lines, ...(block.side ?? [])].map(say);
      if (block.kind === 'note' || block.kind === 'paragraph') return [say(block.line)];
      if (block.kind === 'form')
        return block.fields.map(({ label, value }) => `${say(label)} ${say(value)}`.trim());
      return [];
    }),
  );
}

describe('officers of the day', () => {
  test('a change in the middle of a month: each paper is signed by whoever held office on its own day', async () => {
    // The receipt is of 5 January, the payment of 20 January.
    const [chair, accountant] = ['Nguyễn Thị Thanh Hòa', 'Trần Văn Quý'];
    await endOfficer(made.session, { role: 'accountant', name: accountant, on: day('2026-01-14') });
    await addOfficer(made.session, { role: 'accountant', name: 'Vũ Thị Ánh', from: day('2026-01-15') });
    await endOfficer(made.session, { role: 'chair', name: chair, on: day('2026-01-20') });
    await addOfficer(made.session, { role: 'chair', name: 'Phạm Đức Độ', from: day('2026-01-21') });
    const paper = await read((reader) =>
      voucherPaper(reader, ['PT-TET-2026-0001', 'PC-TET-2026-0001', 'PC-TINH-2026-0001']),
    );
    const [receipt, payment, later] = paper.sheets.map(signers);
    expect(receipt?.slice(0, 2)).toEqual([chair, accountant]);
    expect(payment?.slice(0, 2)).toEqual([chair, 'Vũ Thị Ánh']);
    expect(later?.slice(0, 2)).toEqual(['Phạm Đức Độ', 'Vũ Thị Ánh']);
    const decision = await read((reader) =>
      roundDecision(reader, { round: 'tet-2026', decision: '12/QĐ-CĐYT' }, made.session.today),
    );
    expect(signers(decision.sheets[0])).toEqual([chair]);
  });
});

describe('what a voucher says', () => {
  test('two on a page hold both; an odd one has its own', async () => {
    const codes = ['PT-TET-2026-0001', 'PC-TET-2026-0001', 'PC-TINH-2026-0001'];
    const two = await read((reader) => voucherPaper(reader, codes, true));
    const single = await read((reader) => voucherPaper(reader, codes));
    expect(two.sheets).toHaveLength(2);
    expect(signers(two.sheets[0])).toEqual(single.sheets.slice(0, 2).flatMap(signers));
    expect(two.sheets.every(({ onePage }) => onePage)).toBe(true);
  });

  test('who gives the money stands at the left below, who takes it at the right', async () => {
    const paper = await read((reader) => voucherPaper(reader, ['PT-TET-2026-0001', 'PC-TET-2026-0001']));
    const roles = paper.sheets.map(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'signatures' ? [block.signers.map(({ role }) => role)] : [])),
    );
    expect(roles).toEqual([
      [
        ['leader', 'chiefAccountant', 'preparer'],
        ['giver', 'cashier'],
      ],
      [
        ['leader', 'chiefAccountant', 'preparer'],
        ['cashier', 'recipient'],
      ],
    ]);
  });

  test('the act under the form’s number is of its day, or what the union has set', async () => {
    const of = async () => said(await read((reader) => voucherPaper(reader, ['PT-TET-2026-0001'])));
    expect(await of()).toContain('từ 01/01/2025 không bắt buộc)');
    expect(await of()).toContain('Mã QHNS: ……………');
    await set('voucher.circular', '(Mẫu của Công đoàn ngành | năm 2026)');
    await set('header.budget', '1054321');
    const lines = await of();
    expect(lines).toContain('(Mẫu của Công đoàn ngành');
    expect(lines).toContain('năm 2026)');
    expect(lines).toContain('Mã QHNS: 1054321');
    expect(lines.join('\n')).not.toContain('không bắt buộc');
  });

  test('amounts are spelled as the book’s union does, in its own papers only', async () => {
    await set('words.odd', 'le');
    await set('words.thousand', 'NGÀN');
    const spelling = await read(spellingOf);
    const paper = await read((reader) => voucherPaper(reader, ['PT-TET-2026-0001']));
    const form = { amount: dong(1_105_000) };
    const spelled = (paper: Paper) => textsFor(paper).lines.words(form);
    expect(spelled({ ...paper, spelling })).toBe('Một triệu một trăm lẻ năm ngàn đồng./.');
    expect(spelled(paper)).toBe('Một triệu một trăm linh năm nghìn đồng./.');
    expect(spelled({ ...paper, language: 'en', spelling })).toBe('');
  });
});

test('a count that differs leaves room for the reason, and names its board', async () => {
  const place = { id: 1, code: 'cash', name: 'Két', kind: 'cash' } as const;
  const [fund] = await read((reader) => reader.funds());
  if (fund === undefined) throw new Error('no fund');
  const sheet = (total: number) =>
    countSheet({
      letterhead: { above: '', name: 'CĐCS', town: '', language: 'vi' },
      place,
      day: day('2026-01-31'),
      count: { total: dong(total), notes: [], by: '' },
      balances: [{ fund, balance: dong(500) }],
      officers: [{ role: 'cashier', name: 'Lê Thị Mỹ' }],
    });
  expect(said(sheet(500)).join('\n')).not.toContain('Lý do chênh lệch');
  const lines = said(sheet(400));
  expect(lines.join('\n')).toContain('Lý do chênh lệch');
  expect(lines).toContain('– Ông/Bà: Lê Thị Mỹ; Thủ quỹ, ủy viên');
});

test('what covers a period is sealed by the period’s last month, not by the day of the paper', async () => {
  const said = { query: 'report closing-minutes', version: '1' };
  const month = await read((reader) =>
    provenanceOf(reader, day('2026-03-01'), { ...said, to: day('2026-01-31') }),
  );
  expect(month).toMatchObject({ to: '2026-01-31', query: 'report closing-minutes' });
  expect(month.sealed).toBeUndefined();
});
