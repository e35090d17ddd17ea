import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unpack, Zip } from '../../src/intake/workbook-zip.ts';
import { PAPER_TEXTS } from '../../src/render/papers/texts.ts';
import { gathered } from '../../src/render/xlsx/archive.ts';
import { renderWorkbook } from '../../src/render/xlsx/paper.ts';
import type { Paper } from '../../src/report/papers/paper.ts';

/** Renders a paper and reads it again, as another program would. */
export async function reread(paper: Paper): Promise<ExcelJS.Workbook> {
  return load(await gathered(renderWorkbook(paper, PAPER_TEXTS[paper.language])));
}

export async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  await workbook.xlsx.load(copy);
  return workbook;
}

export function onlySheet(workbook: ExcelJS.Workbook): ExcelJS.Worksheet {
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** The row whose first cell is one of the texts. */
export function rowStarting(sheet: ExcelJS.Worksheet, text: string): number {
  for (let row = 1; row <= sheet.rowCount; row++) {
    if (sheet.getCell(row, 1).text.startsWith(text)) return row;
  }
  throw new Error(`no row starts with ${text}`);
}

/** The number a cell shows. The library leaves a formula's 0 out of `value`, not out of `result`. */
export function resultOf(cell: ExcelJS.Cell): number | undefined {
  const { value } = cell;
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null && 'formula' in value ? Number(cell.result) : undefined;
}

function formulaOf(cell: ExcelJS.Cell): string | undefined {
  const { value } = cell;
  return typeof value === 'object' && value !== null && 'formula' in value ? value.formula : undefined;
}

/** All that stands on a sheet, cell by cell. */
export function textOf(sheet: ExcelJS.Worksheet): string {
  const texts: string[] = [];
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (!cell.isMerged || cell.master === cell) texts.push(cell.text);
    });
  });
  return texts.join('\n');
}

export function formulas(sheet: ExcelJS.Worksheet): { cell: string; formula: string; result: number }[] {
  const found: { cell: string; formula: string; result: number }[] = [];
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      const formula = formulaOf(cell);
      if (formula !== undefined) found.push({ cell: cell.address, formula, result: resultOf(cell) ?? NaN });
    });
  });
  return found;
}

const REF = String.raw`(?:'(?:[^']|'')+'!)?[A-Z]+\d+`;
const PRODUCTS = new RegExp(String.raw`[+-]?${REF}(\*${REF})*`, 'g');
const SUMS = /SUBTOTAL\(9,((?:'(?:[^']|'')+'|[^')])*)\)/g;

/** Works a paper's formulas out again: sums of subtotals and lines, products, and sums of single cells. */
export function recalculated(sheet: ExcelJS.Worksheet, address: string): number {
  const cell = sheet.getCell(address);
  const formula = formulaOf(cell);
  if (formula === undefined) return typeof cell.value === 'number' ? cell.value : 0;
  if (formula.startsWith('SUBTOTAL')) {
    const sums = [...formula.matchAll(SUMS)];
    if (sums.map(([whole]) => whole).join('+') !== formula) throw new Error(`unknown formula ${formula}`);
    return sums
      .flatMap(([, ranges = '']) => ranges.split(','))
      .reduce((sum, range) => sum + subtotal(sheet, range), 0);
  }
  const terms = formula.match(PRODUCTS) ?? [];
  if (terms.join('') !== formula) throw new Error(`unknown formula ${formula}`);
  return terms.reduce((sum, term) => {
    const product = term
      .replace(/^[+-]/, '')
      .split('*')
      .reduce((value, factor) => value * recalculated(...located(sheet, factor)), 1);
    return term.startsWith('-') ? sum - product : sum + product;
  }, 0);
}

/** The lines of a range, without the subtotals in it. */
function subtotal(from: ExcelJS.Worksheet, range: string): number {
  const [sheet, local] = located(from, range);
  const [, column = '', first, last] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(local) ?? [];
  if (column === '') throw new Error(`unknown range ${range}`);
  let sum = 0;
  for (let row = Number(first); row <= Number(last); row++) {
    const inner = formulaOf(sheet.getCell(`${column}${row}`));
    if (inner?.startsWith('SUBTOTAL') !== true) sum += recalculated(sheet, `${column}${row}`);
  }
  return sum;
}

/** The sheet that a reference is to, and the reference within it. */
function located(sheet: ExcelJS.Worksheet, reference: string): [ExcelJS.Worksheet, string] {
  const [, name, local = reference] = /^'((?:[^']|'')+)'!(.*)$/.exec(reference) ?? [];
  if (name === undefined) return [sheet, local];
  const other = sheet.workbook.getWorksheet(name.replaceAll("''", "'"));
  if (other === undefined) throw new Error(`no sheet ${name}`);
  return [other, local];
}

/** A part of a workbook as it is stored. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'phucloi-part-'));
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, bytes);
  const zip = await Zip.open('book.xlsx', path);
  try {
    const part = await zip.part(name);
    if (part === undefined) throw new Error(`no part ${name}`);
    const chunks: Buffer[] = [];
    for await (const chunk of unpack(part, 10_000_000)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    zip.close();
    rmSync(folder, { recursive: true });
  }
}
