import { describe, expect, test } from 'vitest';
import type { Day, Month } from '../../src/domain/day.ts';
import type { Dong } from '../../src/domain/dong.ts';
import { say } from '../../src/report/papers/line.ts';
import type {
  Block,
  Paper,
  PaperColumn,
  PaperRow,
  PaperSheet,
  PaperTable,
} from '../../src/report/papers/paper.ts';
import { renderPaper } from '../../src/render/papers/medium.ts';
import { linesOf, readPdf, type ReadPdf } from './read.ts';

const LOWER = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz';
const EVERY = `${LOWER}${LOWER.toLocaleUpperCase('vi')}0123456789 ,.;:-/()`;

const text = (value: string) => say('text', { text: value });
const dong = (value: number) => value as Dong;

function paperOf(sheets: readonly PaperSheet[], more: Partial<Paper> = {}): Paper {
  return { name: 'test', language: 'vi', date: '2026-01-31' as Day, sheets, ...more };
}

function sheetOf(blocks: readonly Block[], more: Partial<PaperSheet> = {}): PaperSheet {
  return { name: 'Tờ', wide: false, onePage: false, blocks, ...more };
}

async function piecesOf(paper: Paper): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of renderPaper(paper, 'pdf')) pieces.push(piece);
  return pieces;
}

async function bytesOf(paper: Paper): Promise<Buffer> {
  return Buffer.concat(await piecesOf(paper));
}

async function read(paper: Paper): Promise<ReadPdf> {
  return readPdf(await bytesOf(paper));
}

const COLUMNS: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'person', type: 'person' },
  { key: 'contributions', type: 'dong' },
  { key: 'disbursements', type: 'dong' },
  { key: 'closing', type: 'dong', running: ['contributions', 'disbursements'] },
];

function ledger(lines: number, more: Partial<PaperTable> = {}): PaperTable {
  const rows = Array.from({ length: lines }, (_, at): PaperRow => ({
    kind: 'line',
    cells: {
      number: at + 1,
      person: `Nguyễn Thị Ánh ${at + 1}`,
      contributions: dong(1000),
      disbursements: dong(at % 2 === 0 ? 0 : 500),
      closing: dong(1000 * (at + 1) - 500 * Math.floor((at + 1) / 2)),
    },
  }));
  const total: PaperRow = {
    kind: 'total',
    label: say('sheetsTotal', {}),
    cells: { contributions: dong(lines * 1000), disbursements: dong(Math.floor(lines / 2) * 500) },
  };
  const sums = ['contributions', 'disbursements'] as const;
  return { kind: 'table', columns: COLUMNS, sums, tall: false, rows: [...rows, total], ...more };
}

const SIGNED: Extract<Block, { kind: 'signatures' }> = {
  kind: 'signatures',
  dateline: say('dateline', { town: 'Thái Nguyên', day: '2026-01-31' as Day }),
  signers: [
    { role: 'cashier', name: 'Trần Thị Hòa' },
    { role: 'accountant', name: 'Phạm Thị Thanh Cúc' },
    { role: 'committee', name: 'Nguyễn Hữu Phước' },
  ],
};

/** Everything stands between the margins. */
function expectInside({ pages }: ReadPdf): void {
  for (const page of pages)
    for (const { x, y } of page.shown) {
      expect(x).toBeGreaterThanOrEqual(43);
      expect(x).toBeLessThan(page.width - 28);
      expect(y).toBeGreaterThan(18);
      expect(y).toBeLessThan(page.height - 36);
    }
}

