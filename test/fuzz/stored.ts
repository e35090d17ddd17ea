import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import itemCodes from '../../data/final-accounts.json' with { type: 'json' };
import { configured, faultOf } from '../../src/cli/config.ts';
import { openBookFile } from '../../src/intake/book-file.ts';
import { readCodeTable } from '../../src/intake/code-table.ts';
import { readProfile } from '../../src/intake/profile.ts';
import { readTemplate } from '../../src/intake/workbook-template.ts';
import { fillTemplate } from '../../src/render/template/fill.ts';
import { readList } from './lists.ts';
import { paperOf, THREE } from '../template/paper.ts';
import { bookOf, zipOf } from '../support/zip.ts';
import type { Case, Fuzzed } from './harness.ts';
import { changed, mutants } from './mutate.ts';
import { ended, mustBeTold } from './told.ts';
import { JSON_TOKENS, XML_TOKENS, ZIP_TOKENS } from './words.ts';
import { worldAt } from './world.ts';

/** Readers of what the program, or somebody for it, keeps in files: settings, profiles, tables of codes, templates, exported books. */

const folder = mkdtempSync(join(tmpdir(), 'phucloi-fuzz-'));

export function strikeStored(): void {
  rmSync(folder, { recursive: true, force: true });
}

function put(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const PROFILES = [
  {
    profile: 1,
    encoding: 'utf-8',
    delimiter: 'semicolon',
    thousands: 'dot',
    headings: ['Ngày', 'Họ và tên', 'Số tiền'],
    columns: { day: 'Ngày', name: 'Họ và tên', amount: 'Số tiền' },
  },
  { profile: 1, sheet: 'Tháng 1', headings: ['Mã', 'Đơn vị'], columns: { code: 'Mã', unit: 'Đơn vị' } },
].map((profile) => Buffer.from(JSON.stringify(profile)));

const LIST = Buffer.from('Ngày;Họ và tên;Số tiền\n5/3/2024;Nguyễn Thị Quỳnh Giao;1.500.000\n');

/** A profile that is taken reads the list that it was made from, or the list is refused. */
function profile({ how, bytes }: Case): Promise<unknown> {
  return ended(async () => {
    const taken = readProfile(put('mau.json', bytes), 'mau.json');
    const read = await readList({ how: how & 0xff, bytes: LIST }, 'gifts', taken);
    return [taken.file, read];
  });
}

const CONFIGS = [
  '{"book":"so.db","lang":"vi","actor":"thu-quy","color":"auto"}',
  '{"lang":"en"}',
  '{}',
  '\ufeff{"pager":""}',
].map((text) => Buffer.from(text));

function config({ bytes }: Case): unknown {
  put('phucloi.json', bytes);
  const io = configured(worldAt(folder, () => undefined));
  const fault = faultOf(io);
  if (fault !== undefined) mustBeTold(fault);
  for (const [name, value] of Object.entries(io.env))
    if (typeof value !== 'string') throw new Error(`${name} is no text`);
  if (Object.getPrototypeOf(io.env) !== Object.prototype)
    throw new Error('the environment is another thing now');
  return [fault?.code, fault === undefined ? io.env['PHUCLOI_LANG'] : ''];
}

const CODES = [Buffer.from(JSON.stringify(itemCodes))];

function codes({ bytes }: Case): Promise<unknown> {
  return ended(() => readCodeTable(put('ma.json', bytes), 'ma.json'));
}

/** An exported book of some rows, with the digest at its end. */
function exported(rows: readonly object[]): Buffer {
  const counts = { entry: rows.length };
  const header = {
    phucloi: 'book',
    format: 1,
    schema: 5,
    uuid: 'u',
    entity: 'NS',
    head: '00',
    createdAt: '2024-01-01',
    private: false,
    counts,
  };
  const lines = [header, ...rows].map((line) => `${JSON.stringify(line)}\n`).join('');
  const sha256 = createHash('sha256').update(lines).digest('hex');
  return Buffer.from(`${lines}${JSON.stringify({ end: { sha256 } })}\n`);
}

const EXPORTS = [
  exported([]),
  exported([
    { table: 'entry', row: { id: 1, kind: 'opening', booked_on: '2024-01-01' } },
    { table: 'word', row: { id: 1, text: 'Nguyễn Thị Quỳnh Giao' } },
  ]),
];

/** What was exported is read to its end, or refused; half of the cases have the digest that their lines ask for. */
function bookFile({ how, bytes }: Case): Promise<unknown> {
  return ended(() => {
    const whole = how % 2 === 0 ? bytes : withDigest(bytes);
    const { header, rows } = openBookFile({ name: 'so.json', bytes: whole }, 'so.json');
    return [header, [...rows]];
  });
}

function withDigest(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf('{"end"');
  if (at < 0) return bytes;
  const lines = bytes.subarray(0, at);
  const end = JSON.stringify({ end: { sha256: createHash('sha256').update(lines).digest('hex') } });
  return Buffer.concat([lines, Buffer.from(`${end}\n`)]);
}

const FORM =
  '<dimension ref="A1:D5"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3" ht="30"><c r="A3" s="1" t="inlineStr"><is><t>{{stt}}</t></is></c><c r="B3" t="inlineStr"><is><t>{{Họ và tên}}</t></is></c><c r="C3" s="1"><v>1</v></c><c r="D3"><f>C3*2</f><v>2</v></c></row><row r="4"><c r="C4"><f>SUM(C3:C3)</f><v>1</v></c></row></sheetData><autoFilter ref="A2:D3"/><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><conditionalFormatting sqref="C3"><cfRule type="expression" priority="1"><formula>$C3&gt;1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation sqref="B3"><formula1>$A$4:$A$5</formula1></dataValidation></dataValidations><rowBreaks count="1"><brk id="4" max="16383" man="1"/></rowBreaks>';
const NAMES =
  '<definedNames><definedName name="phucloi_rows">\'Biểu\'!$A$3:$D$3</definedName><definedName name="so_tien">\'Biểu\'!$C$3</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">\'Biểu\'!$A$1:$D$5</definedName></definedNames></workbook>';

const TEMPLATE = bookOf({
  sheets: [{ name: 'Biểu', xml: FORM }],
  strings: '<si><r><t>{{na</t></r><r><t>me}}</t></r></si>',
  styles:
    '<numFmts count="1"><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
}).map((entry) =>
  entry.name === 'xl/workbook.xml'
    ? { ...entry, data: (entry.data as string).replace('</workbook>', NAMES) }
    : entry,
);

const XML = XML_TOKENS.map((token) => Buffer.from(token as string));
const FORM_TOKENS = [
  '{{',
  '}}',
  '{{rows}}',
  '{{name}}',
  'phucloi_rows',
  '$A$3:$XFD$1048576',
  "'Biểu'!$A$0",
  '#REF!',
  'A1:A1',
  '$A:$A',
  '$1:$1',
  'SUM(',
  '((((((((((',
  ')',
  'INDIRECT("A1")',
  '<mergeCell ref="A3:D9"/>',
  '<protectedRanges/>',
  '<sheetProtection sheet="1"/>',
  '<workbookProtection lockStructure="1"/>',
  '<tableParts count="1"/>',
].map((text) => Buffer.from(text));

/** A template with a part changed is filled whole, or refused. */
function template({ how, bytes }: Case): Promise<unknown> {
  return ended(async () => {
    const parts = await readTemplate(put(how % 16 === 1 ? 'mau.xlsm' : 'mau.xlsx', bytes));
    const filled: number[] = [];
    for await (const { bytes: made } of fillTemplate('mau.xlsx', parts, paperOf(THREE)))
      filled.push(made.length > 0 ? 1 : 0);
    return filled;
  });
}

const zipped = mutants(
  [zipOf(TEMPLATE), zipOf(TEMPLATE.map((entry) => ({ ...entry, stored: true })))],
  ZIP_TOKENS,
);

export const STORED_READERS: readonly Fuzzed[] = [
  {
    name: 'profile',
    quick: 150,
    bound: 2000,
    chunk: 5000,
    begin: mutants(PROFILES, JSON_TOKENS),
    read: profile,
  },
  {
    name: 'config',
    quick: 300,
    bound: 2000,
    chunk: 10_000,
    begin: mutants(CONFIGS, JSON_TOKENS),
    read: config,
  },
  { name: 'codes', quick: 300, bound: 2000, chunk: 10_000, begin: mutants(CODES, JSON_TOKENS), read: codes },
  {
    name: 'book-file',
    quick: 300,
    bound: 2000,
    chunk: 10_000,
    begin: mutants(EXPORTS, JSON_TOKENS),
    read: bookFile,
  },
  {
    name: 'template',
    quick: 100,
    bound: 3000,
    chunk: 1500,
    begin: (seed) => {
      const whole = zipped(seed);
      return (random) => {
        if (random.below(5) === 0) return whole(random);
        const which = random.below(TEMPLATE.length);
        return zipOf(
          TEMPLATE.map((entry, at) => {
            if (at !== which) return { ...entry, stored: true };
            const bytes = Buffer.from(entry.data as string);
            return {
              ...entry,
              stored: true,
              data: changed(random, bytes, 4, random.below(2) === 0 ? XML : FORM_TOKENS, [bytes]),
            };
          }),
        );
      };
    },
    read: template,
  },
];
