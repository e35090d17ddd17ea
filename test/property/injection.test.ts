import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textsOf } from '../html/read.ts';
import { hostileBook } from '../support/hostile.ts';
import { printing } from '../support/printing.ts';
import { Stage, wordsOf } from '../support/play.ts';

const stage = new Stage();
const refused: string[] = [];

beforeAll(async () => {
  await hostileBook(stage, (line, said) => refused.push(`${line}: ${said}`));
  stage.write('quy-dinh.csv', 'Mã;Loại;Điều kiện;Giá trị;Căn cứ\nR9;gift;cap;900.000;=1+1\n');
}, 120_000);

afterAll(() => {
  stage.strike();
});

const FOE = /QZ\d/;
/** What the program's own formulas are made of. */
const OWN = /^(?:(?:SUBTOTAL|SUM|ROUND|PRODUCT)\(|'[^']*'!|\$?[A-Z]{1,3}\$?\d+|\d+|[-+*:,()])+$/;

const TEXT = new Set([ExcelJS.ValueType.String, ExcelJS.ValueType.RichText]);

async function workbookFaults(bytes: Buffer): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const faults: string[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.master !== cell) return;
        if (cell.formula !== undefined && !OWN.test(cell.formula.replaceAll(' ', '')))
          faults.push(`${sheet.name} ${cell.address} runs ${cell.formula}`);
        if (FOE.test(cell.text) && !TEXT.has(cell.type))
          faults.push(`${sheet.name} ${cell.address} is no text: ${cell.type}`);
      });
    });
  return faults;
}

function csvFaults(text: string): string[] {
  const rows: string[][] = parse(text, { bom: true });
  return rows.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell) && !/^-\d+$/.test(cell));
}

function pageFaults(text: string): string[] {
  const { tags, attributes } = textsOf(parseDocument(text), false);
  const scripts = text.match(/<script>[^]*?<\/script>/g) ?? [];
  return [
    ...tags.filter((tag) => ['img', 'iframe', 'object'].includes(tag)),
    ...attributes.filter((name) => name.startsWith('on')),
    ...scripts.filter((script) => script.includes('alert(')),
  ];
}

const ACTING = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const actingIn = (text: string) => (ACTING.test(text) ? [`acts: ${JSON.stringify(ACTING.exec(text))}`] : []);

async function faultsOf(form: string, bytes: Buffer): Promise<string[]> {
  const text = bytes.toString('utf8');
  if (form === 'xlsx') return workbookFaults(bytes);
  if (form === 'html') return [...pageFaults(text), ...actingIn(text)];
  if (form === 'csv') return csvFaults(text);
  if (form === 'json') return typeof JSON.parse(text) === 'object' ? actingIn(text) : ['no answer'];
  return text.startsWith('%PDF') && text.trimEnd().endsWith('%%EOF') ? [] : ['not whole'];
}

test('a book takes what a foe types, as text', () => {
  expect(refused).toEqual([]);
});

test('whatever lists or prints shows what was typed as text, in every form', async () => {
  const faults: string[] = [];
  let told = 0;
  for (const { line, forms } of await printing())
    for (const form of forms) {
      const words = [...wordsOf(line), '-o', `ra.${form}`];
      const { exit, stderr } = await stage.run(words);
      if (exit > 1 || (exit === 1 && stderr !== '')) faults.push(`${line} ${form}: ${exit} ${stderr}`);
      else if (!line.includes('--dry-run')) {
        const bytes = stage.read(`ra.${form}`);
        if (form === 'csv' && FOE.test(bytes.toString())) told += 1;
        for (const fault of await faultsOf(form, bytes)) faults.push(`${line} ${form}: ${fault}`);
      }
    }
  expect(faults).toEqual([]);
  // The foe's texts are on most lists.
  expect(told).toBeGreaterThan(20);
}, 300_000);

test('nothing that was typed acts on a terminal, in an answer, a refusal or JSON', async () => {
  const faults: string[] = [];
  const acting = '\u001b[2J\u009b2J\r\u202e';
  const lines = (await printing()).filter(({ lists }) => lists).map(({ line }) => wordsOf(line));
  lines.push(['fund', 'list', '--lang', 'en'], ['member', 'show', acting], ['ledger', 'fund', acting]);
  lines.push(['setting', 'set', 'words.odd', acting], [acting], ['member', 'list', `--unit=${acting}`]);
  lines.push(['check'], ['explain', 'tet/0004'], ['donor', 'add', '--name', `${acting}An`]);
  for (const words of lines)
    for (const also of [[], ['--json']]) {
      const { stdout, stderr } = await stage.run([...words, ...also]);
      for (const fault of actingIn(stdout + stderr))
        faults.push(`${words.join(' ')} ${also.join()}: ${fault}`);
    }
  expect(faults).toEqual([]);
}, 120_000);