describe('a paper as PDF', () => {
  test('has the same bytes twice, whatever the day it is printed on', async () => {
    const paper = paperOf([sheetOf([ledger(90), SIGNED])]);
    const [once, again] = [await bytesOf(paper), await bytesOf(paper)];
    expect(once.equals(again)).toBe(true);
    expect(once.toString('latin1')).toContain('(D:20260131000000Z)');
    const later = await bytesOf({ ...paper, date: '2026-02-01' as Day });
    expect(once.equals(later)).toBe(false);
  });

  test('embeds its fonts and gives back every letter of Vietnamese, in each of its cuts', async () => {
    const pdf = await read(
      paperOf([
        sheetOf([
          { kind: 'title', lines: [text(EVERY), text(EVERY)] },
          { kind: 'note', line: text(EVERY), at: 'left' },
          { kind: 'paragraph', line: text(EVERY) },
        ]),
      ]),
    );
    const fonts = [...pdf.objects.values()].filter((body) => body.includes('/Type /Font\n'));
    const descriptors = [...pdf.objects.values()].filter((body) => body.includes('/Type /FontDescriptor'));
    expect(descriptors).toHaveLength(3);
    for (const body of descriptors) expect(body).toMatch(/\/FontFile2 \d+ 0 R/);
    for (const body of fonts.filter((each) => each.includes('/Type0'))) expect(body).toContain('/ToUnicode');
    const all = linesOf(pdf.pages[0]).join('').replaceAll(' ', '');
    expect(all.split(EVERY.replaceAll(' ', ''))).toHaveLength(5);
    expect([...pdf.objects.values()].join('\n')).toContain('/Lang (vi-VN)');
  });

  test('shows what the font lacks as a square, and nothing that turns writing around', async () => {
    const person = 'Hà 漢字 \u{1F600} \u202eA\u200bB\u0007\ud800';
    const table = { ...ledger(1), rows: [{ kind: 'line', cells: { person } }] as const };
    const lines = linesOf((await read(paperOf([sheetOf([table])]))).pages[0]);
    expect(lines).toContain('Hà □□ □ AB□');
  });

  test('composes letters written with separate marks', async () => {
    const note: Block = { kind: 'note', at: 'left', line: text('Nguyễn Thị Ờ'.normalize('NFD')) };
    expect(linesOf((await read(paperOf([sheetOf([note])]))).pages[0])[0]).toBe('Nguyễn Thị Ờ');
  });

  test('is marked up safely whatever a title holds', async () => {
    const title: Block = { kind: 'title', lines: [text('Quỹ <A> & "B"')] };
    const bytes = await bytesOf(paperOf([sheetOf([title])]));
    const xml = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(bytes.toString('utf8'))?.[0] ?? '';
    expect(xml).toContain('Quỹ ‹A› + "B"');
  });
});

