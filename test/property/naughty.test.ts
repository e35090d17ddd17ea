import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { EXIT } from '../../src/domain/failure.ts';
import { NAUGHTY } from '../support/naughty.ts';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

const stage = new Stage();
afterAll(() => {
  stage.strike();
});

interface Said {
  readonly ok: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string };
}

async function said(words: readonly string[]): Promise<Said & { exit: number }> {
  const { exit, stdout } = await stage.run([...words, '--json', '--no-input']);
  return { ...(JSON.parse(stdout) as Said), exit };
}

/** Ways in which one text becomes a name or a note, by the options of a command; each text goes one of them. */
const WAYS: readonly ((text: string, at: number) => readonly string[])[] = [
  (text, at) => ['member', 'add', '--code', `N${at}`, '--unit', 'BVA', `--name=${text}`],
  (text, at) => ['unit', 'add', '--code', `N${at}`, `--name=${text}`],
  (text, at) => ['donor', 'add', '--code', `N${at}`, `--name=${text}`],
  (text, at) => ['fund', 'add', `N${at}`, `--name=${text}`],
  (text) => [
    ...'receipt add --fund TET --to cash --amount 1.000 --on 2024-01-04 --party An'.split(' '),
    `--note=${text}`,
  ],
];

/** Lists that every text comes in by: what is asked besides, and a row's other cells. */
const LISTS: readonly {
  words: readonly string[];
  heads: readonly string[];
  row: (at: string) => readonly string[];
}[] = [
  { words: ['unit', 'import'], heads: ['Tên', 'Mã'], row: (at) => [`V${at}`] },
  { words: ['member', 'import'], heads: ['Họ tên', 'Mã', 'Đơn vị'], row: (at) => [`V${at}`, 'BVA'] },
  {
    words: ['contribution', 'import', '--fund', 'TET', '--all-new'],
    heads: ['Tên', 'Ngày', 'Số tiền', 'Ghi chú'],
    row: () => ['05/01/2024', '1.000', ''],
  },
];

/** What no cell of a workbook and no line of a UTF-8 file can hold; U+FFFD says that a letter was lost. */
const cellOf = (text: string) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\p{Cs}\ufffd\ufffe\uffff]/gu, '');

async function written(
  file: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  if (file.endsWith('.csv')) {
    const line = (cells: readonly string[]) =>
      cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    stage.write(file, `${[heads, ...rows].map(line).join('\n')}\n`);
    return;
  }
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('A');
  for (const row of [heads, ...rows]) sheet.addRow([...row]);
  stage.write(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const isDocumented = ({ ok, error, exit }: Said & { exit: number }) =>
  ok || (EXIT as Record<string, number>)[error?.code ?? ''] === exit;

test('every naughty text is kept as a name or a note, or refused by a documented code', async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  const faults: string[] = [];
  const members: string[] = [];
  let kept = 0;
  for (const [at, text] of NAUGHTY.entries()) {
    const words = WAYS[at % WAYS.length]?.(text, at) ?? [];
    const answer = await said(words);
    if (answer.ok) kept += 1;
    if (answer.ok && words[0] === 'member') members.push(`N${at}`);
    if (!isDocumented(answer))
      faults.push(
        `${words.slice(0, 2).join(' ')} ${JSON.stringify(text.slice(0, 40))}: ${answer.exit} ${answer.error?.code}`,
      );
  }
  expect(faults).toEqual([]);
  expect(kept).toBeGreaterThan(NAUGHTY.length * 0.9);
  for (const code of members.filter((_, at) => at % 5 === 0))
    expect([code, (await said(['member', 'show', code])).ok]).toEqual([code, true]);
}, 60_000);

test('every naughty text comes in by the cells of a list, CSV or workbook', async () => {
  for (const form of ['csv', 'xlsx'])
    for (const { words, heads, row } of LISTS) {
      const file = `${words[0]}.${form}`;
      const rows = NAUGHTY.map((text, at) => [cellOf(text), ...row(`${form === 'csv' ? 1 : 2}${at}`)]);
      await written(file, heads, rows);
      const answer = await said([...words.slice(0, 2), file, ...words.slice(2), '--accept-good']);
      expect([file, answer.ok, answer.error]).toEqual([file, true, undefined]);
      // Empty cells alone have no name.
      const accepted = Number(answer.data['accepted']) + Number(answer.data['duplicates']);
      expect([file, accepted > NAUGHTY.length * 0.9]).toEqual([file, true]);
    }
}, 60_000);

test('a book of naughty texts comes back out of its export with the same head', async () => {
  const out = await said([
    ...'export --format json --private -o so.json --purpose'.split(' '),
    'Bàn giao sổ',
  ]);
  expect(out.error).toBeUndefined();
  const back = await said(['import-book', 'so.json', '--book', 'moi.db']);
  expect(back.error).toBeUndefined();
  const again = await said(['verify', '--book', 'moi.db']);
  expect([again.ok, again.data['broken']]).toEqual([true, null]);
  expect(again.data['head']).toBe(out.data['head']);
}, 60_000);
