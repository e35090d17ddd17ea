import type { Day } from '../../src/domain/day.ts';
import type { Dong } from '../../src/domain/dong.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTemplate, type TemplatePart } from '../../src/intake/workbook-template.ts';
import { fillTemplate } from '../../src/render/template/fill.ts';
import { say } from '../../src/report/papers/line.ts';
import type { Paper, PaperRow } from '../../src/report/papers/paper.ts';

export interface Given {
  readonly person: string;
  readonly amount: number;
  readonly day?: string;
}

/** A list of people and amounts with its total, as a paper. */
export function paperOf(lines: readonly Given[], name = 'Công đoàn ngành Y tế tỉnh Nam Sơn'): Paper {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0) as Dong;
  const rows: PaperRow[] = [
    { kind: 'group', label: say('text', { text: 'CĐCS Bệnh viện A' }), cells: {} },
    ...lines.map(({ person, amount, day = '2024-01-26' }, at) => ({
      kind: 'line' as const,
      cells: { number: at + 1, person, amount: amount as Dong, paidOn: day as Day },
    })),
    { kind: 'subtotal', label: say('text', { text: 'Cộng' }), cells: { amount: total } },
    { kind: 'total', label: say('total', { people: lines.length }), cells: { amount: total } },
  ];
  return {
    name: 'test',
    language: 'vi',
    date: '2024-01-31' as Day,
    sheets: [
      {
        name: 'tet-2024',
        wide: false,
        onePage: false,
        blocks: [
          { kind: 'head', above: 'LĐLĐ tỉnh Nam Sơn', name, right: [say('motto1', {}), say('motto2', {})] },
          {
            kind: 'title',
            lines: [say('text', { text: 'DANH SÁCH CHI' }), say('month', { month: '2024-01' })],
          },
          {
            kind: 'table',
            columns: [
              { key: 'number', type: 'count' },
              { key: 'person', type: 'person' },
              { key: 'amount', type: 'dong' },
              { key: 'paidOn', type: 'day' },
            ],
            sums: ['amount'],
            tall: false,
            rows,
          },
          { kind: 'note', line: say('sumInWords', { amount: total }), at: 'left' },
          {
            kind: 'signatures',
            dateline: say('dateline', { town: 'Nam Sơn', day: '2024-01-31' as Day }),
            signers: [
              { role: 'accountant', name: 'Phạm Thị Cúc' },
              { role: 'committee', name: 'Nguyễn Văn An' },
            ],
          },
        ],
      },
    ],
  };
}

export const THREE: readonly Given[] = [
  { person: 'Nguyễn Thị Ánh', amount: 500_000 },
  { person: 'Trần Văn Bình', amount: 1_000_000 },
  { person: 'Lê Thị Đào', amount: 300_000, day: '2024-01-27' },
];

/** A workbook's parts by name, as text; read as a template is. */
export async function partsOf(bytes: Uint8Array): Promise<readonly TemplatePart[]> {
  const folder = mkdtempSync(join(tmpdir(), 'phucloi-template-'));
  try {
    const path = join(folder, 'mau.xlsx');
    writeFileSync(path, bytes);
    return await readTemplate(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Result {
  readonly bytes: Uint8Array;
  readonly unknown: readonly string[];
  readonly parts: ReadonlyMap<string, string>;
  readonly before: ReadonlyMap<string, string>;
}

/** Fills a template, which must give one workbook. */
export async function filled(template: Uint8Array, paper: Paper): Promise<Result> {
  const before = await partsOf(template);
  for await (const { bytes, unknown } of fillTemplate('mau.xlsx', before, paper)) {
    const texts = (parts: readonly TemplatePart[]) =>
      new Map(parts.map(({ name, bytes: each }) => [name, each.toString('latin1')]));
    return { bytes, unknown, parts: utf8(await partsOf(bytes)), before: texts(before) };
  }
  throw new Error('nothing was filled');
}

function utf8(parts: readonly TemplatePart[]): Map<string, string> {
  return new Map(parts.map(({ name, bytes }) => [name, bytes.toString('utf8')]));
}

/** The inside of one cell, as it is written. */
export function cellOf(xml: string, at: string): string {
  return new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`, 's').exec(xml)?.[0] ?? '';
}