describe('a table over several pages', () => {
  const LINES = 150;

  test('repeats its heading, carries its sums over and keeps what closes it together', async () => {
    const pdf = await read(paperOf([sheetOf([ledger(LINES), SIGNED])]));
    expect(pdf.pages.length).toBeGreaterThan(2);
    expectInside(pdf);
    let lines = 0;
    for (const [at, page] of pdf.pages.entries()) {
      const shown = linesOf(page);
      expect(shown.filter((line) => line === 'STT')).toHaveLength(1);
      const first = at === 0;
      const last = at === pdf.pages.length - 1;
      const brought = shown.indexOf('Số trang trước chuyển sang');
      const forward = shown.indexOf('Cộng chuyển sang trang sau');
      expect(brought >= 0).toBe(!first);
      expect(forward >= 0).toBe(!last);
      const figures = (before: number) => [
        `${before}.000`,
        (Math.floor(before / 2) * 500).toLocaleString('de-DE'),
        (1000 * before - 500 * Math.floor(before / 2)).toLocaleString('de-DE'),
      ];
      if (!first) expect(shown.slice(brought + 1, brought + 4)).toEqual(figures(lines));
      lines += shown.filter((line) => line.startsWith('Nguyễn Thị Ánh')).length;
      if (!last) expect(shown.slice(forward + 1, forward + 4)).toEqual(figures(lines));
      expect(shown).toContain(`Trang ${at + 1}/`);
    }
    expect(lines).toBe(LINES);
    const end = linesOf(pdf.pages.at(-1));
    for (const each of ['Tổng cộng', '150.000', 'THỦ QUỸ', 'Nguyễn Hữu Phước']) expect(end).toContain(each);
  });

  test.each(Array.from({ length: 12 }, (_, at) => 28 + at))(
    'never parts total and signatures, nor a group from its first row, at %i rows',
    async (count) => {
      const base = ledger(count);
      const rows = [...(base.rows as PaperRow[])].flatMap((row, at): PaperRow[] =>
        at % 5 === 0 && row.kind === 'line'
          ? [{ kind: 'group', label: text(`Tổ ${at}`), cells: {} }, row]
          : [row],
      );
      const pdf = await read(paperOf([sheetOf([{ ...base, rows }, SIGNED])]));
      const signed = pdf.pages.findIndex((page) => linesOf(page).includes('THỦ QUỸ'));
      expect(linesOf(pdf.pages[signed])).toContain('Tổng cộng');
      for (const page of pdf.pages) {
        const shown = linesOf(page);
        const last = shown.findLastIndex((line) => line.startsWith('Tổ '));
        if (last >= 0) expect(shown[last + 1]).toMatch(/^\d+$/);
      }
    },
  );

  test.each(Array.from({ length: 8 }, (_, at) => 26 + at))(
    'never parts what is left from the turnover above it, at %i rows',
    async (count) => {
      const base = ledger(count);
      const left: PaperRow = { kind: 'stated', label: text('Tồn cuối kỳ'), cells: { closing: dong(1) } };
      const pdf = await read(
        paperOf([sheetOf([{ ...base, rows: [...(base.rows as PaperRow[]), left] }, SIGNED])]),
      );
      const end = linesOf(pdf.pages.find((page) => linesOf(page).includes('Tồn cuối kỳ')));
      for (const each of ['Tổng cộng', 'THỦ QUỸ']) expect(end).toContain(each);
    },
  );

  test('ends its pages where its rows say so, and then carries nothing over', async () => {
    const rows = (ledger(9).rows as PaperRow[]).map((row, at) =>
      at === 3 ? { ...row, pageEnd: true } : row,
    );
    const pdf = await read(paperOf([sheetOf([{ ...ledger(0), rows }])]));
    expect(pdf.pages.map((page) => linesOf(page).filter((line) => line.startsWith('Nguyễn')).length)).toEqual(
      [4, 5],
    );
    expect(pdf.pages.flatMap(linesOf).filter((line) => line.includes('chuyển sang'))).toEqual([]);
  });

  test('splits a row only where it is taller than a page, and loses nothing of it', async () => {
    const words = Array.from({ length: 1500 }, (_, at) => `chữ${at}`);
    const rows: PaperRow[] = [{ kind: 'line', cells: { number: 1, person: words.join(' ') } }];
    const pdf = await read(paperOf([sheetOf([{ ...ledger(0), sums: [], rows }])]));
    expect(pdf.pages.length).toBeGreaterThan(1);
    expectInside(pdf);
    const found = pdf.pages
      .flatMap(linesOf)
      .join(' ')
      .match(/chữ\d+/g);
    expect(found).toEqual(words);
  });

  test('breaks a word that no line holds, between its signs where it has some', async () => {
    const rows: PaperRow[] = [{ kind: 'line', cells: { person: `${'a'.repeat(200)} PC-${'1'.repeat(70)}` } }];
    const lines = linesOf((await read(paperOf([sheetOf([{ ...ledger(0), rows }])]))).pages[0]);
    expect(lines.filter((line) => /^[a1PC-]+$/.test(line)).join('')).toBe(
      `${'a'.repeat(200)}PC-${'1'.repeat(70)}`,
    );
  });

  test('reads rows as they come, page by page', async () => {
    async function* rows(): AsyncGenerator<PaperRow> {
      for (const row of ledger(400).rows as PaperRow[]) yield await Promise.resolve(row);
    }
    const table = { ...ledger(0), rows: { [Symbol.asyncIterator]: rows } };
    const pieces = await piecesOf(paperOf([sheetOf([table])]));
    expect(pieces.length).toBeGreaterThan(5);
    const same = await bytesOf(paperOf([sheetOf([ledger(400)])]));
    expect(Buffer.concat(pieces).equals(same)).toBe(true);
  });
});

describe('the parts of a page', () => {
  test('headings stand under those over them and above their marks, on every page', async () => {
    const over = text('SỐ TIỀN');
    const columns = COLUMNS.map((column, at) => ({
      ...column,
      mark: 'ABCDE'.charAt(at),
      ...(at > 1 ? { over } : {}),
    }));
    const pdf = await read(paperOf([sheetOf([{ ...ledger(60), columns }])]));
    for (const page of pdf.pages) {
      const at = (line: string) => page.shown.find((each) => each.text === line);
      expect(linesOf(page).filter((line) => line === 'SỐ TIỀN')).toHaveLength(1);
      expect(at('SỐ TIỀN')?.y).toBeGreaterThan(at('Ủng hộ')?.y ?? Infinity);
      expect(at('Ủng hộ')?.y).toBeGreaterThan(at('C')?.y ?? Infinity);
      expect(at('A')?.y).toBe(at('E')?.y);
    }
  });

  test('a sheet that must stand on one page does, in smaller letters', async () => {
    const pdf = await read(paperOf([sheetOf([ledger(48), SIGNED], { onePage: true })]));
    expect(pdf.pages).toHaveLength(1);
    expectInside(pdf);
    const sizes = pdf.pages[0]?.shown.map(({ size }) => size) ?? [];
    expect(Math.max(...sizes)).toBeLessThan(12);
    expect(linesOf(pdf.pages[0])).not.toContain('Cộng chuyển sang trang sau');
  });

  test('the foot names the closed month by its head, else the head of the chain', async () => {
    const provenance = {
      book: '00000000-0000-4000-8000-000000000000',
      name: 'CĐN Y tế',
      query: 'report disbursements --period 2026-01',
      version: '0.1.0',
      head: '0123456789abcdef'.repeat(4),
    };
    const sheets = [sheetOf([ledger(2)], { footer: text('Mã kiểm soát: ABC') })];
    const foot = async (paper: Paper) => linesOf((await read(paper)).pages[0]).slice(-3);
    expect(await foot(paperOf(sheets, { provenance }))).toEqual([
      'Mã kiểm soát: ABC',
      'Trang 1/',
      'Mã niêm phong: 0123 4567 89ab cdef',
    ]);
    const sealed = { month: '2026-01' as Month, head: 'ffff eeee dddd cccc' };
    expect((await foot(paperOf(sheets, { provenance: { ...provenance, sealed } })))[2]).toBe(
      'Đã khóa tháng 01/2026: ffff eeee dddd cccc',
    );
  });

  test('sheets are bookmarks, and a lone sheet needs none', async () => {
    const one = (await bytesOf(paperOf([sheetOf([ledger(1)])]))).toString('latin1');
    const two = (
      await bytesOf(paperOf([sheetOf([ledger(1)]), sheetOf([ledger(1)], { name: 'B' })]))
    ).toString('latin1');
    expect(one).not.toContain('/Outlines');
    expect(two).toContain('/Outlines');
    expect(two).toContain('/Title (B)');
  });

  test('paragraphs fill their lines, the first indented, the last as it comes', async () => {
    const words = 'Trong 6 tháng đầu năm, công đoàn ngành đã trao 344 suất quà cho đoàn viên khó khăn. '
      .repeat(4)
      .trim();
    const line = text(words);
    const [page] = (await read(paperOf([sheetOf([{ kind: 'paragraph', line }])]))).pages;
    const own = page?.shown.filter(({ size }) => size === 13) ?? [];
    expect(own.length).toBeGreaterThan(3);
    expect(own[0]?.x).toBeGreaterThan(own[1]?.x ?? Infinity);
    expect(own.map((each) => each.text).join(' ')).toBe(words);
    const justified = page?.content.match(/TJ ET/g) ?? [];
    expect(justified).toHaveLength(own.length - 1);
  });

  test('copies stand at the left of the signature, in English too', async () => {
    const copies = [text('Recipients:'), text('- All units;'), text('- File.')];
    const block: Block = { ...SIGNED, signers: SIGNED.signers.slice(2), copies };
    const pdf = await read(paperOf([sheetOf([block])], { language: 'en' }));
    const at = (line: string) => pdf.pages[0]?.shown.find((each) => each.text === line);
    expect(at('Recipients:')?.x).toBeLessThan(at('CHAIR')?.x ?? -1);
    expect(linesOf(pdf.pages[0])).toContain('Page 1/');
  });

  test('a void paper says so in red', async () => {
    const title: Block = { kind: 'title', lines: [text('PHIẾU CHI')], stamp: say('cancelled', {}) };
    const [page] = (await read(paperOf([sheetOf([title])]))).pages;
    expect(linesOf(page)).toContain('HỦY');
    expect(page?.content).toMatch(/0\.75 0 0 rg BT/);
  });
});
